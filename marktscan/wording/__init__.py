"""Every sentence users read and every way a number is printed."""
