package parser

import "testing"

func TestDecodeTwice(t *testing.T) {
	for in, want := range map[string]string{
		"It doesn\u00e2\u0080\u0099t rain.":            "It doesn’t rain.",
		"\u00c3\u0089t\u00c3\u00a9 \u00e2\u0082\u00ac": "Été €",
		"Caf\u00c3\u00a9":                              "Caf\u00c3\u00a9", // could be meant
		"doesn\u00e2\u0080\u0099t – no":                "doesn\u00e2\u0080\u0099t – no",
		"one \u0085 line":                              "one \u0085 line",
		"plain":                                        "plain",
		"\u00a0\u00ab\u00bb":                           "\u00a0\u00ab\u00bb",
	} {
		if got, _ := decodeTwice(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
	text, _, warns := decode([]byte("Il a \u00c3\u0089t\u00c3\u00a9"), "")
	if text != "Il a Été" || codes(warns) != "encoded-twice" {
		t.Errorf("%q with warnings %s", text, codes(warns))
	}
}
