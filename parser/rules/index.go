package rules

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// An index is a trie of patterns, laid out in one string so that the built-in
// one is part of the program and takes no time to load. All numbers are
// little-endian.
//
//	node   = len(1) literal  count(1) accept*  count(2) rune(2)* node(3)*
//	accept = entry(2) language(1)
//
// The runes of a node's edges are sorted, placeholders last; the nodes that they
// lead to follow in the same order. A line stands at a node when its folded runes so far are those of the path
// to the node, the node's own literal included.
type index struct {
	data   string
	root   int      // a node without literal and phrase; 0 when the index is empty
	first  []uint32 // nodes that the root leads to, by ASCII rune; 0 for none
	number bool     // a pattern begins with a number
}

// newIndex makes data ready to be searched.
func newIndex(data string, root int) index {
	x := index{data: data, root: root}
	if root != 0 {
		x.first = make([]uint32, utf8.RuneSelf)
		e := x.edges(root + 2)
		for k := range e.n {
			switch r := e.rune(k); {
			case r < utf8.RuneSelf:
				x.first[r] = uint32(e.node(k))
			case r == number:
				x.number = true
			}
		}
	}
	return x
}

const (
	acceptSize = 3
	runeSize   = 2
	edgeSize   = runeSize + 3
)

func (x *index) u16(i int) int {
	d := x.data[i : i+2]
	return int(d[0]) | int(d[1])<<8
}

func (x *index) u24(i int) int {
	d := x.data[i : i+3]
	return int(d[0]) | int(d[1])<<8 | int(d[2])<<16
}

// edges are those of a node.
type edges struct {
	x *index
	i int // of the first rune
	n int
}

// edges reads the edges whose count stands at i.
func (x *index) edges(i int) edges { return edges{x, i + 2, x.u16(i)} }

func (e edges) rune(k int) rune { return rune(e.x.u16(e.i + k*runeSize)) }

func (e edges) node(k int) int { return e.x.u24(e.i + e.n*runeSize + k*(edgeSize-runeSize)) }

// to returns the node that r leads to; 0 when it leads to none. There are edges.
func (e edges) to(r rune) int {
	k := 0
	for n := e.n; n > 1; {
		half := int(uint(n) / 2)
		if e.rune(k+half) <= r {
			k += half
		}
		n -= half
	}
	if e.rune(k) == r {
		return e.node(k)
	}
	return 0
}

// node is a node of a trie under construction.
type node struct {
	edges   map[rune]*node
	accepts []accept
}

type accept struct {
	entry int // number of the rule, label or word
	lang  int // number of the language
}

func (n *node) add(pattern string, a accept) {
	for _, r := range pattern {
		if n.edges == nil {
			n.edges = map[rune]*node{}
		}
		child := n.edges[r]
		if child == nil {
			child = &node{}
			n.edges[r] = child
		}
		n = child
	}
	for _, b := range n.accepts {
		if a.entry == b.entry {
			return
		}
	}
	n.accepts = append(n.accepts, a)
}

// A layout is an index under construction. Nodes from which the same lines
// lead on are laid out once, for phrases share their ends as often as their
// beginnings.
type layout struct {
	data []byte
	at   map[string]int // offset of a node by its bytes
}

// build lays the trie out. Offset 0 is taken, so that no node stands there.
func (n *node) build() (index, error) {
	if len(n.edges) == 0 {
		return index{}, nil
	}
	l := &layout{[]byte{0}, map[string]int{}}
	root, err := l.add(n, 0)
	if len(l.data) >= 1<<24 {
		return index{}, fmt.Errorf("too many phrases")
	}
	return newIndex(string(l.data), root), err
}

// maxLiteral bounds the bytes of a node's literal.
const maxLiteral = 250

// add lays out n and what it leads to, with a literal of at most that length.
func (l *layout) add(n *node, longest int) (offset int, err error) {
	var literal []byte
	for len(n.edges) == 1 && len(n.accepts) == 0 && len(literal) < longest {
		r, child := n.only()
		if isPlaceholder(r) {
			break
		}
		literal, n = utf8.AppendRune(literal, r), child
	}
	if len(n.accepts) > 255 {
		return 0, fmt.Errorf("more than 255 rules have one phrase")
	}
	runes := make([]rune, 0, len(n.edges))
	for r := range n.edges {
		runes = append(runes, r)
	}
	sort.Slice(runes, func(i, j int) bool { return runes[i] < runes[j] })
	children := make([]int, len(runes))
	for i, r := range runes {
		if children[i], err = l.add(n.edges[r], maxLiteral); err != nil {
			return 0, err
		}
	}
	b := append([]byte{byte(len(literal))}, literal...)
	b = append(b, byte(len(n.accepts)))
	for _, a := range n.accepts {
		b = append(b, byte(a.entry), byte(a.entry>>8), byte(a.lang))
	}
	b = append(b, byte(len(runes)), byte(len(runes)>>8))
	for _, r := range runes {
		b = append(b, byte(r), byte(r>>8))
	}
	for _, c := range children {
		b = append(b, byte(c), byte(c>>8), byte(c>>16))
	}
	return l.put(b), nil
}

// put returns the offset of the node with those bytes.
func (l *layout) put(b []byte) int {
	if offset, ok := l.at[string(b)]; ok {
		return offset
	}
	offset := len(l.data)
	l.at[string(b)] = offset
	l.data = append(l.data, b...)
	return offset
}

func (n *node) only() (rune, *node) {
	for r, child := range n.edges {
		return r, child
	}
	panic("rules: node without edges")
}
