package input

import (
	"bytes"
	"encoding/json"
)

// What servers answer often wraps the records: {"status": "ok", "articles": [...]}.

// isWrapped reports whether head begins with an object around records. What is no
// longer than head must be JSON to its end.
func (o *Options) isWrapped(head []byte) bool {
	text := skipSpace(utf8Head(head))
	if len(text) == 0 || text[0] != '{' {
		return false
	}
	var object json.RawMessage
	if json.NewDecoder(bytes.NewReader(text)).Decode(&object) == nil {
		return o.unwrap(object) != nil && (len(head) > sniffLen || isAllJSON(text))
	}
	return len(head) > sniffLen && o.beginsWrapped(text)
}

// beginsWrapped reports whether the object that head begins with, but does not end,
// comes to an array of records before it comes to a text.
func (o *Options) beginsWrapped(head []byte) bool {
	if o.beginsWithText(head) {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(head))
	d.Token() // the bracket
	for d.More() {
		if _, err := d.Token(); err != nil {
			return false
		}
		value := skipSpace(bytes.TrimPrefix(skipSpace(head[d.InputOffset():]), []byte(":")))
		if value, isArray := bytes.CutPrefix(value, []byte("[")); isArray && o.beginsWithText(skipSpace(value)) {
			return true
		}
		var skipped json.RawMessage
		if d.Decode(&skipped) != nil {
			return false
		}
	}
	return false
}

// unwrap returns the records that an object wraps: it has no text, and one of its
// members is an array of objects most of which have one. It is nil for all others.
func (o *Options) unwrap(object []byte) (records []json.RawMessage) {
	fields, err := splitObject(object)
	if err != nil {
		return nil
	}
	if _, err := o.textField(fields); err == nil {
		return nil
	}
	for _, f := range fields {
		var values []json.RawMessage
		if f.Value[0] != '[' || json.Unmarshal(f.Value, &values) != nil || !o.areRecords(values) {
			continue
		}
		if records != nil {
			return nil
		}
		records = values
	}
	return records
}

// areRecords reports whether most of some values are objects with a text.
func (o *Options) areRecords(values []json.RawMessage) bool {
	n := 0
	for _, v := range values {
		if v[0] == '{' && o.beginsWithText(v) {
			n++
		}
	}
	return n*2 > len(values)
}
