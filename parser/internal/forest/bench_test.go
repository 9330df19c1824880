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
	sums, words := make([][8]int32, rows/8), make([]uint64, rows/8*width)
	for i := range words {
		words[i] = r.Uint64()
	}
	for b.Loop() {
		f.Score(sums, words, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
}
