package check

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// parseYAML returns the value of the one document that data is, nil when it is
// empty.
func parseYAML(data []byte) (*yaml.Node, error) {
	in := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	switch err := in.Decode(&doc); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, syntaxError(err)
	}
	switch err := in.Decode(&more); {
	case err == nil:
		return nil, at(&more, errors.New("a second document begins here; want one"))
	case err != io.EOF:
		return nil, syntaxError(err)
	}
	return doc.Content[0], nil
}

// syntaxError takes the line out of an error of the YAML package, which names
// none where it means the first.
func syntaxError(err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if rest, ok := strings.CutPrefix(text, "line "); ok {
		number, what, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			line, text = n, what
		}
	}
	if strings.Contains(text, "cannot start any token") {
		text += "; lines are indented by spaces, never by tabs"
	}
	return &lineError{line, errors.New(text)}
}

// A lineError is what is wrong at a line of the file.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return e.err.Error() }

func at(n *yaml.Node, err error) error { return &lineError{n.Line, err} }

// eachPair calls f for the pairs of a mapping. No key may be there twice.
func eachPair(n *yaml.Node, f func(key, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return at(n, errors.New("want a mapping: KEY: VALUE"))
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if line, ok := seen[key.Value]; ok {
			return at(key, fmt.Errorf("%s is in line %d already", key.Value, line))
		}
		seen[key.Value] = key.Line
		if err := f(key, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// settingValues are the values of a Setting.
func settingValues(n *yaml.Node) (values []string, err error) {
	switch n.Kind {
	case yaml.ScalarNode:
		return []string{n.Value}, nil
	case yaml.SequenceNode:
		for _, e := range n.Content {
			if e.Kind != yaml.ScalarNode {
				return nil, at(e, errors.New("want a string in the list"))
			}
			values = append(values, e.Value)
		}
		return values, nil
	}
	err = eachPair(n, func(key, value *yaml.Node) error {
		if value.Kind != yaml.ScalarNode {
			return at(value, fmt.Errorf("want one value for %q", key.Value))
		}
		values = append(values, key.Value+"="+value.Value)
		return nil
	})
	return values, err
}
