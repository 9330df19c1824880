package input

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestJSONLines(t *testing.T) {
	lines := []string{
		`{"id": 7, "text": "one \u00e9 \"quoted\"", "tags": ["a", {"b": "}]\\\""}], "none": null}`,
		``,
		`{"html":"<p>two","content":"not this"}`,
		`{"content":"three","url":"http://a.example/3"}`,
		`{"title":"four"}`,
		`{"text":5}`,
		`["text"]`,
		`{"text":"cut`,
		`{"text":"nine","text":"last"}`,
		`{"text":""}`,
	}
	file := strings.Join(lines, "\n")
	tree(t, "l", file, "l.gz", gzipOf(t, file+"\r\n"), "bom", "\ufeff"+file)
	const noField = ": no field text, html, body, content, maintext, full_text, articleBody; --text-field names the one that holds the text"
	for _, name := range []string{"l", "l.gz", "bom"} {
		expect(t, walked(t, nil, Options{}, name),
			name+`!1=one é "quoted"`, name+"!3=<p>two", name+"!4=three", "! "+name+"!5"+noField,
			"! "+name+`!6: the field "text" is no string`, "! "+name+"!7: not a JSON object",
			"! "+name+"!8: not JSON: unexpected end of JSON input", name+"!9=last", name+"!10=")
	}
	expect(t, walked(t, nil, Options{TextField: "title"}, "l")[3:4], "l!5=four")
	expect(t, walked(t, nil, Options{Format: Text}, "l"), "l="+file)
	for d, err := range Walk(t.Context(), []string{"l"}, nil, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		d.ReadAll(nil)
		switch d.Name {
		case "l!1":
			if got := fmt.Sprintf("%s", d.Fields); got != `[{id 7} {tags ["a", {"b": "}]\\\""}]} {none null}]` {
				t.Errorf("fields %s", got)
			}
		case "l!3":
			if d.Format != HTML || len(d.Fields) != 1 {
				t.Errorf("document %+v", d)
			}
		case "l!4":
			if d.URL != "http://a.example/3" || d.Format != Auto {
				t.Errorf("document %+v", d)
			}
		}
	}
}

func TestWhatIsNoJSONLines(t *testing.T) {
	for _, text := range []string{"{a text in braces}", "{\n \"text\": 1\n}", `["text"]`, `"text"`, "{", ""} {
		tree(t, "f", text)
		expect(t, walked(t, nil, Options{}, "f"), "f="+text)
	}
}

// A damaged record among the first, or a remark above them, costs itself only.
func TestJSONLinesThatBeginDamaged(t *testing.T) {
	line := func(n int) string { return fmt.Sprintf(`{"id":%d,"text":"text %d"}`, n, n) }
	long := strings.Repeat("long ", sniffLen)
	for name, c := range map[string]struct{ file, fault string }{
		"first":       {`{"id":1,"text":"cut` + "\n" + line(2) + "\n" + line(3), "! l!1: not JSON: unexpected end of JSON input"},
		"second":      {line(1) + "\n" + `{"id":2,"te` + "\n" + line(3) + "\n", "! l!2: not JSON: unexpected end of JSON input"},
		"remark":      {"# exported\n" + line(2) + "\n" + line(3), "! l!1: not JSON: invalid character '#' looking for beginning of value"},
		"before long": {`{"id":1,"text":"cut` + "\n" + `{"text":"` + long + `"}` + "\n" + line(3), "! l!1: not JSON: unexpected end of JSON input"},
	} {
		t.Run(name, func(t *testing.T) {
			tree(t, "l", c.file)
			got := walked(t, nil, Options{}, "l")
			if len(got) != 3 || !slices.Contains(got, c.fault) || got[2] != "l!3=text 3" {
				t.Errorf("got %.300q", got)
			}
			expect(t, walked(t, nil, Options{Format: JSONL}, "l"), got...)
		})
	}
	for _, text := range []string{
		line(1) + "\nis what the server sends.\n",
		"{\"id\": 1}\n{\"cut\n",
		"The records:\n" + line(1) + "\n",
		"func f() {\n\tsend(`\n" + line(1) + "\n" + line(2) + "\n`)\n}\n",
		`{"text":"cut` + "\n" + `{"text":"cut, too` + "\n" + line(3),
	} {
		tree(t, "f", text)
		expect(t, walked(t, nil, Options{}, "f"), "f="+text)
	}
}

