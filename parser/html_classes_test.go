package parser

import "testing"

func TestContainsFold(t *testing.T) {
	for _, tt := range []struct {
		class, word string
		want        bool
	}{
		{"post-rating", "rating", true},
		{"postRating", "rating", true},
		{"floating rating", "rating", true},
		{"amount count", "count", true},
		{"manager pager", "pager", true},
		{"bags tags", "tags", true},
		{"floating", "rating", false},
		{"ating", "rating", false},
		{"", "rating", false},
	} {
		if got := containsFold(tt.class, tt.word); got != tt.want {
			t.Errorf("%q contains %q: %v", tt.class, tt.word, got)
		}
	}
}
