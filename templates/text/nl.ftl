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
step-nothing-sent = Nog niets verstuurd
step-position = Stap { $step } van { $steps }

## Fouten bij een veld

fault-unknown = Kies een antwoord uit de lijst.
fault-one = Kies één antwoord.
fault-yes-no = Kies ja of nee.
fault-yes-and-no = Kies ja of nee, niet allebei.
fault-unreadable = In regel { $line } staat een teken dat wij niet kunnen bewaren. Typ die regel opnieuw, zonder te plakken.
fault-too-long = Maak deze tekst korter. Er passen { $most } tekens in. Nu zijn het er { $found }.
fault-over-missing = Kies over wie uw signaal gaat. Twijfelt u? Kies dan ‘weet ik niet’.
fault-over-unreachable = Wie dit moet lezen, is hier nog niet bereikbaar. Onder aan deze pagina staat waar u wel terechtkunt.
fault-also-missing = Kies ja of nee. Dan komt uw signaal bij de juiste lezer.
fault-also-both = Kies ‘nee’ of kies over wie het ook gaat. Niet allebei.
fault-message-missing = Schrijf uw bericht. Het veld is nog leeg.
fault-kind-missing = Kies wat voor signaal het is. Twijfelt u? Kies dan ‘weet ik niet’.
fault-story-missing = Vertel wat er aan de hand is. Een paar zinnen is genoeg.
fault-over-none-left = Iedereen die hier signalen leest, hoort bij de mensen over wie het gaat. Bel Meld Misdaad Anoniem: 0800-7000, of ga naar het Huis voor Klokkenluiders.
fault-readers-none = Nu blijft er niemand over die dit mag lezen. Haal een vinkje weg. Of bel Meld Misdaad Anoniem: 0800-7000, of ga naar een vertrouwenspersoon of het Huis voor Klokkenluiders.
fault-convent-none = De enige die dit hier kan lezen, is het seniorenconvent zelf. Bel Meld Misdaad Anoniem: 0800-7000, of ga naar een vertrouwenspersoon of het Huis voor Klokkenluiders.
fault-name-not-yet = U kunt hier nog geen naam geven: er is nog geen identiteitsbewaarder, iemand die namen apart bewaart. Maak dit veld leeg.

## Woorden voor wat te kiezen is: lezers, over wie, soort

reader-aov = de Adviseur Openbare Orde en Veiligheid (AOV) en het team
reader-burgemeester = de burgemeester
reader-integriteitscommissie = de integriteitscommissie (het seniorenconvent van de raad)
reader-ambtelijk = de integriteitsfunctionaris
reader-extern = een meldpunt buiten de gemeente
reader-bewaarder = de identiteitsbewaarder
reader-kanarie = de kluis zelf: dit is een proefmelding

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

kind-ondermijning = Ondermijning
kind-integriteit = Integriteit
kind-allebei = Allebei
kind-weet-ik-niet = Weet ik niet

kind-ik-twijfel-ik-wil-advies = Ik twijfel, ik wil advies
kind-ondermijning-hint = Criminelen misbruiken onze gemeente, bijvoorbeeld voor zwart geld of drugs.
kind-integriteit-hint = Iemand van de gemeente doet iets wat niet mag, zoals stelen of lekken.

phenomenon-witwassen = Zwart geld: geld van misdaad wordt gewoon geld
phenomenon-drugsproductie-en-handel = Drugs maken of verkopen
phenomenon-mensenhandel = Mensen uitbuiten of dwingen, bijvoorbeeld tot werk of seks
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
trace-bsn = Burgerservicenummer (dit hebben wij niet nodig)
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
start-lead = Bijvoorbeeld fraude, bedreiging of misbruik van een functie. U hoeft niets te bewijzen: een naar gevoel is genoeg.
start-report = Een signaal melden
start-report-hint = Pas na de laatste knop is er iets verstuurd.
start-pickup = Antwoord lezen
start-pickup-hint = Heeft u al iets gemeld? Neem uw ophaalcode van tien woorden erbij.
start-danger = **Is er nu gevaar?** [Bel 112](tel:112). Wacht niet op ons: wij lezen de signalen niet dag en nacht.
start-how = Zo gaat het
start-how-1 = **U vertelt wat er speelt.** Wij vragen niet wie u bent. U maakt geen account.
start-how-2 = **U krijgt tien woorden.** Dat is uw ophaalcode. Schrijf de woorden op en bewaar ze goed.
start-how-3 = **Wij antwoorden hier.** Binnen zeven dagen staat er een eerste bericht voor u klaar. U leest het met uw ophaalcode.
start-explanation = Wilt u eerst weten hoe dit u beschermt, en wat het niet kan? [Lees de uitleg](/uitleg).
start-elsewhere = Wilt u liever niet bij de gemeente melden? Bel Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).

## Over wie gaat het (journey)

over-title = Over wie gaat uw signaal?
over-advice = Eerst even dit
over-advice-1 = Gebruik uw eigen telefoon of computer.
over-advice-2 = Gebruik niet de wifi of de VPN van uw werk.
over-advice-3 = Schrijf niet wie u bent. Let op dat niemand meekijkt.
over-advice-4 = In foto’s en bestanden zit verborgen informatie.
over-more-advice = Meer tips
over-more-1 = Noem geen dingen die alleen u kunt weten. Let ook op hoe u schrijft.
over-more-2 = Praat met niemand over uw signaal. Zoek er op uw werk niets over op.
over-more-3 = Wilt u extra voorzichtig zijn? Gebruik dan Tor Browser.
over-more-4 = Aan het eind krijgt u een ophaalcode. Leg pen en papier vast klaar.
over-more-5 = Wilt u niet bij de gemeente melden? Bel Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).
over-legend = Kies één of meer.
over-hint = Dit bepaalt wie het leest.
over-read-by = **{ $subject }**: { $reader }
over-who-reads = Wie leest wat?
over-next = Verder naar uw verhaal
over-next-hint = Hiermee gaat u naar stap 2. Er wordt nog niets verstuurd.
over-closed = Nog niet bereikbaar
over-closed-lead = Over deze personen kunt u hier nog niet melden:
over-closed-one = **{ $subject }**: nog niet bereikbaar. Straks leest { $reader } dit.
over-closed-also = Gaat uw signaal ook over zo iemand? Meld het dan niet hier, want dan leest een ander het.
over-nobody = U kunt hier nu nog niet melden
over-nobody-lead = Er is nog niemand die signalen van deze site kan lezen. Probeer het later nog eens.
over-elsewhere = U kunt wel terecht bij een vertrouwenspersoon, bij het Huis voor Klokkenluiders of bij Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).

