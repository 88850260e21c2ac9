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

sent-title = Klaar
sent-heading = Wij hebben uw signaal ontvangen
sent-lead = Dank u wel. Dit wordt gelezen door { $reader }. Schrijf nu eerst uw ophaalcode op.
sent-code = Uw ophaalcode
sent-code-hint = Tik op de woorden om ze in één keer te selecteren.
sent-paper = Met deze tien woorden, in deze volgorde, opent u uw postvak.
sent-paper-address = Het adres is: { $address }
sent-once = **U ziet deze woorden maar één keer.** Wij kunnen ze niet opnieuw geven. Wij bewaren ze niet.
sent-write = Schrijf de woorden op papier, in deze volgorde. U kunt ze ook thuis printen.
sent-keep = Bewaar het papier op een plek waar niemand anders komt.
sent-no-picture = Maak geen schermafdruk of foto op een telefoon die met uw werk of de cloud meekijkt.
sent-secret = Wie de woorden heeft, leest ons antwoord. Geef ze aan niemand.
sent-try = Probeer de code nu één keer
sent-try-why = Zo weet u zeker dat u de woorden goed heeft opgeschreven. Lees ze van uw papier.
sent-try-button = Probeer mijn ophaalcode
sent-try-warning = Let op: als u verdergaat, zijn de woorden hier weg. Schrijf ze eerst op.
sent-when = Wanneer komt u terug?
sent-come-back = Kijk vanaf **{ $day }** in uw postvak. Uiterlijk dan hoort er een eerste bericht te staan. Wij kunnen u niets sturen, want wij weten niet wie u bent.
sent-more = Weet u later meer? Dat kunt u met uw ophaalcode erbij schrijven.
sent-lost = Bent u de woorden kwijt? Doe dan een nieuwe melding.

again-title = Al ontvangen
again-same = Wij hadden uw signaal al ontvangen
again-same-lead = Uw signaal is veilig bij ons. Het is niet dubbel binnengekomen.
again-same-words = Uw ophaalcode heeft u toen al gezien. Wij kunnen de tien woorden niet nog een keer tonen, want wij bewaren ze niet.
again-same-read = Heeft u de woorden opgeschreven? Dan kunt u [uw antwoord lezen](/ophalen).
again-other = Uw nieuwe antwoorden zijn niet bewaard
again-other-what = **Wij hadden dit formulier al ontvangen, met andere antwoorden.** Wat u daarna heeft veranderd, hebben wij niet.
again-other-safe = Uw eerste signaal is veilig bij ons.
again-other-write = Wilt u iets toevoegen of verbeteren? [Open uw postvak met uw ophaalcode](/ophalen) en schrijf het daar op.
again-lost = Bent u de tien woorden kwijt?
again-lost-read = Uw eerste signaal wordt gewoon gelezen. Maar ons antwoord kunt u dan niet meer openen.
again-lost-new = Wilt u wel antwoord? [Doe dan een nieuwe melding](/melden) en schrijf erbij dat u dit eerder meldde.

