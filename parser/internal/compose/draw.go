// Package compose has what training pages in other languages than English are
// made of: articles of the test cases, phrases of the rules, made-up words.
package compose

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"unscrape/parser/linemodel"
)

// A Draw takes from a stock at random what one page is made of.
type Draw struct {
	*Stock
	Next   func(n int) int // a number from 0 to before n
	Others []Story         // that are not on the page as its article
}

// NewDraw is a draw that follows from a seed.
func (s *Stock) NewDraw(seed uint32) *Draw { return &Draw{Stock: s, Next: Random(seed)} }

// Seed is a number that follows from a name.
func Seed(name string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()
}

// Random returns numbers from 0 to before n that follow from seed.
func Random(seed uint32) func(n int) int {
	return func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % max(1, n)
	}
}

// Article is the title of the article of that number and its text, with the
// texts of others behind it at times. The rest of the articles are Others.
func (d *Draw) Article(number int) (title string, text []string) {
	order := d.shuffled()
	order[slices.Index(order, number)], order[0] = order[0], number
	text = d.Articles[number].Text
	used := 1
	for want := []int{0, 3, 5, 8, 12}[d.Next(5)]; len(text) < want && used < len(order)/2; used++ {
		text = slices.Concat(text, d.Articles[order[used]].Text)
	}
	for _, k := range order[used:] {
		d.Others = append(d.Others, d.Articles[k])
	}
	return d.Articles[number].Title, text
}

func (d *Draw) shuffled() []int {
	order := make([]int, len(d.Articles))
	for i := range order {
		order[i] = i
	}
	for i := len(order) - 1; i > 0; i-- {
		k := d.Next(i + 1)
		order[i], order[k] = order[k], order[i]
	}
	return order
}

// Often is true in so many of a hundred cases.
func (d *Draw) Often(percent int) bool { return d.Next(100) < percent }

// Other is another article.
func (d *Draw) Other() Story { return d.Others[d.Next(len(d.Others))] }

// Word is a word or two of a menu.
func (d *Draw) Word() string { return d.Menu[d.Next(len(d.Menu))] }

// Name is what stands for a writer: two words of a headline.
func (d *Draw) Name() string {
	w := strings.Fields(d.Other().Title)
	return strings.Trim(strings.Join(w[:min(len(w), 1+d.Next(2))], " "), ",.:;«»\"“”")
}

// Date is a day, with the time at times.
func (d *Draw) Date() string {
	day, month, year := 1+d.Next(28), 1+d.Next(12), 2015+d.Next(10)
	s := fmt.Sprintf([]string{"%02d.%02d.%d", "%02d/%02d/%d", "%d-%d-%d"}[d.Next(3)], day, month, year)
	if d.Often(50) {
		s += fmt.Sprintf([]string{" %02d:%02d", ", %02d:%02d", " - %02d:%02d"}[d.Next(3)], d.Next(24), d.Next(60))
	}
	return s
}

// Item is an entry of a list within the text: a part of a sentence of at most so
// many words.
func (d *Draw) Item(most int) string {
	w := strings.Fields(d.Other().Paragraphs[0])
	from := d.Next(len(w))
	return strings.Trim(strings.Join(w[from:min(len(w), from+1+d.Next(most))], " "), ",.:;")
}

// FirstSentence is the first sentence of a paragraph.
func FirstSentence(s string) string {
	return cmp.Or(slices.Concat(linemodel.Sentences(nil, s), []string{s})[0], s)
}
