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
frame-report = Report something
frame-explanation-short = Explanation
frame-signposts = Where else to go
frame-privacy = Privacy
frame-accessibility = Accessibility
frame-poster = Poster
frame-out = Danger or leave fast
frame-leave = Leave fast
frame-languages = Languages

## Forms

errors-title = Something still needs your attention
field-optional = (optional)
step-nothing-sent = Nothing sent yet
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
fault-also-missing = Choose yes or no. Then your report reaches the right reader.
fault-also-both = Choose ‘no’ or choose who it is also about. Not both.
fault-message-missing = Write your message. The field is still empty.
fault-kind-missing = Choose what kind of report it is. Not sure? Choose ‘I do not know’.
fault-story-missing = Tell us what is going on. A few sentences are enough.
fault-over-none-left = Everybody who reads reports here belongs to the people it is about. Call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000, or go to the Huis voor Klokkenluiders (Whistleblowers Authority).
fault-readers-none = Now nobody is left who may read this. Remove a tick. Or call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000, or go to a confidential adviser or the Huis voor Klokkenluiders (Whistleblowers Authority).
fault-convent-none = The only people who can read this here are that committee itself. Call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000, or go to a confidential adviser or the Huis voor Klokkenluiders (Whistleblowers Authority).
fault-name-not-yet = You cannot give a name here yet: there is no identity keeper, somebody who keeps names apart. Leave this field empty.

## Words for what can be chosen: readers, subjects, kinds

reader-aov = the public order and safety adviser (AOV) and the team
reader-burgemeester = the mayor
reader-integriteitscommissie = the integrity committee (the council’s committee of group leaders)
reader-ambtelijk = the integrity officer
reader-extern = a report point outside the municipality
reader-bewaarder = the identity keeper
reader-kanarie = the vault itself: this is a test report

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

kind-ondermijning = Undermining crime
kind-integriteit = Integrity
kind-allebei = Both
kind-weet-ik-niet = I do not know

kind-ik-twijfel-ik-wil-advies = I am not sure, I want advice
kind-ondermijning-hint = Criminals misuse our municipality, for example for dirty money or drugs.
kind-integriteit-hint = Somebody who works for the municipality does something that is not allowed, such as stealing or leaking.

phenomenon-witwassen = Dirty money: money from crime is made to look normal
phenomenon-drugsproductie-en-handel = Making or selling drugs
phenomenon-mensenhandel = Exploiting or forcing people, for example into work or sex
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
breach-meestemmen-over-een-onderwerp-uniek-persoonlijk-belang = Voting on something of their own
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
trace-bsn = Citizen service number (BSN; we do not need this)
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
question-wie = Who is involved?
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
start-lead = For example fraud, threats or misuse of a position. You do not have to prove anything: a bad feeling is enough.
start-report = Report something
start-report-hint = Nothing is sent until the last button.
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
over-advice-1 = Use your own phone or computer.
over-advice-2 = Do not use the wifi or VPN of your work.
over-advice-3 = Do not write who you are. Make sure nobody is watching.
over-advice-4 = Photos and files hold hidden information.
over-more-advice = More tips
over-more-1 = Do not mention things that only you can know. Mind how you write, too.
over-more-2 = Talk with nobody about your report. Do not look anything up about it at work.
over-more-3 = Want to be extra careful? Use Tor Browser.
over-more-4 = At the end you get a pickup code. Have pen and paper ready.
over-more-5 = Would you rather not report to the municipality? Call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).
over-legend = Choose one or more.
over-hint = This decides who reads it.
over-read-by = **{ $subject }**: { $reader }
over-who-reads = Who reads what?
over-next = Go on to your story
over-next-hint = This takes you to step 2. Nothing is sent yet.
over-closed = Cannot be reached yet
over-closed-lead = You cannot report about these people here yet:
over-closed-one = **{ $subject }**: cannot be reached yet. Later { $reader } will read this.
over-closed-also = If your report is also about somebody like that, do not report it here: somebody else would read it.
over-nobody = You cannot report here yet
over-nobody-lead = There is nobody yet who can read reports from this site. Please try again later.
over-elsewhere = You can go to a confidential adviser, to the Huis voor Klokkenluiders (Whistleblowers Authority) or to Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).

## Your story (journey)

