package input

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxRetried bounds what is read again behind damaged values.
const maxRetried = 64 << 20

var errDamaged = errors.New("too much is damaged, what follows is not read")

// An objectReader reads JSON values one after the other, those of arrays each on its
// own. Behind one that is damaged it goes on with the next that looks like a record.
type objectReader struct {
	in       rationed
	isRecord func(object []byte) bool // whether it has a text, as far as it goes
	tape     *tape                    // of in; nil before the first value
	d        *json.Decoder            // of tape
	base     int64                    // of the offsets of d
	inArray  bool
	first    string // the name that the first object begins with
	broken   bool   // what begins here cannot be read
	ended    bool   // nor can anything behind it
	reread   int64  // bytes read again
}

func (o *Options) newObjectReader(r io.Reader) *objectReader {
	return &objectReader{in: rationed{r: r, limit: o.maxBytes()}, isRecord: o.beginsWithText}
}

// next returns the next value, in memory of its own; io.EOF behind the last. Behind any
// other error it may be called again.
func (r *objectReader) next() (value []byte, err error) {
	r.in.ration = r.in.limit
	if r.tape == nil {
		if err := r.begin(); err != nil {
			r.ended = true
			return nil, err
		}
	}
	switch {
	case r.ended:
		return nil, io.EOF
	case r.broken:
		value, err = r.salvage()
	default:
		r.tape.mark(r.offset())
		value, err = r.value()
	}
	if err == io.EOF {
		return nil, err
	}
	if r.broken, r.ended = isDamage(err), err != nil && !isDamage(err); r.first == "" {
		if r.first = firstName(value); err != nil {
			r.first = firstName(r.ahead())
		}
	}
	if err != nil {
		err = fmt.Errorf("not JSON behind byte %d: %w", r.offset(), err)
	}
	return value, err
}

// isDamage reports whether err is about one value only.
func isDamage(err error) bool {
	var syntax *json.SyntaxError
	return errors.As(err, &syntax) || errors.Is(err, ErrTooLarge)
}

// begin reads up to the first value.
func (r *objectReader) begin() error {
	r.tape = &tape{r: &r.in}
	head := make([]byte, len("\ufeff"))
	_, err := io.ReadFull(r.tape, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return err
	}
	if string(head) != "\ufeff" {
		r.tape.rewind(0)
	}
	r.start()
	if r.inArray = beginsArray(r.d); r.inArray {
		_, err = r.d.Token()
		return err
	}
	return nil
}

// start begins to decode what comes next.
func (r *objectReader) start() {
	lead := ""
	if r.inArray {
		lead = "["
	}
	r.base = r.tape.at - int64(len(lead))
	r.d = json.NewDecoder(io.MultiReader(strings.NewReader(lead), r.tape))
	if r.inArray {
		r.d.Token()
	}
}

// offset is where the next value begins, or what stands before it.
func (r *objectReader) offset() int64 { return r.base + r.d.InputOffset() }

// ahead is what has been read from the next value on.
func (r *objectReader) ahead() []byte {
	ahead, _ := io.ReadAll(r.d.Buffered())
	return bytes.TrimLeft(ahead, ", \t\r\n")
}

// value reads a value. A comma too many or too few does no harm.
func (r *objectReader) value() ([]byte, error) {
	value, err := r.decode()
	if r.inArray && isDamage(err) && !errors.Is(err, ErrTooLarge) {
		behind, _ := io.ReadAll(r.d.Buffered())
		r.tape.rewind(r.offset() + int64(len(behind)-len(r.ahead())))
		r.start()
		value, err = r.decode()
	}
	return value, err
}

func (r *objectReader) decode() (value json.RawMessage, err error) {
	if err = r.endArray(); err == nil {
		err = r.d.Decode(&value)
	}
	if r.inArray && err == io.EOF {
		err = io.ErrUnexpectedEOF
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

// salvage goes on behind a value that cannot be read, with the next that can and is
// like the records before. One that is like them and cannot be read is an error.
func (r *objectReader) salvage() ([]byte, error) {
	for from := r.offset(); r.reread <= maxRetried; {
		r.reread += r.tape.at - from
		r.tape.rewind(from)
		if err := r.find(); err != nil {
			return nil, err
		}
		from = r.tape.at
		r.tape.mark(from)
		r.start()
		var value json.RawMessage
		err := r.d.Decode(&value)
		switch {
		case err == nil && firstName(value) == r.first && r.isRecord(value):
			return value, nil
		case err == nil:
			from = r.offset() - 1
		case firstName(r.ahead()) == r.first:
			return nil, err
		case err == io.ErrUnexpectedEOF:
			return nil, io.EOF
		case !isDamage(err):
			return nil, err
		}
	}
	return nil, errDamaged
}

// find goes behind the value that begins here, or ends, to the next object at the
// beginning of a line or behind a comma.
func (r *objectReader) find() error {
	var buf [4 << 10]byte
	for before := byte(0); ; {
		r.in.ration = r.in.limit
		r.tape.mark(r.tape.at)
		n, err := r.tape.Read(buf[:])
		for i, b := range buf[:n] {
			switch {
			case b == '{' && (before == '\n' || before == ','):
				r.tape.rewind(r.tape.at - int64(n-i))
				r.in.ration = r.in.limit
				return nil
			case b == ' ', b == '\t', b == '\r', before == 0 && (b == '\n' || b == ','):
			default:
				before = b
			}
		}
		if err != nil {
			return err
		}
	}
}

// firstName is the first name in an object, as it is written; "" when there is none.
func firstName(object []byte) string {
	inner, ok := bytes.CutPrefix(object, []byte("{"))
	inner, quoted := bytes.CutPrefix(skipSpace(inner), []byte(`"`))
	name, _, closed := bytes.Cut(inner, []byte(`"`))
	if !ok || !quoted || !closed {
		return ""
	}
	return string(name)
}
