package htmlpage

import (
	"fmt"
	"strings"
	"testing"
)

const namedPage = `<html><head><meta name=author content="Marta Lindner"><meta property="og:site_name" content="Harbour Letters">
<meta name=description content="Seven ferries crossed before noon"></head><body>
<p>Seven ferries crossed before noon without passengers</p>
<img src=a.jpg><p>Lindner took this picture</p>
<hr><p>Marta Lindner writes about harbours</p>
<p>Letters that Harbour readers sent, by Marta Lindner</p>
<img src=b.jpg><noscript>b</noscript><p>Nothing</p></body></html>`

// TestNamed holds what is known of blocks by names, description and what
// stands before them: told, author, site, picture, blocks since a rule.
func TestNamed(t *testing.T) {
	p := Read(namedPage)
	m := p.Meta()
	var j judge
	j.read(p, m.Evidence())
	var got []string
	for i := range p.Blocks {
		if p.Blocks[i].Flags&Unseen == 0 {
			f := &j.facts[i]
			got = append(got, fmt.Sprint(f.told, f.author, f.site, f.passed&passedPicture != 0, j.sinceRule[i]))
		}
	}
	want := "133 0 false false 250|0 1 false true 250|0 3 false false 0|0 2 true false 1|0 0 false true 3"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
