package rules

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFoldedForms(t *testing.T) {
	for _, pair := range [][2]string{
		{"TÍTULO", "titulo"}, {"ΔΗΜΟΣΙΕΎΣΗ", "δημοσιευση"}, {"Δημοσίευσης", "δημοσιευσησ"},
		{"YAYIN TARİHİ", "yayin tarihi"}, {"yayın tarihi", "yayin tarihi"}, {"Đăng lúc", "dang luc"},
		{"Ще й ёж", "ще и еж"}, {"كد خبر ۱۲", "کد خبر 12"}, {"تاريخ النـشر", "تاریخ النشر"},
		{"نشر فِي", "نشر فی"}, {"标题：甲", "标题:甲"}, {"ＴＩＴＬＥ", "title"}, {"“a” ‘b’ «c»", "'a' 'b' 'c'"},
		{"a—b–c", "a-b-c"}, {"a\u00a0\u3000 b", "a b"}, {"به\u200cروز", "بهروز"},
		{"फ़ोटो", "फोटो"}, {"সময়", "সময"}, {"สวัสดี ๑๒", "สวัสดี 12"}, {"ՏԱՐԱԾԵԼ", "տարածել"}, {"łódź", "lodz"},
	} {
		if got, want := foldPattern(pair[0]), foldPattern(pair[1]); got != want {
			t.Errorf("%q folds to %q, %q to %q", pair[0], got, pair[1], want)
		}
	}
}

// Folding a folded rune changes nothing, or phrases and lines would differ.
func TestFoldIsIdempotent(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		f := fold(r)
		if f != gone && fold(f) != f || isPlaceholder(f) || f > 0xFFFF {
			t.Fatalf("%U folds to %U, which folds to %U", r, f, fold(f))
		}
	}
}

