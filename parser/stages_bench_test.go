package parser

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"unscrape/input"
)

// BenchmarkBeforeModel reads texts of a WET file up to the line model: the
// container, decoding, lines, fields and rules. The files are of pages with menus
// and lists of short lines about each article, as text dumps of pages are, in two
// scripts, and the one that UNSCRAPE_WET names.
func BenchmarkBeforeModel(b *testing.B) {
	if path := os.Getenv("UNSCRAPE_WET"); path != "" {
		b.Run("file", func(b *testing.B) { benchBeforeModel(b, path) })
		return
	}
	for _, script := range menuScripts {
		b.Run(script.name, func(b *testing.B) {
			var file strings.Builder
			for i := range 100 {
				text := script.page(i)
				fmt.Fprintf(&file, "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(text), text)
			}
			path := filepath.Join(b.TempDir(), "pages.wet")
			if err := os.WriteFile(path, []byte(file.String()), 0o666); err != nil {
				b.Fatal(err)
			}
			benchBeforeModel(b, path)
		})
	}
}

func benchBeforeModel(b *testing.B, path string) {
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	p := New(Options{})
	heap := make([]byte, programHeap)
	var buf []byte
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		for d, err := range input.Walk(b.Context(), []string{path}, nil, input.Options{}) {
			if err == nil {
				buf, err = d.ReadAll(buf)
			}
			if err != nil {
				b.Fatal(err)
			}
			p.readUpToModel(buf, d.Charset)
		}
	}
	runtime.KeepAlive(heap)
}

// programHeap is about what the program holds with one job, its batches in flight
// and the line model, so that garbage is collected as rarely.
const programHeap = 32 << 20

func (p *Parser) readUpToModel(data []byte, charset string) {
	text, _, _ := decode(data, charset)
	blocks := readText(text)
	for part := range p.parts(text, false, blocks) {
		p.begin(text, reading{}, part, &Article{Text: text})
	}
}

// A menuScript writes pages in one script.
type menuScript struct{ name, words, sentence string }

var menuScripts = []menuScript{
	{"latin", "Harbour Weather Tickets Timetable Archive Contact Sports Opinion Gallery Subscribe Regions Council",
		"Report %d says that the ferry was late on %d of the last days, and that nobody on the island had been told. "},
	{"cyrillic", "Гавань Погода Билеты Расписание Архив Контакты Спорт Мнения Галерея Подписка Районы Совет",
		"В отчёте %d сказано, что паром опоздал %d дней подряд и что на острове об этом никому не сообщили. "},
}

// page is a page with an article among its menus.
func (m menuScript) page(i int) string {
	words := strings.Fields(m.words)
	word := func(n int) string { return words[(i*7+n*5)%len(words)] }
	var page strings.Builder
	list := func(lines int) {
		for n := range lines {
			fmt.Fprintf(&page, "%s%s %s\n%s", strings.Repeat(" ", n%3*2), word(n), word(n*n), strings.Repeat("\n", n%6))
		}
	}
	list(100)
	fmt.Fprintf(&page, "%s %s\n5 May 2020, 10:%02d\n\n", word(i), word(i+1), i%60)
	for n := range 40 {
		for range 3 {
			fmt.Fprintf(&page, m.sentence, i, n)
		}
		page.WriteString("\n\n")
		if n%8 == 7 {
			list(4)
		}
	}
	list(120)
	return page.String()
}
