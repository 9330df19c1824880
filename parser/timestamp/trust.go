package timestamp

// Short words are names of dates in one language and other words in the next:
// "pro" is December in Czech, "to" means before noon in Uzbek, "had" is Sunday
// in Maltese. Without the language of the text they are trusted less.

// short reports whether token i is a word of at most n ASCII letters.
func (r *reader) short(i, n int) bool {
	t := &r.buf[i]
	return int(t.end-t.start) <= n && r.isASCII(t)
}

// trusted reports whether token i has a meaning of a kind, and is longer than
// n ASCII letters, or has the meaning in all languages, in English or in that
// of the text.
func (r *reader) trusted(i int, k kind, n int) bool {
	if !r.is(i, k) {
		return false
	}
	if !r.short(i, n) {
		return true
	}
	for _, s := range r.senses(i) {
		if s.kind == k && (s.langs == 0 || langSets[s.langs].has(english) || langSets[s.langs].has(r.language())) {
			return true
		}
	}
	return false
}

var english = languageIndex("en")

func (r *reader) isPeriod(i int) bool { return r.trusted(i, kindPeriod, 2) }

// trustedDay reports whether a weekday's name at token i, in these languages,
// is one beside the date of e, if that is known.
func (r *reader) trustedDay(e *expression, i int, langs langSet) bool {
	inBrackets := r.isSign(i-1, '(') && r.isSign(i+1, ')')
	switch {
	case langs.has(r.language()):
		return true
	case r.buf[i].kinds&(1<<kindRead|1<<kindUnitMinute) != 0:
		return false
	case r.short(i, 2) && !r.isOneOf(i+1, dot|comma) && !inBrackets:
		return false
	case len(words[r.buf[i].val].text) == 3 && !r.isASCII(&r.buf[i]) && !inBrackets: // one ideograph or syllable
		return false
	case !e.hasDay || inBrackets:
		return true
	}
	if named := e.day.langs(); !named.empty() && named.and(langs).empty() {
		_, ok := r.date(i + 1) // the same day in another calendar
		return ok
	} else if !named.empty() {
		return true
	}
	return r.trusted(i, kindWeekday, 3)
}

// langs are the languages in which the name of the day's month is one; none
// when the month is a number.
func (d *day) langs() langSet {
	var langs langSet
	for _, x := range d.readings[:d.n] {
		langs = langs.or(langSets[x.langs])
	}
	return langs
}
