package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (c *command) newCompletion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "print a script that completes command lines in a shell",
		Example: `  source <(unscrape completion bash)       in this shell
  unscrape completion bash > ~/.local/share/bash-completion/completions/unscrape
  unscrape completion zsh > "${fpath[1]}/_unscrape"
  unscrape completion fish > ~/.config/fish/completions/unscrape.fish
  unscrape completion powershell | Out-String | Invoke-Expression`,
		Args:                  oneShell,
		ValidArgs:             shells,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(c.out, true)
			case "zsh":
				return root.GenZshCompletion(c.out)
			case "fish":
				return root.GenFishCompletion(c.out, true)
			default:
				return root.GenPowerShellCompletionWithDesc(c.out)
			}
		},
	}
}

// completeChoices lets shells complete the values of the flags that have a few.
func completeChoices(cmd *cobra.Command) {
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if v, ok := f.Value.(*choice); ok {
			cmd.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(v.values, cobra.ShellCompDirectiveNoFileComp))
		}
	})
	for _, sub := range cmd.Commands() {
		completeChoices(sub)
	}
}

var shells = []string{"bash", "zsh", "fish", "powershell"}

func oneShell(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return errors.New("completion: name one shell: bash, zsh, fish or powershell")
	}
	var name string
	if err := oneOf(&name, shells...).Set(args[0]); err != nil {
		return errors.New("completion: no script for " + args[0] + ": " + err.Error())
	}
	return nil
}
