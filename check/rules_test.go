package check

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"unscrape/parser"
)

// sentences in languages whose letters are not ASCII.
var sentences = map[string]string{
	"fr": "Le café près de l’église a été rénové ; « il était temps », dit le maire.",
	"de": "Über die Brücke fährt künftig täglich ein Bus – für Schüler kostenlos.",
	"pl": "Żółta łódź wróciła wczoraj o świcie do portu, powiedział kapitan.",
	"cs": "Příští týden začne oprava mostu přes řeku, oznámil starosta.",
	"pt": "A CIDADE NÃO TERÁ ÔNIBUS À NOITE: “É UMA DECISÃO DIFÍCIL”, diz a câmara.",
	"es": "¿Volverá el ferry? «Sí, mañana», respondió la compañía de El Peñón…",
	"sv": "BRON ÄR ÖPPEN IGEN ”PÅ” tisdag, säger kommunen Å Ä Ö.",
	"ru": "Мост через реку снова открыт. «Это СССР строил», — сказал мэр. ТРЁХ рабочих наградили… С… начала.",
	"uk": "Міст через річку знову відкрито, повідомила міська рада. Ґанок їх об’єднав.",
	"bg": "Мостът над реката отново е отворен, съобщи общината.",
	"el": "Η γέφυρα πάνω από τον ποταμό άνοιξε ξανά, είπε ο δήμαρχος.",
	"ar": "افتتح الجسر فوق النهر مجددا يوم الثلاثاء، كما قال المجلس البلدي.",
	"fa": "پل روی رودخانه دوباره باز شد و کارگران گفتند که یک گچ\u200cکار هم کمک کرد؛ رگ و تک و پا.",
	"ur": "دریا پر پل دوبارہ کھل گیا، بلدیہ نے کہا۔ ہر چیز ٹھیک ہے۔",
	"he": "הגשר מעל הנהר נפתח שוב ביום שלישי, אמרה המועצה.",
	"hi": "नदी पर पुल मंगलवार को फिर खुल गया, नगर परिषद ने कहा।",
	"th": "สะพานข้ามแม่น้ำเปิดอีกครั้งเมื่อวันอังคาร",
	"zh": "河上的桥星期二重新开放，市议会说。",
	"ja": "川にかかる橋が火曜日に再び開通したと町議会が発表した。",
	"ko": "강을 건너는 다리가 화요일에 다시 열렸다고 시의회가 밝혔다.",
	"vi": "Cây cầu bắc qua sông đã mở lại vào thứ Ba, hội đồng thị trấn cho biết.",
	"tr": "Nehrin üzerindeki köprü salı günü yeniden açıldı, dedi belediye. İŞÇİLER ÇOK ÇALIŞTI.",
	"vn": "“ĐÂY LÀ QUYẾT ĐỊNH KHÓ” – ông nói.",
	"it": "«È UNA CITTÀ» È… la più bella PERÙ” disse É»",
}

func TestMojibakeOfAllCharsets(t *testing.T) {
	for lang, s := range sentences {
		var n broken
		if n.count(s); n.letters >= int(mojibake.Limit) {
			t.Errorf("%s: %d letters of sound text are taken for broken ones, as %q for %q", lang, n.letters, n.run, n.meant)
		}
		for _, p := range pages8 {
			wrong := misread(s, p.page)
			n = broken{}
			if n.count(wrong); n.letters < int(mojibake.Limit) {
				t.Errorf("%s read as %s: %d broken letters found in %q", lang, p.name, n.letters, wrong)
			}
		}
	}
}

