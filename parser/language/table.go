package language

// A Profile is what tells a language from others of its script.
type Profile struct {
	Tag     string // BCP 47 primary language subtag
	Letters string // Latin script: letters beyond ASCII; else: the alphabet; lower case, by falling frequency
	Words   string // frequent function words
}

// Profiles lists the languages that are told apart by letters and words. Of
// two that fit equally well the first is meant. Frequencies are rough: only
// their order counts.
var Profiles = []Profile{
	{"en", "é", "the of and to in is that for was with his on are by it has this from have not were their be an as at which or"},
	{"de", "üäößé", "der die und das ist nicht mit von den ein auf für sich dem auch wird eine zu im des sind bei nach oder werden als an wurde aus"},
	{"fr", "éàèêçôûîâùïœëü", "le la les des et est dans que pour une du qui sur pas au avec par plus sont ce il aux ou cette ses mais vous être sa elle en un de"},
	{"es", "óíáéñú¿¡üªº", "el la los las de que en y del se por una con para su como al lo más este fue según no es un sus esta pero son ha sobre desde"},
	{"pt", "ãçáéíóêõâúàôªº", "os do da de que em não uma para com por mais dos das no na ao se foi um pelo pela são ou seu sua como é também até às esta"},
	{"it", "èàùòéì", "il di che la per un non sono della con del una gli nel più alla dei ha al è si le da come anche questo nella delle dal essere"},
	{"nl", "ëéïöüè", "de het een en van is dat niet op zijn met voor te aan ook wordt bij uit om naar die door of als worden deze dit er maar"},
	{"ca", "óéàíèçòúï·ü", "el els de la que amb per les dels és una del un al va en ha més són com aquest aquesta seu seva pot però també no es"},
	{"gl", "óáéíñúü", "os as que de unha non do da para polo dos coa en no na máis un ao se son ou pola é tamén foi este esta como"},
	{"ro", "ăîșțâşţ", "și de la în cu pe care este din pentru fost nu mai sunt au că al şi unei prin un sau fi dacă ca sa această după lui acest"},
	{"pl", "ąęłóśżćńź", "na do nie się że to jest jak po przez od są oraz dla ale za które zostanie z w i lub może tylko był tym ich jego być czy"},
	{"cs", "íáéěřýžščůúťňóď", "na se je že do pro to jako by který byl ve po za od podle také jsou není nebo které aby ale až při jeho už k v a"},
	{"sk", "áíéýžčšúľťôóňďäŕĺ", "na sa je že do pre to ako by ktorý bol vo po za od podľa tiež sú nie alebo ktoré aby ale až pri jeho už k v a"},
	{"sl", "čšžćđ", "je na za se so da ki pa bo tudi kot po pri ni iz ter bi od do ali če lahko ga bil bila ta v in"},
	{"hr", "čšžćđ", "je na se da za su od koji kao što nije će iz do bi ne koja te ili ako koje može biti bio po ali samo u i"},
	{"hu", "áéóöőüíúű", "az és hogy nem is egy ez meg volt csak még szerint után már vagy lesz el ha ki a által kell minden mint ezt"},
	{"sq", "ëç", "dhe në e të një për me që nga është do së ka si nuk por janë më tij ose ky duke"},
	{"tr", "ıüşğçöİâî", "ve bir bu için ile olarak da olan çok daha gibi göre kadar sonra ise her veya değil ancak ya en oldu de"},
	{"az", "əıüşöğçİ", "və bir bu ilə üçün də da olan olub edib görə sonra daha ki kimi olaraq edilir isə bütün"},
	{"sv", "äöåé", "och att det som en är på av för med till den inte har om ett de var från sig eller efter men kan blir vid han"},
	{"da", "øæåé", "og at det er en på til af for med den ikke har som de et fra blev også mod efter sig eller når kan men ved der"},
	{"no", "øåæé", "og er det som på en til av for med ikke har den de et fra ble blir også mot etter seg eller når kan men ved å"},
	{"is", "íðáöéóþúæý", "og að er sem á það við ekki um hann til fyrir með en var af þetta eða þegar eru hefur ef þú þessi í"},
	{"fi", "äöåšž", "ja on ei että se oli hän mutta kun ovat myös sekä mukaan ole joka tai voi ne jos kuin sen tämä ollut jotka"},
	{"et", "äõüöšž", "ja on ei et see oli kui ka mis oma ning aga mille järgi ta või pole selle seda kes olla"},
	{"lv", "āīēšūņļčģķž", "un ir no ar par uz kas to bet vai tika arī pēc kā lai pie nav ja šo tiek šis"},
	{"lt", "ėšžųįčūęą", "ir kad su iš į buvo yra apie bet tai kaip dėl po per už bus ar nėra arba šis tik jis"},
	{"id", "é", "yang dan di ini dengan untuk dari tidak pada dalam akan itu juga oleh ke telah adalah atau bisa ada sebagai"},
	{"vi", "ưđôàâêăơáạảãấầậếềệểịộớờợủứừựìíòóọốồổỗúùụýỳẫắằặẻẽẹễỉĩỏõởỡũửữỷỹỵéèẩẳặ̃́̀̉̃", "và của là các được trong cho không với có một những người đã này đến từ tại"},
	{"tl", "ñ", "ang ng sa mga na ay at ni si para hindi ito kay mula"},
	{"sw", "", "ya na wa kwa ni za katika la cha hiyo huo baada watu"},

	{"ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё№", "и в не на что с по из за от как это для его к был года о у также до при"},
	{"uk", "оанівитерслкудмпязьгбчйхїжєшюцщфґ№", "і в не на що з та у до за про як від для це його є було року й із також"},
	{"be", "аніеоркслтвдмуыпяьзгбчўхжцйшюфэё№", "і ў не на што з у да за як ад для гэта па яго пра былі"},
	{"bg", "аиоентрсвлкдпмзягъубчцжщюхшйфь№", "и на в да не се за от с че са по ще при е до като това той беше"},
	{"sr", "аиоенрсјтукдвмпљзгбчшцћњжхђфџ", "и у је на да се за су од са који као што није ће из до о те би или ако које може бити али када без ово све која"},
	{"mk", "аоеитнрсвкдлпмујзгбчшцжхфќњџљѓѕ", "и на во да се за од со не ќе што ја е го како ги но кој или ако може тоа при сите ова"},
	{"kk", "аеынтрлідсқкмоубғйшпңгөәзжүұяиһчвэюхфьцё", "және мен бұл да де үшін деп бір бойынша болды осы туралы"},
	{"ky", "анеикртылдоуөүмсбпгшчжзйңяюэвхцфё", "жана менен бул да бир үчүн деп болгон боюнча эле"},
	{"mn", "анэгийлоурдтсхбвөмүыяжчшзцюёкпфщ", "нь юм энэ байна болон ба тухай дээр гэж байгаа"},
	{"tg", "аоинредтмбшвкҳсгзлупяйҷхӣфқӯчюғъёэж", "ва дар аз ба ки бо барои ин буд аст то"},

	{"ar", "اليمنوترهبدعسفكقحأجةطصشخىضإئءذزثغظآؤ،؟؛ـ", "في من على إلى أن عن التي مع هذا الذي بعد ما هذه قال لا كما ذلك"},
	{"fa", "اینردهمتوسبلشکزگفقعخجپحصآطچغضذئژثظءأؤيك،؛؟ـةإ", "از در به که این است را با و برای آن می شد کرد خود تا های هم بر شده یا كه مي هاي براي اين"},
	{"ur", "ایکرونہمسےتلبپدھجگںعئٹقآشحفخصچڑضطزذڈغثظژءؤأ۔،؟", "کے میں کی ہے کا سے اور کو نے پر کہ یہ ہیں اس بھی کر"},
	{"ps", "اودهرېتيلمنپسخبکچیښغشګړحډځټجقزڅږڼۍئآصطفعژ", "د په او کې چې دی ته له سره یې شوي"},
	{"ckb", "ایەوکرنمدێبتلسشگپۆهجڵخحڕقعزچفژئغ", "لە بۆ کە و ئەو بە ئەم هەر سەر دا"},

	{"hi", "", "है के में की को से का और पर ने हैं कि यह नहीं भी कहा इस एक लिए"},
	{"mr", "", "आहे आणि या ते हे होते मध्ये आहेत केली असे त्या नाही होता तर"},
	{"ne", "", "छ र मा गरेको भएको हो छन् पनि लागि थियो गर्ने तथा यो"},

	{"el", "αοιετσνηυρπκμλωίόάέγδήχθύφβώξζψςϊΐϋΰ·", "και το του της να με για την από τα στο που είναι οι στην των θα"},
	{"he", "יוהלאתרבמנשםדעקחפכטגןזסצךףץ", "של את על לא הוא כי גם זה עם אל או יש"},
	{"th", "านรกอเ่งมย้ลวดทัสตีิะปบคหจแุ์พชขใไูึ็ผศณธซโภำฉถญืฐษๆฮฬฝฟฆฎฏฯ", ""},
}
