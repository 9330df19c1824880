package output

import (
	"slices"

	"unscrape/check"
)

// Format is a way of writing articles.
type Format uint8

const (
	JSON  Format = iota // objects over several lines, in an array unless Options.Single
	JSONL               // one compact object a line
	YAML                // one document an article, bodies as literal blocks
)

// formatNames are the names of the formats on the command line.
var formatNames = []string{"json", "jsonl", "yaml"}

// ParseFormat is the format of a name on the command line. Its error names the nearest one.
func ParseFormat(name string) (Format, error) {
	i := slices.Index(formatNames, name)
	if i < 0 {
		return 0, check.Unknown("output format", name, formatNames)
	}
	return Format(i), nil
}

// Frame is what stands around the articles of a stream. A stream of articles
// is Begin, the articles with Tail behind each and Separator between them, End;
// a stream without any article is Empty alone.
type Frame struct{ Begin, Tail, Separator, End, Empty string }

// braces are the bytes around the members of an object: open, first before
// the first member, next before each further one, close.
type braces struct{ open, first, next, close string }

// A style is how a format writes one record.
type style struct {
	frame    Frame
	record   braces
	meta     braces // open contains the key
	flow     braces // objects on one line
	colon    string
	keyQuote string
	special  charset // bytes to look at in a quoted string
	literal  bool    // bodies as literal blocks
}

var (
	objectStyle = style{
		frame:    Frame{Tail: "\n", Empty: "[]\n"},
		record:   braces{"{", "\n  ", ",\n  ", "\n}"},
		meta:     braces{`"_meta": {`, "\n    ", ",\n    ", "\n  }"},
		flow:     braces{"{", "", ", ", "}"},
		colon:    ": ",
		keyQuote: `"`,
		special:  jsonQuoted,
	}
	arrayStyle = style{
		frame:    Frame{Begin: "[\n", Separator: ",\n", End: "\n]\n", Empty: "[]\n"},
		record:   braces{"  {", "\n    ", ",\n    ", "\n  }"},
		meta:     braces{`"_meta": {`, "\n      ", ",\n      ", "\n    }"},
		flow:     braces{"{", "", ", ", "}"},
		colon:    ": ",
		keyQuote: `"`,
		special:  jsonQuoted,
	}
	lineStyle = style{
		frame:    Frame{Tail: "\n"},
		record:   braces{"{", "", ",", "}"},
		meta:     braces{`"_meta":{`, "", ",", "}"},
		flow:     braces{"{", "", ",", "}"},
		colon:    ":",
		keyQuote: `"`,
		special:  jsonQuoted,
	}
	yamlStyle = style{
		frame:   Frame{Tail: "\n", Separator: "---\n"},
		record:  braces{"", "", "\n", ""},
		meta:    braces{"_meta:", "\n  ", "\n  ", ""},
		flow:    braces{"{", "", ", ", "}"},
		colon:   ": ",
		special: yamlQuoted,
		literal: true,
	}
)

func (f Format) style(single bool) *style {
	switch {
	case f == JSONL:
		return &lineStyle
	case f == YAML:
		return &yamlStyle
	case single:
		return &objectStyle
	}
	return &arrayStyle
}