unsent-title = Niet ontvangen
unsent-heading = Uw signaal is NIET ontvangen
unsent-why = **Er ging iets mis bij ons.** Dat ligt niet aan u. Er is niets bewaard.
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
pickup-button = Open mijn postvak
pickup-empty = Typ de tien woorden van uw ophaalcode.
pickup-one-word = U typte 1 woord. Een ophaalcode heeft tien woorden. Kijk welke woorden ontbreken.
pickup-too-few = U typte { $found } woorden. Een ophaalcode heeft tien woorden. Kijk welk woord ontbreekt.
pickup-too-many = U typte { $found } woorden. Een ophaalcode heeft tien woorden. Kijk welk woord te veel is.
pickup-unknown = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Kijk nog eens hoe u het hebt opgeschreven.
pickup-unknown-one = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Bedoelt u ‘{ $first }’?
pickup-unknown-two = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Bedoelt u ‘{ $first }’ of ‘{ $second }’?
pickup-unknown-three = Woord { $position } (‘{ $typed }’) staat niet in onze lijst. Bedoelt u ‘{ $first }’, ‘{ $second }’ of ‘{ $third }’?
pickup-nobody = Er is geen postvak met deze woorden. Kijk of u alle tien woorden goed en in de juiste volgorde heeft.
pickup-nobody-why = Elk woord staat in onze lijst. Maar samen horen ze niet bij een postvak. Dit kan er aan de hand zijn:
pickup-nobody-order = Twee woorden staan in een andere volgorde dan op uw papier.
pickup-nobody-alike = Een woord lijkt op een ander woord, zoals ‘afrit’ en ‘oprit’.
pickup-nobody-gone = U heeft het postvak weggegooid. Dan openen de woorden niets meer.
pickup-know = Goed om te weten
pickup-know-device = Gebruik uw eigen telefoon of computer. Niet die van uw werk.
pickup-know-trace = Wij bewaren niet wie hier kijkt en wanneer.
pickup-know-lost = Bent u de woorden kwijt? Wij kunnen ze niet opnieuw geven. [Doe dan een nieuwe melding](/melden).

mailbox-title = Postvak
mailbox-heading = Uw postvak
mailbox-stage = Stand:
stage-received = Ontvangen
stage-received-now = Uw signaal is goed aangekomen. U hoeft nu niets te doen.
stage-reviewing = Wij bekijken uw signaal
stage-reviewing-now = Wij zoeken uit wat er aan de hand is. U hoeft niets te doen.
stage-question = Wij hebben een vraag
stage-question-now = Wij kunnen verder als u antwoord geeft. U mag ook zeggen dat u het niet weet.
stage-done = Afgerond
stage-done-now = Wij zijn klaar met uw signaal. Weet u iets nieuws? Dan kunt u het hieronder nog schrijven.
stage-unknown = Dat weten wij niet zeker
stage-unknown-now = Een bericht van ons is beschadigd of weg. Vraag ons hieronder hoe het staat.
mailbox-answer = Antwoord geven
mailbox-first-by = Uiterlijk { $day } staat hier een eerste bericht.
mailbox-first-late = Wij hadden u uiterlijk { $day } een eerste bericht beloofd. Dat is niet gelukt. Dat spijt ons.
mailbox-outcome-by = U hoort uiterlijk { $day } wat wij met uw signaal doen.
mailbox-outcome-late = Wij zouden u uiterlijk { $day } vertellen wat wij met uw signaal doen. Dat is niet gelukt. Dat spijt ons. Vraag hieronder gerust hoe het staat.
mailbox-no-day = Voor het volgende bericht is geen vaste dag. Kijk over een paar weken nog eens.
mailbox-messages = Berichten
mailbox-empty = Er is nog geen bericht. Uw ophaalcode werkt goed.
mailbox-no-report = Uw melding zelf staat hier niet bij. Zo kan niemand die lezen die uw woorden vindt.
mailbox-sent = **Uw bericht is verstuurd.** Het staat hieronder.
mailbox-asked = **Uw vraag is verstuurd.** Kijk over een paar dagen of er antwoord is.
mailbox-broken = **Een bericht is beschadigd of weg.** Wij tonen alleen wat zeker klopt. Hieronder ziet u waar het is.
mailbox-turned-back = Iemand heeft veranderd wat wij bij uw signaal bewaren. Dat ligt niet aan u. Wij weten nu niet zeker wie uw bericht leest. Daarom kunt u hier niets versturen. Doe een nieuwe melding en schrijf dit erbij, of bel Meld Misdaad Anoniem: 0800-7000.
mailbox-full = Uw postvak is vol. Er kan geen bericht meer bij. Doe een nieuwe melding en schrijf erbij dat u dit eerder meldde.
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
mailbox-close = Klaar met lezen?
mailbox-close-what = Sluit dan uw postvak op dit apparaat. Daarmee wist u niets: met uw tien woorden opent u het altijd weer. Na twee uur sluit het vanzelf.
mailbox-close-button = Sluit mijn postvak
mailbox-discard = Wilt u nooit meer terugkomen? [Gooi uw postvak weg](/postvak/weggooien).
mailbox-damaged = Dit postvak klopt niet
mailbox-damaged-what = Uw woorden zijn goed. Maar wat wij bij uw signaal bewaren, is veranderd door iemand die dat niet mag. Wij tonen het daarom niet.
mailbox-damaged-now = Met deze woorden kunt u hier niets meer lezen. Dat spijt ons. Doe een nieuwe melding en schrijf erbij wat hier staat, of bel Meld Misdaad Anoniem: 0800-7000.
mailbox-damaged-link = Een nieuwe melding doen

