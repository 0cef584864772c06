"""The wire form of every record: which fields, in which order, of which kind, linking where.

A table and the few readers it needs. Refuses to know how rows are chosen or who asks.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any


class Kind(enum.Enum):
    """How a value is written: see actionstep-api.md 2.3."""

    NUMBER = "integer"
    TEXT = "text"
    FLAG = "T or F"
    DECIMAL = "string with two decimals"
    STAMP = "timestamp, kept as seconds since 1970 UTC"
    MIDNIGHT = "timestamp at the organisation's midnight, kept as a date"
    DATE = "date"
    LINK = "id as a string"
    LINKS = "ids as strings"


@dataclass(frozen=True, slots=True)
class Column:
    """One field. `read` takes a record and, for the few that depend on who asks, the asking user."""

    name: str
    kind: Kind
    read: Callable[[Any, Any], Any]
    target: str = ""
    listed: bool = True
    newest: bool = False

    @property
    def is_link(self) -> bool:
        """Whether it stands inside `links`."""
        return self.kind in (Kind.LINK, Kind.LINKS)


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource: its name, its fields and what may be done to it."""

    name: str
    columns: tuple[Column, ...]
    methods: tuple[str, ...] = ("GET", "OPTIONS")

    def column(self, name: str) -> Column | None:
        """The field of exactly this name."""
        return next((column for column in self.columns if column.name == name), None)


def _item(name: str) -> Callable[[Any, Any], Any]:
    return lambda record, _user: record[name]


def _attribute(path: str) -> Callable[[Any, Any], Any]:
    read = attrgetter(path)
    return lambda record, _user: read(record)


def _always(value: object) -> Callable[[Any, Any], Any]:
    return lambda _record, _user: value


def _items(kind: Kind, spaced: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind, _item(name)) for name in spaced.split())


_YES, _NO = True, False


def _fixed(kind: Kind, value: object, spaced: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind, _always(value)) for name in spaced.split())


def _link(name: str, target: str, read: Callable[[Any, Any], Any] | None = None, *, listed: bool = True) -> Column:
    return Column(name, Kind.LINK, read or _item(name), target, listed)


_ID = Column("id", Kind.NUMBER, _item("id"))
_WRITABLE = ("GET", "POST", "PUT", "DELETE", "OPTIONS")

USERS = Resource(
    "users",
    (
        Column("id", Kind.NUMBER, _attribute("id")),
        Column("isCurrent", Kind.FLAG, lambda user, asking: user.id == asking.id),
        Column("emailAddress", Kind.TEXT, _attribute("email")),
        *_fixed(Kind.FLAG, _YES, "isActive"),
        Column("hasAuthority", Kind.FLAG, _attribute("has_authority")),
        Column("lastSeenVersion", Kind.TEXT, _always(None), newest=True),
        _link("participant", "participants", lambda user, _asking: str(user.participant)),
        _link("role", "roles", _always("4"), listed=False),
        _link("division", "divisions", _always("1"), listed=False),
        _link("defaultRate", "rates", lambda user, _asking: str(user.rate), listed=False),
    ),
)

PARTICIPANTS = Resource(
    "participants",
    (
        Column("id", Kind.NUMBER, _attribute("id")),
        Column("displayName", Kind.TEXT, _attribute("display")),
        Column("displayInitials", Kind.TEXT, _attribute("initials")),
        Column("isCompany", Kind.FLAG, _attribute("is_company")),
        Column("companyName", Kind.TEXT, lambda who, _user: who.last if who.is_company else None),
        *_fixed(Kind.TEXT, None, "salutation"),
        Column("firstName", Kind.TEXT, lambda who, _user: None if who.is_company else who.first),
        *_fixed(Kind.TEXT, None, "middleName"),
        Column("lastName", Kind.TEXT, lambda who, _user: None if who.is_company else who.last),
        *_fixed(
            Kind.TEXT,
            None,
            "suffix preferredName physicalAddressLine1 physicalAddressLine2 physicalCity physicalStateProvince"
            " physicalPostCode mailingAddressLine1 mailingCity mailingPostCode phone1Label phone1Number fax sms email"
            " website occupation taxNumber birthTimestamp maritalStatus gender",
        ),
        Column("isDeceased", Kind.FLAG, _always(value=False)),
        Column("modifiedTimestamp", Kind.STAMP, _attribute("modified")),
        Column("createdTimestamp", Kind.STAMP, lambda who, _user: who.modified - 86_400),
        *_fixed(Kind.TEXT, None, "importExternalReference"),
        Column("pronouns", Kind.TEXT, _always(None), newest=True),
        _link("physicalCountry", "countries", _always("AU")),
        _link("mailingCountry", "countries", _always(None)),
        _link("division", "divisions", _always("1")),
    ),
)

