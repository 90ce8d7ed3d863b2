"""The mark in a PDF's metadata by which software knows that it is PDF/UA-1 as well as PDF/A."""

from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from weasyprint import Document

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
UA = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"


def identify(document: Document) -> None:
    """Let the metadata of a document also declare PDF/UA-1, with the schema PDF/A demands for that."""
    for prefix, space in (
        ("pdfuaid", UA),
        ("pdfaExtension", EXTENSION),
        ("pdfaSchema", SCHEMA),
        ("pdfaProperty", PROPERTY),
    ):
        register_namespace(prefix, space)
    metadata = document.metadata
    own = metadata.generate_rdf_metadata

    def with_identity(*variant: object) -> bytes:
        text: bytes = own(*variant)
        end = text.rindex(b"</rdf:RDF>")
        return text[:end] + tostring(_conformance()) + tostring(_schema()) + text[end:]

    metadata.generate_rdf_metadata = with_identity


def _conformance() -> Element:
    description = Element(f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    SubElement(description, f"{{{UA}}}part").text = "1"
    return description


def _schema() -> Element:
    description = Element(f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    bag = SubElement(SubElement(description, f"{{{EXTENSION}}}schemas"), f"{{{RDF}}}Bag")
    schema = _resource(bag)
    SubElement(schema, f"{{{SCHEMA}}}schema").text = "PDF/UA Universal Accessibility Schema"
    SubElement(schema, f"{{{SCHEMA}}}namespaceURI").text = UA
    SubElement(schema, f"{{{SCHEMA}}}prefix").text = "pdfuaid"
    sequence = SubElement(SubElement(schema, f"{{{SCHEMA}}}property"), f"{{{RDF}}}Seq")
    part = _resource(sequence)
    for name, value in (
        ("name", "part"),
        ("valueType", "Integer"),
        ("category", "internal"),
        ("description", "Indicates, which part of ISO 14289 standard is followed"),
    ):
        SubElement(part, f"{{{PROPERTY}}}{name}").text = value
    return description


def _resource(above: Element) -> Element:
    return SubElement(above, f"{{{RDF}}}li", {f"{{{RDF}}}parseType": "Resource"})
