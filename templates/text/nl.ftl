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
fault-over-none-left = Hierover kan op deze plek niemand lezen zonder over zichzelf te lezen. Bel Meld Misdaad Anoniem: 0800-7000, of ga naar het Huis voor Klokkenluiders.
fault-readers-none = Nu blijft er niemand over die dit mag lezen. Haal een vinkje weg. Of bel Meld Misdaad Anoniem: 0800-7000, of ga naar een vertrouwenspersoon of het Huis voor Klokkenluiders.
fault-convent-none = De enige die dit hier kan lezen, is het seniorenconvent zelf. Bel Meld Misdaad Anoniem: 0800-7000, of ga naar een vertrouwenspersoon of het Huis voor Klokkenluiders.
fault-name-not-yet = U kunt hier nog geen naam geven: er is nog geen identiteitsbewaarder. Maak dit veld leeg.

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

kind-ik-twijfel-ik-wil-advies = Ik twijfel, ik wil advies
kind-ondermijning-hint = Bijvoorbeeld zwart geld, drugs of mensen die worden uitgebuit.
kind-integriteit-hint = Bijvoorbeeld stelen, geheimen doorvertellen, vriendjes helpen of iemand bang maken.
kind-weet-ik-niet-hint = Dat is goed. Wij zoeken het uit.
kind-ik-twijfel-ik-wil-advies-hint = Vertel wat u kwijt wilt. Wij denken met u mee. U beslist daarna zelf.

phenomenon-witwassen = Zwart geld: geld van misdaad wordt gewoon geld
phenomenon-drugsproductie-en-handel = Drugs maken of verkopen
phenomenon-mensenhandel = Mensen uitbuiten of dwingen om te werken
phenomenon-cybercriminaliteit = Misdaad met computers of internet
phenomenon-zorgcriminaliteit = Bedrog met zorg of zorggeld
phenomenon-anders-namelijk = Iets anders
phenomenon-weet-ik-niet = Weet ik niet

breach-group-financi-le-schendingen = Geld en spullen
breach-group-misbruik-van-positie-en-belangenverstrengeling = Eigen voordeel
breach-group-lekken-misdrijf-en-misbruik-van-informatie = Geheimen en informatie
breach-group-misbruik-van-bevoegdheden = Macht verkeerd gebruiken
breach-group-misbruik-van-bedrijfsmiddelen = Spullen van het werk
breach-group-overmatig-alcohol-en-of-druggebruik = Alcohol of drugs
breach-group-ongewenste-omgangsvormen = Hoe iemand met mensen omgaat
breach-group-anders = Anders