func TestPatterns(t *testing.T) {
	for phrase, want := range map[string]string{
		"Share":                   "share",
		"read [the] full {a|b}":   "read the full a/read the full b/read full a/read full b",
		"به‌روز":                  "بهروز/به روز",
		"views[:] {n}":            "views:\ue001/views\ue001",
		"{n?} comments":           "\ue001comments/comments",
		"Reading time: {n} min":   "reading time:\ue001min",
		"More from {site} [here]": "more from \ue004 here/more from \ue004",
	} {
		got, err := patterns(phrase)
		if err != nil || strings.Join(got, "/") != want {
			t.Errorf("%q becomes %q (%v), want %q", phrase, got, err, want)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	f, err := Load("f.yaml", strings.NewReader(`rules:
  - {id: n, why: w, line: ["seen {n} times"], drop: [x]}
  - {id: any, why: w, line: ["more from {any} tonight"], drop: [x]}
  - {id: date, why: w, line: ["as of {date} we"], drop: [x]}
  - {id: name, why: w, line: ["pictures by {name}"], drop: [x]}
  - {id: url, why: w, line: ["go to {url}"], drop: [x]}
  - {id: id, why: w, line: ["file {id} closed"], drop: [x]}
  - {id: han, why: w, line: ["点击{any}查看"], drop: [x]}
`))
	if err != nil {
		t.Fatal(err)
	}
	s := &Set{[]*part{f.part}}
	for line, want := range map[string]string{
		"Seen 12 times": "n", "seen (1,234) times.": "n", "Seen 3.5K times": "n", "Seen 0/2291 times": "n", "seen ٣٫٥ times": "n",
		"seen many times": "", "seen 5 more times": "",
		"More from our team tonight": "any", "more from one two three four five six tonight": "any",
		"more from one two three four five six seven tonight": "", "more from tonight": "",
		"As of 3 May 2020, we": "date", "as of May 3 we": "date", "as of the third we": "",
		"Pictures by Jane Doe": "name", "Pictures by Żaneta Łoś": "name", "pictures by children": "", "Pictures by 王伟": "name",
		"Go to www.example.org/news": "url", "go to market": "",
		"File HX-12 closed": "id", "file was closed": "",
		"点击这里查看": "han", "点击查看": "", "点击下面的链接查看": "han",
	} {
		got := ""
		if r := s.Boilerplate(line); r != nil {
			got = r.ID
		}
		if got != want {
			t.Errorf("%q matches %q, want %q", line, got, want)
		}
	}
}

func TestPhrasesEndAtWords(t *testing.T) {
	for _, line := range []string{"Security Keys", "Posted: ", "Security Keyring on sale"} {
		if r := Builtin().Boilerplate(line); r != nil {
			t.Errorf("%q matches %s", line, r.ID)
		}
	}
	for _, line := range []string{"Bystanders: three", "Titlex: y", "Authority: none", "By-election: results"} {
		if m, ok := Builtin().Label(line); ok {
			t.Errorf("%q has the label %q", line, m.Text)
		}
	}
}

// Marks at the end of a value belong to its last letter.
func TestValuesKeepTheirMarks(t *testing.T) {
	for line, want := range map[string]string{
		"العنوان: شكرًا جزيلاً ":       "شكرًا جزيلاً",
		"Title: Cafe\u0301\u200f":      "Cafe\u0301",
		"शीर्षक: गांव में बिजली\u200b": "गांव में बिजली",
		"Tiêu đề: Lớp tre\u0309\u00a0": "Lớp tre\u0309",
	} {
		if m, ok := Builtin().Label(line); !ok || m.Value != want {
			t.Errorf("%q has the value %q, want %q", line, m.Value, want)
		}
	}
}

func TestParts(t *testing.T) {
	for _, line := range []string{"Комментариев пока нет. Будьте первым!", "Версия для печати | Отправить по почте", "Masz już konto? Zaloguj się"} {
		if Builtin().Parts(line) == nil && Builtin().Boilerplate(line) == nil {
			t.Errorf("%q matches no rule", line)
		}
	}
	for _, line := range []string{"Share", "Share. The cook did.", "Home / Interview", "The cook did. Share"} {
		if r := Builtin().Parts(line); r != nil {
			t.Errorf("%q matches %s in parts", line, r.ID)
		}
	}
}

func TestFields(t *testing.T) {
	for line, want := range map[string]string{
		"News ID: 88 | Published: 3 May 2020 | By Jane Doe": "id=88 timestamp=3 May 2020 authors=Jane Doe",
		"Published 3 May 2020 by Jane Doe":                  "timestamp=3 May 2020 authors=Jane Doe",
		"کد خبر: ۸۸  تاریخ انتشار: ۱۳۹۹/۰۷/۱۵":              "id=۸۸ timestamp=۱۳۹۹/۰۷/۱۵",
		"Nothing of the kind":                               "",
		"News ID: News ID: 5":                               "id= id=5",
		"":                                                  "",
	} {
		var got []string
		for _, m := range Builtin().Fields(nil, line) {
			got = append(got, m.Role+"="+m.Value)
			if line[m.Offset:m.Offset+len(m.Value)] != m.Value || line[m.Start:m.Start+len(m.Text)] != m.Text {
				t.Errorf("%q: wrong offsets in %+v", line, m)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	for _, e := range compiled(f).examples {
		f.Add(e.text)
	}
	f.Add("\xff\xfe#\ue000\u200c\u0640 By\u0301: ")
	s := Builtin()
	f.Fuzz(func(t *testing.T, line string) {
		s.Boilerplate(line)
		s.Chrome(line)
		if p := s.parts[0]; p.wordRule(line, "") != nil && !p.leads.in(line) {
			t.Errorf("%q matches by its words, which the filter of first words hides", line)
		}
		if m, ok := s.Label(line); ok {
			checkMatch(t, line, m)
		}
		end := 0
		for _, m := range s.Fields(nil, line) {
			checkMatch(t, line, m)
			if m.Start < end {
				t.Errorf("%q: fields overlap", line)
			}
			end = m.Offset + len(m.Value)
		}
	})
}

func checkMatch(t *testing.T, line string, m Match) {
	if line[m.Start:m.Start+len(m.Text)] != m.Text || line[m.Offset:m.Offset+len(m.Value)] != m.Value {
		t.Errorf("%q: %+v has other texts than the line", line, m)
	}
	if m.Alone != (m.Value == "") || m.Start+len(m.Text) > m.Offset || m.Text == "" {
		t.Errorf("%q: %+v does not hold together", line, m)
	}
}

func TestChrome(t *testing.T) {
	for line, want := range map[string]int{
		"Home | News | Sport":                   3,
		"Share Facebook Twitter Email Print 12": 5,
		"Startseite › Politik › Ausland":        3,
		"Inicio / Deportes / Fútbol":            3,
		"首页新闻体育":                                3,
		"Главная » Новости":                     2,
		"News":                                  1,
		"News from the council":                 0,
		"Sport has a price":                     0,
		"":                                      0,
		"12 | 14":                               0,
	} {
		if got := Builtin().Chrome(line); got != want {
			t.Errorf("%q: %d words, want %d", line, got, want)
		}
	}
}
