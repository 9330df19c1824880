package input

import (
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
	expect(t, walked(t, nil, Options{}, "cut", "none", "plain"), "! cut: cut short",
		"! none: no part of the message is text", "plain=plain")
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
