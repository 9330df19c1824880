package parser

// guessLanguage is a hint at the language of text, "" when there is none.
func guessLanguage(text string) string { return "" }
