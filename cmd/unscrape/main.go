// Unscrape turns scraped text back into articles.
//
// What it prints follows a few rules. Articles go to standard output;
// everything said to people goes to standard error, one line a message:
// "unscrape: NAME: what is wrong", lower case, no full stop, control characters
// escaped, with a hint where the user can mend it. Nothing else is printed.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"unscrape/output"
)

// Exit statuses.
const (
	statusDone     = 0
	statusFindings = 1   // check found something
	statusUsage    = 2   // wrong usage or configuration; nothing was read
	statusInput    = 3   // some input could not be read or parsed; the rest was written
	statusOutput   = 4   // the output could not be written
	statusStopped  = 130 // interrupted
)

func main() {
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := interruptible()
	defer stop()
	ballast := make([]byte, ballastLen)
	c := &command{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	status := c.main(ctx, os.Args[1:])
	runtime.KeepAlive(ballast)
	os.Exit(status)
}

// The garbage collector runs when the heap has doubled, which for small
// documents is every few megabytes. Memory that is never written to, and so
// takes none, makes that every ballastLen at least.
const ballastLen = 32 << 20

// interruptible is done at the first interrupt, so that whole records come
// out; the second ends the program at once.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-signals
		cancel()
		<-signals
		os.Exit(statusStopped)
	}()
	return ctx, cancel
}

// A command is one run of the program.
type command struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	out      *checkedWriter
	messages *switchable // what say writes to
	status   int         // the worst so far, of inputs
}

// main runs the program with the given arguments and returns its exit status.
func (c *command) main(ctx context.Context, args []string) int {
	c.out = &checkedWriter{w: c.stdout}
	c.messages = &switchable{w: c.stderr}
	if isTerminal(c.stdout) {
		c.out.w = terminalWriter{c.stdout}
	}
	root := c.newRoot()
	root.SetArgs(args)
	root.SetIn(c.stdin)
	root.SetOut(c.out)
	root.SetErr(c.stderr)
	err := root.ExecuteContext(ctx)
	return c.exit(ctx, err)
}

// exit says what went wrong and returns the status of it all.
func (c *command) exit(ctx context.Context, err error) int {
	if c.out.err != nil {
		err = c.out.err
	}
	var fail *failure
	switch {
	case c.out.err != nil && errors.Is(err, syscall.EPIPE):
		return statusDone
	case c.out.err != nil:
		c.say("standard output: " + reason(err))
		return statusOutput
	case errors.As(err, &fail):
		if fail.err != nil {
			c.say(fail.Error())
		}
		return fail.status
	case err != nil: // cobra's own errors are about usage
		c.say(err.Error())
		return statusUsage
	case ctx.Err() != nil:
		return statusStopped
	}
	return c.status
}

// failed remembers that an input failed, says why, and lets the run go on.
func (c *command) failed(message string) {
	c.status = statusInput
	c.say(message)
}

// say prints one message.
func (c *command) say(message string) {
	io.WriteString(c.messages, "unscrape: "+output.Printable(message)+"\n")
}

// A failure ends the run with a status of its own.
type failure struct {
	status int
	err    error // nil when everything has been said
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func usage(err error) error { return &failure{statusUsage, err} }

// unreadable is the failure of an output folder that cannot be read.
func unreadable(dir string, err error) error {
	return &failure{statusInput, errors.New(dir + ": " + reason(err))}
}

// reason is the innermost message of an operating system error.
func reason(err error) string {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

// A checkedWriter remembers the first error and writes nothing after it.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (w *checkedWriter) Write(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	n, err := w.w.Write(p)
	w.err = err
	return n, err
}
