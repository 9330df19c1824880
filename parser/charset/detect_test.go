package charset

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// samples are texts of about 200 characters with the encodings that they
// were written in before UTF-8.
var samples = []struct{ tag, encodings, text string }{
	{"en", "windows-1252 macintosh", "The mayor said she was “surprised” by the council’s vote – it was the third in a year – and that the bridge wouldn’t close.\nNo date was given."},
	{"fr", "windows-1252 iso-8859-15 macintosh", "Le pont du port sera fermé à la circulation dès dimanche, a annoncé la mairie. Les élèves devront être accompagnés jusqu’à l’école par leurs parents, où une réunion est prévue."},
	{"de", "windows-1252 iso-8859-15 macintosh", "Die Hafenbrücke bleibt am Sonntag für den Verkehr gesperrt. Über die Gründe äußerte sich der Bürgermeister nicht; die Straße werde „so früh wie möglich“ wieder geöffnet."},
	{"es", "windows-1252 macintosh", "El puente del puerto cerrará mañana al tráfico, según anunció el ayuntamiento. La decisión afectará a más de mil niños que cada día cruzan el río; ¿cuándo abrirá de nuevo?"},
	{"pt", "windows-1252", "A ponte do porto não abrirá amanhã ao trânsito, informou a prefeitura. A decisão afeta também as crianças que atravessam o rio para ir à escola, e ninguém sabe até quando."},
	{"it", "windows-1252", "Il ponte del porto sarà chiuso al traffico già da lunedì, ha detto il sindaco. «È una scelta difficile, ma la città non può più aspettare», perché i lavori dureranno un mese."},
	{"nl", "windows-1252", "De havenbrug wordt zondag afgesloten voor het verkeer. Volgens de gemeente zijn er géén alternatieven; ook de patiënten van het ziekenhuis moeten omrijden, zegt burgemeester Janssen."},
	{"sv", "windows-1252 iso-8859-15", "Hamnbron stängs för trafik på söndag. Kommunen räknar med att arbetet tar två veckor, men många boende på ön är missnöjda och säger att de inte har fått någon förklaring."},
	{"da", "windows-1252", "Havnebroen lukkes for trafik på søndag. Kommunen regner med, at arbejdet varer to uger, men mange beboere på øen er utilfredse og siger, at de ikke har fået nogen forklaring på ændringen."},
	{"no", "windows-1252", "Havnebrua stenges for trafikk på søndag. Kommunen regner med at arbeidet tar to uker, men mange på øya er misfornøyde og sier at de ikke har fått noen forklaring på hvorfor båten også er innstilt."},
	{"fi", "windows-1252 iso-8859-15", "Satamasilta suljetaan liikenteeltä sunnuntaina. Kaupungin mukaan työt kestävät kaksi viikkoa, mutta monet saaren asukkaat ovat tyytymättömiä eivätkä ole saaneet mitään selitystä päätökselle."},
	{"is", "windows-1252", "Hafnarbrúin verður lokuð fyrir umferð á sunnudag. Bærinn gerir ráð fyrir að verkið taki tvær vikur en margir íbúar eyjarinnar eru óánægðir og segjast ekki hafa fengið neina skýringu."},
	{"id", "windows-1252", "Jembatan pelabuhan akan ditutup mulai hari Minggu, kata wali kota. “Kami minta maaf,” ujarnya kepada warga di kafé dekat dermaga – penutupan itu berlangsung dua pekan."},
	{"pl", "windows-1250 iso-8859-2", "Most portowy zostanie zamknięty dla ruchu już w niedzielę. Według urzędu miasta prace potrwają dwa tygodnie, ale wielu mieszkańców wyspy jest niezadowolonych i nie wie, jak dojedzie do pracy."},
	{"cs", "windows-1250 iso-8859-2", "Přístavní most bude v neděli uzavřen pro dopravu. Podle radnice potrvají práce dva týdny, řada obyvatel ostrova je však nespokojená a říká, že žádné vysvětlení nedostala."},
	{"sk", "windows-1250 iso-8859-2", "Prístavný most bude v nedeľu uzavretý pre dopravu. Podľa mestského úradu potrvajú práce dva týždne, mnohí obyvatelia ostrova sú však nespokojní a hovoria, že nedostali nijaké vysvetlenie."},
	{"sl", "windows-1250 iso-8859-2", "Pristaniški most bo v nedeljo zaprt za promet. Po navedbah občine bodo dela trajala dva tedna, številni prebivalci otoka pa so nezadovoljni in pravijo, da niso dobili nobenega pojasnila, čeprav so zanj večkrat prosili."},
	{"hr", "windows-1250 iso-8859-2", "Lučki most bit će u nedjelju zatvoren za promet. Prema riječima gradonačelnika radovi će trajati dva tjedna, no mnogi stanovnici otoka nezadovoljni su jer još nisu dobili nikakvo objašnjenje."},
	{"hu", "windows-1250 iso-8859-2", "A kikötői híd vasárnaptól zárva lesz a forgalom előtt. A városháza szerint a munkák két hétig tartanak, de a sziget lakói közül sokan elégedetlenek, mert semmiféle magyarázatot nem kaptak a döntésről."},
	{"ro", "windows-1250 iso-8859-2", "Podul din port va fi închis traficului începând de duminică. Primăria spune că lucrările vor dura două săptămâni, dar mulţi locuitori ai insulei sunt nemulţumiţi şi nu au primit nicio explicaţie."},
	{"tr", "windows-1254", "Liman köprüsü pazar gününden itibaren trafiğe kapatılacak. Belediyeye göre çalışmalar iki hafta sürecek, ancak adada yaşayanların çoğu memnun değil ve hiçbir açıklama yapılmadığını söylüyor."},
	{"lt", "windows-1257", "Uosto tiltas nuo sekmadienio bus uždarytas eismui. Savivaldybės teigimu, darbai truks dvi savaites, tačiau daugelis salos gyventojų nepatenkinti ir sako negavę jokio paaiškinimo."},
	{"lv", "windows-1257", "Ostas tilts no svētdienas būs slēgts satiksmei. Pēc domes teiktā, darbi ilgs divas nedēļas, taču daudzi salas iedzīvotāji ir neapmierināti un saka, ka nav saņēmuši nekādu paskaidrojumu."},
	{"et", "windows-1257", "Sadamasild suletakse pühapäeval liiklusele. Linnavalitsuse sõnul kestavad tööd kaks nädalat, kuid paljud saare elanikud on rahulolematud ja ütlevad, et neile pole midagi selgitatud. Žürii otsus tuleb hiljem."},
	{"vi", "windows-1258", "Câu chuyên vê chiêc câu cang đa đươc nhăc đên tư lâu. Thành phô cho biêt công viêc keo dài hai tuân, nhưng nhiêu ngươi dân không đông y vơi quyêt đinh này."},
	{"ru", "windows-1251 koi8-r ibm866 iso-8859-5 x-mac-cyrillic", "Портовый мост закроют для движения в воскресенье, сообщили в мэрии. По словам чиновников, работы займут две недели, однако многие жители острова недовольны и объяснений не получили."},
	{"uk", "windows-1251 koi8-u iso-8859-5", "Портовий міст закриють для руху в неділю, повідомили в міській раді. За словами посадовців, роботи триватимуть два тижні, проте багато мешканців острова незадоволені й пояснень так і не отримали."},
	{"bg", "windows-1251 iso-8859-5", "Пристанищният мост ще бъде затворен за движение от неделя, съобщиха от общината. Работата ще продължи две седмици, но много жители на острова са недоволни и казват, че не са получили никакво обяснение."},
	{"be", "windows-1251", "Партовы мост зачыняць для руху ў нядзелю, паведамілі ў гарадскім савеце. Работы зоймуць два тыдні, аднак многія жыхары вострава незадаволеныя і тлумачэнняў не атрымалі."},
	{"sr", "windows-1251", "Лучки мост биће затворен за саобраћај од недеље, саопштила је градска управа. Радови ће трајати две недеље, али су многи становници острва незадовољни јер још нису добили никакво објашњење."},
	{"mk", "windows-1251", "Пристанишниот мост ќе биде затворен за сообраќај од недела, соопштија од општината. Работите ќе траат две недели, но многу жители на островот се незадоволни и велат дека не добиле никакво објаснување."},
	{"el", "windows-1253 iso-8859-7", "Η γέφυρα του λιμανιού θα κλείσει για την κυκλοφορία από την Κυριακή, ανακοίνωσε ο δήμος. Οι εργασίες θα διαρκέσουν δύο εβδομάδες, όμως πολλοί κάτοικοι του νησιού διαμαρτύρονται. Άγνωστο παραμένει το κόστος."},
	{"he", "windows-1255", "גשר הנמל ייסגר לתנועה החל מיום ראשון, הודיעה העירייה. העבודות יימשכו שבועיים, אולם רבים מתושבי האי אינם מרוצים ואומרים שלא קיבלו כל הסבר."},
	{"ar", "windows-1256 iso-8859-6", "سيغلق جسر الميناء أمام حركة المرور ابتداء من يوم الأحد، بحسب ما أعلنت البلدية. وستستمر الأعمال أسبوعين، غير أن كثيرا من سكان الجزيرة غير راضين ويقولون إنهم لم يتلقوا أي تفسير."},
	{"fa", "windows-1256", "پل بندر از روز يكشنبه به روي خودروها بسته مي‌شود. شهرداري اعلام كرد كه اين كار دو هفته طول مي‌كشد، اما بسياري از ساكنان جزيره ناراضي‌اند و مي‌گويند هيچ توضيحي نگرفته‌اند."},
	{"ur", "windows-1256", "بندرگاہ کا پل اتوار سے گاڑيوں کے لئے بند رہے گا. شہري انتظاميہ نے بتايا کہ کام دو ہفتے جاري رہے گا، مگر جزيرے کے بہت سے لوگ ناخوش ہيں."},
	{"th", "windows-874", "สะพานท่าเรือจะปิดการจราจรตั้งแต่วันอาทิตย์ เทศบาลแจ้งว่างานจะใช้เวลาสองสัปดาห์ แต่ชาวบ้านบนเกาะจำนวนมากไม่พอใจและบอกว่าไม่ได้รับคำอธิบายใด ๆ"},
	{"zh", "gb18030", "市政府周二宣布，港口大桥将从周日起对车辆关闭。工程预计持续两周，但岛上许多居民表示不满，称没有得到任何解释。记者随后联系了有关部门。"},
	{"zh-Hant", "big5", "市政府週二宣布，港口大橋將從週日起對車輛關閉。工程預計持續兩週，但島上許多居民表示不滿，稱沒有得到任何解釋。記者隨後聯絡了有關部門。"},
	{"ja", "shift_jis euc-jp iso-2022-jp", "市は火曜日、港の橋を日曜日から通行止めにすると発表した。工事は二週間続く見通しだが、島の住民の多くは不満を示し、「何の説明もなかった」と話している。"},
	{"ko", "euc-kr", "시는 일요일부터 항구 다리의 차량 통행을 막는다고 화요일 밝혔다. 공사는 2주 동안 이어질 예정이지만 섬 주민들은 아무런 설명도 듣지 못했다며 불만을 나타냈다."},
}

