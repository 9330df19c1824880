package timestamp

// A reader reads dates from the tokens of a string. Its methods take the
// index of a token and tell the index behind what they read.
type reader struct {
	s      string
	buf    [maxTokens]token // held here, and not in a slice, so that it stays on the stack
	n      int              // number of tokens
	opt    Options
	strict bool // the string has other words than those of dates
	budget int  // number of unknown words that are not yet too many
	asked  bool // for the language
	lang   int  // its index in languages, or -1, when asked for; language is for all others
	whole  bool // the string as a whole is a date: admits shapes that mean other things in running text
}

// set makes a zero reader ready for s. Readers are too large to be copied.
func (r *reader) set(s string, o Options, budget int) {
	r.s, r.opt, r.budget = s, o, budget
}

// language is the index of the language of the text in languages, or -1.
func (r *reader) language() int {
	if r.asked {
		return r.lang
	}
	code := r.opt.Language
	if code == "" && r.opt.Guess != nil {
		code = r.opt.Guess()
	}
	r.asked, r.lang = true, languageIndex(code)
	return r.lang
}

func (r *reader) isNumber(i int) bool {
	return i >= 0 && i < r.n && r.buf[i].kind == numberToken
}
func (r *reader) isWord(i int) bool { return i >= 0 && i < r.n && r.buf[i].kind == wordToken }

func (r *reader) isSign(i int, sign rune) bool {
	return i >= 0 && i < r.n && r.buf[i].kind == signToken && r.buf[i].val == sign
}

// isOneOf reports whether token i is a sign of the set.
func (r *reader) isOneOf(i int, set signs) bool {
	return i >= 0 && i < r.n && r.buf[i].kind == signToken && set.has(r.buf[i].val)
}

// near reports whether token i follows the one before it without white space.
func (r *reader) near(i int) bool { return i > 0 && i < r.n && !r.buf[i].gap }

// small is the value of a number of one or two digits, or -1.
func (r *reader) small(i int) int {
	if i >= 0 && r.isNumber(i) && r.buf[i].digits <= 2 {
		return int(r.buf[i].val)
	}
	return -1
}

// senses are the meanings of token i; none when it is no known word.
func (r *reader) senses(i int) []sense {
	if i < 0 || i >= r.n || r.buf[i].kind != wordToken || r.buf[i].val < 0 {
		return nil
	}
	w := &words[r.buf[i].val]
	return senses[w.first : int(w.first)+int(w.n)]
}

// sense is the meaning of token i of one kind: that of the language of the text
// if it has one, else that of all languages, else the first.
func (r *reader) sense(i int, k kind) (sense, bool) {
	var best sense
	if !r.is(i, k) {
		return best, false
	}
	n := 0
	for _, s := range r.senses(i) {
		if s.kind != k {
			continue
		}
		if n == 0 || s.langs == 0 {
			best = s
		}
		n++
	}
	if n < 2 || r.language() < 0 {
		return best, n > 0
	}
	for _, s := range r.senses(i) {
		if s.kind == k && langSets[s.langs].has(r.lang) {
			return s, true
		}
	}
	return best, true
}

func (r *reader) is(i int, k kind) bool {
	return i >= 0 && i < r.n && r.buf[i].kinds>>k&1 != 0
}

func (r *reader) isValue(i int, k kind, value int16) bool {
	s, ok := r.sense(i, k)
	return ok && s.value == value
}

// skip passes over signs of the set, and words of the kinds given.
func (r *reader) skip(i int, set signs, kinds kindSet) int {
	for i < r.n && (r.isOneOf(i, set) || r.buf[i].kinds&kinds != 0) {
		i++
	}
	return i
}
