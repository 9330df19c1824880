package timestamp

import "math/bits"

// unixDay turns a day of a calendar into days since 1 January 1970. It
// reports false when the calendar has no such day.
func unixDay(cal calendar, y, m, d int) (int, bool) {
	if m < 1 || m > 12 && cal != ethiopian || d < 1 {
		return 0, false
	}
	switch cal {
	case jalali:
		return jalaliDay(y, m, d)
	case hijri:
		return hijriDay(y, m, d)
	case bikram:
		return bikramDay(y, m, d)
	case ethiopian:
		return ethiopianDay(y, m, d)
	}
	return gregorianDay(y, m, d)
}

// gregorianDay counts the days of whole years from March on, so that the leap
// day is the last of its year.
func gregorianDay(y, m, d int) (int, bool) {
	length := 30 + (m+m/8)&1
	if m == 2 {
		length = 28
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			length = 29
		}
	}
	if m <= 2 {
		y, m = y-1, m+12
	}
	return y*365 + y/4 - y/100 + y/400 + (m*153-457)/5 + d - 719469, d <= length
}

// jalaliDay follows the rule of 33 years, which gives the days of Iran's
// calendar from 1200 to 1499, as checked against ICU.
func jalaliDay(y, m, d int) (int, bool) {
	year := jalaliYear(y)
	day := year + (m-1)*31 + d - 1
	length := 31
	if m > 6 {
		day -= m - 7
		length = 30
	}
	if m == 12 {
		length = jalaliYear(y+1) - (year + 336)
	}
	return day, d <= length
}

// jalaliYear is the day of Nowruz of a year.
func jalaliYear(y int) int { return 1948320 - 2440588 + 365*(y-1) + (8*y+21)/33 }

// hijriDay follows the Umm al-Qura calendar of Saudi Arabia.
func hijriDay(y, m, d int) (int, bool) {
	if y < hijriFirst || y >= hijriFirst+len(hijriLong) {
		return 0, false
	}
	day := hijriStart
	for _, long := range hijriLong[:y-hijriFirst] {
		day += 12*29 + bits.OnesCount16(long)
	}
	long := hijriLong[y-hijriFirst]
	day += (m-1)*29 + bits.OnesCount16(long&(1<<(m-1)-1))
	return day + d - 1, d <= 29+int(long>>(m-1)&1)
}

// ethiopianDay counts the days of the Ethiopian calendar, twelve months of
// thirty days and a short one, from its first year on.
func ethiopianDay(y, m, d int) (int, bool) {
	length := 30
	if m == 13 {
		length = 5 + (y%4+1)/4
	}
	return 1724221 - 2440588 + 365*(y-1) + y/4 + 30*(m-1) + d - 1, m <= 13 && d <= length
}

const (
	hijriFirst = 1356
	hijriStart = -11981 // 14 March 1937
)

// hijriLong has one number for each year from 1356 to 1500, whose bit k is
// set when month k+1 has 30 days and not 29. The facts are those of JDK 25
// and of ICU 78, which agree.
var hijriLong = [...]uint16{
	0xeaa, 0xe94, 0xd2a, 0xc56, 0x4ae, 0xa6d, 0x56a, 0xd55, 0xd4a, 0xa93, 0x52b, 0xa5b,
	0x53a, 0x6b5, 0xea9, 0xd52, 0xd29, 0xa55, 0x4ad, 0x56d, 0xaea, 0x6e4, 0xed1, 0xda2,
	0xaaa, 0x95a, 0x2da, 0x5b9, 0xbb2, 0x764, 0x6c9, 0x555, 0x2ab, 0x4db, 0xaba, 0x5b4,
	0xda9, 0xd52, 0xaa5, 0x92d, 0x26d, 0x8ed, 0x2da, 0xad5, 0xaa5, 0xa4b, 0x497, 0x937,
	0x2b6, 0x975, 0xd69, 0xd52, 0xc95, 0x92b, 0x25b, 0x4db, 0x9d5, 0x5d2, 0xda5, 0xd4a,
	0xa95, 0x54d, 0xaad, 0x3aa, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4,
	0xdc9, 0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d,
	0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4, 0x6a5, 0xb27,
	0xa4d, 0x4ad, 0x56d, 0xb5a, 0x754, 0xf49, 0xe92, 0xd26, 0xa56, 0x356, 0x6b5, 0xbaa,
	0xb92, 0xb25, 0x68b, 0xa9b, 0x55a, 0xada, 0x5b4, 0xda9, 0xb52, 0xa9a, 0x536, 0x276,
	0x575, 0xaf2, 0x6d4, 0x6a9, 0x555, 0x2ad, 0x4bd, 0x9ba, 0x574, 0xb69, 0xb52, 0xa95,
	0x52d, 0xa5d, 0x4da, 0xad9, 0x6b2, 0xe95, 0xe2a, 0xc96, 0x92e, 0xaad, 0x56a, 0xd65,
	0xd4a,
}
