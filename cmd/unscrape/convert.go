package main

import (
	"unscrape/output"
	"unscrape/parser"
)

// A conversion is the task of parse: articles go into one stream or, each into
// a file, into a folder.
type conversion struct {
	*command
	encoder    *output.Encoder
	articles   *articleWriter // nil when dir is not
	dir        *output.Dir    // nil when articles is not
	single     bool           // the input may be one article, which is written in another way
	keepErrors bool           // a record for each document that could not be read
	tally      tally
}

func (v *conversion) task() task {
	t := task{work: v.encode, write: v.write}
	if v.dir != nil {
		t.nth = func(o *outcome) int { return v.dir.Nth(inputName(o)) }
		t.known = func(o *outcome, content []byte) bool { return o.unchanged(v.dir, content) }
	}
	return t
}

// encode encodes the articles of a document.
func (v *conversion) encode(b *batch, o *outcome, articles []*parser.Article) {
	for _, f := range o.doc.Fields {
		o.extra = append(o.extra, output.Field{Name: f.Name, Raw: f.Value})
	}
	if v.single && o.number <= 1 { // an article of a later part is not the only one
		o.first = articles[0]
	}
	for _, a := range articles {
		start := len(b.out)
		b.out = v.encoder.Append(b.out, a, o.extra)
		o.articles = append(o.articles, len(b.out))
		if a.Body != "" {
			o.found++
		}
		if v.dir != nil {
			v.stage(o, a, b.out[start:])
		}
	}
	if o.first == nil {
		parser.Recycle(articles)
	}
}

// write writes the articles of a batch.
func (v *conversion) write(b *batch) error {
	start := 0
	for i := range b.documents {
		o := &b.documents[i]
		v.tally.count(o)
		var err error
		if v.dir != nil {
			err = o.commit(v.dir)
		} else {
			err = v.stream(b, o, start)
		}
		if err != nil {
			return err
		}
		if n := len(o.articles); n > 0 {
			start = o.articles[n-1]
		}
	}
	if v.articles == nil {
		return nil
	}
	return v.articles.flush()
}

// stream writes the articles of one document, which begin at start of the
// batch.
func (v *conversion) stream(b *batch, o *outcome, start int) error {
	if v.keepErrors && failed(o.err) {
		return v.articles.writeFailure(inputName(o), o.err)
	}
	v.articles.mayBeSingle = v.articles.mayBeSingle && !o.doc.Contained()
	for k, end := range o.articles {
		var first *parser.Article
		if k == 0 {
			first = o.first
		}
		if err := v.articles.write(b.out[start:end], first, o.extra); err != nil {
			return err
		}
		start = end
	}
	return nil
}
