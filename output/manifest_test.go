package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"unscrape/parser"
)

func TestResumeDoesWhatIsNewOrChanged(t *testing.T) {
	dir := t.TempDir()
	o := DirOptions{Setup: setup, Resume: true, Tool: "1", Rules: "r"}
	d := openDir(t, dir, o)
	put(t, d, "a", "1")
	put(t, d, "b", "2", "3")
	if err := d.Fail(Entry{Input: "c"}, errors.New("cut short")); err != nil {
		t.Fatal(err)
	}
	closeDir(t, d)
	expectFiles(t, dir, "a.json=1", "b.json=2", "b-2.json=3")

	d = openDir(t, dir, o)
	for _, c := range []struct {
		input, content string
		want           bool
	}{{"a", "1", true}, {"b", "23", true}, {"a", "2", false}, {"c", "", false}, {"d", "1", false}} {
		if got := d.Unchanged(entry(c.input, c.content)); got != c.want {
			t.Errorf("%s=%s unchanged: %v", c.input, c.content, got)
		}
	}
	put(t, d, "b", "4")
	put(t, d, "c", "5")
	if err := d.Fail(Entry{Input: "a"}, errors.New("gone")); err != nil {
		t.Fatal(err)
	}
	closeDir(t, d)
	expectFiles(t, dir, "a.json=1", "b.json=4", "c.json=5")
	if f := faults(t, dir); len(f) > 0 {
		t.Errorf("faults %q", f)
	}

	o.Setup.Format = "yaml"
	if _, err := OpenDir(dir, o); !errors.Is(err, ErrOtherSetup) {
		t.Errorf("another format: %v", err)
	}
}

// What is not as the manifest says is done again, and nothing else.
func TestResumeDoesWhatWasTouched(t *testing.T) {
	dir := t.TempDir()
	o := DirOptions{Setup: setup, Resume: true}
	d := openDir(t, dir, o)
	put(t, d, "a", "1")
	put(t, d, "b", "2", "3")
	put(t, d, "c", "4")
	put(t, d, "d", "5")
	put(t, d, "e")
	closeDir(t, d)
	os.Remove(filepath.Join(dir, "b-2.json"))
	os.WriteFile(filepath.Join(dir, "c.json"), []byte("of another size"), 0o666)
	os.WriteFile(filepath.Join(dir, "d.json"), []byte("6"), 0o666)
	d = openDir(t, dir, o)
	for _, c := range []struct {
		input    string
		contents []string
		want     bool
	}{{"a", []string{"1"}, true}, {"b", []string{"2", "3"}, false}, {"c", []string{"4"}, false}, {"d", []string{"5"}, false}, {"e", nil, true}} {
		got := d.Unchanged(entry(c.input, strings.Join(c.contents, "")))
		if got != c.want {
			t.Errorf("%s unchanged: %v", c.input, got)
		}
		if !got {
			put(t, d, c.input, c.contents...)
		}
	}
	closeDir(t, d)
	expectFiles(t, dir, "a.json=1", "b.json=2", "b-2.json=3", "c.json=4", "d.json=5")
	if f := faults(t, dir); len(f) > 0 {
		t.Errorf("faults %q", f)
	}
}

// Other rules of the user's give other articles; those of a new version are for
// Stale to tell.
func TestResumeWithOtherRules(t *testing.T) {
	dir := t.TempDir()
	o := DirOptions{Setup: setup, Resume: true, Rules: "1"}
	for _, c := range []struct {
		rules     string
		unchanged bool
	}{{"1", false}, {"1", true}, {"2", true}, {"2+mine", false}, {"3+mine", true}, {"3+edited", false}, {"3+edited+more", false}, {"3", false}} {
		o.Rules = c.rules
		d := openDir(t, dir, o)
		if got := d.Unchanged(entry("a", "1")); got != c.unchanged {
			t.Errorf("%s: unchanged: %v", c.rules, got)
		} else if !got {
			put(t, d, "a", "1")
		}
		closeDir(t, d)
	}
}

