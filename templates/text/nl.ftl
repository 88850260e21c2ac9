# De woorden van het portaal, in het Nederlands. B1: korte zinnen, gewone woorden, "u".
# **vet** en [een koppeling](/pad) mogen in zinnen die met rich() worden getoond.

language-name = Nederlands

## Om elke pagina heen

frame-site = Meldpunt
frame-danger = Direct gevaar? Bel 112
frame-more = Meer van dit meldpunt
frame-start = Start
frame-pickup = Antwoord lezen
frame-explanation = Hoe dit u beschermt
frame-no-scripts = Deze site gebruikt geen scripts en volgt u niet.
frame-skip = Direct naar de inhoud
frame-error = Fout:
frame-report = Een signaal melden
frame-explanation-short = Uitleg
frame-signposts = Wegwijzer
frame-privacy = Privacy
frame-accessibility = Toegankelijkheid
frame-poster = Poster
frame-out = Gevaar of snel weg
frame-leave = Snel weg
frame-languages = Talen

## Formulieren

errors-title = Er klopt nog iets niet
field-optional = (niet verplicht)
step-nothing-sent = Er is nog niets verstuurd
step-position = Stap { $step } van { $steps }

## Fouten bij een veld

fault-unknown = Kies een antwoord uit de lijst.
fault-one = Kies één antwoord.
fault-yes-no = Kies ja of nee.
fault-yes-and-no = Kies ja of nee, niet allebei.
fault-unreadable = In regel { $line } staat een teken dat wij niet kunnen bewaren. Typ die regel opnieuw, zonder te plakken.
fault-too-long = Maak deze tekst korter. Er passen { $most } tekens in. Nu zijn het er { $found }.
fault-over-missing = Kies over wie uw signaal gaat. Twijfelt u? Kies dan ‘weet ik niet’.
fault-over-unreachable = Wie dit moet lezen, is hier nog niet bereikbaar. Onder aan deze pagina staat waar u wel terecht kunt.
fault-also-missing = Kies of uw signaal ook over hen gaat. Dan komt het bij de juiste lezer.
fault-also-both = Kies ‘nee’ of kies over wie het ook gaat. Niet allebei.
fault-message-missing = Schrijf uw bericht. Het veld is nog leeg.
fault-kind-missing = Kies wat voor signaal het is. Twijfelt u? Kies dan ‘weet ik niet’.
fault-story-missing = Vertel wat er aan de hand is. Een paar zinnen is genoeg.

## Woorden voor wat te kiezen is: lezers, over wie, soort

reader-aov = de Adviseur Openbare Orde en Veiligheid (AOV) en zijn team
reader-burgemeester = de burgemeester
reader-integriteitscommissie = de integriteitscommissie (het seniorenconvent van de raad)
reader-ambtelijk = de integriteitsfunctionaris
reader-extern = een meldpunt buiten de gemeente
reader-bewaarder = de identiteitsbewaarder

subject-burgemeester = De burgemeester
subject-wethouder = Een wethouder
subject-raadslid = Een raadslid
subject-gemeentesecretaris = De gemeentesecretaris
subject-griffier = De griffier
subject-leidinggevende = Een leidinggevende
subject-ambtenaar = Een ambtenaar
subject-ingehuurde-kracht = Een ingehuurde kracht
subject-burger = Een burger
subject-ondernemer-bedrijf = Een ondernemer of bedrijf
subject-locatie-pand = Een locatie of pand
subject-weet-ik-niet = Weet ik niet

kind-ondermijning = Ondermijning: criminelen maken misbruik van onze gemeente
kind-integriteit = Integriteit: iemand van de gemeente doet iets wat niet mag
kind-allebei = Allebei
kind-weet-ik-niet = Weet ik niet

## Vragen, zoals de controlepagina ze noemt

question-over-wie = Over wie gaat het?
question-soort = Wat voor signaal is het?
question-verschijningsvorm = Wat voor misdaad?
question-schending = Wat voor schending?
question-kwetsbaar-proces = Bij welk werk van de gemeente?
question-wat = Wat is er gebeurd?
question-wie = Wie zijn erbij betrokken?
question-waar = Waar?
question-wanneer = Wanneer?
question-hoe-weet-u-dit = Hoe weet u dit?
question-eerder-gemeld = Heeft u dit al ergens gemeld?
question-direct-gevaar = Is iemand nu in gevaar?
question-beinvloeding = Wordt u zelf onder druk gezet?
question-hoeveel-weten-dit = Hoeveel mensen weten dit?
question-eerst-overleggen = Eerst met u overleggen?
question-vragen-mag = Mogen wij u vragen stellen?

