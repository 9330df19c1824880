package input

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// maxParts bounds how deep multipart messages are searched.
const maxParts = 8

// isMHTML reports whether head begins with the header of a MIME message
// (RFC 2045), as pages saved by browsers (RFC 2557) and letters do. A text
// that only begins with lines like "Subject: ..." does neither state a version
// of MIME nor an encoding. A letter of plain text that needs no decoding is a text
// with labels at its head and stays as it is.
func isMHTML(head []byte) bool {
	end, _ := headerEnd(head)
	if end == len(head) {
		return false
	}
	version, content, plain, parts, encoded := false, false, false, false, false
	for line := range bytes.Lines(head[:end]) {
		encoded = encoded || bytes.Contains(line, []byte("=?")) && encodedWord.Match(line)
		if line[0] == ' ' || line[0] == '\t' {
			continue // folded
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if !ok || bytes.ContainsAny(name, " \t") {
			return false
		}
		version = version || strings.EqualFold(string(name), "MIME-Version")
		value = bytes.ToLower(bytes.TrimSpace(value))
		switch {
		case strings.EqualFold(string(name), "Content-Type"):
			content = true
			plain = bytes.HasPrefix(value, []byte("text/plain"))
			parts = bytes.HasPrefix(value, []byte("multipart/"))
		case strings.EqualFold(string(name), "Content-Transfer-Encoding"):
			encoded = encoded || bytes.Equal(value, []byte("base64")) || bytes.Equal(value, []byte("quoted-printable"))
		}
	}
	return encoded || parts || version && content && !plain
}

// A page is the part of a message that is to be read.
type page struct {
	header textproto.MIMEHeader
	kind   string // media type, "" when there is no such part
	params map[string]string
	body   []byte
	damage error // behind what could be read; nil mostly
}

// decodeMHTML takes the page out of a message: its root when it is named,
// else its first part of HTML, else its first plain text.
func (w *walk) decodeMHTML(d *Document, raw []byte) ([]byte, error) {
	r := textproto.NewReader(bufio.NewReader(bytes.NewReader(raw)))
	h, err := r.ReadMIMEHeader()
	if err != nil {
		return nil, err
	}
	p, err := findPage(h, r.R, "", 0)
	switch {
	case err == nil && p.damage != nil:
		err = fmt.Errorf("damaged: %w", p.damage)
		if errors.Is(p.damage, io.EOF) || errors.Is(p.damage, io.ErrUnexpectedEOF) {
			err = fmt.Errorf("truncated: the message ends at byte %d", len(raw))
		}
		d.Damage = fault(d.Name, "read", err)
	case err == nil && p.kind == "":
		err = errors.New("no part of the message is text")
	}
	if len(p.body) == 0 && err != nil {
		d.Damage = nil
		return nil, err
	}
	d.setType(p.kind, w.Format)
	d.Charset = p.params["charset"]
	d.Date = h.Get("Date")
	for _, u := range []string{p.header.Get("Content-Location"), h.Get("Snapshot-Content-Location")} {
		if d.URL == "" && strings.HasPrefix(u, "http") {
			d.URL = u
		}
	}
	d.Fields = w.headerFields(h, d.URL != "")
	return p.body, nil
}

// findPage searches one part of a message. root is the Content-ID of the part
// that is wanted, "" when none is named.
func findPage(h textproto.MIMEHeader, body io.Reader, root string, depth int) (page, error) {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	switch {
	case err != nil && h.Get("Content-Type") == "":
		kind = "text/plain" // RFC 2045, 5.2
	case err != nil:
		return page{}, fmt.Errorf("Content-Type: %w", err)
	case strings.HasPrefix(kind, "multipart/") && depth < maxParts:
		return findPart(multipart.NewReader(body, params["boundary"]), params["start"], depth)
	case kind != "text/html" && kind != "text/plain" && kind != "application/xhtml+xml":
		return page{}, nil
	case strings.HasPrefix(h.Get("Content-Disposition"), "attachment"), root != "" && h.Get("Content-ID") != root:
		return page{}, nil
	}
	switch strings.ToLower(h.Get("Content-Transfer-Encoding")) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	p := page{header: h, kind: kind, params: params}
	p.body, p.damage = io.ReadAll(body)
	return p, nil
}

// findPart searches the parts of a multipart message. Rather than a damaged part it
// takes a whole one.
func findPart(r *multipart.Reader, root string, depth int) (page, error) {
	var text page
	for {
		part, err := r.NextRawPart()
		if err == io.EOF {
			return text, nil
		}
		if err != nil {
			text.damage = err
			return text, nil
		}
		p, err := findPage(part.Header, part, root, depth+1)
		switch {
		case err != nil:
			return p, err
		case p.damage != nil && text.kind != "":
			text.damage = p.damage
			return text, nil
		case p.kind != "" && p.kind != "text/plain":
			return p, nil
		case text.kind == "":
			text = p
		}
	}
}