// What one run is writing is safe from others, and what a killed run left is not
// kept.
func TestOneRunAtATime(t *testing.T) {
	dir := t.TempDir()
	leavings := filepath.Join(dir, tempFolder, "killed")
	if err := os.MkdirAll(leavings, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(leavings, "1"), []byte("half"), 0o666); err != nil {
		t.Fatal(err)
	}
	first := openDir(t, dir, DirOptions{Setup: setup})
	if _, err := os.Stat(leavings); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what a killed run left: %v", err)
	}
	s, err := first.Stage(&parser.Article{}, "a", []byte("1"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenDir(dir, DirOptions{Setup: setup}); !errors.Is(err, ErrInUse) {
		t.Errorf("a second run: %v", err)
	}
	if err := first.Commit(Entry{Input: "a", Status: StatusDone}, []Staged{s}); err != nil {
		t.Fatal(err)
	}
	closeDir(t, first)
	second := openDir(t, dir, DirOptions{Setup: setup})
	put(t, second, "b", "2")
	closeDir(t, second)
	expectFiles(t, dir, "a.json=1", "b.json=2")
	if f := faults(t, dir); len(f) > 0 {
		t.Errorf("faults %q", f)
	}
}

// Names that JSON cannot hold are kept apart.
func TestNamesThatAreNoUTF8(t *testing.T) {
	dir := t.TempDir()
	o := DirOptions{Setup: setup, Resume: true}
	inputs := []string{"a\xff", "a\xfe", "a\ufffd"}
	for run := range 3 {
		d := openDir(t, dir, o)
		for i, input := range inputs {
			content := fmt.Sprint(i)
			if got := d.Unchanged(entry(input, content)); got != (run > 0) {
				t.Errorf("run %d: %q unchanged: %v", run, input, got)
			}
			if run != 1 {
				put(t, d, input, content)
			}
		}
		closeDir(t, d)
		expectFiles(t, dir, "a_.json=0", "a_-2.json=1", "a_-3.json=2")
		if f := faults(t, dir); len(f) > 0 {
			t.Errorf("faults %q", f)
		}
	}
}

func TestPartsThatVanish(t *testing.T) {
	dir := t.TempDir()
	d := openDir(t, dir, DirOptions{Setup: setup})
	for part := 1; part <= 3; part++ {
		s, err := d.Stage(&parser.Article{}, "big", []byte(fmt.Sprint(part)))
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Commit(Entry{Input: "big", Part: part, Status: StatusDone}, []Staged{s}); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Trim(Entry{Input: "big"}, 3); err != nil {
		t.Fatal(err)
	}
	expectFiles(t, dir, "big.json=1", "big-2.json=2", "big-3.json=3")
	if err := d.Trim(Entry{Input: "big"}, 1); err != nil {
		t.Fatal(err)
	}
	expectFiles(t, dir, "big.json=1")
	put(t, d, "big", "whole")
	if err := d.Trim(Entry{Input: "big"}, 0); err != nil {
		t.Fatal(err)
	}
	closeDir(t, d)
	expectFiles(t, dir, "big-2.json=whole")
	if f := faults(t, dir); len(f) > 0 {
		t.Errorf("faults %q", f)
	}
}

func TestVerify(t *testing.T) {
	dir := t.TempDir()
	d := openDir(t, dir, DirOptions{Setup: setup})
	for _, input := range []string{"a", "b", "c/d", "e"} {
		put(t, d, input, "content of "+input)
	}
	closeDir(t, d)
	if f := faults(t, dir); len(f) > 0 {
		t.Errorf("faults %q", f)
	}
	os.WriteFile(filepath.Join(dir, "a.json"), []byte("Content of a"), 0o666)
	os.WriteFile(filepath.Join(dir, "b.json"), nil, 0o666)
	os.Remove(filepath.Join(dir, "c/d.json"))
	os.WriteFile(filepath.Join(dir, "c/new"), nil, 0o666)
	want := []string{"a.json: has other content", "b.json: has 0 bytes, not 12", "c/d.json: missing", "c/new: not in the manifest"}
	if got := faults(t, dir); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// What cannot be read is no empty manifest.
func TestManifestThatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ManifestName), 0o777); err != nil {
		t.Fatal(err)
	}
	const want = ManifestName + ": no regular file"
	if _, err := OpenDir(dir, DirOptions{Setup: setup}); err == nil || err.Error() != want {
		t.Errorf("OpenDir: %v", err)
	}
	if _, err := OpenManifest(dir); err == nil || err.Error() != want {
		t.Errorf("OpenManifest: %v", err)
	}
	f, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := loadIndex(f); err == nil {
		t.Error("a manifest that cannot be read is taken for an empty one")
	}
}

