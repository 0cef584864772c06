"""Invented words from which the sandbox's firm is put together, spaces inside a name written `_`. Nobody is meant."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


SURNAMES: tuple[str, ...] = _words("""
    Abbott Adeyemi Ahmadi Alvarez Anders Aquino Ashworth Baker Bannerman Barlow Beckett Bellamy Bianchi
    Birch Blackwood Bourke Bradshaw Brennan Brooks Callahan Carver Castellano Chandra Chen Clarke
    Connolly Cooper Crawford Cullen Dalton Davies Delacroix Demir Doherty Donnelly Duarte Dunmore
    Eastwood Edwards Ellery Evans Fairfax Farrow Ferrari Finch Fitzgerald Fleming Forsyth Fraser
    Gallagher Garcia Gibson Gilmore Goodwin Grantham Greaves Greenway Gupta Haddad Halloran Hamilton
    Hansen Harding Hargreaves Hastings Hawthorne Henley Hewitt Hoang Hollis Howell Hughes Ivanov Jackson
    Jarvis Jennings Johansson Jones Kapoor Kavanagh Kealey Kelly Kendrick Kim Kingsley Kovac Kowalski
    Lambert Langford Larkin Lawson Leung Liddell Lindqvist Lockwood Loukas Lynch MacKenzie Maddox
    Mahoney Mancini Marchetti Marlow Marsden Mason McAllister McBride McGrath Mehta Mercer Merrick
    Mistry Molloy Montague Morgan Moriarty Murphy Nakamura Nash Nguyen Nolan Norwood Novak O'Brien
    O'Connor O'Hara Okafor Oliveira Osborne Owens Paget Papadakis Park Patel Pemberton Penrose Petrov
    Pham Pickering Porter Prescott Quill Quinn Radcliffe Rahman Ramsay Redfern Reid Reyes Rhodes Ritchie
    Romano Rossi Rowan Russo Ryan Sanderson Santos Schmidt Sharma Sheridan Silva Sinclair Singh Smith
    Sorensen Spencer Stafford Stavros Sterling Stewart Sutherland Tanaka Tavares Taylor Tennant
    Thackeray Thorne Tran Tucker Underwood Vance Vaughan Vella Villiers Wakefield Walsh Waters Webster
    Wentworth Whitaker Whitlock Wilkins Williams Winters Wong Woodward Wyatt Yamamoto Yates Young Zammit
    Zhang Zielinski
""")

FIRST_NAMES: tuple[str, ...] = _words("""
    Aaron Aisha Alan Alice Amelia Amir Anna Anthony Ava Benjamin Beth Bridget Caleb Carla Catherine
    Chloe Clare Daniel David Diana Dominic Eleanor Elias Elise Emily Erin Ethan Faith Fatima Felix Fiona
    Francis Gabriel Gemma George Georgia Grace Hamish Hannah Harriet Helen Henry Hugh Imogen Irene Isaac
    Isabel Jacob James Jane Jasmine Joanna John Joseph Julia Karen Keiko Kevin Laila Laura Leo Lewis
    Linh Louise Lucas Lucy Luke Malcolm Marcus Margaret Maria Martin Matthew Mei Mia Michael Miriam
    Mohammed Naomi Natalie Nathan Nicholas Nina Noah Olivia Oscar Patrick Paul Peter Philippa Priya
    Rachel Rebecca Richard Robert Rosa Ruth Samuel Sarah Sean Simon Sophie Stella Stephen Susan Tariq
    Thomas Tobias Uma Victor Victoria Vikram Walter Wei William Yasmin Zara Zoe
""")

COMPANY_FIRST: tuple[str, ...] = _words("""
    Acacia Alpine Amber Anchor Apex Arbour Argyle Ascot Atlas Avalon Banksia Bayside Beacon Bellbird
    Blue_Gum Brightwater Cambrian Capstone Cascade Cedar Centennial Clearview Coastal Cobalt Compass
    Coral Cornerstone Crescent Crestline Currawong Deepwater Eastgate Eastern Elmwood Emerald Fernhill
    Finlayson Flinders Foxglove Gateway Glenmore Granite Greenfield Harbour Hawkesbury Headland Heritage
    Highgate Hillcrest Horizon Ironbark Jacaranda Keystone Kestrel Kingfisher Kookaburra Lakeside
    Lantern Laurel Lighthouse Lorne Magnolia Mallee Mariner Meridian Merlin Metro Midland Milestone
    Monarch Mosaic Northgate Northern Oakleigh Oceanview Orchard Orion Pacific Paragon Parkside
    Peninsula Pinnacle Quay Quayside Ranger Redgum Regent Ridgeway Riverbend Riverside Rosewood Saltbush
    Sandstone Seabrook Sentinel Silverton Southern Spinnaker Stonebridge Summit Sunrise Tamarind
    Tidewater Timberline Union Valley Vanguard Waratah Waterloo Wattle Westbrook Western Westgate Willow
    Windsor Wharfside Yarran Zenith
""")

COMPANY_SECOND: tuple[str, ...] = _words("""
    Agriculture Analytics Architects Automotive Bakehouse Brewing Builders Building_Group Capital Care
    Childcare Civil Cleaning Clinic Coffee Constructions Consulting Couriers Dental Design_Studio
    Developments Distribution Electrical Energy Engineering Equipment_Hire Estates Events Farms Finance
    Fisheries Fitness Foods Freight Furniture Group Health Holdings Homes Hospitality Hotels Imports
    Industries Interiors Investments Joinery Labs Land Landscapes Logistics Manufacturing Marine Media
    Medical Mining Motors Nurseries Packaging Partners Pharmacy Plumbing Print Properties Recruitment
    Refrigeration Renewables Resources Robotics Roofing Scaffolding Security Software Solar Steel
    Storage Surveying Systems Technologies Textiles Timber Tourism Transport Travel Vineyards Water
    Wines
""")

STREETS: tuple[str, ...] = _words("""
    Acacia_Avenue Albion_Street Bay_Street Beach_Road Bellevue_Parade Bridge_Street Canal_Road
    Castle_Lane Church_Street Cliff_Road Clyde_Street Crown_Street Dock_Street Elizabeth_Street
    Ferry_Road Garden_Street George_Street Glebe_Lane Hill_Street Hunter_Street Kent_Street King_Street
    Lagoon_Drive Lime_Street Market_Street Mill_Road Ocean_Street Orchard_Road Oxford_Street Park_Avenue
    Phillip_Street Pitt_Lane Point_Road Princes_Highway Queen_Street Railway_Parade Ridge_Street
    River_Road Rose_Street Sandy_Lane School_Lane Spring_Street Station_Street Sussex_Street
    The_Esplanade Union_Street Victoria_Road View_Street Wharf_Road William_Street Windmill_Street
    York_Street
""")

COUNCILS: tuple[str, ...] = _words("""
    Northgate Southbank Eastvale Westmere Ironbark Harbourside Glenmore Riverina_Plains Bellmore
    Kingsford_Heath
""")

COMPANY_FORM: tuple[str, ...] = ("Pty Ltd", "Pty Ltd", "Pty Ltd", "Pty Ltd", "Ltd", "Trust", "Co-operative Ltd")
