# The words of the portal, in English: short sentences, everyday words.
# **strong** and [a link](/path) may stand in sentences that are shown with rich().

language-name = English

## Around every page

frame-site = Report point
frame-danger = In danger now? Call 112
frame-more = More of this report point
frame-start = Start
frame-pickup = Read our answer
frame-explanation = How this protects you
frame-no-scripts = This site uses no scripts and does not track you.
frame-skip = Skip to the content
frame-error = Error:

## Forms

errors-title = Something still needs your attention
field-optional = (optional)
step-nothing-sent = Nothing has been sent yet
step-position = Step { $step } of { $steps }

## Errors at a field

fault-unknown = Choose an answer from the list.
fault-one = Choose one answer.
fault-yes-no = Choose yes or no.
fault-yes-and-no = Choose yes or no, not both.
fault-unreadable = Line { $line } holds a character that we cannot keep. Type that line again, without pasting.
fault-too-long = Make this text shorter. It can hold { $most } characters. Now there are { $found }.
fault-over-missing = Choose who your report is about. Not sure? Choose ‘I do not know’.
fault-over-unreachable = The person who should read this cannot be reached here yet. At the bottom of this page you find where you can go.
fault-also-missing = Choose whether your report is also about them. Then it reaches the right reader.
fault-also-both = Choose ‘no’ or choose who it is also about. Not both.
fault-message-missing = Write your message. The field is still empty.
fault-kind-missing = Choose what kind of report it is. Not sure? Choose ‘I do not know’.
fault-story-missing = Tell us what is going on. A few sentences are enough.
fault-over-none-left = Nobody here could read this without reading about themselves. Call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000, or go to the Huis voor Klokkenluiders (Whistleblowers Authority).
fault-readers-none = Now nobody is left who may read this. Remove a tick. Or call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000, or go to a confidential adviser or the Huis voor Klokkenluiders (Whistleblowers Authority).
fault-convent-none = The only ones who can read this here are that committee itself. Call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000, or go to a confidential adviser or the Huis voor Klokkenluiders (Whistleblowers Authority).
fault-name-not-yet = You cannot give a name here yet: there is no identity keeper. Make this field empty.

## Words for what can be chosen: readers, subjects, kinds

reader-aov = the public order and safety adviser (AOV) and the team
reader-burgemeester = the mayor
reader-integriteitscommissie = the integrity committee (the council’s committee of group leaders)
reader-ambtelijk = the integrity officer
reader-extern = a report point outside the municipality
reader-bewaarder = the identity keeper

subject-burgemeester = The mayor
subject-wethouder = An alderman (wethouder)
subject-raadslid = A member of the council
subject-gemeentesecretaris = The municipal secretary
subject-griffier = The clerk of the council (griffier)
subject-leidinggevende = A manager
subject-ambtenaar = A member of staff
subject-ingehuurde-kracht = A hired worker
subject-burger = A member of the public
subject-ondernemer-bedrijf = A business owner or company
subject-locatie-pand = A place or building
subject-weet-ik-niet = I do not know

kind-ondermijning = Undermining crime: criminals misuse our municipality
kind-integriteit = Integrity: somebody who works for the municipality does something that is not allowed
kind-allebei = Both
kind-weet-ik-niet = I do not know

kind-ik-twijfel-ik-wil-advies = I am not sure, I want advice
kind-ondermijning-hint = For example dirty money, drugs, or people who are exploited.
kind-integriteit-hint = For example stealing, passing on secrets, favouring friends, or frightening somebody.
kind-weet-ik-niet-hint = That is fine. We will find out.
kind-ik-twijfel-ik-wil-advies-hint = Tell us what you can. We think along with you. You decide afterwards.

phenomenon-witwassen = Dirty money: money from crime is made to look normal
phenomenon-drugsproductie-en-handel = Making or selling drugs
phenomenon-mensenhandel = Exploiting people or forcing them to work
phenomenon-cybercriminaliteit = Crime with computers or the internet
phenomenon-zorgcriminaliteit = Fraud with care or care money
phenomenon-anders-namelijk = Something else
phenomenon-weet-ik-niet = I do not know

