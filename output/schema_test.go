package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestRecordsFollowSchema(t *testing.T) {
	compiled := compileSchema(t)
	articles := []*parser.Article{fullArticle(), {}}
	for p := timestamp.Year; p <= timestamp.Second; p++ {
		for _, zone := range []timestamp.ZoneKind{timestamp.NoZone, timestamp.Stated, timestamp.Assumed} {
			articles = append(articles, &parser.Article{Timestamp: clock(zone, p), Modified: clock(zone, p)})
		}
	}
	for _, f := range []Format{JSON, JSONL, YAML} {
		for _, meta := range []bool{false, true} {
			e := newEncoder(t, f, Options{Meta: meta})
			for _, a := range articles {
				text := e.Append(nil, a, []Field{{"rank", json.RawMessage("1")}})
				if err := compiled.Validate(decode(t, f, text)); err != nil {
					t.Errorf("%v: %v in\n%s", f, err, text)
				}
			}
		}
	}
}

func decode(t *testing.T, f Format, text []byte) (v any) {
	t.Helper()
	var err error
	if f == YAML {
		err = yaml.Unmarshal(text, &v)
	} else {
		v, err = jsonschema.UnmarshalJSON(bytes.NewReader(text))
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A record in the place of a document that could not be read follows the schema, too.
func TestFailuresFollowSchema(t *testing.T) {
	compiled := compileSchema(t)
	for _, f := range []Format{JSON, JSONL, YAML} {
		text := newEncoder(t, f, Options{}).AppendFailure(nil, "a.zip!x.txt", "cut short")
		if err := compiled.Validate(decode(t, f, text)); err != nil {
			t.Errorf("%v: %v in\n%s", f, err, text)
		}
	}
	for text, want := range map[string]bool{
		`{"source":"a","error":7}`: false,
		`{"source":"a"}`:           false,
		`{"source":"a","error":"cut short","body":"Swept."}`:                         false,
		`{"id":null,"timestamp":null,"title":null,"body":"","source":"a","error":7}`: true, // passed through
	} {
		if got := compiled.Validate(decode(t, JSONL, []byte(text))) == nil; got != want {
			t.Errorf("%s follows the schema: %v", text, got)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	compiled := compileSchema(t)
	e := newEncoder(t, JSONL, Options{Meta: true})
	good := string(e.Append(nil, fullArticle(), nil))
	for old, bad := range map[string]string{
		`"id":"012345"`:          `"id":12345`,
		`"id":"012345",`:         ``,
		`2020-10-06T03:39:00Z`:   `2020-10-06 03:39`,
		`["Ann Reed","no"]`:      `[]`,
		`"precision":"minute"`:   `"precision":"hour"`,
		`"body":"The`:            `"body":null,"x":"The`,
		`"code":"deep-nesting"`:  `"code":"Deep nesting"`,
		`"source":"a.zip!x.txt"`: `"source":null`,
	} {
		text := strings.Replace(good, old, bad, 1)
		if text == good {
			t.Fatalf("%q is not in %s", old, good)
		}
		if compiled.Validate(decode(t, JSONL, []byte(text))) == nil {
			t.Errorf("schema lets %s through", bad)
		}
	}
}
