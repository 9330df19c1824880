package output

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"unscrape/parser"
)

var hostileStrings = []string{
	"", " ", "\n", "\t", "\nleading newline", "\tleading tab", " leading space", "trailing\n", "trailing ", "a\n\n", "a\n \nb", "a\n\tb", "a\n  b\nc",
	"<<", "no", "~", "null", "1e3", "012345", "2020-10-06", "0x1F", "1:20", "=", "---", "...", "a\n---\nb", "a\n...\nb", "# a", "a # b", "a: b", "- a", "? a", "&a *b !c %d @e `f",
	"\u0085", "\u2028", "\u2029x", "x\u2028", "\ufeff", "a\ufeff", "\ufffe", "\uffff", "\u00a0", "\x00", "\x1b[0m", "\x7f", "\u009b", "\r\n", "a\rb", "\"", "\\", "a\\u0041", "\b\f\v",
	"\xff", "a\xc2", "\xe2\x80", "\xed\xa0\x80", "😀", "مرزبان\u200cها", "한국어", "“quoted”", "<script>&</script>", "\U0010ffff",
	strings.Repeat("ключ ", 300),
}

func FuzzQuoteJSON(f *testing.F) {
	for _, s := range hostileStrings {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := string(appendQuoted(nil, s, jsonQuoted))
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(s); err != nil {
			t.Fatal(err)
		}
		// encoding/json escapes U+2028 and U+2029 for JavaScript of before 2019.
		raw := strings.NewReplacer("\u2028", `\u2028`, "\u2029", `\u2029`).Replace(got)
		if raw+"\n" != want.String() && !sameInvalid(raw, want.String()) {
			t.Errorf("%q: got %s, want %s", s, got, want.String())
		}
	})
}

// sameInvalid compares where encoding/json escapes the U+FFFD that it writes
// for a byte that is no UTF-8.
func sameInvalid(got, want string) bool {
	return got+"\n" == strings.ReplaceAll(want, `\ufffd`, "\ufffd")
}

// FuzzReadBack writes hostile strings in each place of the record and reads
// them back.
func FuzzReadBack(f *testing.F) {
	for _, s := range hostileStrings {
		f.Add(s)
	}
	f.Fuzz(checkReadBack)
}

func checkReadBack(t *testing.T, s string) {
	raw, err := json.Marshal(map[string]any{"in " + s: []string{s}})
	if err != nil {
		t.Fatal(err)
	}
	a := &parser.Article{ID: s, Title: s, Body: s, Authors: []string{s}, Source: "x"}
	extra := []Field{{"key " + s, raw}}
	for _, format := range []Format{JSON, JSONL, YAML} {
		text := newEncoder(t, format, Options{Single: true}).Append(nil, a, extra)
		readBack(t, format, text, string([]rune(s)))
	}
}

func readBack(t *testing.T, format Format, text []byte, want string) {
	t.Helper()
	unmarshal := json.Unmarshal
	if format == YAML {
		unmarshal = yaml.Unmarshal
	}
	var got map[string]any
	if err := unmarshal(text, &got); err != nil {
		t.Fatalf("%v: %v in\n%s", format, err, text)
	}
	values := map[string]any{"body": got["body"], "authors": got["authors"].([]any)[0]}
	if want != "" {
		values["id"], values["title"] = got["id"], got["title"]
	}
	nested, ok := got["key "+want].(map[string]any)
	if !ok {
		t.Fatalf("%v: no member %q in\n%s", format, "key "+want, text)
	}
	values["nested"] = nested["in "+want].([]any)[0]
	for place, v := range values {
		if v != want {
			t.Errorf("%v: %s is %q, want %q in\n%s", format, place, v, want, text)
		}
	}
}

// TestLiteralBody keeps the bodies that people read free of quotes.
func TestLiteralBody(t *testing.T) {
	e := newEncoder(t, YAML, Options{Fields: []string{"body"}})
	for body, literal := range map[string]bool{
		"One.\n\nTwo \"quoted\" \\ words.": true,
		"مرزبان\u200cها\n\n“x”":            true,
		"\u00a0x":                          true,
		"a\n  indented\n\nb":               true,
		" x":                               false,
		"x\n":                              false,
		"x\x1b":                            false,
		"x\u2028y":                         false,
		"x\ufeff":                          false,
		"x\xff":                            false,
	} {
		text := string(e.Append(nil, &parser.Article{Body: body}, nil))
		if got := strings.HasPrefix(text, "body: |-\n"); got != literal {
			t.Errorf("%q: literal block is %v, want %v:\n%s", body, got, literal, text)
		}
	}
}

// TestReadBackCombined is FuzzReadBack over combinations of what is hostile.
func TestReadBackCombined(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var b strings.Builder
		for range 1 + random.IntN(5) {
			b.WriteString(hostileStrings[random.IntN(len(hostileStrings))])
		}
		checkReadBack(t, b.String())
	}
}

func FuzzNextSpecial(f *testing.F) {
	for _, s := range hostileStrings {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, from int) {
		if from < 0 || from > len(s) {
			return
		}
		for _, set := range []charset{jsonQuoted, yamlQuoted, yamlLiteral} {
			want := from
			for want < len(s) && !set.has(s[want]) {
				want++
			}
			if got := set.next(s, from); got != want {
				t.Errorf("%03b: next(%q, %d) = %d, want %d", set, s, from, got, want)
			}
		}
	})
}
