package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"unscrape/output"
)

func (c *command) newVerify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify DIR",
		Short: "compare the files in an output folder with its manifest",
		Long: `verify reads all files in a folder that --out-dir has written, and prints
those that are missing, have other content, or are not in its manifest, one
line each. The exit status is 1 when there are any. The command that wrote the
folder mends it with --resume: it does the documents of such files again. What
is not in the manifest it leaves alone.`,
		Example: `  unscrape verify out/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New("verify: name one output folder"))
			}
			return c.verify(args[0])
		},
	}
}

func (c *command) verify(dir string) error {
	m, err := output.OpenManifest(dir)
	if err != nil {
		return unreadable(dir, err)
	}
	defer m.Close()
	files, found, damaged := 0, 0, 0
	for f, err := range m.Verify() {
		if err != nil {
			return unreadable(dir, err)
		}
		if found++; f.Input != "" {
			damaged++
		}
		fmt.Fprintln(c.out, output.Printable(f.Path+": "+f.Problem))
	}
	for e, err := range m.Entries() {
		if err != nil {
			return unreadable(dir, err)
		}
		files += len(e.Outputs)
	}
	if damaged > 0 {
		c.say(dir + ": the command that wrote it, with --resume, does again what is not as it was")
	}
	if found > 0 {
		return &failure{status: statusFindings}
	}
	c.say(dir + ": " + plural(files, "file is", "files are") + " as the manifest says")
	return nil
}
