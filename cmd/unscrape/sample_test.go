package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// TestSampleVariants reads one labelled article, with its headline twice and a
// form for a captcha at its end, in the shapes in which such files come.
func TestSampleVariants(t *testing.T) {
	text, want := sample(t)
	head, _, ok := strings.Cut(text, "Security Key:")
	if !ok {
		t.Fatal("the sample has no captcha")
	}
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	utf16be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()
	variants := map[string]string{
		"as it is":               text,
		"CR LF":                  strings.ReplaceAll(text, "\n", "\r\n"),
		"CR CR LF":               strings.ReplaceAll(text, "\n", "\r\r\n"),
		"byte order mark":        "\ufeff" + text,
		"UTF-16":                 encoded(t, utf16le.String, text),
		"UTF-16 without a mark":  encoded(t, utf16be.String, strings.ReplaceAll(text, "\n", "\r\n")),
		"windows-1252":           encoded(t, charmap.Windows1252.NewEncoder().String, text),
		"no line end at the end": strings.TrimRight(text, "\n"),
		"white space around":     "\n\n" + strings.ReplaceAll(text, "\n", " \n") + "\n\n",
	}
	for _, tail := range captchas {
		variants[tail] = head + strings.ReplaceAll(tail, " | ", "\n") + "\n"
	}
	for name, variant := range variants {
		t.Run(name, func(t *testing.T) { same(t, want, variant) })
	}
	t.Run("no id", func(t *testing.T) {
		want := want
		want.ID = nil
		same(t, want, without(text, "News ID"))
	})
	t.Run("no date", func(t *testing.T) {
		want := want
		want.Timestamp = nil
		same(t, want, without(text, "Published"))
	})
	t.Run("neither", func(t *testing.T) {
		want := want
		want.ID, want.Timestamp = nil, nil
		same(t, want, without(without(text, "News ID"), "Published"))
	})
}

// captchas are ends of pages in words other than those of the sample.
var captchas = []string{
	"Security Code: | Refresh Captcha | Page generated in 0.312 seconds",
	"Verification code: | Reload image | This page was generated in 0.31 seconds.",
	"Enter the characters you see: | Reload captcha | Generated in 0.12s",
	"Type the code shown above | Captcha | This page was created in 0.2291 seconds",
	"Security Key * | Refresh the CAPTCHA | Page Load Time: 0.224 sec",
	"Security question: | New captcha | Execution time: 0.023 s",
	"کد امنیتی: | تصویر جدید | زمان ایجاد صفحه: ۰٫۲۲ ثانیه",
	"کد امنیتی | بارگذاری مجدد کپچا | صفحه در 0/2291 ثانیه تولید شد",
	"رمز التحقق: | تحديث الرمز | تم إنشاء الصفحة في 0.12 ثانية",
	"Введите код с картинки: | Обновить капчу | Страница сгенерирована за 0,031 сек.",
	"Kod bezpieczeństwa: | Odśwież captcha | Strona wygenerowana w 0,21 s",
	"Sicherheitscode: | Captcha neu laden | Seite generiert in 0,12 Sekunden",
	"Código de seguridad: | Recargar captcha | Página generada en 0,123 segundos",
	"验证码： | 看不清，换一张 | 页面执行时间 0.0123 秒",
	"보안문자: | 새로고침 | 페이지 생성 시간: 0.12초",
	"सुरक्षा कोड: | कैप्चा रीफ्रेश करें | पृष्ठ 0.12 सेकंड में बनाया गया",
	"Mã bảo mật: | Đổi mã captcha | Trang được tạo trong 0.12 giây",
	"Kode keamanan: | Muat ulang captcha | Halaman dibuat dalam 0.12 detik",
}

func sample(t *testing.T) (text string, want article) {
	t.Helper()
	const name = "../../testdata/cases/en-labelled-gmt-captcha"
	data, err := os.ReadFile(name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	gold, err := os.ReadFile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(gold, &want); err != nil {
		t.Fatal(err)
	}
	return string(data), want
}

// same reads text from standard input and compares the article.
func same(t *testing.T, want article, text string) {
	t.Helper()
	if diff := cmp.Diff(want, decodeArticle(t, "json", unscrape(t, text))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// without is the text without the line that begins with a label.
func without(text, label string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, label) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func encoded(t *testing.T, encode func(string) (string, error), text string) string {
	t.Helper()
	s, err := encode(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
