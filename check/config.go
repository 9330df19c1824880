package check

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"gopkg.in/yaml.v3"

	"unscrape/parser/rules"
)

// ConfigName is the name of the configuration file.
const ConfigName = ".unscrape.yaml"

// A Config is what a configuration file says. Its keys are the names of flags;
// overrides, which no flag can express, come on top.
type Config struct {
	Name      string
	Settings  []Setting
	Overrides []Override
}

// A Setting is the values that the file has for a flag: one for a scalar, one
// for each element of a list, KEY=VALUE for each pair of a mapping.
type Setting struct {
	Flag   string
	Values []string
	Line   int
}

// FindConfig returns the name of the configuration file in a folder or in the
// nearest one above it, "" when there is none.
func FindConfig(folder string) string {
	for {
		name := filepath.Join(folder, ConfigName)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return name
		}
		above := filepath.Dir(folder)
		if above == folder {
			return ""
		}
		folder = above
	}
}

// LoadConfig reads a configuration file. flags are the keys that it may have
// besides overrides. An error says what is wrong as "name:line: what".
func LoadConfig(name string, data []byte, flags []string) (*Config, error) {
	c := &Config{Name: name}
	top, err := rules.ReadYAML(name, data)
	if err == nil && top != nil {
		err = c.settings(top, flags)
	}
	var wrong *lineError
	if errors.As(err, &wrong) {
		return nil, fmt.Errorf("%s:%d: %w", name, wrong.line, wrong.err)
	}
	return c, err
}

func (c *Config) settings(top *yaml.Node, flags []string) error {
	return eachPair(top, func(key, value *yaml.Node) error {
		if key.Value == "overrides" {
			return c.overrides(value)
		}
		if !slices.Contains(flags, key.Value) {
			return at(key, Unknown("key", key.Value, append(flags, "overrides")))
		}
		values, err := settingValues(key.Value, value)
		c.Settings = append(c.Settings, Setting{key.Value, values, key.Line})
		return err
	})
}

func (c *Config) overrides(n *yaml.Node) error {
	if n.Kind != yaml.SequenceNode {
		return at(n, errors.New("want a list of overrides, each with files"))
	}
	for _, e := range n.Content {
		o := Override{Severity: map[string]Severity{}, Threshold: map[string]float64{}}
		err := eachPair(e, func(key, value *yaml.Node) error { return o.set(key, value) })
		if err != nil {
			return err
		}
		if len(o.Files) == 0 {
			return at(e, errors.New("the override has no files"))
		}
		c.Overrides = append(c.Overrides, o)
	}
	return nil
}

func (o *Override) set(key, value *yaml.Node) error {
	values, err := settingValues(key.Value, value)
	if err != nil {
		return err
	}
	switch key.Value {
	case "files":
		for _, pattern := range values {
			if !doublestar.ValidatePattern(pattern) {
				return at(value, fmt.Errorf("malformed pattern %q", pattern))
			}
		}
		o.Files = values
		return nil
	case "severity":
		err = SetSeverities(o.Severity, values)
	case "threshold":
		err = SetThresholds(o.Threshold, values)
	default:
		return at(key, Unknown("key", key.Value, []string{"files", "severity", "threshold"}))
	}
	if err != nil {
		return at(value, err)
	}
	return nil
}

// SetSeverities adds settings of the form RULE=LEVEL.
func SetSeverities(to map[string]Severity, settings []string) error {
	for _, s := range settings {
		id, name, err := cutRule(s)
		if err != nil {
			return err
		}
		if to[id], err = ParseSeverity(name); err != nil {
			return err
		}
	}
	return nil
}

// SetThresholds adds settings of the form RULE=N.
func SetThresholds(to map[string]float64, settings []string) error {
	for _, s := range settings {
		id, number, err := cutRule(s)
		if err != nil {
			return err
		}
		if r, _ := Lookup(id); r.Unit == "" {
			return fmt.Errorf("rule %q has no threshold; those with one are %s", id, strings.Join(withThreshold(), ", "))
		}
		if to[id], err = strconv.ParseFloat(number, 64); err != nil || !isCount(to[id]) {
			return fmt.Errorf("threshold of %s: %q is no number", id, number)
		}
	}
	return nil
}

// isCount reports whether n is finite and not negative, as what counts things is.
func isCount(n float64) bool { return n >= 0 && !math.IsInf(n, 1) }

func cutRule(s string) (id, value string, err error) {
	id, value, ok := strings.Cut(s, "=")
	if !ok {
		return "", "", fmt.Errorf("%q is not of the form RULE=VALUE", s)
	}
	_, err = Lookup(id)
	return id, value, err
}

func withThreshold() (ids []string) {
	for _, r := range allRules {
		if r.Unit != "" {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