readers-read = This is read by **{ $reader }**. Other colleagues read it only if that is needed.
readers-told-wethouder = These may hear of it later: the alderman, the board (mayor and aldermen), the municipal secretary, the integrity committee and the council. They do not hear who made it.
readers-told-burgemeester = These may hear of it later: the mayor, the aldermen, the group leaders in the council, the municipal secretary, the clerk of the council, the council and the King’s Commissioner. They do not hear who made it.
readers-told-raadslid = These may hear of it later: the member of the council, the group leaders in the council, the mayor, the clerk of the council and the council. They do not hear who made it.
readers-told-aov = A few colleagues in a regular meeting may hear of it later. Only what is needed, and not who made it.
readers-told-other = If there is an investigation, the person it is about may hear of it later, but not who made it.
readers-told-excluded = Those who may not read it may also hear of it later.
readers-may-not = Would you prefer another reader?
readers-may-not-legend = Who may not read this?
readers-may-not-hint = Then somebody else reads your report. We show you who before you send anything.
readers-exclude = This may not be read by { $reader }
readers-no-other = Nobody else can read this here. If you do not want that, go to a confidential adviser or the Huis voor Klokkenluiders (Whistleblowers Authority), or call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).
convent-hint = The leaders of the parties in the council sit on this committee (seniorenconvent). It is the integrity committee. If you choose ‘yes’ or ‘I do not know’, somebody else reads your report. If you choose nothing, the committee reads it.
story-title = What is going on?
story-lead = Two questions are enough. You may skip the rest.
story-kind = What kind of report is it?
story-wat = What happened?
story-wat-hint = What did you see, hear or read? Do not mention your own name.
story-wie = Who is involved?
story-wie-hint = Names or functions of others. Not your own.
story-waar = Where did it happen?
story-waar-hint = For example a street, a company or a department.
story-wanneer = When did it happen?
story-wanneer-hint = A day or a period, for example: since the spring.
story-hoe-weet-u-dit = How do you know?
story-hoe-weet-u-dit-hint = For example: you saw it yourself, you heard it from somebody, or it is a feeling. If you would rather not say, leave it empty. Do not look anything up for us: somebody may notice.
story-eerder-gemeld = Have you reported this anywhere before?
story-eerder-gemeld-hint = Where and when? If somebody could recognise you by it, or if you would rather not say, leave it empty.
story-direct-gevaar = Is somebody in danger now?
story-direct-gevaar-hint = Then call 112 first.
story-beinvloeding-hint = Choose what fits. We then show you who can help. If you would rather not say, choose nothing.
story-protect = So that nobody recognises you
story-hoeveel-weten-dit = How many people know this?
story-hoeveel-weten-dit-hint = If only a few people know, somebody may guess that you told us. We will take care.
story-eerst-overleggen = Should we talk with you first, before we do anything by which somebody may recognise you?
story-eerst-overleggen-hint = If you choose ‘yes’, whoever reads your report sees that you want to talk first. You read our questions with your pickup code.
story-vragen-mag = May we ask you questions later?
story-vragen-mag-hint = The questions then wait for you here. You read them with your pickup code. Even then we do not know who you are.
story-words = Topics that fit
story-words-hint = A few topics help the reader to place your report sooner. If you are not sure, skip this.
story-words-choose = Choose topics
story-phenomena = Crime
story-processes = In which work of the municipality does it happen?
story-envelope = Give your name after all
story-envelope-lead = You do not have to. Most people do not, and we read your report just the same.
story-envelope-promise = Your name goes into a separate, closed envelope. Those who read your report do not see your name. Opening it takes two people: the identity keeper, who keeps names apart, and somebody who reads your report. Each has a key of their own. If the envelope is opened, you hear of it in your mailbox. Only with the spare key from the safe can one person do it.
story-naam = Your name
story-naam-hint = Rather not? Leave it empty.
story-bereikbaar = How do we reach you?
story-bereikbaar-hint = For example your own phone number. Not the one from your work.
story-enough = This is enough to report. If you have a moment, the questions below help us further.
story-more = Tell more
story-next = Go on
story-back = Back to step 1
steps-buttons = Use the buttons on this page, not the back button of your phone or browser. Then you lose nothing.
story-kept = What you filled in stays. Nothing is sent yet.
words-title = Which topics fit?
words-lead = Open what comes close and choose what fits. You do not have to choose anything.
words-done = Done, back to my story

## Danger (journey)

danger-title = Call 112 first
danger-lead = **Nobody reads this today.** If somebody is in danger now, you need to call now.
danger-call = [Call 112](tel:112)
danger-no-hurry = No emergency, but you need the police? Call [0900-8844](tel:0900-8844).
danger-next = Go on with my report
danger-back = Back to my story
danger-kept = What you filled in stays. If you cannot call, or do not want to, you can simply go on.

## Files (files)

files-title = Would you like to send photos or documents?
files-lead = You do not have to. **We take out hidden information, but not everything.** Can you be seen, or is your name in the file’s name? Change that first.
files-reader-changed = **Your report now goes to { $reader }.** Nothing has been sent yet. Choose your files again, so that this reader can open them.
files-choose = Choose files
files-choose-hint = At most { $most } files, { $file } MB each, { $report } MB together.
files-original = Sending the original along as evidence
files-original-yes = Yes, send the original too
files-original-hint = Only if that is really needed. The original still holds the hidden information. Whoever reads your report may see from it who you are.
files-add = Add and choose more
files-on = Go on and check
files-back = Back to your story
files-nothing-sent = Nothing has been sent yet.
files-until = Your files are kept ready until { $time }. With every step you usually get another three quarters of an hour, at most eight hours in all. If you send nothing, we delete them.
files-more-time = Give me more time
files-broke-off = If sending a file broke off, we have nothing of it. Choose it again.
files-full = **Our storage is full now.** You cannot send files. You can send your story as usual. Tell in it what you have in photos or documents. You can send them later with your pickup code.
files-chosen = { $number ->
    [0] No file is included yet
    [one] One file is included
   *[other] { $number } files are included
  }