ACTIONS = Resource(
    "actions",
    (
        Column("id", Kind.NUMBER, _attribute("id")),
        Column("name", Kind.TEXT, _attribute("name")),
        Column("reference", Kind.TEXT, _attribute("reference")),
        *_fixed(Kind.NUMBER, 0, "priority"),
        Column("status", Kind.TEXT, _attribute("status")),
        Column("statusTimestamp", Kind.STAMP, lambda matter, _user: matter.modified - 3600),
        *_fixed(Kind.FLAG, None, "isBillableOverride"),
        Column("createdTimestamp", Kind.DATE, _attribute("created")),
        Column("modifiedTimestamp", Kind.STAMP, _attribute("modified")),
        Column("isDeleted", Kind.FLAG, lambda matter, _user: matter.deleted is not None),
        Column("deletedBy", Kind.TEXT, lambda matter, _user: None if matter.deleted is None else "Hartley, Robin"),
        Column("deletedTimestamp", Kind.STAMP, _attribute("deleted")),
        *_fixed(Kind.FLAG, _NO, "isFavorite"),
        *_fixed(Kind.TEXT, None, "overrideBillingStatus"),
        *_fixed(Kind.STAMP, None, "lastAccessTimestamp"),
        *_fixed(Kind.TEXT, None, "importExternalReference"),
        *_fixed(Kind.TEXT, "None", "amlReviewStatus"),
        Column("bannerText", Kind.TEXT, _always(""), newest=True),
        Column("riskBand", Kind.TEXT, _always("unrated"), newest=True),
        _link("assignedTo", "participants", lambda matter, _user: str(matter.assigned)),
        _link("division", "divisions", _always("1")),
        _link("actionType", "actiontypes", lambda matter, _user: str(matter.type_id)),
        Column(
            "primaryParticipants",
            Kind.LINKS,
            lambda matter, _user: [str(client) for client in matter.clients] or None,
            "participants",
        ),
        _link("step", "steps", lambda matter, _user: f"{matter.type_id}--1"),
        _link("billSettings", "actionbillsettings", lambda matter, _user: str(matter.id)),
        Column("relatedActions", Kind.LINKS, _always(None), "actions"),
    ),
)

ACTION_TYPES = Resource(
    "actiontypes",
    (
        _ID,
        *_items(Kind.TEXT, "name"),
        *_fixed(Kind.TEXT, None, "description"),
        *_fixed(Kind.FLAG, _YES, "trackActualTime trackBillableTime"),
        *_fixed(Kind.FLAG, _NO, "isForMarketingCampaigns isForMarketingEvents isForEmployees isForCrm"),
        *_fixed(Kind.FLAG, _NO, "isForDebtCollection isDisabled"),
        *_items(Kind.FLAG, "isBillable"),
        *_fixed(Kind.FLAG, _NO, "allowCloseWithOpenInvoice"),
        *_fixed(Kind.FLAG, _YES, "allowInlineCustomizing canCreate"),
        *_fixed(Kind.FLAG, _NO, "showAmlReviewStatus"),
        *_fixed(Kind.TEXT, "", "customLogoFilesize"),
        _link("primaryParticipantType", "participanttypes", _always("71")),
    ),
)

BILL_SETTINGS = Resource(
    "actionbillsettings",
    (
        Column("id", Kind.NUMBER, _attribute("id")),
        *_fixed(Kind.TEXT, "Hourly", "billType"),
        *_fixed(Kind.TEXT, None, "sendToEmailAddress"),
        *_fixed(Kind.TEXT, "Fees and costs", "quotedAmountIncludes"),
        *_fixed(Kind.DECIMAL, None, "quotedAmount"),
        Column("isBillable", Kind.FLAG, lambda matter, _user: matter.type_id != 40),
        Column("isUtbmsEnabled", Kind.FLAG, lambda matter, _user: matter.utbms is not None),
        Column("utbmsTaskCategoryCode", Kind.TEXT, _attribute("utbms")),
        *_fixed(Kind.TEXT, "Bill", "defaultTimeEntryBehavior"),
        *_fixed(Kind.TEXT, "All", "salesTaxAppliesTo"),
        *_fixed(Kind.TEXT, "None", "discountType"),
        *_fixed(Kind.DECIMAL, None, "discountAmount"),
        *_fixed(Kind.FLAG, _YES, "isSalesTaxEnabled"),
        _link("defaultRate", "rates", _always("17")),
        _link("currency", "", _always("AUD")),
        _link("salesTaxRate", "", _always(None)),
    ),
)

QUICK_CODES = Resource(
    "quickcodes",
    (
        _ID,
        *_items(Kind.TEXT, "quickCode description"),
        *_items(Kind.FLAG, "useForRetainerTransfers useForReceipts useForTasks useForTimeEntry useForWithdrawals"),
        Column("useForChecklists", Kind.FLAG, _always(value=False), newest=True),
        _link("rate", "rates"),
    ),
)

