"""Reports: chapters decide what to say, templates print it, WeasyPrint makes the PDF.

Nothing is loaded here: a process that only renders needs no chapters.
"""
