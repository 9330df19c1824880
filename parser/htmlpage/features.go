package htmlpage

import (
	"math/bits"
	"slices"
)

// A row is what the forests read of a block: numbers from 0 to 255. names and
// the functions that fill a row go in step.

// lg is 16 times the binary logarithm of 1+n, interpolated.
func lg(n int32) int {
	n = max(n, 0) + 1
	k := bits.Len32(uint32(n)) - 1
	return 16*k + int(n<<4>>k)&15
}

// share is a in two hundredths of b.
func share(a, b int32) int { return int(200 * int64(a) / int64(max(b, 1))) }

// signed puts a distance that may be negative on the scale of lg.
func signed(n int32) int {
	if n < 0 {
		return max(0, 128-lg(-n)*2/3)
	}
	return min(255, 129+lg(n)*2/3)
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// weight puts a weight of class words on the scale of a row.
func weight(w float32) int { return 128 + int(w*40) }

// A filler fills a row from left to right.
type filler struct {
	row []uint8
	n   int
}

func (r *filler) put(n int) {
	r.row[r.n] = uint8(max(0, min(n, 255)))
	r.n++
}

var ownNames = []string{
	"size", "words", "word-length", "longest", "letters", "digits", "upper", "capitals", "numbers", "function-words",
	"stops", "commas", "colons", "quotes", "brackets", "separators", "symbols", "first", "last", "dots", "bullet", "joined",
	"furniture", "share", "account", "legal", "related", "comment", "menu", "source", "shop", "time",
	"mass", "density", "links", "tag", "parent-tag", "level", "join", "item", "mark", "depth", "index", "kids",
	"list", "table", "figure", "caption", "quote", "form", "pre", "button", "hidden", "aria", "person",
	"picture", "since-rule",
	"class", "class-up", "class-up2", "class-path", "class-low", "class-high",
	"group", "group-size", "group-mass", "repeats", "seen", "overlap", "para", "title", "body", "summary", "rule", "chrome", "label", "date",
	"told", "site", "author",
	"head-gap", "head-level", "head-furniture", "head-rule", "head-path", "head-prose",
	"elem-size", "elem-density", "elem-prose", "up-size", "up-density", "up-prose", "up2-size", "up2-density",
	"up2-prose", "up3-density", "up3-prose", "up4-prose",
	"inner", "outer", "place-inner", "gap-up", "gap-down", "prose-before", "before-size", "after-size", "from-main", "to-main",
	"since-title", "prose-since-title", "block", "blocks-after",
	"since-share", "since-account", "since-legal", "since-related", "since-comment", "since-menu", "since-source", "since-shop", "since-time",
	"since-related-rule", "since-comments-rule", "since-end-rule",
	"page-blocks", "page-prose", "page-density", "main-share",
}

// own fills the part of a row that is about the block and its place.
func (j *judge) own(row []uint8, i int) {
	r := &filler{row: row}
	j.textual(r, i)
	j.markup(r, i)
	j.around(r, i)
	j.placed(r, i)
}

func (j *judge) textual(r *filler, i int) {
	f := &j.facts[i]
	r.put(lg(f.Size))
	r.put(lg(f.Words))
	r.put(share(f.Size, 10*f.Words))
	r.put(int(f.Longest))
	r.put(share(f.Letters, f.Chars))
	r.put(share(f.Digits, f.Chars))
	r.put(share(f.Upper, f.Upper+f.Lower))
	r.put(share(f.Caps, f.Spaced))
	r.put(share(f.Numbers, f.Spaced))
	if j.density == 0 {
		r.put(100)
	} else {
		r.put(share(f.Cues[0]*100, 2*j.density*max(4, f.Words)))
	}
	r.put(int(f.Stops))
	r.put(int(f.Commas))
	r.put(int(f.Colons))
	r.put(int(f.Quotes))
	r.put(int(f.Brackets))
	r.put(share(f.Separators, f.Words))
	r.put(share(f.Symbols, f.Chars))
	r.put(int(f.First))
	r.put(int(f.Last))
	r.put(flag(f.Dots))
	r.put(int(f.Bullet))
	r.put(int(f.Joined))
	r.put(share(f.furniture(), max(2, f.Words)))
	for c := 1; c < cues; c++ {
		r.put(share(f.Cues[c], max(2, f.Words)))
	}
}

// furniture is how many words a block has that menus and notices have, too.
func (f *facts) furniture() (n int32) {
	for _, c := range f.Cues[1:] {
		n += c
	}
	return n
}

func (j *judge) markup(r *filler, i int) {
	f, b := &j.facts[i], &j.page.Blocks[i]
	e := &j.page.Elems[b.Elem]
	up := j.up1(e)
	up2 := j.up1(up)
	r.put(lg(f.mass))
	r.put(int(f.density))
	r.put(int(b.links))
	r.put(int(f.tag))
	r.put(int(tagCode(up.Tag)))
	r.put(int(e.Level))
	r.put(int(b.Join))
	r.put(int(b.Item))
	r.put(int(e.Mark))
	r.put(int(e.Depth))
	r.put(int(e.index))
	r.put(int(up.kids))
	for _, g := range [...]Flags{InList, InTable, InFigure, InCaption, InQuote, InForm, InPre, InButton, HiddenAttr, AriaHidden, PersonLink} {
		r.put(flag(b.Flags&g != 0))
	}
	r.put(flag(f.passed&passedPicture != 0))
	r.put(int(j.sinceRule[i]))
	r.put(weight(e.own))
	r.put(weight(up.own))
	r.put(weight(up2.own))
	r.put(weight(e.path / 2))
	r.put(weight(e.low))
	r.put(weight(e.high))
}

// up1 is the element around e, the root for the root.
func (j *judge) up1(e *Elem) *Elem { return &j.page.Elems[max(0, e.Parent)] }

func (j *judge) around(r *filler, i int) {
	f, b := &j.facts[i], &j.page.Blocks[i]
	n := int32(j.groups[0].Count(f.group))
	r.put(lg(n))
	r.put(lg(int32(j.groups[1].Count(f.group)) / max(1, n)))
	r.put(share(int32(j.groups[2].Count(f.group)), int32(j.groups[1].Count(f.group))))
	r.put(int(j.repeats[i]))
	r.put(int(f.seen))
	r.put(int(j.overlap[i]))
	r.put(lg(f.para))
	r.put(int(f.title))
	r.put(int(f.body))
	r.put(flag(f.summary))
	r.put(int(f.rule))
	r.put(int(f.chrome))
	r.put(int(f.label))
	r.put(flag(f.date))
	r.put(int(f.told))
	r.put(flag(f.site))
	r.put(int(f.author))
	j.under(r, i)
	total, at := j.total(), b.Elem
	for k := range 5 {
		e := &j.page.Elems[at]
		if k < 3 {
			r.put(lg(e.size))
		}
		if k < 4 {
			r.put(share(e.link, e.size))
		}
		r.put(share(e.prose, total))
		at = j.bigger(at)
	}
}

// under is about the heading above a block.
func (j *judge) under(r *filler, i int) {
	h := j.facts[i].head
	if h < 0 {
		for range 6 {
			r.put(255)
		}
		return
	}
	f, e := &j.facts[h], &j.page.Elems[j.page.Blocks[h].Elem]
	r.put(i - int(h))
	r.put(int(e.Level))
	r.put(share(f.furniture(), max(2, f.Words)))
	r.put(int(f.rule))
	r.put(weight(e.path / 2))
	r.put(lg(j.before[i] - j.before[h]))
}

func (j *judge) placed(r *filler, i int) {
	p := j.page
	r.put(j.distance(i, j.inner))
	r.put(j.distance(i, j.outer))
	in := &p.Elems[j.inner]
	switch {
	case int32(i) < in.first:
		r.put(0)
	case int32(i) > in.last:
		r.put(255)
	default:
		r.put(20 + share(int32(i)-in.first, in.last-in.first+1))
	}
	r.put(int(j.gapUp[i]))
	r.put(int(j.gapDown[i]))
	total := j.total()
	r.put(share(j.before[i], total))
	r.put(lg(j.before[i]))
	r.put(lg(total - j.before[i+1]))
	r.put(signed(int32(i) - j.main.from))
	r.put(signed(j.main.to - 1 - int32(i)))
	t := j.lastTitle(i)
	if t < 0 {
		r.put(255)
		r.put(255)
	} else {
		r.put(i - t)
		r.put(lg(j.before[i] - j.before[t]))
	}
	r.put(lg(int32(i)))
	r.put(lg(int32(len(j.facts) - i)))
	for c := 1; c < cues; c++ {
		r.put(int(j.up[c][i]))
	}
	for k := range j.upRule {
		r.put(int(j.upRule[k][i]))
	}
	r.put(lg(int32(len(j.facts))))
	r.put(lg(total))
	r.put(int(j.density))
	r.put(share(j.before[j.main.to]-j.before[j.main.from], total))
}

// distance is how far up from element e the block's element meets it: 0 when
// the block is within e.
func (j *judge) distance(i int, e int32) int {
	n := 0
	for el := &j.page.Elems[e]; el.Parent >= 0 && (int32(i) < el.first || int32(i) > el.last); el = j.up1(el) {
		n++
	}
	return n
}

// lastTitle is the last block up to i that is the headline, -1 when there is
// none.
func (j *judge) lastTitle(i int) int {
	n, found := slices.BinarySearch(j.titles, i)
	if found {
		return i
	}
	if n == 0 {
		return -1
	}
	return j.titles[n-1]
}

// near are the own features that a block also has of its neighbours.
var near = []string{"size", "stops", "last", "function-words", "capitals", "furniture", "density", "tag", "level", "class-path", "mass", "overlap", "group"}

var offsets = []int{-3, -2, -1, 1, 2, 3}
