package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"unscrape/output"
	"unscrape/parser"
	"unscrape/parser/rules"
)

// toFolder are the flags about a folder with a file for each article.
type toFolder struct {
	dir    string
	name   string
	resume bool
	stale  bool
}

func (o *toFolder) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVarP(&o.dir, "out-dir", "d", "", "write a file for each article into this `folder`, and a manifest")
	f.StringVar(&o.name, "name", "{source}", "`template` of the files' names in --out-dir, without the extension, of {source}, {id}, {date} and {slug}")
	f.BoolVar(&o.resume, "resume", false, "with --out-dir: do only what is new, changed or failed, was made with other --rules, or whose files are not as they were written")
	f.BoolVar(&o.stale, "stale", false, "with --out-dir: list the documents in it that another version made, or other --rules when these are given, and do nothing")
}

// check reports flags that make no sense.
func (o *toFolder) check(cmd *cobra.Command) error {
	for _, name := range []string{"name", "resume", "stale"} {
		if o.dir == "" && cmd.Flags().Changed(name) {
			return usage(errors.New("--" + name + " needs --out-dir"))
		}
	}
	if o.dir != "" && cmd.Flags().Changed("keep-errors") {
		return usage(errors.New("--keep-errors is for a stream of articles; the manifest of --out-dir names the errors"))
	}
	_, err := output.ParseTemplate(o.name)
	if err != nil {
		return usage(errors.New("--name: " + err.Error()))
	}
	return nil
}

// apart refuses an output folder whose files would lie among those of a folder
// that is read: the next run would read them.
func (o *toFolder) apart(paths []string) error {
	out, err := os.Stat(o.dir)
	if err != nil {
		return nil // there is none yet
	}
	source, _ := output.ParseTemplate("{source}")
	for _, p := range paths {
		in, err := os.Stat(p)
		if err != nil || !in.IsDir() {
			continue
		}
		among := os.SameFile(in, out)
		if mirror, err := os.Stat(filepath.Join(o.dir, source.Path(&parser.Article{}, filepath.ToSlash(p)))); err == nil && strings.Contains(o.name, "{source}") {
			among = among || os.SameFile(in, mirror)
		}
		if among {
			return usage(fmt.Errorf("--out-dir %s: the files would lie in %s, which is read; name another folder", o.dir, p))
		}
	}
	return nil
}

// open opens the output folder.
func (o *toFolder) open(cmd *cobra.Command, format string, ruleFiles []string) (*output.Dir, error) {
	rulesMade, err := rulesVersion(ruleFiles)
	if err != nil {
		return nil, usage(err)
	}
	dir, err := output.OpenDir(o.dir, output.DirOptions{
		Setup:  output.Setup{Format: format, Name: o.name, Options: optionsOf(cmd.Flags())},
		Resume: o.resume,
		Tool:   toolVersion(),
		Rules:  rulesMade,
	})
	if errors.Is(err, output.ErrOtherSetup) {
		return nil, usage(fmt.Errorf("%s %w; use the same again, or another folder", o.dir, err))
	}
	if errors.Is(err, output.ErrInUse) {
		return nil, &failure{statusOutput, fmt.Errorf("%s: %w; wait for its end, or use another folder", o.dir, err)}
	}
	if err != nil {
		return nil, &failure{statusOutput, errors.New(o.dir + ": " + reason(err))}
	}
	return dir, nil
}

// optionsOf are the flags that decide what is in the files, as they were
// given.
func optionsOf(flags *pflag.FlagSet) string {
	var given []string
	for _, name := range []string{"assume-tz", "date-order", "fields", "input-format", "meta", "relative-to", "text-field"} {
		if f := flags.Lookup(name); f != nil && f.Changed {
			given = append(given, "--"+name+" "+f.Value.String())
		}
	}
	return strings.Join(given, " ")
}

// rulesVersion identifies the rules, the user's among them.
func rulesVersion(files []string) (string, error) {
	all := rules.Version()
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return "", errors.New(name + ": " + reason(err))
		}
		all += fmt.Sprintf("+%x", sha256.Sum256(b))[:13]
	}
	return all, nil
}

// listStale prints the documents that another version of the program or of
// the rules made.
func (c *command) listStale(o *toFolder, ruleFiles []string) error {
	rulesMade, err := rulesVersion(ruleFiles)
	if err != nil {
		return usage(err)
	}
	m, err := output.OpenManifest(o.dir)
	if err != nil {
		return unreadable(o.dir, err)
	}
	defer m.Close()
	for e, err := range m.Stale(toolVersion(), rulesMade) {
		if err != nil {
			return unreadable(o.dir, err)
		}
		fmt.Fprintln(c.out, output.Printable(e.Input))
	}
	return nil
}

// A stored is what goes into an output folder of one document.
type stored struct {
	nth    int // of the documents with this name, as in output.Entry
	digest string
	same   bool // an earlier run has done it
	files  []output.Staged
	fatal  error // of writing
}

// unchanged reports whether the document needs not be parsed.
func (o *outcome) unchanged(dir *output.Dir, content []byte) bool {
	h := sha256.New()
	h.Write(content)
	fmt.Fprintf(h, "\x00%s\x00%s\x00%s", o.doc.URL, o.doc.Date, o.doc.Charset)
	for _, f := range o.doc.Fields {
		fmt.Fprintf(h, "\x00%s\x00%s", f.Name, f.Value)
	}
	o.digest = fmt.Sprintf("%x", h.Sum(nil))
	o.same = dir.Unchanged(o.entry())
	return o.same
}

// entry is what the manifest says of the document.
func (o *outcome) entry() output.Entry {
	e := output.Entry{Input: inputName(o), Nth: o.nth, Part: o.number, Size: o.bytes, SHA256: o.digest, Status: output.StatusDone}
	if o.found == 0 {
		e.Status = output.StatusNoArticle
	}
	return e
}

// stage writes an article to a file that has no name yet.
func (v *conversion) stage(o *outcome, a *parser.Article, encoded []byte) {
	frame := v.encoder.Frame()
	content := slices.Concat([]byte(frame.Begin), encoded, []byte(frame.Tail), []byte(frame.End))
	s, err := v.dir.Stage(a, filepath.ToSlash(o.doc.Path()), content)
	if err != nil && o.fatal == nil {
		o.fatal = err
	}
	o.files = append(o.files, s)
}

// commit enters the document into the folder.
func (o *outcome) commit(dir *output.Dir) error {
	switch {
	case o.fatal != nil:
		return o.fatal
	case failed(o.err):
		return dir.Fail(output.Entry{Input: inputName(o), Nth: o.nth}, cause(o.err))
	case o.err != nil:
		return nil
	}
	if !o.same {
		if err := dir.Commit(o.entry(), o.files); err != nil {
			return err
		}
	}
	if o.number == 0 || o.last {
		return dir.Trim(o.entry(), o.number)
	}
	return nil
}

// parseIntoFolder is parse with an output folder.
func (c *command) parseIntoFolder(root *cobra.Command, o *parseOptions, p *parser.Parser, v *conversion, paths []string) (err error) {
	if err := o.apart(paths); err != nil {
		return err
	}
	if v.dir, err = o.open(root, o.output, o.ruleFiles); err != nil {
		return err
	}
	err = c.follow(root.Context(), o, p, v, paths, func() error { return nil })
	if closed := v.dir.Close(); err == nil {
		err = closed
	}
	var said *failure
	if err != nil && !errors.As(err, &said) {
		return &failure{statusOutput, errors.New(o.dir + ": " + reason(err))}
	}
	return err
}
