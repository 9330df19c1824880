package charset

// bit is one bit of information. Costs are in eighths of a bit, whole
// numbers, so that all machines agree.
const bit = 8

// singles are the encodings of one byte per character, with the languages
// that are written in them. A character costs what its rank among the letters
// of the language says; prior is what the encoding costs by itself: it rises
// with its rarity, and for other scripts than Latin it is worth two or three
// letters, since a text in them has many.
var singles = []struct {
	name      string
	prior     int
	languages string
}{
	{"windows-1252", 0, "en de fr es pt it nl ca gl sv da no is fi id sq tl sw"},
	{"windows-1251", 12 * bit, "ru uk be bg sr mk"},
	{"windows-1250", 4 * bit, "pl cs sk sl hr hu ro sq de"},
	{"windows-1256", 13 * bit, "ar fa ur"},
	{"windows-1254", 5 * bit, "tr"},
	{"windows-1253", 14 * bit, "el"},
	{"windows-1255", 14 * bit, "he"},
	{"windows-874", 14 * bit, "th"},
	{"windows-1257", 6 * bit, "lt lv et"},
	{"windows-1258", 10 * bit, "vi"},
	{"iso-8859-2", 7 * bit, "pl cs sk sl hr hu ro sq de"},
	{"iso-8859-15", 6 * bit, "fr de fi et es it nl pt"},
	{"koi8-r", 15 * bit, "ru bg"},
	{"koi8-u", 16 * bit, "uk be"},
	{"iso-8859-7", 19 * bit, "el"},
	{"iso-8859-5", 17 * bit, "ru uk be bg sr mk"},
	{"iso-8859-6", 17 * bit, "ar"},
	{"ibm866", 19 * bit, "ru be uk bg"},
	{"x-mac-cyrillic", 21 * bit, "ru uk be bg sr mk"},
	{"macintosh", 12 * bit, "en de fr es pt it nl sv da no is"},
}

// Costs of what is no letter of the language.
const (
	rareLetter  = 14 * bit
	commonPunct = 5 * bit
	plainPunct  = 2 * bit // in languages of fewer letters beyond ASCII than fewLetters
	rarePunct   = 8 * bit
	otherSymbol = 13 * bit
	loneQuote   = 3 * bit
	narrowKana  = 16 * bit
	noCharacter = 24 * bit
)

const fewLetters = 3

// Punctuation and signs that texts of all languages use.
const (
	commonPuncts = "“”‘’–—…«»„\u00A0•"
	rarePuncts   = "‚‹›·°€£§©®™№×±"
	otherPuncts  = "¿¡،؛؟" // of some languages, listed with their letters
)

// doubles are the encodings of Chinese, Japanese and Korean. A pair of bytes
// costs what the first area says that it lies in, common characters less, and
// a pair that no area has is no character. Characters of three and four bytes
// are too rare to be listed.
var doubles = []struct {
	name   string
	prior  int
	common string // the most frequent characters
	areas  []area
	kana   [2]byte // half-width katakana of one byte
}{
	{name: "gb18030", prior: 14 * bit, common: simplified, areas: []area{
		{0xA1, 0xA1, 0xA1, 0xFE, 7}, {0xA3, 0xA3, 0xA1, 0xFE, 10}, {0xA2, 0xA2, 0xA1, 0xFE, 14},
		{0xB0, 0xD7, 0xA1, 0xFE, 13}, {0xD8, 0xF7, 0xA1, 0xFE, 17}, {0xA4, 0xA9, 0xA1, 0xFE, 16},
		{0xF8, 0xFE, 0xA1, 0xFE, 25}, {0xAA, 0xAF, 0xA1, 0xFE, 25}, {0x81, 0xFE, 0x40, 0x7E, 19}, {0x81, 0xFE, 0x80, 0xFE, 19},
	}},
	{name: "big5", prior: 15 * bit, common: traditional, areas: []area{
		{0xA1, 0xA3, 0x40, 0x7E, 9}, {0xA1, 0xA3, 0xA1, 0xFE, 9},
		{0xA4, 0xC6, 0x40, 0x7E, 13}, {0xA4, 0xC5, 0xA1, 0xFE, 13},
		{0xC9, 0xF9, 0x40, 0x7E, 18}, {0xC9, 0xF9, 0xA1, 0xFE, 18},
		{0x87, 0xFE, 0x40, 0x7E, 23}, {0x87, 0xFE, 0xA1, 0xFE, 23},
	}},
	{name: "euc-kr", prior: 15 * bit, common: hangul, areas: []area{
		{0xA1, 0xA3, 0xA1, 0xFE, 9}, {0xB0, 0xC8, 0xA1, 0xFE, 12}, {0xCA, 0xFD, 0xA1, 0xFE, 18}, {0xA4, 0xAC, 0xA1, 0xFE, 17},
		{0x81, 0xC6, 0x41, 0x5A, 18}, {0x81, 0xC6, 0x61, 0x7A, 18}, {0x81, 0xA0, 0x81, 0xFE, 18}, {0xA1, 0xC6, 0x81, 0xA0, 18},
	}},
	{name: "shift_jis", prior: 15 * bit, common: "、。「」", areas: []area{
		{0x82, 0x82, 0x9F, 0xF1, 6}, {0x83, 0x83, 0x40, 0x96, 9}, {0x81, 0x81, 0x40, 0xFC, 8}, {0x82, 0x82, 0x4F, 0x9A, 11},
		{0x88, 0x88, 0x9F, 0xFC, 13}, {0x89, 0x97, 0x40, 0xFC, 13}, {0x98, 0x98, 0x40, 0x72, 13},
		{0x98, 0x9F, 0x40, 0xFC, 18}, {0xE0, 0xEA, 0x40, 0xFC, 18}, {0x83, 0x84, 0x40, 0xFC, 17}, {0x87, 0x87, 0x40, 0x9C, 15},
		{0xED, 0xEE, 0x40, 0xFC, 20}, {0xFA, 0xFC, 0x40, 0xFC, 20},
	}, kana: [2]byte{0xA1, 0xDF}},
	{name: "euc-jp", prior: 16 * bit, common: "、。「」", areas: []area{
		{0xA4, 0xA4, 0xA1, 0xF3, 6}, {0xA5, 0xA5, 0xA1, 0xF6, 9}, {0xA1, 0xA1, 0xA1, 0xFE, 8}, {0xA3, 0xA3, 0xA1, 0xFE, 11},
		{0xB0, 0xCF, 0xA1, 0xFE, 13}, {0xD0, 0xF4, 0xA1, 0xFE, 18}, {0xA2, 0xA8, 0xA1, 0xFE, 17}, {0x8E, 0x8E, 0xA1, 0xDF, 16},
	}},
}

// An area is a rectangle of lead and trail bytes and the bits that one of its
// characters costs.
type area struct{ leadLow, leadHigh, trailLow, trailHigh, bits byte }

// The most frequent characters of Chinese and syllables of Korean.
const (
	simplified  = "，。、：“”！？（）《》的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
	traditional = "，。、：「」！？（）《》的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運"
	hangul      = "이다는의에을가고하한지로은사기도를아들어시대서자인나리일과정원해라그만수부전제보장연상주구국관동스있조선었것위성경공으모여와신유개비미우방문발무했면말생요당화물실회중세강약니표안게계소간용투오음진결민행할년월"
)

// A common character costs this many bits, one of the first hundred one less.
const commonBits = 8
