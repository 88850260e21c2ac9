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

sent-title = Done
sent-heading = We have received your report
sent-lead = Thank you. It is read by { $reader }. Now first write down your pickup code.
sent-code = Your pickup code
sent-code-hint = Tap the words to select all of them at once.
sent-paper = With these ten words, in this order, you open your mailbox.
sent-paper-address = The address is: { $address }
sent-once = **You see these words only once.** We cannot give them again. We do not keep them.
sent-write = Write the words on paper, in this order. They are Dutch words: copy them letter by letter. You can also print them at home.
sent-keep = Keep the paper in a place where nobody else comes.
sent-no-picture = Do not take a screenshot or photo on a phone that shares with your work or the cloud.
sent-secret = Whoever has the words can read our answer. Give them to nobody.
sent-try = Try the code once, now
sent-try-why = Then you are sure that you wrote the words down correctly. Read them from your paper.
sent-try-button = Try my pickup code
sent-try-warning = Please note: when you go on, the words here are gone. Write them down first.
sent-when = When do you come back?
sent-come-back = Look in your mailbox from **{ $day }**. By then a first message should be there. We cannot send you anything, because we do not know who you are.
sent-more = Do you know more later? You can add it with your pickup code.
sent-lost = Have you lost the words? Then make a new report.

again-title = Received before
again-same = We had already received your report
again-same-lead = Your report is safe with us. It did not come in twice.
again-same-words = You saw your pickup code at that time. We cannot show the ten words again, because we do not keep them.
again-same-read = Did you write the words down? Then you can [read your answer](/ophalen).
again-other = Your new answers were not stored
again-other-what = **We had already received this form, with other answers.** We do not have what you changed after that.
again-other-safe = Your first report is safe with us.
again-other-write = Do you want to add or correct something? [Open your mailbox with your pickup code](/ophalen) and write it there.
again-lost = Have you lost the ten words?
again-lost-read = Your first report will still be read. But you can no longer open our answer.
again-lost-new = Do you want an answer? [Then make a new report](/melden) and write that you reported this before.

unsent-title = Not received
unsent-heading = Your report was NOT received
unsent-why = **Something went wrong on our side.** It is not your fault. Nothing was stored.
unsent-kept = You have lost nothing. All that you filled in is still in this page. Do not close the page.
unsent-button = Try again
unsent-button-hint = This button really sends your report. It never comes in twice.
unsent-lost-title = Send again
unsent-lost-heading = We may have lost your report
unsent-lost-why = **We had this form before. But behind the words that belong to it, we find nothing any more.** So please send your report once more.
unsent-lost-own = Did you throw your mailbox away yourself? Then we still have your report, and you need to do nothing.
unsent-lost-kept = All that you filled in is still in this page. Do not close the page. You will get new words.
unsent-lost-button = Send again
unsent-lost-button-hint = This button really sends your report.
unsent-again = Does it fail again?
unsent-again-wait = Wait a few minutes and then press the button once more.
unsent-again-call = Can it not wait? Call Meld Misdaad Anoniem (Report Crime Anonymously): [0800-7000](tel:0800-7000). Is there danger now? Call [112](tel:112).

## Pickup and mailbox (pages)

pickup-title = Pickup
pickup-heading = Read our answer
pickup-field = Your pickup code
pickup-field-hint = Type your ten words, with a space between them. Capitals do not matter. The first four letters of a word are enough.
pickup-button = Open my mailbox
pickup-empty = Type the ten words of your pickup code.
pickup-one-word = You typed 1 word. A pickup code has ten words. See which words are missing.
pickup-too-few = You typed { $found } words. A pickup code has ten words. See which word is missing.
pickup-too-many = You typed { $found } words. A pickup code has ten words. See which word is one too many.
pickup-unknown = Word { $position } (‘{ $typed }’) is not in our list. Look again at how you wrote it down.
pickup-unknown-one = Word { $position } (‘{ $typed }’) is not in our list. Do you mean ‘{ $first }’?
pickup-unknown-two = Word { $position } (‘{ $typed }’) is not in our list. Do you mean ‘{ $first }’ or ‘{ $second }’?
pickup-unknown-three = Word { $position } (‘{ $typed }’) is not in our list. Do you mean ‘{ $first }’, ‘{ $second }’ or ‘{ $third }’?
pickup-nobody = There is no mailbox with these words. See if you have all ten words right and in the right order.
pickup-nobody-why = Each word is in our list. But together they belong to no mailbox. This may be the reason:
pickup-nobody-order = Two words stand in another order than on your paper.
pickup-nobody-alike = One word looks like another word, such as ‘afrit’ and ‘oprit’.
pickup-nobody-gone = You threw the mailbox away. Then the words open nothing any more.
pickup-know = Good to know
pickup-know-device = Use your own phone or computer. Not the one of your work.
pickup-know-trace = We do not keep who looks here and when.
pickup-know-lost = Have you lost the words? We cannot give them again. [Then make a new report](/melden).

