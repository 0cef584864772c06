"""What macOS reads about the app: Info.plist, as ``build.spec`` hands it to PyInstaller.

Keys and their meaning: Apple, "Information Property List".
"""

from __future__ import annotations

IDENTIFIER = "org.wisestep.desktop"
INVITATION = f"{IDENTIFIER}.invitation"

INFO: dict[str, object] = {
    "CFBundleDisplayName": "WiseStep",
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": ["en", "de"],
    "LSApplicationCategoryType": "public.app-category.business",
    "LSMinimumSystemVersion": "13.0",  # Qt 6.11 and pyobjc 13 need it
    "NSHighResolutionCapable": True,
    "NSSupportsAutomaticGraphicsSwitching": True,
    # It lives in the menu bar: no icon in the Dock that is there all day, none that bounces at sign-in. Its windows
    # come to the front when they are asked for; they are not in the Cmd-Tab list, which is the price.
    "LSUIElement": True,
    "CFBundleURLTypes": [
        {"CFBundleURLName": INVITATION, "CFBundleURLSchemes": ["wisestep"], "CFBundleTypeRole": "Viewer"},
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": INVITATION,
            "UTTypeDescription": "WiseStep invitation",
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": ["wisestep"]},
        }
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "WiseStep invitation",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [INVITATION],
        }
    ],
    # Accessibility has no text of its own: macOS asks in its own words, and our page about it says the rest. The others
    # are asked only where somebody uses what they are for.
    "NSNetworkVolumesUsageDescription": "Your firm keeps its team's settings in a shared folder.",
    "NSDesktopFolderUsageDescription": "An invitation you open, or a report you export, may be on the desktop.",
    "NSDocumentsFolderUsageDescription": "An invitation you open, or a report you export, may be in Documents.",
    "NSDownloadsFolderUsageDescription": "An invitation you open may be in Downloads.",
    "NSBluetoothAlwaysUsageDescription": "Signing in to Actionstep may use a security key by Bluetooth.",
}
