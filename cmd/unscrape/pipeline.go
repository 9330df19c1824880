package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

	"unscrape/check"
	"unscrape/input"
	"unscrape/output"
	"unscrape/parser"
)

// The run: one goroutine walks the inputs and deals them out in batches, jobs
// goroutines read, parse and do what a task asks for, and the caller's
// goroutine writes the batches in the order they were dealt. At most 2*jobs batches are in flight,
// so memory is bounded by the documents in them.

// A batch holds as many documents as are worth one hand-over.
const (
	batchDocuments = 16
	batchBytes     = 256 << 10
)

type batch struct {
	documents []outcome
	out       []byte // encoded articles, one after the other
	done      chan struct{}
}

// An outcome is one document of a batch, or one input that is none.
type outcome struct {
	doc      input.Document
	part     []byte // part of doc to be parsed in its stead; nil for the whole
	number   int    // of the part, from 1; 0 for the whole
	last     bool   // no part follows
	bytes    int64  // of what was parsed
	err      error  // of the input; nil when doc is to be read
	articles []int  // ends of the encoded articles in batch.out
	first    *parser.Article
	extra    []output.Field // of doc
	found    int            // articles that have a body
	stored                  // in an output folder
	results  []check.Result // of check
	damaged  int            // records that check could not read
	messages []string       // about the first of them
	warnings []string       // messages that are no failures
}

// A task is what is done with documents.
type task struct {
	stream func(*input.Document) bool                // documents whose content work reads itself; nil for none
	work   func(*batch, *outcome, []*parser.Article) // by a worker; no articles for those of stream
	nth    func(*outcome) int                        // in the order of input: which of the documents with its name it is; nil when nobody asks
	known  func(*outcome, []byte) bool               // by a worker: whether the content needs not be parsed; nil when all does
	write  func(*batch) error                        // in the order of input, until it fails
}

// run parses all documents and does the task with them. Its error is that of
// task.write, after which it waits for no more input: walk ends with its context.
func (c *command) run(ctx context.Context, p *parser.Parser, walk func(context.Context) iter.Seq2[input.Document, error], t task, jobs int) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	work := make(chan *batch)
	order := make(chan *batch, 2*jobs)
	free := make(chan *batch, 2*jobs+1)

	d := &dealer{p: p, t: t, work: work, order: order, free: free}
	go d.deal(ctx, walk(ctx))
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			var buf []byte
			for b := range work {
				buf = b.parse(p, t, buf)
				close(b.done)
			}
		})
	}
	var unwritten error
	for b := range order {
		<-b.done
		if unwritten == nil {
			for i := range b.documents {
				c.report(&b.documents[i])
			}
			if unwritten = t.write(b); unwritten != nil {
				cancel()
			}
		}
		b.reset()
		select {
		case free <- b:
		default:
		}
	}
	workers.Wait()
	return unwritten
}

// A dealer hands out the documents in batches, each to a worker and to the
// writer.
type dealer struct {
	p           *parser.Parser
	t           task
	work, order chan<- *batch
	free        <-chan *batch
	b           *batch
	size        int64
}

func (d *dealer) deal(ctx context.Context, docs iter.Seq2[input.Document, error]) {
	defer close(d.order)
	defer close(d.work)
	d.b = newBatch(d.free)
	for doc, err := range docs {
		o := outcome{doc: doc, err: err}
		if d.t.nth != nil && (err == nil || failed(err)) {
			o.nth = d.t.nth(&o)
		}
		if err == nil && splits(&doc) && !d.t.streams(&doc) {
			if !d.split(ctx, o) {
				return
			}
			continue
		}
		if !d.add(ctx, o, doc.Size()) || doc.Pausing() && !d.send(ctx) {
			return
		}
	}
	d.send(ctx)
}

// add puts an outcome of a size in bytes, -1 when unknown, into the batch. It
// is false when the run is to end.
func (d *dealer) add(ctx context.Context, o outcome, size int64) bool {
	d.b.documents = append(d.b.documents, o)
	d.size += size
	if size >= 0 && len(d.b.documents) < batchDocuments && d.size < batchBytes {
		return true
	}
	return d.send(ctx)
}

func (d *dealer) send(ctx context.Context) bool {
	if len(d.b.documents) == 0 {
		return true
	}
	select {
	case d.order <- d.b:
	case <-ctx.Done():
		return false
	}
	d.work <- d.b
	d.b, d.size = newBatch(d.free), 0
	return true
}