## Uw verhaal (journey)

readers-read = Dit wordt gelezen door **{ $reader }**. Andere collega’s lezen het alleen als dat nodig is.
readers-told-wethouder = Later kunnen ervan horen: de wethouder zelf, het college, de gemeentesecretaris, de integriteitscommissie en de gemeenteraad. Zij horen niet wie het meldde.
readers-told-burgemeester = Later kunnen ervan horen: de burgemeester zelf, de wethouders, de fractievoorzitters, de gemeentesecretaris, de griffier, de gemeenteraad en de commissaris van de Koning. Zij horen niet wie het meldde.
readers-told-raadslid = Later kunnen ervan horen: het raadslid zelf, de fractievoorzitters, de burgemeester, de griffier en de gemeenteraad. Zij horen niet wie het meldde.
readers-told-aov = Een paar collega’s van een vast overleg kunnen er later van horen. Alleen wat nodig is, en niet wie het meldde.
readers-told-other = Komt er een onderzoek? Dan kan de persoon over wie het gaat er later van horen, maar niet wie het meldde.
readers-told-excluded = Wie het van u niet mag lezen, kan er later ook van horen.
readers-may-not = Liever een andere lezer?
readers-may-not-legend = Wie mag dit niet lezen?
readers-may-not-hint = Dan leest iemand anders uw signaal. Wie dat is, laten wij u zien voordat u iets verstuurt.
readers-exclude = Dit mag niet worden gelezen door { $reader }
readers-no-other = Op deze plek kan niemand anders dit lezen. Wilt u dat niet? Ga dan naar een vertrouwenspersoon of het Huis voor Klokkenluiders, of bel Meld Misdaad Anoniem: [0800-7000](tel:0800-7000).
convent-hint = In het seniorenconvent zitten de voorzitters van de partijen in de raad. Zij zijn de integriteitscommissie. Kiest u ‘ja’ of ‘weet ik niet’? Dan leest iemand anders uw signaal. Kiest u niets? Dan leest het seniorenconvent het.
story-title = Wat is er aan de hand?
story-lead = Twee vragen zijn genoeg. De rest hoeft niet.
story-kind = Wat voor signaal is het?
story-wat = Wat is er gebeurd?
story-wat-hint = Wat zag, hoorde of las u? Noem uw eigen naam niet.
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
story-direct-gevaar = Is iemand nu in gevaar?
story-direct-gevaar-hint = Bel dan eerst 112.
story-beinvloeding-hint = Kies wat past. U krijgt dan te zien wie u kan helpen. Zegt u dit liever niet? Kies dan niets.
story-protect = Zodat niemand u herkent
story-hoeveel-weten-dit = Hoeveel mensen weten dit?
story-hoeveel-weten-dit-hint = Weten maar weinig mensen dit? Dan kan iemand raden dat u het vertelde. Wij letten daar dan op.
story-eerst-overleggen = Moeten wij eerst met u overleggen, voordat wij iets doen waaraan iemand u kan herkennen?
story-eerst-overleggen-hint = Kiest u ‘ja’? Dan ziet wie uw signaal leest dat u eerst overleg wilt. Een vraag van ons leest u met uw ophaalcode.
story-vragen-mag = Mogen wij u later vragen stellen?
story-vragen-mag-hint = De vragen staan dan hier klaar. U leest ze met uw ophaalcode. Wij weten ook dan niet wie u bent.
story-words = Onderwerpen die erbij passen
story-words-hint = Met een paar onderwerpen kan de lezer uw signaal sneller plaatsen. Weet u het niet? Sla het dan over.
story-words-choose = Onderwerpen kiezen
story-phenomena = Misdaad
story-processes = Bij welk werk van de gemeente gebeurt het?
story-envelope = Toch uw naam geven
story-envelope-lead = Dit hoeft niet. De meeste mensen doen het niet, en wij lezen uw signaal net zo goed.
story-envelope-promise = Uw naam gaat in een aparte, dichte envelop. Wie uw signaal leest, ziet uw naam niet. Voor het openen zijn twee mensen nodig: de identiteitsbewaarder, die namen apart bewaart, en iemand die uw signaal leest. Ieder heeft een eigen sleutel. Gaat de envelop open, dan hoort u dat in uw postvak. Alleen met de reservesleutel uit de kluis kan één persoon het.
story-naam = Uw naam
story-naam-hint = Liever niet? Laat het leeg.
story-bereikbaar = Hoe bereiken wij u?
story-bereikbaar-hint = Bijvoorbeeld uw eigen telefoonnummer. Niet dat van uw werk.
story-enough = Zo is het genoeg om te melden. Heeft u nog even? Met de vragen hieronder helpt u ons verder.
story-more = Meer vertellen
story-next = Verder
story-back = Terug naar stap 1
steps-buttons = Gebruik de knoppen op deze pagina, niet de terugknop van uw telefoon of browser. Dan raakt u niets kwijt.
story-kept = Wat u heeft ingevuld, blijft staan. Er wordt nog niets verstuurd.
words-title = Welke onderwerpen passen erbij?
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

