package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// The tests are named after what goes wrong.

func TestClosedPipeEndsQuietly(t *testing.T) {
	var stderr bytes.Buffer
	c := &command{stdin: strings.NewReader("A headline\n\nSome text that is long enough to be a sentence of its own.\n"), stdout: broken{syscall.EPIPE}, stderr: &stderr}
	if got := run(t, c); got != statusDone || stderr.Len() > 0 {
		t.Errorf("status %d, stderr %q; want a quiet %d", got, stderr.String(), statusDone)
	}
}

func TestFullDisk(t *testing.T) {
	for _, args := range [][]string{{"-"}, {"--help"}, {"schema"}, {"rules"}, {"version"}, {"explain", "-"}, {"completion", "bash"}} {
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

func TestHostileFileName(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a\nb\x1b]52;c;x\a\u009b\u202e.txt")
	var stdout, stderr bytes.Buffer
	c := &command{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr}
	if got := run(t, c, name); got != statusInput {
		t.Errorf("status %d, want %d", got, statusInput)
	}
	message := stderr.String()
	if strings.Count(message, "\n") != 1 || strings.ContainsAny(message, "\x1b\a\u009b\u202e") {
		t.Errorf("message %q has control characters", message)
	}
	if !strings.Contains(message, `a\x0ab\x1b]52;c;x\x07\u009b\u202e.txt`) {
		t.Errorf("message %q does not show the name escaped", message)
	}
}

// TestControlCharactersOfTheText checks that data stay exact in JSON and are
// escaped for people.
func TestControlCharactersOfTheText(t *testing.T) {
	text := "Title \x1b[31mred\x1b]52;c;aGk=\a here and there\n\nA paragraph that is long enough to be taken for running text, as it should be.\n"
	var stdout, stderr bytes.Buffer
	c := &command{stdin: strings.NewReader(text), stdout: &stdout, stderr: &stderr}
	run(t, c, "explain", "--color=never")
	if strings.ContainsAny(stdout.String(), "\x1b\a") {
		t.Errorf("explain prints control characters: %q", stdout.String())
	}
}

func TestJobsTimeZoneAndLocale(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/cases/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var want []byte
	for _, env := range []string{"UTC", "Asia/Tehran", "America/New_York"} {
		for _, jobs := range []string{"1", "2", "64"} {
			t.Setenv("TZ", env)
			t.Setenv("LANG", "fa_IR.UTF-8")
			var stdout, stderr bytes.Buffer
			c := &command{stdin: os.Stdin, stdout: &stdout, stderr: &stderr}
			run(t, c, append([]string{"-o", "jsonl", "--meta", "--jobs", jobs}, paths...)...)
			if want == nil {
				want = stdout.Bytes()
			}
			if !bytes.Equal(stdout.Bytes(), want) {
				t.Errorf("TZ=%s --jobs %s: other bytes than TZ=UTC --jobs 1", env, jobs)
			}
		}
	}
}
