package parser

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"unscrape/parser/charset"
)

// encode16 is text in UTF-16 without byte order mark.
func encode16(text string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

func encode32(text string, order binary.AppendByteOrder) (out []byte) {
	for _, r := range text {
		out = order.AppendUint32(out, uint32(r))
	}
	return out
}

const (
	english = "News ID: 275219\nPublished: 0339 GMT October 06, 2020\n\nThe harbour bridge opens to cyclists in May.\n"
	persian = "کد خبر: ۲۷۵۲۱۹\nپل بندر در اردیبهشت به روی دوچرخه‌سواران باز می‌شود.\n"
	russian = "Портовый мост откроют для велосипедистов в мае.\nОб этом сообщили в мэрии 12 апреля.\n"
	chinese = "港口大桥将于五月向骑行者开放。\n市政府周二宣布了这一消息。\n"
)

func TestDecodeUnicode(t *testing.T) {
	tests := []struct {
		name     string
		data     []byte
		declared string
		text     string
		want     Encoding
		warns    string
	}{
		{"plain", []byte(persian), "", persian, Encoding{Used: "utf-8"}, ""},
		{"empty", nil, "", "", Encoding{Used: "utf-8"}, ""},
		{"declared rightly", []byte(persian), "UTF8", persian, Encoding{Declared: "utf-8", Used: "utf-8"}, ""},
		{"ASCII under any label", []byte(english), "windows-1251", english, Encoding{Declared: "windows-1251", Used: "utf-8"}, ""},
		{"label that the bytes belie", []byte(persian), "cp1256", persian, Encoding{"windows-1256", "utf-8", "utf-8", 0}, "charset-mismatch"},
		{"unknown label", []byte(persian), "X-Farsi", persian, Encoding{Declared: "X-Farsi", Used: "utf-8"}, "unknown-charset"},
		{"UTF-8 mark", []byte("\uFEFF" + persian), "", persian, Encoding{Detected: "utf-8", Used: "utf-8"}, ""},
		{"two marks", []byte("\uFEFF\uFEFFx"), "", "\uFEFFx", Encoding{Detected: "utf-8", Used: "utf-8"}, ""},
		{"only a mark", []byte("\uFEFF"), "", "", Encoding{Detected: "utf-8", Used: "utf-8"}, ""},
		{"UTF-16LE mark", encode16("\uFEFF"+russian+"😀", binary.LittleEndian), "", russian + "😀", Encoding{Detected: "utf-16le", Used: "utf-16le"}, ""},
		{"UTF-16BE mark", encode16("\uFEFF"+chinese, binary.BigEndian), "utf-16", chinese, Encoding{"utf-16le", "utf-16be", "utf-16be", 0}, ""},
		{"UTF-32LE mark", encode32("\uFEFF"+persian, binary.LittleEndian), "", persian, Encoding{Detected: "utf-32le", Used: "utf-32le"}, ""},
		{"UTF-32BE mark", encode32("\uFEFF"+persian, binary.BigEndian), "", persian, Encoding{Detected: "utf-32be", Used: "utf-32be"}, ""},
		{"UTF-16 cut in mid-character", encode16("\uFEFFab😀", binary.LittleEndian)[:9], "", "ab\uFFFD\uFFFD", Encoding{"", "utf-16le", "utf-16le", 2}, "replaced-characters"},
		{"surrogate without partner", []byte("\xFE\xFF\xD8\x00\x00a\xDC\x00"), "", "\uFFFDa\uFFFD", Encoding{"", "utf-16be", "utf-16be", 2}, "replaced-characters"},
		{"escape sequence in UTF-8", []byte("\x1b[1m" + persian), "", "\x1b[1m" + persian, Encoding{Used: "utf-8"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, enc, warns := decode(tt.data, tt.declared)
			if text != tt.text || enc != tt.want || codes(warns) != tt.warns {
				t.Errorf("got %q\n%+v %q\nwant %q\n%+v %q", text, enc, codes(warns), tt.text, tt.want, tt.warns)
			}
		})
	}
}

func codes(warns []Warning) string {
	var all []string
	for _, w := range warns {
		all = append(all, w.Code)
	}
	return strings.Join(all, " ")
}

func TestNULInMidFile(t *testing.T) {
	for _, text := range []string{
		"The first half.\n\x00The second half.\n",
		"\x00" + english, english + "\x00\x00\x00",
		strings.ReplaceAll(english, "\n", "\x00\n"),
		strings.Repeat(russian, 300) + "\x00" + russian,
		"市政府\x00宣布。",
	} {
		got, enc, warns := decode([]byte(text), "")
		if got != text || enc != (Encoding{Used: "utf-8"}) || warns != nil {
			t.Errorf("decode(%.40q) = %.40q %+v %v", text, got, enc, warns)
		}
	}
}

func TestInvalidUTF8(t *testing.T) {
	tests := []struct {
		name, data, want string
		replaced         int
	}{
		{"lone continuation", "Портовый \x80мост", "Портовый \uFFFDмост", 1},
		{"two of them", "мост\x80\x80", "мост\uFFFD\uFFFD", 2},
		{"cut at the end", persian + "\xD9", persian + "\uFFFD", 1},
		{"cut character of four bytes is one", chinese + "\xF0\x9F\x98", chinese + "\uFFFD", 1},
		{"cut character before another", chinese + "\xE6\x96港", chinese + "\uFFFD港", 1},
		{"overlong", russian + "\xC0\xAF", russian + "\uFFFD\uFFFD", 2},
		{"surrogate", russian + "\xED\xA0\x80", russian + "\uFFFD\uFFFD\uFFFD", 3},
		{"beyond Unicode", russian + "\xF4\x90\x80\x80", russian + "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
		{"a byte of windows-1252 in every line", strings.ReplaceAll(persian, "\n", "\x96\n"), strings.ReplaceAll(persian, "\n", "\uFFFD\n"), 2},
		{"U+FFFD in the input does not count", "мост \uFFFD\xFF", "мост \uFFFD\uFFFD", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, enc, warns := decode([]byte(tt.data), "")
			if got != tt.want || enc != (Encoding{Used: "utf-8", Replaced: tt.replaced}) || codes(warns) != "replaced-characters" {
				t.Errorf("got %q %+v %q\nwant %q %d", got, enc, codes(warns), tt.want, tt.replaced)
			}
		})
	}
}

func TestUTF16WithoutMark(t *testing.T) {
	for _, text := range []string{english, persian, russian, chinese, strings.Repeat(chinese, 1000)} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			want := map[binary.AppendByteOrder]string{binary.LittleEndian: "utf-16le", binary.BigEndian: "utf-16be"}[order]
			got, enc, warns := decode(encode16(text, order), "")
			if got != text || enc != (Encoding{Detected: want, Used: want}) || warns != nil {
				t.Errorf("%s: decode gives %.60q %+v %v, want %.60q", want, got, enc, warns, text)
			}
		}
	}
}

