"""The invented scan that `marktscan example` writes: same bytes every time."""
