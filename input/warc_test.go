package input

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
)

// warcRecord is a record with the given type, header fields and content.
func warcRecord(kind, uri, contentType, content string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2020-10-06T03:39:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, contentType, len(content), content)
}

func warcInfo() string {
	return warcRecord("warcinfo", "", "application/warc-fields", "software: a test\r\n")
}

func wet(text string) string {
	return warcRecord("conversion", "http://a.example/1", "text/plain", text)
}

func response(header, body string) string {
	return warcRecord("response", "<http://a.example/r>", "application/http; msgtype=response", "HTTP/1.1 "+header+"\r\n\r\n"+body)
}

const okHTML = "200 OK\r\nContent-Type: text/html; charset=windows-1251"

func TestWARCRecords(t *testing.T) {
	file := warcInfo() + warcRecord("request", "http://a.example/r", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
		response(okHTML, "<p>page") + response("404 Not Found\r\nContent-Type: text/html", "<p>gone") +
		response("200 OK\r\nContent-Type: image/png", "\x89PNG") + response("200 OK", "untyped") +
		warcRecord("metadata", "http://a.example/", "text/plain", "x: y") + wet("plain text") +
		warcRecord("resource", "file:///a.html", "text/html", "<p>resource") +
		warcRecord("resource", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain", "log") +
		warcRecord("response", "dns:a.example", "text/dns", "20201006 a.example. 300 IN A 1.2.3.4") +
		warcRecord("revisit", "http://a.example/r", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n")
	want := []string{"=<p>page", "!4: HTTP status 404, skipped", "!5: not text, skipped", "=untyped", "=plain text", "=<p>resource", "!11: not text, skipped"}
	members := strings.SplitAfter(file, "\r\n\r\nWARC")
	for i := range members {
		members[i] = strings.TrimSuffix(members[i], "WARC")
		if i > 0 {
			members[i] = "WARC" + members[i]
		}
	}
	var each string
	for _, m := range members {
		each += gzipOf(t, m)
	}
	tree(t, "w.warc", file, "all.warc.gz", gzipOf(t, file), "each.warc.gz", each, "w.txt", file, "w.zst", zstdOf(t, file))
	for _, name := range []string{"w.warc", "all.warc.gz", "each.warc.gz", "w.txt", "w.zst"} {
		expect(t, walked(t, nil, Options{}, name), name+"!3"+want[0], "! "+name+want[1], "! "+name+want[2],
			name+"!6"+want[3], name+"!8"+want[4], name+"!9"+want[5], "! "+name+want[6])
	}
	for d := range Walk(t.Context(), []string{"each.warc.gz"}, nil, Options{}) {
		if d.Name == "each.warc.gz!3" && (d.Format != HTML || d.Charset != "windows-1251" || d.URL != "http://a.example/r" || d.Date != "2020-10-06T03:39:00Z") {
			t.Errorf("document %+v", d)
		}
		if d.Name == "each.warc.gz!8" && d.Format != Text {
			t.Errorf("document %+v", d)
		}
	}
	expect(t, walked(t, nil, Options{Format: Text}, "w.warc"), "w.warc="+file)
}

func TestHTTPEncodings(t *testing.T) {
	const page = "<p>a page that is encoded"
	var z, b bytes.Buffer
	zw := zlib.NewWriter(&z)
	zw.Write([]byte(page))
	zw.Close()
	bw := brotli.NewWriter(&b)
	bw.Write([]byte(page))
	bw.Close()
	chunked := "7\r\n" + page[:7] + "\r\n" + fmt.Sprintf("%x;ext=1\r\n", len(page)-7) + page[7:] + "\r\n0\r\nTrailer: x\r\n\r\n"
	gz := gzipOf(t, page)
	for _, c := range []struct{ header, body string }{
		{"Transfer-Encoding: chunked", chunked},
		{"Transfer-Encoding: chunked", page}, // decoded by the archiver
		{"Content-Encoding: gzip", gz},
		{"Content-Encoding: gzip", page},
		{"Content-Encoding: deflate", z.String()},
		{"Content-Encoding: deflate", z.String()[2 : z.Len()-4]},
		{"Content-Encoding: deflate", page},
		{"Content-Encoding: br", b.String()},
		{"Content-Encoding: br", page},
		{"Content-Encoding: zstd", zstdOf(t, page)},
		{"Content-Encoding: identity", page},
		{"Content-Encoding: deflate, gzip", gzipOf(t, z.String())},
		{"Content-Encoding: gzip\r\nTransfer-Encoding: gzip, chunked", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(gz), gz)},
	} {
		tree(t, "w", response(okHTML+"\r\n"+c.header, c.body))
		if got := walked(t, nil, Options{}, "w"); len(got) != 1 || got[0] != "w!1="+page {
			t.Errorf("%s: got %q", c.header, got)
		}
	}
	tree(t, "w", response(okHTML+"\r\nContent-Encoding: lzw", "x")+response(okHTML+"\r\nContent-Encoding: gzip", gz[:20])+
		response(okHTML+"\r\nContent-Encoding: gzip", gzipOf(t, strings.Repeat("x", 1000))))
	expect(t, walked(t, nil, Options{MaxBytes: 900}, "w"), "! w!1: Content-Encoding lzw cannot be read",
		"! w!2: Content-Encoding gzip: unexpected EOF",
		"! w!3: Content-Encoding gzip: too large: more than 900 bytes; --max-bytes sets the limit")
}

func TestTruncatedWARC(t *testing.T) {
	file := warcInfo() + wet("one") + wet("two is a little longer")
	tree(t, "in-content", file[:len(file)-10], "in-header", file[:len(file)-100], "at-end", file[:len(file)-4])
	n := len(file)
	expect(t, walked(t, nil, Options{}, "in-content", "in-header", "at-end"),
		"in-content!2=one", fmt.Sprintf("! in-content!3: truncated: the WARC data end at byte %d, in a record", n-10),
		"in-header!2=one", fmt.Sprintf("! in-header!3: truncated: the WARC data end at byte %d, in a record", n-100),
		"at-end!2=one", "at-end!3=two is a little longer")
	z := gzipOf(t, warcInfo()) + gzipOf(t, wet("one")) + gzipOf(t, wet("two"))
	tree(t, "z", z[:len(z)-20])
	expect(t, walked(t, nil, Options{}, "z"), "z!2=one", fmt.Sprintf("! z!3: truncated: the gzip data end at byte %d", len(z)-20))
}

func TestOneCorruptWARCMemberOf20000(t *testing.T) {
	const n, bad = 20_000, 12_345
	var b strings.Builder
	offset := 0
	var packed [50]string
	for i := range packed {
		packed[i] = gzipOf(t, wet(fmt.Sprintf("article number %d, with a text of its own", i)))
	}
	for i := range n {
		m := packed[i%len(packed)]
		if i == bad {
			offset = b.Len()
			m = m[:len(m)/2] + "\xff\xff\xff\xff" + m[len(m)/2+4:]
		}
		b.WriteString(m)
	}
	tree(t, "w.warc.gz", b.String())
	for _, stdin := range []bool{false, true} {
		name := "w.warc.gz"
		if stdin {
			name = "-"
		}
		got := walked(t, strings.NewReader(b.String()), Options{}, name)
		documents, failures := 0, 0
		for _, g := range got {
			if !strings.HasPrefix(g, "! ") {
				documents++
				continue
			}
			failures++
			var at int
			if _, err := fmt.Sscanf(g[strings.Index(g, "near byte"):], "near byte %d", &at); err != nil || at < offset || at > offset+300 {
				t.Errorf("the member at %d is damaged; got %q", offset, g)
			}
		}
		if documents != n-1 || failures != 1 {
			t.Errorf("%s: %d documents and %d messages", name, documents, failures)
		}
	}
}

func TestEveryDamagedByteCostsOneMember(t *testing.T) {
	before, bad, after := gzipOf(t, wet("before")), gzipOf(t, wet("damaged")), gzipOf(t, wet("after"))
	for i := range len(bad) {
		b := []byte(bad)
		b[i] ^= 0x55
		tree(t, "w", before+string(b)+after)
		got := walked(t, nil, Options{}, "w")
		if len(got) < 2 || got[0] != "w!1=before" || !strings.HasSuffix(got[len(got)-1], "=after") {
			t.Errorf("byte %d: got %q", i, got)
		}
	}
	b := []byte(before)
	b[40] ^= 0x55
	tree(t, "w", string(b)+after)
	if got := walked(t, nil, Options{}, "w"); len(got) != 2 || !strings.HasSuffix(got[1], "=after") {
		t.Errorf("the first member damaged: got %q", got)
	}
}

// A member is found behind what looks like the beginnings of others, wherever
// that ends.
func TestMembersBehindGarbage(t *testing.T) {
	first, last := gzipOf(t, wet("one")), gzipOf(t, wet("two"))
	for _, piece := range []string{gzipMagic, gzipMagic + "\x00\x00\x00\x00\x00\x00\x03\x07", "\x1f\x8b"} {
		for _, size := range []int{1, replayLen, 32 << 10, tapeLen} {
			for extra := range gzipHeader + 2 {
				n := size - len(first) + extra
				if n < 1 {
					continue
				}
				garbage := strings.Repeat(piece, n/len(piece)+1)[:n]
				tree(t, "w.gz", first+garbage+last)
				got := walked(t, nil, Options{}, "w.gz")
				if len(got) < 2 || got[0] != "w.gz!1=one" || !strings.HasSuffix(got[len(got)-1], "=two") {
					t.Fatalf("%d bytes of %q: %.300q", n, piece, got)
				}
			}
		}
	}
}

func TestLyingContentLength(t *testing.T) {
	const text = "a text of 25 bytes or so"
	lying := func(length string) string {
		return strings.Replace(wet(text), "Content-Length: 24", "Content-Length: "+length, 1)
	}
	at := len(wet("one"))
	read := func(length string) []string {
		return []string{"2=" + text, fmt.Sprintf("? 2: the record at byte %d has a wrong Content-Length, %s; its text goes as far as the next record", at, length)}
	}
	refused := []string{fmt.Sprintf("! 2: the record at byte %d has no valid Content-Length", at)}
	for length, want := range map[string][]string{
		"99999999999999":       {"! 2: too large: more than 1000 bytes; --max-bytes sets the limit"},
		"600":                  read("600"),
		"30":                   read("30"),
		"23":                   read("23"),
		"3":                    read("3"),
		"0":                    read("0"),
		"-5":                   refused,
		"many":                 refused,
		"99999999999999999999": refused,
	} {
		want = slices.Concat([]string{"1=one"}, want, []string{"3=three", "4=four"})
		file := wet("one") + lying(length) + wet("three") + wet("four")
		tree(t, "w", file, "z", gzipOf(t, file))
		for _, name := range []string{"w", "z"} {
			got := walked(t, nil, Options{MaxBytes: 1000}, name)
			for i := range got {
				got[i] = strings.Replace(got[i], name+"!", "", 1)
			}
			if length == "99999999999999" { // it hides how many records there are
				got = slices.Delete(slices.Clone(got), 2, len(got)-2)
			}
			expect(t, got, want...)
		}
	}
}

// TestLyingLengthBeforeTheEnd has records whose lengths count characters, as
// some writers do, and lines that end in LF.
func TestLyingLengthBeforeTheEnd(t *testing.T) {
	record := func(text string) string {
		length := utf8.RuneCountInString(text)
		return fmt.Sprintf("WARC/1.0\nWARC-Type: conversion\nContent-Type: text/plain\nContent-Length: %d\n\n%s\n\n", length, text)
	}
	first, second := "пять слов\n\nв двух абзацах", "и ещё одна запись"
	tree(t, "w", record(first)+record(second), "long", record(first)+strings.Repeat("x\n", 600)+record(second))
	odd := "; its text goes as far as the next record"
	expect(t, walked(t, nil, Options{MaxBytes: 1000}, "w", "long"),
		"w!1="+first, "? w!1: the record at byte 0 has a wrong Content-Length, 25"+odd,
		"w!2="+second, fmt.Sprintf("? w!2: the record at byte %d has a wrong Content-Length, 17", len(record(first)))+odd,
		"! long!1: too large: more than 1000 bytes; --max-bytes sets the limit",
		"long!2="+second, fmt.Sprintf("? long!2: the record at byte %d has a wrong Content-Length, 17", len(record(first))+1200)+odd)
}

func TestLyingLengthOfWhatIsPassedOver(t *testing.T) {
	request := strings.Replace(warcRecord("request", "http://a.example", "application/http", "GET /"), "Content-Length: 5", "Content-Length: 500000", 1)
	tree(t, "w", wet("one")+request+wet("three")+"garbage\r\nbetween\r\n\r\n"+wet("four"))
	expect(t, walked(t, nil, Options{}, "w"), "w!1=one",
		fmt.Sprintf("! w!2: the record before byte %d has a wrong Content-Length", len(wet("one")+request)),
		"w!3=three\r\n\r\ngarbage\r\nbetween",
		fmt.Sprintf("? w!3: the record at byte %d has a wrong Content-Length, 5; its text goes as far as the next record", len(wet("one")+request)),
		"w!4=four")
}

func TestOddWARCRecords(t *testing.T) {
	truncated := strings.Replace(wet("half a te"), "WARC-Date", "WARC-Truncated: length\r\nWARC-Date", 1)
	segment := strings.Replace(wet("half a te"), "WARC-Date", "WARC-Segment-Number: 1\r\nWARC-Date", 1)
	bare := strings.ReplaceAll(wet("with line feeds only"), "\r\n", "\n")
	tree(t, "w", truncated+segment+bare+response("", "")+wet(""))
	expect(t, walked(t, nil, Options{}, "w"), "w!1=half a te", "? w!1: shortened when it was captured: length",
		fmt.Sprintf("! w!2: the record at byte %d is a segment of one, which cannot be read", len(truncated)), "w!3=with line feeds only",
		fmt.Sprintf("! w!4: the record at byte %d has no valid HTTP header", len(truncated+segment+bare)), "w!5=")
}
