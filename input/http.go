package input

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
)

// An httpHeader is what matters of the header of an HTTP response (RFC 9110
// and 9112).
type httpHeader struct {
	status      int
	contentType string
	encodings   []string // in the order in which they were applied
	chunked     bool
}

// httpHeader reads the header of the HTTP response in rec.
func (r *warcReader) httpHeader(rec record) (httpHeader, error) {
	window, err := r.in.Peek(int(min(r.left, warcHeaderLen)))
	end, n := headerEnd(window)
	h, ok := parseHTTP(window[:end])
	if ok {
		r.in.Discard(n)
		r.left -= int64(n)
		return h, nil
	}
	if err != nil {
		return h, r.damage(err)
	}
	return h, fmt.Errorf("the record at byte %d has no valid HTTP header", rec.offset)
}

// headerEnd finds the empty line behind a header: where it begins, and where
// the content does.
func headerEnd(b []byte) (end, next int) {
	for i := 0; ; {
		j := bytes.IndexByte(b[i:], '\n')
		if j < 0 {
			return len(b), len(b)
		}
		if line := b[i : i+j]; len(line) == 0 || string(line) == "\r" {
			return i, i + j + 1
		}
		i += j + 1
	}
}

func parseHTTP(header []byte) (h httpHeader, ok bool) {
	first, rest, _ := bytes.Cut(header, []byte("\n"))
	words := bytes.Fields(first)
	if len(words) < 2 || !bytes.HasPrefix(words[0], []byte("HTTP/")) {
		return h, false
	}
	var err error
	if h.status, err = strconv.Atoi(string(words[1])); err != nil {
		return h, false
	}
	for line := range bytes.Lines(rest) {
		name, value, _ := bytes.Cut(line, []byte(":"))
		v := string(bytes.TrimSpace(value))
		switch strings.ToLower(string(name)) {
		case "content-type":
			h.contentType = v
		case "content-encoding":
			h.encodings = append(h.encodings, strings.Split(strings.ToLower(v), ",")...)
		case "transfer-encoding":
			h.chunked = strings.Contains(strings.ToLower(v), "chunked")
		}
	}
	return h, true
}

// decode undoes the transfer and content encodings of body. Archives are
// often written with a body that has been decoded and a header that has not,
// so what is not encoded stays.
func (h httpHeader) decode(d *Document, body []byte) ([]byte, error) {
	if h.chunked {
		body = dechunk(body)
	}
	for i := len(h.encodings) - 1; i >= 0; i-- {
		r, err := contentDecoder(strings.TrimSpace(h.encodings[i]), body)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		if body, err = readAll(r, nil, -1, d.limit, func([]byte) error { return nil }); err != nil {
			return nil, fmt.Errorf("Content-Encoding %s: %w", h.encodings[i], err)
		}
	}
	if isBinary(body) {
		return nil, Binary
	}
	return body, nil
}

// contentDecoder is nil when body is not encoded so.
func contentDecoder(encoding string, body []byte) (io.Reader, error) {
	none := func(string) {}
	switch encoding {
	case "", "identity":
		return nil, nil
	case "gzip", "x-gzip":
		if bytes.HasPrefix(body, []byte(gzipMagic)) {
			return newGzip(bytes.NewReader(body), none), nil
		}
		return nil, nil
	case "zstd":
		if kindOf(body) == zstandard {
			return newZstd(bytes.NewReader(body))
		}
		return nil, nil
	case "deflate": // zlib, or without its header, as some servers send it
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			return z, nil
		}
		if z := flate.NewReader(bytes.NewReader(body)); decodes(z) {
			return flate.NewReader(bytes.NewReader(body)), nil
		}
		return nil, nil
	case "br":
		if decodes(brotli.NewReader(bytes.NewReader(body))) {
			return brotli.NewReader(bytes.NewReader(body)), nil
		}
		return nil, nil
	}
	return nil, fmt.Errorf("Content-Encoding %s %w", encoding, ErrUnsupported)
}

// decodes reports whether r begins without an error.
func decodes(r io.Reader) bool {
	var buf [512]byte
	_, err := fill(buf[:], r, 0)
	return err == nil || err == io.EOF
}

// dechunk undoes chunked transfer coding (RFC 9112, 7.1), in place. What is
// not in chunks stays; a last chunk that is cut short is kept as far as it
// goes.
func dechunk(body []byte) []byte {
	if _, _, ok := chunk(body); !ok {
		return body
	}
	out := body[:0]
	for {
		data, rest, ok := chunk(body)
		if !ok || len(data) == 0 {
			return out
		}
		out, body = append(out, data...), rest
	}
}

// chunk splits the first chunk off.
func chunk(b []byte) (data, rest []byte, ok bool) {
	line, rest, ok := bytes.Cut(b, []byte("\n"))
	if !ok {
		return nil, nil, false
	}
	size, _, _ := bytes.Cut(line, []byte(";"))
	n, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 31)
	if err != nil {
		return nil, nil, false
	}
	data = rest[:min(int(n), len(rest))]
	rest = rest[len(data):]
	rest = bytes.TrimPrefix(rest, []byte("\r"))
	return data, bytes.TrimPrefix(rest, []byte("\n")), true
}
