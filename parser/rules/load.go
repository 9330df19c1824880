package rules

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A File is a rule file that was read and found sound.
type File struct {
	Name     string
	part     *part
	examples []example
}

const maxFile = 4 << 20 // bytes of a rule file

// Load reads a rule file. An error says what is wrong as "name:line: what",
// or "name: what" when it concerns the file. name is not opened.
func Load(name string, r io.Reader) (*File, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err // the name is said already
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s: longer than %d MB", name, maxFile>>20)
	}
	l := newLoader()
	if err := l.read(name, data); err != nil {
		return nil, err
	}
	return l.finish(name)
}

// read compiles one file into the part.
func (l *loader) read(name string, data []byte) error {
	l.name = name
	top, err := ReadYAML(name, data)
	if top == nil {
		return err
	}
	err = l.file(top)
	var at *lineError
	if errors.As(err, &at) {
		return fmt.Errorf("%s:%d: %w", name, at.line, at.err)
	}
	return err
}

// A lineError is what is wrong at a line of the file.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }

func wrong(n *yaml.Node, format string, args ...any) error {
	return &lineError{n.Line, fmt.Errorf(format, args...)}
}

// A loader compiles files into one part.
type loader struct {
	name     string // of the file that is read
	part     *part
	examples []example
	ids      map[string]bool
	line     node
	label    node
	chrome   node
	end      node
	words    node // of bags
	leads    leadBuilder
}

func newLoader() *loader {
	return &loader{part: &part{langs: []string{""}}, ids: map[string]bool{}}
}

