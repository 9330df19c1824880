package output

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

var setup = Setup{Format: "json", Name: "{source}"}

func openDir(t *testing.T, name string, o DirOptions) *Dir {
	t.Helper()
	d, err := OpenDir(name, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// put writes a document with one article of each content.
func put(t *testing.T, d *Dir, input string, contents ...string) {
	t.Helper()
	putArticle(t, d, input, &parser.Article{ID: "7"}, contents...)
}

func putArticle(t *testing.T, d *Dir, input string, a *parser.Article, contents ...string) {
	t.Helper()
	putEntry(t, d, entry(input, strings.Join(contents, "")), a, contents...)
}

// entry is that of a document which is done.
func entry(input, content string) Entry {
	return Entry{Input: input, Size: int64(len(content)), SHA256: Digest([]byte(content)), Status: StatusDone}
}

func putEntry(t *testing.T, d *Dir, e Entry, a *parser.Article, contents ...string) {
	t.Helper()
	var staged []Staged
	for _, c := range contents {
		s, err := d.Stage(a, e.Input, []byte(c))
		if err != nil {
			t.Fatal(err)
		}
		staged = append(staged, s)
	}
	if err := d.Commit(e, staged); err != nil {
		t.Fatal(err)
	}
}

func closeDir(t *testing.T, d *Dir) {
	t.Helper()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// contents are the files of a folder other than the manifest, as "path=content".
func contents(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == ManifestName {
			return err
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all = append(all, rel+"="+string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

func expectFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if got := contents(t, dir); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// faults are what Verify finds.
func faults(t *testing.T, dir string) []string {
	t.Helper()
	m, err := OpenManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	var all []string
	for f, err := range m.Verify() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, f.Path+": "+f.Problem)
	}
	return all
}

func TestNamesThatCollide(t *testing.T) {
	dir := t.TempDir()
	d := openDir(t, dir, DirOptions{Setup: Setup{Format: "json", Name: "{id}"}})
	put(t, d, "a", "1", "2")
	put(t, d, "b", "3")
	putArticle(t, d, "c", &parser.Article{ID: "7-2"}, "4")
	closeDir(t, d)
	expectFiles(t, dir, "7.json=1", "7-2.json=2", "7-3.json=3", "7-2-2.json=4")

	dir = t.TempDir()
	d = openDir(t, dir, DirOptions{Setup: setup})
	for i, input := range []string{"a.html", "a.htm", "A.HTML", "x", "x.json/y", ManifestName[:len(ManifestName)-1]} {
		put(t, d, input, fmt.Sprint(i))
	}
	closeDir(t, d)
	expectFiles(t, dir, "a.html.json=0", "a.htm.json=1", "A.HTML-2.json=2", "x.json=3", "x.json_/y.json=4", "unscrape-manifest.json.json=5")

	dir = t.TempDir()
	d = openDir(t, dir, DirOptions{Setup: setup})
	for i, input := range []string{"é", "e\u0301", "ΟΔΟΣ", "οδος", "straße", "STRASSE", "a:b", "a?b", "a_b", "nul", "_nul", tempFolder + "/1", ManifestName + "/1"} {
		put(t, d, input, fmt.Sprint(i))
	}
	closeDir(t, d)
	expectFiles(t, dir, "é.json=0", "e\u0301-2.json=1", "ΟΔΟΣ.json=2", "οδος-2.json=3", "straße.json=4", "STRASSE-2.json=5",
		"a_b.json=6", "a_b-2.json=7", "a_b-3.json=8", "_nul.json=9", "_nul-2.json=10", "_.unscrape-tmp/1.json=11", "_unscrape-manifest.jsonl/1.json=12")
}

// Documents of one name, as members of an archive to which a file was added again, have
// a file each, and a further run finds each unchanged, whatever became of the others.
func TestDocumentsOfOneName(t *testing.T) {
	dir := t.TempDir()
	o := DirOptions{Setup: setup, Resume: true}
	run := func(contents ...string) (unchanged []bool) {
		d := openDir(t, dir, o)
		for _, c := range contents {
			e := entry("m", c)
			e.Nth = d.Nth("m")
			same := d.Unchanged(e)
			if unchanged = append(unchanged, same); !same {
				putEntry(t, d, e, &parser.Article{}, c)
			}
			if err := d.Trim(e, 0); err != nil {
				t.Fatal(err)
			}
		}
		closeDir(t, d)
		if f := faults(t, dir); len(f) > 0 {
			t.Errorf("faults %q", f)
		}
		return unchanged
	}
	for _, c := range []struct {
		contents  []string
		unchanged []bool
	}{
		{[]string{"1", "2", "3"}, []bool{false, false, false}},
		{[]string{"1", "2", "3"}, []bool{true, true, true}},
		{[]string{"1", "9", "3"}, []bool{true, false, true}},
		{[]string{"1", "9", "3"}, []bool{true, true, true}},
	} {
		if got := run(c.contents...); !slices.Equal(got, c.unchanged) {
			t.Errorf("%q: unchanged %v, want %v", c.contents, got, c.unchanged)
		}
		expectFiles(t, dir, "m.json="+c.contents[0], "m-2.json="+c.contents[1], "m-3.json="+c.contents[2])
	}
}

// Names are the same on all systems, so none holds what one of them refuses.
func TestNamesThatASystemRefuses(t *testing.T) {
	template, err := ParseTemplate("{source}")
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"https://gazette.example/?id=7":      "https_/gazette.example/_id=7",
		`C:\news\a.txt`:                      "C__news_a.txt",
		`<a>|"b"*`:                           "_a___b__",
		"con":                                "_con",
		"Aux.txt":                            "_Aux.txt",
		"NUL .tar.gz/x":                      "_NUL .tar.gz/x",
		"com1/LPT9.x/com\u00b2/CONOUT$/com0": "_com1/_LPT9.x/_com\u00b2/_CONOUT$/_com0",
		"com/com10/lpt/icon/console/nulls":   "com/com10/lpt/icon/console/nulls",
		"a./b /c.. /...":                     "a_/b_/c.._/.._",
		" a/.b":                              " a/.b",
		".Unscrape-TMP/a":                    "_.Unscrape-TMP/a",
		strings.Repeat("x", 199) + ". a":     strings.Repeat("x", 199) + "_",
	} {
		if got := template.Path(&parser.Article{}, source); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

func TestNothingIsWrittenOutside(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "out")
	d := openDir(t, dir, DirOptions{Setup: Setup{Format: "json", Name: "{source}/{id}"}})
	for i, id := range []string{"../../x", "/etc/passwd", "..", ".", "a\x00b", `..\x`, "\x1b[31m", strings.Repeat("é", 300), ""} {
		putArticle(t, d, fmt.Sprintf("../s%d", i), &parser.Article{ID: id}, "x")
		putArticle(t, d, "/../..", &parser.Article{ID: id}, "y")
	}
	closeDir(t, d)
	entries, err := os.ReadDir(outer)
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
	if got := contents(t, dir); len(got) != 10 {
		t.Errorf("%d files: %q", len(got), got)
	}
	// a folder that leads elsewhere
	elsewhere := t.TempDir()
	if err := os.Symlink(elsewhere, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	d = openDir(t, dir, DirOptions{Setup: Setup{Format: "json", Name: "{source}/{id}"}})
	s, err := d.Stage(&parser.Article{ID: "1"}, "link", []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	const want = "link/1.json: path escapes from parent"
	if err := d.Commit(Entry{Input: "link", Status: StatusDone}, []Staged{s}); err == nil || err.Error() != want {
		t.Errorf("through a symbolic link: %v, want %s", err, want)
	}
	d.Close()
	if entries, _ := os.ReadDir(elsewhere); len(entries) != 0 {
		t.Errorf("%v outside", entries)
	}
}

// Every path stays inside, whatever it is made of.
func TestPathsAreLocal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.OneOf(rapid.String(), rapid.StringMatching(`[./\\a\x00-]{0,8}`))
		a := &parser.Article{ID: part.Draw(t, "id"), Title: part.Draw(t, "title")}
		template, err := ParseTemplate(rapid.SampledFrom([]string{"{id}", "{source}", "{slug}/{id}", "../{id}", "{source}/../{id}", "{date}{source}"}).Draw(t, "template"))
		if err != nil {
			t.Fatal(err)
		}
		path := newNames().claim(template.Path(a, part.Draw(t, "source")), ".json")
		if !filepath.IsLocal(path) || strings.ContainsAny(path, "\\<>:\"|?*\x00\n") || strings.Contains(path, "//") {
			t.Errorf("%q", path)
		}
		for e := range strings.SplitSeq(path, "/") {
			if len(e) > 255 || e == ".." {
				t.Errorf("%q", path)
			}
		}
	})
}

func TestTemplates(t *testing.T) {
	a := &parser.Article{ID: "12/3", Title: "  Élections: «l'été» 2020 — 선거!  ", Timestamp: timestamp.Timestamp{Time: time.Date(2020, 10, 6, 3, 39, 0, 0, time.UTC), Precision: timestamp.Minute, Zone: timestamp.Stated}}
	for name, want := range map[string]string{
		"{id}": "12-3", "{date}/{slug}": "2020-10-06/élections-l-été-2020-선거", "{source}": "d/a.txt", "x-{id}-{date}": "x-12-3-2020-10-06",
	} {
		template, err := ParseTemplate(name)
		if got := template.Path(a, "d/a.txt"); err != nil || got != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	template, _ := ParseTemplate("{id}/{date}/{slug}")
	if got := template.Path(&parser.Article{}, "a"); got != "no-id/undated/untitled" {
		t.Errorf("%q", got)
	}
	for name, want := range map[string]string{"x": "must hold", "{title}": `unknown placeholder "title": use id, date, slug, source`, "{dat}": `did you mean "date"`, "{id": "without a }", "id}": "without a {"} {
		if _, err := ParseTemplate(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
