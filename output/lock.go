package output

import "errors"

// ErrInUse is wrapped when another run writes into a folder.
var ErrInUse = errors.New("another run writes into it")