breach-group-financi-le-schendingen = Money and goods
breach-group-misbruik-van-positie-en-belangenverstrengeling = Own advantage
breach-group-lekken-misdrijf-en-misbruik-van-informatie = Secrets and information
breach-group-misbruik-van-bevoegdheden = Misusing power
breach-group-misbruik-van-bedrijfsmiddelen = Things that belong to work
breach-group-overmatig-alcohol-en-of-druggebruik = Alcohol or drugs
breach-group-ongewenste-omgangsvormen = How somebody treats people
breach-group-anders = Other

breach-diefstal = Stealing
breach-verduistering = Keeping money or goods of the municipality
breach-fraude-valsheid-in-geschrifte-oogmerk-persoonlijk-gewin = Fraud: deceit for own profit
breach-onrechtmatige-declaraties = Claiming costs that are not right
breach-ongeoorloofde-nevenactiviteiten = A side job that is not allowed
breach-ongeoorloofde-financi-le-belangen = Making money from a decision
breach-omkoping-corruptie = Taking money or help for a favour
breach-aannemen-vragen-van-giften-geschenken-uitnodigingen-et-cetera-smeren-en-f-teren = Taking or asking for gifts, dinners or trips
breach-ongewenste-contacten = Dealing with the wrong people
breach-meestemmen-over-een-onderwerp-uniek-persoonlijk-belang = Voting on something of his or her own
breach-cli-ntisme = Helping people in return for support
breach-politieke-bestuurlijke-informatie-lekken = Passing on secret plans or decisions
breach-persoonsgebonden-gegevens-lekken-privacy = Passing on personal details
breach-informatie-over-aanbestedingen-offertes-e-d = Passing on prices or plans of companies
breach-diefstal-of-verduistering-van-informatiedragers = Taking a laptop, phone or papers
breach-verlies-van-informatiedragers = Losing a laptop, phone or papers
breach-bewust-niet-volledig-informeren-van-de-volksvertegenwoordiging = Keeping things from the council on purpose
breach-misbruik-van-dwangmiddelen = Forcing people without the right to
breach-meineed = Lying under oath
breach-valsheid-in-geschrifte-onwaarheid-opnemen-in-een-officieel-document-oogmerk-vaak-niet-primair-persoonlijk-gewin = Putting something untrue in an official paper
breach-vergunningen-subsidies-e-d = Giving a permit or subsidy that is not allowed
breach-ongewenst-gebruik-e-mail-internet = Misusing e-mail or internet
breach-misbruik-van-mobiele-telefoon = Misusing a work phone
breach-priv-gebruik-van-bedrijfsmiddelen = Using things of work at home
breach-overmatig-alcohol-en-of-druggebruik = Too much alcohol or drugs
breach-discriminatie = Discrimination
breach-seksuele-intimidatie = Unwanted sexual behaviour
breach-pesten-treiteren = Bullying
breach-andere-vormen-van-intimidatie-bijvoorbeeld-door-grof-taalgebruik-of-bedreiging = Shouting, frightening or threatening
breach-fysieke-bedreiging-geweld = Hitting, or threatening to
breach-misdragingen-in-de-priv-sfeer = Wrong behaviour outside work
breach-strijd-met-de-gedragscode = Against the code of conduct
breach-anders-namelijk = Something else
breach-weet-ik-niet = I do not know

process-financi-le-transacties-verduistering = Spending and receiving money
process-aanbestedingen-en-inkoop-voorkeursposities-verwerven = Buying and giving assignments
process-subsidies-frauderen = Subsidies
process-verstrekking-reisdocumenten-identiteitsfraude = Passports and identity cards
process-vergunningverlening-ontheffingen-legale-dekmantel-voor-criminele-activiteiten = Permits
process-verwerking-persoonsgegevens-en-strategische-informatie-informatiepositie = Personal details and secret plans
process-beheer-basisregistratie-personen-spookbewoning = Registering at an address
process-toezicht-en-handhaving-oogje-dichtknijpen = Checking and enforcing

