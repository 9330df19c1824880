// Gen writes table.go of package timestamp: the words of dates in the
// languages listed in languages.go, from Unicode CLDR and from words.txt,
// which has what CLDR does not.
//
// CLDR comes as three npm packages, unpacked into one folder:
//
//	for p in core dates-full cal-islamic-full; do
//		mkdir -p cldr/cldr-$p
//		npm pack cldr-$p@48.2.0
//		tar xzf cldr-$p-48.2.0.tgz -C cldr/cldr-$p --strip-components=1
//	done
//	go run ./parser/timestamp/gen -cldr cldr
//
// The zones are not its work: zoneinfo.zip is a copy of lib/time/zoneinfo.zip
// of the Go installation, to be renewed with it.
//
// With -conflicts it prints the words that mean different things in
// different languages.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	cldr := flag.String("cldr", "", "folder that holds cldr-core, cldr-dates-full and cldr-cal-islamic-full")
	dir := flag.String("dir", "parser/timestamp", "folder of the package")
	conflicts := flag.Bool("conflicts", false, "print words with several meanings")
	flag.Parse()
	if err := run(*cldr, *dir, *conflicts); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(cldr, dir string, conflicts bool) error {
	lex := newLexicon()
	if err := addCLDR(lex, cldr); err != nil {
		return err
	}
	if err := addFile(lex, filepath.Join(dir, "gen", "words.txt")); err != nil {
		return err
	}
	if conflicts {
		lex.printConflicts()
		return nil
	}
	return os.WriteFile(filepath.Join(dir, "table.go"), lex.source(), 0o644)
}
