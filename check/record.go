package check

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"unscrape/parser"
	"unscrape/parser/timestamp"
)

// A record is an article that a file holds already, with what is wrong with
// its form.
type record struct {
	article parser.Article
	line    int // from one
	wrong   []fault
	none    bool  // it is no article at all, as wrong says
	damaged error // why it could not be read; nil when it could
}

// passedOver is why the record from a first to a last line could not be read.
func passedOver(first, last int, err error) error {
	if first == last {
		return err
	}
	return fmt.Errorf("%w; lines %d to %d are passed over", err, first, last)
}

// A fault is what is wrong with a member of a record.
type fault struct {
	line    int
	message string
}

// noRecord is a value of another kind than that which is wanted.
func noRecord(line int, kind, wanted string) *record {
	return &record{line: line, none: true, wrong: []fault{{line, "the record is " + kind + ", not " + wanted}}}
}

func (r *record) fault(line int, format string, args ...any) {
	r.wrong = append(r.wrong, fault{line, fmt.Sprintf(format, args...)})
}

// Records reads the records of a file and runs the rules for one article on
// them. It calls yield with the result of each. What cannot be read is passed
// over, and has a result of its own. An error says why the file could not be
// read to its end.
func (c *Checker) Records(name string, r io.Reader, yield func(Result)) error {
	name = local(name)
	set := c.settings(name)
	in := decoded(r)
	return recordReader(name, in)(in, newKeys(c.options.Map), func(rec *record) {
		yield(c.record(name, rec, set))
	})
}

func (c *Checker) record(name string, rec *record, set settings) Result {
	if rec.damaged != nil {
		res := c.unreadable(name, set, rec.line, rec.damaged)
		res.Damage = fmt.Errorf("line %d: %w", rec.line, rec.damaged)
		return res
	}
	res := Result{name: name}
	s := subject{Article: &rec.article, Checker: c, file: name, line: rec.line, findings: &res.findings}
	s.rule, s.severity = invalidRecord, set.severity[invalidRecord.number()]
	for _, w := range rec.wrong {
		if s.severity != Off {
			s.line = w.line
			s.report(parser.Unknown, "%s", w.message)
		}
	}
	if s.line = rec.line; !rec.none {
		c.article(&s, set, &res)
	}
	return res
}

// keys maps the keys of records to the names of fields.
type keys map[string]string

// known are the fields of a record that are read. The first four must be
// there.
var known = []string{"id", "timestamp", "title", "body", "authors", "modified", "url", "language", "source"}

const required = 4

// newKeys inverts a map from fields to the keys that records have for them.
func newKeys(named map[string]string) keys {
	k := keys{}
	for _, field := range known {
		key := field
		if other, ok := named[field]; ok {
			key = other
		}
		k[key] = field
	}
	return k
}

// SetKeys adds settings of the form FIELD=KEY.
func SetKeys(to map[string]string, settings []string) error {
	for _, s := range settings {
		field, key, ok := strings.Cut(s, "=")
		if !ok || key == "" {
			return fmt.Errorf("%q is not of the form FIELD=KEY", s)
		}
		if !slices.Contains(known, field) {
			return Unknown("field", field, known)
		}
		to[field] = key
	}
	return nil
}

func (k keys) of(field string) string {
	for key, f := range k {
		if f == field {
			return key
		}
	}
	return field
}

// complete reports fields that must be there and are not.
func (r *record) complete(k keys, seen []string) {
	for _, field := range known[:required] {
		nothing := "null"
		if field == "body" {
			nothing = "an empty string"
		}
		if !slices.Contains(seen, field) {
			r.fault(r.line, "the record has no %q; write %s when there is none", k.of(field), nothing)
		}
	}
}

// setString sets a field from a string, nil standing for null.
func (r *record) setString(key, field string, value *string, line int) {
	if value == nil {
		if field == "body" {
			r.fault(line, "%q is null; write an empty string when the document is no article", key)
		}
		return
	}
	switch field {
	case "id":
		r.article.ID = *value
	case "title":
		r.article.Title = *value
	case "body":
		r.article.Body = *value
	case "url":
		r.article.URL = *value
	case "language":
		r.article.Language = *value
	case "source":
		r.article.Source = *value
	case "authors":
		r.article.Authors = []string{*value}
		r.fault(line, "%q is a string, not a list", key)
	case "timestamp":
		r.article.Timestamp = r.time(key, *value, line)
	case "modified":
		r.article.Modified = r.time(key, *value, line)
	}
}

// layouts are the forms of timestamps that records may have.
var layouts = []struct {
	layout    string
	precision timestamp.Precision
	zone      timestamp.ZoneKind
}{
	{time.RFC3339, timestamp.Second, timestamp.Stated},
	{"2006-01-02T15:04:05", timestamp.Second, timestamp.NoZone},
	{"2006-01-02", timestamp.Day, timestamp.NoZone},
	{"2006-01", timestamp.Month, timestamp.NoZone},
	{"2006", timestamp.Year, timestamp.NoZone},
}

func (r *record) time(key, value string, line int) timestamp.Timestamp {
	for _, l := range layouts {
		if t, err := time.Parse(l.layout, value); err == nil {
			return timestamp.Timestamp{Time: t.UTC(), Precision: l.precision, Zone: l.zone, Raw: value}
		}
	}
	r.fault(line, "%q is %q, not a timestamp as 2020-10-06T03:39:00Z, 2020-10-06T03:39:00 or 2020-10-06", key, value)
	return timestamp.Timestamp{}
}
