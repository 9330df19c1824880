package check

import "math"

// chanceOfFewer is the probability that of the now articles as few as hits or
// fewer have something when the share among now and before is the same and
// chance alone deals it out (Fisher's exact test, one-sided).
func chanceOfFewer(hits, now, hitsBefore, before int) float64 {
	total := hits + hitsBefore
	p := 0.0
	for k := hits; k >= max(0, total-before); k-- {
		term := math.Exp(choose(now, k) + choose(before, total-k) - choose(now+before, total))
		p += term
		if term < p*1e-12 {
			break
		}
	}
	return min(p, 1)
}

// choose is the logarithm of the binomial coefficient.
func choose(n, k int) float64 {
	if k < 0 || k > n {
		return math.Inf(-1)
	}
	log := func(n int) float64 { v, _ := math.Lgamma(float64(n) + 1); return v }
	return log(n) - log(k) - log(n-k)
}

// chanceOfQuarters is the probability that counts are as uneven, or more so,
// when each of now articles falls into each of the four quarters of before
// earlier ones alike (Pearson's test with three degrees of freedom; the
// quarters are estimates themselves, which widens it).
func chanceOfQuarters(counts [4]int, now, before int) float64 {
	expected := float64(now) / 4
	x := 0.0
	for _, n := range counts {
		d := float64(n) - expected
		x += d * d / expected
	}
	x /= 1 + float64(now)/float64(before)
	return math.Erfc(math.Sqrt(x/2)) + math.Sqrt(2*x/math.Pi)*math.Exp(-x/2)
}
