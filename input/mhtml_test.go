package input

import (
	"fmt"
	"strings"
	"testing"
)

const savedPage = `From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/page
Subject: A page
Date: Tue, 6 Oct 2020 03:39:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----b----"


------b----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://a.example/page?x=3D1

<p>caf=C3=A9, a line that is =
folded
------b----
Content-Type: text/html
Content-ID: <frame>

<p>a frame
------b----
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------b------
`

const letter = `From: desk@a.example
Date: Tue, 6 Oct 2020 03:39:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=m

--m
Content-Type: multipart/alternative; boundary=a

--a
Content-Type: text/plain; charset=utf-8

plain
--a
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: base64

PHA+ZmFuY3k=
--a--
--m
Content-Type: text/html
Content-Disposition: attachment; filename=x.html

<p>attached
--m--
`

func TestMHTML(t *testing.T) {
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	root := strings.Replace(savedPage, `type="text/html";`, `type="text/html"; start="<frame>";`, 1)
	big := strings.Replace(savedPage, "iVBORw0KGgo=", strings.Repeat("iVBORw0KGgo=\n", 10_000), 1)
	tree(t, "p.mhtml", crlf(savedPage), "l.eml", letter, "r.mht", root, "p.gz", gzipOf(t, big), "d/p.mhtml", savedPage)
	expect(t, walked(t, nil, Options{}, "p.mhtml", "l.eml", "r.mht", "p.gz", "d"),
		"p.mhtml=<p>café, a line that is folded", "l.eml=<p>fancy", "r.mht=<p>a frame",
		"p.gz=<p>café, a line that is folded", "d/p.mhtml=<p>café, a line that is folded")
	for d := range Walk(t.Context(), []string{"p.mhtml", "l.eml"}, nil, Options{}) {
		d.ReadAll(nil)
		if d.Format != HTML || d.Name == "l.eml" && d.Charset != "windows-1252" ||
			d.Name == "p.mhtml" && (d.URL != "https://a.example/page?x=3D1" || d.Date != "Tue, 6 Oct 2020 03:39:00 -0000") {
			t.Errorf("document %+v", d)
		}
	}
	expect(t, walked(t, nil, Options{Format: HTML}, "l.eml"), "l.eml="+letter)
}

func TestMHTMLThatIsIncomplete(t *testing.T) {
	tree(t, "cut", savedPage[:strings.Index(savedPage, "that is")], "none", strings.ReplaceAll(savedPage, "text/html", "image/gif"),
		"plain", strings.ReplaceAll(letter, "text/html", "image/gif"))
	expect(t, walked(t, nil, Options{}, "cut", "none", "plain"), "cut=<p>café, a line",
		"! cut: truncated: the message ends at byte 369", "! none: no part of the message is text", "plain=plain")
}

// Of a message that is cut off the page comes out as far as it goes, or the plain text
// that stands whole before it.
func TestMessagesWithoutAnEnd(t *testing.T) {
	html := strings.ReplaceAll(letter, "--m--\n", "")
	open := html[:strings.Index(html, "PHA+ZmFuY3k=")+6]
	only := strings.Replace(open, "text/plain", "image/gif", 1)
	tree(t, "late", html, "open", open, "only", only, "head", letter[:strings.Index(letter, "--m")])
	expect(t, walked(t, nil, Options{}, "late", "open", "only", "head"), "late=<p>fancy",
		"open=plain", fmt.Sprintf("! open: truncated: the message ends at byte %d", len(open)),
		"only=<p>", fmt.Sprintf("! only: truncated: the message ends at byte %d", len(only)),
		fmt.Sprintf("! head: truncated: the message ends at byte %d", strings.Index(letter, "--m")))
	bad := strings.Replace(letter, "PHA+ZmFuY3k=", "PHA+####", 1)
	tree(t, "bad", strings.Replace(bad, "text/plain", "image/gif", 1))
	expect(t, walked(t, nil, Options{}, "bad"), "bad=<p>", "! bad: damaged: illegal base64 data at input byte 4")
}

// What the header of a letter says of its text comes with it, as the fields of a record
// do; of a saved page it is the title only.
func TestHeadersOfMessages(t *testing.T) {
	const encoded = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe br=FCcke.\n"
	for name, c := range map[string]struct{ message, content, fields string }{
		"encoded":   {"Subject: =?utf-8?B?QnLDvGNrZQ==?=\nFrom: =?iso-8859-1?q?J=FCrgen?= <j@a.example>\nDate: Tue, 6 Oct 2020 03:39:00 +0000\n" + encoded, "The br\xfccke.\n", `[{title "Brücke"} {authors ["Jürgen"]} {date "Tue, 6 Oct 2020 03:39:00 +0000"}]`},
		"subject":   {"From: X\nSubject: The\n =?koi8-r?B?zc/T1A==?=\n\nWords.\n", "Words.\n", `[{title "The мост"} {authors ["X"]}]`},
		"address":   {"From: j@a.example\n" + encoded, "The br\xfccke.\n", "[]"},
		"two":       {"From: \"Ann Bee\" <a@a.example>, c@a.example, Cee <c@a.example>\n" + encoded, "The br\xfccke.\n", `[{authors ["Ann Bee","Cee"]}]`},
		"parts":     {"Subject: A\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWords.\n--b--\n", "Words.", `[{title "A"}]`},
		"saved":     {savedPage, "<p>café, a line that is folded", `[{title "A page"}]`},
		"unencoded": {"Subject: A\nFrom: X\nContent-Type: text/plain\n\nIs 1=?2?=3?\n", "Subject: A\nFrom: X\nContent-Type: text/plain\n\nIs 1=?2?=3?\n", "[]"},
	} {
		t.Run(name, func(t *testing.T) {
			tree(t, "m", c.message)
			for d, err := range Walk(t.Context(), []string{"m"}, nil, Options{}) {
				if err != nil {
					t.Fatal(err)
				}
				content, err := d.ReadAll(nil)
				if got := fmt.Sprintf("%s", d.Fields); err != nil || string(content) != c.content || got != c.fields {
					t.Errorf("content %q, fields %s, error %v", content, got, err)
				}
			}
		})
	}
}

func TestLabelledTextIsNoMHTML(t *testing.T) {
	for _, text := range []string{
		"Subject: Headline\nDate: 6 October 2020\nContent-Type: news\n\nBody",
		"MIME-Version: 1.0 is what a message states\n\nContent-Type: text/html",
		"MIME-Version: 1.0\nContent-Type: text/html",
	} {
		tree(t, "f", text)
		expect(t, walked(t, nil, Options{}, "f"), "f="+text)
	}
}

// TestPlainLetter checks that a letter of plain text keeps its header, which
// has the title and the date.
func TestPlainLetter(t *testing.T) {
	const head = "Subject: Ferries\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
	if isMHTML([]byte(head + "\nThe ferries stay in port.\n")) {
		t.Error("a letter of plain text is taken apart")
	}
	if !isMHTML([]byte(head + "Content-Transfer-Encoding: base64\n\nVGhl\n")) {
		t.Error("an encoded letter is not decoded")
	}
}
