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
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ordered, todo := make(chan *work[T, R], readers), make(chan *work[T, R], readers)
		for range readers {
			go func() {
				for w := range todo {
					w.do(f)
				}
			}()
		}
		go deal(ctx, items, ordered, todo)
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

// A work is items that are handed over together, and what becomes of them.
type work[T, R any] struct {
	in   []T
	out  []R
	done chan struct{} // closed when out is whole
}

func (w *work[T, R]) do(f func(T) R) {
	for _, t := range w.in {
		w.out = append(w.out, f(t))
	}
	close(w.done)
}

// deal hands out the items, each to the consumer, who takes them in order, and to
// a reader. It closes both channels at the end, or when ctx is done.
func deal[T, R any](ctx context.Context, items iter.Seq[T], ordered, todo chan<- *work[T, R]) {
	defer close(ordered)
	defer close(todo)
	hand := func(in []T) bool {
		w := &work[T, R]{in: in, out: make([]R, 0, len(in)), done: make(chan struct{})}
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
}
