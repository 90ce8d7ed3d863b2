"""`python -m marktscan`: the same commands where the script is not on the path."""

import sys

from marktscan.cli import main

sys.exit(main())
