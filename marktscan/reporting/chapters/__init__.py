"""One file per chapter: each turns results into strings, tables and charts."""
