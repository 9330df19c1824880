package main

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"unscrape/check"
)

// A choice is a flag with a few possible values; the first is the default.
type choice struct {
	value  *string
	values []string
}

func oneOf(value *string, values ...string) *choice {
	*value = values[0]
	return &choice{value, values}
}

func (c *choice) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

func (c *choice) Type() string { return "string" }

func (c *choice) Set(s string) error {
	for _, v := range c.values {
		if s == v && s != "" {
			*c.value = s
			return nil
		}
	}
	if near := check.Nearest(s, c.values); near != "" {
		return errors.New("did you mean " + near)
	}
	return errors.New("use " + strings.TrimPrefix(strings.Join(c.values, ", "), ", "))
}

// A count is a flag with a whole number that is not less than another, and not more
// than a third one when that is not 0.
type count struct {
	value       *int
	least, most int
}

func (c *count) String() string {
	if c.value == nil {
		return ""
	}
	return strconv.Itoa(*c.value)
}

func (c *count) Type() string { return "number" }

func (c *count) Set(s string) error {
	n, err := strconv.Atoi(s)
	switch {
	case c.most > 0 && (err != nil || n < c.least || n > c.most):
		return fmt.Errorf("use a whole number from %d to %d", c.least, c.most)
	case err != nil || n < c.least:
		return fmt.Errorf("use a whole number from %d on", c.least)
	}
	*c.value = n
	return nil
}

// maxJobs is more than machines have cores for. Each job has memory of its own.
const maxJobs = 1024

// jobs is the flag --jobs: by default, one for each core.
func jobs(value *int) *count {
	*value = min(runtime.GOMAXPROCS(0), maxJobs)
	return &count{value, 1, maxJobs}
}

// A flagValueError is about the value of a flag that is looked at after all flags
// have been read.
type flagValueError struct{ flag, value, what string }

func (e *flagValueError) Error() string { return "--" + e.flag + " " + e.value + ": " + e.what }

// timeFlag reads the value of a flag that is a time.
func timeFlag(flag, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	at, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return at, &flagValueError{flag, value, "not an RFC 3339 time such as 2020-10-06T03:39:00Z"}
	}
	return at, nil
}

// flagError makes cobra's error about a flag a message of one line that names
// the nearest flag.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return usage(err)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := check.Nearest(unknown.GetSpecifiedName(), names); near != "" {
		return usage(errors.New(err.Error() + ": did you mean --" + near))
	}
	return usage(errors.New(err.Error() + "; see " + cmd.CommandPath() + " --help"))
}