files-remove = Remove
files-only-listed = We do not have a file that is not in this list.
file-clean = Cleaned. We took out: { $removed }.
file-clean-nothing = Cleaned. We found no hidden information.
file-original = The original. The hidden information is still in it.
file-uncleaned = Not cleaned. You chose to send it as it is.
file-asked = We cannot clean this file. It is not included yet.
file-asked-why = **Your name, device or place may be in it without you seeing it.** We do not know this type of file, or it is damaged or locked.
file-asked-instead = Safer: take a photo of the screen with your own phone, or paste the text into what you write.
file-asked-yes = Send it anyway
file-size-kb = { $size } kB
file-size-mb = { $whole }.{ $tenth } MB
mailbox-only-files = I am sending files.
mailbox-files = Send files
mailbox-files-full = You cannot send files now: our storage is full. You can send your message.
mailbox-files-lead = We take out hidden information, such as the place and the device. **Look also at what can be seen:** a desk, a mirror, your name.
mailbox-file = File from the municipality
mailbox-file-gone = This file is not right
mailbox-file-gone-what = It is gone, or somebody changed it after we sent it. That is why we do not give it to you.
mailbox-file-gone-now = Ask us in your mailbox to send it again.
mailbox-file-gone-link = Back to your mailbox
fault-files-late = Choose your files again. You waited longer than three quarters of an hour, or we took up your report in the meantime. The files you chose before are not included.
fault-file-empty = ‘{ $name }’ is empty. Choose another file.
fault-file-large = ‘{ $name }’ is too large. A file may be { $most } MB at most. Make a smaller version, or send a part.
fault-file-many = ‘{ $name }’ does not fit any more. You can send { $most } files at most. Remove one first.
fault-file-much = ‘{ $name }’ does not fit any more. All files together may be { $most } MB at most.
fault-file-original = There is no room for the original of ‘{ $name }’. The cleaned file does go along. Remove another file, or send the original later with your pickup code.
fault-file-full = We cannot keep ‘{ $name }’ now: our storage is full. Send without this file.
fault-file-twice = You had chosen ‘{ $name }’ already. We send it once.
fault-files-reader = Choose your files again. The new reader cannot open your earlier files.
fault-files-again = Choose your files again. The time for your earlier files is over. They are not included.
fault-files-failed = Something went wrong on our side. We do not have what you chose now. Choose it again in a minute.
fault-files-gone = One of your files is no longer there. Choose your files again.
fault-files-none = You have not chosen a file yet. Choose one, or go on without a file.
fault-files-undecided = Choose what we should do with the file that we cannot clean.
removed-plaats = the place
removed-toestel = the device
removed-naam-van-de-maker = the name of the maker
removed-data-en-geschiedenis = dates and old versions
removed-voorbeeldplaatje = a preview picture
removed-opmerkingen = comments
removed-bijlagen = attachments
removed-andere-verborgen-gegevens = other hidden data

## Check (journey)

check-title = Is everything right?
check-reader-changed = **Your report now goes to { $reader }.** Nothing has been sent yet. If this is right, press the button at the bottom.
check-empty = { $number ->
    [one] One question was left open. That is fine.
   *[other] { $number } questions were left open. That is fine.
}
check-read = This is read by **{ $reader }**.
check-told = Who may hear of it later?
check-removed = What was taken out?
check-traces = Does anything here make you recognisable?
check-traces-lead = We saw this in your text or in the name of a file. If it belongs to somebody else and is needed, feel free to leave it. If somebody could recognise you by it, take it out.
check-traces-shown = It is marked in the text below. Only you see this.
check-traces-none = We recognised no numbers, postcodes or names in your text, but we do not see everything. Look yourself too: for streets, and at your photos.
check-traces-more = { $number ->
    [one] And one more place.
   *[other] And { $number } more places.
}
check-over = About whom
check-over-change = Change about whom
check-story = Your story
check-story-change = Change my story
check-envelope = In the closed envelope
check-envelope-lead = Those who read your report do not see this. Opening the envelope takes two people, each with a key of their own.
check-envelope-change = Change my name
check-files = Files
check-files-none = No files are included.
check-files-change = Change my files
check-send = Send
check-send-lead = This really sends it. After that you get ten words: have pen and paper ready.
check-send-button = Send my report
check-support = Are you put under pressure? You are not alone.
check-support-1 = Talk with a **confidential adviser**. They listen and pass nothing on without your knowing. [Where else to go](/wegwijzer) tells you who that is.
check-support-2 = Call the **police**: [0900-8844](tel:0900-8844). In danger: [112](tel:112).
check-also = Is your report also about somebody you mention?
check-also-hint = We ask this because nobody may read a report about themselves. If your answer is yes, somebody else may read your report. We first show you who.
check-also-burgemeester = Yes, it is also about the mayor
check-also-wethouder = Yes, it is also about an alderman (wethouder)
check-also-raadslid = Yes, it is also about a member of the council
check-also-gemeentesecretaris = Yes, it is also about the municipal secretary
check-also-griffier = Yes, it is also about the clerk of the council (griffier)
check-also-no-one = No, I only mention this person
check-also-no-more = No, I only mention these people

