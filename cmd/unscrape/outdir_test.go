package main

import (
	"archive/tar"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A tar to which a file was added again has two members of its name. Both are
// written, under names that neither the jobs nor a further run change.
func TestMembersOfOneName(t *testing.T) {
	var archive bytes.Buffer
	w := tar.NewWriter(&archive)
	for _, headline := range []string{"First", "Second", "Third"} {
		text := "News ID: 7\nPublished: 2021-04-05\n" + headline + " headline\n\n" + quay + "\n"
		w.WriteHeader(&tar.Header{Name: "m.txt", Mode: 0o644, Size: int64(len(text))})
		w.Write([]byte(text))
	}
	w.Close()
	t.Chdir(t.TempDir())
	write(t, "a.tar", archive.String())
	for folder, name := range map[string]string{"mirror": "{source}", "dated": "{date}-{id}"} {
		var once map[string]string
		for _, jobs := range []string{"1", "2", "8"} {
			out := folder + jobs
			args := []string{"a.tar", "-d", out, "--name", name, "--jobs", jobs, "--resume"}
			for _, says := range []string{"3 documents, 3 articles, ", "3 documents, 0 articles, 3 unchanged, "} {
				if got := unscrape(t, "", args...); got.status != statusDone || !strings.Contains(got.stderr, says) {
					t.Errorf("%v: status %d, %q; want %q", args, got.status, got.stderr, says)
				}
			}
			files := treeOf(t, out)
			if once == nil {
				once = files
			}
			var titles []string
			for path, content := range files {
				if once[path] != content {
					t.Errorf("--jobs %s: %s is %q, and %q with one job", jobs, path, content, once[path])
				}
				if filepath.Ext(path) == ".json" {
					title, _, _ := strings.Cut(content[strings.Index(content, `"title": "`)+len(`"title": "`):], " ")
					titles = append(titles, title)
				}
			}
			if slices.Sort(titles); !slices.Equal(titles, []string{"First", "Second", "Third"}) {
				t.Errorf("%v: %q are written", args, titles)
			}
			if got := unscrape(t, "", "verify", out); got.status != statusDone {
				t.Errorf("verify: %s", got.stdout)
			}
		}
	}
	if _, err := os.Stat("mirror1/a.tar/m.txt-3.json"); err != nil {
		t.Error(err)
	}
}
