//go:build !amd64

package forest

func addTrees(sums *[Block]int32, trees []symmetricTree, columns []uint8, at []int32) {
	addEights(sums, trees, columns, at)
}
