"""The rules as fixed before the first answer is opened, and what changed since with what that does."""

from marktscan.freezing.hold import hold, recorded
from marktscan.freezing.record import FOLDER, RECORD
from marktscan.freezing.restore import AsRead
from marktscan.freezing.write import freeze_of, write_freeze

__all__ = ["FOLDER", "RECORD", "AsRead", "freeze_of", "hold", "recorded", "write_freeze"]