## Data

date = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

## Start

start-title = Klopt er iets niet? Vertel het ons, zonder uw naam.
start-lead = Bijvoorbeeld bedreiging, fraude of iemand die misbruik maakt van zijn functie. U hoeft niets te bewijzen. Een naar gevoel is genoeg om het te vertellen.
start-report = Een signaal melden
start-report-hint = Stap voor stap. Pas na de laatste knop is er iets verstuurd.
start-pickup = Antwoord lezen
start-pickup-hint = Heeft u al iets gemeld? Neem uw ophaalcode van tien woorden erbij.
start-danger = **Is er nu gevaar?** [Bel 112](tel:112). Wacht niet op ons: wij lezen de meldingen niet dag en nacht.
start-how = Zo gaat het
start-how-1 = **U vertelt wat er speelt.** Wij vragen niet wie u bent. U maakt geen account.
start-how-2 = **U krijgt tien woorden.** Dat is uw ophaalcode. Schrijf de woorden op en bewaar ze goed.
start-how-3 = **Wij antwoorden hier.** Binnen zeven dagen staat er een eerste bericht voor u klaar. U leest het met uw ophaalcode.
start-explanation = Wilt u eerst weten hoe dit u beschermt, en wat het niet kan? [Lees de uitleg](/uitleg).
start-elsewhere = Wilt u liever niet bij de gemeente melden? Bel Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).

## Over wie gaat het (journey)

## Uw verhaal (journey)

## Gevaar (journey)

## Bestanden (files)

## Controleren (journey)

## Verstuurd, al ontvangen, niet ontvangen (pages)

## Ophalen en postvak (pages)

## Uitleg (around)

explanation-title = Hoe dit u beschermt, en wat het niet kan
explanation-protects = Zo beschermt dit u
explanation-protects-name = Wij vragen niet wie u bent. U maakt geen account.
explanation-protects-address = Wij bewaren niet vanaf welk adres op internet u komt, en niet met welk apparaat.
explanation-protects-lock = Uw signaal gaat meteen op slot. Alleen de mensen die het moeten lezen, hebben de sleutel. De beheerder van de computers heeft die niet.
explanation-protects-spare = Voor noodgevallen is er een reservesleutel. Die ligt op papier in een kluis.
explanation-protects-day = Wij bewaren alleen de dag waarop u iets deed. Niet het uur.
explanation-protects-words = Antwoorden opent u met uw ophaalcode. Die code bewaren wij niet. Wij zien niet wanneer u leest.
explanation-protects-cookie = Deze site gebruikt geen scripts. Een cookie komt er pas als u uw ophaalcode invult. Die werkt hoogstens twee uur.

explanation-way = De weg van uw signaal
explanation-drawing = Tekening. U schrijft. Deze site doet het op slot. De opslag bewaart het. De lezer heeft de sleutel. Met uw tien woorden opent u het antwoord. De tabel hieronder zegt hetzelfde.
explanation-drawing-you = U schrijft
explanation-drawing-you-1 = op uw eigen telefoon.
explanation-drawing-you-2 = Uw naam is niet nodig.
explanation-drawing-site = Deze site sluit af
explanation-drawing-site-1 = Uw signaal gaat meteen op slot.
explanation-drawing-site-2 = De site kan er niet meer bij.
explanation-drawing-store = De opslag bewaart
explanation-drawing-store-1 = Daar ligt alles op slot.
explanation-drawing-store-2 = De beheerder leest het niet.
explanation-drawing-reader = De lezer heeft de sleutel
explanation-drawing-reader-1 = Die leest uw signaal.
explanation-drawing-reader-2 = Het antwoord gaat ook op slot.
explanation-drawing-words = Uw tien woorden
explanation-drawing-words-1 = openen het antwoord.
explanation-drawing-words-2 = Alleen u heeft ze.

