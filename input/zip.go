package input

import (
	"archive/zip"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
)

// Numbers of compression methods in APPNOTE.TXT, 4.4.5, beside those that
// archive/zip knows.
const (
	zipBzip2 = 12
	zipZstd  = 93
	zipXz    = 95
)

const zipEncrypted = 1 // bit of the flags

// emitZip yields the documents in a zip file. Its table of contents is kept
// in memory: some 300 bytes for each member.
func (w *walk) emitZip(s *source) {
	a, ok := w.enter(s)
	if !ok {
		return
	}
	f, size, err := w.randomAccess(s)
	if err != nil {
		w.fail(s.scope, fault(s.name, "open", err))
		return
	}
	defer f.release()
	s.meter.in.Add(size)
	z, err := zip.NewReader(f, size)
	if err != nil {
		w.salvageZip(a, io.NewSectionReader(f, 0, size), err)
		return
	}
	if err := sane(z, size, s.meter); err != nil {
		if errors.Is(err, Binary) && s.scope == nil {
			err = fmt.Errorf("this is an office document, which %w", ErrUnsupported)
		}
		w.fail(s.scope, fault(s.name, "open", err))
		return
	}
	registerMethods(z)
	sniff := func(m *zip.File) sniffed { return w.sniffZip(a, f, m) }
	for m := range ahead(w.ctx, files(z), sniff) {
		w.emit(m)
		if w.ended() {
			return
		}
	}
	w.leave(a)
}

// files are the members of z that are no folders.
func files(z *zip.Reader) iter.Seq[*zip.File] {
	return func(yield func(*zip.File) bool) {
		for _, m := range z.File {
			if !strings.HasSuffix(m.Name, "/") && !yield(m) {
				return
			}
		}
	}
}

// sane looks at the table of contents. A zip file in which members overlap,
// as in "A better zip bomb" (Fifield, 2019), has members of more bytes than
// it has itself.
func sane(z *zip.Reader, size int64, m *meter) error {
	var packed, unpacked uint64
	for _, f := range z.File {
		if f.Name == "[Content_Types].xml" { // ECMA-376, part 2: docx, xlsx, pptx
			return Binary
		}
		packed += f.CompressedSize64
		unpacked += f.UncompressedSize64
		if packed > uint64(size) {
			return fmt.Errorf("%w: its members overlap", ErrBomb)
		}
		if unpacked > 1<<62 {
			return fmt.Errorf("%w: its members unpack to more than %d bytes", ErrBomb, uint64(1<<62))
		}
	}
	return m.unpacked(int64(unpacked))
}

// sniffZip reads the beginning of a member.
func (w *walk) sniffZip(a archive, f *seekable, m *zip.File) sniffed {
	s := sniffed{item{scope: a.scope}, a.member(m.Name, int64(m.UncompressedSize64))}
	switch {
	case m.Mode()&fs.ModeSymlink != 0:
		s.err = Symlink
	case w.left(a, m.Name) != nil:
		s.err = w.left(a, m.Name)
	case m.Flags&zipEncrypted != 0:
		s.err = fmt.Errorf("encrypted, %w; unpack it first", ErrUnsupported)
	}
	if s.err == nil {
		s.meter.progress(int64(m.CompressedSize64))
		s.again = func() (io.ReadCloser, error) { return f.open(m) }
		s.err = s.beginAgain()
	}
	if errors.Is(s.err, zip.ErrAlgorithm) {
		s.err = fmt.Errorf("its compression, method %d, %w; pack it again with deflate", m.Method, ErrUnsupported)
	}
	if s.err != nil {
		s.err = fault(s.source.name, "unpack", s.err)
	}
	return s
}

// beginAgain reads the beginning of what can be opened again.
func (s *source) beginAgain() error {
	r, err := s.again()
	if err != nil {
		return err
	}
	defer r.Close()
	size := s.size
	if err := s.begin(r); err != nil {
		return err
	}
	if s.rest = nil; !s.whole {
		s.size = size
	}
	return s.unpack()
}

func registerMethods(z *zip.Reader) {
	for _, method := range []uint16{zip.Deflate, zipBzip2, zipZstd, zipXz} {
		z.RegisterDecompressor(method, func(r io.Reader) io.ReadCloser { return unzip(method, r) })
	}
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// An inflater leaves its tables to another one when it is closed.
type inflater struct{ z io.ReadCloser }

func newInflater(r io.Reader) *inflater {
	z := inflaters.Get().(io.ReadCloser)
	z.(flate.Resetter).Reset(r, nil)
	return &inflater{z}
}

func (f *inflater) Read(p []byte) (int, error) {
	if f.z == nil {
		return 0, os.ErrClosed
	}
	return f.z.Read(p)
}

func (f *inflater) Close() error {
	if f.z != nil {
		inflaters.Put(f.z)
		f.z = nil
	}
	return nil
}

// unzip decompresses r by a method of zip.
func unzip(method uint16, r io.Reader) io.ReadCloser {
	var z io.Reader
	var err error
	switch method {
	case zip.Store:
		z = r
	case zip.Deflate:
		return newInflater(r)
	case zipBzip2:
		z = bzip2.NewReader(r)
	case zipZstd:
		var d *zstd.Decoder
		if d, err = newZstd(r); err == nil {
			return d.IOReadCloser()
		}
	case zipXz:
		z, err = newXz(r)
	default:
		err = zip.ErrAlgorithm
	}
	if err != nil {
		z = &failed{err, nil}
	}
	return io.NopCloser(z)
}
