package timestamp

// kind is what a word stands for. The words are in table.go, which gen
// writes from CLDR and from gen/words.txt.
type kind uint8

const (
	kindMonth      kind = iota // of the Gregorian calendar, 1 to 12
	kindJalali                 // month of the solar Hijri calendar
	kindHijri                  // month of the Islamic calendar
	kindBikram                 // month of Bikram Sambat
	kindEthiopian              // month of the Ethiopian calendar
	kindWeekday                // Sunday is 0
	kindPeriod                 // part of the day: hours from*100 + before
	kindUnitYear               // 年, года: behind a number or, in some languages, before it
	kindUnitMonth              // 月
	kindUnitDay                // 日
	kindUnitHour               // 時, h
	kindUnitMinute             // 分, min
	kindUnitSecond             // 秒
	kindOrdinal                // st, nd, er, º
	kindOf                     // between the parts of a date: of, de
	kindClock                  // around a time: 0 before it, 1 behind it, 2 before it and proof of a time
	kindEra                    // see eras
	kindZone                   // index in zones
	kindLabel                  // announces a date: published, updated
	kindSpan                   // unit of a relative time: 0 second to 6 year, as spans
	kindAgo                    // of a relative time: 0 before the number, 1 behind the unit
	kindDayWord                // today, yesterday: the number of days that have passed
	kindForeign                // month or era of a calendar that is not read; see ofMoon
	kindRead                   // of a time of reading: 1 minutes, 2 other words
	kindDay                    // day of a month as a word, 1 to 31: premier, یکم
	kindOne                    // one, of a relative time: há um ano
)

// lastMonth is the last of the kinds of months, which have the order of the
// calendars.
const (
	lastMonth          = kindEthiopian
	allMonths  kindSet = 1<<(lastMonth+1) - 1
	otherMonth         = allMonths &^ (1 << kindMonth)
)

// The values of kindForeign for names of calendars of the moon, which stand
// before or behind a date in numbers.
const (
	ofMoon     = 1
	moonBehind = 2
)

// A word is an entry of the table: a folded word, or several joined by one
// space. Its meanings are senses[first : first+n]; a word with more set
// begins longer entries, and may have no meaning of its own.
type word struct {
	text  string
	first uint16
	n     uint8
	more  bool
	kinds kindSet // of its meanings
}

// A kindSet has bit k set for each kind k.
type kindSet uint32

// A sense is one meaning of a word, in some languages.
type sense struct {
	kind  kind
	value int16
	langs uint16 // index in langSets
}

// A langSet is a set of languages, by their index in languages. In the table
// the empty set stands for all of them.
type langSet [2]uint64

// A language has the order in which CLDR's short date format writes the
// parts of a date, and whether its long format has a dot behind the day.
type language struct {
	code  string
	order Order
	dot   bool
}

func (s langSet) empty() bool           { return s == langSet{} }
func (s langSet) or(t langSet) langSet  { return langSet{s[0] | t[0], s[1] | t[1]} }
func (s langSet) and(t langSet) langSet { return langSet{s[0] & t[0], s[1] & t[1]} }
func (s langSet) has(i int) bool        { return i >= 0 && s[i/64]>>(i%64)&1 != 0 }

// dots reports whether one of the languages writes the day of a date with a
// dot, or without one.
func (s langSet) dots(dot bool) bool {
	for i := range languages {
		if s.has(i) && languages[i].dot == dot {
			return true
		}
	}
	return false
}

// languageIndex is the index of a code in languages, or -1. Codes that name
// the same written language are one.
func languageIndex(code string) int {
	if code == "" {
		return -1
	}
	switch code {
	case "nb", "nn":
		code = "no"
	case "tl":
		code = "fil"
	case "prs":
		code = "fa"
	case "sh", "cnr":
		code = "sr"
	case "yue":
		code = "zh"
	case "iw":
		code = "he"
	case "in":
		code = "id"
	}
	lo, hi := 0, len(languages)
	for lo < hi {
		mid := (lo + hi) / 2
		if languages[mid].code < code {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(languages) && languages[lo].code == code {
		return lo
	}
	return -1
}

// lookup finds a folded word and returns its index in words, or -1. It does
// not keep the bytes.
func lookup(text []byte) int {
	h := uint32(2166136261) // FNV-1a, as in gen
	for _, b := range text {
		h = (h ^ uint32(b)) * 16777619
	}
	h %= uint32(len(bucketStart) - 1)
	for i := bucketStart[h]; i < bucketStart[h+1]; i++ {
		if words[i].text == string(text) {
			return int(i)
		}
	}
	return -1
}