## Sent, received before, not received (pages)

sent-title = Done
sent-heading = We have received your report
sent-lead = It is good that you tell this. Thank you.
sent-code = Your pickup code
sent-paper = With these ten words, in this order, you open your mailbox.
sent-paper-address = The address is: { $address }
sent-once = **Write these words down now.** We cannot give them again.
sent-write = On paper, in this order. They are Dutch words: copy them letter by letter. Printing at home is fine too.
sent-keep = Keep the paper in a place where nobody else comes.
sent-no-picture = Do not take a screenshot or a photo: those often end up in the cloud by themselves.
sent-secret = Whoever has the words can read our answer and write in your name. Give them to nobody.
sent-try = Try the code once, now
sent-try-why = Then you are sure that you wrote the words down correctly. Read them from your paper.
sent-try-button = Try my pickup code
sent-try-warning = Please note: when you go on, the words here are gone. Write them down first.
sent-close = When you are done, close this window. On a device that others use too, somebody else can see these words with the ‘back’ button for the first quarter of an hour.
sent-when = When do you come back?
sent-reader = Your report is read by { $reader }.
sent-come-back = Look in your mailbox from **{ $day }**. By then a first message is there. We cannot send you anything, because we do not know who you are.
sent-more = If you know more later, you can add it with your pickup code.
sent-lost = If you lose the words, make a new report.

again-title = Received before
again-same = We had already received your report
again-same-lead = Your report is safe with us. It did not come in twice.
again-same-words = You saw your pickup code at that time. We cannot show the ten words again, because we do not keep them.
again-same-read = If you wrote the words down, you can [read our answer](/ophalen).
again-other = Your new answers were not stored
again-other-what = **We had already received this form, with other answers.** We do not have what you changed after that.
again-other-safe = Your first report is safe with us.
again-other-write = If you want to add or correct something, [open your mailbox with your pickup code](/ophalen) and write it there.
again-lost = Have you lost the ten words?
again-lost-read = Your first report will still be read. But you can no longer open our answer.
again-lost-new = If you want an answer, [make a new report](/melden) and write that you reported this before.

unsent-title = Not received
unsent-heading = Your report was NOT received
unsent-why = **Something went wrong on our side.** It is not your fault. Assume that we have nothing.
unsent-kept = You have lost nothing. All that you filled in is still in this page. Do not close the page.
unsent-button = Try again
unsent-button-hint = This button really sends your report. It never comes in twice.
unsent-lost-title = Send again
unsent-lost-heading = We may have lost your report
unsent-lost-why = **We had this form before. But we can no longer find anything for the words that belong to it.** So please send your report once more.
unsent-lost-own = If you threw your mailbox away yourself, we still have your report, and you need to do nothing.
unsent-lost-kept = All that you filled in is still in this page. Do not close the page. You will get new words.
unsent-lost-button = Send again
unsent-lost-button-hint = This button really sends your report.
unsent-again = Does it fail again?
unsent-again-wait = Wait a few minutes and then press the button once more.
unsent-again-call = If it cannot wait, call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000). If there is danger now, call [112](tel:112).

## Pickup and mailbox (pages)

pickup-title = Pickup
pickup-heading = Read our answer
pickup-field = Your pickup code
pickup-field-hint = Type your ten words, with a space between them. Capitals do not matter. The first four letters of a word are enough.
pickup-unsent = **Your message was NOT sent.** Your mailbox was closed meanwhile, or you opened it in another window. Copy your text below, open your mailbox and send it again.
pickup-button = Open my mailbox
pickup-empty = Type the ten words of your pickup code.
pickup-one-word = You typed 1 word. It must be 10.
pickup-too-few = You typed { $found } words. It must be 10. See which word is missing.
pickup-too-many = You typed { $found } words. It must be 10. See which word is one too many.
pickup-unknown = Word { $position } (‘{ $typed }’) is not in our list. Look again at how you wrote it down.
pickup-unknown-one = Word { $position } (‘{ $typed }’) is not in our list. Do you mean ‘{ $first }’?
pickup-unknown-two = Word { $position } (‘{ $typed }’) is not in our list. Do you mean ‘{ $first }’ or ‘{ $second }’?
pickup-unknown-three = Word { $position } (‘{ $typed }’) is not in our list. Do you mean ‘{ $first }’, ‘{ $second }’ or ‘{ $third }’?
pickup-nobody = There is no mailbox with these words. We do not show them again: they may be nearly right. Type them again from your paper, in the right order.
pickup-nobody-why = Each word is in our list. But together they belong to no mailbox. This may be the reason:
pickup-nobody-order = Two words are in another order than on your paper.
pickup-nobody-alike = One word looks like another word, such as ‘afrit’ and ‘oprit’.
pickup-nobody-gone = You threw the mailbox away. The words no longer open anything.
pickup-nobody-over = Your report was finished long ago. Then we deleted it.
pickup-know = Good to know
pickup-know-device = Use your own phone or computer. Not the one from your work.
pickup-know-trace = We do not keep who looks here and when.
pickup-know-lost = If you lost the words, we cannot give them again. [Make a new report](/melden).

