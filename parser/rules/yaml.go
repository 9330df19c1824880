package rules

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// ReadYAML returns the value of the one document that a YAML file is, nil when
// it is empty. An error says what is wrong as "name:line: what". name is not
// opened.
func ReadYAML(name string, data []byte) (*yaml.Node, error) {
	if line := tooDeep(data); line > 0 {
		return nil, fmt.Errorf("%s:%d: more than %d brackets are open", name, line, maxOpen)
	}
	in := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	switch err := in.Decode(&doc); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, syntaxError(name, data, err)
	}
	switch err := in.Decode(&more); {
	case err == nil:
		return nil, fmt.Errorf("%s:%d: a second document begins here; want one", name, more.Line)
	case err != io.EOF:
		return nil, syntaxError(name, data, err)
	}
	return doc.Content[0], nil
}

// maxOpen is how many brackets may be open at once. The YAML package allows
// ten thousand, and the time it takes grows with the square.
const maxOpen = 500

// tooDeep is the line where more brackets are open than in any file for
// people, 0 when there is none. Quotes do not count: brackets in phrases are
// closed too.
func tooDeep(data []byte) int {
	line, open := 1, 0
	for _, c := range data {
		switch c {
		case '\n':
			line++
		case '[', '{':
			open++
		case ']', '}':
			open = max(open-1, 0)
		}
		if open > maxOpen {
			return line
		}
	}
	return 0
}

func syntaxError(name string, data []byte, err error) error {
	line, what := YAMLError(data, err)
	return fmt.Errorf("%s:%d: %s", name, line, what)
}

// YAMLError tells what an error of the YAML package about data says, and the
// line. The package names none where it means the first, nor for bytes that it
// does not read.
func YAMLError(data []byte, err error) (line int, what string) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line = unreadLine(data)
	if rest, ok := strings.CutPrefix(text, "line "); ok {
		number, what, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			line, text = n, what
		}
	}
	if strings.Contains(text, "cannot start any token") {
		text += "; lines are indented by spaces, never by tabs"
	}
	return line, text
}

// unreadLine is the line of the first control character or byte that is no
// UTF-8; 1 when there is none.
func unreadLine(data []byte) int {
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 || unicode.IsControl(r) && !strings.ContainsRune("\t\r\n\u0085", r) {
			return 1 + bytes.Count(data[:len(data)-len(rest)], []byte("\n"))
		}
		rest = rest[size:]
	}
	return 1
}
