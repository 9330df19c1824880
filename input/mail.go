package input

import (
	"encoding/json"
	"io"
	"mime"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// encodedWord is what stands in a header for other letters than those of English (RFC
// 2047).
var encodedWord = regexp.MustCompile(`=\?[\w*-]+\?[BbQq]\?[^?\s]*\?=`)

// encodedWords decodes them.
var encodedWords = mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
	encoding, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return encoding.NewDecoder().Reader(r), nil
}}

// headerFields are what the header of a message says of its text, by the names that
// records have: the subject and, unless a browser made it of a page, the writer and the
// date.
func (w *walk) headerFields(h textproto.MIMEHeader, saved bool) (fields []Field) {
	add := func(name string, value any) {
		text, _ := json.Marshal(value) // of strings, which never fails
		fields = append(fields, Field{name, text})
	}
	if subject := w.headerText(h.Get("Subject")); subject != "" {
		add("title", subject)
	}
	if saved {
		return fields
	}
	if writers := w.writers(h.Get("From")); writers != nil {
		add("authors", writers)
	}
	if date := h.Get("Date"); date != "" {
		add("date", date)
	}
	return fields
}

// writers are the names of those who sent a message; addresses without a name are none.
func (w *walk) writers(from string) (names []string) {
	addresses, err := (&mail.AddressParser{WordDecoder: &encodedWords}).ParseList(from)
	if name := w.headerText(from); err != nil && name != "" && !strings.Contains(name, "@") {
		return []string{name}
	}
	for _, a := range addresses {
		if a.Name != "" {
			names = append(names, a.Name)
		}
	}
	return names
}

// headerText is the value of a field of a header, decoded.
func (w *walk) headerText(value string) string {
	if w.Decode != nil && !utf8.ValidString(value) {
		text, _ := w.Decode([]byte(value))
		value = string(text)
	}
	if text, err := encodedWords.DecodeHeader(value); err == nil {
		value = text
	}
	return strings.TrimSpace(value)
}
