package output

import (
	"errors"
	"math"
	"os"

	"golang.org/x/sys/windows"
)

// lock takes f for this process until it is closed, which the end of a process
// does, too. It is false where the file system has no locks. Its error is
// ErrInUse when another has the file.
//
// Locks of this system keep others from reading, so what is locked is a byte
// that no file has.
func lock(f *os.File) (bool, error) {
	behind := &windows.Overlapped{Offset: math.MaxUint32, OffsetHigh: math.MaxInt32}
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, behind)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, ErrInUse
	}
	return err == nil, nil
}