files-title = Wilt u foto’s of documenten meesturen?
files-lead = Dat hoeft niet. **Wij halen verborgen informatie weg, maar niet alles.** Bent u te zien, of staat uw naam in de bestandsnaam? Verander dat eerst.
files-reader-changed = **Uw signaal gaat nu naar { $reader }.** Er is nog niets verstuurd. Kies uw bestanden opnieuw, dan kan deze lezer ze openen.
files-choose = Kies bestanden
files-choose-hint = Hoogstens { $most } bestanden, elk tot { $file } MB, samen { $report } MB.
files-original = Het origineel ook meesturen als bewijs
files-original-yes = Ja, stuur ook het origineel mee
files-original-hint = Alleen als dat echt nodig is. In het origineel zit de verborgen informatie nog. Wie uw signaal leest, kan daaraan misschien zien wie u bent.
files-add = Voeg toe en kies er nog meer
files-on = Verder naar controleren
files-back = Terug naar uw verhaal
files-nothing-sent = Er is nog niets verstuurd.
files-until = Uw bestanden liggen klaar tot { $time } uur. Met elke stap krijgt u meestal weer drie kwartier, in totaal hoogstens acht uur. Verstuurt u niets? Dan wissen wij ze.
files-more-time = Geef mij meer tijd
files-broke-off = Brak het opsturen van een bestand af? Dan hebben wij er niets van. Kies het opnieuw.
files-full = **Onze opslag is nu vol.** U kunt geen bestanden meesturen. Uw verhaal kunt u wel gewoon versturen. Vertel daarin wat u op de foto’s of in de documenten heeft. Later kunt u ze met uw ophaalcode nasturen.
files-chosen = { $number ->
    [0] Er gaat nog geen bestand mee
    [one] Eén bestand gaat mee
   *[other] { $number } bestanden gaan mee
  }
files-remove = Haal weg
files-only-listed = Een bestand dat niet in deze lijst staat, hebben wij niet.
file-clean = Schoongemaakt. Wij haalden weg: { $removed }.
file-clean-nothing = Schoongemaakt. Wij vonden geen verborgen informatie.
file-original = Het origineel. De verborgen informatie zit er nog in.
file-uncleaned = Niet schoongemaakt. U koos ervoor om het zo mee te sturen.
file-asked = Dit bestand kunnen wij niet schoonmaken. Het gaat nog niet mee.
file-asked-why = **Er kan uw naam, toestel of plaats in zitten, zonder dat u het ziet.** Wij kennen dit soort bestand niet, of het is beschadigd of op slot.
file-asked-instead = Veiliger is: maak een foto van het scherm met uw eigen telefoon, of plak de tekst in wat u schrijft.
file-asked-yes = Toch meesturen
file-size-kb = { $size } kB
file-size-mb = { $whole },{ $tenth } MB
mailbox-only-files = Ik stuur bestanden mee.
mailbox-files = Bestanden meesturen
mailbox-files-full = Bestanden meesturen kan nu niet: onze opslag is vol. Uw bericht kunt u wel sturen.
mailbox-files-lead = Wij halen verborgen informatie weg, zoals de plaats en het toestel. **Let ook op wat te zien is:** een bureau, een spiegel, uw naam.
mailbox-file = Bestand van de gemeente
mailbox-file-gone = Dit bestand klopt niet
mailbox-file-gone-what = Het is weg, of iemand heeft het veranderd nadat wij het stuurden. Daarom geven wij het niet.
mailbox-file-gone-now = Vraag ons in uw postvak om het opnieuw te sturen.
mailbox-file-gone-link = Terug naar uw postvak
fault-files-late = Kies uw bestanden opnieuw. U wachtte langer dan drie kwartier, of wij namen intussen uw signaal in behandeling. De bestanden van toen gaan niet mee.
fault-file-empty = ‘{ $name }’ is leeg. Kies een ander bestand.
fault-file-large = ‘{ $name }’ is te groot. Een bestand mag hoogstens { $most } MB zijn. Maak een kleinere versie, of stuur een deel.
fault-file-many = ‘{ $name }’ past er niet meer bij. Er mogen hoogstens { $most } bestanden mee. Haal er eerst een weg.
fault-file-much = ‘{ $name }’ past er niet meer bij. Alle bestanden samen mogen hoogstens { $most } MB zijn.
fault-file-original = Het origineel van ‘{ $name }’ past er niet meer bij. Het schoongemaakte bestand gaat wel mee. Haal een ander bestand weg, of stuur het origineel later met uw ophaalcode.
fault-file-full = ‘{ $name }’ kunnen wij nu niet bewaren: onze opslag is vol. Verstuur zonder dit bestand.
fault-file-twice = ‘{ $name }’ had u al gekozen. Het gaat één keer mee.
fault-files-reader = Kies uw bestanden opnieuw. De nieuwe lezer kan uw eerdere bestanden niet openen.
fault-files-again = Kies uw bestanden opnieuw. De tijd voor uw eerdere bestanden is voorbij. Ze gaan niet mee.
fault-files-failed = Er ging iets mis bij ons. Wat u nu koos, hebben wij niet. Kies het over een minuut opnieuw.
fault-files-gone = Een van uw bestanden is er niet meer. Kies uw bestanden opnieuw.
fault-files-none = U koos nog geen bestand. Kies er een, of ga verder zonder bestand.
fault-files-undecided = Kies wat wij moeten doen met het bestand dat wij niet kunnen schoonmaken.
removed-plaats = de plaats
removed-toestel = het toestel
removed-naam-van-de-maker = de naam van de maker
removed-data-en-geschiedenis = datums en oude versies
removed-voorbeeldplaatje = een voorbeeldplaatje
removed-opmerkingen = opmerkingen
removed-bijlagen = bijlagen
removed-andere-verborgen-gegevens = andere verborgen gegevens

