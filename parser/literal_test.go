package parser

import (
	"strings"
	"testing"
)

// TestCutLiterals says what the lines of literals show, with the keys of strings before
// them, and that other brackets stay as they are.
func TestCutLiterals(t *testing.T) {
	const long = "The tide mill at Carrow grinds again after the winter."
	for _, c := range []struct{ in, want string }{
		{`['` + long + `', "It's new."]`, long + "\nIt's new."},
		{`Text: ["` + long + `"]`, "Text:\n" + long},
		{`{'title': 'Mill', 'text': '` + long + `\n\nNext.'}`, "title=Mill\ntext=" + long + "\n\nNext."},
		{`{"title": "M\u00fchle \ud83d\ude00 \"neu\"", "text": null}`, `title=Mühle 😀 "neu"`},
		{`b'M\xc3\xbchle\nNeu'`, "Mühle\nNeu"},
		{`{'date': datetime.datetime(2018, 4, 9, 7, 5), 'text': 'x'}`, "date=2018-04-09T07:05\ntext=x"},
		{`{'date': datetime.datetime(2018, 4, 9, 7, 5, 2, 123456, tzinfo=datetime.timezone.utc), 'text': 'x'}`, "date=2018-04-09T07:05:02Z\ntext=x"},
		{`{'date': datetime.datetime(2018, 4, 9, 7, 5, 2, tzinfo=dateutil.tz.tzutc()), 'text': 'x'}`, "date=2018-04-09T07:05:02Z\ntext=x"},
		{`{'date': datetime.datetime(2018, 4, 9, 7, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=3600))), 'text': 'x'}`, "date=2018-04-09T07:05\ntext=x"},
		{`{'date': dateline('Carrow', 7), 'text': 'x'}`, "date=Carrow\n7\ntext=x"},
		{`{'author': {'name': 'Ida Marsh', 'url': 'x'}, 'text': 'y'}`, "author=Ida Marsh\nauthor.url=x\ntext=y"},
		{"{\n \"title\": \"Mill\",\n \"text\": \"<p>One.</p><p>Two.</p>\"\n}\n", "title=Mill\ntext=One.\nTwo."},
		{`Tags: ['mill', ['tide'],` + "\n 'carrow']\n", "Tags: ['mill', ['tide'],\n'carrow']"},
		{`Tags: ['mill', 'tide']`, "Tags: mill, tide"},
		{`["Nobody asked," she said.]`, `["Nobody asked," she said.]`},
		{`crew = ['Ida', 'Tom']`, `crew = ['Ida', 'Tom']`},
		{`"It turns," he said, "and turns"`, `"It turns," he said, "and turns"`},
		{"Seen:\n{'@type': 'Mill', 'text': '" + long + long + "'}", "Seen:\n{'@type': 'Mill', 'text': '" + long + long + "'}"},
		{`['` + long + `', `, `['` + long + `',`},
	} {
		blocks, _ := New(Options{}).cutLiterals(c.in, readText(c.in))
		var lines []string
		key, pos := "", 0
		for _, b := range blocks {
			if b.Span.Start != pos {
				t.Errorf("%q: a block begins at %d, not at %d", c.in, b.Span.Start, pos)
			}
			pos = b.Span.End
			switch {
			case b.Kind == Hidden:
				key = b.Reason.Detail
				continue
			case key != "":
				lines, key = append(lines, key+"="+b.Text), ""
			default:
				lines = append(lines, b.Text)
			}
		}
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
		if pos != len(c.in) {
			t.Errorf("%q: the blocks end at %d", c.in, pos)
		}
	}
}

// TestIsFragment says which pages are no more than the layout of an article.
func TestIsFragment(t *testing.T) {
	for page, want := range map[string]bool{
		"<p>One.</p><p>Two.</p>":                                             true,
		"One.<br>Two.<br/><b>Three.</b>":                                     true,
		"<html><body><h2>A</h2><p style=\"x\">One.</p></body></html>":        true,
		"<html><head><title>A</title></head><body><p>One.</p></body></html>": false,
		"<p class=\"a\">One.</p><p class=\"b\">Two.</p>":                     false,
		"<p>One.</p><!-- <p>Two.</p> -->":                                    false,
		"<p\nid=x>One.</p>":                                                  false,
		"<p><a href=1>a</a></p><p><a href=2>b</a></p>":                       false,
		"<p>One.</p><ul><li>Two.</li></ul>":                                  false,
	} {
		if got := isFragment(page); got != want {
			t.Errorf("%q: %v", page, got)
		}
	}
}
