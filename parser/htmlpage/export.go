package htmlpage

// PersonAddress reports whether an address is that of a person's page.
func PersonAddress(href string) bool { return personLink(href) }

// PathWords calls f with the class words of block i and its ancestors.
func (p *Page) PathWords(i int, f func(word string)) {
	buf := new([64]byte)
	for e := p.Blocks[i].Elem; e > 0; e = p.Elems[e].Parent {
		el := &p.Elems[e]
		f("<" + el.Tag.String())
		g := func(w []byte) { f(string(w)) }
		eachClassWord(el.Class, buf, g)
		eachClassWord(el.ID, buf, g)
	}
}
