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

func TestVerbsAndNamedLists(t *testing.T) {
	f, err := Load("test", strings.NewReader(`rules:
  - id: call
    why: a test
    lists:
      follow: {en: "follow join", de: "folgen"}
      on: {all: "telegram* whatsapp"}
    words:
      all: ["^ $follow + $on", "扫码 + 客户端"]
    drop: ["Follow us on Telegram"]
`))
	if err != nil {
		t.Fatal(err)
	}
	s := &Set{[]*part{f.part}}
	for line, want := range map[string]bool{
		"Follow the mill on Telegram":                    true,
		"Uns auf Telegramm folgen":                       true,
		"News of the mill: join on WhatsApp":             true,
		"Two of them follow on Telegram what is written": false,
		"Der Mühle auf WhatsApp heute folgen":            true,
		"Following the Telegram":                         false,
		"更多消息请扫码下载客户端":                                   true,
		"下载客户端":                                          false,
	} {
		if got := s.Words(line) != nil; got != want {
			t.Errorf("Words(%q) = %v, want %v", line, got, want)
		}
	}
}

// The filter of first words hides no line that a rule matches.
func TestLeadsHideNothing(t *testing.T) {
	matched := 0
	for _, p := range Builtin().parts {
		for _, r := range p.rules {
			for _, line := range append(r.Drop, r.Keep...) {
				for _, line := range []string{line, strings.ToUpper(line), "• «" + line + "»", "20 " + line + "."} {
					if p.wordRule(line, "") == nil {
						continue
					}
					if matched++; !p.leads.in(line) {
						t.Errorf("%q has a word of a first list", line)
					}
				}
			}
		}
	}
	if matched < 100 {
		t.Errorf("%d lines were matched", matched)
	}
}

func TestTooManyWords(t *testing.T) {
	bags := strings.Repeat(`"copy* + forbid*", `, maxBags+1)
	_, err := Load("test", strings.NewReader("rules:\n  - id: x\n    why: y\n    words:\n      en: ["+bags+"]\n    drop: [z]\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "test:5: more than 4096") {
		t.Errorf("%v", err)
	}
}

func TestWrongWords(t *testing.T) {
	for _, phrase := range []string{"copy forbid", "copy +", "c + forbid", "cop* + forbid", "$copy + forbid", "copy^ + forbid", strings.Repeat("x", 21) + " + forbid"} {
		_, err := Load("test", strings.NewReader("rules:\n  - id: x\n    why: y\n    words:\n      en: [\""+phrase+"\"]\n    drop: [z]\n"))
		if err == nil || !strings.HasPrefix(err.Error(), "test:5: ") {
			t.Errorf("%q: %v", phrase, err)
		}
	}
}

// A letter that no phrase can hold ends a search for words like any other sign.
func TestWordsBeyondTheBasicPlane(t *testing.T) {
	line := "𠮷 read"
	if i := wordStart(line, 0); line[i:] != "read" {
		t.Errorf("the first word begins at %q", line[i:])
	}
	for _, line := range []string{"𠮷野家 was late", "late 𩩍 was", "𠮷"} {
		if r := Builtin().Words(line); r != nil {
			t.Errorf("%q matches %s", line, r.ID)
		}
	}
}