func newBatch(free <-chan *batch) *batch {
	select {
	case b := <-free:
		b.done = make(chan struct{})
		return b
	default:
		return &batch{done: make(chan struct{})}
	}
}

func (b *batch) reset() {
	for i := range b.documents {
		if part := b.documents[i].part; part != nil {
			part = part[:0]
			partRooms.Put(&part)
		}
	}
	clear(b.documents)
	b.documents, b.out = b.documents[:0], b.out[:0]
	if cap(b.out) > 16*batchBytes {
		b.out = nil
	}
}

// parse reads and parses the documents of the batch. It returns its buffer for
// the next one.
func (b *batch) parse(p *parser.Parser, t task, buf []byte) []byte {
	for i := range b.documents {
		if o := &b.documents[i]; o.err == nil {
			buf = b.parseOne(p, t, o, buf)
		}
	}
	if cap(buf) > 16*batchBytes {
		return nil
	}
	return buf
}

// parseOne parses one document. A panic is a defect of the parser; it costs
// this document only.
func (b *batch) parseOne(p *parser.Parser, t task, o *outcome, buf []byte) (kept []byte) {
	start := len(b.out)
	kept = buf
	defer func() {
		if r := recover(); r != nil {
			b.out, o.articles, o.results = b.out[:start], nil, nil
			o.err = panicked(o.doc.Name, r)
		}
	}()
	if t.streams(&o.doc) {
		t.work(b, o, nil)
		return kept
	}
	source := o.part
	if source == nil {
		source, o.err = o.doc.ReadAll(buf)
		if !o.doc.InMemory() {
			kept = source
		}
		if o.err != nil {
			return kept
		}
	}
	o.warnings, o.bytes = o.doc.Warnings, int64(len(source))
	if t.known != nil && t.known(o, source) {
		return kept
	}
	t.work(b, o, articlesOf(p, source, &o.doc))
	return kept
}

// articlesOf parses the content of a document. How its container was read is said with
// each article.
func articlesOf(p *parser.Parser, content []byte, doc *input.Document) []*parser.Article {
	articles := p.Parse(content, hints(p, doc))
	for _, a := range articles {
		if doc.Encoding != "" {
			a.Encoding.Detected, a.Encoding.Used = doc.Encoding, doc.Encoding
		}
		a.Warnings = slices.Clip(a.Warnings)
		for _, message := range doc.Warnings {
			a.Warnings = append(a.Warnings, parser.Warning{Code: "container", Message: message, Span: parser.Unknown})
		}
		if doc.Damage != nil {
			a.Warnings = append(a.Warnings, parser.Warning{Code: "damaged", Message: cause(doc.Damage).Error(), Span: parser.Unknown})
		}
	}
	return articles
}

// hints are what the parser is told of a document.
func hints(p *parser.Parser, doc *input.Document) parser.Hints {
	h := parser.Hints{Name: doc.Name, Charset: doc.Charset, URL: doc.URL, Captured: doc.Date, Stated: stated(p, doc.Fields)}
	switch doc.Format {
	case input.Text:
		h.Format = parser.Text
	case input.HTML:
		h.Format = parser.HTML
	}
	return h
}

func (t task) streams(doc *input.Document) bool { return t.stream != nil && t.stream(doc) }

// panicked is the error of a document on which the parser panicked.
func panicked(name string, r any) error {
	return &input.Error{Name: name, Op: "parse", Err: fmt.Errorf("the parser failed on this document: %v; please report it", r)}
}

// report says what went wrong with one input. What was skipped on purpose is
// not worth a line.
func (c *command) report(o *outcome) {
	for _, message := range o.warnings {
		c.say(o.doc.Name + ": " + message)
	}
	if o.number <= 1 {
		c.trouble(o.doc.Damage)
	}
	c.trouble(o.err)
}

// trouble says what went wrong with an input, and remembers it when it is a
// failure.
func (c *command) trouble(err error) {
	var warning input.Warning
	switch {
	case failed(err):
		c.failed(err.Error())
	case errors.As(err, &warning):
		c.say(err.Error())
	}
}

// failed reports whether err is more than a hint or a warning.
func failed(err error) bool {
	var skip input.Skip
	var warning input.Warning
	return err != nil && !errors.As(err, &skip) && !errors.As(err, &warning)
}

// inputName is the name of an input, whether it is a document or not.
func inputName(o *outcome) string {
	var e *input.Error
	if errors.As(o.err, &e) {
		return e.Name
	}
	return o.doc.Name
}

// cause is err without the name of the input.
func cause(err error) error {
	var e *input.Error
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}
