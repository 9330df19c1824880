package main

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	"unscrape/input"
	"unscrape/parser"
)

// explainOptions are the flags of explain.
type explainOptions struct {
	reading
	output string
	color  string
}

func (c *command) newExplain() *cobra.Command {
	o := &explainOptions{}
	cmd := &cobra.Command{
		Use:   "explain [PATH...]",
		Short: "show what each line was taken for, and why",
		Long: `explain prints the ledger of each document: every line with its number, its
kind (blank, field, body, repeat, boilerplate or hidden), the reason for it,
and the line itself; what remained in doubt; and at the end what a web page
offers for its fields, with the reason why each offer was or was not taken.

With -o json it prints an object for each article. Its blocks have their span
in bytes and the raw text of it; joined, the raw texts are the decoded text. Of
a web page they leave out the markup between them.`,
		Example: `  unscrape explain page.txt
  unscrape explain page.txt -o json | jq '.blocks[] | select(.kind == "boilerplate")'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.explain(cmd.Context(), o, args)
		},
	}
	cmd.Flags().VarP(oneOf(&o.output, "text", "json"), "output", "o", "`format` to write: text or json")
	cmd.Flags().Var(oneOf(&o.color, "auto", "always", "never"), "color", "`when` to colour lines by kind: auto (on a terminal, unless NO_COLOR is set), always or never")
	o.addFlags(cmd)
	cmd.SetFlagErrorFunc(flagError)
	return cmd
}

func (c *command) explain(ctx context.Context, o *explainOptions, paths []string) error {
	o.explain = true
	p, err := o.parser()
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	w := &ledgerWriter{w: c.out, json: o.output == "json", color: colored(o.color, c.stdout)}
	for doc, err := range input.Walk(ctx, paths, c.stdin, o.input()) {
		if err == nil {
			err = explainOne(p, &doc, w)
		}
		if c.out.err != nil {
			return c.out.err
		}
		c.trouble(err)
	}
	return nil
}

func explainOne(p *parser.Parser, doc *input.Document, w *ledgerWriter) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = panicked(doc.Name, r)
		}
	}()
	data, err := doc.ReadAll(nil)
	if err != nil {
		return err
	}
	return w.document(p.Parse(data, hints(p, doc)))
}

// colored decides whether to colour, as https://no-color.org asks.
func colored(when string, w io.Writer) bool {
	if when != "auto" {
		return when == "always"
	}
	return os.Getenv("NO_COLOR") == "" && isTerminal(w)
}