## Controleren (journey)

check-title = Klopt alles?
check-reader-changed = **Uw signaal gaat nu naar { $reader }.** Er is nog niets verstuurd. Klopt dit? Druk dan onderaan op de knop.
check-empty = { $number ->
    [one] Eén vraag liet u leeg. Dat mag.
   *[other] De andere { $number } vragen liet u leeg. Dat mag.
}
check-read = Dit wordt gelezen door **{ $reader }**.
check-told = Wie kan er later van horen?
check-removed = Wat is er weggehaald?
check-traces = Staat hier iets in dat u herkenbaar maakt?
check-traces-lead = Wij zagen dit in uw tekst of in de naam van een bestand. Hoort het bij iemand anders en is het nodig? Laat het dan gerust staan. Kan iemand ú eraan herkennen? Haal het dan weg.
check-traces-shown = In de tekst hieronder is het gemarkeerd. Alleen u ziet dit.
check-traces-none = Wij herkenden in uw tekst geen nummers, postcodes of namen, maar wij zien niet alles. Kijk zelf ook: naar straten, en naar uw foto’s.
check-traces-more = { $number ->
    [one] En nog één andere plek.
   *[other] En nog { $number } andere plekken.
}
check-over = Over wie
check-over-change = Wijzig over wie
check-story = Uw verhaal
check-story-change = Wijzig mijn verhaal
check-envelope = In de dichte envelop
check-envelope-lead = Wie uw signaal leest, ziet dit niet. Voor het openen zijn twee mensen nodig, ieder met een eigen sleutel.
check-envelope-change = Wijzig mijn naam
check-files = Bestanden
check-files-none = Er gaan geen bestanden mee.
check-files-change = Wijzig mijn bestanden
check-send = Versturen
check-send-lead = Nu verstuurt u echt. Daarna krijgt u tien woorden: leg pen en papier klaar.
check-send-button = Verstuur mijn signaal
check-support = Wordt u onder druk gezet? U staat er niet alleen voor.
check-support-1 = Praat met een **vertrouwenspersoon**. Die luistert en vertelt niets door zonder dat u het weet. Op de [wegwijzer](/wegwijzer) staat wie dat is.
check-support-2 = Bel de **politie**: [0900-8844](tel:0900-8844). Bij gevaar: [112](tel:112).
check-also = Gaat uw signaal ook over iemand die u noemt?
check-also-hint = Wij vragen dit omdat niemand een signaal over zichzelf mag lezen. Is uw antwoord ja? Dan kan iemand anders uw signaal lezen. Wij laten u dan eerst zien wie dat is.
check-also-burgemeester = Ja, het gaat ook over de burgemeester
check-also-wethouder = Ja, het gaat ook over een wethouder
check-also-raadslid = Ja, het gaat ook over een raadslid
check-also-gemeentesecretaris = Ja, het gaat ook over de gemeentesecretaris
check-also-griffier = Ja, het gaat ook over de griffier
check-also-no-one = Nee, ik noem deze persoon alleen
check-also-no-more = Nee, ik noem deze personen alleen

## Verstuurd, al ontvangen, niet ontvangen (pages)

sent-title = Klaar
sent-heading = Wij hebben uw signaal ontvangen
sent-lead = Goed dat u dit vertelt. Dank u wel.
sent-code = Uw ophaalcode
sent-paper = Met deze tien woorden, in deze volgorde, opent u uw postvak.
sent-paper-address = Het adres is: { $address }
sent-once = **Schrijf deze woorden nu op.** Wij kunnen ze niet opnieuw geven.
sent-write = Op papier, in deze volgorde. Thuis printen mag ook.
sent-keep = Bewaar het papier op een plek waar niemand anders komt.
sent-no-picture = Maak geen schermafdruk of foto: die komt vaak vanzelf in de cloud.
sent-secret = Wie de woorden heeft, kan ons antwoord lezen en namens u schrijven. Geef ze aan niemand.
sent-try = Probeer de code nu één keer
sent-try-why = Zo weet u zeker dat u de woorden goed heeft opgeschreven. Lees ze van uw papier.
sent-try-button = Probeer mijn ophaalcode
sent-try-warning = Let op: als u verdergaat, zijn de woorden hier weg. Schrijf ze eerst op.
sent-close = Klaar? Sluit dit venster. Op een apparaat dat ook anderen gebruiken, kan iemand anders met de knop ‘terug’ deze woorden het eerste kwartier nog zien.
sent-when = Wanneer komt u terug?
sent-reader = Uw signaal wordt gelezen door { $reader }.
sent-come-back = Kijk vanaf **{ $day }** in uw postvak. Uiterlijk dan staat er een eerste bericht. Wij kunnen u niets sturen, want wij weten niet wie u bent.
sent-more = Weet u later meer? Dat kunt u met uw ophaalcode erbij schrijven.
sent-lost = Bent u de woorden kwijt? Meld dan een nieuw signaal.

