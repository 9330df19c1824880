package parser

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"unscrape/parser/rules"
)

// TestRuleIDs holds each string of rule_ids.go against the built-in rules.
func TestRuleIDs(t *testing.T) {
	known := map[string]bool{}
	for _, r := range rules.Builtin().Rules() {
		known[r.ID] = true
	}
	for _, l := range rules.Builtin().Labels() {
		known[l.ID] = true
	}
	file, err := parser.ParseFile(token.NewFileSet(), "rule_ids.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ids := 0
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			id, _ := strconv.Unquote(lit.Value)
			if ids++; !known[id] {
				t.Errorf("no rule has the id %q", id)
			}
		}
		return true
	})
	if ids < 50 {
		t.Errorf("only %d ids", ids)
	}
}
