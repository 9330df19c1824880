package main

import (
	"bytes"
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"unscrape/input"
	"unscrape/output"
	"unscrape/parser"
)

// What may go wrong, and where that is tested:
//
//	deep, broken and huge markup                       parser
//	a line of a gigabyte                               faults_read_test.go, input
//	NUL in the middle of a file                        faults_text_test.go, parser
//	invalid UTF-8                                      faults_text_test.go, parser
//	UTF-16 and legacy encodings without a label        faults_text_test.go, parser
//	a declared encoding against a byte order mark      parser
//	control characters in a text                       here, terminal.txtar
//	control characters in the name of a file           here
//	damaged, hostile and nested archives               input
//	names that lead out of the output folder           input, output
//	loops of links, pipes, sockets, devices            faults_read_test.go, input
//	files that vanish, shrink or cannot be read        faults_read_test.go, input
//	hostile rule files                                 faults_read_test.go, parser/rules
//	texts that look like other values of YAML or JSON  faults_text_test.go, output
//	a closed pipe                                      here, pipe.txtar
//	a full disk                                        here
//	a stop in the middle of a run                      killed_test.go
//	jobs, time zone, locale                            here, same.txtar
//	a folder larger than memory                        memory_test.go
//	ambiguous and impossible dates                     faults_text_test.go, stated_test.go, parser
//	a panic in one document                            here
//	outputs of one name                                outdir_test.go, output
//	nothing to read                                    faults_read_test.go, usage.txtar, input
//	wrong usage                                        usage.txtar, check-usage.txtar, commands.txtar

// TestControlCharactersInATitle checks that data stay exact in JSON and
// YAML, and that explain, which is for people, escapes them.
func TestControlCharactersInATitle(t *testing.T) {
	title := "Mayor \x1b[31mred\x1b]52;c;aGk=\a\u009b\x7f\u202eopens\u2066 the pool"
	text := "Title: " + title + "\n\nThe mayor opened the pool on Monday and swam the first length herself, to some applause.\n"
	for _, format := range []string{"json", "jsonl", "yaml"} {
		got := decodeArticle(t, format, unscrape(t, text, "-o", format))
		if got.Title == nil || *got.Title != title {
			t.Errorf("%s: title %q, want %q", format, deref(got.Title), title)
		}
	}
	got := unscrape(t, text, "explain", "--color=never").stdout
	if strings.ContainsAny(got, "\x1b\a\u009b\x7f\u202e\u2066") || !strings.Contains(got, `\x1b]52;c;aGk=\x07\u009b\x7f\u202eopens\u2066`) {
		t.Errorf("explain prints %q", got)
	}
}

func TestControlCharactersOnATerminal(t *testing.T) {
	var out bytes.Buffer
	n, err := terminalWriter{&out}.Write([]byte("{\"title\": \"\u009b31m \x7f \u202etug\u2069\u2028 é\"}\n"))
	if want := `{"title": "\u009b31m \u007f \u202etug\u2069\u2028 é"}` + "\n"; out.String() != want || n != 37 || err != nil {
		t.Errorf("wrote %q, %d, %v; want %q", out.String(), n, err, want)
	}
}

func TestControlCharactersInAName(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a\nb\x1b]52;c;x\a\u009b\u202e.txt")
	got := unscrape(t, "", name)
	if got.status != statusInput {
		t.Errorf("status %d, want %d", got.status, statusInput)
	}
	if strings.Count(got.stderr, "\n") != 1 || strings.ContainsAny(got.stderr, "\x1b\a\u009b\u202e") {
		t.Errorf("message %q has control characters", got.stderr)
	}
	if !strings.Contains(got.stderr, `a\x0ab\x1b]52;c;x\x07\u009b\u202e.txt`) {
		t.Errorf("message %q does not show the name escaped", got.stderr)
	}
}

