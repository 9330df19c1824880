package parser

import (
	"strings"
	"testing"

	"unscrape/parser/rules"
)

func TestCallsReaders(t *testing.T) {
	for line, want := range map[string]bool{
		"Få nyheterna direkt i mobilen":                     true,
		"Fique por dentro: siga-nos no Instagram":           true,
		"Si quieres las noticias en tu móvil, únete aquí":   true,
		"구글 뉴스에서 강변신문 팔로우":                                  true,
		"खबर पाने के लिए फेसबुक पर फॉलो करें":               true,
		"更多资讯，尽在河边日报客户端":                                    true,
		"Gaukite naujienas el. paštu":                       true,
		"Följ breven i mobilen till källan":                 false,
		"Only forty people follow the Telegram channel yet": false,
		"Siga o email até a origem":                         false,
		"Suivez le canal jusqu'à l'écluse":                  false,
		"फेसबुक पर मिले दो भाई":                             false,
		"关注微信诈骗新手法":                                         false,
		"“Follow the Telegram”, said the old poster":        false,
		"3. Join the group on WhatsApp":                     false,
		"Never call the mill by its old name":               false,
		"Nyheter från ån":                                   false,
	} {
		text := "Head\n\nThe mill stands by the water, and the water stands by the mill.\n\n" + line + "\n\nNobody has moved either of them for three hundred years or so.\n"
		a := New(Options{}).Parse([]byte(text), Hints{})[0]
		if got := !strings.Contains(a.Body, line); got != want {
			t.Errorf("%q is taken for a call: %t", line, got)
		}
	}
}

// TestRuleBelowManyLines has more lines above a call to readers than a short number counts.
func TestRuleBelowManyLines(t *testing.T) {
	text := "Names of the river\n\n" + manyTimes(70_000, "Follow the river %d\n") + "\nLayari portal kami untuk info terkini dan menarik\n"
	ledger := New(Options{}).Parse([]byte(text), Hints{})[0].Ledger
	if last := ledger[len(ledger)-1]; last.Reason.Why != "rule" {
		t.Errorf("the last line is %q by %q, want a rule", last.Kind, last.Reason.Why)
	}
}

// TestOwnHeadingOfComments has a rule of the user's own for the heading of the comments.
func TestOwnHeadingOfComments(t *testing.T) {
	file, err := rules.Load("own.yaml", strings.NewReader("rules:\n  - id: own-voices\n    why: The heading of letters.\n    means: comments\n    line:\n      en: [\"Voices of the river\"]\n    drop: [\"Voices of the river\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := "Ferry stays\n\n" + strings.Repeat(riverText+"\n\n", 4) + "Voices of the river\n\nI would rather have a boat, as my uncle had one.\n"
	a := New(Options{Rules: rules.Builtin().With(file)}).Parse([]byte(text), Hints{})[0]
	if strings.Contains(a.Body, "uncle") {
		t.Errorf("the body has a reader's letter: %q", a.Body)
	}
}
