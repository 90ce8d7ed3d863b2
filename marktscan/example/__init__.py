"""The invented scan that `marktscan example` writes: seeded, same bytes every time."""
