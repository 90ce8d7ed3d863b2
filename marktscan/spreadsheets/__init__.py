"""The door to workbooks: the forms as data, reading with addresses, writing."""
