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

files-name = Bestanden
files-title = Wilt u foto’s of documenten meesturen?
files-lead = Dat hoeft niet. In een bestand zit vaak verborgen informatie: waar een foto is gemaakt, met welk toestel, en door wie. **Wij halen weg wat wij kunnen**, voordat wij het bestand bewaren. Let ook op wat te zien is: een bureau, een spiegel, uw naam in een document.
files-choose = Kies bestanden
files-choose-hint = Hoogstens { $most } bestanden, elk tot { $file } MB, samen tot { $report } MB. Maak geen foto met een telefoon van uw werk.
files-original = Stuur ook het origineel mee als bewijs
files-original-hint = Alleen als dat echt nodig is. In het origineel zit de verborgen informatie nog. Wie uw signaal leest, kan daaraan misschien zien wie u bent.
files-add = Voeg toe en ga niet verder
files-on = Verder naar controleren
files-back = Terug naar uw verhaal
files-nothing-sent = Er is nog niets verstuurd. Verstuurt u niet binnen drie kwartier? Dan wissen wij de bestanden.
files-full = **Onze opslag is nu vol.** U kunt geen bestanden meesturen. Uw verhaal kunt u wel gewoon versturen. Vertel daarin wat u op de foto’s of in de documenten heeft. Later kunt u ze met uw ophaalcode nasturen.
files-chosen = { $number ->
    [one] Eén bestand gaat mee
   *[other] { $number } bestanden gaan mee
  }
files-remove = Haal weg
files-only-listed = Een bestand dat niet in deze lijst staat, hebben wij niet.
file-clean = Schoongemaakt. Wij haalden weg: { $removed }.
file-clean-nothing = Schoongemaakt. Er zat geen verborgen informatie in.
file-original = Het origineel. De verborgen informatie zit er nog in.
file-uncleaned = Niet schoongemaakt. U koos ervoor om het zo mee te sturen.
file-asked = Dit bestand kunnen wij niet schoonmaken. Het gaat nog niet mee.
file-asked-why = **Er kan uw naam, toestel of plaats in zitten, zonder dat u het ziet.** Wij kennen dit soort bestand niet, of het is beschadigd of op slot.
file-asked-instead = Veiliger is: maak een foto van het scherm met uw eigen telefoon, of plak de tekst in uw verhaal.
file-asked-yes = Stuur het toch mee
file-size-kb = { $size } kB
file-size-mb = { $whole },{ $tenth } MB
fault-file-empty = ‘{ $name }’ is leeg. Kies een ander bestand.
fault-file-large = ‘{ $name }’ is te groot. Een bestand mag { $most } MB zijn. Maak een kleinere versie, of stuur een deel.
fault-file-many = ‘{ $name }’ past er niet meer bij. Er mogen { $most } bestanden mee. Haal er eerst een weg.
fault-file-much = ‘{ $name }’ past er niet meer bij. Alle bestanden samen mogen { $most } MB zijn.
fault-file-full = ‘{ $name }’ kunnen wij nu niet bewaren: onze opslag is vol. Stuur uw verhaal zonder dit bestand.
fault-file-twice = ‘{ $name }’ had u al gekozen. Het gaat één keer mee.
fault-files-again = Kies uw bestanden opnieuw. Een ander leest uw signaal dan eerst, of u wachtte langer dan drie kwartier. De bestanden van toen gaan niet mee.
fault-files-gone = Een van uw bestanden is er niet meer. Kies uw bestanden opnieuw.
fault-files-undecided = Kies wat wij moeten doen met het bestand dat wij niet kunnen schoonmaken.
removed-plaats = de plaats
removed-toestel = het toestel
removed-naam-van-de-maker = de naam van de maker
removed-data-en-geschiedenis = data en oude versies
removed-voorbeeldplaatje = een voorbeeldplaatje
removed-opmerkingen = opmerkingen
removed-bijlagen = bijlagen
removed-andere-verborgen-gegevens = andere verborgen gegevens

## Controleren (journey)

## Verstuurd, al ontvangen, niet ontvangen (pages)

## Ophalen en postvak (pages)

## Uitleg (around)

## Wegwijzer (around)

## Privacy (around)

## Toegankelijkheid (around)

## Snel weg en de poster (around)

## Als iets niet werkt (pages)
