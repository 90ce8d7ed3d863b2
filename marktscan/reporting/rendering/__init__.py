"""How reports become PDFs fast: WeasyPrint with nothing done twice, and every report in a process of its own.

Nothing is loaded here: a process that only renders needs no more than that.
"""
