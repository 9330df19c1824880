package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"unscrape/input"
	"unscrape/parser"
)

const (
	barDelay   = time.Second            // what is over sooner needs no bar
	barRefresh = 100 * time.Millisecond // of the bar
	lineEvery  = 30 * time.Second       // without a terminal
)

// A progress shows how far a run is.
type progress struct {
	tally *tally
	start time.Time
	read  atomic.Int64 // bytes of the inputs
	total atomic.Int64 // bytes of all inputs; 0 while they are not known
	shown atomic.Bool  // anything was shown
}

// follow carries out a run over paths and shows its progress. end ends
// the output, before the summary is written.
func (c *command) follow(ctx context.Context, o *parseOptions, parse *parser.Parser, v *conversion, paths []string, end func() error) error {
	p := &progress{tally: &v.tally, start: time.Now()}
	in := o.input()
	in.Read, in.Leave = &p.read, o.dir
	stop := p.show(ctx, c, o, paths, in)
	walk := func(ctx context.Context) iter.Seq2[input.Document, error] {
		return o.share.Of(input.Walk(ctx, paths, c.stdin, in))
	}
	err := c.run(ctx, parse, walk, v.task(), o.jobs)
	stop()
	if err == nil {
		err = end()
	}
	s := v.tally.sum(time.Since(p.start))
	if err == nil && (p.shown.Load() || o.dir != "" && o.progress != "never") {
		c.say(s.String())
	}
	if o.summary != "" {
		if failed := s.write(o.summary); failed != nil && err == nil {
			return &failure{statusOutput, errors.New(o.summary + ": " + reason(failed))}
		}
	}
	return err
}

// show begins to show progress, as --progress says. The function that it
// returns ends that.
func (p *progress) show(ctx context.Context, c *command, o *parseOptions, paths []string, in input.Options) (stop func()) {
	terminal := isTerminal(c.stderr)
	if o.progress == "never" {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	var wait sync.WaitGroup
	measure := func() { p.total.Store(input.Measure(ctx, paths, in)) }
	wait.Go(func() {
		// A bar among articles on the same terminal is of no use.
		if o.progress == "always" || terminal && (o.dir != "" || !isTerminal(c.stdout)) {
			p.bar(ctx, c, measure)
		} else if !terminal {
			p.lines(ctx, c, measure)
		}
	})
	return func() {
		cancel()
		wait.Wait()
	}
}

// lines says how far the run is, from time to time.
func (p *progress) lines(ctx context.Context, c *command, measure func()) {
	tick := time.NewTicker(lineEvery)
	defer tick.Stop()
	var measured sync.WaitGroup
	defer measured.Wait()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if p.shown.CompareAndSwap(false, true) {
				measured.Go(measure)
			}
			c.say(p.String())
		}
	}
}

// bar draws a bar under the messages.
func (p *progress) bar(ctx context.Context, c *command, measure func()) {
	select {
	case <-ctx.Done():
		return
	case <-time.After(barDelay):
	}
	p.shown.Store(true)
	var measured sync.WaitGroup
	measured.Go(measure)
	defer measured.Wait()
	bars := mpb.New(mpb.WithOutput(c.stderr), mpb.WithRefreshRate(barRefresh), mpb.WithAutoRefresh())
	bar := bars.New(0, mpb.BarStyle(), mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return p.String() })))
	c.messages.to(bars)
	tick := time.NewTicker(barRefresh)
	defer tick.Stop()
	for done := false; !done; {
		select {
		case <-ctx.Done():
			done = true
		case <-tick.C:
		}
		total := p.total.Load()
		bar.SetTotal(total, false)
		bar.SetCurrent(min(p.read.Load(), total))
	}
	c.messages.to(c.stderr)
	bar.Abort(true)
	bars.Wait()
}

// String is the state of the run.
func (p *progress) String() string {
	t := p.tally
	took := time.Since(p.start)
	s := fmt.Sprintf("%d documents, %.0f/s, %d failed", t.documents.Load(), float64(t.documents.Load())/took.Seconds(), t.failed.Load())
	read, total := p.read.Load(), p.total.Load()
	if read == 0 || total < read {
		return s
	}
	left := time.Duration(float64(took) * float64(total-read) / float64(read))
	return s + ", " + left.Round(time.Second).String() + " left"
}

// A switchable is a writer that others can be put in the place of.
type switchable struct {
	mu sync.Mutex
	w  io.Writer
}

func (s *switchable) to(w io.Writer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.w = w
}

func (s *switchable) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Write(b)
}
