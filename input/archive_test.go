package input

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// members of the archives in these tests, in the order of their paths.
var members = []string{"a.txt", "first article", "dir/b.html", "<p>second", "dir/c.txt", "third article"}

func zipOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, files[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: files[i], Mode: 0o644, Size: int64(len(files[i+1]))}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, files[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstdOf(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func xzOf(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := xz.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// bzip2Of is "first article", as bzip2 1.0.8 packs it.
func bzip2Of(t testing.TB) string {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString("QlpoOTFBWSZTWXqbLqgAAAIRgEAAKyQcACAAMQAwIaDJowUcS1cx4u5IpwoSD1Nl1QA=")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// within are the members as the documents of archive.
func within(archive string, files []string) []string {
	var want []string
	for i := 0; i < len(files); i += 2 {
		want = append(want, archive+"!"+files[i]+"="+files[i+1])
	}
	return want
}

func TestCompressedFiles(t *testing.T) {
	big := strings.Repeat("a longer article. ", 10_000)
	tree(t, "a.gz", gzipOf(t, "first article"), "a.zst", zstdOf(t, "first article"), "a.xz", xzOf(t, "first article"),
		"a.bz2", bzip2Of(t), "text", "BZh9 is how bzip2 begins", "twice", gzipOf(t, xzOf(t, "inner")),
		"big.gz", gzipOf(t, big), "big.zst", zstdOf(t, big), "big.xz", xzOf(t, big), "thrice", gzipOf(t, gzipOf(t, gzipOf(t, "x"))))
	for _, o := range []Options{{}, {Format: Text}} {
		expect(t, walked(t, nil, o, "a.gz", "a.zst", "a.xz", "a.bz2", "text", "twice"),
			"a.gz=first article", "a.zst=first article", "a.xz=first article", "a.bz2=first article",
			"text=BZh9 is how bzip2 begins", "twice=inner")
	}
	expect(t, walked(t, nil, Options{}, "big.gz", "big.zst", "big.xz"), "big.gz="+big, "big.zst="+big, "big.xz="+big)
	expect(t, walked(t, nil, Options{}, "thrice"), "! thrice: nested too deep: compressed more than 2 times")
}

func TestTruncatedCompressedFiles(t *testing.T) {
	for name, full := range map[string]string{
		"zstd": zstdOf(t, strings.Repeat("some text ", 20_000)), "xz": xzOf(t, strings.Repeat("some text ", 20_000)), "bzip2": bzip2Of(t),
	} {
		n := len(full) - 6
		tree(t, "t", full[:n])
		expect(t, walked(t, nil, Options{}, "t"), fmt.Sprintf("! t: truncated: the %s data end at byte %d", name, n))
	}
}

func TestArchives(t *testing.T) {
	big := strings.Repeat("a long article. ", 20_000)
	many := append(slices.Clone(members), "z-big", big)
	forms := map[string]string{
		"a.zip": zipOf(t, many...), "a.tar": tarOf(t, many...), "a.tar.gz": gzipOf(t, tarOf(t, many...)),
		"a.tar.zst": zstdOf(t, tarOf(t, many...)), "a.tar.xz": xzOf(t, tarOf(t, many...)), "a.zip.gz": gzipOf(t, zipOf(t, many...)),
	}
	for name, content := range forms {
		tree(t, name, content)
		expect(t, walked(t, nil, Options{}, name), within(name, many)...)
		expect(t, walked(t, strings.NewReader(content), Options{}, "-"), within("-", many)...)
	}
}

func TestArchivesWithinArchives(t *testing.T) {
	inner := zipOf(t, members...)
	big := strings.Repeat("incompressible? no, but long. ", 5_000)
	tarball := tarOf(t, append(slices.Clone(members), "big", big)...)
	tree(t, "a.zip", zipOf(t, "in.zip", inner, "in.tar.gz", gzipOf(t, tarball), "in.tar", tarball, "x.gz", gzipOf(t, "packed")),
		"a.tar", tarOf(t, "in.zip", inner, "in.tar.gz", gzipOf(t, tarball), "x.gz", gzipOf(t, "packed"), "y.gz", gzipOf(t, big)),
		"deep.zip", zipOf(t, "in.zip", zipOf(t, "in.zip", inner), "ok", "1"))
	tarMembers := append(slices.Clone(members), "big", big)
	var want []string
	want = append(want, within("a.zip!in.zip", members)...)
	want = append(want, within("a.zip!in.tar.gz", tarMembers)...)
	want = append(want, within("a.zip!in.tar", tarMembers)...)
	want = append(want, "a.zip!x.gz=packed")
	want = append(want, within("a.tar!in.zip", members)...)
	want = append(want, within("a.tar!in.tar.gz", tarMembers)...)
	want = append(want, "a.tar!x.gz=packed", "a.tar!y.gz="+big)
	expect(t, walked(t, nil, Options{}, "a.zip", "a.tar"), want...)
	expect(t, walked(t, nil, Options{}, "deep.zip"),
		"! deep.zip!in.zip!in.zip: nested too deep: archives in archives in archives are not unpacked", "deep.zip!ok=1")
}

func TestWhatIsLeftOutOfArchives(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00"
	files := []string{"./a.txt", "1", ".hidden/b.txt", "2", "p.png", png, "d/e.html", "3", "old/f.txt", "4"}
	tree(t, "z/a.zip", zipOf(t, files...), "z/a.tar", tarOf(t, files...), "only.zip", zipOf(t, "p.png", png), "empty.tar", tarOf(t))
	for _, name := range []string{"z/a.zip", "z/a.tar"} {
		expect(t, walked(t, nil, Options{}, name), name+"!a.txt=1", "! "+name+"!.hidden/b.txt: hidden, skipped",
			"! "+name+"!p.png: not text, skipped", name+"!d/e.html=3", name+"!old/f.txt=4")
		expect(t, walked(t, nil, Options{Hidden: true, Include: []string{"*.txt"}, Exclude: []string{"old"}}, name),
			name+"!a.txt=1", name+"!.hidden/b.txt=2", "! "+name+"!p.png: excluded by a pattern, skipped",
			"! "+name+"!d/e.html: excluded by a pattern, skipped", "! "+name+"!old/f.txt: excluded by a pattern, skipped")
	}
	expect(t, walked(t, nil, Options{Exclude: []string{"old/", "d/"}}, "z/a.zip"), "z/a.zip!a.txt=1",
		"! z/a.zip!.hidden/b.txt: hidden, skipped", "! z/a.zip!p.png: not text, skipped",
		"! z/a.zip!d/e.html: excluded by a pattern, skipped", "! z/a.zip!old/f.txt: excluded by a pattern, skipped")
	got := walked(t, nil, Options{Include: []string{"*.zip"}}, "z")
	if len(got) != 6 || !slices.Contains(got, "z/a.zip!d/e.html=3") {
		t.Errorf("an archive that is included is taken whole; got %q", got)
	}
	expect(t, walked(t, nil, Options{}, "only.zip"), "! only.zip!p.png: not text, skipped", "! only.zip: no documents in it")
	own := Options{Own: func(path string, head []byte) bool { return strings.HasSuffix(path, "/f.txt") && string(head) == "4" }}
	if got := walked(t, nil, own, "z/a.tar", "z"); slices.Contains(got, "z/a.tar!old/f.txt=4") || !slices.Contains(got, "! z/a.zip!old/f.txt: excluded by a pattern, skipped") {
		t.Errorf("what is the caller's own: got %q", got)
	}
}

func TestTruncatedTar(t *testing.T) {
	big := strings.Repeat("a long article. ", 20_000)
	full := tarOf(t, append(slices.Clone(members), "z", big)...)
	tree(t, "in-member.tar", full[:len(full)-5000], "in-header.tar", full[:3*1024+100], "z.tar.gz", gzipOf(t, full)[:700])
	want := within("in-member.tar", members)
	want = append(want, "! in-member.tar!z: cut short", fmt.Sprintf("! in-member.tar: truncated: the tar data end at byte %d", len(full)-5000))
	expect(t, walked(t, nil, Options{}, "in-member.tar"), want...)
	want = append(within("in-header.tar", members), "! in-header.tar: truncated: the tar data end at byte 3172")
	expect(t, walked(t, nil, Options{}, "in-header.tar"), want...)
	got := walked(t, nil, Options{}, "z.tar.gz")
	if len(got) != 5 || got[2] != "z.tar.gz!dir/c.txt=third article" || !strings.Contains(got[4], "gzip data end at byte 700") {
		t.Errorf("got %.300q", got)
	}
}

// A damaged header costs its own member, whatever lies in that.
func TestTarWithDamagedHeaders(t *testing.T) {
	flip := func(tarball string, at ...int) string {
		b := []byte(tarball)
		for _, i := range at {
			b[i] ^= 1
		}
		return string(b)
	}
	full := tarOf(t, append(slices.Clone(members), "z", strings.Repeat("a long article. ", 20_000))...)
	want := within("m.tar", append(slices.Clone(members[:2]), members[4:]...))
	want = slices.Insert(append(want, "m.tar!z="+strings.Repeat("a long article. ", 20_000)), 1,
		"! m.tar: tar data damaged near byte 1536: archive/tar: invalid tar header; lost are \"dir/b.html\" and whatever else lies before byte 2048")
	tree(t, "m.tar", flip(full, 1024+120), "m.tar.gz", gzipOf(t, flip(full, 1024+120)), "z.tar", flip(full, 3*1024+120), "size.tar", flip(tarOf(t, "a", "1", "b", "2", "c", "3"), 1024+124, 1024+150))
	expect(t, walked(t, nil, Options{}, "m.tar"), want...)
	if got := walked(t, nil, Options{}, "m.tar.gz"); len(got) != len(want) || got[2] != "m.tar.gz!dir/c.txt=third article" {
		t.Errorf("got %.300q", got)
	}
	expect(t, walked(t, nil, Options{}, "z.tar"), append(within("z.tar", members),
		"! z.tar: tar data damaged near byte 3584: archive/tar: invalid tar header; lost are \"z\" and whatever else lies behind it")...)
	if got := walked(t, nil, Options{}, "size.tar"); len(got) != 3 || got[2] != "size.tar!c=3" {
		t.Errorf("a header that is none although its checksum is right: got %q", got)
	}
}

func TestTruncatedZip(t *testing.T) {
	big := strings.Repeat("a long article. ", 20_000)
	files := append(slices.Clone(members), "dir/", "", "z", big)
	full := zipOf(t, files...)
	whole := append(slices.Clone(members), "z", big)
	directory := strings.Index(full, zipDirectory)
	end := directory - 40 // within the last member
	tree(t, "in-member.zip", full[:end], "no-directory.zip", full[:directory], "in-directory.zip", full[:directory+80])
	want := within("in-member.zip", members)
	want = append(want, "! in-member.zip!z: cut short", fmt.Sprintf("! in-member.zip: truncated: the zip data end at byte %d", end))
	expect(t, walked(t, nil, Options{}, "in-member.zip"), want...)
	want = append(within("no-directory.zip", whole), fmt.Sprintf("! no-directory.zip: truncated: the zip data end at byte %d", directory))
	expect(t, walked(t, nil, Options{}, "no-directory.zip"), want...)
	got := walked(t, nil, Options{}, "in-directory.zip")
	if len(got) != 5 || got[3] != "in-directory.zip!z="+big || !strings.Contains(got[4], "damaged: no table of contents at byte") {
		t.Errorf("got %.300q", got)
	}
}

func TestDamagedZipMembers(t *testing.T) {
	full := zipOf(t, members...)
	i := strings.Index(full, "dir/b.html") + len("dir/b.html") + 3
	tree(t, "a.zip", full[:i]+"\x00\x00\x00"+full[i+3:])
	got := walked(t, nil, Options{}, "a.zip")
	if len(got) != 3 || !strings.HasPrefix(got[1], "! a.zip!dir/b.html: ") || got[2] != "a.zip!dir/c.txt=third article" {
		t.Errorf("got %q", got)
	}
}

func TestUnsupportedArchives(t *testing.T) {
	const hint = "this kind of archive cannot be read; unpack it, or make it a zip or tar"
	tree(t, "d/a.7z", "7z\xbc\xaf\x27\x1c\x00\x04rest", "d/a.rar", "Rar!\x1a\x07\x00", "d/b.lzma", "\x5d\x00\x00\x80\x00", "d/t", "1",
		"o.docx", zipOf(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<y/>"))
	expect(t, walked(t, nil, Options{}, "d"), "! d/a.7z: "+hint, "! d/a.rar: "+hint, "! d/b.lzma: "+hint, "d/t=1")
	expect(t, walked(t, nil, Options{}, "o.docx"), "! o.docx: this is an office document, which cannot be read")
	expect(t, walked(t, nil, Options{}, "."), "! ./d/a.7z: "+hint, "! ./d/a.rar: "+hint, "! ./d/b.lzma: "+hint, "./d/t=1", "! ./o.docx: not text, skipped")
}

func TestZipOfAnotherMethod(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	const lzma = 14
	h := &zip.FileHeader{Name: "a.txt", Method: lzma, UncompressedSize64: 4, CompressedSize64: 4}
	w, err := z.CreateRaw(h)
	if err == nil {
		_, err = io.WriteString(w, "abcd")
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	tree(t, "a.zip", b.String())
	expect(t, walked(t, nil, Options{}, "a.zip"), "! a.zip!a.txt: its compression, method 14, cannot be read; pack it again with deflate")
}

func TestGarbageAfterStreams(t *testing.T) {
	for name, stream := range map[string]string{"a.bz2": bzip2Of(t), "a.xz": xzOf(t, "first article"), "a.zst": zstdOf(t, "first article")} {
		tree(t, name, stream+"neither zeros nor a stream", "twice-"+name, stream+stream)
		expect(t, walked(t, nil, Options{}, name, "twice-"+name), name+"=first article",
			"? "+name+": garbage after the compressed data, ignored", "twice-"+name+"=first articlefirst article")
	}
}

// What a user names is read, whatever it looks like.
func TestNamedFileThatIsNoText(t *testing.T) {
	const pdf = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
	tree(t, "a.pdf", pdf, "d/a.pdf", pdf, "d/t", "text")
	expect(t, walked(t, nil, Options{}, "a.pdf", "d"), "a.pdf="+pdf, "? a.pdf: does not look like text; read as text all the same",
		"! d/a.pdf: not text, skipped", "d/t=text")
	expect(t, walked(t, nil, Options{Format: Text}, "a.pdf"), "a.pdf="+pdf)
}

func TestZipBomb(t *testing.T) {
	ratioFloor = 1 << 20
	defer func() { ratioFloor = 64 << 20 }()
	zeros := strings.Repeat("\x00", 3<<20)
	bomb := zipOf(t, "bomb", zeros)
	tree(t, "bomb.zip", bomb, "nested.tar", tarOf(t, "bomb.zip", bomb, "ok", "1"), "bomb.zst", zstdOf(t, zeros), "x.tar.gz", gzipOf(t, tarOf(t, "bomb", zeros)))
	for _, name := range []string{"bomb.zip", "bomb.zst", "x.tar.gz"} {
		if got := walked(t, nil, Options{}, name); len(got) == 0 || !strings.Contains(strings.Join(got, "\n"), "decompression bomb") {
			t.Errorf("%s: got %.300q", name, got)
		}
	}
	got := walked(t, nil, Options{}, "nested.tar")
	if len(got) != 2 || !strings.Contains(got[0], "nested.tar!bomb.zip: decompression bomb") || got[1] != "nested.tar!ok=1" {
		t.Errorf("nested.tar: got %.300q", got)
	}
}

func TestZstdWindow(t *testing.T) {
	const frame, window512MB, raw4 = "\x28\xb5\x2f\xfd\x00", "\x98", "\x21\x00\x00text"
	tree(t, "long.zst", frame+window512MB+raw4)
	got := walked(t, nil, Options{}, "long.zst")
	if len(got) != 1 || !strings.Contains(got[0], "window of more than 67108864 bytes") {
		t.Errorf("got %q", got)
	}
}

func TestXzWindow(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	x := []byte(xzOf(t, "text"))
	if xzWindow(x) != 8<<20 {
		t.Fatalf("window %d, want 8 MiB", xzWindow(x))
	}
	i := bytes.Index(x, []byte{0x21, 1})
	x[i+2] = 39 // 3 GiB
	tree(t, "long.xz", string(x))
	got := walked(t, nil, Options{}, "long.xz")
	if len(got) != 1 || !strings.Contains(got[0], "window of more than 67108864 bytes") {
		t.Errorf("got %q", got)
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 200<<20 {
		t.Errorf("%d bytes allocated", n)
	}
}

func TestOverlappingZip(t *testing.T) {
	// Two entries of the table of contents that lead to the same data, often.
	data := zipOf(t, "a", strings.Repeat("some text, not too short. ", 1000))
	directory, end := strings.Index(data, zipDirectory), strings.Index(data, "PK\x05\x06")
	entry := data[directory:end]
	const n = 40
	tail := []byte(data[end:])
	tail[8], tail[10] = n, n
	size := n * len(entry)
	tail[12], tail[13] = byte(size), byte(size>>8)
	tree(t, "o.zip", data[:directory]+strings.Repeat(entry, n)+string(tail))
	expect(t, walked(t, nil, Options{}, "o.zip"), "! o.zip: decompression bomb: its members overlap")
}

func TestNamesThatLeadOut(t *testing.T) {
	files := []string{"../../x", "1", "/etc/y", "2"}
	tree(t, "a.zip", zipOf(t, files...))
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	w.WriteHeader(&tar.Header{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"})
	w.WriteHeader(&tar.Header{Name: "dev", Typeflag: tar.TypeBlock})
	w.WriteHeader(&tar.Header{Name: "../up", Size: 1})
	w.Write([]byte("1"))
	w.Close()
	os.WriteFile("a.tar", b.Bytes(), 0o666)
	expect(t, walked(t, nil, Options{}, "a.zip", "a.tar"), "a.zip!../../x=1", "a.zip!/etc/y=2",
		"! a.tar!link: link, not followed", "! a.tar!dev: neither a file nor a folder, skipped", "a.tar!../up=1")
	entries, _ := os.ReadDir(".")
	if len(entries) != 2 {
		t.Errorf("files were written: %v", entries)
	}
}

type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("index out of range") }

// A decoder that panics costs what it decodes.
func TestDecoderThatPanics(t *testing.T) {
	for name, r := range map[string]io.Reader{
		"xz data damaged near byte 7: the decoder failed: index out of range": &codec{kind: xzed, from: &counter{n: 7}, z: panicking{}},
		"the decoder failed: index out of range":                              &zipMember{io.NopCloser(panicking{}), nil},
	} {
		if _, err := io.ReadAll(r); err == nil || err.Error() != name {
			t.Errorf("error %v, want %q", err, name)
		}
	}
}
