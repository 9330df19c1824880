package main

import (
	"compress/gzip"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
)

// serve serves the files of a folder as plain text until it is killed, and
// prints its address. With the query chunked they come in chunks, with gzip
// compressed.
func serve(dir, address string) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	return http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, err := os.ReadFile(filepath.Join(dir, filepath.Clean("/"+r.URL.Path)))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		switch r.URL.RawQuery {
		case "chunked":
			for len(text) > 0 {
				n := min(len(text), 100)
				w.Write(text[:n])
				w.(http.Flusher).Flush()
				text = text[n:]
			}
		case "gzip":
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write(text)
			z.Close()
		default:
			w.Write(text)
		}
	}))
}
