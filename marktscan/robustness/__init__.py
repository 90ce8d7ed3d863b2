"""How sure the outcome is: section 8 of docs/method.md."""