explanation-sees = Wie ziet wat?
explanation-sees-who = Wie
explanation-sees-what = Wat die ziet
explanation-sees-you = U
explanation-sees-you-what = Wat u schrijft, tot u het verstuurt. Daarna ons gesprek, met uw tien woorden.
explanation-sees-reader = De mensen die uw signaal lezen
explanation-sees-reader-what = Wat u schrijft en meestuurt. Niet wie u bent, als u dat niet vertelt.
explanation-sees-site = Deze site
explanation-sees-site-what = Uw signaal terwijl u het maakt en verstuurt. Het gesprek zolang u het open heeft. Verder niets.
explanation-sees-operator = De beheerder van de computers
explanation-sees-operator-what = Dat er een signaal is: van welke dag, voor welke lezer, hoe ver het is en ongeveer hoe groot. Niet wat erin staat.
explanation-sees-thief = Een dief van al onze bestanden
explanation-sees-thief-what = Hetzelfde als de beheerder.
explanation-sees-network = Het netwerk dat u gebruikt
explanation-sees-network-what = Dat u deze site bezoekt, wanneer, en ongeveer hoeveel u verstuurt. Niet wat u schrijft.
explanation-sees-colleague = Een andere collega
explanation-sees-colleague-what = Niets. Alleen als het nodig is, deelt een lezer iets met wie moet meehelpen.

explanation-cannot = Dit kan het niet
explanation-cannot-device = **Een besmet apparaat.** Kijkt er een programma mee op uw telefoon of computer? Dan kunnen wij u niet beschermen.
explanation-cannot-network = **Het netwerk van uw werk.** Uw werkgever kan zien dat u deze site bezoekt. Hij ziet niet wat u schrijft. Hij ziet wel ongeveer hoeveel u verstuurt: een lange tekst geeft een groot bericht.
explanation-cannot-told = **Wat u zelf vertelt.** Weten maar weinig mensen wat u schrijft? Dan kan iemand u daaraan herkennen.
explanation-cannot-intruder = **Een inbreker in deze site.** Heeft iemand op dit moment de volledige macht over de computer van deze site? Dan kan hij lezen wat er vanaf dat moment binnenkomt. Wat er eerder kwam, blijft op slot. Op de computers van de behandelaars kan zo iemand lezen wat zij openen.
explanation-cannot-password = **Een zwak wachtwoord van een lezer.** Steelt iemand al onze bestanden en raadt hij dat wachtwoord? Dan kan hij lezen wat die lezer kan lezen.
explanation-cannot-words = **Uw tien woorden.** Wie ze vindt, leest ons antwoord en kan namens u schrijven. Uw melding zelf ziet hij niet.
explanation-cannot-history = **De geschiedenis van uw browser.** De knop ‘Snel weg’ sluit uw postvak en opent een andere site. Uw browser onthoudt vaak wel waar u was. Wis dat zelf, of gebruik een privévenster.

explanation-tips = Dit kunt u zelf doen
explanation-tips-device = Gebruik uw eigen telefoon of computer. Niet die van uw werk.
explanation-tips-network = Gebruik niet de wifi of de VPN van uw werk.
explanation-tips-watching = Meld niet terwijl iemand meekijkt.
explanation-tips-yourself = Schrijf niet wie u bent. Vertel geen details die alleen u weet.
explanation-tips-files = In foto’s en documenten zit vaak verborgen informatie, zoals een plaats, een toestel of een naam. Wij halen weg wat wij kunnen. Alles weghalen lukt niet.
explanation-tips-silent = Praat met niemand over uw melding. Zoek er op uw werk niets over op.
explanation-tor = Nog veiliger: Tor Browser
explanation-tor-text = Tor Browser is een gratis browser. Hij verbergt voor uw netwerk welke site u bezoekt. Het netwerk kan wel zien dat u Tor gebruikt. Zet Tor Browser dus op uw eigen toestel, niet op dat van uw werk: [torproject.org](https://www.torproject.org). Deze site werkt ook op het veiligste niveau.

explanation-code = Wat is de ophaalcode?
explanation-code-what = De ophaalcode is **tien gewone woorden**. U krijgt ze zodra uw signaal is verstuurd.
explanation-code-once = Wij bewaren de woorden niet. **Wij kunnen ze niet opnieuw geven.** Bent u ze kwijt? Doe dan een nieuwe melding en schrijf erbij dat u al eerder meldde.
explanation-code-keep = Met de woorden leest u ons antwoord en schrijft u terug. Schrijf ze op papier. Bewaar ze niet op uw werk.

explanation-readers = Wie leest uw signaal?
explanation-readers-why = Niemand mag een signaal over zichzelf lezen. Daarom vragen wij eerst over wie het gaat.
explanation-readers-about = Gaat het over
explanation-readers-reads = Dan leest dit
explanation-readers-unreachable = (nog niet bereikbaar)
explanation-readers-several = Kiest u er meer dan één? Dan leest maar één van hen uw signaal: wie het verst van deze mensen af staat.

explanation-afterwards = Wat gebeurt er met uw signaal?
explanation-afterwards-first = Binnen zeven dagen krijgt u een eerste bericht.
explanation-afterwards-look = Wij kijken wat er aan de hand is. Soms stellen wij u een vraag.
explanation-afterwards-result = Binnen drie maanden na ons eerste bericht hoort u wat wij met uw signaal doen. Wij mogen u niet altijd alles vertellen.

explanation-elsewhere = Wilt u liever ergens anders heen?
explanation-elsewhere-text = Op de [wegwijzer](/wegwijzer) staat wie wat voor u kan doen, en wie niet. U kunt ook bellen met Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).
explanation-report = [Een signaal melden](/melden)

