package rules

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	f, err := Load("test", strings.NewReader(`rules:
  - id: copying
    why: a test
    words:
      en: ["copy* repr* by + forbid* permis*"]
    drop: ["Copying is forbidden"]
    keep: ["Copying machines", "Forbidden copse"]
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, fail := range f.Test() {
		t.Errorf("%q: %s", fail.Text, fail.What)
	}
	s := &Set{[]*part{f.part}}
	for line, want := range map[string]bool{
		"COPYING – forbidden!":                   true,
		"“Copying” without permission":           true,
		"Permission to reprint":                  true,
		"":                                       false,
		"copy":                                   false,
		"forbidden by law":                       true,
		"forbidden bylaws":                       false,
		"recopying forbidden":                    false,
		strings.Repeat("a ", 16) + "copy forbid": false,
	} {
		if got := s.Words(line) != nil; got != want {
			t.Errorf("Words(%q) = %v, want %v", line, got, want)
		}
	}
}

func TestWrongWords(t *testing.T) {
	for _, phrase := range []string{"copy forbid", "copy +", "c + forbid", strings.Repeat("x", 21) + " + forbid"} {
		_, err := Load("test", strings.NewReader("rules:\n  - id: x\n    why: y\n    words:\n      en: [\""+phrase+"\"]\n    drop: [z]\n"))
		if err == nil || !strings.HasPrefix(err.Error(), "test:5: ") {
			t.Errorf("%q: %v", phrase, err)
		}
	}
}