influence-bedreiging = Somebody threatens me
influence-intimidatie = Somebody frightens me
influence-omkoping = Somebody offers me money or something else
influence-infiltratie = Somebody wants to get into the municipality through me
influence-verleiding = Somebody tempts me to do something
influence-manipulatie = Somebody uses lies or tricks on me
influence-geweld = Somebody uses violence against me

knowers-alleen-ik = Only me
knowers-2-of-3-mensen = 2 or 3 people
knowers-een-klein-groepje = A small group
knowers-veel-mensen = Many people
knowers-weet-ik-niet = I do not know
knowers-wil-ik-liever-niet-zeggen = I would rather not say

answer-ja = Yes
answer-nee = No
answer-weet-ik-niet = I do not know

trace-telefoonnummer = Phone number
trace-e-mailadres = E-mail address
trace-bsn = Citizen service number (BSN). We do not need this.
trace-iban = Bank account number
trace-kenteken = Licence plate
trace-postcode-en-huisnummer = Postcode with house number
trace-personeelsnummer = Staff number
trace-ik-ben-de-enige = Something only you can know or do
trace-ondertekening = Greeting or name

## Questions, as the check page calls them

question-over-wie = Who is it about?
question-soort = What kind of report is it?
question-verschijningsvorm = What kind of crime?
question-schending = What kind of breach?
question-kwetsbaar-proces = In which work of the municipality?
question-wat = What happened?
question-wie = Who are involved?
question-waar = Where?
question-wanneer = When?
question-hoe-weet-u-dit = How do you know?
question-eerder-gemeld = Have you reported this anywhere before?
question-direct-gevaar = Is somebody in danger now?
question-beinvloeding = Are you put under pressure yourself?
question-hoeveel-weten-dit = How many people know this?
question-eerst-overleggen = Talk with you first?
question-vragen-mag = May we ask you questions?
question-in-seniorenconvent = Is this member in the council’s committee of group leaders?
question-niet-lezen = Who may not read it?
question-naam = Your name
question-bereikbaar = How do we reach you?

## Dates

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Start

start-title = Is something wrong? Tell us, without your name.
start-lead = For example threats, fraud, or somebody who misuses a position. You do not have to prove anything. A bad feeling is enough to tell us.
start-report = Report something
start-report-hint = Step by step. Nothing is sent before the last button.
start-pickup = Read our answer
start-pickup-hint = Have you reported something before? Have your pickup code of ten words at hand.
start-danger = **Is there danger now?** [Call 112](tel:112). Do not wait for us: we do not read reports day and night.
start-how = How it works
start-how-1 = **You tell us what is going on.** We do not ask who you are. You make no account.
start-how-2 = **You get ten words.** They are your pickup code. Write them down and keep them safe.
start-how-3 = **We answer here.** Within seven days there is a first message for you. You read it with your pickup code.
start-explanation = Would you first like to know how this protects you, and what it cannot do? [Read the explanation](/uitleg).
start-elsewhere = Would you rather not report to the municipality? Call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).

## Who is it about (journey)

