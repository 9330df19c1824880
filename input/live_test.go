package input

import (
	"io"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The records of a stream come as soon as they can be told for what they are,
// and say when what follows may be long in coming. The writer waits for each
// before it goes on, so that a walk that waits for more never ends.
func TestRecordsOfALiveStream(t *testing.T) {
	for _, c := range []struct {
		format  Format
		telling string
		first   []string
	}{
		{Auto, "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n", []string{"-!1=a", "-!3=b, pausing"}},
		{JSONL, "\ufeff{\"text\":\"a\"}\r\n\n", []string{"-!1=a, pausing"}},
		{JSONL, "{\"text\":\"a\"}\n{\"text\":\"b", []string{"-!1=a, pausing"}},
	} {
		r, w := io.Pipe()
		done := make(chan struct{})
		go func() {
			io.WriteString(w, c.telling)
			<-done
			w.Close()
		}()
		var got []string
		for d, err := range Walk(t.Context(), []string{"-"}, r, Options{Format: c.format}) {
			if err != nil {
				t.Fatal(err)
			}
			data, err := d.ReadAll(nil)
			if err != nil && len(got) < len(c.first) {
				t.Fatal(err)
			}
			s := d.Name + "=" + string(data)
			if d.Pausing() {
				s += ", pausing"
			}
			if got = append(got, s); len(got) == len(c.first) {
				close(done)
			}
		}
		expect(t, got[:len(c.first)], c.first...)
	}
}

// The documents of a stream are those of a file with the same bytes, however
// these come.
func TestStreamsDoNotDependOnHowTheyCome(t *testing.T) {
	tree(t)
	lines := []string{`{"text":"a"}`, `{"text":"b"}`, `{"html":`, "", "\ufeff", "{", "words", `{"text":"` + strings.Repeat("long ", 100) + `"}`, "\x1f\x8b\x08"}
	ends := []string{"\n", "\r\n", "", "\n\n", " \n"}
	rapid.Check(t, func(r *rapid.T) {
		var text string
		for range rapid.IntRange(0, 5).Draw(r, "lines") {
			text += rapid.SampledFrom(lines).Draw(r, "line") + rapid.SampledFrom(ends).Draw(r, "end")
		}
		o := Options{Format: rapid.SampledFrom([]Format{Auto, JSONL, Text}).Draw(r, "format")}
		cuts := rapid.SliceOfN(rapid.IntRange(1, 40), 1, 5).Draw(r, "cuts")
		if err := os.WriteFile("a.file", []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		file := strings.ReplaceAll(strings.Join(walked(t, nil, o, "a.file"), "\n"), "a.file", "-")
		stream := strings.Join(walked(t, &inPieces{strings.NewReader(text), cuts}, o, "-"), "\n")
		if file != stream {
			r.Errorf("%q: as a file %q, as a stream %q", text, file, stream)
		}
	})
}

// inPieces reads so many bytes at once, over and over.
type inPieces struct {
	r    io.Reader
	cuts []int
}

func (p *inPieces) Read(b []byte) (int, error) {
	n := p.cuts[0]
	p.cuts = append(p.cuts[1:], n)
	return p.r.Read(b[:min(n, len(b))])
}
