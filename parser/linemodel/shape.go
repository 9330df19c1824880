package linemodel

// A Shape is what one pass over the characters of a text finds: what the
// features of lines, and of the blocks of web pages, are made of.
type Shape struct {
	Size    int32 // length in characters of Latin script: a Han character counts for two and a half
	Chars   int32 // characters that are not white space
	Words   int32 // in scripts without spaces a word has two characters
	Spaced  int32 // words that white space or punctuation divides
	Caps    int32 // words that begin with a capital
	Numbers int32 // words that begin with a digit
	Longest int32 // characters of the longest word
	Stops   int32 // ends of sentences

	Letters, Upper, Lower, Digits, Commas, Colons, Quotes, Brackets, Separators, Symbols int32

	Cues        [cues]int32 // words of each cue; the first are function words
	First, Last uint8       // classes of the first and last character
	Bullet      uint8       // class of a bullet or number at the start
	Dots        bool        // ends with an ellipsis
	Joined      int32       // digits joined by punctuation, as in times and dates
	Hash        uint32      // of letters, lower case, and digits, runs of digits as one
	From, To    int         // its content words in Scanner.Content
}

// CueNames are the names of the cues in the order of Shape.Cues.
var CueNames = cueNames[:]

// A Scanner finds the shapes of texts.
type Scanner struct {
	Content []uint32 // content words of all texts since it was emptied, as hashes

	scanner
}

// Scan fills s with the shape of text.
func (sc *Scanner) Scan(text string, s *Shape) {
	if sc.table == nil {
		sc.table, sc.words = classTable(), noWeights()
	}
	sc.scanner.content = sc.Content
	var l scan
	sc.line(text, &l)
	sc.Content = sc.scanner.content
	*s = Shape{
		Size: l.size, Chars: l.chars, Words: l.wordCount(), Spaced: l.words, Caps: l.caps, Numbers: l.numbers,
		Longest: l.longest, Stops: l.stops,
		Letters: l.count[upper] + l.count[lower] + l.count[caseless] + l.densest + l.count[mark],
		Upper:   l.count[upper], Lower: l.count[lower], Digits: l.count[digit], Commas: l.count[comma],
		Colons: l.count[colon], Quotes: l.count[quote], Brackets: l.count[opening],
		Separators: l.count[separator], Symbols: l.count[symbol],
		Cues: l.cues, First: uint8(l.first), Last: uint8(l.last), Bullet: uint8(bulletOf(&l)), Dots: l.dots,
		Joined: l.joined, Hash: l.hash, From: int(l.from), To: int(l.to),
	}
}

// bulletOf is the class of what starts a list item.
func bulletOf(l *scan) class {
	switch l.first {
	case bullet, dash:
		return bullet
	case separator, digit, opening:
		return l.first
	}
	return other
}
