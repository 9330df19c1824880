package parser

import "testing"

func TestNamesWindow(t *testing.T) {
	const headline = "The ferry sails again on Monday"
	for window, want := range map[string]bool{
		headline + " - The Daily Echo":         true,
		headline + " » The Daily Echo":         true,
		"The Daily Echo | " + headline:         true,
		"The ferry sails...":                   true,
		"The ferry sails …":                    true,
		"The ferry sails.":                     false, // a sentence
		headline:                               false,
		"Why " + headline:                      false,
		headline + " and on Tuesday":           false,
		"No boat came. - " + headline:          false,
		"The...":                               false,
		"The bus runs - " + headline + " late": false,
	} {
		if got := namesWindow(window, headline); got != want {
			t.Errorf("%q: %v", window, got)
		}
	}
}
