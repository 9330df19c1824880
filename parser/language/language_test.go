package language

import (
	"strings"
	"testing"
)

var sentences = []struct{ tag, text string }{
	{"en", "The harbour bridge will be closed to traffic on Sunday, the city council said on Tuesday."},
	{"de", "Die Hafenbrücke bleibt am Sonntag für den Verkehr gesperrt, teilte die Stadt am Dienstag mit."},
	{"fr", "Le pont du port sera fermé à la circulation dimanche, a annoncé mardi la mairie."},
	{"es", "El puente del puerto estará cerrado al tráfico el domingo, según informó el ayuntamiento."},
	{"pt", "A ponte do porto não vai abrir ao trânsito no domingo, informou a prefeitura na terça-feira."},
	{"it", "Il ponte del porto sarà chiuso al traffico domenica, ha detto il comune nella giornata di martedì."},
	{"nl", "De havenbrug wordt zondag afgesloten voor het verkeer, zo heeft de gemeente dinsdag gemeld."},
	{"ca", "El pont del port estarà tancat al trànsit diumenge, segons va informar l'ajuntament amb una nota per als veïns."},
	{"ro", "Podul din port va fi închis pentru trafic duminică, au anunțat marți autoritățile și poliția."},
	{"pl", "Most portowy zostanie zamknięty dla ruchu w niedzielę, poinformował we wtorek urząd miasta."},
	{"cs", "Přístavní most bude v neděli uzavřen pro dopravu, oznámila v úterý radnice."},
	{"sk", "Prístavný most bude v nedeľu uzavretý pre dopravu, oznámil v utorok mestský úrad."},
	{"sl", "Pristaniški most bo v nedeljo zaprt za promet, so v torek sporočili z občine."},
	{"hr", "Lučki most bit će u nedjelju zatvoren za promet, priopćili su u utorak iz gradske uprave koja ga održava."},
	{"hu", "A kikötői híd vasárnap zárva lesz a forgalom elől, és ezt a városháza kedden közölte."},
	{"sq", "Ura e portit do të mbyllet për trafikun të dielën, njoftoi bashkia të martën."},
	{"tr", "Liman köprüsü pazar günü trafiğe kapatılacak ve belediye bunun için ek otobüs seferleri koyacak."},
	{"az", "Liman körpüsü bazar günü nəqliyyat üçün bağlanacaq və bu barədə məlumat verilib."},
	{"sv", "Hamnbron stängs för trafik på söndag och det meddelade kommunen i tisdags."},
	{"da", "Havnebroen bliver lukket for trafik på søndag, oplyste kommunen tirsdag af hensyn til arbejdet."},
	{"no", "Havnebrua blir stengt for trafikk på søndag, opplyste kommunen tirsdag, og den åpner ikke før mandag."},
	{"is", "Hafnarbrúin verður lokuð fyrir umferð á sunnudag og það tilkynnti bærinn á þriðjudag."},
	{"fi", "Satamasilta suljetaan liikenteeltä sunnuntaina, ja kaupunki kertoi tästä tiistaina, että se avataan pian."},
	{"et", "Sadamasild suletakse pühapäeval liiklusele, teatas linnavalitsus teisipäeval, ja see on juba teine kord."},
	{"lv", "Ostas tilts svētdien būs slēgts satiksmei, otrdien paziņoja pilsētas dome, un tas ir jau otrais."},
	{"lt", "Uosto tiltas sekmadienį bus uždarytas eismui, antradienį pranešė savivaldybė, ir tai jau ne pirmas kartas."},
	{"id", "Jembatan pelabuhan akan ditutup untuk kendaraan pada hari Minggu, kata pemerintah kota dalam siaran itu."},
	{"vi", "Cầu cảng sẽ đóng cửa với xe cộ vào chủ nhật, chính quyền thành phố cho biết hôm thứ ba."},
	{"sw", "Daraja la bandari litafungwa kwa magari siku ya Jumapili, ilisema manispaa ya jiji katika taarifa hiyo."},

	{"ru", "Портовый мост закроют для движения в воскресенье, сообщили во вторник в мэрии."},
	{"uk", "Портовий міст закриють для руху в неділю, повідомили у вівторок у міській раді."},
	{"be", "Партовы мост зачыняць для руху ў нядзелю, паведамілі ў аўторак у гарадскім савеце."},
	{"bg", "Пристанищният мост ще бъде затворен за движение в неделя, съобщиха във вторник от общината."},
	{"sr", "Лучки мост биће затворен за саобраћај у недељу, саопштили су у уторак из градске управе."},
	{"mk", "Пристанишниот мост ќе биде затворен за сообраќај во недела, соопштија од општината."},
	{"kk", "Порт көпірі жексенбі күні көлік үшін жабылады деп хабарлады қала әкімдігі."},
	{"mn", "Боомтын гүүрийг бүтэн сайн өдөр хаана гэж хотын захиргаа мэдэгдсэн байна."},

	{"fa", "پل بندر روز یکشنبه به روی خودروها بسته می‌شود، شهرداری این را روز سه‌شنبه اعلام کرد."},
	{"fa", "شورای شهر در نشست خود با طرح کاهش ترافيک موافقت کرد و آن را به شهرداري فرستاد."},
	{"ar", "سيغلق جسر الميناء أمام حركة المرور يوم الأحد، بحسب ما أعلنت البلدية في بيان لها."},
	{"ur", "بندرگاہ کا پل اتوار کو گاڑیوں کے لیے بند رہے گا، یہ بات شہری انتظامیہ نے بتائی۔"},
	{"ps", "د بندر پل به د یکشنبې په ورځ د موټرو پر مخ تړل کېږي، ښاروالۍ وویل."},
	{"ckb", "پردی بەندەر ڕۆژی یەکشەممە بۆ هاتووچۆ دادەخرێت، شارەوانی ئەمەی ڕاگەیاند."},
	{"he", "גשר הנמל ייסגר לתנועה ביום ראשון, הודיעה העירייה ביום שלישי."},
	{"el", "Η γέφυρα του λιμανιού θα κλείσει την Κυριακή, ανακοίνωσε την Τρίτη ο δήμος."},

	{"hi", "बंदरगाह का पुल रविवार को यातायात के लिए बंद रहेगा, नगर निगम ने मंगलवार को कहा।"},
	{"mr", "बंदरावरील पूल रविवारी वाहतुकीसाठी बंद राहणार आहे, असे महापालिकेने सांगितले आहे."},
	{"ne", "बन्दरगाहको पुल आइतबार बन्द हुने भएको छ, नगरपालिकाले मंगलबार जनाएको हो।"},

	{"zh", "市政府周二宣布，港口大桥将于周日对车辆关闭。"},
	{"ja", "港の橋は日曜日に通行止めとなると、市が火曜日に発表した。"},
	{"ko", "시는 일요일에 항구 다리의 차량 통행을 막는다고 화요일 밝혔다."},
	{"th", "สะพานท่าเรือจะปิดการจราจรในวันอาทิตย์"},
	{"bn", "রবিবার বন্দরের সেতুতে যান চলাচল বন্ধ থাকবে।"},
	{"ta", "துறைமுகப் பாலம் ஞாயிற்றுக்கிழமை மூடப்படும்."},
	{"ka", "ნავსადგურის ხიდი კვირას დაიკეტება."},
	{"hy", "Նավահանգստի կամուրջը կփակվի կիրակի օրը։"},
	{"am", "የወደቡ ድልድይ እሁድ ለተሽከርካሪዎች ይዘጋል።"},
}

