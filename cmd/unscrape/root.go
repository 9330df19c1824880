package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"unscrape/check"
	"unscrape/input"
	"unscrape/output"
)

// parseOptions are the flags of the command without a name, which parses.
type parseOptions struct {
	reading
	output string
	fields []string
	meta   bool
	jobs   int
	files0 string

	toFolder
	keepErrors bool
	shard      string
	share      input.Share
	progress   string
	summary    string
	version    bool
}

func (c *command) newRoot() *cobra.Command {
	o := &parseOptions{}
	cmd := &cobra.Command{
		Use:   "unscrape [PATH...]",
		Short: "turn scraped text back into articles",
		Long: `unscrape reads text dumps and saved pages of news, takes the boilerplate out, and
prints each article's id, timestamp, title and body.

PATH is a file, an archive, a folder, or - for standard input, which is read
too when there is no PATH. Compressed files need not be unpacked.`,
		Example: `  unscrape page.txt                        one article as JSON
  curl -s "$address" | unscrape            the same from standard input
  unscrape archive/ -o jsonl > all.jsonl   a whole folder, one article a line
  unscrape archive.zip -d out --resume     a file for each article, and only what is new
  unscrape page.txt --fields id,title      only some fields
  unscrape explain page.txt                why each line is what it is`,
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.version {
				return c.printVersion()
			}
			return c.parse(cmd, o, args)
		},
	}
	f := cmd.Flags()
	f.VarP(oneOf(&o.output, "json", "jsonl", "yaml"), "output", "o", "`format` to write: json, jsonl or yaml")
	f.StringSliceVar(&o.fields, "fields", nil, "write only these `fields`, comma-separated: "+strings.Join(output.FieldNames(), ", "))
	f.BoolVar(&o.meta, "meta", false, "add _meta to each article: encoding, precision and zone of the timestamp, lines per kind, rules, warnings")
	f.VarP(jobs(&o.jobs), "jobs", "j", "`number` of documents to parse at once; the order of the output stays that of the input")
	f.StringVar(&o.files0, "files0-from", "", "read the paths from `file`, each ended by a NUL; - is standard input")
	f.BoolVar(&o.keepErrors, "keep-errors", false, "write a record with source and error in the place of each document that could not be read")
	f.StringVar(&o.shard, "shard", "", "only part `I/N` of the documents, such as 2/8, chosen by their names")
	f.Var(oneOf(&o.progress, "auto", "always", "never"), "progress", "`when` to show progress on standard error: auto (a bar where that is a terminal and articles go elsewhere, a line every 30 s where it is none), always or never")
	f.StringVar(&o.summary, "summary", "", "write what was done into this `file`, as JSON")
	f.BoolVar(&o.version, "version", false, "print the version")
	o.toFolder.addFlags(cmd)
	o.reading.addFlags(cmd)
	cmd.SetFlagErrorFunc(flagError)
	cmd.SetHelpCommand(c.newHelp())
	cmd.AddCommand(c.newExplain(), c.newCheck(), c.newSchema(), c.newRules(), c.newCompletion(), c.newVerify(), c.newVersion())
	completeChoices(cmd)
	return cmd
}

// parse reads all inputs and writes their articles.
func (c *command) parse(root *cobra.Command, o *parseOptions, paths []string) error {
	if err := o.check(root); err != nil {
		return err
	}
	if o.stale && len(paths) > 0 {
		return usage(errors.New("--stale reads nothing but the manifest in --out-dir; give no paths"))
	}
	if o.stale {
		return c.listStale(&o.toFolder, o.ruleFiles)
	}
	p, err := o.parser()
	if err != nil {
		return err
	}
	format, err := output.ParseFormat(o.output)
	if err != nil {
		return usage(err)
	}
	many, err := output.NewEncoder(format, output.Options{Fields: o.fields, Meta: o.meta})
	if err != nil {
		return usage(err)
	}
	one, err := output.NewEncoder(format, output.Options{Single: true, Fields: o.fields, Meta: o.meta})
	if err != nil {
		return usage(err)
	}
	if o.fields != nil && len(o.fields) == 0 {
		return usage(errors.New("--fields is empty; name at least one of " + strings.Join(output.FieldNames(), ", ")))
	}
	paths, err = c.paths(o.files0, paths)
	if err != nil {
		return err
	}
	if err := misspelled(root, paths); err != nil {
		return err
	}
	v := &conversion{command: c, encoder: many, keepErrors: o.keepErrors}
	if o.dir != "" {
		v.encoder = one
		return c.parseIntoFolder(root, o, p, v, paths)
	}
	v.single = isSingle(paths)
	v.articles = &articleWriter{w: c.out, single: one, stream: many, mayBeSingle: v.single}
	return c.follow(root.Context(), o, p, v, paths, v.articles.end)
}

// check reports flags that make no sense, before anything is read.
func (o *parseOptions) check(root *cobra.Command) (err error) {
	for _, name := range []string{"out-dir", "files0-from", "summary", "text-field"} {
		if f := root.Flags().Lookup(name); f.Changed && f.Value.String() == "" {
			return usage(errors.New("--" + name + " is empty; give it a name or leave it out"))
		}
	}
	if o.shard != "" {
		if o.share, err = input.ParseShare(o.shard); err != nil {
			return usage(errors.New("--shard: " + err.Error()))
		}
	}
	if o.summary != "" {
		if err := canReplace(o.summary); err != nil {
			return err
		}
	}
	return o.toFolder.check(root)
}

// paths are what to read: the arguments, the names in a file, or standard
// input.
func (c *command) paths(files0 string, args []string) ([]string, error) {
	if files0 == "" {
		if len(args) == 0 {
			return []string{"-"}, nil
		}
		return args, nil
	}
	if len(args) > 0 {
		return nil, usage(errors.New("--files0-from takes the place of the paths; give one of them"))
	}
	r := c.stdin
	if files0 != "-" {
		f, err := os.Open(files0)
		if err != nil {
			return nil, usage(errors.New(files0 + ": " + reason(err)))
		}
		defer f.Close()
		r = f
	}
	names := []string{}
	for name, err := range input.FilesFrom(r) {
		if err != nil {
			return nil, usage(errors.New(files0 + ": " + reason(err)))
		}
		names = append(names, name)
	}
	return names, nil
}

// isSingle reports whether the paths name one plain file or standard input,
// of which JSON is an object rather than an array.
func isSingle(paths []string) bool {
	if len(paths) != 1 {
		return false
	}
	if paths[0] == "-" {
		return true
	}
	info, err := os.Stat(paths[0])
	return err == nil && info.Mode().IsRegular()
}

// misspelled reports a path that was meant to be a command.
func misspelled(root *cobra.Command, paths []string) error {
	if len(paths) == 0 || strings.ContainsAny(paths[0], "./\\") {
		return nil
	}
	if _, err := os.Lstat(paths[0]); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if near := check.Nearest(paths[0], commandNames(root)); near != "" {
		return usage(errors.New("no command and no file " + paths[0] + ": did you mean " + near))
	}
	return nil
}
