package input

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"sync"
)

// A seekable is a file that is open while it is used, because its members
// may be read long after they were listed. What has no name, a copy in
// memory or on disk, stays until the garbage collector takes it.
type seekable struct {
	io.ReaderAt

	name  string
	mu    sync.Mutex
	file  *os.File
	users int
}

func (f *seekable) acquire() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.name != "" && f.users == 0 {
		var err error
		if f.file, err = os.Open(f.name); err != nil {
			return err
		}
		f.ReaderAt = f.file
	}
	f.users++
	return nil
}

func (f *seekable) release() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.users--; f.name != "" && f.users == 0 {
		return f.file.Close()
	}
	return nil
}

// open opens a member.
func (f *seekable) open(m *zip.File) (io.ReadCloser, error) {
	if err := f.acquire(); err != nil {
		return nil, err
	}
	r, err := m.Open()
	if err != nil {
		f.release()
		return nil, err
	}
	return &zipMember{r, f}, nil
}

// A zipMember is an open member.
type zipMember struct {
	io.ReadCloser
	of *seekable
}

func (m *zipMember) Read(p []byte) (int, error) { return readSafely(m.ReadCloser, p) }

func (m *zipMember) Close() error {
	defer m.of.release()
	return m.ReadCloser.Close()
}

// randomAccess makes s readable at any place. What is no file by itself is
// copied; in an archive it may take as much as a document.
func (w *walk) randomAccess(s *source) (*seekable, int64, error) {
	if s.whole {
		return &seekable{ReaderAt: bytes.NewReader(s.head)}, int64(len(s.head)), nil
	}
	if s.again == nil || len(s.packing) > 0 || s.nested > 0 {
		return w.copied(s)
	}
	f := &seekable{name: s.name}
	if err := f.acquire(); err != nil {
		return nil, 0, err
	}
	info, err := f.file.Stat()
	if err != nil {
		f.release()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// copied copies s into a temporary file that has lost its name already, so
// that nothing is left of it when the program ends, however it ends.
func (w *walk) copied(s *source) (*seekable, int64, error) {
	r, err := s.content(s.warn)
	if err != nil {
		return nil, 0, err
	}
	defer r.Close()
	temp, err := os.CreateTemp("", "unscrape-*.zip")
	if err != nil {
		return nil, 0, err
	}
	os.Remove(temp.Name())
	limit := int64(1) << 62
	if s.nested > 0 {
		limit = w.maxBytes()
	}
	n, err := io.Copy(temp, io.LimitReader(r, limit+1))
	if err == nil && n > limit {
		err = tooLarge(limit)
	}
	if err != nil {
		temp.Close()
		return nil, 0, err
	}
	return &seekable{ReaderAt: temp}, n, nil
}