mailbox-title = Mailbox
mailbox-heading = Your mailbox
mailbox-stage = Status:
stage-received = Received
stage-received-now = Your report has arrived safely. You do not have to do anything now.
stage-reviewing = We are looking into your report
stage-reviewing-now = We are finding out what is going on. You do not have to do anything.
stage-question = We have a question
stage-question-now = We can go on when you answer. You may also say that you do not know.
stage-name = We ask something about your name
stage-name-now = You choose. If you say no, we go on with your report all the same.
stage-done = Finished
stage-done-now = We have finished with your report. If you know something new, you can still write to us.
stage-unknown = We are not sure of that
stage-unknown-now = A message of ours is damaged or gone. If you can still write here, ask us if there is any news.
mailbox-answer = Give an answer
mailbox-first-by = By { $day } at the latest there is a first message here.
mailbox-first-late = We promised you a first message by { $day }. We did not manage that. We are sorry.
mailbox-outcome-by = By { $day } at the latest you hear what we do with your report.
mailbox-outcome-late = We were going to tell you by { $day } what we do with your report. We did not manage that. We are sorry. Feel free to ask if there is any news.
mailbox-kept-until = You can read this until { $day } at least. After that we delete your report and this mailbox.
mailbox-no-day = There is no fixed day for the next message. Look again in a few weeks.
mailbox-messages = Messages
mailbox-empty = There is no message yet. Your pickup code works.
mailbox-no-report = Your report itself is not shown here. Whoever finds your words cannot read it, but can read what stands here.
mailbox-sent = **Your message was sent.** You can see it below.
mailbox-asked = **Your question was sent.** Look again in a few days for an answer.
mailbox-broken = **A message is damaged or gone.** We only show what we are sure is right. Below you see where it is.
mailbox-turned-back = Somebody changed what we keep with your report. It is not your fault. We are now not sure who would read your message. That is why you cannot send anything here. Make a new report and write this in it, or call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000.
mailbox-full = Your mailbox is full. No message can be added. Make a new report and write that you reported this before.
mailbox-kept = Your text was not sent. Here it is, so that you can keep it:
mailbox-unsent = Your message was NOT received. Something went wrong on our side. Your text is still there. Try again in a minute.
mailbox-ask-unsent = Your question was NOT received. Something went wrong on our side. Try again in a minute.
mailbox-crossed = In the meantime you sent another message, maybe in another window. This message has not been sent yet. If you want to send it too, press the button once more.
mailbox-write = Write to us
mailbox-write-answer = Give your answer
mailbox-field = Your message
mailbox-field-hint = An answer, a question or something new. Do not write who you are.
mailbox-button = Send message
mailbox-button-hint = This button really sends your message.
mailbox-ask = Is there any news?
mailbox-ask-what = With one press of the button you ask if there is any news about your report. You do not have to write anything.
mailbox-ask-button = Ask for news
mailbox-ask-body = You ask if there is any news about your report.
mailbox-ask-waiting = You asked this on { $asked }. There is no answer yet. You can always write.
mailbox-ask-later = You asked this on { $asked }. From { $again } you can ask again. You can always write.
mailbox-name = May your name become known?
mailbox-name-lead = Below you read why we ask. You may say **no**: then we just go on with your report. If you say nothing, that is a no too.
mailbox-name-yes = You said **yes**. As long as the envelope is closed, you may change your mind.
mailbox-name-no = You said **no**. The envelope stays closed. You may change your mind.
mailbox-name-yes-button = Yes, you may
mailbox-name-no-button = No, keep my name closed
mailbox-name-yes-body = Yes, my name may become known.
mailbox-name-no-body = No, keep my name closed.
mailbox-name-said = Your answer was sent.
mailbox-name-closed = This question is no longer there. Read below what we wrote you last.
mailbox-close = Done reading?
mailbox-close-what = Then close your mailbox on this device. That deletes nothing: with your ten words you can always open it again. After two hours it closes by itself.
mailbox-close-button = Close my mailbox
mailbox-discard = If you never want to come back, [throw your mailbox away](/postvak/weggooien).
mailbox-damaged = This mailbox is not right
mailbox-damaged-what = Your words are good. But what we keep with your report was changed by somebody who may not do that. That is why we do not show it.
mailbox-damaged-now = With these words you can no longer read anything here. We are sorry. Make a new report and write in it what it says here, or call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000.
mailbox-damaged-link = Make a new report

