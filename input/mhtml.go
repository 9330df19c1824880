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
// that only begins with lines like "Subject: ..." does not state a version
// of MIME. A letter of plain text that needs no decoding is a text with labels
// at its head and stays as it is.
func isMHTML(head []byte) bool {
	end, _ := headerEnd(head)
	if end == len(head) {
		return false
	}
	mimeVersion, content, plain, encoded := false, false, false, false
	for line := range bytes.Lines(head[:end]) {
		if line[0] == ' ' || line[0] == '\t' {
			continue // folded
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if !ok || bytes.ContainsAny(name, " \t") {
			return false
		}
		mimeVersion = mimeVersion || strings.EqualFold(string(name), "MIME-Version")
		value = bytes.ToLower(bytes.TrimSpace(value))
		switch {
		case strings.EqualFold(string(name), "Content-Type"):
			content = true
			plain = bytes.HasPrefix(value, []byte("text/plain"))
		case strings.EqualFold(string(name), "Content-Transfer-Encoding"):
			encoded = bytes.Equal(value, []byte("base64")) || bytes.Equal(value, []byte("quoted-printable"))
		}
	}
	return mimeVersion && content && (encoded || !plain)
}

// A page is the part of a message that is to be read.
type page struct {
	header textproto.MIMEHeader
	kind   string // media type, "" when there is no such part
	params map[string]string
	body   []byte
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
	if err != nil {
		return nil, err
	}
	if p.kind == "" {
		return nil, errors.New("no part of the message is text")
	}
	d.setType(p.kind, w.Format)
	d.Charset = p.params["charset"]
	d.Date = h.Get("Date")
	for _, u := range []string{p.header.Get("Content-Location"), h.Get("Snapshot-Content-Location")} {
		if d.URL == "" && strings.HasPrefix(u, "http") {
			d.URL = u
		}
	}
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
	p.body, err = io.ReadAll(body)
	return p, err
}

// findPart searches the parts of a multipart message.
func findPart(r *multipart.Reader, root string, depth int) (page, error) {
	var text page
	for {
		part, err := r.NextRawPart()
		if err == io.EOF {
			return text, nil
		}
		if err != nil {
			return page{}, err
		}
		p, err := findPage(part.Header, part, root, depth+1)
		if err != nil || p.kind != "" && p.kind != "text/plain" {
			return p, err
		}
		if text.kind == "" {
			text = p
		}
	}
}
