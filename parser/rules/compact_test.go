package rules

import "encoding/binary"

// compact is what builtin.bin holds of a part, as readPart reads it.
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