over-title = Who is your report about?
over-advice = First, this
over-advice-1 = Use your own phone or computer. Not that of your work.
over-advice-2 = Do not use the wifi or VPN of the municipality.
over-advice-3 = Do not write who you are. Make sure nobody is watching.
over-advice-4 = Photos and files hold hidden information. We remove what we can, but not everything.
over-more-advice = More tips so that nobody recognises you
over-more-1 = Do not mention things that only you can know. Mind how you write, too.
over-more-2 = Talk with nobody about your report. Do not look anything up about it at work.
over-more-3 = Want to be extra careful? Use Tor Browser.
over-more-4 = At the end you get a pickup code. Have pen and paper ready.
over-more-5 = Would you rather not report to the municipality? Call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).
over-legend = Choose what fits. You may choose more than one.
over-hint = You must answer this question: it keeps your report away from the person it is about. Do you choose more than one? Then only one of these readers gets it: the one furthest from these people.
over-read-by = Is read by { $reader }
over-next = Go on to your story
over-next-hint = This takes you to step 2. Nothing is sent yet.
over-closed = Cannot be reached yet
over-closed-lead = You cannot report about these persons here yet:
over-closed-one = **{ $subject }**: cannot be reached yet. Later { $reader } will read this.
over-closed-also = Is your report also about such a person? Then do not report it here, because somebody else would read it.
over-nobody = You cannot report here yet
over-nobody-lead = There is nobody yet who can read reports from this site. Please try again later.
over-elsewhere = You can go to a confidential adviser, to the Huis voor Klokkenluiders (Whistleblowers Authority) or to Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).

## Your story (journey)

readers-read = This is read by **{ $reader }**. Others do not read it, nor does the person it is about.
readers-told-wethouder = Is there an investigation? Then the alderman, the other aldermen, the municipal secretary and the council may later hear that there is a report; not who made it.
readers-told-burgemeester = Is there an investigation? Then the mayor, the aldermen, the municipal secretary, the clerk of the council, the council and the King’s Commissioner may later hear that there is a report; not who made it.
readers-told-raadslid = Is there an investigation? Then the member of the council, the mayor, the clerk of the council and the council may later hear that there is a report; not who made it.
readers-told-aov = A few colleagues of a regular meeting may later hear that there is a report; not who made it. They hear only what they need.
readers-told-other = Is there an investigation? Then the person it is about may later hear that there is a report; not who made it.
readers-told-excluded = Those who may not read it may also hear later that there is a report.
readers-may-not = Should this reader not read your report?
readers-may-not-legend = Who may not read this?
readers-may-not-hint = Then somebody else reads your report. We show you who before you send anything.
readers-exclude = This may not be read by { $reader }
readers-no-other = Nobody else can read this here. Do you not want that? Then go to a confidential adviser or the Huis voor Klokkenluiders (Whistleblowers Authority), or call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).
convent-hint = This committee (seniorenconvent) is made up of the leaders of the parties in the council. It is the integrity committee. Do you choose ‘yes’ or ‘I do not know’? Then somebody else reads your report.
story-title = What is going on?
story-lead = You need to answer only two questions: what kind of report it is and what happened. You may skip everything marked “optional”.
story-kind = What kind of report is it?
story-wat = What happened?
story-wat-hint = Tell it in your own words. What did you see, hear or read? Do not mention your own name.
story-wie = Who are involved?
story-wie-hint = Names or functions of others. Not your own.
story-waar = Where did it happen?
story-waar-hint = For example a street, a company or a department.
story-wanneer = When did it happen?
story-wanneer-hint = A day or a period, for example: since the spring.
story-hoe-weet-u-dit = How do you know?
story-hoe-weet-u-dit-hint = For example seen it yourself, heard it from somebody, or a feeling. Would you rather not say? Then leave it empty. Do not look anything up for us: somebody may notice.
story-eerder-gemeld = Have you reported this anywhere before?
story-eerder-gemeld-hint = Where and when? Could somebody recognise you by it, or would you rather not say? Then leave it empty.
story-danger = Danger and pressure
story-direct-gevaar = Is somebody in danger now?
story-direct-gevaar-hint = Then call 112 at once. We do not read reports day and night.
story-beinvloeding-hint = Choose what fits. We then show you who can help. Would you rather not say? Then choose nothing.
story-protect = So that nobody recognises you
story-hoeveel-weten-dit = How many people know this?
story-hoeveel-weten-dit-hint = Do only a few people know? Then somebody may guess that you told us. We will take care.
story-eerst-overleggen = Should we talk with you first?
story-eerst-overleggen-hint = Choose ‘yes’ and we ask you before we do anything that may give you away. You read our question with your pickup code.
story-vragen-mag = May we ask you questions later?
story-vragen-mag-hint = The questions then wait for you here. You read them with your pickup code. Even then we do not know who you are.
story-words = Words that fit
story-words-hint = A few words help the reader to place your report. Not sure? Then skip this.
story-words-choose = Choose words
story-phenomena = Crime
story-processes = In which work of the municipality does it happen?
story-envelope = Give your name after all
story-envelope-lead = You do not have to. Most people do not, and we read your report just the same.
story-envelope-promise = Your name goes into a separate, closed envelope. Those who read your report do not see your name. Only two people together can open the envelope: the identity keeper and somebody who reads your report. They do so only if it is really needed. They write down why.
story-naam = Your name
story-naam-hint = Rather not? Leave it empty.
story-bereikbaar = How do we reach you?
story-bereikbaar-hint = For example your own phone number. Not that of your work.
story-next = Go on
story-back = Back to step 1
story-kept = What you filled in stays. Nothing is sent yet.
words-title = Which words fit?
words-lead = Open what comes close and choose what fits. You do not have to choose anything.
words-done = Done, back to my story

