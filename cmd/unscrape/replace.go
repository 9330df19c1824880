package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// replaceFile writes a file whole or not at all, also where a link leads to it;
// the mode of an older one stays. What is no file, as /dev/stderr, is written to.
func replaceFile(name string, data []byte) error {
	old, err := os.Stat(name)
	if err == nil && !old.Mode().IsRegular() {
		return os.WriteFile(name, data, 0o666)
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".unscrape-%x", rand.Uint64()))
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // in vain when it was renamed
	_, err = f.Write(data)
	if err == nil && old != nil {
		err = f.Chmod(old.Mode().Perm())
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	return err
}

// canReplace is the error that replaceFile would meet, as far as it can be told
// beforehand: a long run is not to end with it.
func canReplace(name string) error {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		err = syscall.EISDIR
	} else if errors.Is(err, fs.ErrNotExist) {
		_, err = os.Stat(filepath.Dir(name))
	}
	if err != nil {
		return &failure{statusOutput, errors.New(name + ": " + reason(err))}
	}
	return nil
}
