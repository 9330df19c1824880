package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"unscrape/check"
)

// newHelp takes the place of cobra's own help command, which answers a wrong
// name with the help of the program and status 0.
func (c *command) newHelp() *cobra.Command {
	return &cobra.Command{
		Use:                   "help [COMMAND]",
		Short:                 "describe a command",
		DisableFlagsInUseLine: true,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			found, _, _ := cmd.Root().Find(args)
			return commandNames(found), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, _ := cmd.Root().Find(args)
			if len(rest) > 0 {
				return noCommand(found, rest[0])
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// noArgs refuses arguments, which may be misspelled commands.
func noArgs(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case cmd.HasSubCommands():
		return noCommand(cmd, args[0])
	}
	return errors.New(args[0] + ": " + nameOf(cmd) + " takes no arguments")
}

// noCommand is the error of a command below parent that does not exist.
func noCommand(parent *cobra.Command, name string) error {
	names := commandNames(parent)
	message := strings.TrimSpace(nameOf(parent)+" "+name) + ": no such command"
	if near := check.Nearest(name, names); near != "" {
		return usage(errors.New(message + ": did you mean " + near))
	}
	return usage(errors.New(message + ": use " + strings.Join(names, ", ")))
}

// nameOf is what stands behind the program's name to call a command.
func nameOf(cmd *cobra.Command) string {
	return strings.TrimPrefix(strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()), " ")
}

func commandNames(parent *cobra.Command) []string {
	var names []string
	for _, cmd := range parent.Commands() {
		if !cmd.Hidden {
			names = append(names, cmd.Name())
		}
	}
	return names
}
