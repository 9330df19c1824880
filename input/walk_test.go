package input

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// tree writes files, given as name and content in turn, and makes the test
// run in the folder that holds them.
func tree(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(files); i += 2 {
		if err := os.MkdirAll(filepath.Dir(files[i]), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(files[i], []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// walked is what Walk yields, one line each: the name and content of a
// document, or an error after "! ".
func walked(t *testing.T, stdin io.Reader, o Options, paths ...string) []string {
	t.Helper()
	var got []string
	var buf []byte
	for d, err := range Walk(t.Context(), paths, stdin, o) {
		if err == nil {
			buf, err = d.ReadAll(buf)
		}
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Errorf("%v is a %T, want an *Error", err, err)
			}
			got = append(got, "! "+err.Error())
			continue
		}
		got = append(got, d.Name+"="+string(buf))
		for _, w := range d.Warnings {
			got = append(got, "? "+d.Name+": "+w)
		}
		if d.Damage != nil {
			got = append(got, "! "+d.Damage.Error())
		}
	}
	return got
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

var gzipWriter = gzip.NewWriter(nil)

func gzipOf(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	gzipWriter.Reset(&b)
	if _, err := gzipWriter.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := gzipWriter.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFoldersComeInBytewiseOrderOfPaths(t *testing.T) {
	tree(t, "d/a/x", "1", "d/a.txt", "2", "d/a-b", "3", "d/B", "4", "d/a/y/z", "5", "last", "6", "a", "7")
	expect(t, walked(t, nil, Options{}, "last", "d/", "./a"),
		"last=6", "d/B=4", "d/a-b=3", "d/a.txt=2", "d/a/x=1", "d/a/y/z=5", "./a=7")
}

func TestManyFilesKeepTheirOrder(t *testing.T) {
	var files, want []string
	for i := range 3000 {
		name := "d/" + string([]byte{byte('a' + i/676), byte('a' + i/26%26), byte('a' + i%26)})
		files = append(files, name, strings.Repeat("x", i%7))
		want = append(want, name+"="+strings.Repeat("x", i%7))
	}
	tree(t, files...)
	expect(t, walked(t, nil, Options{}, "d"), want...)
}

func TestHiddenAndBinaryFilesOfFoldersAreSkipped(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01", 50)
	utf16 := "\xff\xfeT\x00e\x00x\x00t\x00"
	tree(t, "d/.git/x", "1", "d/.h", "2", "d/p.png", png, "d/u.txt", utf16, "d/nul.txt", strings.Repeat("text ", 40)+"\x00 more")
	expect(t, walked(t, nil, Options{}, "d"),
		"! d/.git: hidden, skipped", "! d/.h: hidden, skipped",
		"d/nul.txt="+strings.Repeat("text ", 40)+"\x00 more",
		"! d/p.png: not text, skipped", "d/u.txt="+utf16)
	expect(t, walked(t, nil, Options{}, "d/.h", "d/p.png"), "d/.h=2", "d/p.png="+png, "? d/p.png: does not look like text; read as text all the same")
	if got := walked(t, nil, Options{Hidden: true}, "d"); !slices.Contains(got, "d/.git/x=1") {
		t.Errorf("hidden files wanted, got %q", got)
	}
}

func TestGlobs(t *testing.T) {
	tree(t, "d/a.txt", "1", "d/b.html", "2", "d/old/c.txt", "3", "d/new/old/e.txt", "4", "d/new/f.txt", "5")
	o := Options{Include: []string{"*.txt"}, Exclude: []string{"/old", "new/*/e*"}}
	expect(t, walked(t, nil, o, "d", "d/b.html"),
		"d/a.txt=1", "! d/b.html: excluded by a pattern, skipped", "d/new/f.txt=5",
		"! d/new/old/e.txt: excluded by a pattern, skipped", "! d/old: excluded by a pattern, skipped", "d/b.html=2")
	if err := (Options{Include: []string{"[a"}}).Check(); err == nil {
		t.Error("a malformed glob passed")
	}
}

func TestNoSuchFileEmptyFolderUnreadableFolder(t *testing.T) {
	tree(t, "e/.hidden", "1", "f/g/h.txt", "2", "f/i", "3")
	expect(t, walked(t, nil, Options{}, "missing", "e", "f/i"),
		"! missing: no such file or directory", "! e/.hidden: hidden, skipped", "! e: no documents in it", "f/i=3")
	deep := strings.Repeat("n", 250)
	top, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for range 17 { // beyond the longest path that can be opened
		if err := errors.Join(os.Mkdir(deep, 0o777), os.Chdir(deep)); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(top)
	got := walked(t, nil, Options{}, "f", deep, "f/i")
	if len(got) != 4 || !strings.HasPrefix(got[2], "! "+deep) || !strings.HasSuffix(got[2], ": file name too long") || got[3] != "f/i=3" {
		t.Errorf("got %q", got)
	}
}

func TestStdinIsReadOnce(t *testing.T) {
	tree(t, "a", "1")
	expect(t, walked(t, strings.NewReader("in"), Options{}, "a", "-", "-"),
		"a=1", "-=in", "! -: standard input can be read only once")
	expect(t, walked(t, strings.NewReader(gzipOf(t, "in")), Options{}, "-"), "-=in")
	expect(t, walked(t, strings.NewReader(""), Options{}, "-"), "-=")
}

func TestLoopsAndSpecialFiles(t *testing.T) {
	tree(t, "d/a/x", "1", "y", "2")
	for link, to := range map[string]string{"d/a/up": "..", "d/file": "../y", "d/gone": "nowhere", "d/zero": "/dev/zero"} {
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo("d/fifo", 0o666); err != nil {
		t.Fatal(err)
	}
	const loop, special, link = ": symbolic link to a folder that contains it, not followed", ": neither a file nor a folder, skipped", ": link, not followed"
	expect(t, walked(t, nil, Options{}, "d"),
		"! d/a/up"+link, "d/a/x=1", "! d/fifo"+special, "! d/file"+link, "! d/gone"+link, "! d/zero"+link)
	expect(t, walked(t, nil, Options{FollowSymlinks: true}, "d"),
		"! d/a/up"+loop, "d/a/x=1", "! d/fifo"+special, "d/file=2", "! d/gone: no such file or directory", "! d/zero"+special)
	expect(t, walked(t, nil, Options{MaxBytes: 1 << 20}, "/dev/zero"),
		"! /dev/zero: too large: more than 1048576 bytes; --max-bytes sets the limit")
}

func TestGzipPadding(t *testing.T) {
	two := gzipOf(t, "one ") + gzipOf(t, "two")
	tree(t, "a.gz", two, "zeros.gz", two+strings.Repeat("\x00", 1000), "garbage.gz", two+"\x00\x00garbage")
	expect(t, walked(t, nil, Options{}, "a.gz", "zeros.gz", "garbage.gz"),
		"a.gz=one two", "zeros.gz=one two", "garbage.gz=one two",
		fmt.Sprintf("? garbage.gz: garbage after the compressed data at byte %d, ignored", len(two)+2))
}

func TestGzipTruncated(t *testing.T) {
	z := gzipOf(t, strings.Repeat("some text ", 100))
	tree(t, "t.gz", z[:len(z)-9], "head.gz", z[:5], "bad.gz", z[:20]+"\xff\xff\xff"+z[23:], "ok", "1")
	got := walked(t, nil, Options{}, "t.gz", "head.gz", "bad.gz", "ok")
	if len(got) != 4 || !strings.Contains(got[0], "truncated: the gzip data end at byte ") ||
		!strings.Contains(got[1], "end at byte 5") || !strings.Contains(got[2], "damaged near byte ") || got[3] != "ok=1" {
		t.Errorf("got %q", got)
	}
}

func TestGzipBomb(t *testing.T) {
	ratioFloor = 1 << 20
	defer func() { ratioFloor = 64 << 20 }()
	tree(t, "bomb.gz", gzipOf(t, strings.Repeat("\x00", 3<<20)))
	got := walked(t, nil, Options{}, "bomb.gz")
	if len(got) != 1 || !strings.Contains(got[0], "decompression bomb") {
		t.Errorf("got %q", got)
	}
	expect(t, walked(t, nil, Options{MaxBytes: 5}, "bomb.gz"),
		"! bomb.gz: too large: more than 5 bytes; --max-bytes sets the limit")
}

func TestLargeFiles(t *testing.T) {
	big := strings.Repeat("a line without end ", 20000)
	tree(t, "big", big, "exact", "12345", "over", "123456")
	expect(t, walked(t, nil, Options{}, "big"), "big="+big)
	expect(t, walked(t, nil, Options{MaxBytes: 5}, "exact", "over", "big"), "exact=12345",
		"! over: too large: more than 5 bytes; --max-bytes sets the limit",
		"! big: too large: more than 5 bytes; --max-bytes sets the limit")
}

func TestFilesThatVanishOrShrink(t *testing.T) {
	tree(t, "d/big", strings.Repeat("x", 100_000), "d/gone", strings.Repeat("x", 100_000), "d/z", "1")
	var got []string
	for d, err := range Walk(t.Context(), []string{"d"}, nil, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if d.Name == "d/gone" {
			os.Remove("d/gone")
		}
		if _, err := d.ReadAll(nil); err != nil {
			got = append(got, err.Error())
		}
	}
	expect(t, got, "d/gone: no such file or directory")

	f, err := openFile("d/big")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	os.Truncate("d/big", 10)
	if _, err := io.Copy(io.Discard, f); err == nil || err.Error() != "shrank while it was read: 10 of 100000 bytes" {
		t.Errorf("a file that shrank: %v", err)
	}
}

func TestWalkEndsWithItsContext(t *testing.T) {
	tree(t, "d/a", "1", "d/b", "2", "d/c", "3")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for range Walk(ctx, []string{"d"}, nil, Options{}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d documents after cancelling at the first", n)
	}
}

func TestFilesFrom(t *testing.T) {
	for list, want := range map[string][]string{
		"":                                     nil,
		"a\x00b c\nd":                          {"a", "b c\nd"},
		"a\x00":                                {"a"},
		"a\x00\x00b":                           {"a", "! empty name in the list of files"},
		"a\nb\n\x00":                           {"a\nb\n"},
		"a\nb\n":                               {"! " + errNotNUL.Error()},
		"a\x00" + strings.Repeat("n\n", 1<<16): {"a", "! " + errNotNUL.Error()},
	} {
		var got []string
		for name, err := range FilesFrom(strings.NewReader(list)) {
			if err != nil {
				name = "! " + err.Error()
			}
			got = append(got, name)
		}
		expect(t, got, want...)
	}
}

func TestWaitingForAPipeEndsWithTheContext(t *testing.T) {
	tree(t)
	if err := syscall.Mkfifo("fifo", 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	for d, err := range Walk(ctx, []string{"fifo"}, nil, Options{}) {
		t.Errorf("%v, %v", d.Name, err)
	}
	if w, err := os.OpenFile("fifo", os.O_WRONLY, 0); err == nil { // for the reader that waits still
		w.Close()
	}
}

// A pipe that holds more than is looked at first is read like a file, also when
// the walk has ended.
func TestLargePipe(t *testing.T) {
	tree(t)
	if err := syscall.Mkfifo("fifo", 0o666); err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("text ", sniffLen)
	go os.WriteFile("fifo", []byte(text), 0)
	var docs []Document
	for d, err := range Walk(t.Context(), []string{"fifo"}, nil, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	if len(docs) != 1 {
		t.Fatalf("%d documents", len(docs))
	}
	if data, err := docs[0].ReadAll(nil); string(data) != text || err != nil {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}

func TestWaitingForStdinEndsWithTheContext(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	for d, err := range Walk(ctx, []string{"-"}, r, Options{}) {
		t.Errorf("%v, %v", d.Name, err)
	}
}

func TestSocket(t *testing.T) {
	tree(t, "d/a", "text")
	l, err := net.Listen("unix", "d/socket")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	expect(t, walked(t, nil, Options{}, "d", "d/socket"), "d/a=text",
		"! d/socket: neither a file nor a folder, skipped", "! d/socket: a socket, which cannot be read")
}
