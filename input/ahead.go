package input

import (
	"context"
	"iter"
)

const (
	readers = 8  // goroutines that open files; waiting for disks and networks, not computing
	batch   = 16 // items handed over at once
)

// ahead yields f of each item, in the order of items. f runs concurrently,
// at most 2*readers*batch items ahead of the consumer. When ctx is done the
// sequence may end early.
func ahead[T, R any](ctx context.Context, items iter.Seq[T], f func(T) R) iter.Seq[R] {
	type work struct {
		in   []T
		out  []R
		done chan struct{}
	}
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ordered := make(chan *work, readers)
		todo := make(chan *work, readers)
		for range readers {
			go func() {
				for w := range todo {
					for _, t := range w.in {
						w.out = append(w.out, f(t))
					}
					close(w.done)
				}
			}()
		}
		go func() {
			defer close(ordered)
			defer close(todo)
			hand := func(in []T) bool {
				w := &work{in: in, out: make([]R, 0, len(in)), done: make(chan struct{})}
				select {
				case ordered <- w:
				case <-ctx.Done():
					return false
				}
				todo <- w // never blocks for long: the readers always run on
				return true
			}
			var in []T
			for t := range items {
				if in = append(in, t); len(in) == batch {
					if !hand(in) {
						return
					}
					in = nil
				}
			}
			hand(in)
		}()
		for w := range ordered {
			<-w.done
			for _, r := range w.out {
				if !yield(r) {
					return
				}
			}
		}
	}
}
