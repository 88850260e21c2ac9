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

files-name = Files
files-title = Would you like to send photos or documents?
files-lead = You do not have to. A file often holds hidden information: where a photo was taken, with which device, and by whom. **We take out what we can** before we keep the file. Look also at what can be seen: a desk, a mirror, your name in a document.
files-choose = Choose files
files-choose-hint = At most { $most } files, { $file } MB each, { $report } MB together. Do not take photos with a phone of your work.
files-original = Also send the original as evidence
files-original-hint = Only if that is really needed. The original still holds the hidden information. Whoever reads your report may see from it who you are.
files-add = Add and stay on this page
files-on = Go on and check
files-back = Back to your story
files-nothing-sent = Nothing has been sent yet. If you do not send within three quarters of an hour, we delete the files.
files-full = **Our storage is full now.** You cannot send files. You can send your story as usual. Tell in it what you have in photos or documents. You can send them later with your pickup code.
files-chosen = { $number ->
    [one] One file goes along
   *[other] { $number } files go along
  }
files-remove = Remove
files-only-listed = A file that is not in this list, we do not have.
file-clean = Cleaned. We took out: { $removed }.
file-clean-nothing = Cleaned. There was no hidden information in it.
file-original = The original. The hidden information is still in it.
file-uncleaned = Not cleaned. You chose to send it as it is.
file-asked = We cannot clean this file. It does not go along yet.
file-asked-why = **Your name, device or place may be in it without your seeing it.** We do not know this type of file, or it is damaged or locked.
file-asked-instead = Safer: take a photo of the screen with your own phone, or paste the text into your story.
file-asked-yes = Send it all the same
file-size-kb = { $size } kB
file-size-mb = { $whole }.{ $tenth } MB
fault-file-empty = ‘{ $name }’ is empty. Choose another file.
fault-file-large = ‘{ $name }’ is too large. A file may be { $most } MB. Make a smaller version, or send a part.
fault-file-many = ‘{ $name }’ does not fit any more. { $most } files may go along. Remove one first.
fault-file-much = ‘{ $name }’ does not fit any more. All files together may be { $most } MB.
fault-file-full = We cannot keep ‘{ $name }’ now: our storage is full. Send your story without this file.
fault-file-twice = You had chosen ‘{ $name }’ already. It goes along once.
fault-files-again = Choose your files again. Somebody else reads your report than before, or you waited longer than three quarters of an hour. The files you chose then do not go along.
fault-files-gone = One of your files is no longer there. Choose your files again.
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

## Sent, received before, not received (pages)

## Pickup and mailbox (pages)

## Explanation (around)

## Where else (around)

## Privacy (around)

## Accessibility (around)

## Leave fast and the poster (around)

## When something does not work (pages)
