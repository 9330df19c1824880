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

PATH may also be the name of one document in an archive or a file of records, as
messages and the source of an article have it: archive.zip!2020/a.txt.

With -o json it prints an object for each article. Its blocks have their span
in bytes and the raw text of it; joined, the raw texts are the decoded text. Of
a web page they leave out the markup between them.`,
		Example: `  unscrape explain page.txt
  unscrape explain 'archive.zip!2020/a.txt'
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
	in := c.stdin
	for _, path := range paths {
		if err := c.explainPath(ctx, o, p, path, in, w); err != nil {
			return err
		}
		if path == "-" {
			in = nil // it can be read only once
		}
	}
	return nil
}

// explainPath explains the documents of a path. Its error is that of the output.
func (c *command) explainPath(ctx context.Context, o *explainOptions, p *parser.Parser, path string, stdin io.Reader, w *ledgerWriter) error {
	container := containerOf(path)
	said := container == path
	for doc, err := range input.Walk(ctx, []string{container}, stdin, o.input()) {
		name := inputName(&outcome{doc: doc, err: err})
		if container != path && name != path && name != container {
			continue
		}
		said = said || name == path || failed(err)
		if err == nil {
			err = explainOne(p, &doc, w)
		}
		if c.out.err != nil {
			return c.out.err
		}
		c.trouble(doc.Damage)
		c.trouble(err)
	}
	if !said && ctx.Err() == nil {
		c.failed(path + ": no such document in " + container)
	}
	return nil
}

// containerOf is the file that the document with this name lies in, or the name itself
// when it is that of a file, or there is no such file.
func containerOf(name string) string {
	if _, err := os.Stat(name); err == nil {
		return name
	}
	for i := range name {
		if name[i] != '!' {
			continue
		}
		if info, err := os.Stat(name[:i]); name[:i] == "-" || err == nil && !info.IsDir() {
			return name[:i]
		}
	}
	return name
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
	return w.document(articlesOf(p, data, doc))
}

// colored decides whether to colour, as https://no-color.org asks.
func colored(when string, w io.Writer) bool {
	if when != "auto" {
		return when == "always"
	}
	return os.Getenv("NO_COLOR") == "" && isTerminal(w)
}
