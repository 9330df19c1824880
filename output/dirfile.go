package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
)

// rename moves a staged file to its place.
func (d *Dir) rename(temp, to string) error {
	if folder := path.Dir(to); folder != d.made {
		if err := d.root.MkdirAll(folder, 0o777); err != nil {
			return about(to, err)
		}
		d.made = folder
	}
	return about(to, d.root.Rename(temp, to))
}

// about puts the name of a file in the place of those that package os puts
// into its errors.
func about(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, bare(err))
}

// bare is an error of package os without the name of the file, which it may have
// several times.
func bare(err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		return bare(pe.Err)
	case errors.As(err, &le):
		return bare(le.Err)
	}
	return err
}

// discard deletes the files of old that are not in kept.
func (d *Dir) discard(old, kept []File) error {
	for _, f := range old {
		if slices.ContainsFunc(kept, func(k File) bool { return k.Path == f.Path }) {
			continue
		}
		if err := d.w.Flush(); err != nil { // the manifest first
			return err
		}
		if err := d.remove(f.Path); err != nil {
			return err
		}
	}
	return nil
}

func (d *Dir) remove(path string) error {
	err := d.root.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return about(path, err)
}

// openRegular opens a regular file for reading. Others, which could block for
// ever, are errors.
func openRegular(root *os.Root, name string) (*os.File, error) {
	info, err := root.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = errIrregular
	}
	if err != nil {
		return nil, about(name, err)
	}
	return root.Open(name)
}

var errIrregular = errors.New("no regular file")
