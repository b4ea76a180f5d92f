"""Writing output folders: each changes whole or not at all, whatever happens in between."""

from __future__ import annotations

from .comparison import Comparison
from .owned import Edited, Refused
from .stage import Stage
from .staging import Taken, staging

__all__ = ["Comparison", "Edited", "Refused", "Stage", "Taken", "staging"]
