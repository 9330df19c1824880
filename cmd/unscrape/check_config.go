package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"unscrape/check"
)

// noKeys are the flags that a configuration file cannot set.
var noKeys = map[string]bool{"config": true, "no-config": true, "explain": true, "help": true}

// fileFlags are the flags whose values name files, which a configuration file
// names from its own folder.
var fileFlags = map[string]bool{"against": true, "baseline": true, "rules": true, "files0-from": true, "report": true}

// configure sets the flags that the command line does not set from the
// configuration file.
func (o *checkOptions) configure(flags *pflag.FlagSet) error {
	folder, err := os.Getwd()
	if err != nil {
		return err
	}
	name := o.config
	if name == "" && !o.noConfig {
		name = check.FindConfig(folder)
	}
	if name == "" {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return errors.New(name + ": " + reason(err))
	}
	shown := shortName(folder, name)
	config, err := check.LoadConfig(shown, data, configKeys(flags))
	if err != nil {
		return err
	}
	o.overrides = config.Overrides
	if abs, err := filepath.Abs(name); err == nil {
		o.root = filepath.Dir(abs)
	}
	return o.setFlags(flags, config)
}

// configKeys are the names of the flags that a configuration file can set.
func configKeys(flags *pflag.FlagSet) (keys []string) {
	flags.VisitAll(func(f *pflag.Flag) {
		if !noKeys[f.Name] {
			keys = append(keys, f.Name)
		}
	})
	return keys
}

// setFlags sets the flags of a configuration file, and remembers where it does.
func (o *checkOptions) setFlags(flags *pflag.FlagSet, config *check.Config) error {
	o.setAt = map[string]string{}
	for _, s := range config.Settings {
		if flags.Changed(s.Flag) {
			continue
		}
		o.setAt[s.Flag] = fmt.Sprintf("%s:%d: %s", config.Name, s.Line, s.Flag)
		if err := setFlag(flags.Lookup(s.Flag), s.Values, filepath.Dir(config.Name)); err != nil {
			return o.wrong(s.Flag, err)
		}
	}
	return nil
}

// setFlag sets a flag to the values that a file in folder has for it.
func setFlag(f *pflag.Flag, values []string, folder string) error {
	if _, many := f.Value.(pflag.SliceValue); !many && len(values) != 1 {
		return errors.New("takes one value")
	}
	for _, v := range values {
		if fileFlags[f.Name] {
			v = fromFolder(folder, v)
		}
		err := f.Value.Set(v)
		if err != nil && f.Value.Type() == "bool" {
			err = errors.New("use true or false")
		}
		if err != nil {
			return fmt.Errorf("%q: %w", v, err)
		}
	}
	return nil
}

// shortName is name from the folder where that is shorter.
func shortName(folder, name string) string {
	if rel, err := filepath.Rel(folder, name); err == nil && len(rel) < len(name) {
		return rel
	}
	return name
}

// fromFolder joins a folder and the name of a file, which may stand behind a
// format.
func fromFolder(folder, v string) string {
	format, name, ok := strings.Cut(v, "=")
	if !ok {
		format, name = "", v
	} else {
		format += "="
	}
	if filepath.IsAbs(name) || name == "-" {
		return v
	}
	return format + filepath.Join(folder, name)
}

// wrong is the error of the value of a flag, with the place where it was set.
func (o *checkOptions) wrong(flag string, err error) error {
	where, ok := o.setAt[flag]
	if !ok {
		where = "--" + flag
	}
	return fmt.Errorf("%s: %w", where, err)
}

// located is an error with the place where the flag was set that it is about.
func (o *checkOptions) located(err error) error {
	var of *flagValueError
	if !errors.As(err, &of) || o.setAt[of.flag] == "" {
		return err
	}
	return usage(fmt.Errorf("%s: %s: %s", o.setAt[of.flag], of.value, of.what))
}
