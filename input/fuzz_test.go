package input

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever the bytes, reading ends, and a file gives the same documents as
// standard input does.
func FuzzWalk(f *testing.F) {
	text := strings.Repeat("text ", 50)
	for _, seed := range []string{"", text, gzipOf(f, text), gzipOf(f, wet(text)) + gzipOf(f, wet("b")), wet("a") + response(okHTML, text), `{"text":"a"}` + "\n{}", `[{"text":"a"},{"text":b},{"text":"c"}]`, "title,text\n\na,\"x\nb,\"y\"\nc,z\n", savedPage, letter, "From a Tue Oct  6 03:39:00 2020\n" + letter + "\nFrom b Tue Oct  6 03:39:00 2020\nSubject: b\n\ntext\n"} {
		f.Add([]byte(seed))
	}
	for _, archive := range []func(testing.TB, ...string) string{zipOf, tarOf} {
		f.Add([]byte(archive(f, members...)))
	}
	f.Add([]byte(zstdOf(f, text)))
	f.Add([]byte(xzOf(f, text)))
	f.Add([]byte(bzip2Of(f)))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		name := filepath.Join(dir, "f")
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
		o := Options{MaxBytes: 1 << 20}
		file := walked(t, nil, o, name)
		stdin := walked(t, bytes.NewReader(data), o, "-")
		for i := range file {
			file[i] = strings.ReplaceAll(file[i], name, "-")
		}
		expect(t, file, stdin...)
	})
}
