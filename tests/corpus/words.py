"""Words from which invented English-speaking clients, matters and documents are made."""

# ruff: noqa: SIM905

from __future__ import annotations

SURNAMES = tuple(
    """Smith Jones Marlow Harker Tennant Ashby Corrigan Pemberton Lowe Whitford Okafor Delgado
    Brannigan Castellan Doyle
    Farrow Gillespie Hartigan Ingram Jessop Kettering Lattimore Mercer Nolan Orchard Pickering Quigley Rutherford Sexton
    Thackeray Underhill Vickery Wardlow Yardley Zammit Aldous Birtles Crowther Dunmore Eastlake Fairweather Goddard
    Holloway Illsley Jarrow Kinsella Lomax Maddern Norbury Osgood Prideaux Ransome Standish Trevanion Upjohn Venables
    Wexford Young Law Page Price May Hill Court Will Bond Bell Long Short Brown Green White Black King Knight Bishop
    Carter Cooper Baker Mason Field Rivers Woods Stone Marsh Brooks Ford Grant Chance Noble Rich Sharp Swift Winter
    Sommers Frost Snow Day Knight-Reeve O'Dowd O'Connell D'Arcy McAllister MacInnes St-John Fenwick-Hale Nguyen Tran
    Patel Singh Chen Wong Papas Rossi Moretti Novak Kowal Haddad Said Kaur Lindqvist Larsen Brandt Vasquez
    Pereira""".split()
)

GIVEN = tuple(
    """Jane John Margaret Peter Susan David Helen Robert Karen Michael Fiona Andrew Lucy Thomas Emily George Harriet
    Edward Alice Simon Claire Martin Ruth Stephen Joan Philip Grace Douglas Nora Leonard Beatrice Hugh Imogen Walter
    Sylvia Malcolm Tessa Rupert Olive Desmond Priya Arjun Mei Linh Carlos Sofia Marco Elena Yusuf Leila""".split()
)

HEADS = tuple(
    """Harbour Quay Northgate Kestrel Larkspur Bluestone Ironbark Saltwater Copperline Silverton Redgum Tidewater
    Brightwater Oakhurst Fernleigh Granite Southbank Wharfside Lantern Juniper Pinnacle Cobalt Marigold Thornbury
    Windermere Castlereagh Banksia Coolabah Drumlin Elmswood Foxglove Glenrowan Hawthorn Inverell Jindabyne Kurrajong
    Lighthouse Mulberry Nautilus Overland Paragon Quarterdeck Riverstone Sandpiper Tamarind Umbra Vantage Wattlebird
    Xanadu Yarrow Zephyr Acacia Boxwood Cedarvale Dovetail Everglade Falconer Goldcrest Highfield Islander Jackdaw
    Keystone Limestone Moonlight Nightjar Osprey Plover Quartzite Rosella Sycamore Tussock Upland Verdant Willowbank
    Albatross Bettong Currawong Dunnart Echidna Galah Hibiscus""".split()
)

TAILS = tuple(
    """Holdings Nominees Investments Developments Constructions Logistics Foods Capital Trading Properties Engineering
    Energy Pastoral Finance Marine Hospitality Group Partners Services Textiles Mining Dairies Transport Media Ventures
    Insurance Freight Timber Wines Packaging""".split()
)

FORMS = ("Pty Ltd", "Pty Ltd", "Pty Ltd", "Limited", "Ltd", "LLC", "Inc", "plc", "LLP", "")

COMMON_COMPANIES = (
    "Capital Partners Holdings",
    "First National Group",
    "Blue",
    "Premier Property Services",
    "Global Trading Company",
    "United Services Group",
    "Advance Finance",
    "Direct Energy Solutions",
    "City Property Management",
    "Home Building Company",
    "The Coffee Club House",
    "Fresh Food Group",
    "General Insurance Partners",
    "Clear Water Services",
    "Open House",
    "New World Media",
    "Central Transport",
    "Modern Office Supplies",
    "Professional Health Services",
    "Next Step",
    "Green Energy Partners",
    "Document Solutions",
    "Quality Control Systems",
    "Summit",
    "Orange Grove Estate",
    "Standard Finance Corporation",
    "Service Stream Holdings",
    "Australian Land Company",
    "Northern Property Trust",
    "Better Schools Foundation",
)

STREETS = tuple(
    """Wharf Mill Church Station Victoria Albert Bridge Garden Orchard Park Queen Market Chapel Beach Forest Railway
    Spring Grange Meadow Canal Harbour Ridge Valley Rosewood Elm Cedar Pine Lakeside Parade Castle""".split()
)
WAYS = ("Street", "Road", "Lane", "Avenue", "Terrace", "Crescent", "Drive", "Place")

SUBJECTS = (
    "Share sale",
    "Shareholders dispute",
    "Will and powers of attorney",
    "Probate",
    "Family law",
    "Employment advice",
    "Trade mark application",
    "Loan facility",
    "Debt recovery",
    "Building dispute",
    "Unfair dismissal",
    "Tax objection",
    "Visa application",
    "Retail lease",
    "Franchise agreement",
    "Boundary dispute",
    "Contract review",
    "Property settlement",
    "Parenting orders",
    "Planning appeal",
    "Personal injury claim",
    "Restructure",
    "Licence application",
    "Easement dispute",
    "Supply agreement",
    "Defamation claim",
    "Insurance recovery",
    "Option deed",
    "Joint venture",
    "Workplace investigation",
)

DOCUMENTS = (
    "Advice",
    "Affidavit",
    "Draft deed",
    "Letter to other side",
    "Costs agreement",
    "Chronology",
    "Statement of claim",
    "Brief to counsel",
    "File note",
    "Discovery list",
    "Settlement offer",
    "Submissions",
    "Witness statement",
    "Instructions",
    "Requisitions",
    "Engagement letter",
    "Title search",
    "Deed of release",
    "Board minutes",
    "Notice of dispute",
    "Authority to act",
    "Undertaking",
    "Interrogatories",
    "Orders",
    "Timeline",
    "Exhibit list",
    "Memo",
    "Attendance note",
    "Disbursements",
    "Search results",
    "Draft orders",
    "Subpoena",
    "Signed copy",
    "Amendments",
    "Mark-up",
    "Questions",
)

TALKS = (
    "catch up",
    "conference with counsel",
    "settlement call",
    "mediation",
    "directions hearing",
    "prep for hearing",
    "client call",
    "status call",
    "instructions",
    "callover",
    "without prejudice meeting",
    "expert conclave",
    "signing",
)

STAFF = ("Ottilie Vane", "Bram Hesketh", "Cosima Thrale", "Ludo Penhallow")
"""People of the firm; none of their names is a client's."""

MAILBOX = "ottilie.vane@vanehesketh.example"
