package rules

import "strings"

// inBothScripts is text and, in Serbian, which is written in two scripts letter by
// letter, what is in Latin in Cyrillic.
func inBothScripts(lang, text string) []string {
	if lang != "sr" {
		return []string{text}
	}
	return []string{text, cyrillic.Replace(strings.ToLower(text))}
}

var cyrillic = strings.NewReplacer("dž", "џ", "lj", "љ", "nj", "њ", "a", "а", "b", "б", "c", "ц", "č", "ч", "ć", "ћ", "d", "д",
	"đ", "ђ", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "j", "ј", "k", "к", "l", "л", "m", "м", "n", "н", "o", "о",
	"p", "п", "r", "р", "s", "с", "š", "ш", "t", "т", "u", "у", "v", "в", "z", "з", "ž", "ж")
