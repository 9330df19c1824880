package input

import (
	"fmt"
	"io"
	"mime"
	"strings"
)

// emitWARC yields the pages in a WARC file (ISO 28500), and the texts in a WET
// file, which is a WARC file with records of type conversion. Requests,
// metadata and records of repeated visits are passed over; pages that are not
// text or not there are skipped.
func (w *walk) emitWARC(s *source) {
	r, ok := w.open(s)
	if !ok {
		return
	}
	defer r.Close()
	a := archive{&scope{name: s.name, outer: s.scope}, s, true}
	records := newWARCReader(r, s.codec, w.maxBytes())
	for !w.ended() {
		rec, err := records.next()
		if err == io.EOF {
			break
		}
		d := w.record(a, records.n)
		if err == nil {
			err = w.emitRecord(a, d, records, rec)
		}
		if err == nil {
			continue
		}
		w.fail(a.scope, fault(d.Name, "unpack", err))
		if !records.resume() {
			break
		}
	}
	w.leave(a)
}

// emitRecord yields the page in rec, if there is one.
func (w *walk) emitRecord(a archive, d Document, records *warcReader, rec record) error {
	d.URL, d.Date = rec.uri, rec.date
	mediaType := rec.contentType
	switch {
	case rec.kind == "response" && strings.HasPrefix(mediaType, "application/http"):
		h, err := records.httpHeader(rec)
		if err != nil {
			return err
		}
		if h.status < 200 || h.status > 299 {
			w.fail(a.scope, fault(d.Name, "skip", Skip(fmt.Sprintf("HTTP status %d, skipped", h.status))))
			return nil
		}
		mediaType, d.decode = h.contentType, h.decode
	case rec.kind == "response", rec.kind == "resource", rec.kind == "conversion":
		if strings.HasPrefix(rec.uri, "metadata:") { // the log and the arguments of wget
			return nil
		}
	default:
		return nil
	}
	if !d.setType(mediaType, w.Format) {
		w.fail(a.scope, fault(d.Name, "skip", Binary))
		return nil
	}
	if rec.segmented {
		return fmt.Errorf("the record at byte %d is a segment of one, which %w", rec.offset, ErrUnsupported)
	}
	if rec.truncated != "" {
		d.Warnings = append(d.Warnings, "shortened when it was captured: "+rec.truncated)
	}
	data, odd, err := records.content(rec)
	if err != nil {
		return err
	}
	if odd != "" {
		d.Warnings = append(d.Warnings, odd)
	}
	d.data = data
	d.size = int64(len(d.data))
	w.put(a.scope, d)
	return nil
}

// setType sets the format and the charset from a media type of HTTP or MIME.
// It is false when the type is not that of a text to be read.
func (d *Document) setType(mediaType string, forced Format) bool {
	kind, params, _ := strings.Cut(mediaType, ";")
	kind = strings.ToLower(strings.TrimSpace(kind))
	if params != "" {
		if _, params, err := mime.ParseMediaType(mediaType); err == nil {
			d.Charset = params["charset"]
		}
	}
	switch kind {
	case "text/html", "application/xhtml+xml":
		d.Format = HTML
	case "text/plain", "text/markdown":
		d.Format = Text
	case "", "application/octet-stream", "application/unknown", "unknown/unknown":
		d.Format = Auto
	default:
		return false
	}
	if forced == Text || forced == HTML {
		d.Format = forced
	}
	return true
}