again-title = Al ontvangen
again-same = Wij hadden uw signaal al ontvangen
again-same-lead = Uw signaal is veilig bij ons. Het is niet dubbel binnengekomen.
again-same-words = Uw ophaalcode heeft u toen al gezien. Wij kunnen de tien woorden niet nog een keer tonen, want wij bewaren ze niet.
again-same-read = Heeft u de woorden opgeschreven? Dan kunt u [ons antwoord lezen](/ophalen).
again-other = Uw nieuwe antwoorden zijn niet bewaard
again-other-what = **Wij hadden dit formulier al ontvangen, met andere antwoorden.** Wat u daarna heeft veranderd, hebben wij niet.
again-other-safe = Uw eerste signaal is veilig bij ons.
again-other-write = Wilt u iets toevoegen of verbeteren? [Open uw postvak met uw ophaalcode](/ophalen) en schrijf het daar op.
again-lost = Bent u de tien woorden kwijt?
again-lost-read = Uw eerste signaal wordt gewoon gelezen. Maar ons antwoord kunt u dan niet meer openen.
again-lost-new = Wilt u wel antwoord? [Meld dan een nieuw signaal](/melden) en schrijf erbij dat u dit eerder meldde.

unsent-title = Niet ontvangen
unsent-heading = Uw signaal is NIET ontvangen
unsent-why = **Er ging iets mis bij ons.** Dat ligt niet aan u. Ga ervan uit dat wij niets hebben.
unsent-kept = U bent niets kwijt. Alles wat u heeft ingevuld, zit nog in deze pagina. Sluit de pagina niet.
unsent-button = Probeer opnieuw
unsent-button-hint = Met deze knop verstuurt u uw signaal echt. Het komt nooit dubbel binnen.
unsent-lost-title = Verstuur opnieuw
unsent-lost-heading = Wij zijn uw signaal misschien kwijt
unsent-lost-why = **Wij hadden dit formulier al. Maar bij de woorden die erbij horen, vinden wij niets meer.** Verstuur uw signaal daarom nog een keer.
unsent-lost-own = Heeft u uw postvak zelf weggegooid? Dan hebben wij uw signaal nog, en hoeft u niets te doen.
unsent-lost-kept = Alles wat u heeft ingevuld, zit nog in deze pagina. Sluit de pagina niet. U krijgt nieuwe woorden.
unsent-lost-button = Verstuur opnieuw
unsent-lost-button-hint = Met deze knop verstuurt u uw signaal echt.
unsent-again = Lukt het weer niet?
unsent-again-wait = Wacht een paar minuten en druk dan nog een keer op de knop.
unsent-again-call = Kan het niet wachten? Bel Meld Misdaad Anoniem: [0800-7000](tel:0800-7000). Is er direct gevaar? Bel [112](tel:112).

## Ophalen en postvak (pages)

pickup-title = Ophalen
pickup-heading = Lees ons antwoord
pickup-field = Uw ophaalcode
pickup-field-hint = Typ uw tien woorden, met een spatie ertussen. Hoofdletters maken niet uit. De eerste vier letters van een woord zijn genoeg.
pickup-unsent = **Uw bericht is niet verstuurd.** Uw postvak was intussen gesloten, of u opende het in een ander venster. Kopieer uw tekst hieronder, open uw postvak en plak hem daar.
pickup-button = Open mijn postvak
pickup-empty = Typ de tien woorden van uw ophaalcode.
pickup-one-word = U typte 1 woord. Het moeten er 10 zijn.
pickup-too-few = U typte { $found } woorden. Het moeten er 10 zijn. Kijk welk woord ontbreekt.
pickup-too-many = U typte { $found } woorden. Het moeten er 10 zijn. Kijk welk woord te veel is.
pickup-unknown = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Kijk nog eens hoe u het heeft opgeschreven.
pickup-unknown-one = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Bedoelt u ‘{ $first }’?
pickup-unknown-two = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Bedoelt u ‘{ $first }’ of ‘{ $second }’?
pickup-unknown-three = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Bedoelt u ‘{ $first }’, ‘{ $second }’ of ‘{ $third }’?
pickup-nobody = Er is geen postvak met deze woorden. Wij laten ze niet meer zien: misschien zijn ze bijna goed. Typ ze opnieuw van uw papier, in de juiste volgorde.
pickup-nobody-why = Elk woord staat in onze lijst. Maar samen horen ze niet bij een postvak. Dit kan er aan de hand zijn:
pickup-nobody-order = Twee woorden staan in een andere volgorde dan op uw papier.
pickup-nobody-alike = Een woord lijkt op een ander woord, zoals ‘afrit’ en ‘oprit’.
pickup-nobody-gone = U heeft het postvak weggegooid. Dan openen de woorden niets meer.
pickup-nobody-over = Uw signaal is lang geleden afgerond. Dan hebben wij het gewist.
pickup-know = Goed om te weten
pickup-know-device = Gebruik uw eigen telefoon of computer. Niet die van uw werk.
pickup-know-trace = Wij bewaren niet wie hier kijkt en wanneer.
pickup-know-lost = Bent u de woorden kwijt? Wij kunnen ze niet opnieuw geven. [Meld dan een nieuw signaal](/melden).

