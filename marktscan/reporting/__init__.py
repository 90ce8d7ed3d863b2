"""From results to chapters, HTML and PDF: chapters decide, templates only print."""