mailbox-title = Mailbox
mailbox-heading = Your mailbox
mailbox-stage = Status:
stage-received = Received
stage-received-now = Your report has arrived safely. You do not have to do anything now.
stage-reviewing = We are looking into your report
stage-reviewing-now = We are finding out what is going on. You do not have to do anything.
stage-question = We have a question
stage-question-now = We can go on when you answer. You may also say that you do not know.
stage-done = Finished
stage-done-now = We have finished with your report. Do you know something new? You can still write it below.
stage-unknown = We are not sure of that
stage-unknown-now = A message of ours is damaged or gone. Ask us below if there is any news.
mailbox-answer = Give an answer
mailbox-first-by = By { $day } at the latest there is a first message here.
mailbox-first-late = We promised you a first message by { $day }. We did not manage that. We are sorry.
mailbox-outcome-by = By { $day } at the latest you hear what we do with your report.
mailbox-outcome-late = We would tell you by { $day } what we do with your report. We did not manage that. We are sorry. Feel free to ask below if there is any news.
mailbox-no-day = There is no fixed day for the next message. Look again in a few weeks.
mailbox-messages = Messages
mailbox-empty = There is no message yet. Your pickup code works.
mailbox-no-report = Your report itself is not shown here. So nobody who finds your words can read it.
mailbox-sent = **Your message was sent.** It stands below.
mailbox-asked = **Your question was sent.** Look again in a few days for an answer.
mailbox-broken = **A message is damaged or gone.** We only show what is surely right. Below you see where it is.
mailbox-turned-back = Somebody changed what we keep with your report. It is not your fault. We are now not sure who would read your message. That is why you cannot send anything here. Make a new report and write this in it, or call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000.
mailbox-full = Your mailbox is full. No message can be added. Make a new report and write that you reported this before.
mailbox-kept = Your text was not sent. Here it still is, so that you can keep it:
mailbox-unsent = Your message was NOT received. Something went wrong on our side. Your text is still there. Try again in a minute.
mailbox-ask-unsent = Your question was NOT received. Something went wrong on our side. Try again in a minute.
mailbox-crossed = In the meantime you sent another message, maybe in another window. This message has not been sent yet. Do you want to send it too? Then press the button once more.
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
mailbox-close = Done reading?
mailbox-close-what = Then close your mailbox on this device. That deletes nothing: with your ten words you can always open it again. After two hours it closes by itself.
mailbox-close-button = Close my mailbox
mailbox-discard = Do you never want to come back? [Throw your mailbox away](/postvak/weggooien).
mailbox-damaged = This mailbox is not right
mailbox-damaged-what = Your words are good. But what we keep with your report was changed by somebody who may not do that. That is why we do not show it.
mailbox-damaged-now = With these words you can read nothing here any more. We are sorry. Make a new report and write in it what it says here, or call Meld Misdaad Anoniem (Report Crime Anonymously): 0800-7000.
mailbox-damaged-link = Make a new report

talk-you = From you
talk-municipality = From the municipality
talk-damaged = **This message is damaged.** We do not show it. This should not happen.
talk-gap = **A message is missing here.** It was taken away. This should not happen.
talk-repair-own = Do you still know what you wrote? Send it once more below.
talk-repair-theirs = Ask us below to send it again.
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

discard-title = Throw away mailbox
discard-heading = Throw your mailbox away
discard-lead = This cannot be undone. First read what happens.
discard-words = Your ten words open **nothing any more**. We cannot bring the mailbox back for you either.
discard-answers = Answers from us no longer reach you. You cannot add anything either.
discard-kept = What we already have stays with us: your report and the messages. We go on working on it.
discard-told = Whoever reads your report sees that you threw the mailbox away. Not who you are.
discard-not-told = We cannot surely tell the reader now that you throw the mailbox away, because somebody changed what we keep with your report.
discard-only-close = Do you only want that nobody looks along on this device? Then you do not have to throw anything away. Close your mailbox, and you can come back later.
discard-button = Throw my mailbox away
discard-back = No, back to my mailbox
discard-unsent = Your mailbox was NOT thrown away. Something went wrong on our side. Try again in a minute.
discarded-title = Thrown away
discarded-heading = Your mailbox has been thrown away
discarded-lead = With these ten words nobody opens anything here any more.
discarded-paper = Destroy the paper with the words.
discarded-kept = We still have your report. We go on working on it.
discarded-new = Do you know something new later? [Then make a new report](/melden). You will get new words.

closed-title = Closed
closed-heading = Your mailbox is closed
closed-lead = Nothing was deleted. With your ten words you open the mailbox again.
closed-traces = Do you want to leave no traces?
closed-history = Clear the history of your browser. It says that you visited this site.
closed-windows = Then close all windows of the browser.
closed-paper = Put the paper with your pickup code in a safe place.
closed-again = Do you know something new, or do you want to look later? [Open your mailbox again](/ophalen).

## Explanation (around)

## Where else (around)

## Privacy (around)

## Accessibility (around)

## Leave fast and the poster (around)

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
problem-form-now = This page belongs to a form. Nothing was stored now. Begin again at the start.
problem-slow = It took too long
problem-slow-what = The connection was too slow. Nothing was stored now.
problem-slow-now = Go back in your browser. Your text is mostly still there. Then try again.
problem-long = Your text is too long
problem-long-what = All together may not be larger than 2 MiB. That is about two million letters. Nothing was stored now.
problem-long-now = Go back in your browser, make your text shorter and try once more. What does not fit, you can send later with your pickup code.
problem-foreign = We cannot read this form
problem-foreign-what = Nothing was stored now. Maybe an extra program in your browser changed the form.
problem-foreign-now = Go back in your browser and try once more, or use another browser.
problem-busy = It is very busy now
problem-busy-now = Nothing was stored now. Wait a minute. Then go back in your browser and try once more.
problem-closed = The report point does not work right now
problem-closed-now = Try again in a few minutes. Did you just send something? Then go back in your browser and send it again. That is safe: it does not come in twice.
problem-ours = Something went wrong on our side
problem-ours-what = It is not your fault. Assume that we received nothing from you now.
problem-ours-now = Did you just send something? Go back in your browser and send it once more. That is safe: it does not come in twice.
problem-danger = Is there danger now? Do not wait and call 112.
