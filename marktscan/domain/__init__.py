"""What the words mean: frozen dataclasses and enums, standard library only."""
