package parser

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// large is n, or less where little time is wanted.
func large(n int) int {
	if testing.Short() {
		return n / 8
	}
	return n
}

// manyTimes is a text of n lines or elements, each made with its number.
func manyTimes(n int, format string) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, format, i)
	}
	return sb.String()
}

// manyWords is n words of letters drawn by lot, a line for each.
func manyWords(n int) string {
	lot := rand.New(rand.NewPCG(1, 2))
	var sb strings.Builder
	for range n {
		for range 3 + lot.IntN(10) {
			sb.WriteByte(byte('a' + lot.IntN(26)))
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

const riverText = "The ferry beside the bridge stays in service, the council said on Wednesday, after cyclists had asked for it. "

// largeTexts are texts that are no article, or a broken or hostile one, about n
// lines of each: compared line by line, all of these would take minutes.
func largeTexts(n int) map[string]string {
	record := "<DOC>\n<DOCNO>7</DOCNO>\n<HEADLINE>Ferry stays</HEADLINE>\n<TEXT>\n%s\n</TEXT>\n</DOC>\n"
	openRecord, _, _ := strings.Cut(record, "%s")
	labelled := "News ID: 275219\nTitle: Ferry stays\n\n" + riverText + "\n\n"
	links := "[a](b) [a](b) [a](b) x\n"
	menu := "\nHome\nNews\nSport\nCulture\nOpinion\nWeather\nTraffic\nJobs\nCars\nHouses\nContact\nAbout us\nLog in\nSubscribe\n"
	return map[string]string{
		"words":          manyWords(3 * n),
		"log":            manyTimes(n, "2020-10-06 10:15:00 INFO ferry %d has left\n"),
		"log with bars":  manyTimes(n, "2020-10-06 10:15:00 | INFO | ferry %d has left\n"),
		"JSON":           manyTimes(n, "  {\"id\": %d, \"name\": \"ferry\"},\n"),
		"dated stories":  menu + labelled + manyTimes(n, "The ferry stays beside the bridge\nSo it was said in town %d.\nMay 5, 2020\n"),
		"dated posts":    menu + labelled + manyTimes(n, "Jane Roe @ May 5, 2020, 12:10\nSo it was said in town %d.\n"),
		"dates":          manyTimes(n, "Date: 2020-10-06, ferry %d\n"),
		"keys":           manyTimes(n, "Date: 2020-10-06\nVenue: ferry %d\n"),
		"other stories":  riverText + "\n" + manyTimes(2*n, "Related articles\nFerry number %d\n"),
		"links":          "By: " + strings.Repeat("[a](b)", 10*n),
		"markup in text": fmt.Sprintf(record, strings.Repeat("a <i>b</i> ", 4*n)),
		"markup twice":   fmt.Sprintf(record, strings.Repeat("a &lt;i&gt;b&lt;/i&gt; ", 2*n)),
		"open tags":      fmt.Sprintf(record, "a > b\n"+strings.Repeat("<a", 10*n)),
		"rows of signs":  "Ferry stays\n\n" + riverText + "\n\n---\n\n" + strings.Repeat(riverText+"\n\n", 9) + strings.Repeat("---\n\n", 3*n),

		"summaries":         strings.Repeat("Description:\nThe ferry\n", n),
		"summaries below":   labelled + strings.Repeat("Description:\nThe ferry stays for now.\n", n),
		"summaries of text": labelled + strings.Repeat("Description: The ferry\nThe ferry stays\n", n),
		"moments":           strings.Repeat("3 May 2020 10:30\n", n),
		"dates within":      riverText + "\n" + strings.Repeat("Published: 3 May 2020\n", n) + riverText,
		"dates and keys":    strings.Repeat("Published: 3 May 2020\nFoo: bar\n", n),
		"places":            strings.Repeat("V Dubové dne 3. června 2015\n", n),
		"dots":              riverText + "\n" + strings.Repeat(strings.Repeat(".", 70)+"\n", n),
		"buttons":           labelled + strings.Repeat("Home page\nSign in to your account to read more of our stories and manage your settings.\n", n),
		"signers":           labelled + strings.Repeat("                         Jane Roe\n", n),
		"articles":          strings.Repeat("Ferry stays\n3 May 2020\n-----\nThe ferry stays, they said on Monday.\n-----\n", n),
		"ends of writing":   "abc" + strings.Repeat("\u202c", 4*n),
		"ways of writing":   strings.Repeat("\u202b", 2*n) + "a" + strings.Repeat("\u202c", 2*n),
		"links in links":    links + strings.Repeat("[!", 10*n) + "](x)\n",
		"counts in a text":  openRecord + manyTimes(n, "%d of 99999 DOCUMENTS\n"),
		"unclosed dates":    openRecord + strings.Repeat("<DATE> March 14, 2020\n", n),
		"arguments":         "[" + strings.Repeat("b=", 100*n),
		"literals":          strings.Repeat("\n", 20*n) + strings.Repeat("{'title': 'Ferry stays', 'text': '"+riverText+"'}\n", n),
		"headline in a row": menu + "\nFerry beside the bridge stays\n\n3 May 2020\n\n" + strings.Repeat(riverText+"\n\n", 9) + strings.Repeat("Ferry beside the bridge stays x ", 5*n) + menu,
		"writers of dates":  "Ferry stays\n\n" + strings.Repeat(riverText+riverText+"\n\n", 5) + strings.Repeat("By:\n3 May 2020 10:30\n", 4*n),
		"dates on a line":   "Ferry stays\n\n" + strings.Repeat("Published: 3 May 2020 ", 60*n),
		"labels below":      riverText + "\n" + strings.Repeat("Source: Paper\n", n),
		"short lines":       menu + strings.Repeat("(\n", 10*n),
		"unknown ends":      openRecord + manyTimes(n, "<X%d> abc\n") + strings.Repeat("</Q>\n", n),
	}
}

func TestLargeTexts(t *testing.T) {
	for name, text := range largeTexts(large(40_000)) {
		t.Run(name, func(t *testing.T) {
			checkLedger(t, New(Options{}).Parse([]byte(text), Hints{}))
		})
	}
}

// largePages are the same for pages, n elements of each.
func largePages(n int) map[string]string {
	body := "<p>" + strings.Repeat(riverText, 20) + "</p>"
	return map[string]string{
		"unclosed":   strings.Repeat("<b><p>", n) + "end",
		"tables":     strings.Repeat("<table><tr><td>", n) + "end",
		"lists":      strings.Repeat("<ul><li>", n) + "end",
		"formatting": strings.Repeat("<a href=x><b><i>", n) + "end",
		"headings":   manyTimes(n, "<h1>Ferry beside the bridge of town %d stays</h1>") + body,
		"linked":     "<h1>Ferry stays</h1>" + body + manyTimes(n, `<h3><a href="/%d">Ferry beside the bridge stays</a></h3>`),
		"stories":    "<h1>Ferry stays</h1>" + body + manyTimes(n, `<h3><a href="/%d">Ferry beside the bridge stays</a></h3><p>So it was said on Monday.</p>`) + body,
		"articles":   manyTimes(n, "<article><h1>Ferry beside the bridge of town %d stays</h1><p>"+riverText+"</p></article>"),
		"bylines":    "<h1>Ferry stays</h1>" + manyTimes(n, "<p class=byline>By Jane Roe</p><!-- %d -->") + body,
		"authors":    manyTimes(3*n, "<meta name=author content='Jane Roe%d'>") + body,
		"two lists":  manyTimes(4*n, "<meta name=citation_author content='Jane Roe%d'>") + `<script type=application/ld+json>{"@type":"NewsArticle","author":[""` + manyTimes(4*n, `,"John Doe%d"`) + "]}</script>" + body,
		"capitals":   "<meta name=author content='" + strings.Repeat("ABC ", 50*n) + "'>" + body,
		"classes":    "<div class='" + manyTimes(50*n, "a%d ") + "'>" + manyTimes(n, "<p>Ferry %d</p>") + "</div>" + body,
		"references": `<script type=application/ld+json>[{"@type":"NewsArticle","author":{"@id":"a"}},{"@id":"a","name":[{"@id":"a"}` + strings.Repeat(`,{"@id":"a"}`, n) + "]}]</script>" + body,
		"times":      body + manyTimes(2*n, "<time datetime=2020-10-06T10:15:00Z>%d</time>"),
		"dates":      manyTimes(2*n, "<meta name=date content=2020-10-06T10:15:00Z id=i%d>") + body,
		"scripts":    manyTimes(5*n, "<script><!-- %d --></script>") + body,
		"cards":      "<h1>Ferry stays</h1>" + body + manyTimes(n, "<article class=c%d><h3><a href=/>Ferry beside the bridge stays</a></h3><p>So it was said.</p><time>May 5, 2020</time></article>"),
		"related":    "<h1>Ferry stays</h1>" + body + manyTimes(n, "<h3>Related articles</h3><div><a href=/%d>Ferry beside the bridge stays</a><p>So it was said.</p></div>"),
		"posts":      "<h1>Ferry stays</h1>" + strings.Repeat(body, n/20) + manyTimes(n, "<div class=a%d>Jane Roe @ May 5, 2020, 12:10</div><div>So it was said.</div>"),
		"no text":    manyTimes(2*n, "<div class=a%d>Jane Roe, May 5, 2020</div>"),
		"days":       "<h1>Ferry stays</h1>" + strings.Repeat("<div>05/06/2020</div>", n) + body,
		"commas":     "<script type=application/ld+json>[" + strings.Repeat(",", 900_000) + "x]</script>" + body,
	}
}

func TestLargePages(t *testing.T) {
	for name, page := range largePages(large(15_000)) {
		t.Run(name, func(t *testing.T) {
			checkHTMLLedger(t, New(Options{}).Parse([]byte(page), Hints{Format: HTML}))
		})
	}
}

// BenchmarkLarge parses texts and pages of one and of four times a size: what
// takes time in proportion has about the same MB/s in both.
func BenchmarkLarge(b *testing.B) {
	for _, n := range []int{5_000, 20_000} {
		for name, text := range largeTexts(n) {
			benchmarkLarge(b, name, n, text)
		}
		for name, page := range largePages(n) {
			benchmarkLarge(b, name, n, "<!DOCTYPE html>"+page)
		}
	}
}

func benchmarkLarge(b *testing.B, name string, n int, document string) {
	b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
		p := New(Options{})
		b.SetBytes(int64(len(document)))
		for b.Loop() {
			p.Parse([]byte(document), Hints{})
		}
	})
}

// TestLastOfRecordsWithoutEnds checks that a file of records that are never closed
// is searched once.
func TestLastOfRecordsWithoutEnds(t *testing.T) {
	record := "<DOC>\n<DOCNO>7</DOCNO>\n<HEADLINE>Ferry stays</HEADLINE>\n<TEXT>\n" + riverText + "\n</TEXT>\n"
	text := record + record + strings.Repeat("<DOC>\n", 600_000)
	s := New(Options{}).Splitter([]byte(text))
	if s == nil {
		t.Fatal("no splitter for records")
	}
	if at := s.Last([]byte(text)); at != 0 {
		t.Errorf("a part begins at %d", at)
	}
}
