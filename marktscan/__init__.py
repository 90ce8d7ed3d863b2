"""marktscan: a joint market scan, from filled-in spreadsheets to a report that decides."""
