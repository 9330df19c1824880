package parser

// Fragments behind the text, which no rule knows.

// minVerses is the least number of lines that are verses.
const minVerses = 3

// onlyLines reports whether a document with a headline and labels has no sentences but short
// lines below all of its fields, three at least, as verses are.
func (d *draft) onlyLines() bool {
	lines := 0
	for k := len(d.visible) - 1; k >= 0; k-- {
		i := d.visible[k]
		if !d.open(i) {
			return lines >= minVerses && d.title >= 0 && d.hasRole(i, ID, Date, Title, Byline) && d.blocks[i].byLabel()
		}
		lines++
	}
	return false
}

// tailFragments marks the fragments that stand behind boilerplate or a field at
// the end: names of buttons, links and offices that no rule knows. Behind the text itself
// up to maxSigning of a few words each are who wrote it or sent it: hardly a text ends
// without a sentence below one.
func (d *draft) tailFragments() {
	if d.last < 0 && d.onlyLines() {
		return
	}
	seen := d.signedByAgency() || d.signedInWords()
	signed := d.signedAtRight()
	for i := d.last + 1; i < len(d.blocks); i++ {
		switch b := &d.blocks[i]; {
		case b.Kind == Boilerplate && !d.isInsert(i) || b.Kind == Field:
			seen = true
		case d.open(i) && i >= signed:
			d.mark(i, Boilerplate, NoRole, "signature", "")
			seen = true
		case d.open(i) && (isDeskCode(b.Text) || isInitials(b.Text)):
			d.mark(i, Boilerplate, NoRole, "code of a desk", "")
			seen = true
		case seen && d.open(i) && !d.lines[i].end && d.lines[i].width < proseWidth && !(d.endsUnmarked(i) && d.blocks[min(i+1, len(d.blocks)-1)].Text == ""):
			d.mark(i, Boilerplate, NoRole, "among boilerplate at the end", "")
		}
	}
}

// endsUnmarked reports whether line i, of a script that ends no sentence with a
// sign, is as long as a sentence.
func (d *draft) endsUnmarked(i int) bool {
	return d.lines[i].width >= shortSentence*3/2 && isSoutheastAsian(lastRune(d.blocks[i].Text))
}
