package input

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// Records may be JSON without a line for each: an object written over several lines,
// several of them, or an array, which may stand on one line.

// isJSON reports whether head begins as such records, the first of which has a
// string, or several, in a field that holds a text. What is no longer than head must
// be JSON to its end.
func (o *Options) isJSON(head []byte) bool {
	head = skipSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	first := head
	if len(first) > 0 && first[0] == '[' {
		first = skipSpace(first[1:])
	}
	return len(first) > 0 && first[0] == '{' && o.beginsWithText(first) && (len(head) >= sniffLen-len("\ufeff") || isAllJSON(head))
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
		if text, ok := name.(string); ok && slices.Contains(o.textFields(), text) {
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
	r, ok := w.open(s)
	if !ok {
		return
	}
	defer r.Close()
	a := archive{&scope{name: s.name, outer: s.scope}, s, true}
	in := objectReader{in: rationed{r: r, limit: w.maxBytes()}}
	for n := 1; !w.ended(); n++ {
		object, err := in.next()
		if err == io.EOF {
			break
		}
		d := w.record(a, n)
		if err != nil {
			w.fail(a.scope, fault(d.Name, "unpack", err))
			break
		}
		d.data, d.size, d.decode = object, int64(len(object)), w.decodeJSON
		w.put(a.scope, d)
	}
	w.leave(a)
}

// An objectReader reads JSON values one after the other, those of arrays each on its
// own.
type objectReader struct {
	in      rationed
	d       *json.Decoder // nil before the first
	inArray bool
}

// next returns the next value, in memory of its own; io.EOF behind the last. Any other
// error ends what can be read.
func (r *objectReader) next() ([]byte, error) {
	r.in.ration = r.in.limit
	if r.d == nil {
		if err := r.begin(); err != nil {
			return nil, err
		}
	}
	var value json.RawMessage
	err := r.endArray()
	if err == nil {
		err = r.d.Decode(&value)
	}
	if r.inArray && err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("not JSON behind byte %d: %w", r.d.InputOffset(), err)
	}
	return value, err
}

// endArray reads the bracket behind the last value of an array.
func (r *objectReader) endArray() error {
	if !r.inArray || r.d.More() {
		return nil
	}
	_, err := r.d.Token()
	r.inArray = err != nil
	return err
}

// begin reads up to the first value.
func (r *objectReader) begin() error {
	head := make([]byte, len("\ufeff"))
	n, err := io.ReadFull(&r.in, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return err
	}
	head = bytes.TrimPrefix(head[:n], []byte("\ufeff"))
	r.d = json.NewDecoder(io.MultiReader(bytes.NewReader(head), &r.in))
	if r.inArray = beginsArray(r.d); r.inArray {
		_, err = r.d.Token()
	}
	return err
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
