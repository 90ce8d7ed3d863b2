"""Three requirement lists and human decisions become one programme."""