breach-diefstal = Stelen
breach-verduistering = Geld of spullen van de gemeente zelf houden
breach-fraude-valsheid-in-geschrifte-oogmerk-persoonlijk-gewin = Fraude: bedrog om er zelf beter van te worden
breach-onrechtmatige-declaraties = Kosten terugvragen die niet kloppen
breach-ongeoorloofde-nevenactiviteiten = Bijbaan of functie die niet mag
breach-ongeoorloofde-financi-le-belangen = Zelf geld verdienen aan een besluit
breach-omkoping-corruptie = Geld of hulp aannemen voor een gunst
breach-aannemen-vragen-van-giften-geschenken-uitnodigingen-et-cetera-smeren-en-f-teren = Cadeaus, etentjes of reisjes aannemen of vragen
breach-ongewenste-contacten = Omgaan met verkeerde mensen
breach-meestemmen-over-een-onderwerp-uniek-persoonlijk-belang = Meestemmen over iets van zichzelf
breach-cli-ntisme = Mensen helpen in ruil voor steun
breach-politieke-bestuurlijke-informatie-lekken = Geheime plannen of besluiten doorvertellen
breach-persoonsgebonden-gegevens-lekken-privacy = Gegevens over mensen doorgeven
breach-informatie-over-aanbestedingen-offertes-e-d = Prijzen of plannen van bedrijven doorgeven
breach-diefstal-of-verduistering-van-informatiedragers = Laptop, telefoon of papieren meenemen
breach-verlies-van-informatiedragers = Laptop, telefoon of papieren kwijtraken
breach-bewust-niet-volledig-informeren-van-de-volksvertegenwoordiging = De raad met opzet niet alles vertellen
breach-misbruik-van-dwangmiddelen = Mensen dwingen zonder dat het mag
breach-meineed = Liegen onder ede
breach-valsheid-in-geschrifte-onwaarheid-opnemen-in-een-officieel-document-oogmerk-vaak-niet-primair-persoonlijk-gewin = Iets wat niet waar is in een officieel stuk zetten
breach-vergunningen-subsidies-e-d = Vergunning of subsidie geven die niet mag
breach-ongewenst-gebruik-e-mail-internet = E-mail of internet verkeerd gebruiken
breach-misbruik-van-mobiele-telefoon = Telefoon van het werk verkeerd gebruiken
breach-priv-gebruik-van-bedrijfsmiddelen = Spullen van het werk thuis gebruiken
breach-overmatig-alcohol-en-of-druggebruik = Te veel alcohol of drugs
breach-discriminatie = Discriminatie
breach-seksuele-intimidatie = Ongewenst seksueel gedrag
breach-pesten-treiteren = Pesten
breach-andere-vormen-van-intimidatie-bijvoorbeeld-door-grof-taalgebruik-of-bedreiging = Schelden, bang maken of bedreigen
breach-fysieke-bedreiging-geweld = Slaan of dreigen met geweld
breach-misdragingen-in-de-priv-sfeer = Fout gedrag buiten het werk
breach-strijd-met-de-gedragscode = Tegen de gedragsregels
breach-anders-namelijk = Iets anders
breach-weet-ik-niet = Weet ik niet

process-financi-le-transacties-verduistering = Geld uitgeven en ontvangen
process-aanbestedingen-en-inkoop-voorkeursposities-verwerven = Inkopen en opdrachten geven
process-subsidies-frauderen = Subsidies
process-verstrekking-reisdocumenten-identiteitsfraude = Paspoorten en identiteitskaarten
process-vergunningverlening-ontheffingen-legale-dekmantel-voor-criminele-activiteiten = Vergunningen
process-verwerking-persoonsgegevens-en-strategische-informatie-informatiepositie = Gegevens van mensen en geheime plannen
process-beheer-basisregistratie-personen-spookbewoning = Inschrijven op een adres
process-toezicht-en-handhaving-oogje-dichtknijpen = Controleren en optreden

influence-bedreiging = Iemand bedreigt mij
influence-intimidatie = Iemand maakt mij bang
influence-omkoping = Iemand biedt mij geld of iets anders
influence-infiltratie = Iemand wil via mij binnenkomen bij de gemeente
influence-verleiding = Iemand verleidt mij om iets te doen
influence-manipulatie = Iemand haalt mij over met leugens of trucs
influence-geweld = Iemand gebruikt geweld tegen mij

knowers-alleen-ik = Alleen ik
knowers-2-of-3-mensen = 2 of 3 mensen
knowers-een-klein-groepje = Een klein groepje
knowers-veel-mensen = Veel mensen
knowers-weet-ik-niet = Weet ik niet
knowers-wil-ik-liever-niet-zeggen = Wil ik liever niet zeggen

answer-ja = Ja
answer-nee = Nee
answer-weet-ik-niet = Weet ik niet

trace-telefoonnummer = Telefoonnummer
trace-e-mailadres = E-mailadres
trace-bsn = Burgerservicenummer. Dit hebben wij niet nodig.
trace-iban = Rekeningnummer
trace-kenteken = Kenteken
trace-postcode-en-huisnummer = Postcode met huisnummer
trace-personeelsnummer = Personeelsnummer
trace-ik-ben-de-enige = Iets wat alleen u kunt weten of doen
trace-ondertekening = Groet of naam

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
question-in-seniorenconvent = Zit dit raadslid in het seniorenconvent?
question-niet-lezen = Wie mag het niet lezen?
question-naam = Uw naam
question-bereikbaar = Hoe bereiken wij u?

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

