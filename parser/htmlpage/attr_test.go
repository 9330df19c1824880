package htmlpage

import "testing"

// TestPersonLink looks for the words of persons' pages at either end of an
// address and within other words.
func TestPersonLink(t *testing.T) {
	for href, want := range map[string]bool{
		"/author/jane-roe":              true,
		"/autor/7":                      true,
		"https://paper.example/profile": true,
		"/our-people/":                  true,
		"/staff":                        true,
		"/contributors/jane":            true,
		"/reporter?id=7":                true,
		"/columnists":                   true,
		"/writers/jane":                 true,
		"/by/jane-roe":                  true,
		"/journalist/7":                 true,
		"":                              false,
		"/autumn/":                      false,
		"/by":                           false,
		"/stuff/of/people-less":         true,
		"/news/2023/03/14/ferry-crews-learn-to-sail": false,
		"/contribute": false,
	} {
		if got := PersonAddress(href); got != want {
			t.Errorf("PersonAddress(%q) = %v", href, got)
		}
	}
}