## Danger (journey)

danger-title = Call 112 first
danger-lead = **Nobody reads this today.** Is somebody in danger now? Then you need to call now.
danger-call = [Call 112](tel:112)
danger-no-hurry = No emergency, but you need the police? Call [0900-8844](tel:0900-8844).
danger-next = Go on with my report
danger-back = Back to my story
danger-kept = What you filled in stays. Can you not call, or do you not want to? Then you can simply go on.

## Files (files)

## Check (journey)

check-title = Is everything right?
check-reader-changed = **Your report now goes to { $reader }.** Nothing has been sent yet. Is this right? Then press the button at the bottom.
check-lead = Read your report once more. Nothing has been sent yet.
check-traces = Does anything here make you recognisable?
check-traces-lead = We saw this in your text. Does it belong to somebody else and is it needed? Then feel free to leave it. Could somebody recognise you by it? Then take it out.
check-traces-shown = It is marked in the text below. Only you see this.
check-traces-none = We saw no numbers, addresses or names that may give you away. We do not see everything: check yourself whether only you can know this.
check-traces-more = And { $number } more.
check-over = Who it is about
check-over-change = Change who it is about
check-story = Your story
check-story-change = Change my story
check-envelope = In the closed envelope
check-envelope-lead = Those who read your report do not see this. Only two people together can open the envelope.
check-envelope-change = Change or remove my name
check-empty = Not filled in
check-send = Send
check-send-lead = This button really sends your report. After that you get your pickup code of ten words. Have pen and paper ready.
check-send-button = Send my report
check-support = Are you put under pressure? You are not alone.
check-support-1 = Talk with a **confidential adviser**. They listen and tell nobody.
check-support-2 = Call the **police**: [0900-8844](tel:0900-8844). In danger: [112](tel:112).
check-also = Is your report also about somebody you mention?
check-also-hint = We ask this because nobody may read a report about themselves. Is your answer yes? Then somebody else may read your report. We first show you who.
check-also-burgemeester = Yes, it is also about the mayor
check-also-wethouder = Yes, it is also about an alderman (wethouder)
check-also-raadslid = Yes, it is also about a member of the council
check-also-gemeentesecretaris = Yes, it is also about the municipal secretary
check-also-griffier = Yes, it is also about the clerk of the council (griffier)
check-also-no-one = No, I only mention this person
check-also-no-more = No, I only mention these persons

## Sent, received before, not received (pages)

## Pickup and mailbox (pages)

## Explanation (around)

## Where else (around)

## Privacy (around)

## Accessibility (around)

## Leave fast and the poster (around)

## When something does not work (pages)
