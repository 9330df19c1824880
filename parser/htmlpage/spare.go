package htmlpage

import (
	"runtime"
	"sync"
)

// spare keeps values that were used for their memory. A sync.Pool would lose
// them at every garbage collection, which a page or two brings about.
type spare[T any] struct {
	mu   sync.Mutex
	free []*T
}

func (s *spare[T]) get() *T {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.free)
	if n == 0 {
		return new(T)
	}
	v := s.free[n-1]
	s.free = s.free[:n-1]
	return v
}

func (s *spare[T]) put(v *T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.free) < runtime.GOMAXPROCS(0) {
		s.free = append(s.free, v)
	}
}

// maxSpare is the size in bytes of the source from which on the memory of a
// page is not kept.
const maxSpare = 4 << 20

var (
	pages  spare[Page]
	judges spare[judge]
)
