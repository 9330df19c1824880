//go:build !race && !windows

// The race detector takes memory of its own: the bound is that of the ordinary
// build. Windows tells no peak in this form.

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// memoryBound is what a run may take with two jobs, unless single documents
// are large.
const memoryBound = 150 << 20

// watch returns a function that waits for a process that has been started and tells the
// largest resident size that it had, in bytes. On Linux the kernel keeps the peak of the
// program itself; what it tells of a process that has ended counts what the test had in
// memory when it started it.
func watch(t *testing.T, cmd *exec.Cmd) (wait func() (peak int64, err error)) {
	t.Helper()
	ended, seen := make(chan struct{}), make(chan int64)
	go func() {
		peak := int64(0)
		for {
			peak = max(peak, highWater(cmd.Process.Pid))
			select {
			case <-ended:
				seen <- peak
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() (int64, error) {
		err := cmd.Wait()
		close(ended)
		if peak := <-seen; peak > 0 {
			return peak, err
		}
		usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
		if !ok {
			t.Fatal("no resource usage on this system")
		}
		if runtime.GOOS == "darwin" {
			return usage.Maxrss, err
		}
		return usage.Maxrss << 10, err
	}
}

// highWater is the peak of a running process by the file system of Linux, 0 elsewhere and
// when it has ended.
func highWater(pid int) int64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, peak, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes := int64(0)
	fmt.Sscan(peak, &kilobytes)
	return kilobytes << 10
}

func TestMemoryOfAnEndlessArchive(t *testing.T) {
	const megabytes = 200
	text := "News ID: 1\nHeadline of the day\n\n" + strings.Repeat("A sentence of a report. ", 100)
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(text), text)
	cmd := exec.Command("unscrape", "-o", "jsonl", "--fields", "id", "-j", "2")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait := watch(t, cmd)
	for range megabytes << 20 / len(record) {
		if _, err := io.WriteString(in, record); err != nil {
			t.Fatal(err)
		}
	}
	in.Close()
	peak, err := wait()
	if err != nil {
		t.Fatal(err)
	}
	if peak > memoryBound {
		t.Errorf("%d MB in memory", peak>>20)
	}
}

func TestMemoryOfManyFindings(t *testing.T) {
	cmd := exec.Command("unscrape", "check", "-j", "2")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stdout strings.Builder
	cmd.Stdout = &stdout
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait := watch(t, cmd)
	for i := range 150_000 {
		if _, err := fmt.Fprintf(in, "{\"id\": null, \"timestamp\": null, \"title\": null, \"body\": \"A sentence of the report %d.\"}\n", i); err != nil {
			t.Fatal(err)
		}
	}
	in.Close()
	peak, _ := wait()
	if want := "600000 findings in 150000 articles: 0 errors, 600000 warnings\n"; !strings.HasSuffix(stdout.String(), want) {
		t.Errorf("output ends with %s", stdout.String()[max(0, stdout.Len()-100):])
	}
	if peak > memoryBound {
		t.Errorf("%d MB in memory", peak>>20)
	}
}

// The files are sparse: a text at their head, a hole of a gigabyte behind it.
func TestMemoryOfAFolderOf100GB(t *testing.T) {
	dir := t.TempDir()
	for i := range 100 {
		name := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(name, []byte(strings.Repeat("A sentence of a report. ", 10_000)), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(name, 1<<30); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("unscrape", dir, "-j", "2")
	cmd.Env = append(os.Environ(), "GOMEMLIMIT=256MiB")
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	peak, err := watch(t, cmd)()
	if stdout.String() != "[]\n" || err == nil || cmd.ProcessState.ExitCode() != statusInput || strings.Count(stderr.String(), "too large") != 100 {
		t.Errorf("%v, %q, %.500s", err, stdout.String(), stderr.String())
	}
	if peak > memoryBound {
		t.Errorf("%d MB in memory", peak>>20)
	}
}
