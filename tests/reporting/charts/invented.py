"""Invented labels and positions, ordinary and extreme, for the property tests."""

from fractions import Fraction

from hypothesis import strategies as st

LONG = "zaakafhandelingsvoorziening" * 3
labels = st.one_of(
    st.sampled_from(
        ["", "x", "Kade Zaken", "Linde Gemeentecloud", LONG, f"kort {LONG}", "<b>&\"'", "汉 \U0001f600"]
    ),
    st.text(max_size=40),
)
values = st.sampled_from(["", "0", "100", "64,1", "−45", "64,1–70,2", "–", "minder dan 1 %"])
positions = st.one_of(
    st.sampled_from([Fraction(0), Fraction(50), Fraction(100)]),
    st.fractions(min_value=0, max_value=100, max_denominator=97),
)
maybe = st.none() | positions
widths = st.sampled_from([156, 240, 324, 492])
