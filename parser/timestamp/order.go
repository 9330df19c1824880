package timestamp

// OrderProof is the order that dates of three numbers in s prove, if they
// prove one: 13/10/2020 has the day first, 10/13/2020 the month, and in "Tue
// 06/10/2020" the weekday tells. It is NoOrder when no date in s proves
// anything, or two dates disagree. Other dates of a document, which has one
// order, can be read with it.
func OrderProof(s string) Order {
	if !mayHoldDate(s) {
		return NoOrder
	}
	var f finder
	f.set(s, Options{})
	proof := NoOrder
	for f.next() {
		switch o := f.r.proves(&f.e); {
		case o == NoOrder:
		case proof != NoOrder && o != proof:
			return NoOrder
		default:
			proof = o
		}
	}
	return proof
}

// proves is the order of a date that ends in its year, when only one reading
// is possible. Dots prove nothing, as they stand for one order anyway.
func (r *reader) proves(e *expression) Order {
	if e.day.n < 2 || e.day.readings[0].order == NoOrder {
		return NoOrder
	}
	x, problem := r.choose(&e.day, &expression{weekdays: e.weekdays, weekdayLangs: e.weekdayLangs})
	if problem != NoProblem || x.m == x.d {
		return NoOrder
	}
	return x.order
}

// evidence narrows the languages of the words around the date by labels
// before it, "Publié le", and by the words about its time, "Uhr".
func (r *reader) evidence(e *expression) {
	first := e.first
	for first > 0 && e.first-first < 6 && (r.buf[first-1].kind == signToken || r.is(first-1, kindLabel)) {
		first--
	}
	for i := first; i < e.end; i++ {
		var langs langSet
		for _, s := range r.senses(i) {
			if s.langs == 0 {
				langs = langSet{}
				break
			}
			if (s.kind == kindLabel || s.kind == kindClock || s.kind == kindPeriod) && !r.short(i, 2) {
				langs = langs.or(langSets[s.langs])
			}
		}
		e.meet(langs)
	}
}

// orderOf is the order that the languages of the words around a date agree
// on or else that of the text's language. A date that ends in a
// year of four digits is day first in every language but those in which the
// American order is met too: English, Filipino, Chinese, Japanese, Korean.
func (r *reader) orderOf(langs langSet, twoDigits bool) Order {
	hint := NoOrder
	if r.language() >= 0 {
		hint = orderIn(r.lang, twoDigits)
	}
	if langs.empty() || langs.has(r.lang) {
		return hint
	}
	order := NoOrder
	for i := range languages {
		if !langs.has(i) {
			continue
		}
		o := orderIn(i, twoDigits)
		if o == NoOrder || order != NoOrder && o != order {
			return hint
		}
		order = o
	}
	return order
}

func orderIn(lang int, twoDigits bool) Order {
	if twoDigits && languages[lang].order == YMD {
		return YMD
	}
	switch languages[lang].code {
	case "en", "fil", "zh", "ja", "ko":
		return NoOrder
	}
	return DMY
}