// misread decodes the bytes of s as browsers do: those without a character
// become C1 controls.
func misread(s string, page *charmap.Charmap) string {
	var b strings.Builder
	for i := range len(s) {
		r := page.DecodeByte(s[i])
		if r == utf8.RuneError {
			r = rune(s[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestMarkup(t *testing.T) {
	for s, want := range map[string]string{
		"a<br>b":                          "<br>",
		"see <a href=\"x\">this</a>":      "<a href=\"x\">",
		"end</p>":                         "</p>",
		"<img src=x alt='y' />":           "<img src=x alt='y' />",
		"R&amp;D and more":                "&amp;",
		"a&nbsp;b":                        "&nbsp;",
		"a&#8217;b":                       "&#8217;",
		"a&#x2019;b":                      "&#x2019;",
		"[caption id=\"a\" width=\"2\"]x": "[caption id=\"a\" width=\"2\"]",
		"[b]bold[/b]":                     "[b]",
		"[url=http://x.example]x[/url]":   "[url=http://x.example]",
		"Hello {{ name }}":                "{{",
		"{% block %}":                     "{%",
		"$(function(){ x });":             "function(",
		"p { color: red !important }":     "!important",
		"<!-- ad -->":                     "<!--",
		"5 < 6 and 7 > 2":                 "",
		"I <3 you":                        "",
		"AT&T; and R&D;":                  "",
		"he said [sic] it [quote] twice":  "",
		"the <opened> one":                "",
		"[1] and [a] and [/]":             "",
		"a{b}c":                           "",
		"Smith & Sons; others":            "",
		"he signed the document. The window. Yes": "",
		"a < b and c = d > e":                     "",
		"if a <b word> and c = d":                 "",
		"important! @media":                       "",
	} {
		if got := markup(s); got != want {
			t.Errorf("markup(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestMarkupOfLargeTexts looks for markup where much begins as such and ends as none:
// searched to their ends again and again, these would take minutes.
func TestMarkupOfLargeTexts(t *testing.T) {
	for _, s := range []string{"[a word ", "if a <b word and ", "[b] ", "<b =", "&a"} {
		if got := markup(strings.Repeat(s, 2_000_000)); got != "" {
			t.Errorf("%q again and again has the markup %q", s, got)
		}
	}
}

const longSentence = "The bridge over the river opened again on Tuesday after nine months of work, the town council said in a rather long statement"

func TestTruncatedBody(t *testing.T) {
	whole := longSentence + "."
	for _, test := range []struct {
		last string
		want bool
	}{
		{longSentence + " which the", true},
		{longSentence + ",", true},
		{longSentence + " …", true},
		{longSentence + " [...]", true},
		{longSentence + ". Read more", true},
		{longSentence + ". Читать далее »", true},
		{longSentence + "。阅读全文", true},
		{whole, false},
		{longSentence + "!”", false},
		{longSentence + "。", false},
		{longSentence + " है।", false},
		{longSentence + " at https://council.example/bridge/2020", false},
		{"Continue the work and read more", false},
		{"A short line at the end", false},
		{longSentence + ", photographed by Anna Reed", false},
		{longSentence + ". He wants to read more.", false},
	} {
		body := strings.Join([]string{whole, whole, whole, test.last}, "\n\n")
		got := len(findingsBy(reportOf(t, Options{}, []*parser.Article{{Source: "a", Body: body}}), "truncated-body")) > 0
		if got != test.want {
			t.Errorf("%q: found %v, want %v", test.last, got, test.want)
		}
	}
	// Where no paragraph has an end mark, the last one says nothing.
	body := strings.Repeat(longSentence+"\n\n", 3) + longSentence + " and on and on"
	if got := findingsBy(reportOf(t, Options{}, []*parser.Article{{Source: "a", Body: body}}), "truncated-body"); len(got) > 0 {
		t.Error("text without end marks is taken for broken off")
	}
}

func TestWrongLanguage(t *testing.T) {
	long := func(lang string) string { return strings.Repeat(sentences[lang]+" ", 8) }
	for _, test := range []struct {
		body, expected string
		want           string
	}{
		{long("de"), "fa", "Latin script"},
		{long("fa"), "fa", ""},
		{long("ru"), "uk", ""}, // near languages are not told apart
		{long("ru"), "ar", "Cyrillic script"},
		{long("ko"), "ko", ""},
		{long("ja"), "ja", ""},
		{long("zh"), "zh-Hant", ""},
		{long("de"), "fr", "German"},
		{long("de"), "de-AT", ""},
		{long("pt"), "es", ""},
		{long("hi"), "hi", ""},
		{long("de"), "not a tag", ""},
		{"Kurz.", "fa", ""},
	} {
		if got := otherLanguage(test.body, []string{test.expected}, 300); got != test.want {
			t.Errorf("%.20q, expected %s: %q, want %q", test.body, test.expected, got, test.want)
		}
	}
}
