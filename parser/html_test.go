package parser

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// TestHTMLCases parses every page of testdata/html and compares the article
// with the golden file beside it.
func TestHTMLCases(t *testing.T) {
	pages, err := filepath.Glob("../testdata/html/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, name := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".html"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			articles := New(Options{}).Parse(data, Hints{})
			checkHTMLLedger(t, articles)
			compareGolden(t, strings.TrimSuffix(name, ".html")+".json", golden(articles[0]))
		})
	}
}

func compareGolden(t *testing.T, name string, got goldenArticle) {
	if *update {
		data, err := json.MarshalIndent(got, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var want goldenArticle
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// checkHTMLLedger checks what holds for every page: each block has a reason,
// spans lie within the text, the body is made of the body blocks, and the
// texts of the page are those that golang.org/x/net/html finds.
func checkHTMLLedger(t testing.TB, articles []*Article) {
	t.Helper()
	if len(articles) != 1 {
		t.Fatalf("%d articles", len(articles))
	}
	a := articles[0]
	var body, all strings.Builder
	for i, b := range a.Ledger {
		if b.Reason.Why == "" || b.Text == "" {
			t.Errorf("block %d (%s %q) has reason %q", i, b.Kind, b.Text, b.Reason)
		}
		if b.Span != Unknown && (b.Span.Start < 0 || b.Span.Start >= b.Span.End || b.Span.End > len(a.Text)) {
			t.Errorf("block %d spans %v of %d", i, b.Span, len(a.Text))
		}
		if b.Kind == Body {
			body.WriteString(b.Text)
		}
		if b.Markup != nil {
			all.WriteString(b.Text)
		}
	}
	if got, want := squeeze(a.Body), squeeze(body.String()); got != want {
		t.Errorf("the body is not that of the ledger:\n got %q\nwant %q", got, want)
	}
	root, err := html.Parse(strings.NewReader(a.Text))
	if err != nil {
		return
	}
	if got, want := letterBag(all.String()), letterBag(nodeTexts(root)); got != want {
		t.Errorf("the ledger's letters %v are not the page's %v", got, want)
	}
}

// letterBag counts the letters of s; digits may be numbers of list items.
func letterBag(s string) (bag [32]int) {
	for _, r := range s {
		if r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == '\u2060' || r == '\u200e' || r == '\u200f' || r == '\u061c' || r <= 0x40 || r == '\u00a0' || r >= 0x2000 && r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x1680 || r == 0x3000 {
			continue
		}
		bag[r%32]++
	}
	return bag
}

func nodeTexts(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.DataAtom == atom.Script || n.DataAtom == atom.Style {
		return ""
	}
	var sb strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sb.WriteString(nodeTexts(c))
	}
	return sb.String()
}

func FuzzHTML(f *testing.F) {
	pages, _ := filepath.Glob("../testdata/html/*.html")
	for _, name := range pages {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("<h1>a</h1><time datetime=2020-01-01>b</time><ol><li>c<li>d</ol><p>By Jane Roe")
	p := New(Options{})
	f.Fuzz(func(t *testing.T, text string) {
		h := Hints{Name: "x", Format: HTML}
		articles := p.Parse([]byte(text), h)
		checkHTMLLedger(t, articles)
		a := articles[0]
		for _, s := range append([]string{a.ID, a.Title, a.Body, a.URL, a.Language}, a.Authors...) {
			if !utf8.ValidString(s) {
				t.Errorf("%q is no UTF-8", s)
			}
		}
		if again := p.Parse([]byte(text), h); !reflect.DeepEqual(articles, again) {
			t.Error("parsing again gives something else")
		}
	})
}

func TestLooksLikeHTML(t *testing.T) {
	for _, s := range []string{
		"<!DOCTYPE html><p>x", "\ufeff\n <html><body>x", "<!-- saved --><html>", "<?xml version=\"1.0\"?><html xmlns=\"x\">",
		"<p>One paragraph of a fragment.</p>\n<p>And another one.</p>", "<div class=\"a\"><br>x<br>y</div>",
		"Lead text without a tag.<br><br>Second paragraph.<br><br>Third one.<br>",
	} {
		if !looksLikeHTML(strings.TrimPrefix(s, "\ufeff")) {
			t.Errorf("%q is a page", s)
		}
	}
	for _, s := range []string{
		"", "Plain text.", "In HTML the tag <p> begins a paragraph. That is all there is to say about it.", "a < b and c > d",
		"News ID: 1\nHe wrote <b>no</b> to them.\n", "From: <jane@roe.example>\nTo: <tom@obi.example>\n",
	} {
		if looksLikeHTML(s) {
			t.Errorf("%q is no page", s)
		}
	}
}

func TestFramesText(t *testing.T) {
	for s, want := range map[string]bool{
		"<html><body><pre>One line.\nAnother.</pre></body></html>":                     true,
		"<html><head><title>a</title></head><body>\nOne.\n \nAnother.\n</body>":        true,
		"<html><body><div>One <b>bold</b> line.\n\nAnother.</div></body></html>":       true,
		"<html><body>\n\nOne line.\nAnother.\n\n</body></html>":                        false,
		"<html><body><div>One.\n\nAnother.</div><div>Third.</div></body></html>":       false,
		"<html><body><pre>One line.</pre><p>Another.</p></body></html>":                false,
		"<html><body><!-- a --><pre>One line.</pre></body></html>":                     false,
		"<html><link\nrel=\"icon\"><body><pre>A tag of two lines.</pre></body></html>": false,
		"<html><head><title>a</title></head>\n\n</html>":                               false,
	} {
		if got := framesText(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestNestedDivs(t *testing.T) {
	text := strings.Repeat("<div>", 100_000) + "<p>The innermost sentence is here.</p>" + strings.Repeat("</div>", 100_000)
	a := parsedWithin(t, time.Second, text)[0]
	if !ledgerHas(a, "The innermost sentence is here.") {
		t.Error("the text is lost")
	}
	if !hasWarning(a, "deep-nesting") {
		t.Errorf("warnings are %v", a.Warnings)
	}
}

func TestDeepPageAmongOthers(t *testing.T) {
	data, err := os.ReadFile("../testdata/html/de-liste-tabelle.html")
	if err != nil {
		t.Fatal(err)
	}
	p := New(Options{})
	want := p.Parse(data, Hints{})[0]
	for i := range 100 {
		if i == 7 {
			deep := strings.Repeat("<div>", 511) + "deep" + strings.Repeat("</div>", 511)
			if a := p.Parse([]byte(deep), Hints{Format: HTML})[0]; !ledgerHas(a, "deep") {
				t.Error("the deep page's text is lost")
			}
			continue
		}
		if got := p.Parse(data, Hints{})[0]; !reflect.DeepEqual(got, want) {
			t.Fatalf("page %d came out differently", i)
		}
	}
}

func TestHostileMarkup(t *testing.T) {
	attrs := new(strings.Builder)
	for i := range 100_000 {
		attrs.WriteString(" a" + strings.Repeat("x", i%7) + string(rune('a'+i%26)))
	}
	for name, text := range map[string]string{
		"unclosed comment": "<p>Before it.</p><!-- " + strings.Repeat("never closed ", 100_000),
		"a million <":      strings.Repeat("<", 1_000_000) + "p>end",
		"attributes":       "<p" + attrs.String() + ">Inside.</p>",
	} {
		t.Run(name, func(t *testing.T) { checkHTMLLedger(t, parsedWithin(t, 2*time.Second, text)) })
	}
}

// parsedWithin parses a page in the time that is promised for it, one time in
// five at least: the machine may be busy.
func parsedWithin(t *testing.T, limit time.Duration, text string) (articles []*Article) {
	t.Helper()
	var took time.Duration
	for range 5 {
		start := time.Now()
		articles = New(Options{}).Parse([]byte(text), Hints{Format: HTML})
		if took = time.Since(start); took <= slack(limit) {
			return articles
		}
	}
	t.Errorf("took %v", took)
	return articles
}

// slack is a time with what the race detector may add to it.
func slack(d time.Duration) time.Duration {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "-race" && s.Value == "true" {
				return 10 * d
			}
		}
	}
	return d
}

// A heading too long for a headline is none, with the site's name or without.
func TestHeadingTooLongForAHeadline(t *testing.T) {
	words := strings.Repeat("The ferry beside the bridge stays in service. ", 15)
	page := `<!DOCTYPE html><meta property="og:site_name" content="Port Ellery News"><h1>` + words + ` - Port Ellery News</h1><p>` + words
	if a := New(Options{}).Parse([]byte(page), Hints{})[0]; a.Title != "" || !strings.Contains(a.Body, "The ferry beside") {
		t.Errorf("title %q, body %q", a.Title, a.Body)
	}
}

func TestAmbiguousDateOfAPage(t *testing.T) {
	const page = `<html lang="en"><head>%</head><body><h1>Harbour pilots get a second tug</h1><p class="date">06/10/2020</p>
<p>The pilots of Port Ellery have been given a second tug, because one cannot serve three berths at once.</p>
<p>It was built on the other side of the bay and will be painted green before the summer regatta begins.</p></body></html>`
	for meta, want := range map[string]string{
		"": "",
		`<meta property="article:published_time" content="2020-10-06T08:00:00Z">`: "2020-10-06T08:00:00Z",
	} {
		a := New(Options{}).Parse([]byte(strings.Replace(page, "%", meta, 1)), Hints{})[0]
		if got := a.Timestamp.String(); got != want || hasWarning(a, "ambiguous-timestamp") != (want == "") {
			t.Errorf("with %q the timestamp is %q, warnings are %v", meta, got, a.Warnings)
		}
	}
}

func ledgerHas(a *Article, text string) bool {
	for _, b := range a.Ledger {
		if b.Text == text {
			return true
		}
	}
	return false
}

func hasWarning(a *Article, code string) bool {
	for _, w := range a.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}
