package main

import (
	"bufio"
	"io"
	"testing"
)

// An article of a live stream is written, its line end too, before more comes
// in. Standard input gets the next record only when the one before is out, so
// that a run that waits for more never ends.
func TestArticlesOfALiveStream(t *testing.T) {
	stdin, in := io.Pipe()
	out, stdout := io.Pipe()
	go func() {
		run(t, &command{stdin: stdin, stdout: stdout, stderr: io.Discard}, "-i", "jsonl", "-o", "jsonl", "--fields", "body")
		stdout.Close()
	}()
	lines := bufio.NewReader(out)
	for _, body := range []string{"One.", "Two.", "Three."} {
		if _, err := io.WriteString(in, `{"text":"`+body+"\"}\n"); err != nil {
			t.Fatal(err)
		}
		got, err := lines.ReadString('\n')
		if want := `{"body":"` + body + "\"}\n"; got != want || err != nil {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
	in.Close()
	if rest, err := io.ReadAll(lines); len(rest) > 0 || err != nil {
		t.Errorf("then %q, %v", rest, err)
	}
}
