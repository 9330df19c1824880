package main

// A language is known by its BCP 47 primary subtag and takes its words from
// one or more CLDR locales.
type language struct {
	code    string
	locales []string
}

var languages = []language{
	{"af", []string{"af"}}, {"am", []string{"am"}}, {"ar", []string{"ar", "ar-DZ", "ar-IQ", "ar-LB", "ar-MA", "ar-SA"}},
	{"as", []string{"as"}}, {"az", []string{"az", "az-Cyrl"}}, {"be", []string{"be", "be-tarask"}},
	{"bg", []string{"bg"}}, {"bn", []string{"bn", "bn-IN"}}, {"bs", []string{"bs", "bs-Cyrl"}},
	{"ca", []string{"ca"}}, {"ckb", []string{"ckb"}}, {"cs", []string{"cs"}}, {"cy", []string{"cy"}},
	{"da", []string{"da"}}, {"de", []string{"de", "de-AT"}}, {"el", []string{"el"}},
	{"en", []string{"en", "en-GB", "en-AU", "en-CA"}},
	{"es", []string{"es", "es-MX", "es-AR"}}, {"et", []string{"et"}}, {"eu", []string{"eu"}},
	{"fa", []string{"fa", "fa-AF"}}, {"fi", []string{"fi"}}, {"fil", []string{"fil"}}, {"fr", []string{"fr", "fr-CA"}},
	{"ga", []string{"ga"}}, {"gl", []string{"gl"}}, {"gu", []string{"gu"}}, {"ha", []string{"ha"}}, {"he", []string{"he"}},
	{"hi", []string{"hi"}}, {"hr", []string{"hr"}}, {"hu", []string{"hu"}}, {"hy", []string{"hy"}},
	{"id", []string{"id"}}, {"is", []string{"is"}}, {"it", []string{"it"}}, {"ja", []string{"ja"}},
	{"ka", []string{"ka"}}, {"kk", []string{"kk"}}, {"km", []string{"km"}}, {"kn", []string{"kn"}}, {"ko", []string{"ko"}},
	{"ku", []string{"ku"}}, {"ky", []string{"ky"}}, {"lo", []string{"lo"}}, {"lt", []string{"lt"}}, {"lv", []string{"lv"}},
	{"mk", []string{"mk"}}, {"ml", []string{"ml"}}, {"mn", []string{"mn"}}, {"mr", []string{"mr"}}, {"ms", []string{"ms"}},
	{"mt", []string{"mt"}}, {"my", []string{"my"}}, {"ne", []string{"ne"}}, {"nl", []string{"nl"}},
	{"no", []string{"nb", "nn"}}, {"or", []string{"or"}}, {"pa", []string{"pa"}}, {"pl", []string{"pl"}}, {"ps", []string{"ps"}},
	{"pt", []string{"pt", "pt-PT"}}, {"ro", []string{"ro"}}, {"ru", []string{"ru"}}, {"sd", []string{"sd"}}, {"si", []string{"si"}},
	{"sk", []string{"sk"}}, {"sl", []string{"sl"}}, {"so", []string{"so"}}, {"sq", []string{"sq"}},
	{"sr", []string{"sr", "sr-Latn"}}, {"sv", []string{"sv"}}, {"sw", []string{"sw"}}, {"ta", []string{"ta"}}, {"te", []string{"te"}},
	{"tg", []string{"tg"}}, {"th", []string{"th"}}, {"tk", []string{"tk"}}, {"tr", []string{"tr"}}, {"uk", []string{"uk"}},
	{"ur", []string{"ur"}}, {"uz", []string{"uz", "uz-Cyrl"}}, {"vi", []string{"vi"}}, {"zh", []string{"zh", "zh-Hant"}},
}

// langSet is a set of languages by their index; the zero value stands for
// all of them.
type langSet [2]uint64

func (s *langSet) add(code string) bool {
	for i, l := range languages {
		if l.code == code {
			s[i/64] |= 1 << (i % 64)
			return true
		}
	}
	return false
}

func (s langSet) String() string {
	if s == (langSet{}) {
		return "*"
	}
	text := ""
	for i, l := range languages {
		if s[i/64]>>(i%64)&1 != 0 {
			text += " " + l.code
		}
	}
	return text[1:]
}
