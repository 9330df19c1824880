package rules

// The compact form of a part is what builtin.bin holds: numbers as uvarints,
// texts and lists behind their lengths, the indexes as they are. Only go generate
// writes it, so that reading checks nothing.

// readPart reads the compact form. The part's texts alias s.
func readPart(s string) *part {
	c := &compactReader{s}
	p := &part{langs: c.texts()}
	rules := make([]Rule, c.number())
	p.rules = make([]*Rule, len(rules))
	for i := range rules {
		p.rules[i] = &rules[i]
		rules[i] = Rule{ID: c.text(), Why: c.text(), At: Place(c.byte()), Means: Meaning(c.byte()),
			whole: c.byte() == 1, framed: c.byte() == 1, ends: c.byte() == 1, within: c.number(), Drop: c.texts(), Keep: c.texts()}
	}
	labels := make([]Label, c.number())
	p.labels = make([]*Label, len(labels))
	for i := range labels {
		p.labels[i] = &labels[i]
		labels[i] = Label{ID: c.text(), Role: c.text(), Shape: Shape(c.byte()),
			Bare: c.byte() == 1, Strict: c.byte() == 1, Alone: c.byte() == 1, Code: c.byte() == 1}
	}
	for _, x := range []*index{&p.line, &p.label, &p.chrome, &p.end, &p.word} {
		root, data := c.number(), c.text()
		*x = newIndex(data, root)
	}
	p.bags = make([]bag, c.number())
	for i := range p.bags {
		p.bags[i] = bag{c.number(), c.byte(), c.byte()}
	}
	p.begin, p.endings, p.leads, p.sites = prefixSet(c.text()), endSet(c.text()), leadSet(c.text()), c.texts()
	p.setFirst()
	p.setLongest()
	return p
}

type compactReader struct{ rest string }

func (c *compactReader) byte() byte {
	b := c.rest[0]
	c.rest = c.rest[1:]
	return b
}

func (c *compactReader) number() int {
	n, shift := 0, 0
	for {
		b := c.byte()
		n |= int(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}

func (c *compactReader) text() string {
	n := c.number()
	s := c.rest[:n]
	c.rest = c.rest[n:]
	return s
}

func (c *compactReader) texts() []string {
	list := make([]string, c.number())
	for i := range list {
		list[i] = c.text()
	}
	return list
}
