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
)

// memoryBound is what a run may take with two jobs, unless single documents
// are large.
const memoryBound = 150 << 20

// peak is the largest resident size that a process has had, in bytes.
func peak(t *testing.T, s *os.ProcessState) int64 {
	t.Helper()
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		t.Fatal("no resource usage on this system")
	}
	if runtime.GOOS == "darwin" {
		return usage.Maxrss
	}
	return usage.Maxrss << 10
}

func TestRow27MemoryOfAnEndlessArchive(t *testing.T) {
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
	for range megabytes << 20 / len(record) {
		if _, err := io.WriteString(in, record); err != nil {
			t.Fatal(err)
		}
	}
	in.Close()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if n := peak(t, cmd.ProcessState); n > memoryBound {
		t.Errorf("%d MB in memory", n>>20)
	}
}

// The files are sparse: a text at their head, a hole of a gigabyte behind it.
func TestRow27MemoryOfAFolderOf100GB(t *testing.T) {
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
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if string(out) != "[]\n" || err == nil || cmd.ProcessState.ExitCode() != statusInput || strings.Count(stderr.String(), "too large") != 100 {
		t.Errorf("%v, %q, %.500s", err, out, stderr.String())
	}
	if n := peak(t, cmd.ProcessState); n > memoryBound {
		t.Errorf("%d MB in memory", n>>20)
	}
}
