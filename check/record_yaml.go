package check

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"

	"gopkg.in/yaml.v3"

	"unscrape/parser/rules"
)

// readYAML reads records from a stream of YAML documents, each a mapping or a
// list of mappings. What is damaged is passed over, up to the next document.
func readYAML(r io.Reader, k keys, yield func(*record)) error {
	in := bufio.NewReader(r)
	var doc []byte
	first, last, content := 1, 0, false // lines of doc; it has more than comments
	for {
		text, err := in.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return err
		}
		marker, rest := yamlLine(text)
		if marker && content {
			yamlRecords(doc, first, last, k, yield)
			doc, first, content = doc[:0], last+1, false
		}
		doc = append(doc, text...)
		last++
		content = content || len(rest) > 0
		if err == io.EOF {
			yamlRecords(doc, first, last, k, yield)
			return nil
		}
	}
}

// yamlLine reports whether a line begins a document, and what it has besides
// that, comments and directives.
func yamlLine(text []byte) (begins bool, rest []byte) {
	text = bytes.TrimSpace(text[:len(text):len(text)])
	rest, begins = bytes.CutPrefix(text, []byte("---"))
	if begins && len(rest) > 0 && rest[0] != ' ' && rest[0] != '\t' {
		begins, rest = false, text
	}
	rest = bytes.TrimSpace(rest)
	if len(rest) > 0 && (rest[0] == '#' || rest[0] == '%') {
		rest = nil
	}
	return begins, rest
}

// yamlRecords reads the records of what stands from the first to the last of
// two lines.
func yamlRecords(doc []byte, first, last int, k keys, yield func(*record)) {
	if better, ok := inUTF8(doc); ok {
		doc = []byte(better)
	}
	for d := yaml.NewDecoder(bytes.NewReader(doc)); ; {
		var n yaml.Node
		err := d.Decode(&n)
		if err == io.EOF {
			return
		}
		if err != nil {
			line, what := rules.YAMLError(doc, err)
			yield(&record{line: first - 1 + line, damaged: passedOver(first, last, errors.New(what))})
			return
		}
		list := n.Content
		if len(list) > 0 && list[0].Kind == yaml.SequenceNode {
			list = list[0].Content
		}
		for _, n := range list {
			rec := noRecord(n.Line, nodeKind(n), "a mapping")
			if n.Kind == yaml.MappingNode {
				rec = recordOf(n, k)
			}
			rec.shift(first - 1)
			yield(rec)
		}
	}
}

// shift moves the record down by a number of lines.
func (r *record) shift(lines int) {
	r.line += lines
	for i := range r.wrong {
		r.wrong[i].line += lines
	}
}

func recordOf(n *yaml.Node, k keys) *record {
	rec := &record{line: n.Line}
	var seen []string
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		field, ok := k[key.Value]
		switch {
		case !ok:
		case slices.Contains(seen, field):
			rec.fault(key.Line, "the record has %q twice", key.Value)
		default:
			seen = append(seen, field)
			rec.setNode(key.Value, field, value)
		}
	}
	rec.complete(k, seen)
	return rec
}

func (r *record) setNode(key, field string, n *yaml.Node) {
	switch {
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str":
		r.setString(key, field, &n.Value, n.Line)
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		r.setString(key, field, nil, n.Line)
	case field == "authors" && n.Kind == yaml.SequenceNode:
		for _, name := range n.Content {
			r.article.Authors = append(r.article.Authors, name.Value)
		}
	default:
		r.fault(n.Line, "%q is %s, not a string; quote it", key, nodeKind(n))
		if field == "id" && n.Kind == yaml.ScalarNode {
			r.article.ID = n.Value
		}
	}
}

func nodeKind(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind == yaml.AliasNode:
		return "an alias"
	case n.ShortTag() == "!!bool":
		return "a boolean"
	case n.ShortTag() == "!!str":
		return "a string"
	case n.ShortTag() == "!!null":
		return "null"
	case n.ShortTag() == "!!timestamp":
		return "a date"
	}
	return "a number"
}
