package check

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"path"
	"slices"
	"strings"
)

// IsRecords reports whether a file holds records: JSON, JSON Lines or YAML,
// also compressed, by its name. What has no name of its own, such as standard
// input, holds them when head, the beginning of it unpacked, does.
func (c *Checker) IsRecords(name string, head []byte) bool {
	if !isStream(name) {
		return readerOf(name) != nil
	}
	in := decoded(bytes.NewReader(head))
	head, _ = io.ReadAll(in)
	return beginsAsJSON(head) || beginsAsYAML(head, newKeys(c.options.Map))
}

func isStream(name string) bool { return name == "-" || strings.HasPrefix(name, "/dev/") }

// A recordFunc reads records.
type recordFunc func(io.Reader, keys, func(*record)) error

// readerOf is what reads the records of a file of the name, nil when it holds
// none.
func readerOf(name string) recordFunc {
	name = strings.ToLower(name)
	for _, packed := range []string{".gz", ".zst", ".xz", ".bz2"} {
		name = strings.TrimSuffix(name, packed)
	}
	switch path.Ext(name) {
	case ".json", ".jsonl", ".ndjson":
		return readJSON
	case ".yaml", ".yml":
		return readYAML
	}
	return nil
}

// recordReader is what reads the records of a file that IsRecords.
func recordReader(name string, in *bufio.Reader) recordFunc {
	if read := readerOf(name); read != nil {
		return read
	}
	if head, _ := in.Peek(in.Size()); beginsAsJSON(head) {
		return readJSON
	}
	return readYAML
}

// beginsAsJSON reports whether head begins with an object, or a list of them,
// and what follows the first one, as far as head has it, may be another.
func beginsAsJSON(head []byte) bool {
	d := json.NewDecoder(bytes.NewReader(head))
	first, err := d.Token()
	inList := first == json.Delim('[')
	if inList {
		first, err = d.Token()
	}
	if err != nil || first != json.Delim('{') {
		return false
	}
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return err == io.EOF || err == io.ErrUnexpectedEOF
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
	rest := bytes.TrimSpace(head[d.InputOffset():])
	return len(rest) == 0 || rest[0] == '{' || inList && (rest[0] == ',' || rest[0] == ']')
}

// beginsAsYAML reports whether the first document of head is a mapping in the
// block style, as far as head has it, that has all fields that records must
// have.
func beginsAsYAML(head []byte, k keys) bool {
	var seen []string
	for line := range bytes.Lines(head) {
		begins, rest := yamlLine(line)
		switch {
		case begins && len(seen) > 0:
			return hasRequired(seen)
		case len(rest) == 0 || line[0] == ' ':
			continue
		}
		key, _, ok := strings.Cut(string(rest), ":")
		if !ok || strings.ContainsAny(key, " \t") {
			return false
		}
		if field, ok := k[key]; ok {
			seen = append(seen, field)
		}
	}
	return hasRequired(seen)
}

func hasRequired(seen []string) bool {
	return !slices.ContainsFunc(known[:required], func(field string) bool { return !slices.Contains(seen, field) })
}