func TestGuess(t *testing.T) {
	for _, s := range sentences {
		if got := Guess(s.text); got != s.tag {
			t.Errorf("Guess(%q) = %q, want %q", s.text, got, s.tag)
		}
	}
}

func TestGuessMixed(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"labels in English", "News ID: 4417093\nDate: 2020-10-06\n\n" + sentences[37].text, "fa"},
		{"an address", "https://www.example.org/news/politics/2020/10/06/4417093\nГородской совет соберётся в пятницу.", "ru"},
		{"numbers", "275219\n2020-10-06 03:39\n", ""},
		{"empty", "", ""},
		{"no words known", "Xyzzy plugh frotz", ""},
		{"bytes that are not UTF-8", "\xFF\xC0 \xE9t\xE9", ""},
		{"the beginning decides", strings.Repeat("Il ponte del porto è chiuso. ", 100) + strings.Repeat("The bridge is closed. ", 900), "it"},
	}
	for _, tt := range tests {
		if got := Guess(tt.text); got != tt.want {
			t.Errorf("%s: Guess(%q) = %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestProfiles(t *testing.T) {
	if len(Profiles) > maxProfiles {
		t.Fatalf("%d profiles do not fit", len(Profiles))
	}
	for i, p := range Profiles {
		seen := map[string]bool{}
		for _, w := range strings.Fields(p.Words) {
			if seen[w] {
				t.Errorf("%s: %q is there twice", p.Tag, w)
			}
			seen[w] = true
			if r := []rune(w); fold(r[0]) != r[0] {
				t.Errorf("%s: %q is not lower case", p.Tag, w)
			}
			var hash uint64
			for _, r := range w {
				hash = hashRune(hash, r)
			}
			if tables().words.find(hash)&(1<<i) == 0 {
				t.Errorf("%s: %q is not found", p.Tag, w)
			}
		}
		for j, r := range []rune(p.Letters) {
			if strings.IndexRune(p.Letters, r) != len(string([]rune(p.Letters)[:j])) {
				t.Errorf("%s: letter %q is there twice", p.Tag, r)
			}
		}
	}
}

func FuzzGuess(f *testing.F) {
	for _, s := range sentences {
		f.Add(s.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tag := Guess(text)
		if again := Guess(text); again != tag {
			t.Fatalf("%q and %q", tag, again)
		}
	})
}

func BenchmarkGuess(b *testing.B) {
	for _, i := range []int{0, 9, 30, 37, 48, 51} {
		text := strings.Repeat(sentences[i].text+" ", 40)[:sample]
		b.Run(sentences[i].tag, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Guess(text)
			}
		})
	}
}
