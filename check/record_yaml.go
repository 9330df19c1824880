package check

import (
	"errors"
	"io"
	"slices"

	"gopkg.in/yaml.v3"
)

// readYAML reads records from a stream of YAML documents, each a mapping or a
// list of mappings.
func readYAML(r io.Reader, k keys, yield func(*record)) error {
	d := yaml.NewDecoder(r)
	for {
		var doc yaml.Node
		if err := d.Decode(&doc); err != nil {
			if err == io.EOF {
				return nil
			}
			return err
		}
		if len(doc.Content) == 0 {
			continue
		}
		list := doc.Content
		if list[0].Kind == yaml.SequenceNode {
			list = list[0].Content
		}
		for _, n := range list {
			if n.Kind != yaml.MappingNode {
				return errors.New("a document is neither a mapping nor a list of mappings")
			}
			yield(recordOf(n, k))
		}
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
	case n.ShortTag() == "!!timestamp":
		return "a date"
	}
	return "a number"
}