TIME_ENTRIES = Resource(
    "timeentries",
    (
        _ID,
        *_items(Kind.MIDNIGHT, "timestampDate"),
        *_items(Kind.TEXT, "description"),
        *_items(Kind.DECIMAL, "actualHours billableHours"),
        *_items(Kind.STAMP, "createdTimestamp"),
        *_items(Kind.TEXT, "startTime timerStatus"),
        *_fixed(Kind.STAMP, None, "timerStartedClientTimestamp"),
        *_fixed(Kind.NUMBER, 0, "timerDurationSeconds"),
        *_items(Kind.TEXT, "billingBehavior"),
        *_items(Kind.DECIMAL, "rateUnitPrice"),
        *_items(Kind.TEXT, "rateSource"),
        *_fixed(Kind.TEXT, None, "rateTimestamp"),
        *_fixed(Kind.TEXT, "Calculated", "billableAmountType"),
        *_items(Kind.DECIMAL, "billableAmount"),
        *_items(Kind.FLAG, "isBillable"),
        *_items(Kind.TEXT, "importExternalReference billReference"),
        Column("approvalState", Kind.TEXT, _always(None), newest=True),
        _link("task", "tasks", _always(None)),
        _link("quickCode", "quickcodes"),
        _link("createdBy", "participants"),
        _link("owner", "participants"),
        _link("action", "actions"),
        _link("rate", "rates"),
        _link("utbmsActivityCode", "utbmscodes", lambda entry, _user: entry.get("utbmsActivityCode")),
        _link("utbmsTaskCode", "utbmscodes", lambda entry, _user: entry.get("utbmsTaskCode")),
        _link("utbmsTimekeeperCode", "utbmscodes", _always(None)),
        _link("phoneRecord", "phonerecords", _always(None)),
        Column("costCentre", Kind.LINK, _always(None), "costcentres", newest=True),
    ),
    _WRITABLE,
)

TIME_RECORDS = Resource(
    "timerecords",
    (
        _ID,
        *_items(Kind.STAMP, "startTimestamp"),
        *_items(Kind.TEXT, "notes"),
        *_items(Kind.DECIMAL, "actualHours billableHours"),
        *_items(Kind.STAMP, "createdTimestamp"),
        _link("task", "tasks", _always(None)),
        _link("activity", "timerecordactivities"),
        _link("division", "divisions"),
        _link("createdBy", "participants"),
        _link("owner", "participants"),
        _link("action", "actions"),
        _link("rate", "rates", _always(None)),
    ),
    _WRITABLE,
)

TIME_RECORD_ACTIVITIES = Resource(
    "timerecordactivities",
    (
        _ID,
        *_items(Kind.TEXT, "name description"),
        *_fixed(Kind.TEXT, "General", "group"),
        Column("divisions", Kind.LINKS, _always(["1"]), "divisions"),
    ),
)

RATES = Resource(
    "rates",
    (
        _ID,
        *_items(Kind.TEXT, "name"),
        *_items(Kind.DECIMAL, "rate"),
        *_fixed(Kind.FLAG, _NO, "includesTax"),
        *_fixed(Kind.DECIMAL, None, "costRate"),
        *_fixed(Kind.FLAG, _YES, "isActive"),
        _link("unit", "units", _always("1")),
    ),
)

DIVISIONS = Resource(
    "divisions",
    (
        _ID,
        *_items(Kind.TEXT, "timezoneName"),
        *_items(Kind.NUMBER, "timezoneOffset"),
        *_items(Kind.FLAG, "isActive"),
        Column("lockoutTimestamp", Kind.DATE, _item("lockoutTimestamp"), listed=False),
        _link("participant", "participants"),
        _link("parent", "divisions"),
    ),
)

UTBMS_CODES = Resource(
    "utbmscodes",
    (
        Column("id", Kind.TEXT, _item("id")),
        *_items(Kind.TEXT, "categoryCode parentUtbmsCode description overrideDescription"),
        *_items(Kind.FLAG, "enabled"),
    ),
)

BILLS = Resource(
    "bills",
    (
        _ID,
        *_items(Kind.TEXT, "status ourReference theirReference currency"),
        *_items(Kind.DATE, "invoiceDate dueDate"),
        *_items(Kind.DECIMAL, "totalInclusive totalExclusive totalSalesTax totalPaid totalDue"),
        *_items(Kind.STAMP, "createdTimestamp modifiedTimestamp deletedTimestamp"),
        _link("division", "divisions"),
        Column("action", Kind.LINKS, _item("action"), "actions"),
        _link("theirParticipant", "participants"),
    ),
)

RESOURCES: dict[str, Resource] = {
    resource.name: resource
    for resource in (
        USERS,
        PARTICIPANTS,
        ACTIONS,
        ACTION_TYPES,
        BILL_SETTINGS,
        QUICK_CODES,
        TIME_ENTRIES,
        TIME_RECORDS,
        TIME_RECORD_ACTIVITIES,
        RATES,
        DIVISIONS,
        UTBMS_CODES,
        BILLS,
    )
}
