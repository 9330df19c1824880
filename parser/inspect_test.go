package parser

import (
	"strings"
	"testing"
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
