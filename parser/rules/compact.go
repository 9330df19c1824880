package rules

import "encoding/binary"

// The compact form of a part is what builtin.bin holds: numbers as uvarints,
// texts and lists behind their lengths, the indexes as they are. Only this
// program writes it, so that reading checks nothing.

func (p *part) compact() []byte {
	b := appendTexts(nil, p.langs)
	b = binary.AppendUvarint(b, uint64(len(p.rules)))
	for _, r := range p.rules {
		b = appendText(appendText(b, r.ID), r.Why)
		b = append(b, byte(r.At), byte(r.Means), bit(r.whole), bit(r.framed), bit(r.ends))
		b = binary.AppendUvarint(b, uint64(r.within))
		b = appendTexts(appendTexts(b, r.Drop), r.Keep)
	}
	b = binary.AppendUvarint(b, uint64(len(p.labels)))
	for _, l := range p.labels {
		b = appendText(appendText(b, l.ID), l.Role)
		b = append(b, byte(l.Shape), bit(l.Bare), bit(l.Strict), bit(l.Alone), bit(l.Code))
	}
	for _, x := range []*index{&p.line, &p.label, &p.chrome, &p.end, &p.word} {
		b = appendText(binary.AppendUvarint(b, uint64(x.root)), x.data)
	}
	b = binary.AppendUvarint(b, uint64(len(p.bags)))
	for _, w := range p.bags {
		b = append(binary.AppendUvarint(b, uint64(w.rule)), w.lists, w.verbs)
	}
	return appendTexts(appendText(appendText(appendText(b, string(p.begin)), string(p.endings)), string(p.leads)), p.sites)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendTexts(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = appendText(b, s)
	}
	return b
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// readPart is the inverse of compact. The part's texts alias s.
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