## Wegwijzer (around)

signposts-title = Waar kunt u nog meer terecht?
signposts-lead = Hier staat wie wat voor u kan doen, en wie niet. Weet u het nog niet? U kunt ook eerst met iemand praten.
signposts-own-device = Bel met uw eigen telefoon. Zoek deze adressen niet op via het netwerk van uw werk.
signposts-danger = Is er nu gevaar?
signposts-talk = Wilt u praten?
signposts-report = Wilt u bij iemand anders melden?
signposts-not-here = Wie hier niet over gaat
signposts-not-here-why = Veel mensen proberen het eerst hier. Deze mensen kunnen een melding niet behandelen.
signposts-not-for = Niet voor:
signposts-anonymous-yes = Zonder naam: ja.
signposts-anonymous-no = Zonder naam: nee.
signposts-anonymous-ask = Zonder naam: vraag dat eerst.
signposts-call = Bel
signposts-no-contact = Staat er geen nummer bij? Kijk dan op de website van de gemeente.
signposts-here = Wilt u het aan ons vertellen?
signposts-here-text = Dat kan hier, zonder uw naam. [Een signaal melden](/melden).

## Privacy (around)

privacy-title = Wat wij bewaren, en wat niet
privacy-lead = { $organisation } is verantwoordelijk voor dit meldpunt.
privacy-not = Dit bewaren wij niet
privacy-not-name = **Uw naam**, als u die niet zelf geeft. Wij hebben hem niet nodig.
privacy-not-address = **Uw adres op internet**, en welk apparaat of welke browser u gebruikt.
privacy-not-hour = **Het uur** waarop u iets deed. Wij bewaren alleen de dag.
privacy-not-visits = **Uw bezoek.** Deze site volgt niemand en deelt niets met andere sites.
privacy-kept = Dit bewaren wij wel
privacy-kept-report = **Wat u vertelt en meestuurt**, en ons gesprek daarover. Dat ligt op slot. Alleen wie het moet lezen, heeft de sleutel.
privacy-kept-others = **Namen van anderen**, als u die noemt. Ook die liggen op slot.
privacy-kept-day = **De dag, de lezer, hoe ver het is en ongeveer hoe groot het is.** Dat ligt niet op slot.
privacy-kept-words = **Een nummer dat bij uw tien woorden hoort.** Daarmee vinden wij uw postvak. De woorden zelf bewaren wij niet.
privacy-why = Waarom wij dit bewaren
privacy-why-text = { $organisation } gebruikt het om signalen te beoordelen, om iets te doen waar dat nodig is, en om u te antwoorden.
privacy-statement = Welke regels daarvoor gelden, leest u in de privacyverklaring:
privacy-no-statement = { $organisation } heeft hier nog geen privacyverklaring genoemd.
privacy-long = Hoe lang wij dit bewaren
privacy-long-unknown = Hoe lang een signaal na afloop bewaard blijft, wordt nog vastgesteld door { $organisation }.
privacy-cookies = Cookies
privacy-cookies-text = Deze site zet pas een cookie als u uw ophaalcode invult. Die cookie opent uw postvak. Hij werkt hoogstens twee uur. Hij verdwijnt als u uw postvak sluit of op ‘Snel weg’ drukt.
privacy-rights = Wat u mag vragen
privacy-rights-reporter = **Heeft u iets gemeld?** Wij weten niet wie u bent. Wij kunnen uw signaal dus niet voor u opzoeken. Met uw tien woorden kunt u het ons in uw postvak vragen.
privacy-rights-named = **Denkt u dat een signaal over u gaat?** U mag vragen welke gegevens wij over u hebben. U mag ook vragen of wij ze verbeteren of wissen.
privacy-rights-no = **Soms zeggen wij nee**, bijvoorbeeld om een melder te beschermen. Bent u het daar niet mee eens? Dan kunt u naar de [Autoriteit Persoonsgegevens](https://www.autoriteitpersoonsgegevens.nl).
privacy-contact = Voor vragen bereikt u ons via
privacy-no-contact = { $organisation } heeft hier nog niet ingevuld wie uw vragen beantwoordt.
privacy-contact-care = Let op: als u mailt of belt, weten wij wie u bent. Vertel dan niet dat u iets heeft gemeld.

## Toegankelijkheid (around)

accessibility-title = Iedereen moet kunnen melden
accessibility-lead = { $organisation } wil dat iedereen dit meldpunt kan gebruiken. Ook wie slecht ziet, geen muis gebruikt of moeilijk leest.
accessibility-status = Status
accessibility-no-status = Dit meldpunt heeft nog geen status. Een status volgt uit een volledig onderzoek door mensen. { $organisation } heeft hier nog geen onderzoek genoemd.
accessibility-statement = De hele verklaring leest u op
accessibility-tested = Wat er is getest
accessibility-tested-how = De makers testen de pagina’s zo, in een echte browser:
accessibility-tested-axe = met axe, een programma dat fouten in toegankelijkheid zoekt (WCAG 2.2, A en AA);
accessibility-tested-keyboard = met alleen een toetsenbord;
accessibility-tested-narrow = op een scherm van 320 pixels breed;
accessibility-tested-zoom = met alles twee keer zo groot;
accessibility-tested-colours = licht, donker en met de kleuren die u zelf instelt;
accessibility-tested-text = zonder scripts, en in een browser die alleen tekst toont.
accessibility-tested-limits = Zulke tests vinden niet alles. Alleen mensen kunnen zeggen of het voor hen werkt.
accessibility-needs = De tien woorden
accessibility-needs-text = Na het melden krijgt u tien woorden. U mag ze opschrijven, kopiëren, printen of laten voorlezen. Bij het invullen mag u ze plakken. De eerste vier letters van een woord zijn ook genoeg.
accessibility-trouble = Lukt iets niet?
accessibility-contact = Laat het ons weten via
accessibility-no-contact = { $organisation } heeft hier nog niet ingevuld aan wie u dat kunt laten weten.
accessibility-contact-care = Let op: als u mailt of belt, weten wij wie u bent. Vertel dan niet dat u iets wilt melden.
accessibility-otherwise = Lukt melden hier niet? Op de [wegwijzer](/wegwijzer) staat waar u nog meer terechtkunt, ook per telefoon.

## Snel weg en de poster (around)

poster-print = Dit is een poster. Print deze pagina op A4 en hang hem op. Alleen de poster komt op papier.
poster-title = Klopt er iets niet? Vertel het, zonder uw naam.
poster-what = Bedreiging, fraude, misbruik van een functie, of een naar gevoel: hier kunt u het kwijt.
poster-code = QR-code van { $address }
poster-own-device = Scan met uw eigen telefoon. Niet met die van het werk, en niet via de wifi van het werk.
poster-no-name = Wij vragen niet wie u bent.
poster-answer = U krijgt tien woorden. Daarmee leest u later ons antwoord.
poster-elsewhere = Liever niet bij de gemeente? Bel Meld Misdaad Anoniem:
poster-danger = Is er nu gevaar? Bel **112**

## Als iets niet werkt (pages)
