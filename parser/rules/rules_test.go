package rules

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write builtin.bin from the YAML files")

// ruleFiles are the names of the built-in rule files.
func ruleFiles(t testing.TB) []string {
	names, err := filepath.Glob("*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no rule files", err)
	}
	return names
}

// compiled compiles the YAML files into one file, as builtin.bin holds them.
func compiled(t testing.TB) *File {
	f, err := loaded(t).finish("built-in rules")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func loaded(t testing.TB) *loader {
	l, err := loadAll()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

var loadAll = sync.OnceValues(func() (*loader, error) {
	names, _ := filepath.Glob("*.yaml")
	l := newLoader()
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if err := l.read(name, data); err != nil {
			return nil, err
		}
	}
	return l, nil
})

func TestBuiltinAgreesWithFiles(t *testing.T) {
	want := compiled(t).part.compact()
	if *update {
		if err := os.WriteFile("builtin.bin", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal([]byte(builtin), want) {
		t.Fatal("builtin.bin is older than the YAML files: run go generate")
	}
	if got := readPart(builtin).compact(); !bytes.Equal(got, want) {
		t.Error("reading builtin.bin and writing it again gives something else")
	}
}

func TestExamples(t *testing.T) {
	f := compiled(t)
	for _, fail := range f.Test() {
		t.Errorf("%s:%d: %s: %q: %s", fail.File, fail.Line, fail.ID, fail.Text, fail.What)
	}
	if len(f.examples) == 0 {
		t.Error("no examples")
	}
}

// A phrase means one field, but for strict ones, whose values tell them apart.
func TestNoPhraseHasTwoRoles(t *testing.T) {
	l := loaded(t)
	var visit func(n *node, phrase string)
	visit = func(n *node, phrase string) {
		roles := map[string]string{}
		for _, a := range n.accepts {
			if e := l.part.labels[a.entry]; !e.Strict && !e.Code {
				roles[e.Role] = e.ID
			}
		}
		if len(roles) > 1 {
			t.Errorf("%q belongs to %v", phrase, roles)
		}
		for r, child := range n.edges {
			visit(child, phrase+string(r))
		}
	}
	visit(&l.label, "")
}