over-title = Over wie gaat uw signaal?
over-advice = Eerst even dit
over-advice-1 = Gebruik uw eigen telefoon of computer. Niet die van uw werk.
over-advice-2 = Gebruik niet de wifi of de VPN van de gemeente.
over-advice-3 = Schrijf niet wie u bent. Let op dat niemand meekijkt.
over-advice-4 = In foto’s en bestanden zit verborgen informatie. Wij halen weg wat wij kunnen, maar niet alles.
over-more-advice = Meer tips om niet herkend te worden
over-more-1 = Noem geen dingen die alleen u kunt weten. Let ook op hoe u schrijft.
over-more-2 = Praat met niemand over uw melding. Zoek er op uw werk niets over op.
over-more-3 = Wilt u extra voorzichtig zijn? Gebruik dan Tor Browser.
over-more-4 = Aan het eind krijgt u een ophaalcode. Leg pen en papier vast klaar.
over-more-5 = Wilt u niet bij de gemeente melden? Bel Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).
over-legend = Kies wat past. Meer dan één mag.
over-hint = U moet deze vraag beantwoorden: zo komt uw signaal niet bij de persoon over wie het gaat. Kiest u er meer? Dan leest maar één van hen uw signaal: wie het verst van deze mensen af staat.
over-read-by = Wordt gelezen door { $reader }
over-next = Verder naar uw verhaal
over-next-hint = Hiermee gaat u naar stap 2. Er wordt nog niets verstuurd.
over-closed = Nog niet bereikbaar
over-closed-lead = Over deze personen kunt u hier nog niet melden:
over-closed-one = **{ $subject }**: nog niet bereikbaar. Straks leest { $reader } dit.
over-closed-also = Gaat uw signaal ook over zo iemand? Meld het dan niet hier, want dan leest een ander het.
over-nobody = U kunt hier nu nog niet melden
over-nobody-lead = Er is nog niemand die meldingen van deze site kan lezen. Probeer het later nog eens.
over-elsewhere = U kunt wel terecht bij een vertrouwenspersoon, bij het Huis voor Klokkenluiders of bij Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).

## Uw verhaal (journey)

