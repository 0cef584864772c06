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
    "ug", "ohg", "se", "ev", "mbh", "sarl", "sas", "sa", "sasu", "srl", "snc", "bv", "nv", "vof", "ab", "as",
    "asa", "oy", "oyj", "aps", "kft", "zrt", "doo", "dd", "sro", "sl", "slu", "ltda", "eireli", "pte", "pvt", "sdn",
    "bhd", "kk", "ooo", "ооо", "оао", "зао", "пао", "ао", "ае", "ειε", "επε", "ικε", "sti", "tic", "tnhh",
})  # fmt: skip
"""Words of a company's name that people leave out."""


def left_out(word: str) -> bool:
    """Tell a word by which no name is looked for, in names and in titles alike."""
    return word in SKIPPED or word in LEGAL_FORMS


LEGAL_FORMS_DENSE = ("株式会社", "有限会社", "合同会社", "有限责任公司", "有限公司", "股份", "주식회사", "유한회사")
"""The same in scripts that are told apart by character."""

PREFACES = (
    ("in", "matter"), ("matter",), ("in",), ("ex", "parte"), ("application", "by"),
)  # fmt: skip
"""Beginnings of a matter's name that say nothing of it, without the words that come and go."""

GENERIC = frozenset({
    "a", "about", "account", "accounts", "acquisition", "administration", "advice", "affairs", "after", "agency",
    "agreement", "all", "amendment", "annual", "answer", "any", "appeal", "appeals", "application", "april",
    "arbitration", "as", "asset", "assets", "assignment", "associates", "assurance", "at", "auction", "august",
    "australia", "australian", "authority", "b", "back", "bank", "banking", "bankruptcy", "bay", "beach", "before",
    "best", "big", "black", "blue", "board", "body", "bond", "book", "both", "boundary", "breach", "brief", "builders",
    "building", "business", "buy", "by", "c", "call", "calls", "can", "capital", "care", "case", "cases", "central",
    "centre", "chair", "change", "charity", "check", "child", "children", "church", "city", "civil", "claim", "claims",
    "class", "clinic", "close", "club", "coast", "coffee", "commercial", "commission", "committee", "common", "company",
    "compensation", "complaint", "compliance", "conciliation", "conference", "consent", "construction", "consultants",
    "consulting", "contract", "contracts", "conveyance", "conveyancing", "corporate", "corporation", "costs", "council",
    "counsel", "county", "course", "court", "covenant", "credit", "criminal", "crown", "custody", "d", "da", "damages",
    "data", "day", "days", "de", "debt", "deceased", "december", "deed", "default", "defence", "delivery", "den",
    "department", "der", "design", "desk", "development", "developments", "di", "digital", "dinner", "direct",
    "director", "disclosure", "discovery", "dispute", "distribution", "district", "divorce", "do", "document",
    "documents", "done", "door", "down", "draft", "drive", "e", "each", "east", "eastern", "education", "electric",
    "electrical", "email", "employee", "employment", "end", "energy", "engineering", "enquiry", "enterprise",
    "enterprises", "equipment", "equity", "estate", "estates", "ever", "every", "evidence", "ex", "exchange",
    "executor", "express", "f", "facility", "family", "farm", "february", "federal", "fees", "file", "final", "finance",
    "financial", "first", "flight", "floor", "food", "foods", "for", "form", "formation", "foundation", "franchise",
    "free", "freehold", "from", "full", "fund", "funding", "future", "g", "garden", "general", "get", "global", "go",
    "gold", "golf", "good", "government", "grand", "grant", "great", "green", "group", "guarantee", "guardian", "h",
    "half", "hand", "harbour", "have", "health", "help", "here", "high", "hill", "holding", "holdings", "home", "homes",
    "hospital", "hotel", "hour", "house", "housing", "how", "i", "if", "in", "income", "incorporation", "industrial",
    "industries", "industry", "info", "inheritance", "injury", "inquest", "insolvency", "inspection", "insurance",
    "intellectual", "interim", "international", "into", "investment", "investments", "ip", "is", "island", "j",
    "january", "joint", "judgment", "july", "june", "just", "k", "key", "king", "l", "la", "lake", "land", "lane",
    "last", "law", "le", "lease", "leasehold", "leases", "leasing", "left", "legal", "let", "letter", "liability",
    "library", "licence", "license", "licensing", "life", "like", "line", "liquidation", "list", "litigation", "live",
    "loan", "local", "logistics", "london", "long", "look", "lunch", "m", "made", "mail", "make", "man", "management",
    "manufacturing", "many", "march", "marine", "mark", "market", "marketing", "master", "matter", "matters", "may",
    "me", "media", "mediation", "medical", "meeting", "memo", "merger", "mineral", "mining", "minutes", "more",
    "mortgage", "most", "motor", "motors", "move", "mutual", "my", "n", "name", "national", "need", "negligence",
    "never", "new", "news", "next", "night", "no", "north", "northern", "not", "notes", "notice", "november", "now",
    "o", "october", "off", "office", "oil", "old", "on", "once", "one", "only", "open", "opinion", "opposition", "or",
    "order", "orders", "our", "out", "over", "own", "p", "pacific", "paper", "parent", "parenting", "park", "parking",
    "parte", "parties", "partner", "partners", "partnership", "past", "patent", "pension", "people", "permit",
    "personal", "petition", "place", "plan", "planning", "point", "policy", "portfolio", "post", "power", "premier",
    "prime", "private", "pro", "probate", "procurement", "product", "products", "professional", "project", "projects",
    "properties", "property", "proposal", "prosecution", "protection", "public", "purchase", "put", "q", "quay",
    "queen", "question", "questions", "r", "railway", "re", "read", "real", "reconstruction", "recovery", "red",
    "refinance", "registration", "regulatory", "reinsurance", "release", "renewal", "rent", "report", "representation",
    "research", "residential", "resources", "restraint", "restructure", "restructuring", "retail", "retainer",
    "retirement", "review", "right", "rights", "river", "road", "room", "royal", "run", "rural", "s", "sale", "sales",
    "same", "school", "second", "secure", "security", "see", "seminar", "senior", "separation", "september", "service",
    "services", "set", "settlement", "share", "shareholder", "shareholders", "shares", "shipping", "shop", "side",
    "silver", "since", "site", "small", "smart", "so", "social", "software", "solar", "solutions", "some", "south",
    "southern", "special", "sport", "sports", "square", "star", "start", "state", "statement", "station", "step",
    "still", "stop", "store", "strata", "strategy", "street", "studio", "subdivision", "such", "super",
    "superannuation", "supply", "support", "system", "systems", "t", "table", "take", "tax", "team", "tech",
    "technologies", "technology", "telecom", "tell", "tenancy", "tenant", "tennis", "termination", "terms", "than",
    "that", "their", "them", "then", "there", "these", "they", "thing", "things", "third", "this", "those", "ticket",
    "tickets", "time", "title", "to", "today", "too", "top", "tort", "trade", "trademark", "trading", "training",
    "transfer", "transport", "travel", "tribunal", "trust", "trustee", "trustees", "trusts", "try", "turn", "two", "u",
    "under", "undertaking", "unfair", "union", "united", "university", "until", "up", "update", "urban", "us", "use",
    "v", "van", "variation", "vendor", "venture", "ventures", "very", "view", "village", "von", "w", "wait", "walk",
    "want", "warranty", "was", "water", "way", "we", "wealth", "webinar", "week", "well", "went", "were", "west",
    "western", "what", "when", "where", "which", "while", "white", "who", "whole", "why", "will", "wills", "win",
    "window", "with", "witness", "word", "work", "workers", "works", "world", "x", "y", "year", "years", "yes", "yet",
    "you", "your", "z",
})  # fmt: skip
"""Words that many names bear, and many titles that mean none of them."""