func TestLongJSONLines(t *testing.T) {
	long := strings.Repeat("a long text. ", 20_000)
	file := `{"n":1,"text":"` + long + "\"}\n" + `{"text":"short"}` + "\n" + `{"text":"` + long + `"}`
	tree(t, "l", file)
	expect(t, walked(t, nil, Options{}, "l"), "l!1="+long, "l!2=short", "l!3="+long)
	const refused = ": too large: more than 1000 bytes; --max-bytes sets the limit"
	expect(t, walked(t, nil, Options{MaxBytes: 1000}, "l"), "! l!1"+refused, "l!2=short", "! l!3"+refused)
}

func TestTruncatedJSONLines(t *testing.T) {
	z := gzipOf(t, strings.Repeat(`{"text":"some text"}`+"\n", 3)) + gzipOf(t, `{"text":"cut off here"}`)
	tree(t, "l.gz", z[:len(z)-12])
	got := walked(t, nil, Options{}, "l.gz")
	if len(got) != 4 || got[2] != "l.gz!3=some text" || got[3] != fmt.Sprintf("! l.gz!4: truncated: the gzip data end at byte %d", len(z)-12) {
		t.Errorf("got %q", got)
	}
}

// What splitObject finds is what encoding/json finds.
func TestSplitObjectAgreesWithEncodingJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.SampledFrom([]string{`null`, `-1.5e3`, `true`, `""`, `"a \"b\" \\"`, `[]`, `{}`, ` [1, {"x" : [ "]" ]} ] `, `{"a":{"b":"}"},"c":[[0]]}`})
		keys := rapid.SliceOfDistinct(rapid.StringMatching(`[a-z"\\:{},é ]{0,4}`), func(s string) string { return s }).Draw(t, "keys")
		var members []string
		for _, k := range keys {
			name, err := json.Marshal(k)
			if err != nil {
				t.Fatal(err)
			}
			space := rapid.SampledFrom([]string{"", " ", "\t"}).Draw(t, "space")
			members = append(members, space+string(name)+space+":"+space+value.Draw(t, "value")+space)
		}
		object := "{" + strings.Join(members, ",") + "}"
		fields, err := splitObject([]byte(object))
		if err != nil {
			t.Fatalf("%s: %v", object, err)
		}
		var want map[string]json.RawMessage
		if err := json.Unmarshal([]byte(object), &want); err != nil {
			t.Fatalf("%s: %v", object, err)
		}
		var names []string
		for _, f := range fields {
			names = append(names, f.Name)
			if string(f.Value) != string(want[f.Name]) {
				t.Errorf("%s: %s is %q, want %q", object, f.Name, f.Value, want[f.Name])
			}
		}
		if !slices.Equal(names, keys) && len(keys) > 0 {
			t.Errorf("%s: names %q, want %q", object, names, keys)
		}
	})
}

// A record of very many members, which would take minutes if each were compared
// with all others, keeps the last of those with one name.
func TestRecordOfManyMembers(t *testing.T) {
	const n = 200_000
	object := []byte("{")
	for i := range n {
		object = fmt.Appendf(object, `"k%d":1,`, i)
	}
	object = append(object, `"k0":2}`...)
	fields, err := splitObject(object)
	if err != nil || len(fields) != n || fields[0].Name != "k1" || fields[n-1].Name != "k0" || string(fields[n-1].Value) != "2" {
		t.Errorf("%d fields, error %v", len(fields), err)
	}
}

// TestNotJSONLines checks what only begins as JSON Lines do.
func TestNotJSONLines(t *testing.T) {
	for _, text := range []string{
		"{\"a\": 1}\nAnd then a page goes on in words.\n",
		"{\"a\": 1}\n\n{broken\nline\n",
		"{ a menu }\n",
	} {
		if isJSONLines([]byte(text)) {
			t.Errorf("%q is taken for JSON Lines", text)
		}
	}
	if !isJSONLines([]byte("{\"a\": 1}\n{\"a\"")) {
		t.Error("a second line that is cut off keeps JSON Lines from being seen")
	}
}
