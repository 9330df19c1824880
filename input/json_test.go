package input

import (
	"strings"
	"testing"
)

func TestJSONOverSeveralLines(t *testing.T) {
	want := []string{"l!1=The ferry runs again.", "l!2=One.\n\nTwo."}
	for name, file := range map[string]string{
		"objects":           "{\n  \"title\": \"A\",\n  \"text\": \"The ferry runs again.\"\n}\n{\n  \"text\": [\"One.\", \"Two.\"]\n}\n",
		"array":             "[\n  {\"title\": \"A\", \"text\": \"The ferry runs again.\"},\n  {\"text\": [\"One.\", \"Two.\"]}\n]",
		"array on one line": `[{"text":"The ferry runs again."},{"text":["One.","Two."]}]`,
		"behind a mark":     "\ufeff[{\"text\":\"The ferry runs again.\"},\n{\"text\":[\"One.\",\"Two.\"]}]\n",
		"arrays":            `[{"text":"The ferry runs again."}]` + "\n" + `{"text":["One.","Two."]}`,
	} {
		t.Run(name, func(t *testing.T) { expect(t, readJSON(t, file), want...) })
	}
}

func TestNoJSON(t *testing.T) {
	for _, file := range []string{
		"[Photo] The ferry runs again.",
		"{\n  \"text\": \"The ferry runs again.\"\n}\nand more text behind it",
		"{\n  \"name\": \"unscrape\",\n  \"text\": {\"of\": 1}\n}",
		"{\n  \"name\": \"unscrape\"\n}",
		"[{\"text\": \"cut o",
		"[[\"text\"]]",
		"{",
		"[",
	} {
		expect(t, readJSON(t, file), "l="+file)
	}
}

// The case of the name does not count, as it does not in JSON Lines.
func TestJSONWithNamesInCapitals(t *testing.T) {
	expect(t, readJSON(t, "{\n  \"Headline\": \"A\",\n  \"Body\": \"One.\"\n}\n{\n  \"Headline\": \"B\",\n  \"Body\": \"Two.\"\n}\n"), "l!1=One.", "l!2=Two.")
}

func TestJSONThatBreaksOff(t *testing.T) {
	long := `{"text":"` + strings.Repeat("a", sniffLen) + `"}`
	got := readJSON(t, "["+long+",\n"+`{"text":"two"},{"text":`)
	expect(t, got[1:], "l!2=two", "! l!3: not JSON behind byte 65565: unexpected EOF")
	if got = readJSON(t, "["+long+","+long); got[len(got)-1] != "! l!3: not JSON behind byte 131096: unexpected EOF" {
		t.Errorf("the last of an array without its end: %.80s", got[len(got)-1])
	}
}

// What is damaged in an array costs itself, and the records behind it come out.
func TestArraysWithDamagedRecords(t *testing.T) {
	const byByte = "not JSON behind byte "
	for file, want := range map[string][]string{
		`[{"id":1,"text":"one"},{"id":2,"text":"two"}`:                                                                     {"l!1=one", "l!2=two", "! l!3: " + byByte + "44: unexpected EOF"},
		"[\n {\n  \"id\": 1,\n  \"text\": \"one\"\n },\n {\n  \"id\": 2,\n  \"text\": \"tw":                                {"l!1=one", "! l!2: " + byByte + "35: unexpected EOF"},
		"[\n{\"id\":1,\"text\":\"one\"},\n{\"id\":2,\"text\":\"tw\n{\"id\":3,\"text\":\"three\"}]":                         {"l!1=one", "! l!2: " + byByte + "25: invalid character '\\n' in string literal", "l!3=three"},
		`[{"id":1,"text":"one"},{"id":2,"text":two},{"id":3,"text":three},{"id":4,"text":"four"}]`:                         {"l!1=one", "! l!2: " + byByte + "23: invalid character 'w' in literal true (expecting 'r')", "! l!3: " + byByte + "43: invalid character 'h' in literal true (expecting 'r')", "l!4=four"},
		`[{"id":1,"text":"one","notes":[{"text":"a"},{"text":"b"}],,"n":1},{"id":2,"text":"two"},{"id":3,"text":"three"}]`: {"! l!1: " + byByte + "1: invalid character ',' looking for beginning of object key string", "l!2=two", "l!3=three"},
		`[{"id":1,"text":"one"}, {"id":2,"text":"two"}, ]` + "\n":                                                          {"l!1=one", "l!2=two"},
		"[\n{\"id\":1,\"text\":\"one\"}\n{\"id\":2,\"text\":\"two\"}\n{\"id\":3,\"text\":\"three\"}\n]":                    {"l!1=one", "l!2=two", "l!3=three"},
		`[{"id":1,"text":"one"}, junk, {"id":3,"text":"three"}]`:                                                           {"l!1=one", "! l!2: " + byByte + "24: invalid character 'j' looking for beginning of value", "l!3=three"},
	} {
		t.Run(file, func(t *testing.T) { expect(t, readJSON(t, file), want...) })
	}
	long := `{"text":"` + strings.Repeat("a", sniffLen) + `"}`
	got := readJSON(t, "["+long+`,{"text":"cut},`+"\n"+`{"text":"three"},`+long+"]")
	expect(t, got[1:3], "! l!2: not JSON behind byte 65549: invalid character '\\n' in string literal", "l!3=three")
	if len(got) != 4 {
		t.Errorf("%d records", len(got))
	}
}