// encodeAs is text in a legacy encoding.
func encodeAs(t *testing.T, name, text string) []byte {
	t.Helper()
	enc, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%q cannot be written in %s: %v", text, name, err)
	}
	return data
}

func TestUnlabelledLegacy(t *testing.T) {
	tests := []struct{ name, text string }{
		{"windows-1256", "کد خبر: 275219\nپل بندر از روز يكشنبه به روي خودروها بسته مي‌شود.\nشهرداري اعلام كرد كه اين كار دو هفته طول مي‌كشد.\n"},
		{"windows-1256", "رقم الخبر: 275219\nسيغلق جسر الميناء أمام حركة المرور يوم الأحد، بحسب ما أعلنت البلدية.\n"},
		{"windows-1251", russian},
		{"windows-1251", "Новина № 275219\nПортовий міст закриють для руху в неділю, повідомили в міській раді.\n"},
		{"windows-1252", "News ID: 275219\n\nThe mayor said the bridge wouldn’t close.\n"},
		{"windows-1252", "Le pont du port sera fermé dès dimanche, a annoncé la mairie.\n"},
		{"windows-1250", "Most portowy zostanie zamknięty w niedzielę, poinformował urząd miasta.\n"},
		{"gb18030", "新闻编号：275219\n" + chinese},
		{"big5", "新聞編號：275219\n港口大橋將於五月向騎行者開放。\n市政府週二宣布了這一消息。\n"},
		{"euc-kr", "기사번호: 275219\n항구 다리가 5월에 자전거 이용자에게 열린다.\n시는 화요일 이같이 밝혔다.\n"},
		{"shift_jis", "記事番号：275219\n港の橋は五月に自転車でも渡れるようになる。\n市が火曜日に発表した。\n"},
		{"euc-jp", "港の橋は五月に自転車でも渡れるようになる。\n市が火曜日に発表した。\n"},
		{"iso-2022-jp", "News 275219\n港の橋は五月に自転車でも渡れるようになる。\n"},
	}
	for _, tt := range tests {
		text, enc, warns := decode(encodeAs(t, tt.name, tt.text), "")
		if text != tt.text || enc != (Encoding{Detected: tt.name, Used: tt.name}) || warns != nil {
			t.Errorf("%s: got %q %+v %v", tt.name, text, enc, warns)
		}
	}
}

