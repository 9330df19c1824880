package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"unscrape/output"
	"unscrape/parser/rules"
)

func (c *command) newRules() *cobra.Command {
	var files []string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "list what is known of boilerplate and labels",
		Long: `rules lists the built-in rules, one a line: the rules that find boilerplate with
the place where they hold (head, tail, edge or any) and the reason, and the groups
of labels with the field that they announce.`,
		Example: `  unscrape rules
  unscrape rules test my-rules.yaml        run the examples in a rule file
  unscrape page.txt --rules my-rules.yaml  use it`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			o := reading{ruleFiles: files}
			set, err := o.rules()
			if err != nil {
				return usage(err)
			}
			c.listRules(set)
			return nil
		},
	}
	cmd.Flags().StringArrayVar(&files, "rules", nil, "add the rules of a YAML `file`; may be repeated")
	cmd.SetFlagErrorFunc(flagError)
	cmd.AddCommand(&cobra.Command{
		Use:   "test FILE...",
		Short: "run the examples in rule files",
		Long: `test reads rule files and checks that each rule drops its drop: examples and
keeps its keep: examples. The exit status is 1 when one does not.`,
		Example: `  unscrape rules test my-rules.yaml`,
		RunE:    func(cmd *cobra.Command, args []string) error { return c.testRules(args) },
	})
	return cmd
}

func (c *command) testRules(names []string) error {
	if len(names) == 0 {
		return usage(errors.New("rules test: name a rule file"))
	}
	wrong := 0
	for _, name := range names {
		file, err := loadRules(name)
		if err != nil {
			return usage(err)
		}
		for _, f := range file.Test() {
			fmt.Fprintf(c.out, "%s:%d: %s: %s: %s\n", output.Printable(f.File), f.Line, f.ID, output.Printable(f.What), output.Printable(f.Text))
			wrong++
		}
	}
	if wrong > 0 {
		return &failure{statusFindings, errors.New(plural(wrong, "example fails", "examples fail"))}
	}
	return nil
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}

// listRules prints a line for each rule and label.
func (c *command) listRules(set *rules.Set) {
	for _, r := range set.Rules() {
		means := ""
		if r.Means != rules.Nothing {
			means = " [" + r.Means.String() + "]"
		}
		fmt.Fprintf(c.out, "%-34s %-5s %s%s\n", r.ID, r.At, output.Printable(r.Why), means)
	}
	for _, l := range set.Labels() {
		fmt.Fprintf(c.out, "%-34s label of %s\n", l.ID, l.Role)
	}
}
