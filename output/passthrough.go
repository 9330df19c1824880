package output

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"unscrape/parser"
)

// extra writes the fields that the input carried beside the article.
func (w *writer) extra(a *parser.Article, fields []Field) {
	for _, f := range fields {
		name := f.Name
		if name == metaName || slices.Contains(fieldNames, name) {
			if says(a, f) {
				continue
			}
			for taken := true; taken; {
				name = "_" + name
				taken = slices.ContainsFunc(fields, func(g Field) bool { return g.Name == name })
			}
		}
		w.next(&w.record)
		w.key(name)
		w.value(f.Raw)
	}
}

// says reports whether the record of the article has the value of f, a field with the
// name of one of the record's, or f has none.
func says(a *parser.Article, f Field) bool {
	switch string(f.Raw) {
	case "null", `""`, "[]", "{}":
		return true
	}
	var names []string
	if f.Name == "authors" && json.Unmarshal(f.Raw, &names) == nil {
		return slices.Equal(names, a.Authors)
	}
	text := string(f.Raw) // of a number
	json.Unmarshal(f.Raw, &text)
	text = strings.TrimSpace(text)
	if f.Name == "authors" {
		return slices.Equal([]string{text}, a.Authors)
	}
	own, ok := map[string]string{
		"id": a.ID, "timestamp": a.Timestamp.String(), "title": a.Title, "body": a.Body,
		"modified": a.Modified.String(), "url": a.URL, "language": a.Language, "source": a.Source,
	}[f.Name]
	return ok && text == own
}

// value writes a JSON value of the input on one line. In YAML it becomes a
// flow value, in which the first of two members with one name is kept: YAML
// allows no second. What is no JSON becomes null.
func (w *writer) value(raw json.RawMessage) {
	start := len(w.dst)
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if !w.token(d) {
		w.dst = w.dst[:start]
		w.null()
	}
}

// token writes the next value of d; false means that there is none.
func (w *writer) token(d *json.Decoder) bool {
	t, err := d.Token()
	if err != nil {
		return false
	}
	switch t := t.(type) {
	case json.Delim:
		if t == '[' {
			return w.array(d)
		}
		return w.object(d)
	case string:
		w.string(t)
	case json.Number:
		w.dst = append(w.dst, t...)
	case bool:
		if t {
			w.dst = append(w.dst, "true"...)
		} else {
			w.dst = append(w.dst, "false"...)
		}
	case nil:
		w.null()
	}
	return true
}

func (w *writer) array(d *json.Decoder) bool {
	w.dst = append(w.dst, '[')
	for first := true; d.More(); first = false {
		if !first {
			w.dst = append(w.dst, w.flow.next...)
		}
		if !w.token(d) {
			return false
		}
	}
	w.dst = append(w.dst, ']')
	_, err := d.Token()
	return err == nil
}

func (w *writer) object(d *json.Decoder) bool {
	seen := map[string]bool{}
	w.open(&w.flow)
	for d.More() {
		t, err := d.Token()
		name, isString := t.(string)
		if err != nil || !isString {
			return false
		}
		if seen[name] {
			var skipped json.RawMessage
			if d.Decode(&skipped) != nil {
				return false
			}
			continue
		}
		seen[name] = true
		w.next(&w.flow)
		w.key(name)
		if !w.token(d) {
			return false
		}
	}
	w.close(&w.flow)
	_, err := d.Token()
	return err == nil
}
