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

## Your story (journey)

## Danger (journey)

## Files (files)

## Check (journey)

## Sent, received before, not received (pages)

## Pickup and mailbox (pages)

## Explanation (around)

explanation-title = How this protects you, and what it cannot do
explanation-protects = This is how it protects you
explanation-protects-name = We do not ask who you are. You make no account.
explanation-protects-address = We do not keep from which internet address you come, nor with which device.
explanation-protects-lock = Your report is locked at once. Only the people who must read it have the key. Who runs the computers does not have it.
explanation-protects-spare = For emergencies there is a spare key. It lies on paper in a safe.
explanation-protects-day = We keep only the day on which you did something. Not the hour.
explanation-protects-words = You open answers with your pickup code. We do not keep that code. We do not see when you read.
explanation-protects-cookie = This site uses no scripts. A cookie is set only when you enter your pickup code. It works for two hours at most.

explanation-way = The way your report goes
explanation-drawing = Drawing. You write. This site locks it. The storage keeps it. The reader has the key. With your ten words you open the answer. The table below says the same.
explanation-drawing-you = You write
explanation-drawing-you-1 = on your own phone.
explanation-drawing-you-2 = We do not need your name.
explanation-drawing-site = This site locks it
explanation-drawing-site-1 = Your report is locked at once.
explanation-drawing-site-2 = The site cannot open it again.
explanation-drawing-store = The storage keeps it
explanation-drawing-store-1 = There everything lies locked.
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
explanation-sees-operator = Who runs the computers
explanation-sees-operator-what = That there is a report: of which day, for which reader, how far it is and roughly how large. Not what it says.
explanation-sees-thief = A thief of all our files
explanation-sees-thief-what = The same as who runs the computers.
explanation-sees-network = The network that you use
explanation-sees-network-what = That you visit this site, when, and roughly how much you send. Not what you write.
explanation-sees-colleague = Another colleague
explanation-sees-colleague-what = Nothing. Only where it is needed, a reader shares something with who must help.

explanation-cannot = This it cannot do
explanation-cannot-device = **An infected device.** Is a program watching on your phone or computer? Then we cannot protect you.
explanation-cannot-network = **The network at your work.** Your employer can see that you visit this site. He does not see what you write. He does see roughly how much you send: a long text makes a large message.
explanation-cannot-told = **What you tell yourself.** Do only a few people know what you write? Then somebody can recognise you by it.
explanation-cannot-intruder = **An intruder in this site.** Does somebody have full power over this site’s computer at this moment? Then he can read what comes in from that moment on. What came before stays locked. On the computers of the people who handle reports, he can read what they open.
explanation-cannot-password = **A weak password of a reader.** Does somebody steal all our files and guess that password? Then he can read what that reader can read.
explanation-cannot-words = **Your ten words.** Who finds them reads our answer and can write in your place. Your report itself he does not see.
explanation-cannot-history = **The history of your browser.** The button ‘Leave fast’ closes your mailbox and opens another site. Your browser often remembers where you were. Clear that yourself, or use a private window.

explanation-tips = What you can do yourself
explanation-tips-device = Use your own phone or computer. Not the one of your work.
explanation-tips-network = Do not use the Wi-Fi or the VPN of your work.
explanation-tips-watching = Do not report while somebody is watching.
explanation-tips-yourself = Do not write who you are. Tell no details that only you know.
explanation-tips-files = Photos and documents often hold hidden information, such as a place, a device or a name. We take out what we can. We cannot take out everything.
explanation-tips-silent = Talk to nobody about your report. Do not look anything up about it at work.
explanation-tor = Safer still: Tor Browser
explanation-tor-text = Tor Browser is a free browser. It hides from your network which site you visit. The network can see that you use Tor. So put Tor Browser on your own device, not on one of your work: [torproject.org](https://www.torproject.org). This site works at its safest level too.

explanation-code = What is the pickup code?
explanation-code-what = The pickup code is **ten ordinary words**. You get them as soon as your report is sent.
explanation-code-once = We do not keep the words. **We cannot give them again.** Did you lose them? Then make a new report and write that you reported before.
explanation-code-keep = With the words you read our answer and write back. Write them on paper. Do not keep them at work.

explanation-readers = Who reads your report?
explanation-readers-why = Nobody may read a report about themselves. So we first ask who it is about.
explanation-readers-about = Is it about
explanation-readers-reads = Then this is read by
explanation-readers-unreachable = (cannot be reached yet)
explanation-readers-several = Do you choose more than one? Then only one of them reads your report: whoever stands furthest from these people.

explanation-afterwards = What happens with your report?
explanation-afterwards-first = Within seven days you get a first message.
explanation-afterwards-look = We look at what is going on. Sometimes we ask you a question.
explanation-afterwards-result = Within three months after our first message you hear what we do with your report. We may not always tell you everything.

explanation-elsewhere = Would you rather go somewhere else?
explanation-elsewhere-text = [Where else to go](/wegwijzer) tells who can do what for you, and who cannot. You can also call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000).
explanation-report = [Report something](/melden)