func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{{"-"}, {"explain", "-"}, {"check", "-"}, {"--help"}, {"rules"}} {
		var stderr bytes.Buffer
		c := &command{stdin: strings.NewReader("A headline\n\nSome text that is long enough to be a sentence of its own.\n"), stdout: broken{syscall.EPIPE}, stderr: &stderr}
		if got := run(t, c, args...); got != statusDone || stderr.Len() > 0 {
			t.Errorf("unscrape %s: status %d, stderr %q; want a quiet %d", strings.Join(args, " "), got, stderr.String(), statusDone)
		}
	}
}

// What cannot be written ends the run, also while it waits for more to read.
func TestClosedPipeBeforeAnOpenOne(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	go io.WriteString(w, strings.Repeat("{\"text\": \"Some text that is long enough to be a sentence.\"}\n", 10_000))
	done := make(chan int)
	go func() {
		done <- run(t, &command{stdin: r, stdout: broken{syscall.EPIPE}, stderr: io.Discard}, "-o", "jsonl")
	}()
	select {
	case got := <-done:
		if got != statusDone {
			t.Errorf("status %d, want %d", got, statusDone)
		}
	case <-time.After(20 * time.Second):
		t.Error("still waiting for input")
	}
}

func TestFullDisk(t *testing.T) {
	for _, args := range [][]string{{"-"}, {"-o", "yaml"}, {"--help"}, {"help", "explain"}, {"schema"}, {"rules"}, {"version"}, {"explain", "-"}, {"explain", "-o", "json"}, {"check", "-"}, {"check", "--explain", "all"}, {"completion", "bash"}} {
		var stderr bytes.Buffer
		c := &command{stdin: strings.NewReader("A headline\n\nText.\n"), stdout: fullDevice(t), stderr: &stderr}
		if got := run(t, c, args...); got != statusOutput {
			t.Errorf("unscrape %s: status %d, want %d", strings.Join(args, " "), got, statusOutput)
		}
		if want := "unscrape: standard output: no space left on device\n"; stderr.String() != want {
			t.Errorf("unscrape %s: stderr %q, want %q", strings.Join(args, " "), stderr.String(), want)
		}
	}
}

func TestJobs(t *testing.T) {
	paths := cases(t, ".txt")
	want := unscrape(t, "", append([]string{"-o", "jsonl", "--meta", "--jobs", "1"}, paths...)...)
	for _, jobs := range []string{"2", "64"} {
		unscrape(t, "", append([]string{"-o", "jsonl", "--meta", "--jobs", jobs}, paths...)...).want(t, want)
	}
}

// TestPanicInOneDocument lets a parser that New has not made panic on the
// one document that has text.
func TestPanicInOneDocument(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.txt", "\n", "b.txt", "The ferries stay in port today.\n", "c.txt", "\n\n")
	var stdout, stderr bytes.Buffer
	c := &command{out: &checkedWriter{w: &stdout}, messages: &switchable{w: &stderr}}
	e, err := output.NewEncoder(output.JSONL, output.Options{Fields: []string{"source"}})
	if err != nil {
		t.Fatal(err)
	}
	docs := func(ctx context.Context) iter.Seq2[input.Document, error] {
		return input.Walk(ctx, []string{"a.txt", "b.txt", "c.txt"}, nil, input.Options{})
	}
	v := &conversion{command: c, encoder: e, articles: &articleWriter{w: c.out, single: e, stream: e}}
	if err := c.run(t.Context(), new(parser.Parser), docs, v.task(), 2); err != nil {
		t.Fatal(err)
	}
	if err := v.articles.end(); err != nil {
		t.Fatal(err)
	}
	if want := "{\"source\":\"a.txt\"}\n{\"source\":\"c.txt\"}\n"; stdout.String() != want {
		t.Errorf("stdout %q, want %q", stdout.String(), want)
	}
	if got := stderr.String(); !strings.HasPrefix(got, "unscrape: b.txt: the parser failed on this document: ") || strings.Count(got, "\n") != 1 {
		t.Errorf("stderr %q", got)
	}
	if c.status != statusInput {
		t.Errorf("status %d, want %d", c.status, statusInput)
	}
}

// write writes files, given as names and contents in turn, with the folders
// above them.
func write(t *testing.T, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		if err := os.MkdirAll(filepath.Dir(files[i]), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(files[i], []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