mailbox-title = Postvak
mailbox-heading = Uw postvak
mailbox-stage = Stand:
stage-received = Ontvangen
stage-received-now = Uw signaal is goed aangekomen. U hoeft nu niets te doen.
stage-reviewing = Wij bekijken uw signaal
stage-reviewing-now = Wij zoeken uit wat er aan de hand is. U hoeft niets te doen.
stage-question = Wij hebben een vraag
stage-question-now = Wij kunnen verder als u antwoord geeft. U mag ook zeggen dat u het niet weet.
stage-name = Wij vragen iets over uw naam
stage-name-now = U kiest zelf. Ook als u nee zegt, gaan wij verder met uw signaal.
stage-done = Afgerond
stage-done-now = Wij zijn klaar met uw signaal. Weet u iets nieuws? Dan kunt u het ons nog schrijven.
stage-unknown = Dat weten wij niet zeker
stage-unknown-now = Een bericht van ons is beschadigd of weg. Kunt u hier nog schrijven? Vraag ons dan hoe het staat.
mailbox-answer = Antwoord geven
mailbox-first-by = Uiterlijk { $day } staat hier een eerste bericht.
mailbox-first-late = Wij hadden u uiterlijk { $day } een eerste bericht beloofd. Dat is niet gelukt. Dat spijt ons.
mailbox-outcome-by = U hoort uiterlijk { $day } wat wij met uw signaal doen.
mailbox-outcome-late = Wij zouden u uiterlijk { $day } vertellen wat wij met uw signaal doen. Dat is niet gelukt. Dat spijt ons. Vraag gerust hoe het staat.
mailbox-kept-until = U kunt dit nog minstens tot { $day } lezen. Daarna wissen wij uw signaal en dit postvak.
mailbox-no-day = Voor het volgende bericht is geen vaste dag. Kijk over een paar weken nog eens.
mailbox-messages = Berichten
mailbox-empty = Er is nog geen bericht. Uw ophaalcode werkt goed.
mailbox-no-report = Uw signaal zelf staat hier niet bij. Vindt iemand uw woorden? Dan kan die uw signaal niet lezen, maar wel wat hier staat.
mailbox-sent = **Uw bericht is verstuurd.** Het staat hieronder.
mailbox-asked = **Uw vraag is verstuurd.** Kijk over een paar dagen of er antwoord is.
mailbox-broken = **Een bericht is beschadigd of weg.** Wij tonen alleen wat zeker klopt. Hieronder ziet u waar het is.
mailbox-turned-back = Iemand heeft veranderd wat wij bij uw signaal bewaren. Dat ligt niet aan u. Wij weten nu niet zeker wie uw bericht leest. Daarom kunt u hier niets versturen. Meld een nieuw signaal en schrijf dit erbij, of bel Meld Misdaad Anoniem: 0800-7000.
mailbox-full = Uw postvak is vol. Er kan geen bericht meer bij. Meld een nieuw signaal en schrijf erbij dat u dit eerder meldde.
mailbox-kept = Uw tekst is niet verstuurd. Hier staat hij nog, zodat u hem kunt bewaren:
mailbox-unsent = Uw bericht is NIET ontvangen. Er ging iets mis bij ons. Uw tekst staat er nog. Probeer het over een minuut opnieuw.
mailbox-ask-unsent = Uw vraag is NIET ontvangen. Er ging iets mis bij ons. Probeer het over een minuut opnieuw.
mailbox-crossed = U stuurde intussen al een ander bericht, misschien in een ander venster. Dit bericht is nog niet verstuurd. Wilt u het ook sturen? Druk dan nog een keer op de knop.
mailbox-write = Schrijf ons
mailbox-write-answer = Geef antwoord
mailbox-field = Uw bericht
mailbox-field-hint = Een antwoord, een vraag of iets nieuws. Schrijf niet wie u bent.
mailbox-button = Verstuur bericht
mailbox-button-hint = Met deze knop verstuurt u uw bericht echt.
mailbox-ask = Hoe staat het ermee?
mailbox-ask-what = Met één druk op de knop vraagt u hoe het met uw signaal staat. U hoeft niets te schrijven.
mailbox-ask-button = Vraag hoe het staat
mailbox-ask-body = U vraagt hoe het met uw signaal staat.
mailbox-ask-waiting = U vroeg dit op { $asked }. Er is nog geen antwoord. Schrijven kan altijd.
mailbox-ask-later = U vroeg dit op { $asked }. Vanaf { $again } kunt u het opnieuw vragen. Schrijven kan altijd.
mailbox-name = Mag uw naam bekend worden?
mailbox-name-lead = Hieronder staat waarom wij het vragen. U mag **nee** zeggen: wij gaan dan gewoon verder met uw signaal. Zegt u niets, dan is dat ook nee.
mailbox-name-yes = U zei **ja**. Zolang de envelop dicht is, mag u zich bedenken.
mailbox-name-no = U zei **nee**. De envelop blijft dicht. U mag zich bedenken.
mailbox-name-yes-button = Ja, dat mag
mailbox-name-no-button = Nee, houd mijn naam dicht
mailbox-name-yes-body = Ja, mijn naam mag bekend worden.
mailbox-name-no-body = Nee, houd mijn naam dicht.
mailbox-name-said = Uw antwoord is verstuurd.
mailbox-name-closed = Deze vraag is er niet meer. Lees hieronder wat wij u het laatst schreven.
mailbox-close = Klaar met lezen?
mailbox-close-what = Sluit dan uw postvak op dit apparaat. Er wordt niets gewist: met uw tien woorden opent u het altijd weer. Na twee uur sluit het vanzelf.
mailbox-close-button = Sluit mijn postvak
mailbox-discard = Wilt u nooit meer terugkomen? [Gooi uw postvak weg](/postvak/weggooien).
mailbox-damaged = Dit postvak klopt niet
mailbox-damaged-what = Uw woorden zijn goed. Maar wat wij bij uw signaal bewaren, is veranderd door iemand die dat niet mag. Wij tonen het daarom niet.
mailbox-damaged-now = Met deze woorden kunt u hier niets meer lezen. Dat spijt ons. Meld een nieuw signaal en schrijf erbij wat hier staat, of bel Meld Misdaad Anoniem: 0800-7000.
mailbox-damaged-link = Een nieuw signaal melden

