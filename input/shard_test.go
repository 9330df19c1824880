package input

import (
	"fmt"
	"slices"
	"testing"
)

func TestSharesAreEveryDocumentOnce(t *testing.T) {
	tree(t, "a/1", "x", "a/2", "x", "a/3", "x", "b.zip", zipOf(t, members...), "l", "{\"text\":\"1\"}\n{\"text\":\"2\"}\n{}")
	paths := []string{"missing", "a", "b.zip", "l"}
	names := func(share Share) []string {
		var all []string
		for d, err := range share.Of(Walk(t.Context(), paths, nil, Options{})) {
			all = append(all, fmt.Sprint(d.Name, err))
		}
		return all
	}
	all := names(Share{})
	var joined []string
	for i := 1; i <= 4; i++ {
		some := names(Share{i, 4})
		if len(some) == len(all) {
			t.Errorf("share %d is everything", i)
		}
		joined = append(joined, some...)
	}
	slices.Sort(all)
	slices.Sort(joined)
	expect(t, joined, all...)
}

func TestParseShare(t *testing.T) {
	if s, err := ParseShare("2/8"); err != nil || s != (Share{2, 8}) {
		t.Errorf("2/8: %v, %v", s, err)
	}
	for _, bad := range []string{"", "2", "0/8", "9/8", "-1/8", "2/8x", "2/8 x", "a/b", "1/0"} {
		if s, err := ParseShare(bad); err == nil {
			t.Errorf("%q: %v", bad, s)
		}
	}
}
