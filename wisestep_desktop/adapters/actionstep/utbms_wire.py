"""UTBMS codes on the wire, read tolerantly (API notes, 3.9 and 3.12)."""

from __future__ import annotations

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse

_LONGEST_CODE = 32


def code(row: wire.Row) -> UtbmsCode | None:
    """Return the code a row of ``utbmscodes`` tells of, in the firm's words where it has some; None without a code."""
    ident = wire.text(row.get("id"), _LONGEST_CODE)
    if not ident:
        return None
    own = wire.text(row.get("overrideDescription"))
    enabled = wire.optional_flag(row.get("enabled"))
    return UtbmsCode(
        ident,
        wire.text(row.get("categoryCode"), 128),
        own or wire.text(row.get("description")),
        enabled=enabled is not False,
        parent=wire.text(row.get("parentUtbmsCode"), _LONGEST_CODE) or None,
    )


def use(row: wire.Row) -> UtbmsUse | None:
    """Return whether a row of ``actionbillsettings`` wants codes; None where it does not say."""
    wanted = wire.optional_flag(row.get("isUtbmsEnabled"))
    if wanted is None:
        return None
    return UtbmsUse(wanted, wire.text(row.get("utbmsTaskCategoryCode"), 128) or None)
