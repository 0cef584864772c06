"""Filters, order and side-loading of actionstep-api.md 2.4 to 2.6.

Knows the query dialect. Refuses to know HTTP and the shape of answers. Names are case-sensitive, as over there.
"""

import bisect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox.clock import midnight, parse_stamp
from wisestep_desktop.sandbox.firm import Firm, Id, Record, User
from wisestep_desktop.sandbox.resources import RESOURCES, Column, Kind, Resource

DEFAULT_PAGE_SIZE = 50
LARGEST_PAGE_SIZE = 200
_OPERATORS = ("eq", "nteq", "lt", "lteq", "gt", "gteq", "in", "ntin", "like", "ntlike", "ilike", "ntilike")
_NAME = re.compile(r"(?P<base>[A-Za-z0-9_]+)(?P<steps>(?:\[[A-Za-z0-9_]+\])*)")
_ORDERED = frozenset({Kind.NUMBER, Kind.STAMP, Kind.MIDNIGHT, Kind.DATE})
NULL = ":NULL"


class UnknownFilterError(Exception):
    """A filter on a field that is not there, with an operator it does not take, or with a value it cannot have."""


class RefusedFilterError(Exception):
    """A filter on a field that is there, which a switch says this service does not take."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks whom, how bare timestamps in filters are read, and which filters are passed over or not taken."""

    firm: Firm
    user: User
    bare_zone: ZoneInfo
    show_deleted: bool
    ignored: frozenset[tuple[str, str]]
    refused: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: the path of fields to walk, the operator and the text to compare with."""

    path: tuple[str, ...]
    operator: str
    text: str


def split_filter(name: str, text: str) -> Filter:
    """Read `field`, `field_op`, `link[field_op]` or deeper; raises UnknownFilterError for other forms."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise UnknownFilterError(name)
    parts = [found["base"], *re.findall(r"\[([A-Za-z0-9_]+)\]", found["steps"])]
    last, mark, operator = parts[-1].rpartition("_")
    if mark and operator in _OPERATORS:
        return Filter((*parts[:-1], last), operator, text)
    return Filter(tuple(parts), "eq", text)


def visible(asking: Asking, resource: str, ident: Id) -> Record | None:
    """The record, or None when there is none or this user must not know of it."""
    record = asking.firm.find(resource, ident)
    if record is None or not asking.firm.is_open_to(asking.user, resource, record):
        return None
    if resource == "actions" and record.deleted is not None and not asking.show_deleted:
        return None
    return record


def select(
    asking: Asking,
    resource: Resource,
    pairs: Iterable[tuple[str, str]],
    order: Iterable[str],
    unknown: Callable[[UnknownFilterError], None],
) -> list[Id]:
    """Ids of all visible records that meet every filter, in order.

    `pairs` are parameter names and values as sent. `unknown` hears of each filter that makes no sense, which then
    counts as not sent, unless it raises.
    """
    tests: list[Callable[[Record], bool]] = []
    candidates: Iterable[Id] = asking.firm.ids(resource.name)
    for name, text in pairs:
        try:
            condition = split_filter(name, text)
            by_reference = resource.name == "timeentries" and condition.path == ("importExternalReference",)
            field = (resource.name, condition.path[0])
            if field in asking.refused:
                raise RefusedFilterError(name)
            if field in asking.ignored:
                continue
            tests.append(_test(asking, resource, condition.path, condition))
        except UnknownFilterError as nonsense:
            unknown(nonsense)
        else:
            if by_reference and condition.operator == "eq" and condition.text != NULL:
                candidates = asking.firm.entries_referenced(condition.text)
            if condition.path == ("id",) and condition.operator == "gt" and isinstance(candidates, list):
                candidates = _beyond(candidates, condition.text)
    hits = [
        ident
        for ident in candidates
        if (record := visible(asking, resource.name, ident)) is not None and all(test(record) for test in tests)
    ]
    wanted = list(order)
    for name in reversed(wanted if wanted != ["id"] else []):
        _sort(asking, resource, hits, name)
    return hits


def _beyond(ids: list[Id], text: str) -> list[Id]:
    """The ids above a number, out of ascending ones; all of them where it is none. Walking by id must not be slow."""
    if not text.isascii() or not text.isdigit() or any(isinstance(ident, str) for ident in ids[:1]):
        return ids
    return ids[bisect.bisect_right(ids, int(text)) :]


def _sort(asking: Asking, resource: Resource, hits: list[Id], name: str) -> None:
    descending = name.startswith("-")
    column = resource.column(name.removeprefix("-"))
    if column is None:
        return
    read, firm, user = column.read, asking.firm, asking.user

    def key(ident: Id) -> tuple[bool, Any]:
        value = read(firm.find(resource.name, ident), user)
        return value is not None, 0 if value is None else _comparable(value)

    hits.sort(key=key, reverse=descending)


def _comparable(value: Any) -> Any:  # noqa: ANN401
    return ",".join(value) if isinstance(value, list) else value


