package parser

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// lineWindow is how far nextLine looks for one terminator before it looks for
// the others: it bounds the work per line in files that have no line feeds.
const lineWindow = 512

// nextLine returns the line of text that starts at pos, without its
// terminator, and where the next one starts; next > pos when pos < len(text).
//
// A line ends at LF, CR LF, CR CR LF (what two conversions to Windows line
// ends leave), CR alone (old Macintosh), U+2028 or U+2029, or at the end of
// the text. Form feed and vertical tab are white space within a line. So is
// U+0085 (NEL): in scraped text it is a windows-1252 ellipsis read wrongly far
// more often than a line end.
func nextLine(text string, pos int) (line string, next int) {
	rest := text[pos:]
	for low := 0; low < len(rest); low += lineWindow {
		window := rest[low:min(low+lineWindow, len(rest))]
		end := -1
		if i := strings.IndexByte(window, '\n'); i >= 0 {
			window, end = window[:i], i
		}
		if i := strings.IndexByte(window, '\r'); i >= 0 {
			window, end = window[:i], i
		}
		if i := indexSeparator(rest, low, low+len(window)); i >= 0 {
			end = i - low
		}
		if end >= 0 {
			end += low
			return rest[:end], pos + end + terminatorLen(rest[end:])
		}
	}
	return rest, len(text)
}

// eachLine yields the lines of text with their terminators.
func eachLine(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for pos := 0; pos < len(text); {
			_, next := nextLine(text, pos)
			if !yield(text[pos:next]) {
				return
			}
			pos = next
		}
	}
}

// untilLF is nextLine for text in which every line ends at a line feed.
func untilLF(text string, pos int) (line string, next int) {
	if i := strings.IndexByte(text[pos:], '\n'); i >= 0 {
		return text[pos : pos+i], pos + i + 1
	}
	return text[pos:], len(text)
}

// onlyLF reports whether every line of text ends at a line feed.
func onlyLF(text string) bool {
	return strings.IndexByte(text, '\r') < 0 && indexSeparator(text, 0, len(text)) < 0
}

// indexSeparator is the place of the first U+2028 or U+2029 of text that
// starts in [low, high), or -1.
func indexSeparator(text string, low, high int) int {
	for low < high {
		if text[low] != 0xE2 { // as in a drawn line
			i := strings.IndexByte(text[low:high], 0xE2)
			if i < 0 {
				return -1
			}
			low += i
		}
		if separatorAt(text[low:]) {
			return low
		}
		for low++; low < high && !utf8.RuneStart(text[low]); low++ {
		}
	}
	return -1
}

func separatorAt(s string) bool {
	return len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x80 && (s[2] == 0xA8 || s[2] == 0xA9)
}

// terminatorLen is the length of the terminator that s starts with.
func terminatorLen(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\r\r\n"), separatorAt(s):
		return 3
	}
	return 1
}
