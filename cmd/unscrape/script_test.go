package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

// raceVariable configures the race detector of programs that tests start: it
// would let each sleep for a second at its end.
const raceVariable, raceOptions = "GORACE", "atexit_sleep_ms=0"

func TestMain(m *testing.M) {
	if os.Getenv(raceVariable) == "" {
		os.Setenv(raceVariable, raceOptions)
	}
	testscript.Main(m, map[string]func(){"unscrape": main})
}

// TestScripts runs the command lines of testdata/scripts, one file a topic.
// Besides the commands of testscript they have print0, which writes a file of
// names that each end in NUL, and gzip.
func TestScripts(t *testing.T) {
	cases, err := filepath.Abs("../../testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/scripts",
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "")
			e.Setenv("CASES", cases)
			e.Setenv(raceVariable, os.Getenv(raceVariable))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"print0": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(args[1:], "\x00")+"\x00"), 0o666))
			},
			"gzip": func(ts *testscript.TestScript, _ bool, args []string) {
				for _, name := range args {
					ts.Check(compress(ts.MkAbs(name)))
				}
			},
		},
	})
}

// compress puts a compressed file with .gz behind its name in the place of a
// file.
func compress(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	w.Write(data)
	if err := w.Close(); err != nil {
		return err
	}
	return errors.Join(os.WriteFile(name+".gz", buf.Bytes(), 0o666), os.Remove(name))
}

// A result is a run of the program as its users see it.
type result struct {
	status         int
	stdout, stderr string
}

// unscrape runs the program in this process.
func unscrape(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	return unscrapeFrom(t, strings.NewReader(stdin), args...)
}

func unscrapeFrom(t *testing.T, stdin io.Reader, args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t, &command{stdin: stdin, stdout: &stdout, stderr: &stderr}, args...)
	return result{status, stdout.String(), stderr.String()}
}

// want compares a result with what it should be.
func (r result) want(t *testing.T, want result) {
	t.Helper()
	if diff := cmp.Diff(want, r, cmp.AllowUnexported(result{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// broken is standard output that fails.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

// run is one run of the program in this process.
func run(t *testing.T, c *command, args ...string) int {
	t.Helper()
	return c.main(context.Background(), args)
}

// fullDevice opens /dev/full where there is one.
func fullDevice(t *testing.T) *os.File {
	f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full on this system")
	}
	t.Cleanup(func() { f.Close() })
	return f
}
