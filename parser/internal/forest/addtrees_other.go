//go:build !amd64

package forest

func (f *Symmetric) addTrees(sums *[Block]int32, columns []uint8, at []int32) {
	f.addEights(sums, columns, at)
}