## Where else (around)

signposts-title = Where else can you go?
signposts-lead = Here you find who can do what for you, and who cannot. Not sure yet? You can also talk to somebody first.
signposts-own-device = Call with your own phone. Do not look these addresses up over the network of your work.
signposts-danger = Is there danger now?
signposts-talk = Would you like to talk?
signposts-report = Would you rather report to somebody else?
signposts-not-here = Who does not deal with this
signposts-not-here-why = Many people try here first. These people cannot handle a report.
signposts-not-for = Not for:
signposts-anonymous-yes = Without your name: yes.
signposts-anonymous-no = Without your name: no.
signposts-anonymous-ask = Without your name: ask first.
signposts-call = Call
signposts-no-contact = Is there no number? Then look on the website of the municipality.
signposts-here = Would you like to tell us?
signposts-here-text = You can do that here, without your name. [Report something](/melden).

## Privacy (around)

privacy-title = What we keep, and what we do not
privacy-lead = { $organisation } is responsible for this report point.
privacy-not = This we do not keep
privacy-not-name = **Your name**, unless you give it yourself. We do not need it.
privacy-not-address = **Your internet address**, and which device or browser you use.
privacy-not-hour = **The hour** at which you did something. We keep only the day.
privacy-not-visits = **Your visit.** This site tracks nobody and shares nothing with other sites.
privacy-kept = This we do keep
privacy-kept-report = **What you tell and send along**, and our conversation about it. It is locked. Only who must read it has the key.
privacy-kept-others = **Names of other people**, if you mention them. They are locked too.
privacy-kept-day = **The day, the reader, how far it is and roughly how large it is.** That is not locked.
privacy-kept-words = **A number that belongs to your ten words.** With it we find your mailbox. The words themselves we do not keep.
privacy-why = Why we keep this
privacy-why-text = { $organisation } uses it to assess reports, to act where that is needed, and to answer you.
privacy-statement = Which rules apply to that, you read in the privacy statement:
privacy-no-statement = { $organisation } has not named a privacy statement here yet.
privacy-long = How long we keep this
privacy-long-unknown = How long a report is kept after it is closed is still to be decided by { $organisation }.
privacy-cookies = Cookies
privacy-cookies-text = This site sets a cookie only when you enter your pickup code. That cookie opens your mailbox. It works for two hours at most. It is gone when you close your mailbox or press ‘Leave fast’.
privacy-rights = What you may ask
privacy-rights-reporter = **Did you report something?** We do not know who you are. So we cannot look your report up for you. With your ten words you can ask us in your mailbox.
privacy-rights-named = **Do you think a report is about you?** You may ask which data we hold about you. You may also ask us to correct or erase them.
privacy-rights-no = **Sometimes we say no**, for instance to protect a reporter. Do you disagree? Then you can go to the [Autoriteit Persoonsgegevens](https://www.autoriteitpersoonsgegevens.nl) (the data protection authority).
privacy-contact = With questions you reach us through
privacy-no-contact = { $organisation } has not said here yet who answers your questions.
privacy-contact-care = Take care: when you mail or call, we know who you are. Do not tell then that you reported something.

## Accessibility (around)

accessibility-title = Everybody must be able to report
accessibility-lead = { $organisation } wants everybody to be able to use this report point. Also who sees badly, uses no mouse or finds reading hard.
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
accessibility-tested-text = without scripts, and in a browser that shows text alone.
accessibility-tested-limits = Such tests do not find everything. Only people can say whether it works for them.
accessibility-needs = The ten words
accessibility-needs-text = After reporting you get ten words. You may write them down, copy them, print them or have them read aloud. When you enter them you may paste. The first four letters of a word are enough too.
accessibility-trouble = Does something not work?
accessibility-contact = Let us know through
accessibility-no-contact = { $organisation } has not said here yet whom you can tell.
accessibility-contact-care = Take care: when you mail or call, we know who you are. Do not tell then that you want to report something.
accessibility-otherwise = Can you not report here? [Where else to go](/wegwijzer) tells whom else you can turn to, by phone too.

## Leave fast and the poster (around)

poster-print = This is a poster. Print this page on A4 and put it up. Only the poster comes on paper.
poster-title = Is something wrong? Tell it, without your name.
poster-what = Threats, fraud, misuse of a position, or a bad feeling: you can tell it here.
poster-code = QR code of { $address }
poster-own-device = Scan with your own phone. Not with one of your work, and not over the Wi-Fi of your work.
poster-no-name = We do not ask who you are.
poster-answer = You get ten words. With them you read our answer later.
poster-elsewhere = Rather not the municipality? Call Meld Misdaad Anoniem (Report Crime Anonymously):
poster-danger = Is there danger now? Call **112**

## When something does not work (pages)
