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
	{"en", "é", "the of and to in is that for was with his on are by it has this from have not were their"},
	{"de", "üäößé", "der die und das ist nicht mit von den ein auf für sich dem auch wird eine zu im des sind bei nach"},
	{"fr", "éàèêçôûîâùïœëü", "le la les des et est dans que pour une du qui sur pas au avec par plus sont ce il aux"},
	{"es", "óíáéñú¿¡üªº", "el la los las de que en y del se por una con para su como al lo más este fue según"},
	{"pt", "ãçáéíóêõâúàôªº", "o os do da de que em não uma para com por mais dos das no na ao se foi um é pelo"},
	{"it", "èàùòéì", "il di che la e per un non sono della con del una è gli nel più alla dei ha al"},
	{"nl", "ëéïöüè", "de het een en van is dat niet op zijn met voor te aan ook wordt bij uit om naar die door"},
	{"ca", "óéàíèçòúï·ü", "el els de i la que amb per les dels és una del al un va en ha"},
	{"gl", "óáéíñúü", "o a os as que de e unha non do da para polo dos coa en no na máis"},
	{"ro", "ăîșțâşţ", "și de la în cu pe care este din pentru fost nu mai sunt au că al şi unei prin"},
	{"pl", "ąęłóśżćńź", "w i z na do nie się że to jest o jak po przez od są oraz dla ale za które zostanie"},
	{"cs", "íáéěřýžščůúťňóď", "a v na se je že s z do o pro to jako by který byl ve po za od podle také jsou"},
	{"sk", "áíéýžčšúľťôóňďäŕĺ", "a v na sa je že s z do o pre to ako by ktorý bol vo po za od podľa tiež sú"},
	{"sl", "čšžćđ", "in je na za se so v da ki z pa bo tudi kot po pri ni iz ter bi od do"},
	{"hr", "čšžćđ", "i je u na se da za su od s koji kao što nije će iz do o te bi ne koja"},
	{"hu", "áéóöőüíúű", "a az és hogy nem is egy ez meg volt csak még szerint után már vagy lesz el"},
	{"sq", "ëç", "dhe në e të një për me që nga është i së do u ka"},
	{"tr", "ıüşğçöİâî", "ve bir bu için ile olarak de da olan çok daha gibi göre kadar sonra ise her en"},
	{"az", "əıüşöğçİ", "və bir bu ilə üçün də da olan olub edib görə sonra daha ki"},
	{"sv", "äöåé", "och att det som en på är av för med till den inte har om ett de var från"},
	{"da", "øæåé", "og at det er en på til af for med den ikke har der som de et fra i blev også mod efter"},
	{"no", "øåæé", "og er det som på en til av for med ikke har den at de et fra i ble blir også mot etter"},
	{"is", "íðáöéóþúæý", "og að er sem í á það við ekki um hann til fyrir með en var af"},
	{"fi", "äöåšž", "ja on ei että se oli hän mutta kun ovat myös sekä mukaan ole joka tai"},
	{"et", "äõüöšž", "ja on ei et see oli kui ka mis oma ning aga mille järgi ta"},
	{"lv", "āīēšūņļčģķž", "un ir no ar par uz kas to bet vai tika arī pēc kā lai pie"},
	{"lt", "ėšžųįčūęą", "ir kad su iš į buvo yra apie bet tai kaip dėl po per už bus"},
	{"id", "é", "yang dan di ini dengan untuk dari tidak pada dalam akan itu juga oleh ke telah adalah"},
	{"vi", "ưđôàâêăơáạảãấầậếềệểịộớờợủứừựìíòóọốồổỗúùụýỳẫắằặẻẽẹễỉĩỏõởỡũửữỷỹỵéèẩẳặ̃́̀̉̃", "và của là các được trong cho không với có một những người đã này đến từ tại"},
	{"tl", "ñ", "ang ng sa mga na ay at ni si para hindi ito kay mula"},
	{"sw", "", "ya na wa kwa ni za katika la cha hiyo huo baada watu"},

	{"ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё№", "и в не на что с по из за от как это для его к был года о у также до при"},
	{"uk", "оанівитерслкудмпязьгбчйхїжєшюцщфґ№", "і в не на що з та у до за про як від для це його є було року й із також"},
	{"be", "аніеоркслтвдмуыпяьзгбчўхжцйшюфэё№", "і ў не на што з у да за як ад для гэта па яго пра былі"},
	{"bg", "аиоентрсвлкдпмзягъубчцжщюхшйфь№", "и на в да не се за от с че са по ще при е до като това той беше"},
	{"sr", "аиоенрсјтукдвмпљзгбчшцћњжхђфџ", "и у је на да се за су од са који као што није ће из до о те би"},
	{"mk", "аоеитнрсвкдлпмујзгбчшцжхфќњџљѓѕ", "и на во да се за од со не ќе што ја е го како ги но кој"},
	{"kk", "аеынтрлідсқкмоубғйшпңгөәзжүұяиһчвэюхфьцё", "және мен бұл да де үшін деп бір бойынша болды осы туралы"},
	{"ky", "анеикртылдоуөүмсбпгшчжзйңяюэвхцфё", "жана менен бул да бир үчүн деп болгон боюнча эле"},
	{"mn", "анэгийлоурдтсхбвөмүыяжчшзцюёкпфщ", "нь юм энэ байна болон ба тухай дээр гэж байгаа"},
	{"tg", "аоинредтмбшвкҳсгзлупяйҷхӣфқӯчюғъёэж", "ва дар аз ба ки бо барои ин буд аст то"},

	{"fa", "اینردهمتوسبلشکزگفقعخجپحصآطچغضذئژثظءأؤيك،؛؟ـةإ", "از در به که این است را با و برای آن می شد کرد خود تا های هم بر شده"},
	{"ar", "اليمنوترهبدعسفكقحأجةطصشخىضإئءذزثغظآؤ،؟؛ـ", "في من على إلى أن عن التي مع هذا الذي بعد ما هذه قال لا كما ذلك"},
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