func TestDecodeDeclared(t *testing.T) {
	const words = "Пост №5 ёлка"
	page := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=%s"><title>` + words + `</title>`
	koi8 := Encoding{Declared: "koi8-r", Used: "koi8-r"}
	tests := []struct {
		name, label string // label for the hint
		used, text  string
		want        Encoding
		warns       string
	}{
		{"hint", "KOI8-R", "koi8-r", "ёлка", koi8, ""},
		{"meta element", "", "koi8-r", strings.ReplaceAll(strings.ReplaceAll(page, "%s", "koi8-r"), "№", "N"), koi8, ""},
		{"XML declaration", "", "koi8-r", `<?xml version="1.0" encoding="KOI8-R"?><p>ёлка</p>`, koi8, ""},
		{"header line", "", "koi8-r", "Date: 6 Oct 2020\nContent-Type: text/plain; charset=koi8-r\n\nёлка\n", koi8, ""},
		{"hint before meta element", "windows-1251", "windows-1251", strings.ReplaceAll(page, "%s", "koi8-r"), Encoding{Declared: "windows-1251", Used: "windows-1251"}, ""},
		{"Latin 1 by default", "iso-8859-1", "windows-1251", russian, Encoding{"windows-1252", "windows-1251", "windows-1251", 0}, "charset-mismatch"},
		{"UTF-8 that it is not", "utf-8", "gb18030", chinese, Encoding{"utf-8", "gb18030", "gb18030", 0}, "charset-mismatch"},
		{"gb2312 is read as its superset", "gb2312", "gb18030", "朱镕基", Encoding{Declared: "gbk", Used: "gbk"}, ""},
		{"UTF-16 without ASCII", "utf-16", "utf-16le", "港口大桥", Encoding{Declared: "utf-16le", Used: "utf-16le"}, ""},
		{"rare encoding", "iso-8859-3", "iso-8859-3", "Ĝi estas eĥoŝanĝo ĉiuĵaŭde.", Encoding{Declared: "iso-8859-3", Used: "iso-8859-3"}, ""},
		{"a sentence about encodings", "", "windows-1251", "charset=koi8-r and other labels\n" + russian, Encoding{Detected: "windows-1251", Used: "windows-1251"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, enc, warns := decode(encodeAs(t, tt.used, tt.text), tt.label)
			if text != tt.text || enc != tt.want || codes(warns) != tt.warns {
				t.Errorf("got %q\n%+v %q\nwant %+v %q", text, enc, codes(warns), tt.want, tt.warns)
			}
		})
	}
}

func TestMetaCharsetAgainstMark(t *testing.T) {
	page := `<html><head><meta charset="windows-1251"><title>Мост</title>`
	for _, data := range [][]byte{
		[]byte("\uFEFF" + page),
		encode16("\uFEFF"+page, binary.LittleEndian),
		encode16("\uFEFF"+page, binary.BigEndian),
	} {
		mark, _ := charset.BOM(data)
		text, enc, warns := decode(data, "")
		if text != page || enc != (Encoding{"windows-1251", mark, mark, 0}) || codes(warns) != "charset-mismatch" {
			t.Errorf("got %q %+v %v", text, enc, warns)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{english, persian, "\uFEFFx", "\xFF\xFEa\x00", "caf\xE9 cr\xE8me", "\x1b$B", "\xB8\xF1\xCA\xBD\xCB\xB5\xC3\xF7"} {
		f.Add([]byte(s), "")
	}
	f.Add([]byte(persian), "windows-1256")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		before := string(data)
		text, enc, warns := decode(data, declared)
		if string(data) != before {
			t.Fatal("decode changed its input")
		}
		if !utf8.ValidString(text) {
			t.Fatalf("%q is no UTF-8", text)
		}
		if again, enc2, _ := decode(data, declared); again != text || enc2 != enc {
			t.Fatalf("decoded twice: %q %+v and %q %+v", text, enc, again, enc2)
		}
		if enc.Used == "" || (enc.Replaced > 0) != strings.Contains(codes(warns), "replaced-characters") {
			t.Fatalf("%+v %v", enc, warns)
		}
		want := strings.TrimPrefix(before, "\uFEFF")
		if !strings.Contains(want, "\n") {
			want = strings.ReplaceAll(want, "\r", "\n")
		}
		if enc.Used == "utf-8" && enc.Replaced == 0 && text != want {
			t.Fatalf("%q became %q", before, text)
		}
		if strings.ContainsAny(text, "\x00\x1b") || strings.HasPrefix(text, "\uFEFF") {
			return
		}
		if again, _, _ := decode([]byte(text), ""); again != text {
			t.Fatalf("text %q decodes to %q", text, again)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for name, text := range map[string]string{"english": english, "persian": persian, "russian": russian, "chinese": chinese} {
		data := []byte(strings.Repeat(text, 6000/len(text)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				decode(data, "")
			}
		})
	}
}

func TestDecodeTwice(t *testing.T) {
	for in, want := range map[string]string{
		"It doesn\u00e2\u0080\u0099t rain.":            "It doesn’t rain.",
		"\u00c3\u0089t\u00c3\u00a9 \u00e2\u0082\u00ac": "Été €",
		"Caf\u00c3\u00a9":                              "Caf\u00c3\u00a9", // could be meant
		"doesn\u00e2\u0080\u0099t – no":                "doesn\u00e2\u0080\u0099t – no",
		"one \u0085 line":                              "one \u0085 line",
		"plain":                                        "plain",
		"\u00a0\u00ab\u00bb":                           "\u00a0\u00ab\u00bb",
	} {
		if got, _ := decodeTwice(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
	text, _, warns := decode([]byte("Il a \u00c3\u0089t\u00c3\u00a9"), "")
	if text != "Il a Été" || codes(warns) != "encoded-twice" {
		t.Errorf("%q with warnings %s", text, codes(warns))
	}
}