talk-you = From you
talk-municipality = From the municipality
talk-damaged = **This message is damaged.** We do not show it. This should not happen.
talk-gap = **A message is missing here.** Somebody took it away. This should not happen.
talk-repair-own = If you remember what you wrote, write it in a new report.
talk-repair-theirs = If you can still write here, ask us to send it again.
message-ontvangstbevestiging = We received your report
message-vraag = Question
message-antwoord = Answer
message-voornemen-vooronderzoek = We want to do a preliminary inquiry
message-uitkomst-vooronderzoek-op-hoofdlijnen = What the preliminary inquiry found
message-voornemen-feitenonderzoek = We want to do an investigation
message-terugkoppeling = What we do with your report
message-aanvulling-melder = Addition
message-verwijzing = Where you can go
message-afsluiting = Closing
message-hoe-staat-het-ermee = Is there any news?
message-postvak-weggegooid = Mailbox thrown away
message-vraag-om-uw-naam = A question about your name
message-naam-ja = About your name: yes
message-naam-nee = About your name: no
message-uw-envelop-is-geopend = Your envelope was opened

discard-title = Throw away mailbox
discard-heading = Throw your mailbox away
discard-lead = This cannot be undone. First read what happens.
discard-words = Your ten words **no longer open anything**. We cannot bring the mailbox back for you either.
discard-answers = Answers from us no longer reach you. You cannot add anything either.
discard-kept = What we already have stays with us: your report and the messages. We go on working on it.
discard-told = Whoever reads your report sees that you threw the mailbox away. Not who you are.
discard-not-told = We cannot be sure now that the reader hears that you throw the mailbox away, because somebody changed what we keep with your report.
discard-only-close = If you only want nobody to look along on this device, you do not have to throw anything away. Close your mailbox, and you can come back later.
discard-button = Throw my mailbox away
discard-back = No, back to my mailbox
discard-unsent = Your mailbox was NOT thrown away. Something went wrong on our side. Try again in a minute.
discarded-title = Thrown away
discarded-heading = Your mailbox has been thrown away
discarded-lead = These ten words no longer open anything here.
discarded-paper = Destroy the paper with the words.
discarded-kept = We still have your report. We go on working on it.
discarded-new = If you know something new later, [make a new report](/melden). You will get new words.

closed-title = Closed
closed-heading = Your mailbox is closed
closed-lead = Nothing was deleted. With your ten words you open the mailbox again.
closed-traces = Do you want to leave no traces?
closed-history = Clear the history of your browser. It says that you visited this site.
closed-windows = Then close all windows of the browser.
closed-paper = Put the paper with your pickup code in a safe place.
closed-again = If you know something new, or want to look later, [open your mailbox again](/ophalen).

## Explanation (around)

explanation-title = How this protects you, and what it cannot do
explanation-protects = This is how it protects you
explanation-protects-name = We do not ask who you are. You make no account.
explanation-protects-address = We do not keep the internet address you come from, nor which device you use.
explanation-protects-lock = Your report is locked at once. Only the people who must read it have the key. The people who run the computers do not have it.
explanation-protects-spare = For emergencies there is a spare key. It is kept on paper in a safe.
explanation-protects-day = We keep only the day on which you did something. Not the hour. Only for files one can see until the next night at what time they came.
explanation-protects-words = You open answers with your pickup code. We do not keep that code. We do not see when you read.
explanation-protects-cookie = This site uses no scripts. A cookie is set only when you enter your pickup code. It works for two hours at most.

explanation-way = The way your report goes
explanation-drawing-you = You write
explanation-drawing-you-1 = on your own phone.
explanation-drawing-you-2 = We do not need your name.
explanation-drawing-site = This site locks it
explanation-drawing-site-1 = Your report is locked at once.
explanation-drawing-site-2 = The site cannot open it again.
explanation-drawing-store = The storage keeps it
explanation-drawing-store-1 = What you write is locked.
explanation-drawing-store-2 = Its operator cannot read it.
explanation-drawing-reader = The reader has the key
explanation-drawing-reader-1 = They read your report.
explanation-drawing-reader-2 = The answer is locked as well.
explanation-drawing-words = Your ten words
explanation-drawing-words-1 = open the answer.
explanation-drawing-words-2 = Only you have them.

explanation-sees = Who sees what?
explanation-sees-who = Who
explanation-sees-what = What they see
explanation-sees-you = You
explanation-sees-you-what = What you write, until you send it. After that our conversation, with your ten words.
explanation-sees-reader = The people who read your report
explanation-sees-reader-what = What you write and send along. Not who you are, unless you tell.
explanation-sees-site = This site
explanation-sees-site-what = Your report while you make and send it. The conversation while you have it open. Nothing else.
explanation-sees-operator = The people who run the computers
explanation-sees-operator-what = That there is a report: from which day, for which reader, how far it is and roughly how large. Not what it says.
explanation-sees-thief = Somebody who steals all our files
explanation-sees-thief-what = The same as the people who run the computers.
explanation-sees-network = The network that you use
explanation-sees-network-what = That you visit this site, when, and roughly how much you send. Not what you write.
explanation-sees-colleague = Another colleague
explanation-sees-colleague-what = Nothing. Only where it is needed, a reader shares something with people who must help.

