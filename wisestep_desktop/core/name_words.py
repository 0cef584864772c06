"""What the words of matters' names are worth: which come and go, which stand for each other, which nearly all bear.

Folded as ``normalise`` folds them. Nothing here is a law: it is what names of matters look like in English-speaking
firms, with the legal forms of their clients from elsewhere.
"""

from __future__ import annotations

SAME = {
    "vs": "v", "versus": "v", "ltd": "limited", "pty": "proprietary", "corp": "corporation", "co": "company",
    "inc": "incorporated", "rd": "road", "st": "street", "ave": "avenue", "number": "no", "nr": "no", "num": "no",
    "dept": "department", "govt": "government", "intl": "international", "bros": "brothers", "mfg": "manufacturing",
}  # fmt: skip
"""Ways of writing one word."""

SKIPPED = frozenset({"the", "and", "of", "und", "et", "late", "re"})
"""Words between others that are left out as often as not."""

LEGAL_FORMS = frozenset({
    "proprietary", "limited", "llc", "llp", "lp", "incorporated", "plc", "corporation", "company", "gmbh", "ag", "kg",
    "ug", "ohg", "se", "ev", "mbh", "sarl", "sas", "sa", "sasu", "srl", "spa", "snc", "bv", "nv", "vof", "ab", "as",
    "asa", "oy", "oyj", "aps", "kft", "zrt", "doo", "dd", "sro", "sl", "slu", "ltda", "eireli", "pte", "pvt", "sdn",
    "bhd", "kk", "ooo", "ооо", "оао", "зао", "пао", "ао", "ае", "ειε", "επε", "ike", "ικε", "sti", "tic", "san", "tnhh",
})  # fmt: skip
"""Words of a company's name that people leave out."""

LEGAL_FORMS_DENSE = ("株式会社", "有限会社", "合同会社", "有限责任公司", "有限公司", "股份", "주식회사", "유한회사")
"""The same in scripts that are told apart by character."""

PREFACES = (
    ("in", "matter"), ("matter",), ("in",), ("ex", "parte"), ("application", "by"),
)  # fmt: skip
"""Beginnings of a matter's name that say nothing of it, without the words that come and go."""

GENERIC = frozenset({
    "a", "account", "accounts", "acquisition", "administration", "advice", "affairs", "agency", "agreement",
    "amendment", "annual", "appeal", "appeals", "application", "april", "arbitration", "as", "asset", "assets",
    "assignment", "associates", "assurance", "at", "auction", "august", "australia", "australian", "authority", "b",
    "bank", "banking", "bankruptcy", "bay", "beach", "black", "blue", "board", "body", "bond", "boundary", "breach",
    "brief", "builders", "building", "business", "buy", "by", "c", "capital", "care", "case", "cases", "central",
    "centre", "charity", "child", "children", "church", "city", "civil", "claim", "claims", "class", "clinic", "club",
    "coast", "commercial", "commission", "committee", "common", "company", "compensation", "complaint", "compliance",
    "conciliation", "conference", "consent", "construction", "consultants", "consulting", "contract", "contracts",
    "conveyance", "conveyancing", "corporate", "corporation", "costs", "council", "counsel", "county", "court",
    "covenant", "credit", "criminal", "crown", "custody", "d", "da", "damages", "data", "de", "debt", "deceased",
    "december", "deed", "default", "defence", "delivery", "den", "department", "der", "design", "development",
    "developments", "di", "digital", "direct", "director", "disclosure", "discovery", "dispute", "distribution",
    "district", "divorce", "document", "documents", "draft", "drive", "e", "east", "eastern", "education", "electric",
    "electrical", "employee", "employment", "energy", "engineering", "enquiry", "enterprise", "enterprises",
    "equipment", "equity", "estate", "estates", "evidence", "ex", "exchange", "executor", "express", "f", "facility",
    "family", "farm", "february", "federal", "fees", "file", "final", "finance", "financial", "first", "food", "foods",
    "for", "form", "formation", "foundation", "franchise", "freehold", "from", "fund", "funding", "future", "g",
    "garden", "general", "global", "gold", "government", "grand", "grant", "great", "green", "group", "guarantee",
    "guardian", "h", "harbour", "health", "high", "hill", "holding", "holdings", "home", "homes", "hospital", "hotel",
    "house", "housing", "i", "in", "income", "incorporation", "industrial", "industries", "industry", "inheritance",
    "injury", "inquest", "insolvency", "inspection", "insurance", "intellectual", "interim", "international",
    "investment", "investments", "ip", "is", "island", "j", "january", "joint", "judgment", "july", "june", "k", "key",
    "king", "l", "la", "lake", "land", "lane", "law", "le", "lease", "leasehold", "leases", "leasing", "legal",
    "letter", "liability", "licence", "license", "licensing", "liquidation", "litigation", "loan", "local", "logistics",
    "london", "m", "management", "manufacturing", "march", "marine", "mark", "market", "marketing", "master", "matter",
    "matters", "may", "media", "mediation", "medical", "meeting", "memo", "merger", "mineral", "mining", "minutes",
    "mortgage", "motor", "motors", "mutual", "n", "national", "negligence", "new", "no", "north", "northern", "notes",
    "notice", "november", "o", "october", "oil", "on", "one", "opinion", "opposition", "or", "order", "orders", "p",
    "pacific", "parent", "parenting", "park", "parking", "parte", "parties", "partner", "partners", "partnership",
    "patent", "pension", "permit", "personal", "petition", "plan", "planning", "point", "policy", "portfolio", "power",
    "premier", "prime", "private", "pro", "probate", "procurement", "product", "products", "professional", "project",
    "projects", "properties", "property", "proposal", "prosecution", "protection", "public", "purchase", "q", "quay",
    "queen", "r", "railway", "re", "real", "reconstruction", "recovery", "red", "refinance", "registration",
    "regulatory", "reinsurance", "release", "renewal", "rent", "report", "representation", "research", "residential",
    "resources", "restraint", "restructure", "restructuring", "retail", "retainer", "retirement", "review", "right",
    "rights", "river", "road", "royal", "rural", "s", "sale", "sales", "school", "second", "secure", "security",
    "senior", "separation", "september", "service", "services", "settlement", "share", "shareholder", "shareholders",
    "shares", "shipping", "shop", "silver", "site", "small", "smart", "social", "software", "solar", "solutions",
    "south", "southern", "special", "sports", "square", "star", "state", "statement", "station", "store", "strata",
    "strategy", "street", "studio", "subdivision", "super", "superannuation", "supply", "support", "system", "systems",
    "t", "tax", "tech", "technologies", "technology", "telecom", "tenancy", "tenant", "termination", "terms", "third",
    "title", "to", "tort", "trade", "trademark", "trading", "training", "transfer", "transport", "travel", "tribunal",
    "trust", "trustee", "trustees", "trusts", "two", "u", "undertaking", "unfair", "union", "united", "university",
    "urban", "v", "van", "variation", "vendor", "venture", "ventures", "view", "village", "von", "w", "warranty",
    "water", "wealth", "west", "western", "white", "will", "wills", "with", "witness", "work", "workers", "works",
    "world", "x", "y", "z",
})  # fmt: skip
"""Words that many names bear, and many titles that mean none of them."""
