// Generate makes inputs that are too large for the repository, the same
// bytes every time:
//
//	go run ./testdata/generate folder DIR FILES   small texts in nested folders
//	go run ./testdata/generate warc FILE BYTES    saved pages, not compressed
//	go run ./testdata/generate wet FILE BYTES     extracted texts, not compressed
//	go run ./testdata/generate jsonl FILE BYTES   records with a text field
//	go run ./testdata/generate serve DIR ADDRESS  a web server for the files of a folder
//
// FILE may be - for standard output.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("usage: generate folder|warc|wet|jsonl|serve PATH COUNT")
	}
	if args[0] == "serve" {
		return serve(args[1], args[2])
	}
	n, err := strconv.ParseInt(args[2], 10, 64)
	if err != nil {
		return err
	}
	switch args[0] {
	case "folder":
		return folder(args[1], int(n))
	case "warc":
		return file(args[1], n, page)
	case "wet":
		return file(args[1], n, extract)
	case "jsonl":
		return file(args[1], n, line)
	}
	return fmt.Errorf("unknown kind %q", args[0])
}

// folder writes files of about a kilobyte, 100 to a folder, 100 folders to
// the folder above it.
func folder(dir string, files int) error {
	for i := range files {
		sub := filepath.Join(dir, fmt.Sprintf("%03d", i/10_000), fmt.Sprintf("%02d", i/100%100))
		if i%100 == 0 {
			if err := os.MkdirAll(sub, 0o777); err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("%07d.txt", i)), []byte(article(i).text()), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// file writes records to a file until it has n bytes.
func file(name string, n int64, record func(i int) string) (err error) {
	out := os.Stdout
	if name != "-" {
		if out, err = os.Create(name); err != nil {
			return err
		}
	}
	w := bufio.NewWriterSize(out, 1<<20)
	for i := 0; n > 0; i++ {
		k, err := io.WriteString(w, record(i))
		if err != nil {
			return err
		}
		n -= int64(k)
	}
	return errors.Join(w.Flush(), out.Close())
}
