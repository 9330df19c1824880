package forest

import (
	"math/rand/v2"
	"testing"
)

// A page of 160 lines, 180 features and 400 trees.
func BenchmarkSymmetric(b *testing.B) {
	const rows, width = 160, 180
	r := rand.New(rand.NewPCG(5, 6))
	data, _ := randomForest(r, width, 400)
	f, _, err := ReadSymmetric(data)
	if err != nil {
		b.Fatal(err)
	}
	c := randomColumns(r, rows, width)
	sums := make([][Block]int32, rows/Block)
	for name, add := range map[string]func(*[Block]int32, []uint8, []int32){"here": f.addTrees, "anywhere": f.addEights} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for i := range sums {
					add(&sums[i], c.bytes[Block*i:], c.at)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
		})
	}
}
