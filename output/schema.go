package output

import (
	_ "embed"
	"slices"
)

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (2020-12) of the record as written with all of
// its fields.
func Schema() []byte { return slices.Clone(schema) }
