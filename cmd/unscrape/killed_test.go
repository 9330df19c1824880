package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"unscrape/output"
)

// archiveOf writes n texts into folders under the folder that it returns.
func archiveOf(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		sub := filepath.Join(dir, "in", fmt.Sprint(i/50))
		if err := os.MkdirAll(sub, 0o777); err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("News ID: %d\nPublished: 2020-10-06\nHeadline %d of the day\n\n%s", i/3, i, strings.Repeat("A sentence of a report. ", 40))
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("%d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// intoFolder is a run in dir that has not been started.
func intoFolder(dir, out string) *exec.Cmd {
	cmd := exec.Command("unscrape", "in", "-d", out, "--name", "{date}/{id}", "--resume", "-j", "2")
	cmd.Dir = dir
	return cmd
}

// treeOf is the content of all files under dir, by path.
func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sameTree compares two output folders, manifests included.
func sameTree(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d files, want %d", what, len(got), len(want))
	}
	for path, content := range want {
		if got[path] != content {
			t.Errorf("%s: %s differs", what, path)
		}
	}
}

// interrupted starts a run, sends it a signal after a while, and returns how it
// ended.
func interrupted(t *testing.T, cmd *exec.Cmd, after time.Duration, signal os.Signal) *os.ProcessState {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if err := cmd.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	cmd.Wait() // the state tells
	if cmd.ProcessState.ExitCode() > 0 && cmd.ProcessState.ExitCode() != statusStopped {
		t.Errorf("exit status %d: %s", cmd.ProcessState.ExitCode(), stderr.String())
	}
	return cmd.ProcessState
}

func TestKilledAtRandomMoments(t *testing.T) {
	disturbed(t, syscall.SIGKILL, func(s *os.ProcessState) bool { return !s.Exited() })
}

func TestInterruptedAtRandomMoments(t *testing.T) {
	disturbed(t, syscall.SIGINT, func(s *os.ProcessState) bool { return s.ExitCode() == statusStopped })
}

// disturbed stops 20 runs at random moments, goes on with each, and wants the
// folder of an undisturbed run. stopped tells whether a run was stopped before
// its end.
func disturbed(t *testing.T, signal os.Signal, stopped func(*os.ProcessState) bool) {
	dir := archiveOf(t, 200)
	start := time.Now()
	if out, err := intoFolder(dir, "whole").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(start)
	want := treeOf(t, filepath.Join(dir, "whole"))
	random := rand.New(rand.NewPCG(1, 2))
	inTime := 0
	for i := range 20 {
		out := fmt.Sprint("out", i)
		state := interrupted(t, intoFolder(dir, out), time.Duration(random.Int64N(int64(took))), signal)
		if stopped(state) {
			inTime++
		}
		if message, err := intoFolder(dir, out).CombinedOutput(); err != nil {
			t.Fatalf("going on: %v: %s", err, message)
		}
		sameTree(t, fmt.Sprintf("run %d", i), treeOf(t, filepath.Join(dir, out)), want)
	}
	if inTime == 0 {
		t.Error("no run was stopped before its end")
	}
	t.Logf("%d of 20 runs were stopped before their end, which is after %v", inTime, took)
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	dir := archiveOf(t, 3)
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "out"), 0o777), os.WriteFile(filepath.Join(dir, "out", "2020-10-06"), nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	message, err := intoFolder(dir, "out").CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != statusOutput || string(message) != "unscrape: out: 2020-10-06/0.json: file exists\n" {
		t.Errorf("%v: %s", err, message)
	}
}

func TestTwoRunsIntoOneFolder(t *testing.T) {
	dir := filepath.Join(archiveOf(t, 3), "out")
	other, err := output.OpenDir(dir, output.DirOptions{Setup: output.Setup{Format: "json", Name: "{source}"}})
	if err != nil {
		t.Fatal(err)
	}
	unscrape(t, "text", "-d", dir).want(t, result{statusOutput, "", "unscrape: " + dir + ": another run writes into it; wait for its end, or use another folder\n"})
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if r := unscrape(t, "text", "-d", dir); r.status != statusDone {
		t.Errorf("after its end: %+v", r)
	}
}

func TestFolderIsTheSameForAnyJobs(t *testing.T) {
	dir := archiveOf(t, 400)
	var want map[string]string
	for _, jobs := range []string{"1", "2", "64"} {
		if message, err := exec.Command("unscrape", filepath.Join(dir, "in"), "-d", dir+"/out"+jobs, "--name", "{date}/{id}", "-j", jobs).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, message)
		}
		got := treeOf(t, dir+"/out"+jobs)
		if want == nil {
			want = got
		}
		sameTree(t, jobs+" jobs", got, want)
	}
	if len(want) != 401 {
		t.Errorf("%d files", len(want))
	}
}

// TestInterruptedWhileWaitingForInput interrupts a run that has written what
// came in and waits for more.
func TestInterruptedWhileWaitingForInput(t *testing.T) {
	cmd := exec.Command("unscrape", "-o", "jsonl")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go io.WriteString(in, strings.Repeat("{\"text\": \"A sentence of a report.\"}\n", 10_000))
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, out)
	cmd.Process.Signal(os.Interrupt)
	state, err := cmd.Process.Wait()
	if err != nil || state.ExitCode() != statusStopped {
		t.Errorf("%v, %v", state, err)
	}
}

// TestInterruptedTwice interrupts a run that waits for a reader of its
// output: the first interrupt lets it finish its record, the second does not.
func TestInterruptedTwice(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.txt")
	if err := os.WriteFile(page, []byte("News ID: 1\nHeadline of the day\n\n"+strings.Repeat("A sentence of a report. ", 40_000)), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("unscrape", page)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil { // it writes the record, which is more than a pipe holds
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		cmd.Process.Wait()
		close(ended)
	}()
	cmd.Process.Signal(os.Interrupt)
	select {
	case <-ended:
		t.Error("the first interrupt ended it in the middle of a record")
	case <-time.After(300 * time.Millisecond):
	}
	cmd.Process.Signal(os.Interrupt)
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		cmd.Process.Kill()
		t.Error("the second interrupt did not end it")
	}
}
