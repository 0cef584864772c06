"""The words of titles, folded as ``titles`` folds them: programs, states, folders, profiles, in four languages.

Nothing here is a secret of a program: each is what its windows say. A word that a client, a matter or a document might
bear by itself ("Box", "Word", "Files", "Saved") is kept apart from one that nobody would: it is believed only beside
something that proves it.
"""

from __future__ import annotations

BROWSERS = (
    "chrom", "msedge", "microsoft edge", "microsoft-edge", "microsoft.edge", "firefox", "safari", "brave", "opera",
    "vivaldi", "librewolf", "waterfox", "webkit",
)  # fmt: skip
"""Parts of the names of applications that show pages."""

PROFILE_SIGNERS = ("edge", "firefox")
"""Browsers that put the profile before their own name."""

POST = (
    "outlook", "olk", "mail", "thunderbird", "evolution", "geary", "emclient", "teams", "slack", "zoom", "webex",
    "whatsapp", "signal", "telegram", "discord", "skype", "lync", "messenger", "element", "mattermost", "ciscocollab",
)  # fmt: skip
"""Parts of the names of applications that count what is unread."""

QUIET_IN_FRONT = ("outlook",)
"""Those of them that count behind the name of a folder only: "(482) Smith" in front is the subject of a mail."""

FOLDER_VIEWS = ("explorer", "nautilus", "dolphin", "finder", "files", "nemo", "caja", "thunar")
"""Parts of the names of applications that show folders, some with tabs."""

PROGRAMS = {
    # What people browse with
    "chrome": (
        (
            r"(?:google )?chrome(?: for testing)?(?: beta| dev| canary)?"
            r"(?: \((?:incognito|inkognito|navigation privée|シークレット)\))?"
        ),
        ("chrom",),
    ),
    "chromium": (r"chromium(?: \((?:incognito|inkognito)\))?", ("chrom",)),
    "edge": (r"microsoft edge(?: beta| dev| canary)?", ("edge",)),
    "firefox": (
        (
            r"(?:mozilla )?firefox(?: esr| nightly| developer edition)?"
            r"(?: \(?(?:private browsing|privater modus|navigation privée|プライベートブラウジング)\)?)?"
        ),
        ("firefox",),
    ),
    "safari": (r"safari", ("safari",)),
    "brave": (r"brave(?: browser)?", ("brave",)),
    "opera": (r"opera", ("opera",)),
    "vivaldi": (r"vivaldi", ("vivaldi",)),
    "forks": (r"librewolf|waterfox", ("librewolf", "waterfox")),
    # What they write with
    "word": (r"(?:microsoft )?word", ("word",)),
    "excel": (r"(?:microsoft )?excel", ("excel",)),
    "powerpoint": (r"(?:microsoft )?powerpoint", ("powerp",)),
    "onenote": (r"(?:microsoft )?onenote", ("onenote",)),
    "office": (r"(?:microsoft )?(?:access|publisher|visio|project)", ("msaccess", "mspub", "visio", "winproj")),
    "libreoffice": (
        r"(?:libreoffice|openoffice)(?: \d{1,2}(?:\.\d{1,2})?)?(?: writer| calc| impress| draw| base| math)?",
        ("office", "writer", "calc", "impress"),
    ),
    "wordperfect": (r"(?:corel )?wordperfect(?: office)?(?: x?\d{1,4})?", ("wordperfect", "wpwin")),
    "notepad": (r"notepad|editor|bloc-notes|メモ帳", ("notepad",)),
    "notepadpp": (r"notepad\+\+(?: \[administrator\])?", ("notepad++",)),
    "vscode": (r"visual studio code(?: - insiders)?(?: \[administrator\])?", ("code",)),
    "editors": (r"wordpad|textedit|gedit|kate|vim", ("wordpad", "textedit", "gedit", "kate", "vim")),
    # What they read with
    "acrobat": (
        (
            r"(?:adobe )?(?:acrobat|reader)(?: reader)?(?: pro| standard)?(?: dc| xi?| 2017| 2020| 2024)?"
            r"(?: \((?:32|64)-bit\))?"
        ),
        ("acro",),
    ),
    "foxit": (r"foxit (?:pdf )?(?:reader|editor|editor pro|phantompdf)", ("foxit",)),
    "xchange": (r"pdf-xchange (?:editor|viewer)(?: plus)?", ("xchange", "pdfxedit")),
    "bluebeam": (r"bluebeam revu(?: x64)?(?: cad| extreme| standard)?(?: \d{1,4})?", ("revu", "bluebeam")),
    "readers": (r"nitro (?:pdf )?pro(?: \d{1,2})?|sumatrapdf|okular", ("nitro", "sumatra", "okular")),
    "evince": (
        r"evince|papers|document viewer|dokumentenbetrachter|visionneur de documents|ドキュメントビューアー",
        ("evince", "papers", "document viewer"),
    ),
    "preview": (r"preview|vorschau|aperçu|プレビュー", ("preview",)),
    "vlc": (r"vlc(?: media player)?", ("vlc",)),
    # What they talk with
    "outlook": (r"(?:microsoft )?outlook", ("outlook", "olk")),
    "message": (
        (
            r"(?:message|nachricht|メッセージ) \((?:html(?: ?形式)?|plain text|rich[- ]text|nur[- ]text"
            r"|texte brut|texte enrichi|テキスト ?形式|リッチ ?テキスト ?形式)\)"
        ),
        ("outlook", "olk"),
    ),
    "teams": (r"(?:microsoft )?teams(?: \((?:work or school|preview|free|kostenlos)\))?", ("teams",)),
    "thunderbird": (r"(?:mozilla )?thunderbird", ("thunderbird",)),
    "zoom": (r"zoom(?: workplace)?", ("zoom",)),
    "webex": (r"(?:cisco )?webex(?: meetings)?", ("webex", "ciscocollab")),
    "slack": (r"slack", ("slack",)),
    "skype": (r"skype(?: for business)?", ("skype", "lync")),
    # Where they keep things
    "explorer": (
        r"(?:windows |file |datei-)?explorer|explorateur de fichiers|エクスプローラー",
        ("explorer",),
    ),
    "files": (r"files|dateien|fichiers|ファイル|dolphin|finder", ("nautilus", "files", "dolphin", "finder")),
    "imanage": (r"imanage work(?: desktop(?: for mac)?)?", ("imanage",)),
    "netdocuments": (r"netdocuments|ndoffice", ("netdocuments", "ndoffice")),
    "worldox": (r"worldox(?: gx\d?)?", ("worldox",)),
    "edocs": (r"(?:opentext )?edocs(?: dm)?", ("edocs", "dm")),
}
"""How programs sign their windows, and parts of the names of their applications.

A signature is believed in the windows of its own program only: a client may be called Box or Word or Adobe Acrobat.
"""

