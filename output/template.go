package output

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"unscrape/check"
	"unscrape/parser"
)

// maxElement is how long an element of a path may become, in bytes, so that
// an extension and a number can follow: file systems take 255.
const maxElement = 200

// A Template names the file of an article by text and the placeholders {id},
// {date}, {slug} and {source}.
type Template []string // literal text and placeholders in turn

// Placeholders that a Template may hold.
var placeholders = []string{"id", "date", "slug", "source"}

// ParseTemplate reads a template, as "{date}/{slug}".
func ParseTemplate(s string) (Template, error) {
	var t Template
	for rest := s; ; {
		text, after, open := strings.Cut(rest, "{")
		if t = append(t, text); strings.Contains(text, "}") {
			return nil, fmt.Errorf("the name %q has a } without a {", s)
		}
		if !open {
			break
		}
		name, next, closed := strings.Cut(after, "}")
		if !closed {
			return nil, fmt.Errorf("the name %q has a { without a }", s)
		}
		if !slices.Contains(placeholders, name) {
			return nil, check.Unknown("placeholder", name, placeholders)
		}
		t, rest = append(t, name), next
	}
	if len(t) == 1 {
		return nil, errors.New("the name must hold {id}, {date}, {slug} or {source}, or all articles would have one name")
	}
	return t, nil
}

// Path is the name of the article's file, without an extension: elements
// separated by slashes, none of them empty, "." or "..". source is the path
// of the document, which becomes {source}.
func (t Template) Path(a *parser.Article, source string) string {
	var b strings.Builder
	for i, part := range t {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		switch part {
		case "id":
			b.WriteString(element(a.ID, "no-id"))
		case "date":
			date, _, _ := strings.Cut(a.Timestamp.String(), "T")
			b.WriteString(element(date, "undated"))
		case "slug":
			b.WriteString(element(slug(a.Title), "untitled"))
		case "source":
			b.WriteString(source)
		}
	}
	return safePath(b.String())
}

// element is s as a single element of a path, or instead when it is empty.
func element(s, instead string) string {
	if s == "" {
		return instead
	}
	return strings.NewReplacer("/", "-", `\`, "-").Replace(s)
}

// slug is a headline as part of a name: its letters and digits in lower case,
// everything else a hyphen.
func slug(title string) string {
	const most = 80
	var b strings.Builder
	hyphen := false
	for _, r := range title {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			hyphen = b.Len() > 0
			continue
		}
		if hyphen && b.Len() >= most {
			break
		}
		if hyphen {
			b.WriteByte('-')
			hyphen = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// safePath makes a relative path of any string, one that does not leave the
// folder it is put into.
func safePath(s string) string {
	var out []string
	for e := range strings.SplitSeq(s, "/") {
		if e = safeElement(e); e != "" && e != "." && e != ".." {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return "_"
	}
	return strings.Join(out, "/")
}

// safeElement replaces what some file system refuses, so that names are the
// same on all, and cuts what is too long.
func safeElement(e string) string {
	e = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || strings.ContainsRune(`\<>:"|?*`, r) {
			return '_'
		}
		return r
	}, e)
	if len(e) > maxElement {
		e = e[:maxElement]
		for !utf8.ValidString(e) {
			e = e[:len(e)-1]
		}
	}
	if isReserved(e) {
		e = "_" + e
	}
	if last := len(e) - 1; last >= 0 && (e[last] == '.' || e[last] == ' ') && e != "." && e != ".." {
		e = e[:last] + "_"
	}
	return e
}

// devices and ports, a digit behind them, are the names that no file on Windows
// may have, whatever follows behind a dot.
// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
var (
	devices = []string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
	ports   = []string{"COM", "LPT"}
)

// isReserved reports whether an element of a path is the name of a device or one
// that a Dir uses itself.
func isReserved(e string) bool {
	if strings.EqualFold(e, tempFolder) || strings.EqualFold(e, ManifestName) {
		return true
	}
	name, _, _ := strings.Cut(e, ".")
	name = strings.ToUpper(strings.TrimRight(name, " "))
	if slices.Contains(devices, name) {
		return true
	}
	port := strings.TrimRight(name, "0123456789¹²³")
	return slices.Contains(ports, port) && utf8.RuneCountInString(name) == len(port)+1
}
