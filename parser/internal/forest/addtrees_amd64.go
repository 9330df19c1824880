package forest

import "golang.org/x/sys/cpu"

// addTrees adds to sums the leaves of a block of rows, whose numbers stand at
// the beginning of columns, each feature's at its place in at.
func (f *Symmetric) addTrees(sums *[Block]int32, columns []uint8, at []int32) {
	if !cpu.X86.HasAVX2 {
		f.addEights(sums, columns, at)
	} else if len(f.trees) > 0 {
		addTreesAVX2(sums, &f.trees[0], len(f.trees), &columns[0], &at[0])
	}
}

// addTreesAVX2 is addTrees for n > 0 trees.
//
//go:noescape
func addTreesAVX2(sums *[Block]int32, trees *symmetricTree, n int, columns *uint8, at *int32)
