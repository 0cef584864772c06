"""A language nobody speaks: English with accents, two fifths longer and in brackets. Finds what was not translated."""

from __future__ import annotations

import gettext
import re

_ACCENTS = str.maketrans("aceilnorsuwyzACEINORSUYZ", "áćéíĺńóŕśúẃýźÁĆÉÍŃÓŔŚÚÝŹ")
_WHOLE = re.compile(r"(\{[^{}]*\}|&.)")
"""What stays as it is: names to be filled in, and the letter that is a key."""
_BEGIN, _END = "[!!! ", " !!!]"


class Pseudo(gettext.NullTranslations):
    """Says everything it is asked for, so that nothing can be missing."""

    def gettext(self, message: str) -> str:
        """Return a text in pseudo."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the English form for a number, in pseudo."""
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(text: str) -> str:
    """Return a text in pseudo; one that is so already stays."""
    if text.startswith(_BEGIN):
        return text
    parts = _WHOLE.split(text)
    told = "".join(part if _WHOLE.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    length = sum(len(part) for part in parts if not _WHOLE.fullmatch(part))
    more = max(0, round(length * 0.4) - len(_BEGIN) - len(_END))
    padding = (" " + "ṁóŕé " * (more // 5 + 1))[: more + 1].rstrip() if more else ""
    return f"{_BEGIN}{told}{padding}{_END}"
