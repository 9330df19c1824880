package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (c *command) newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.printVersion()
		},
	}
}

func (c *command) printVersion() error {
	_, err := fmt.Fprintln(c.out, "unscrape", version())
	return err
}

// version is that of the module, or the revision it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return info.Main.Version
}

// toolVersion is the version as manifests say it: that of a program that was built
// without one has the digest of the program behind it.
func toolVersion() string {
	v := version()
	if v != unversioned {
		return v
	}
	name, err := os.Executable()
	if err != nil {
		return v
	}
	f, err := os.Open(name)
	if err != nil {
		return v
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return v
	}
	return fmt.Sprintf("%s+%x", v, h.Sum(nil)[:6])
}

// unversioned is what the Go command calls the version of what it builds without one.
const unversioned = "(devel)"
