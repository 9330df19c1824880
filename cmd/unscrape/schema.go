package main

import (
	"github.com/spf13/cobra"

	"unscrape/output"
)

func (c *command) newSchema() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "print the JSON Schema of a record",
		Example: `  unscrape schema > article.schema.json`,
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := c.out.Write(output.Schema())
			return err
		},
	}
}
