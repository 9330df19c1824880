package output

import (
	"bytes"
	"encoding/json"
)

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
