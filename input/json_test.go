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

func TestJSONThatBreaksOff(t *testing.T) {
	long := `{"text":"` + strings.Repeat("a", sniffLen) + `"}`
	got := readJSON(t, "["+long+",\n"+`{"text":"two"},{"text":`)
	expect(t, got[1:], "l!2=two", "! l!3: not JSON behind byte 65565: unexpected EOF")
	if got = readJSON(t, "["+long+","+long); got[len(got)-1] != "! l!3: not JSON behind byte 131096: unexpected EOF" {
		t.Errorf("the last of an array without its end: %.80s", got[len(got)-1])
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
	expect(t, got, "l!1=one", "! l!2: not JSON behind byte 17: too large: more than 65536 bytes; --max-bytes sets the limit")
}
