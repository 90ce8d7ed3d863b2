"""From answers to exact scores: sections 1–3 and 6 of docs/method.md."""