talk-you = Van u
talk-municipality = Van de gemeente
talk-damaged = **Dit bericht is beschadigd.** Wij tonen het niet. Dat hoort niet.
talk-gap = **Hier ontbreekt een bericht.** Het is hier weggehaald. Dat hoort niet.
talk-repair-own = Weet u nog wat u schreef? Stuur het hieronder nog een keer.
talk-repair-theirs = Vraag ons hieronder om het opnieuw te sturen.
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
discarded-new = Weet u later iets nieuws? [Doe dan een nieuwe melding](/melden). U krijgt dan nieuwe woorden.

closed-title = Gesloten
closed-heading = Uw postvak is gesloten
closed-lead = Er is niets gewist. Met uw tien woorden opent u het postvak weer.
closed-traces = Wilt u geen sporen achterlaten?
closed-history = Wis de geschiedenis van uw browser. Daarin staat dat u deze site bezocht.
closed-windows = Sluit daarna alle vensters van de browser.
closed-paper = Berg het papier met uw ophaalcode goed op.
closed-again = Weet u iets nieuws, of wilt u later kijken? [Open uw postvak weer](/ophalen).

## Uitleg (around)

## Wegwijzer (around)

## Privacy (around)

## Toegankelijkheid (around)

## Snel weg en de poster (around)

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
problem-form-now = Deze pagina hoort bij een formulier. Er is nu niets bewaard. Begin opnieuw bij de start.
problem-slow = Het duurde te lang
problem-slow-what = De verbinding was te traag. Er is nu niets bewaard.
problem-slow-now = Ga terug in uw browser. Uw tekst staat daar meestal nog. Probeer het dan opnieuw.
problem-long = Uw tekst is te lang
problem-long-what = Alles samen mag niet groter zijn dan 2 MiB. Dat zijn ongeveer twee miljoen letters. Er is nu niets bewaard.
problem-long-now = Ga terug in uw browser, maak uw tekst korter en probeer het nog een keer. Wat niet past, kunt u later met uw ophaalcode nasturen.
problem-foreign = Wij kunnen dit formulier niet lezen
problem-foreign-what = Er is nu niets bewaard. Een extra programma in uw browser heeft het formulier misschien veranderd.
problem-foreign-now = Ga terug in uw browser en probeer het nog een keer, of gebruik een andere browser.
problem-busy = Het is nu erg druk
problem-busy-now = Er is nu niets bewaard. Wacht een minuut. Ga dan terug in uw browser en probeer het nog een keer.
problem-closed = Het meldpunt werkt nu even niet
problem-closed-now = Probeer het over een paar minuten nog een keer. Heeft u net iets verstuurd? Ga dan terug in uw browser en verstuur het opnieuw. Dat is veilig: het komt niet dubbel binnen.
problem-ours = Er ging iets mis bij ons
problem-ours-what = Dat ligt niet aan u. Ga ervan uit dat wij nu niets van u hebben ontvangen.
problem-ours-now = Heeft u net iets verstuurd? Ga terug in uw browser en verstuur het nog een keer. Dat is veilig: het komt niet dubbel binnen.
problem-danger = Is er direct gevaar? Wacht niet en bel 112.
