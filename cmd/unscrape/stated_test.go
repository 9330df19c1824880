package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// quay is a text that says nothing of itself.
const quay = "The quay is swept by hand this spring, the port said, since the machine was lent to the next town."

// A date in a field of a record is read, or doubted, as it is in a text.
func TestDatesInFields(t *testing.T) {
	for _, tt := range dates {
		for _, field := range []string{"date", "timestamp"} {
			args := []string{"--meta", "-i", "jsonl", "-o", "jsonl"}
			if tt.order != "" {
				args = append(args, "--date-order", tt.order)
			}
			got := decodeArticle(t, "json", unscrape(t, recordOf(t, "text", quay, field, tt.date), args...))
			var codes []string
			for _, w := range got.Meta.Warnings {
				codes = append(codes, w.Code)
			}
			if deref(got.Timestamp) != tt.want || strings.Join(codes, " ") != tt.warning {
				t.Errorf("%s %s, --date-order %q: %s, warnings %q; want %s, %q", field, tt.date, tt.order, deref(got.Timestamp), codes, tt.want, tt.warning)
			}
			if tt.warning != "" && !strings.Contains(got.Meta.Warnings[0].Message, tt.date) {
				t.Errorf("%s: the warning does not show it: %s", tt.date, got.Meta.Warnings[0].Message)
			}
		}
	}
}

// The language of the text decides what is the day in a field, as it does in the text.
func TestLanguageDecidesInFields(t *testing.T) {
	const text = "Le quai est balayé à la main ce printemps, a dit le port, car la machine a été prêtée à la ville voisine pour trois mois."
	inText := decodeArticle(t, "json", unscrape(t, "Titre: Le quai\nDate: 06/10/2020\n\n"+text+"\n"))
	inField := decodeArticle(t, "json", unscrape(t, recordOf(t, "text", text, "date", "06/10/2020"), "-i", "jsonl", "-o", "jsonl"))
	if deref(inText.Timestamp) != "2020-10-06" || deref(inField.Timestamp) != "2020-10-06" {
		t.Errorf("in the text %s, in a field %s", deref(inText.Timestamp), deref(inField.Timestamp))
	}
}

// recordOf is a line of JSON with fields, given as names and values in turn.
func recordOf(t *testing.T, fields ...any) string {
	t.Helper()
	m := map[string]any{}
	for i := 0; i < len(fields); i += 2 {
		m[fields[i].(string)] = fields[i+1]
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

func TestFieldsThatTheRecordHas(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"all count", `{"id": 7, "timestamp": "2021-04-05T09:00:00Z", "modified": "2021-04-06", "language": "en-GB", "authors": ["Jane Roe"]}`,
			`"id":"7","timestamp":"2021-04-05T09:00:00Z","title":null,"authors":["Jane Roe"],"modified":"2021-04-06","language":"en-GB"`},
		{"a date of publication counts more", `{"timestamp": "2026-01-02", "datum": "2021-04-05"}`,
			`"id":null,"timestamp":"2021-04-05","title":null,"_timestamp":"2026-01-02","datum":"2021-04-05"`},
		{"seconds", `{"date": 1617613200}`, `"id":null,"timestamp":"2021-04-05T09:00:00Z","title":null,"date":1617613200`},
		{"milliseconds", `{"timestamp": "1617613200000"}`, `"id":null,"timestamp":"2021-04-05T09:00:00Z","title":null,"_timestamp":"1617613200000"`},
		{"a language that is none", `{"language": "English"}`, `"id":null,"timestamp":null,"title":null,"_language":"English"`},
		{"others are kept", `{"source": "Port Notes", "body": "Swept.", "_meta": {"page": 3}}`,
			`"id":null,"timestamp":null,"title":null,"_source":"Port Notes","_body":"Swept.","__meta":{"page":3}`},
		{"under a free name", `{"_source": 1, "__source": 2, "source": "Port Notes"}`,
			`"id":null,"timestamp":null,"title":null,"_source":1,"__source":2,"___source":"Port Notes"`},
		{"nothing is nothing", `{"id": null, "timestamp": "", "authors": [], "modified": null}`, `"id":null,"timestamp":null,"title":null`},
	} {
		in := `{"text": "` + quay + `", ` + tt.in[1:]
		got := unscrape(t, in+"\n", "-i", "jsonl", "-o", "jsonl").stdout
		got = strings.Replace(strings.Replace(got, `"body":"`+quay+`",`, "", 1), `"source":"-!1",`, "", 1)
		got = strings.Replace(got, `,"source":"-!1"`, "", 1)
		if got != "{"+tt.want+"}\n" {
			t.Errorf("%s: %s gives\n%swant\n{%s}", tt.name, tt.in, got, tt.want)
		}
	}
}

// What is no article has no fields, and loses none.
func TestFieldsOfNoArticle(t *testing.T) {
	got := unscrape(t, `{"id":43,"title":"Page not found","text":"404 Not Found"}`+"\n", "-i", "jsonl", "-o", "jsonl").stdout
	const want = `{"id":null,"timestamp":null,"title":null,"body":"","source":"-!1","_id":43,"_title":"Page not found"}` + "\n"
	if got != want {
		t.Errorf("got %swant %s", got, want)
	}
}

// What unscrape writes it reads again, and gives the same record.
func TestReadingWhatItWrites(t *testing.T) {
	const text = pilots + "\nLast updated: March 5, 2021\n"
	for _, format := range []string{"json", "jsonl"} {
		once := unscrape(t, text, "-o", format).stdout
		want := decodeArticle(t, "json", result{stdout: once})
		twice := unscrape(t, once, "-i", "jsonl", "-o", "jsonl")
		if got := decodeArticle(t, "json", twice); deref(got.ID) != deref(want.ID) || deref(got.Timestamp) != deref(want.Timestamp) || deref(got.Title) != deref(want.Title) || got.Body != want.Body {
			t.Errorf("%s: %s becomes %s", format, once, twice.stdout)
		}
	}
}

// What fields say is written as what texts say is: digits as ASCII, no label before the
// identifier, no signs about the headline, no white space about the address.
func TestFieldsAreWrittenAsTextsAre(t *testing.T) {
	for _, tt := range []struct{ field, in, want string }{
		{"id", "۱۲۳۴", "1234"},
		{"id", "ID: 55", "55"},
		{"id", "id:55", "id:55"},
		{"id", "3f0a-91", "3f0a-91"},
		{"title", "# The quay", "The quay"},
		{"url", " https://quay.example/1_(b) ", "https://quay.example/1_(b)"},
	} {
		got := decodeArticle(t, "json", unscrape(t, recordOf(t, "text", quay, tt.field, tt.in), "-i", "jsonl", "-o", "jsonl"))
		have := map[string]string{"id": deref(got.ID), "title": deref(got.Title), "url": deref(got.URL)}[tt.field]
		if have != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.field, tt.in, have, tt.want)
		}
	}
}

// Lists within lists are not looked into, however many there are within one another.
func TestFieldsOfListsInLists(t *testing.T) {
	const deep = 9000
	in := `{"author":["Jane Roe",` + strings.Repeat("[", deep) + `"Ida Marsh"` + strings.Repeat("]", deep) + `],"text":"` + quay + `"}` + "\n"
	got := decodeArticle(t, "json", unscrape(t, in, "-i", "jsonl", "-o", "jsonl", "--fields", "id,timestamp,title,body,authors"))
	if len(got.Authors) != 1 || got.Authors[0] != "Jane Roe" {
		t.Errorf("the authors are %q", got.Authors)
	}
}