readers-read = Dit wordt gelezen door **{ $reader }**. Anderen lezen het niet, ook niet de persoon over wie het gaat.
readers-told-wethouder = Komt er een onderzoek? Dan kunnen de wethouder zelf, de andere wethouders, de gemeentesecretaris en de gemeenteraad later horen dat er een signaal is; niet wie het meldde.
readers-told-burgemeester = Komt er een onderzoek? Dan kunnen de burgemeester zelf, de wethouders, de gemeentesecretaris, de griffier, de gemeenteraad en de commissaris van de Koning later horen dat er een signaal is; niet wie het meldde.
readers-told-raadslid = Komt er een onderzoek? Dan kunnen het raadslid zelf, de burgemeester, de griffier en de gemeenteraad later horen dat er een signaal is; niet wie het meldde.
readers-told-aov = Een paar collega’s van een vast overleg kunnen later horen dat er een signaal is; niet wie het meldde. Zij horen alleen wat zij nodig hebben.
readers-told-other = Komt er een onderzoek? Dan kan de persoon over wie het gaat later horen dat er een signaal is; niet wie het meldde.
readers-told-excluded = Wie het van u niet mag lezen, kan ook later horen dat er een signaal is.
readers-may-not = Mag deze lezer uw signaal niet lezen?
readers-may-not-legend = Wie mag dit niet lezen?
readers-may-not-hint = Dan leest iemand anders uw signaal. Wie dat is, laten wij u zien voordat u iets verstuurt.
readers-exclude = Dit mag niet worden gelezen door { $reader }
readers-no-other = Op deze plek kan niemand anders dit lezen. Wilt u dat niet? Ga dan naar een vertrouwenspersoon of het Huis voor Klokkenluiders, of bel Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).
convent-hint = Het seniorenconvent zijn de voorzitters van de partijen in de raad. Zij zijn de integriteitscommissie. Kiest u ‘ja’ of ‘weet ik niet’? Dan leest iemand anders uw signaal.
story-title = Wat is er aan de hand?
story-lead = U hoeft maar twee vragen te beantwoorden: wat voor signaal het is en wat er is gebeurd. Alles waar “niet verplicht” bij staat, mag u overslaan.
story-kind = Wat voor signaal is het?
story-wat = Wat is er gebeurd?
story-wat-hint = Vertel het in uw eigen woorden. Wat zag, hoorde of las u? Noem uw eigen naam niet.
story-wie = Wie zijn erbij betrokken?
story-wie-hint = Namen of functies van anderen. Niet van uzelf.
story-waar = Waar is het gebeurd?
story-waar-hint = Bijvoorbeeld een straat, een bedrijf of een afdeling.
story-wanneer = Wanneer is het gebeurd?
story-wanneer-hint = Een dag of een periode, bijvoorbeeld: sinds het voorjaar.
story-hoe-weet-u-dit = Hoe weet u dit?
story-hoe-weet-u-dit-hint = Bijvoorbeeld zelf gezien, van iemand gehoord of een gevoel. Zegt u dit liever niet? Laat het dan leeg. Zoek niets voor ons op, want dat kan opvallen.
story-eerder-gemeld = Heeft u dit al ergens gemeld?
story-eerder-gemeld-hint = Waar en wanneer? Kan iemand u daaraan herkennen, of zegt u het liever niet? Laat het dan leeg.
story-danger = Gevaar en druk
story-direct-gevaar = Is iemand nu in gevaar?
story-direct-gevaar-hint = Bel dan meteen 112. Wij lezen de meldingen niet dag en nacht.
story-beinvloeding-hint = Kies wat past. U krijgt dan te zien wie u kan helpen. Zegt u dit liever niet? Kies dan niets.
story-protect = Zodat niemand u herkent
story-hoeveel-weten-dit = Hoeveel mensen weten dit?
story-hoeveel-weten-dit-hint = Weten maar weinig mensen dit? Dan kan iemand raden dat u het vertelde. Wij letten daar dan op.
story-eerst-overleggen = Moeten wij eerst met u overleggen?
story-eerst-overleggen-hint = Kies ‘ja’ en wij vragen het u, voordat wij iets doen dat u kan verraden. U leest onze vraag met uw ophaalcode.
story-vragen-mag = Mogen wij u later vragen stellen?
story-vragen-mag-hint = De vragen staan dan hier klaar. U leest ze met uw ophaalcode. Wij weten ook dan niet wie u bent.
story-words = Woorden die erbij passen
story-words-hint = Met een paar woorden kan de lezer uw signaal sneller plaatsen. Weet u het niet? Sla het dan over.
story-words-choose = Woorden kiezen
story-phenomena = Misdaad
story-processes = Bij welk werk van de gemeente gebeurt het?
story-envelope = Toch uw naam geven
story-envelope-lead = Dit hoeft niet. De meeste mensen doen het niet, en wij lezen uw signaal net zo goed.
story-envelope-promise = Uw naam gaat in een aparte, dichte envelop. Wie uw signaal leest, ziet uw naam niet. Alleen twee mensen samen kunnen de envelop openen: de identiteitsbewaarder en iemand die uw signaal leest. Dat doen zij pas als het echt nodig is. Zij schrijven op waarom.
story-naam = Uw naam
story-naam-hint = Liever niet? Laat het leeg.
story-bereikbaar = Hoe bereiken wij u?
story-bereikbaar-hint = Bijvoorbeeld uw eigen telefoonnummer. Niet dat van uw werk.
story-next = Verder
story-back = Terug naar stap 1
story-kept = Wat u heeft ingevuld, blijft staan. Er wordt nog niets verstuurd.
words-title = Welke woorden passen erbij?
words-lead = Open wat erop lijkt en kies wat past. U hoeft niets te kiezen.
words-done = Klaar, terug naar mijn verhaal

