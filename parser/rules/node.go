package rules

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// These read one YAML node each. Anchors and aliases are refused, so that no
// file is larger than it looks.

type errUnknown string // the keys that are known

func (e errUnknown) Error() string { return string(e) }

// fields calls f for each key of the mapping n. When f returns errUnknown,
// the key is named with its line.
func fields(n *yaml.Node, f func(key string, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return wrong(n, "expected keys and values")
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode:
			return wrong(key, "a key is a word")
		case value.Kind == yaml.AliasNode || value.Anchor != "":
			return wrong(value, "aliases are not allowed")
		case seen[key.Value]:
			return wrong(key, "%q stands twice", key.Value)
		}
		seen[key.Value] = true
		err := f(key.Value, value)
		if known, ok := err.(errUnknown); ok {
			return wrong(key, "unknown key %q; known are %s", key.Value, string(known))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// each calls f for the items of the list n.
func each(n *yaml.Node, f func(*yaml.Node) error) error {
	if n.Kind != yaml.SequenceNode {
		return wrong(n, "expected a list")
	}
	for _, item := range n.Content {
		if item.Kind == yaml.AliasNode || item.Anchor != "" {
			return wrong(item, "aliases are not allowed")
		}
		if err := f(item); err != nil {
			return err
		}
	}
	return nil
}

func text(n *yaml.Node) (string, error) {
	if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) == "" {
		return "", wrong(n, "expected text")
	}
	return n.Value, nil
}

func truth(n *yaml.Node) (b bool, err error) {
	if n.Kind != yaml.ScalarNode || n.Decode(&b) != nil {
		return false, wrong(n, "expected true or false")
	}
	return b, nil
}

// choice reads one of names as its number.
func choice[T ~uint8](n *yaml.Node, names []string) (T, error) {
	if i := slices.Index(names, n.Value); i >= 0 && n.Value != "" {
		return T(i), nil
	}
	return 0, wrong(n, "expected one of %s", strings.TrimPrefix(strings.Join(names, ", "), ", "))
}

// id reads the id of an entry, which no other entry may have.
func (l *loader) id(n *yaml.Node) (string, error) {
	for i, c := range n.Value {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '-' || i == 0) {
			return "", wrong(n, "an id is lower-case words joined by hyphens")
		}
	}
	switch {
	case n.Value == "":
		return "", wrong(n, "expected an id")
	case l.ids[n.Value]:
		return "", wrong(n, "another entry has the id %q", n.Value)
	}
	l.ids[n.Value] = true
	return n.Value, nil
}