func TestStale(t *testing.T) {
	dir := t.TempDir()
	d := openDir(t, dir, DirOptions{Setup: setup, Tool: "1", Rules: "r"})
	put(t, d, "a", "1")
	put(t, d, "b", "1")
	closeDir(t, d)
	d = openDir(t, dir, DirOptions{Setup: setup, Tool: "2", Rules: "r"})
	put(t, d, "b", "1")
	closeDir(t, d)
	d = openDir(t, dir, DirOptions{Setup: setup, Tool: "2", Rules: "r+mine"})
	put(t, d, "c", "1")
	closeDir(t, d)
	m, err := OpenManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	for rules, want := range map[string][]string{
		"r":        {"a<nil>"}, // rules of users do not count
		"r+mine":   {"a<nil>", "b<nil>"},
		"r+edited": {"a<nil>", "b<nil>", "c<nil>"},
		"s":        {"a<nil>", "b<nil>", "c<nil>"},
	} {
		var got []string
		for e, err := range m.Stale("2", rules) {
			got = append(got, fmt.Sprint(e.Input, err))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q", rules, got)
		}
	}
}

// A run that is killed leaves any prefix of what it would have
// written to the manifest, and files that it does not mention. Going on gives
// what an undisturbed run gives.
func TestKilledAtAnyByteOfTheManifest(t *testing.T) {
	documents := func(t *testing.T, d *Dir) {
		for i := range 6 {
			input, content := fmt.Sprint("d", i), fmt.Sprint("content ", i)
			if d.Unchanged(entry(input, content)) {
				continue
			}
			put(t, d, input, content)
		}
	}
	o := DirOptions{Setup: Setup{Format: "json", Name: "{id}"}, Resume: true}
	whole := t.TempDir()
	d := openDir(t, whole, o)
	documents(t, d)
	closeDir(t, d)
	want := contents(t, whole)
	manifest, err := os.ReadFile(filepath.Join(whole, ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n <= len(manifest); n += 29 {
		if err := os.WriteFile(filepath.Join(whole, ManifestName), manifest[:n], 0o666); err != nil {
			t.Fatal(err)
		}
		os.MkdirAll(filepath.Join(whole, tempFolder), 0o777)
		os.WriteFile(filepath.Join(whole, tempFolder, "1"), []byte("half"), 0o666)
		d := openDir(t, whole, o)
		documents(t, d)
		closeDir(t, d)
		expectFiles(t, whole, want...)
		if f := faults(t, whole); len(f) > 0 {
			t.Fatalf("after %d bytes: %q", n, f)
		}
	}
}

// Replacing the files of documents that changed, killed at any byte of the
// manifest, and going on, leaves no file behind and none out of date.
func TestKilledWhileReplacing(t *testing.T) {
	o := DirOptions{Setup: Setup{Format: "json", Name: "{id}"}, Resume: true}
	run := func(dir, version string) {
		d := openDir(t, dir, o)
		for i := range 4 {
			content := fmt.Sprint(version, i)
			input := fmt.Sprint("d", i)
			if !d.Unchanged(entry(input, content)) {
				putArticle(t, d, input, &parser.Article{ID: fmt.Sprint(version, i%2)}, content)
			}
		}
		closeDir(t, d)
	}
	dir := t.TempDir()
	run(dir, "one")
	before, _ := os.ReadFile(filepath.Join(dir, ManifestName))
	run(dir, "two")
	want := contents(t, dir)
	after, _ := os.ReadFile(filepath.Join(dir, ManifestName))
	for n := len(before); n <= len(after); n += 17 {
		// The files may be ahead of the manifest.
		if err := os.WriteFile(filepath.Join(dir, ManifestName), after[:n], 0o666); err != nil {
			t.Fatal(err)
		}
		run(dir, "two")
		expectFiles(t, dir, want...)
		if f := faults(t, dir); len(f) > 0 {
			t.Fatalf("after %d bytes: %q", n, f)
		}
	}
}
