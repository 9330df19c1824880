package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"unscrape/input"
)

// A tally counts what became of the inputs. It is written by the goroutine
// that writes the articles and may be read by any.
type tally struct {
	documents, articles, noArticle, unchanged, failed, bytes atomic.Int64

	hidden, excluded, links, binary, other atomic.Int64 // skipped
}

// count counts one outcome.
func (t *tally) count(o *outcome) {
	var skip input.Skip
	switch {
	case errors.As(o.err, &skip):
		t.skipped(skip).Add(1)
		return
	case failed(o.err):
		t.failed.Add(1)
		return
	case o.err != nil:
		return
	}
	if o.number == 0 || o.last {
		t.documents.Add(1)
	}
	t.bytes.Add(o.bytes)
	t.articles.Add(int64(o.found))
	switch {
	case o.same:
		t.unchanged.Add(1)
	case o.found == 0:
		t.noArticle.Add(1)
	}
}

func (t *tally) skipped(why input.Skip) *atomic.Int64 {
	switch why {
	case input.Hidden:
		return &t.hidden
	case input.Excluded:
		return &t.excluded
	case input.Symlink:
		return &t.links
	case input.Binary:
		return &t.binary
	}
	return &t.other
}

// A summary is what a run did. Documents are those that could be read:
// Unchanged of them were left alone because an earlier run did them, NoArticle
// hold none. Skipped counts files, folders and records that were left out on
// purpose, by reason.
type summary struct {
	Documents int64            `json:"documents"`
	Articles  int64            `json:"articles"`
	NoArticle int64            `json:"no_article"`
	Unchanged int64            `json:"unchanged"`
	Failed    int64            `json:"failed"`
	Skipped   map[string]int64 `json:"skipped"`
	Bytes     int64            `json:"bytes"`
	Seconds   float64          `json:"seconds"`
	Rate      float64          `json:"megabytes_per_second"`
}

func (t *tally) sum(took time.Duration) summary {
	s := summary{
		Documents: t.documents.Load(), Articles: t.articles.Load(), NoArticle: t.noArticle.Load(),
		Unchanged: t.unchanged.Load(), Failed: t.failed.Load(), Bytes: t.bytes.Load(),
		Skipped: map[string]int64{
			"hidden": t.hidden.Load(), "excluded": t.excluded.Load(), "links": t.links.Load(),
			"not_text": t.binary.Load(), "other": t.other.Load(),
		},
		Seconds: float64(took.Milliseconds()) / 1000,
	}
	if took > 0 {
		s.Rate = float64(s.Bytes) / 1e6 / took.Seconds()
	}
	return s
}

// String is the summary as a line for people.
func (s summary) String() string {
	parts := []string{plural(int(s.Documents), "document", "documents"), plural(int(s.Articles), "article", "articles")}
	for _, p := range []struct {
		n    int64
		what string
	}{
		{s.NoArticle, "without article"}, {s.Unchanged, "unchanged"}, {s.Failed, "failed"}, {s.Skipped["hidden"], "hidden"},
		{s.Skipped["excluded"], "excluded"}, {s.Skipped["links"], "links not followed"}, {s.Skipped["not_text"], "not text"}, {s.Skipped["other"], "otherwise left out"},
	} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ") + fmt.Sprintf(", %.1f MB/s", s.Rate)
}

// write writes the summary as JSON.
func (s summary) write(name string) error {
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	return replaceFile(name, append(b, '\n'))
}