explanation-cannot = This it cannot do
explanation-cannot-device = **An infected device.** If a program is watching on your phone or computer, we cannot protect you.
explanation-cannot-network = **The network at your work.** Your employer can see that you visit this site. They do not see what you write. They do see roughly how much you send: a long text makes a large message.
explanation-cannot-told = **What you tell yourself.** If only a few people know what you write, somebody can recognise you by it.
explanation-cannot-intruder = **An intruder in this site.** If somebody has full power over this site’s computer at this moment, they can read what comes in from that moment on. What came before stays locked. On the computer that the people who handle reports work on, they can read all that those people may open.
explanation-cannot-password = **A weak password of a reader.** If somebody steals all our files and guesses that password, they can read what that reader can read.
explanation-cannot-words = **Your ten words.** Whoever finds them reads our answer and can write in your place. They do not see your report itself.
explanation-cannot-history = **The history of your browser.** The button ‘Leave fast’ closes your mailbox and opens another site. Your browser often remembers where you were. Clear that yourself, or use a private window.

explanation-tips = What you can do yourself
explanation-tips-device = Use your own phone or computer. Not the one from your work.
explanation-tips-network = Do not use the wifi or the VPN of your work.
explanation-tips-watching = Do not report while somebody is watching.
explanation-tips-yourself = Do not write who you are. Tell no details that only you know.
explanation-tips-files = Photos and documents often hold hidden information, such as a place, a device or a name. We take out what we can. We cannot take out everything.
explanation-tips-silent = Talk to nobody about your report. Do not look anything up about it at work.
explanation-tor = Safer still: Tor Browser
explanation-tor-text = Tor Browser is a free browser. It hides from your network which site you visit. The network can see that you use Tor. So put Tor Browser on your own device, not on one from your work: [torproject.org](https://www.torproject.org). This site works at its safest level too.

explanation-code = What is the pickup code?
explanation-code-what = The pickup code is **ten ordinary words**. You get them as soon as your report is sent.
explanation-code-once = We do not keep the words. **We cannot give them again.** If you lose them, make a new report and write that you reported before.
explanation-code-keep = With the words you read our answer and write back. Write them on paper. Do not keep them at work.

explanation-readers = Who reads your report?
explanation-readers-why = Nobody may read a report about themselves. So we first ask who it is about.
explanation-readers-about = Is it about
explanation-readers-reads = Then this is read by
explanation-readers-unreachable = (cannot be reached yet)
explanation-readers-several = If you choose more than one, only one reader reads your report. We choose a reader who does not belong to them.

explanation-afterwards = What happens with your report?
explanation-afterwards-first = Within seven days you get a first message.
explanation-afterwards-look = We look at what is going on. Sometimes we ask you a question.
explanation-afterwards-result = Within three months after our first message you hear what we do with your report. We may not always tell you everything.

explanation-elsewhere = Would you rather go somewhere else?
explanation-elsewhere-text = [Where else to go](/wegwijzer) tells you who can do what for you, and who cannot. You can also call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).
explanation-report = [Report something](/melden)

## Where else (around)

signposts-title = Where else can you go?
signposts-lead = Here you find who can do what for you, and who cannot. Not sure yet? You can also talk to somebody first.
signposts-own-device = Call with your own phone. Do not look these addresses up over the network at your work.
signposts-danger = Is there danger now?
signposts-talk = Would you like to talk?
signposts-report = Would you rather report to somebody else?
signposts-not-here = Who does not deal with this
signposts-not-here-why = Many people go to them first. But they cannot handle a report.
signposts-not-for = Not for:
signposts-anonymous-yes = You can do this without your name.
signposts-anonymous-no = You cannot do this without your name.
signposts-anonymous-ask = First ask if you can do this without your name.
signposts-call = Call
signposts-no-contact = If there is no number, look on the website of the municipality.
signposts-here = Would you like to tell us?
signposts-here-text = You can do that here, without your name. [Report something](/melden).

## Privacy (around)

