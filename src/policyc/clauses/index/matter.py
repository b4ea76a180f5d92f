"""What other rooms know of this clause."""

from ...matters.records import Matter

MATTER = Matter(name_ja="索引", name_en="Index of pages", tables=("entries",))
