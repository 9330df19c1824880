package input

import (
	"bytes"
	"encoding/json"
	"io"
)

// Records may be JSON without a line for each: an object written over several lines,
// several of them, or an array, which may stand on one line.

// isJSON reports whether head begins as such records, the first of which has a
// string, or several, in a field that holds a text. What is no longer than head must
// be JSON to its end, or an array most of whose records are whole.
func (o *Options) isJSON(head []byte) bool {
	text := skipSpace(utf8Head(head))
	first, inArray := bytes.CutPrefix(text, []byte("["))
	first = skipSpace(first)
	return len(first) > 0 && first[0] == '{' && o.beginsWithText(first) &&
		(len(head) > sniffLen || isAllJSON(text) || inArray && o.isDamagedArray(text))
}

// isAllJSON reports whether text is JSON values and nothing else.
func isAllJSON(text []byte) bool {
	d := json.NewDecoder(bytes.NewReader(text))
	for {
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return err == io.EOF
		}
	}
}

// isDamagedArray reports whether text is an array of records of which at least half can
// be read.
func (o *Options) isDamagedArray(text []byte) bool {
	in := o.newObjectReader(bytes.NewReader(text))
	for whole, damaged := 0, 0; ; {
		object, err := in.next()
		switch {
		case err == io.EOF:
			return damaged <= whole
		case err != nil && !in.inArray: // it is not the array that is damaged
			return false
		case err != nil:
			damaged++
		case o.beginsWithText(object):
			whole++
		}
	}
}

// beginsWithText reports whether the object that head begins with has a field of text,
// as far as head has it.
func (o *Options) beginsWithText(head []byte) bool {
	d := json.NewDecoder(bytes.NewReader(head))
	d.Token() // the bracket
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return false
		}
		if text, ok := name.(string); ok && o.isTextField(text) {
			value := skipSpace(head[d.InputOffset():])
			return len(value) > 0 && value[0] == ':' && isText(skipSpace(value[1:]))
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return false
		}
		if o.TextField == "" && longText(value) > 0 {
			return true
		}
	}
	return false
}

// isText reports whether value begins as one does that textOf knows.
func isText(value []byte) bool {
	if bytes.HasPrefix(value, []byte("{")) {
		return bytes.HasPrefix(skipSpace(value[1:]), []byte(`"rendered"`))
	}
	value = skipSpace(bytes.TrimPrefix(value, []byte("[")))
	return len(value) > 0 && value[0] == '"'
}

// emitJSON yields the records of a file of JSON: one document for each object.
func (w *walk) emitJSON(s *source) {
	r, ok := w.openText(s)
	if !ok {
		return
	}
	defer r.Close()
	a := archive{&scope{name: s.name, outer: s.scope}, s, true}
	in, wrapped := w.newObjectReader(r), w.isWrapped(s.head)
	for n := 0; !w.ended(); {
		value, err := in.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			n++
			w.fail(a.scope, fault(w.record(a, n).Name, "unpack", err))
			continue
		}
		var objects []json.RawMessage
		if wrapped {
			objects = w.unwrap(value)
		}
		if objects == nil {
			objects = []json.RawMessage{value}
		}
		for _, object := range objects {
			n++
			d := w.record(a, n)
			d.data, d.size, d.decode = object, int64(len(object)), w.decodeJSON
			w.put(a.scope, d)
		}
	}
	w.leave(a)
}

// beginsArray reports whether the next value of d is an array.
func beginsArray(d *json.Decoder) bool {
	if !d.More() {
		return false
	}
	var first [1]byte
	for ahead := d.Buffered(); ; {
		if n, err := ahead.Read(first[:]); n == 0 || err != nil {
			return false
		}
		if len(skipSpace(first[:])) > 0 {
			return first[0] == '['
		}
	}
}

// A rationed reader reads no more than its ration before that is renewed.
type rationed struct {
	r             io.Reader
	limit, ration int64
}

func (r *rationed) Read(p []byte) (int, error) {
	if r.ration <= 0 {
		return 0, tooLarge(r.limit)
	}
	n, err := r.r.Read(p[:min(int64(len(p)), r.ration)])
	r.ration -= int64(n)
	return n, err
}