func (l *loader) finish(name string) (*File, error) {
	var err error
	for _, trie := range []struct {
		n *node
		x *index
	}{{&l.line, &l.part.line}, {&l.label, &l.part.label}, {&l.chrome, &l.part.chrome}, {&l.end, &l.part.end}, {&l.words, &l.part.word}} {
		if *trie.x, err = trie.n.build(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	l.part.begin = l.part.beginnings()
	l.part.endings = l.end.endings()
	l.part.leads = leadSet(l.leads)
	l.part.setFirst()
	l.part.setLongest()
	return &File{Name: name, part: l.part, examples: l.examples}, nil
}

func (l *loader) file(n *yaml.Node) error {
	return fields(n, func(key string, value *yaml.Node) error {
		switch key {
		case "rules":
			return each(value, l.rule)
		case "labels":
			return each(value, l.labelEntry)
		case "chrome":
			return l.phrases(value, &l.chrome, 0, false)
		case "sites":
			return each(value, l.siteWord)
		}
		return errUnknown("rules, labels, chrome, sites")
	})
}

func (l *loader) siteWord(n *yaml.Node) error {
	word, err := text(n)
	if err == nil {
		l.part.sites = append(l.part.sites, strings.ToLower(word))
	}
	return err
}

func (l *loader) rule(n *yaml.Node) error {
	r, matcher := &Rule{within: 200}, (*yaml.Node)(nil)
	var lists map[string]string
	err := fields(n, func(key string, value *yaml.Node) (err error) {
		switch key {
		case "id":
			r.ID, err = l.id(value)
		case "why":
			r.Why, err = text(value)
		case "at":
			r.At, err = choice[Place](value, placeNames)
		case "means":
			r.Means, err = choice[Meaning](value, meaningNames)
		case "line", "start", "end":
			if matcher != nil {
				return wrong(value, "a rule has one matcher, line, start, end or words")
			}
			matcher, r.whole, r.ends = value, key == "line", key == "end"
			trie := &l.line
			if r.ends {
				trie = &l.end
			}
			err = l.phrases(value, trie, len(l.part.rules), key == "start")
		case "words":
			if matcher != nil {
				return wrong(value, "a rule has one matcher, line, start, end or words")
			}
			matcher = value
			err = l.bags(value, len(l.part.rules), lists)
		case "lists":
			lists, err = named(value)
		case "framed":
			r.framed, err = truth(value)
		case "within":
			if err = value.Decode(&r.within); err != nil || r.within < 1 {
				return wrong(value, "within is a number of characters")
			}
		case "drop":
			r.Drop, err = l.lines(value, r.ID, dropped)
		case "keep":
			r.Keep, err = l.lines(value, r.ID, kept)
		default:
			return errUnknown("id, why, at, means, line, start, end, lists, words, framed, within, drop, keep")
		}
		return err
	})
	if err == nil {
		err = lacks(n, r, matcher)
	}
	if err == nil {
		l.part.rules = append(l.part.rules, r)
	}
	return err
}

// lacks says what the rule in n lacks; matcher is nil when that is the matcher.
func lacks(n *yaml.Node, r *Rule, matcher *yaml.Node) error {
	switch {
	case r.ID == "":
		return wrong(n, "the rule has no id")
	case r.Why == "":
		return wrong(n, "the rule has no why, the reason for it")
	case matcher == nil:
		return wrong(n, "the rule has no matcher, which is one of line, start, end and words")
	case len(r.Drop) == 0:
		return wrong(n, "the rule has no drop, examples of lines that it drops")
	}
	return nil
}

func (l *loader) labelEntry(n *yaml.Node) error {
	e, phrases := &Label{}, false
	err := fields(n, func(key string, value *yaml.Node) (err error) {
		switch key {
		case "id":
			e.ID, err = l.id(value)
		case "role":
			e.Role = value.Value
			if !slices.Contains(roles, e.Role) {
				return wrong(value, "role is one of %s", strings.Join(roles, ", "))
			}
		case "shape":
			e.Shape, err = choice[Shape](value, shapeNames)
		case "bare":
			e.Bare, err = truth(value)
		case "strict":
			e.Strict, err = truth(value)
		case "alone":
			e.Alone, err = truth(value)
		case "code":
			e.Code, err = truth(value)
		case "label":
			phrases = true
			err = l.phrases(value, &l.label, len(l.part.labels), false)
		case "finds":
			err = l.values(value, e.ID)
		case "keep":
			_, err = l.lines(value, e.ID, unlabelled)
		default:
			return errUnknown("id, role, shape, bare, strict, alone, code, label, finds, keep")
		}
		return err
	})
	switch {
	case err != nil:
		return err
	case e.ID == "":
		return wrong(n, "the label has no id")
	case e.Role == "":
		return wrong(n, "the label has no role, which is one of %s", strings.Join(roles, ", "))
	case !phrases:
		return wrong(n, "the label has no label, the phrases that it stands as")
	}
	l.part.labels = append(l.part.labels, e)
	return nil
}

var roles = []string{"id", "timestamp", "modified", "title", "authors", "url", "language", "body", "other"}

// phrases adds the phrases of n, a list or lists by language, to trie. A colon
// at the end of a phrase is wanted in the line only when colon is true.
func (l *loader) phrases(n *yaml.Node, trie *node, entry int, colon bool) error {
	if n.Kind == yaml.MappingNode {
		return fields(n, func(lang string, list *yaml.Node) error {
			return l.list(list, trie, accept{entry, l.lang(lang)}, colon)
		})
	}
	return l.list(n, trie, accept{entry, 0}, colon)
}

func (l *loader) list(n *yaml.Node, trie *node, a accept, colon bool) error {
	if a.entry > 0xFFFF || a.lang > 0xFF {
		return wrong(n, "too many rules or languages")
	}
	return each(n, func(item *yaml.Node) error {
		phrase, err := text(item)
		if err != nil {
			return err
		}
		var all []string
		for _, written := range inBothScripts(l.part.langs[a.lang], placeholders.Replace(phrase)) {
			more, err := patterns(written)
			if err != nil {
				return &lineError{item.Line, err}
			}
			all = append(all, more...)
		}
		for _, p := range all {
			if !colon {
				p = strings.TrimRight(p, ": ")
			}
			if trie == &l.end {
				if strings.ContainsFunc(p, isPlaceholder) {
					return wrong(item, "a phrase that ends lines holds no placeholder")
				}
				if endsInASCII(p) {
					return wrong(item, "%q ends with an ASCII letter, but is to end lines", phrase)
				}
				p = reversed(p)
			}
			trie.add(p, a)
			if key, ok := strings.CutSuffix(p, ":"); ok && colon && !strings.HasSuffix(key, " ") {
				trie.add(key+" :", a)
			}
		}
		return nil
	})
}

// lang numbers the languages in the order they are met.
func (l *loader) lang(tag string) int {
	if i := slices.Index(l.part.langs, tag); i >= 0 {
		return i
	}
	l.part.langs = append(l.part.langs, tag)
	return len(l.part.langs) - 1
}