talk-you = Van u
talk-municipality = Van de gemeente
talk-damaged = **Dit bericht is beschadigd.** Wij tonen het niet. Dat hoort niet.
talk-gap = **Hier ontbreekt een bericht.** Iemand heeft het weggehaald. Dat hoort niet.
talk-repair-own = Weet u nog wat u schreef? Schrijf het in een nieuw signaal.
talk-repair-theirs = Kunt u hier nog schrijven? Vraag ons dan om het opnieuw te sturen.
message-ontvangstbevestiging = Ontvangstbevestiging
message-vraag = Vraag
message-antwoord = Antwoord
message-voornemen-vooronderzoek = Wij willen een vooronderzoek doen
message-uitkomst-vooronderzoek-op-hoofdlijnen = Wat het vooronderzoek opleverde
message-voornemen-feitenonderzoek = Wij willen een feitenonderzoek doen
message-terugkoppeling = Wat wij met uw signaal doen
message-aanvulling-melder = Aanvulling
message-verwijzing = Waar u terechtkunt
message-afsluiting = Afsluiting
message-hoe-staat-het-ermee = Hoe staat het ermee?
message-postvak-weggegooid = Postvak weggegooid
message-vraag-om-uw-naam = Vraag om uw naam
message-naam-ja = Over uw naam: ja
message-naam-nee = Over uw naam: nee
message-uw-envelop-is-geopend = Uw envelop is geopend

discard-title = Postvak weggooien
discard-heading = Gooi uw postvak weg
discard-lead = Dit kunt u niet terugdraaien. Lees eerst wat er gebeurt.
discard-words = Uw tien woorden openen **niets meer**. Ook wij kunnen het postvak dan niet terughalen voor u.
discard-answers = Antwoorden van ons bereiken u niet meer. U kunt ook niets meer aanvullen.
discard-kept = Wat wij al hebben, blijft bij ons: uw signaal en de berichten. Daar werken wij gewoon aan verder.
discard-told = Wie uw signaal leest, ziet dat u het postvak heeft weggegooid. Niet wie u bent.
discard-not-told = Wij kunnen de lezer nu niet zeker laten weten dat u het postvak weggooit, want iemand heeft veranderd wat wij bij uw signaal bewaren.
discard-only-close = Wilt u alleen dat niemand op dit apparaat meekijkt? Dan hoeft u niets weg te gooien. Sluit uw postvak, dan kunt u later terugkomen.
discard-button = Gooi mijn postvak weg
discard-back = Nee, terug naar mijn postvak
discard-unsent = Uw postvak is NIET weggegooid. Er ging iets mis bij ons. Probeer het over een minuut opnieuw.
discarded-title = Weggegooid
discarded-heading = Uw postvak is weggegooid
discarded-lead = Met deze tien woorden opent niemand hier nog iets.
discarded-paper = Vernietig het papier met de woorden.
discarded-kept = Uw signaal hebben wij nog. Wij werken eraan verder.
discarded-new = Weet u later iets nieuws? [Meld dan een nieuw signaal](/melden). U krijgt dan nieuwe woorden.

closed-title = Gesloten
closed-heading = Uw postvak is gesloten
closed-lead = Er is niets gewist. Met uw tien woorden opent u het postvak weer.
closed-traces = Wilt u geen sporen achterlaten?
closed-history = Wis de geschiedenis van uw browser. Daarin staat dat u deze site bezocht.
closed-windows = Sluit daarna alle vensters van de browser.
closed-paper = Berg het papier met uw ophaalcode goed op.
closed-again = Weet u iets nieuws, of wilt u later kijken? [Open uw postvak weer](/ophalen).

## Uitleg (around)

explanation-title = Hoe dit u beschermt, en wat het niet kan
explanation-protects = Zo beschermt dit u
explanation-protects-name = Wij vragen niet wie u bent. U maakt geen account.
explanation-protects-address = Wij bewaren niet vanaf welk adres op internet u komt, en niet met welk apparaat.
explanation-protects-lock = Uw signaal gaat meteen op slot. Alleen de mensen die het moeten lezen, hebben de sleutel. De beheerder van de computers heeft die niet.
explanation-protects-spare = Voor noodgevallen is er een reservesleutel. Die ligt op papier in een kluis.
explanation-protects-day = Wij bewaren alleen de dag waarop u iets deed. Niet het uur. Alleen van bestanden is tot de volgende nacht te zien hoe laat ze kwamen.
explanation-protects-words = Antwoorden opent u met uw ophaalcode. Die code bewaren wij niet. Wij zien niet wanneer u leest.
explanation-protects-cookie = Deze site gebruikt geen scripts. Een cookie komt er pas als u uw ophaalcode invult. Die werkt hoogstens twee uur.

explanation-way = De weg van uw signaal
explanation-drawing-you = U schrijft
explanation-drawing-you-1 = op uw eigen telefoon.
explanation-drawing-you-2 = Uw naam is niet nodig.
explanation-drawing-site = Deze site sluit af
explanation-drawing-site-1 = Uw signaal gaat meteen op slot.
explanation-drawing-site-2 = De site kan er niet meer bij.
explanation-drawing-store = De opslag bewaart
explanation-drawing-store-1 = Wat u schrijft, ligt op slot.
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
explanation-cannot-intruder = **Een inbreker in deze site.** Heeft iemand op dit moment de volledige macht over de computer van deze site? Dan kan hij lezen wat er vanaf dat moment binnenkomt. Wat er eerder kwam, blijft op slot. Op de computer waarop de behandelaars werken, kan zo iemand alles lezen wat zij mogen openen.
explanation-cannot-password = **Een zwak wachtwoord van een lezer.** Steelt iemand al onze bestanden en raadt hij dat wachtwoord? Dan kan hij lezen wat die lezer kan lezen.
explanation-cannot-words = **Uw tien woorden.** Wie ze vindt, leest ons antwoord en kan namens u schrijven. Uw signaal zelf is zo niet te lezen.
explanation-cannot-history = **De geschiedenis van uw browser.** De knop ‘Snel weg’ sluit uw postvak en opent een andere site. Uw browser onthoudt vaak wel waar u was. Wis dat zelf, of gebruik een privévenster.