// headlines are single lines, of which the encoding is harder to tell.
var headlines = []struct{ tag, encodings, text string }{
	{"en", "windows-1252", "Nurses’ union rejects pay offer ahead of Friday’s talks"},
	{"en", "windows-1252", "Café owners ask for longer opening hours"},
	{"fr", "windows-1252", "Grève des trains : les élus demandent un médiateur"},
	{"de", "windows-1252", "Bürgermeister schlägt höhere Gebühren für Parkplätze vor"},
	{"es", "windows-1252", "El año empieza con lluvias y más nieve en la montaña"},
	{"pt", "windows-1252", "Greve dos ônibus não tem previsão para terminar"},
	{"it", "windows-1252", "Sciopero dei treni, la metà delle corse è già sospesa"},
	{"sv", "windows-1252", "Regeringen vill höja åldern för körkort på landsbygden"},
	{"da", "windows-1252", "Færre børn går til fodbold på øerne end før"},
	{"no", "windows-1252", "Færre barn går på ski, viser ny undersøkelse"},
	{"fi", "windows-1252", "Hallitus päätti pidentää koulupäivää syksystä lähtien"},
	{"is", "windows-1252", "Færri börn ganga í íþróttafélög en áður, segir í skýrslu"},
	{"pl", "windows-1250", "Rząd zapowiada niższe podatki dla małych przedsiębiorstw"},
	{"cs", "windows-1250", "Vláda slíbila nižší daně pro malé podnikatele"},
	{"sk", "windows-1250", "Vláda sľúbila nižšie dane pre malých podnikateľov"},
	{"sl", "windows-1250", "Vlada obljublja nižje davke za mala podjetja v občinah"},
	{"hr", "windows-1250", "Vlada najavljuje niže poreze za male poduzetnike u općinama"},
	{"hu", "windows-1250", "A kormány alacsonyabb adót ígér a kis cégeknek jövőre"},
	{"ro", "windows-1250", "Guvernul promite taxe mai mici şi mai puţine hârtii pentru firmele mici"},
	{"tr", "windows-1254", "Hükümet küçük işletmeler için vergi indirimi açıkladı"},
	{"lt", "windows-1257", "Vyriausybė žada mažesnius mokesčius smulkiajam verslui"},
	{"lv", "windows-1257", "Valdība sola mazākus nodokļus mazajiem uzņēmumiem"},
	{"et", "windows-1257", "Valitsus lubab väikestele ettevõtetele madalamaid makse"},
	{"ru", "windows-1251", "Правительство обещает снизить налоги для малого бизнеса"},
	{"ru", "koi8-r", "Правительство обещает снизить налоги для малого бизнеса"},
	{"ru", "windows-1251", "ПРАВИТЕЛЬСТВО ОБЕЩАЕТ СНИЗИТЬ НАЛОГИ"},
	{"ru", "ibm866", "Правительство обещает снизить налоги для малого бизнеса"},
	{"uk", "windows-1251", "Уряд обіцяє знизити податки для малого бізнесу"},
	{"bg", "windows-1251", "Правителството обещава по-ниски данъци за малкия бизнес"},
	{"be", "windows-1251", "Урад абяцае знізіць падаткі для малога бізнесу"},
	{"sr", "windows-1251", "Влада обећава ниже порезе за мала предузећа"},
	{"mk", "windows-1251", "Владата ветува пониски даноци за малите претпријатија"},
	{"el", "windows-1253", "Η κυβέρνηση υπόσχεται χαμηλότερους φόρους για τις μικρές επιχειρήσεις"},
	{"he", "windows-1255", "הממשלה מבטיחה הורדת מסים לעסקים קטנים"},
	{"ar", "windows-1256", "الحكومة تعد بخفض الضرائب على الشركات الصغيرة"},
	{"fa", "windows-1256", "دولت وعده داد ماليات كسب و كارهاي كوچك را كم كند"},
	{"ur", "windows-1256", "حکومت نے چھوٹے کاروبار کے لئے ٹيکس کم کرنے کا وعدہ کيا"},
	{"th", "windows-874", "รัฐบาลสัญญาลดภาษีให้ธุรกิจขนาดเล็ก"},
	{"zh", "gb18030", "政府承诺为小企业减税"},
	{"zh", "gb18030", "朱先生骑车环岛三千公里"},
	{"zh-Hant", "big5", "政府承諾為小企業減稅"},
	{"ja", "shift_jis", "政府、中小企業の減税を約束"},
	{"ja", "euc-jp", "政府、中小企業の減税を約束"},
	{"ko", "euc-kr", "정부, 소상공인 세금 인하 약속"},
}