// Records lie in the one array of an object that has no text itself.
func TestWrappedRecords(t *testing.T) {
	articles := `[{"title":"A","content":"one"},{"title":"B","content":"two"},{"title":"C"}]`
	const noField = "no field text, html, body, content, maintext, full_text, articleBody; --text-field names the one that holds the text"
	want := []string{"l!1=one", "l!2=two", "! l!3: " + noField}
	for name, file := range map[string]string{
		"one line":      `{"status":"ok","articles":` + articles + "}\n",
		"several lines": "{\n \"status\": \"ok\",\n \"articles\": " + strings.ReplaceAll(articles, "},", "},\n  ") + "\n}",
		"two":           `{"articles":[{"content":"one"}]}` + "\n" + `{"articles":[{"content":"two"}]}` + "\n" + `{"status":"none"}`,
	} {
		t.Run(name, func(t *testing.T) { expect(t, readJSON(t, file), want...) })
	}
	expect(t, readJSON(t, `{"articles":[{"content":"one"}],"more":[{"text":"two"}]}`), "! l!1: "+noField)
	expect(t, readJSON(t, `{"notes":[{"text":"a"},{"text":"b"}],"text":"own"}`), "l!1=own")
	expect(t, readJSON(t, `{"tags":[{"name":"a"},{"text":"b"}]}`), "! l!1: "+noField)
	words := `{"articles":[{"content":"one"}]}` + "\nis what the server answers."
	expect(t, readJSON(t, words), "l="+words)
	long := strings.Repeat("a", sniffLen)
	expect(t, readJSON(t, `{"n":2,"articles":[{"content":"`+long+`"},{"content":"two"}]}`), "l!1="+long, "l!2=two")
}

func TestJSONInUTF16(t *testing.T) {
	lines := `{"text":"one é"}` + "\n" + `{"text":"two"}` + "\n"
	marked := string(utf16LE(lines))
	var bigEndian []byte
	for i := 2; i < len(marked); i += 2 {
		bigEndian = append(bigEndian, marked[i+1], marked[i])
	}
	for name, file := range map[string]string{
		"marked": marked, "unmarked": marked[2:], "big endian": string(bigEndian), "array": string(utf16LE("[" + strings.Replace(lines, "\n", ",", 1) + "]")),
		"first damaged": string(utf16LE("# a remark\n" + lines + lines)),
	} {
		t.Run(name, func(t *testing.T) {
			got := readJSON(t, file)
			if name == "first damaged" {
				expect(t, got, "! l!1: not JSON: invalid character '#' looking for beginning of value", "l!2=one é", "l!3=two", "l!4=one é", "l!5=two")
				return
			}
			expect(t, got, "l!1=one é", "l!2=two")
		})
	}
	long := `{"text":"` + strings.Repeat("é", sniffLen) + `"}`
	if got := readJSON(t, string(utf16LE(long+"\n"+lines))); len(got) != 3 || got[2] != "l!3=two" {
		t.Errorf("behind a long line: %.80q", got)
	}
}

func readJSON(t *testing.T, file string) []string {
	t.Helper()
	tree(t, "l", file)
	return walked(t, nil, Options{}, "l")
}

func TestJSONBeyondTheLimit(t *testing.T) {
	tree(t, "l", "[\n"+`{"text":"one"},{"text":"`+strings.Repeat("a", 4*sniffLen)+`"},{"text":"three"}]`)
	got := walked(t, nil, Options{MaxBytes: sniffLen}, "l")
	expect(t, got, "l!1=one", "! l!2: not JSON behind byte 17: too large: more than 65536 bytes; --max-bytes sets the limit", "l!3=three")
}