explanation-tips = Dit kunt u zelf doen
explanation-tips-device = Gebruik uw eigen telefoon of computer. Niet die van uw werk.
explanation-tips-network = Gebruik niet de wifi of de VPN van uw werk.
explanation-tips-watching = Meld niet terwijl iemand meekijkt.
explanation-tips-yourself = Schrijf niet wie u bent. Vertel geen details die alleen u weet.
explanation-tips-files = In foto’s en documenten zit vaak verborgen informatie, zoals een plaats, een toestel of een naam. Wij halen weg wat wij kunnen. Alles weghalen lukt niet.
explanation-tips-silent = Praat met niemand over uw signaal. Zoek er op uw werk niets over op.
explanation-tor = Nog veiliger: Tor Browser
explanation-tor-text = Tor Browser is een gratis browser. Hij verbergt voor uw netwerk welke site u bezoekt. Het netwerk kan wel zien dat u Tor gebruikt. Zet Tor Browser dus op uw eigen toestel, niet op dat van uw werk: [torproject.org](https://www.torproject.org). Deze site werkt ook op het veiligste niveau.

explanation-code = Wat is de ophaalcode?
explanation-code-what = De ophaalcode is **tien gewone woorden**. U krijgt ze zodra uw signaal is verstuurd.
explanation-code-once = Wij bewaren de woorden niet. **Wij kunnen ze niet opnieuw geven.** Bent u ze kwijt? Meld dan een nieuw signaal en schrijf erbij dat u al eerder meldde.
explanation-code-keep = Met de woorden leest u ons antwoord en schrijft u terug. Schrijf ze op papier. Bewaar ze niet op uw werk.

explanation-readers = Wie leest uw signaal?
explanation-readers-why = Niemand mag een signaal over zichzelf lezen. Daarom vragen wij eerst over wie het gaat.
explanation-readers-about = Gaat het over
explanation-readers-reads = Dan leest dit
explanation-readers-unreachable = (nog niet bereikbaar)
explanation-readers-several = Kiest u er meer dan één? Dan leest maar één lezer uw signaal. Wij kiezen een lezer die er niet bij hoort.

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
signposts-not-here-why = Veel mensen gaan eerst naar hen toe. Maar zij kunnen een signaal niet behandelen.
signposts-not-for = Niet voor:
signposts-anonymous-yes = Dit kan zonder uw naam.
signposts-anonymous-no = Dit kan niet zonder uw naam.
signposts-anonymous-ask = Vraag eerst of dit zonder uw naam kan.
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
privacy-not-hour = **Het uur** waarop u iets deed. Wij bewaren alleen de dag. Alleen van bestanden is tot de volgende nacht te zien hoe laat ze kwamen.
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
accessibility-tested-text = zonder scripts.
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

problem-start = Naar de start
problem-unreadable = Wij begrijpen dit niet
problem-unreadable-what = Uw browser stuurde iets dat wij niet kunnen lezen. Er is nu niets bewaard.
problem-unreadable-now = Ga terug in uw browser en probeer het nog een keer.
problem-expired = Deze pagina is niet meer geldig
problem-expired-what = Er is nu niets bewaard. Waarschijnlijk stond de pagina te lang open, of was uw postvak al gesloten.
problem-expired-now = Open uw postvak opnieuw met uw ophaalcode en probeer het nog een keer.
problem-missing = Deze pagina bestaat niet
problem-missing-now = Misschien staat er een fout in het adres. Begin opnieuw bij de start.
problem-form = Zo kunt u deze pagina niet openen
problem-form-now = Deze pagina hoort bij een formulier. Wat u nu invulde, is niet verstuurd. Heeft u al tien woorden gekregen? Dan is uw signaal wel binnen.
problem-slow = Het duurde te lang
problem-slow-what = De verbinding was te traag. Er is nu niets bewaard.
problem-slow-now = Ga terug in uw browser en probeer het opnieuw. Misschien moet u een deel van uw tekst nog eens typen.
problem-long = Uw tekst is te lang
problem-long-what = Alles samen mag niet groter zijn dan 2 MiB. Dat zijn ongeveer twee miljoen letters. Er is nu niets bewaard.
problem-long-now = Ga terug in uw browser, maak uw tekst korter en probeer het nog een keer. Wat niet past, kunt u later met uw ophaalcode nasturen.
problem-upload-what = Er is nu niets bewaard, ook geen deel van een bestand.
problem-broken-off = Het opsturen brak af
problem-broken-off-now = Ga terug in uw browser, kies uw bestanden opnieuw en probeer het nog een keer. Gaat het weer mis? Stuur ze dan één voor één.
problem-large = Uw bestanden zijn te groot
problem-large-now = Samen mogen ze hoogstens { $most } MB zijn. Ga terug in uw browser en kies kleinere bestanden, of minder.
problem-foreign = Wij kunnen dit formulier niet lezen
problem-foreign-what = Er is nu niets bewaard. Een extra programma in uw browser heeft het formulier misschien veranderd.
problem-foreign-now = Begin opnieuw bij de start, of gebruik een andere browser.
problem-busy = Het is nu erg druk
problem-busy-now = Er is nu niets bewaard. Wacht een minuut. Ga dan terug in uw browser en probeer het nog een keer.
problem-closed = Het meldpunt werkt nu even niet
problem-closed-now = Probeer het over een paar minuten nog een keer. Heeft u net iets verstuurd? Ga dan terug in uw browser en verstuur het opnieuw. Dat is veilig: het komt niet dubbel binnen.
problem-ours = Er ging iets mis bij ons
problem-ours-what = Dat ligt niet aan u. Ga ervan uit dat wij nu niets van u hebben ontvangen.
problem-ours-now = Heeft u net iets verstuurd? Ga terug in uw browser en verstuur het nog een keer. Dat is veilig: het komt niet dubbel binnen.
problem-danger = Is er direct gevaar? Wacht niet en bel 112.