// encode is text in an encoding; ok is false when it cannot be written in it.
func encode(t *testing.T, name, text string) (data []byte, ok bool) {
	t.Helper()
	enc, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err = enc.NewEncoder().Bytes([]byte(text))
	return data, err == nil
}

// plainQuotes are for the encodings that lack the typographic ones.
var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "’", "'", "–", "-", "«", `"`, "»", `"`)

func TestDetect(t *testing.T) {
	for _, s := range slices.Concat(samples, headlines) {
		for _, name := range strings.Fields(s.encodings) {
			want := s.text
			if strings.HasPrefix(name, "iso-8859-") {
				want = plainQuotes.Replace(want)
			}
			data, ok := encode(t, name, want)
			if !ok {
				t.Errorf("%s: the sample cannot be written in %s", s.tag, name)
			}
			used := Detect(data, "")
			if text, _ := Text(data, used); text != want {
				t.Errorf("%s in %s was read as %s", s.tag, name, used)
			}
		}
	}
}

// What tells the encoding may stand anywhere in a file without line ends.
func TestDetectLateInALongLine(t *testing.T) {
	before := strings.Repeat("plain words ", 10_000)
	for _, s := range samples {
		name, _, _ := strings.Cut(s.encodings, " ")
		data, _ := encode(t, name, s.text)
		late := append([]byte(before), data...)
		if got, want := Detect(late, ""), Detect(data, ""); got != want {
			t.Errorf("%s: %s became %s", s.tag, want, got)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	for _, s := range samples {
		switch s.tag {
		case "en", "fr", "ru", "fa", "zh":
		default:
			continue
		}
		name, _, _ := strings.Cut(s.encodings, " ")
		enc, err := htmlindex.Get(name)
		if err != nil {
			b.Fatal(err)
		}
		data, err := enc.NewEncoder().Bytes([]byte(strings.Repeat(s.text+"\n", 6000/len(s.text))))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(s.tag, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				Detect(data, "")
			}
		})
	}
}