privacy-title = What we keep, and what we do not
privacy-lead = { $organisation } is responsible for this report point.
privacy-not = This we do not keep
privacy-not-name = **Your name**, unless you give it yourself. We do not need it.
privacy-not-address = **Your internet address**, and which device or browser you use.
privacy-not-hour = **The hour** at which you did something. We keep only the day. Only for files one can see until the next night at what time they came.
privacy-not-visits = **Your visit.** This site tracks nobody and shares nothing with other sites.
privacy-kept = This we do keep
privacy-kept-report = **What you tell and send along**, and our conversation about it. It is locked. Only those who must read it have the key.
privacy-kept-others = **Names of other people**, if you mention them. They are locked too.
privacy-kept-day = **The day, the reader, how far it is and roughly how large it is.** That is not locked.
privacy-kept-words = **A number that belongs to your ten words.** We use it to find your mailbox. We do not keep the words themselves.
privacy-why = Why we keep this
privacy-why-text = { $organisation } uses it to assess reports, to act where that is needed, and to answer you.
privacy-statement = The rules that apply are in the privacy statement:
privacy-no-statement = { $organisation } has not named a privacy statement here yet.
privacy-long = How long we keep this
privacy-long-unknown = How long a report is kept after it is closed is still to be decided by { $organisation }.
privacy-cookies = Cookies
privacy-cookies-text = This site sets a cookie only when you enter your pickup code. That cookie opens your mailbox. It works for two hours at most. It is gone when you close your mailbox or press ‘Leave fast’.
privacy-rights = What you may ask
privacy-rights-reporter = **If you reported something:** we do not know who you are. So we cannot look your report up for you. With your ten words you can ask us in your mailbox.
privacy-rights-named = **If you think a report is about you:** you may ask which data we hold about you. You may also ask us to correct or erase them.
privacy-rights-no = **Sometimes we say no**, for instance to protect a reporter. If you disagree, you can go to the [Autoriteit Persoonsgegevens](https://www.autoriteitpersoonsgegevens.nl) (the data protection authority).
privacy-contact = With questions you reach us through
privacy-no-contact = { $organisation } has not said here yet who answers your questions.
privacy-contact-care = Take care: when you mail or call, we know who you are. Do not say that you reported something.

## Accessibility (around)

accessibility-title = Everybody must be able to report
accessibility-lead = { $organisation } wants everybody to be able to use this report point. That includes people who do not see well, use no mouse or find reading hard.
accessibility-status = Status
accessibility-no-status = This report point has no status yet. A status follows from a full study by people. { $organisation } has not named such a study here yet.
accessibility-statement = The whole statement is at
accessibility-tested = What was tested
accessibility-tested-how = The makers test the pages like this, in a real browser:
accessibility-tested-axe = with axe, a program that looks for accessibility errors (WCAG 2.2, A and AA);
accessibility-tested-keyboard = with a keyboard alone;
accessibility-tested-narrow = on a screen of 320 pixels wide;
accessibility-tested-zoom = with everything twice as large;
accessibility-tested-colours = light, dark and in colours that you set yourself;
accessibility-tested-text = without scripts.
accessibility-tested-limits = Such tests do not find everything. Only people can say whether it works for them.
accessibility-needs = The ten words
accessibility-needs-text = After reporting you get ten words. You may write them down, copy them, print them or have them read aloud. When you enter them you may paste. The first four letters of a word are enough too.
accessibility-trouble = Does something not work?
accessibility-contact = Let us know through
accessibility-no-contact = { $organisation } has not said here yet whom you can tell.
accessibility-contact-care = Take care: when you mail or call, we know who you are. Do not say that you want to report something.
accessibility-otherwise = If you cannot report here, [Where else to go](/wegwijzer) tells you whom you can turn to, by phone too.

## Leave fast and the poster (around)

poster-print = This is a poster. Print this page on A4 and put it up. Only the poster is printed.
poster-title = Is something wrong? Tell us, without your name.
poster-what = Threats, fraud, misuse of a position, or a bad feeling: you can tell it here.
poster-code = QR code of { $address }
poster-own-device = Scan with your own phone. Not with one from your work, and not over the wifi at your work.
poster-no-name = We do not ask who you are.
poster-answer = You get ten words. With them you read our answer later.
poster-elsewhere = Rather not the municipality? Call Meld Misdaad Anoniem (Report Crime Anonymously):
poster-danger = Is there danger now? Call **112**

## When something does not work (pages)

problem-start = To the start
problem-unreadable = We do not understand this
problem-unreadable-what = Your browser sent something that we cannot read. Nothing was stored now.
problem-unreadable-now = Go back in your browser and try once more.
problem-expired = This page is no longer valid
problem-expired-what = Nothing was stored now. Probably the page was open for too long, or your mailbox was already closed.
problem-expired-now = Open your mailbox again with your pickup code and try once more.
problem-missing = This page does not exist
problem-missing-now = Maybe there is an error in the address. Begin again at the start.
problem-form = You cannot open this page this way
problem-form-now = This page belongs to a form. What you filled in now was not sent. Did you get ten words before? Then your report did arrive.
problem-slow = It took too long
problem-slow-what = The connection was too slow. Nothing was stored now.
problem-slow-now = Go back in your browser and try again. You may have to type part of your text once more.
problem-long = Your text is too long
problem-long-what = Everything together may not be larger than 2 MiB. That is about two million letters. Nothing was stored now.
problem-long-now = Go back in your browser, make your text shorter and try once more. You can send the rest later with your pickup code.
problem-upload-what = Nothing was stored now, not even part of a file.
problem-broken-off = Sending broke off
problem-broken-off-now = Go back in your browser, choose your files again and try once more. If it goes wrong again, send them one by one.
problem-large = Your files are too large
problem-large-now = Together they may be at most { $most } MB. Go back in your browser and choose smaller files, or fewer.
problem-foreign = We cannot read this form
problem-foreign-what = Nothing was stored now. Maybe an extra program in your browser changed the form.
problem-foreign-now = Begin again at the start, or use another browser.
problem-busy = It is very busy now
problem-busy-now = Nothing was stored now. Wait a minute. Then go back in your browser and try once more.
problem-closed = The report point does not work right now
problem-closed-now = Try again in a few minutes. If you just sent something, go back in your browser and send it again. That is safe: it does not come in twice.
problem-ours = Something went wrong on our side
problem-ours-what = It is not your fault. Assume that we received nothing from you now.
problem-ours-now = If you just sent something, go back in your browser and send it once more. That is safe: it does not come in twice.
problem-danger = If there is danger now, do not wait: call 112.
