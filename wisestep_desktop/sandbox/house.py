"""The fixed part of every seeded firm: its people, rates, matter types, quick codes, history and well-known matters."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox.firm import Firm, Participant, User

FIRM_KEY = "hartleyco"
TRAINING_KEY = "hartleycotraining"
_BOTH = (FIRM_KEY, TRAINING_KEY)

PRACTICE_PASSWORD = "practice"  # noqa: S105 - it is printed for whoever practises
USERS: tuple[User, ...] = (
    User(11, 26, "terry.tester@hartley.example", PRACTICE_PASSWORD, has_authority=False, rate=19, organisations=_BOTH),
    User(12, 31, "robin.hartley@hartley.example", PRACTICE_PASSWORD, has_authority=True, rate=18, organisations=_BOTH),
    User(
        13, 38, "sam.okoye@hartley.example", PRACTICE_PASSWORD, has_authority=False, rate=17, organisations=(FIRM_KEY,)
    ),
)
STAFF = (26, 31, 38)

_PEOPLE = (
    (26, "Terry", "Tester", False),
    (31, "Robin", "Hartley", False),
    (38, "Sam", "Okoye", False),
    # Ids of users that belong to somebody else here: taking one for a participant must not go unnoticed.
    (4, "", "Hartley & Co", True),
    (11, "Morgan", "Alder", False),
    (12, "", "Court Registry", True),
    (13, "Jamie", "Birch", False),
)

_RATES = ((17, "Standard", "400.00"), (18, "Principal", "620.00"), (19, "Solicitor", "400.00"), (46, "Court", "520.00"))

MATTER_TYPES: tuple[tuple[int, str, bool], ...] = (
    (21, "Litigation", True),
    (28, "Estates", True),
    (33, "Conveyancing", True),
    (34, "Leasing", True),
    (35, "Family law", True),
    (36, "Employment", True),
    (37, "Commercial", True),
    (38, "Wills", True),
    (39, "Debt recovery", True),
    (40, "Internal", False),
)

QUICK_CODES: tuple[tuple[int, str, str, bool], ...] = (
    (300, "Client Communications", "Client communications", True),
    (301, "Drafting", "Drafting and settling documents", True),
    (302, "Review / analyse", "Reviewing and analysing documents", True),
    (303, "Court attendance", "Attending court", True),
    (304, "Research", "Legal research", True),
    (305, "Meeting", "Attending meeting", True),
    (306, "Telephone", "Telephone attendance", True),
    (307, "Email", "Email correspondence", True),
    (308, "Travel", "Travelling", True),
    (309, "Negotiation", "Negotiating with the other side", True),
    (310, "Due diligence", "Due diligence", True),
    (311, "Settlement", "Preparing for and attending settlement", True),
    (312, "Administration", "File administration", True),
    (313, "Non-Billable", "Non-billable work", True),
    (314, "Marketing", "Marketing and business development", True),
    (315, "Training", "Professional development", True),
    (316, "Search fees", "Search fees", False),
)


_ACTIVITIES, _LITIGATION = "Activity Codes", "Litigation Code Set"
UTBMS_CODES: tuple[tuple[str, str, str, str | None, str | None], ...] = (
    ("A102", _ACTIVITIES, "Research", None, None),
    ("A103", _ACTIVITIES, "Draft/revise", None, None),
    ("A106", _ACTIVITIES, "Communicate (with client)", None, "Client communications"),
    ("A111", _ACTIVITIES, "Other", None, None),
    ("L100", _LITIGATION, "Case Assessment, Development and Administration", None, None),
    ("L110", _LITIGATION, "Fact Investigation/Development", "L100", None),
    ("L120", _LITIGATION, "Analysis/Strategy", "L100", None),
    ("P100", "Project Code Set", "Project Administration", None, None),
)


class DemoMatter(NamedTuple):
    """A matter that every seeded firm has, so that lessons and tests can name it."""

    id: int
    name: str
    reference: str
    client: str
    type_id: int
    year: int
    status: str = "Active"
    restricted: bool = False
    utbms: str | None = None


DEMO: tuple[DemoMatter, ...] = (
    DemoMatter(10482, "Harbour Holdings v Quay Pty Ltd", "HAR-2024-017", "Harbour Holdings Pty Ltd", 21, 2024),
    DemoMatter(10990, "Marlow Estate", "EST-2025-004", "Marlow, Jane", 28, 2025),
    DemoMatter(
        10611, "Smith v Northgate Council", "SMI-2025-031", "Smith, Robert", 21, 2025, utbms="Litigation Code Set"
    ),
    DemoMatter(10877, "Jones – Purchase of 4 Wharf Road", "CON-2026-112", "Jones, Amelia", 33, 2026),
    DemoMatter(10733, "Okafor – Lease of Level 3", "LEA-2026-020", "Okafor Design Studio Pty Ltd", 34, 2026),
    DemoMatter(
        10305, "Quayside Developments – Rezoning", "QUA-2023-009", "Quayside Developments Pty Ltd", 37, 2023, "Closed"
    ),
    DemoMatter(
        10818, "Whitlock & Vance – Parenting orders", "FAM-2026-003", "Whitlock, Dana", 35, 2026, restricted=True
    ),
    # Close relations, so that a name alone does not always decide.
    DemoMatter(10483, "Harbour Holdings v Quay Pty Ltd (No 2)", "HAR-2025-002", "Harbour Holdings Pty Ltd", 21, 2025),
    DemoMatter(10654, "Smith – Will and powers of attorney", "WIL-2025-018", "Smith, Rebecca", 38, 2025),
)


def add_house_records(firm: Firm, anchor: int, quickcodes: list[dict[str, Any]] | None = None) -> None:
    """Everything a firm has apart from clients and matters. `anchor` is the instant of the last seeded change."""
    firm.fill("users", USERS)
    firm.fill("participants", [Participant(i, first, last, company, anchor) for i, first, last, company in _PEOPLE])
    firm.fill("rates", [_rate(*row) for row in _RATES])
    firm.fill("actiontypes", [_matter_type(*row) for row in MATTER_TYPES])
    if quickcodes is None:
        firm.fill("quickcodes", [quick_code(*row) for row in QUICK_CODES])
    else:
        firm.fill("quickcodes", [quick_code(int(row["id"]), row["name"], row["name"]) for row in quickcodes])
    firm.put(
        "divisions",
        {"id": 1, "isActive": True, "lockoutTimestamp": date(2025, 6, 30), "participant": "4", "parent": None},
    )
    firm.fill("timerecordactivities", [_activity(5, "Drafting", "Drafting documents"), _activity(6, "Telephone", None)])
    firm.fill("utbmscodes", [_utbms(*row) for row in UTBMS_CODES])


def add_history(firm: Firm) -> None:
    """Some older entries: billed, non-billable, recorded by a colleague, without text, without reference."""
    rows = (
        (430101, date(2026, 3, 10), "Reviewing contract of sale", "0.80", "0.80", "13:00:00", True, "26", "INV-2042"),
        (430102, date(2026, 3, 11), "Internal file opening", "0.50", "0.00", "11:00:00", False, "26", None),
        (430103, date(2026, 3, 12), None, "1.00", "1.00", None, True, "31", None),
    )
    for ident, day, text, actual, billable, start, is_billable, recorder, bill in rows:
        amount = Decimal(actual) * 400
        firm.put(
            "timeentries",
            {
                "id": ident,
                "timestampDate": day,
                "description": text,
                "actualHours": Decimal(actual),
                "billableHours": Decimal(billable),
                "createdTimestamp": int((day - date(1970, 1, 1)).total_seconds()) + 6 * 3600,
                "startTime": start,
                "timerStatus": "Stopped",
                "billingBehavior": "Bill",
                "rateUnitPrice": Decimal(400) if is_billable else None,
                "rateSource": "Timekeeper" if is_billable else "Default",
                "billableAmount": amount,
                "isBillable": is_billable,
                "importExternalReference": None,
                "billReference": bill,
                "quickCode": None,
                "createdBy": recorder,
                "owner": "26",
                "action": "10482",
                "rate": "19" if is_billable else None,
            },
        )
    firm.history = frozenset(firm.ids("timeentries"))


def set_zone(firm: Firm, name: str, now: float) -> None:
    """Put a firm into a time zone, by its IANA name, and let its division say so."""
    firm.zone = ZoneInfo(name)
    offset = datetime.fromtimestamp(now, firm.zone).utcoffset()
    old = firm.find("divisions", 1)
    if old is not None and offset is not None:
        firm.put("divisions", {**old, "timezoneName": name, "timezoneOffset": int(offset.total_seconds())})


def quick_code(ident: int, name: str, description: str, for_time: bool = True) -> dict[str, Any]:  # noqa: FBT001, FBT002
    """A quick code's record."""
    return {
        "id": ident,
        "quickCode": name,
        "description": description,
        "useForRetainerTransfers": False,
        "useForReceipts": False,
        "useForTasks": True,
        "useForTimeEntry": for_time,
        "useForWithdrawals": not for_time,
        "rate": None,
    }


def _rate(ident: int, name: str, price: str) -> dict[str, Any]:
    return {"id": ident, "name": name, "rate": Decimal(price)}


def _matter_type(ident: int, name: str, billable: bool) -> dict[str, Any]:  # noqa: FBT001
    return {"id": ident, "name": name, "isBillable": billable}


def _activity(ident: int, name: str, description: str | None) -> dict[str, Any]:
    return {"id": ident, "name": name, "description": description}


def _utbms(ident: str, category: str, description: str, parent: str | None, own: str | None = None) -> dict[str, Any]:
    return {
        "id": ident,
        "categoryCode": category,
        "description": description,
        "parentUtbmsCode": parent,
        "overrideDescription": own,
        "enabled": ident != "A111",
    }