SURE_STATES = (
    "read-only|compatibility mode|protected view|auto-?saved|autorecovered|last saved by user"
    "|saved to (?:this pc|my mac|onedrive|sharepoint)|upload (?:pending|blocked|failed)"
    "|schreibgeschützt|kompatibilitätsmodus|geschützte ansicht|automatisch gespeichert|auf diesem pc gespeichert"
    "|lecture seule|mode de compatibilité|mode protégé|enregistré automatiquement|enregistré sur ce pc"
    "|読み取り専用|互換モード|保護ビュー|保護されたビュー|自動保存済み|この pc に保存済み"
    "|ユーザーが最後に保存したファイル"
)
"""States of a document that no document is named after."""

BRACKETED_STATES = r"not responding|unmodified|inprivate|\+|\*|keine rückmeldung|ne répond pas|応答なし"
"""States that are believed because they stand in brackets at the end."""

SHY_STATES = (
    r"saved|saving(?:\.\.\.)?|unsaved|modified|edited|shared|group|repaired|recovered|secured|view only|viewing|editing"
    "|gespeichert|geändert|bearbeitet|freigegeben|gruppe|repariert|wiederhergestellt|gesichert|geschützt"
    "|enregistré|modifié|partagé|groupe|réparé|récupéré|protégé"
    "|保存済み|変更済み|編集済み|変更あり|共有|グループ|修復済み|保護"
)
"""States that a document may be named after ("Loan (Secured)"): believed only beside a whole file name."""

PAGES = r"(?:page|seite) \d{1,5} (?:of|von|sur|/) \d{1,5}|\d{1,5} ?/ ?\d{1,5} ?ページ"
"""Where somebody is in a document: believed only beside a whole file name, or while it is printed."""

FOLDERS = (
    "inbox|posteingang|boîte de réception|受信トレイ|受信箱|unread(?: mail)?|ungelesen(?:e nachrichten)?|drafts?"
    "|entwürfe|brouillons|下書き|junk(?: e-?mail)?|spam|outbox|postausgang|all mail|alle nachrichten|chats?"
    "|activity|aktivität|activité|calls|notifications|participants|teilnehmer|参加者"
    "|whatsapp|messenger|slack|microsoft teams|gmail"
)
"""Folders and views that count what is in them."""

