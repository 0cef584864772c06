"""Words from which clients and matters of other languages and scripts are made."""

# ruff: noqa: RUF001, SIM905

from __future__ import annotations

CYRILLIC_PEOPLE = tuple(
    """Кузнецова|Мария Соколов|Андрей Лебедева|Ольга Морозов|Дмитрий Зайцев|Павел Волкова|Елена Орлов|Сергей
    Белова|Анна Тарасенко|Богдан Шевчук|Оксана Гаврилов|Игорь Ёлкин|Семён Фёдорова|Алёна Щербаков|Юрий""".split()
)
GREEK_PEOPLE = tuple(
    """Παπαδάκης|Νίκος Γεωργίου|Ελένη Κωνσταντίνου|Μαρία Αντωνίου|Γιώργος Δημητρίου|Σοφία Οικονόμου|Πέτρος
    Βασιλείου|Άννα Καραγιάννης|Στέλιος""".split()
)
ARABIC_PEOPLE = ("الخطيب|سامر", "حداد|ليلى", "المنصوري|خالد", "الشامي|نادية", "العلي|يوسف", "بركات|هدى", "الزين|كريم")
HEBREW_PEOPLE = ("לוי|רחל", "כהן|יעקב", "מזרחי|דנה", "פרידמן|אורי", "אברהמי|תמר", "שפירא|נועם")
CJK_PEOPLE = (
    "田中|花子",
    "山本|健一",
    "高橋|美咲",
    "王|小明",
    "陳|美玲",
    "李|志強",
    "佐々木|翔",
    "김|민수",
    "박|서연",
    "최|지훈",
)
VIETNAMESE_PEOPLE = (
    "Nguyễn|Thị Hoa",
    "Trần|Văn Dũng",
    "Phạm|Ngọc Ánh",
    "Lê|Quốc Bảo",
    "Đặng|Thu Hà",
    "Võ|Minh Đức",
    "Huỳnh|Kim Liên",
)
LATIN_PEOPLE = tuple(
    """Müller|Jürgen Schröder|Käthe Groß|Bärbel Weiß|Günther Köhler|Anke Böhm|Lothar Strauß|Silke Jäger|Uwe
    Lefèvre|Hélène Gagné|François Béranger|Noël Çelik|İpek Yıldız|Işıl Şahin|Gökhan Öztürk|Doğan Ağaoğlu|Cılız
    Dvořák|Jiří Černý|Věra Wójcik|Łukasz Żuraw|Małgorzata Ångström|Björn Sørensen|Mette Núñez|Íñigo Gonçalves|João
    Kovács|Zsófia Őry|Ödön Ionescu|Ștefan""".split()
)

GERMAN_FIRMS = (
    "Müller Maschinenbau",
    "Köhler Logistik",
    "Grünwald Immobilien",
    "Süßholz Feinkost",
    "Brückenbau Nord",
    "Schlüssel & Söhne",
    "Weißenfels Chemie",
    "Jägerhof Brauerei",
    "Österland Textil",
    "Hafenkontor Lübeck",
    "Bäckerei Tröger",
    "Straßer Tiefbau",
)
FRENCH_FIRMS = (
    "Béranger Frères",
    "Château d'Orval",
    "Ateliers de l'Île",
    "Société Générique du Midi",
    "Crédit Océanique",
    "Pâtisserie Noël",
    "L'Étoile Bleue",
    "Forêts du Léman",
)
CJK_FIRMS = (
    "青空商事",
    "東海物流",
    "桜木製作所",
    "北斗建設",
    "みどり食品",
    "サンライズ工業",
    "金龍貿易",
    "長江科技",
    "海星電子",
    "한빛무역",
    "동해물산",
    "カモメ運輸",
)
CYRILLIC_FIRMS = ("Северный Ветер", "Альфа Строй", "Заря", "Балтик Транс", "Золотой Ключ", "Уральский Лес")
GREEK_FIRMS = ("Αιγαίο Ναυτιλιακή", "Όλυμπος Τρόφιμα", "Ήλιος Ενεργειακή", "Δελφοί Εκδοτική")
ARABIC_FIRMS = ("شركة النور للتجارة", "مؤسسة الواحة", "شركة الخليج للنقل", "مصنع الفرات")
HEBREW_FIRMS = ('גלים אחזקות בע"מ', "ארז נדלן", "תבור הנדסה")
TURKISH_FIRMS = ("Işık Tekstil", "İnci Denizcilik", "Yıldırım Gıda", "Çınar İnşaat", "Ilgaz Orman Ürünleri")
VIETNAMESE_FIRMS = ("Công ty Sao Mai", "Công ty Hòa Bình Xanh", "Đại Dương Thủy Sản")

GERMAN_SUBJECTS = (
    "Mietvertrag",
    "Kündigungsschutz",
    "Kaufvertrag",
    "Erbschaft",
    "Gesellschaftsgründung",
    "Mängelrüge",
    "Markenanmeldung",
    "Schadensersatz",
)
FRENCH_SUBJECTS = (
    "Bail commercial",
    "Succession",
    "Cession de parts",
    "Contrat de prêt",
    "Licenciement",
    "Résiliation",
)
CJK_SUBJECTS = ("賃貸借契約", "株式譲渡", "商標出願", "労働審判", "相続", "工事請負", "損害賠償")
CYRILLIC_SUBJECTS = ("договор аренды", "взыскание долга", "наследство", "трудовой спор", "регистрация", "поставка")
GREEK_SUBJECTS = ("μίσθωση", "κληρονομιά", "ναυλοσύμφωνο", "εργατική διαφορά")
ARABIC_SUBJECTS = ("عقد إيجار", "نزاع تجاري", "تركة", "عقد توريد")
HEBREW_SUBJECTS = ("חוזה שכירות", "עיזבון", "תביעה כספית")
TURKISH_SUBJECTS = ("kira sözleşmesi", "miras", "alacak davası", "marka başvurusu")
VIETNAMESE_SUBJECTS = ("hợp đồng thuê", "thừa kế", "tranh chấp đất đai")
ENGLISH_SUBJECTS = ("Visa application", "Distribution agreement", "Arbitration", "Property purchase", "Tax advice")

DOCUMENTS = (
    "Vertrag",
    "Klageschrift",
    "Vollmacht",
    "Gutachten",
    "契約書",
    "訴状",
    "委任状",
    "意見書",
    "договор",
    "иск",
    "доверенность",
    "Σύμβαση",
    "Αγωγή",
    "Υπόμνημα",
    "مذكرة",
    "توكيل",
    "חוות דעת",
    "ייפוי כוח",
    "Hợp đồng",
    "Giấy ủy quyền",
    "Sözleşme",
    "Vekaletname",
    "Contrat",
    "Mémoire",
    "Procuration",
    "Advice",
    "Memo",
    "Power of attorney",
    "Signed copy",
    "File note",
)

NO_NAMES = (
    "Công",
    "شركة",
    "مؤسسة",
    "مصنع",
    "ООО",
    "ЗАО",
    "Société",
    "Château",
    "Crédit",
    "Ateliers",
    "Pâtisserie",
    "Đại",
)
"""First words of companies that nobody would call them by."""
