package input

import (
	"fmt"
	"strings"
	"testing"
)

func TestMbox(t *testing.T) {
	const from = "From desk@a.example Tue Oct  6 03:39:00 2020\n"
	first := "Subject: one\n\nFirst text.\n\nFrom Monday on it is shut.\n"
	file := from + first + "\n" +
		"From - Tue Oct 06 03:39:00 +0000 2020\r\n" + letter + "\n" +
		"From jane at a.example  Tue Oct  6 03:39:00 2020\nSubject: three\n\n>From Tuesday on, too.\n>>From here.\n"
	tree(t, "m", file, "m.gz", gzipOf(t, file), "crlf", strings.ReplaceAll(from+first+"\n"+from+first, "\n", "\r\n"))
	for _, name := range []string{"m", "m.gz"} {
		expect(t, walked(t, nil, Options{}, name), name+"!1="+first, name+"!2=<p>fancy", name+"!3=Subject: three\n\nFrom Tuesday on, too.\n>From here.\n")
	}
	crlf := strings.ReplaceAll(first, "\n", "\r\n")
	expect(t, walked(t, nil, Options{}, "crlf"), "crlf!1="+crlf, "crlf!2="+crlf)
	expect(t, walked(t, nil, Options{Format: Text}, "m"), "m="+file)
	tree(t, "one", from+letter)
	expect(t, walked(t, nil, Options{}, "one"), "one!1=<p>fancy")
}

func TestMboxWithLargeMessages(t *testing.T) {
	const from = "From desk@a.example Tue Oct  6 03:39:00 2020\n"
	line := strings.Repeat("long ", 50)
	tree(t, "m", from+"Subject: a\n\n"+strings.Repeat(line+"\n", 9)+"\n"+from+"Subject: b\n\ntext\n\n"+from+"Subject: c\n\n"+strings.Repeat(line, 9)+"\n")
	const refused = ": too large: more than 1000 bytes; --max-bytes sets the limit"
	expect(t, walked(t, nil, Options{MaxBytes: 1000}, "m"), "! m!1"+refused, "m!2=Subject: b\n\ntext\n", "! m!3"+refused)
	z := gzipOf(t, from+"Subject: a\n\ntext\n\n"+from+"Subject: b\n\n"+line)
	tree(t, "m.gz", z[:len(z)-9])
	expect(t, walked(t, nil, Options{}, "m.gz"), "m.gz!1=Subject: a\n\ntext\n", fmt.Sprintf("! m.gz!2: truncated: the gzip data end at byte %d", len(z)-9))
}

func TestWhatIsNoMbox(t *testing.T) {
	for _, text := range []string{
		"From Reuters 12:30 6 October 2020\nBy: Jane Roe\n", "From desk@a.example Tue Oct  6 03:39:00 2020\nA sentence: it has words.\n",
		"From desk@a.example\nSubject: a\n", "From desk@a.example Tue Oct  6 03:39:00 2020\nSubject: a\n\nOne message.\n", "From desk@a.example Tue Oct  6 03:39:00 2020", "From: desk@a.example\nSubject: a\n\ntext\n",
	} {
		tree(t, "f", text)
		expect(t, walked(t, nil, Options{}, "f"), "f="+text)
	}
}