REMINDERS = r"reminders?(?:\(s\))?|erinnerung(?:en|\(en\))?|rappels?(?:\(s\))?|アラーム|件のアラーム"
"""What a window of reminders calls them."""

UNREAD = (
    r"\d{1,4}\+? (?:new|unread)(?: (?:items?|messages?|mentions?|notifications?|e?mails?))?"
    r"|\d{1,4} (?:neue|ungelesene)(?: (?:elemente?|nachrichten?|objekte?))?"
    r"|\d{1,4} (?:nouveaux?|nouveaux? éléments?|messages? non lus?|éléments? non lus?)"
    r"|\d{1,4} ?件の(?:新しいアイテム|新着|未読)(?:メッセージ)?"
    r"|[\d.,']{1,9} (?:messages?|e-mails?|nachrichten)(?:, [\d.,']{1,9} (?:unread|ungelesene?|non lus?))?"
    r"|[\d.,']{1,9} ?件のメッセージ(?:、未開封 ?[\d.,']{1,9} ?件)?"
)
"""A whole segment, or a bracket, that only counts messages."""

WAITING = (
    r"(?:loading|connecting|reconnecting|buffering|syncing|please wait|wird geladen|lädt|verbinden|chargement"
    r"|connexion|synchronisation|読み込み中|接続中|同期中)\.\.\."
)
"""A whole segment that only asks for patience."""

VERBS = (
    "downloading|uploading|copying|printing|extracting|compressing|converting|exporting|importing|scanning|syncing"
    "|loading|installing|updating|wird (?:heruntergeladen|gedruckt|kopiert)|drucken|download|upload"
    "|téléchargement(?: de)?|impression(?: de)?|copie(?: de)?|envoi(?: de)?"
    "|ダウンロード中|印刷中|アップロード中|コピー中"
)
"""What a program is busy with, at the start of a segment."""

DONE = "complete|completed|downloaded|uploaded|done|abgeschlossen|heruntergeladen|terminé|téléchargé|effectué|完了"
"""What follows a share of the work done."""

TAB_STATES = frozenset({
    "audio playing", "audio muted", "camera recording", "microphone recording", "camera and microphone recording",
    "tab content shared", "screen or window content shared", "picture-in-picture", "picture in picture",
    "inactive tab", "network error", "bluetooth device connected", "usb device connected",
    "high memory usage", "memory usage", "audiowiedergabe", "ton aus", "lecture audio en cours", "son coupé",
    "音声を再生中", "音声ミュート中", "inprivate", "[inprivate]",
})  # fmt: skip
"""What a browser says of a tab between the page and its own name."""

PROFILES = (
    r"(?:person|profile|profil|プロファイル|ユーザー) ?\d{1,2}|personal|persönlich|personnel|個人|work|arbeit"
    r"|geschäftlich|travail|professionnel|職場|guest|gast|invité|ゲスト|default|original profile|ursprüngliches profil"
)
"""Profiles as browsers name them by themselves; one that a person named is kept, for it might be part of the page."""

MORE = (
    r" and (?:\d{1,4} )?more (?:pages?|tabs?)"
    r"| und \d{1,4} weitere (?:seiten?|tabs?|registerkarten?)"
    r"| et \d{1,4} (?:(?:autres? )?(?:pages?|onglets?)(?: supplémentaires?| de plus)?)"
    r"| ?および(?:その)?他 ?\d{1,4} ?(?:個の)? ?(?:ページ|タブ)"
)
"""How many other tabs a window has, after the one shown."""

EDITED = "edited|bearbeitet|modifié|編集済み"
"""What a Mac writes behind a long dash after the name of a document with changes; folded by the reader."""

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "\u2018\u2019\u201a\u201b\u0060\u00b4\u02bc\u2032"
QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
UNSEEN = "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
"""Characters that look alike or like nothing."""

STARS = "\\*\u2217\u2731"
"""Dirty marks that touch the name."""

DISCS = "\u25cf\u25cb\u25e6\u2022\u2219\u26aa\u26ab\U0001f534\U0001f535\U0001f7e0-\U0001f7e4"
"""Discs and rings: changes, presence, something new. A space parts them from the name; what touches it is its own."""

SPINNERS = (
    "\u2800-\u28ff\u25d0-\u25d3\u25dc-\u25df\u25f4-\u25f7\u2722-\u2724\u2733-\u273d\u231b\u23f3\u23f8-\u23fa\u25b6"
    "\U0001f504\U0001f507-\U0001f50a\U0001f514\U0001f515\U0001f4de\U0001f399\U0001f3a4"
)
"""Turning wheels, hourglasses, bells, loudspeakers: something goes on."""