def _test(asking: Asking, resource: Resource, path: tuple[str, ...], condition: Filter) -> Callable[[Record], bool]:
    column = resource.column(path[0])
    if column is None:
        raise UnknownFilterError(".".join(condition.path))
    if len(path) == 1:
        return _compare(asking, column, condition)
    target = RESOURCES.get(column.target)
    if target is None:
        raise UnknownFilterError(".".join(condition.path))
    inner = _test(asking, target, path[1:], condition)
    read, user = column.read, asking.user

    def follow(record: Record) -> bool:
        value = read(record, user)
        for ident in value if isinstance(value, list) else [value]:
            found = None if ident is None else visible(asking, target.name, record_id(target, ident))
            if found is not None and inner(found):
                return True
        return False

    return follow


def record_id(resource: Resource, text: str) -> Id:
    """A link value as a key of the linked resource's records; -1 where it can be none."""
    column = resource.column("id")
    if column is not None and column.kind is Kind.TEXT:
        return text
    return int(text) if text.isascii() and text.isdigit() else -1


def _compare(asking: Asking, column: Column, condition: Filter) -> Callable[[Record], bool]:
    read, user, operator = column.read, asking.user, condition.operator
    if condition.text == NULL and operator in ("eq", "nteq"):
        wanted = operator == "eq"
        return lambda record: (read(record, user) is None) is wanted
    if operator.endswith("like"):
        return _like(column, condition, user)
    value_of = _value_reader(asking, column)
    if operator in ("lt", "lteq", "gt", "gteq"):
        if column.kind not in _ORDERED:
            raise UnknownFilterError(f"{column.name}_{operator}")
        return _ordered(value_of, operator, _parse(asking, column, condition.text))
    # A comma list without an operator occurs on link fields only.
    is_list = operator in ("in", "ntin") or column.is_link
    texts = condition.text.split(",") if is_list else [condition.text]
    values = {_parse(asking, column, text) for text in texts}
    negative = operator.startswith("nt")

    def equal(record: Record) -> bool:
        value = value_of(record)
        found = not values.isdisjoint(value) if isinstance(value, list) else value in values
        return found is not negative

    return equal


def _value_reader(asking: Asking, column: Column) -> Callable[[Record], Any]:
    read, user, zone = column.read, asking.user, asking.firm.zone
    if column.kind is Kind.MIDNIGHT:
        return lambda record: midnight(read(record, user), zone)
    if column.kind is Kind.FLAG:
        return lambda record: {True: "T", False: "F", None: None}[read(record, user)]
    return lambda record: read(record, user)


def _ordered(value_of: Callable[[Record], Any], operator: str, limit: Any) -> Callable[[Record], bool]:  # noqa: ANN401
    def within(record: Record) -> bool:
        value = value_of(record)
        if value is None:
            return False
        match operator:
            case "lt":
                return bool(value < limit)
            case "lteq":
                return bool(value <= limit)
            case "gt":
                return bool(value > limit)
            case _:
                return bool(value >= limit)

    return within


def _like(column: Column, condition: Filter, user: User) -> Callable[[Record], bool]:
    if column.kind not in (Kind.TEXT, Kind.LINK):
        raise UnknownFilterError(f"{column.name}_{condition.operator}")
    flags = re.DOTALL | (re.IGNORECASE if "ilike" in condition.operator else 0)
    pattern = re.compile(".*".join(re.escape(part) for part in condition.text.split("*")), flags)
    read, negative = column.read, condition.operator.startswith("nt")

    def matches(record: Record) -> bool:
        value = read(record, user)
        return (value is not None and pattern.fullmatch(value) is not None) is not negative

    return matches


def _parse(asking: Asking, column: Column, text: str) -> Any:  # noqa: ANN401
    try:
        match column.kind:
            case Kind.NUMBER:
                return int(text)
            case Kind.DECIMAL:
                return Decimal(text)
            case Kind.STAMP | Kind.MIDNIGHT if len(text) == len("2026-03-16"):
                return midnight(date.fromisoformat(text), asking.bare_zone)
            case Kind.STAMP | Kind.MIDNIGHT:
                return parse_stamp(text, asking.bare_zone)
            case Kind.DATE:
                return date.fromisoformat(text[:10])
            case Kind.TEXT | Kind.FLAG | Kind.LINK | Kind.LINKS:
                return text
    except (ValueError, InvalidOperation) as wrong:
        raise UnknownFilterError(f"{column.name}={text}") from wrong


def chosen_columns(resource: Resource, wanted: str | None, *, newest: bool, listing: bool) -> tuple[Column, ...]:
    """The fields to write: those named in `wanted` (`:default` being the usual set) and always the id."""
    usual = [c for c in resource.columns if (newest or not c.newest) and (c.listed or not listing)]
    if wanted is None:
        return tuple(usual)
    names = {"id"}
    for name in wanted.split(","):
        names.update(c.name for c in usual) if name == ":default" else names.add(name)
    return tuple(c for c in resource.columns if c.name in names)