## Gevaar (journey)

danger-title = Bel eerst 112
danger-lead = **Niemand leest dit vandaag.** Is iemand nu in gevaar? Dan moet u nu bellen.
danger-call = [Bel 112](tel:112)
danger-no-hurry = Geen spoed, maar wel politie nodig? Bel [0900-8844](tel:0900-8844).
danger-next = Verder met mijn signaal
danger-back = Terug naar mijn verhaal
danger-kept = Wat u heeft ingevuld, blijft staan. Kunt of wilt u niet bellen? Dan kunt u ook gewoon verder.

## Bestanden (files)

## Controleren (journey)

check-title = Klopt alles?
check-reader-changed = **Uw signaal gaat nu naar { $reader }.** Er is nog niets verstuurd. Klopt dit? Druk dan onderaan op de knop.
check-lead = Lees uw signaal nog één keer na. Er is nog niets verstuurd.
check-traces = Staat hier iets in dat u herkenbaar maakt?
check-traces-lead = Wij zagen dit in uw tekst. Hoort het bij iemand anders en is het nodig? Laat het dan gerust staan. Kan iemand ú eraan herkennen? Haal het dan weg.
check-traces-shown = In de tekst hieronder is het gemarkeerd. Alleen u ziet dit.
check-traces-none = Wij zagen geen nummers, adressen of namen die u kunnen verraden. Wij zien niet alles: kijk zelf ook of alleen u dit kunt weten.
check-traces-more = En nog { $number } keer iets.
check-over = Over wie het gaat
check-over-change = Over wie het gaat wijzigen
check-story = Uw verhaal
check-story-change = Mijn verhaal wijzigen
check-envelope = In de dichte envelop
check-envelope-lead = Wie uw signaal leest, ziet dit niet. Alleen twee mensen samen kunnen de envelop openen.
check-envelope-change = Mijn naam wijzigen of weghalen
check-empty = Niet ingevuld
check-send = Versturen
check-send-lead = Met deze knop verstuurt u uw signaal echt. Daarna krijgt u uw ophaalcode van tien woorden. Leg pen en papier klaar.
check-send-button = Verstuur mijn signaal
check-support = Wordt u onder druk gezet? U staat er niet alleen voor.
check-support-1 = Praat met een **vertrouwenspersoon**. Die luistert en vertelt niets door.
check-support-2 = Bel de **politie**: [0900-8844](tel:0900-8844). Bij gevaar: [112](tel:112).
check-also = Gaat uw signaal ook over iemand die u noemt?
check-also-hint = Wij vragen dit omdat niemand een signaal over zichzelf mag lezen. Is uw antwoord ja? Dan kan iemand anders uw signaal lezen. Wij laten u dan eerst zien wie dat is.
check-also-burgemeester = Ja, het gaat ook over de burgemeester
check-also-wethouder = Ja, het gaat ook over een wethouder
check-also-raadslid = Ja, het gaat ook over een raadslid
check-also-gemeentesecretaris = Ja, het gaat ook over de gemeentesecretaris
check-also-griffier = Ja, het gaat ook over de griffier
check-also-no-one = Nee, ik noem deze persoon alleen maar
check-also-no-more = Nee, ik noem deze personen alleen

## Verstuurd, al ontvangen, niet ontvangen (pages)

## Ophalen en postvak (pages)

## Uitleg (around)

## Wegwijzer (around)

## Privacy (around)

## Toegankelijkheid (around)

## Snel weg en de poster (around)

## Als iets niet werkt (pages)
