"""From exact worked seconds to the hours on a bill: integers and decimals only, always in the same order.

Worked time is never rounded but for showing; billed time is weighted, brought up to whole seconds, brought up to
the billing unit, then told in hours with two decimals.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

_HOUR = Decimal(3600)
_CENT = Decimal("0.01")


def round_up(seconds: int, unit: int) -> int:
    """Return the next multiple of ``unit`` seconds; zero stays zero, a unit of 0 or 1 changes nothing.

    Raises:
        ValueError: for negative seconds or units.
    """
    if seconds < 0 or unit < 0:
        raise ValueError("neither time nor a billing unit can be negative")
    return seconds if unit < 2 else -(-seconds // unit) * unit


def billed_seconds(worked: int, *, unit: int = 0, weighting: Decimal = Decimal(100), billable: bool = True) -> int:
    """Return what goes on the bill for ``worked`` seconds: weighting (per cent), whole seconds up, unit up.

    Non-billable time is billed 0 and never rounded.
    """
    if not billable:
        return 0
    whole = (worked * weighting / 100).to_integral_value(ROUND_CEILING)
    return round_up(int(whole), unit)


def hours(seconds: int) -> Decimal:
    """Return seconds as hours with two decimals, half up, at least 0.01 for any time at all."""
    if not seconds:
        return Decimal("0.00")
    return max(_CENT, (Decimal(seconds) / _HOUR).quantize(_CENT, ROUND_HALF_UP))
