//! `GET /signalen/{kenmerk}`: one signal on one page, in the order in which the work goes. What it shows of the worked-up
//! description is made in [`description`].

mod description;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
pub use description::Described;
use description::DescriptionWords;
use domain::{
    Answers, Attachment, FieldErrors, Kind, Side, attachment::Condition, message::MessageType,
    status::transitions_from, term, weighing::Criterion,
};
use seal::Entry;
use templates::{
    Choice, Text,
    components::LabelValue,
    conversation::{Body, FileLink, Message as Line, Sender},
    desk,
};
use web::{Told, page};

use crate::{
    access,
    actions::not_his,
    case::Case,
    composing, enriching, investigation,
    journal::readings::Reading,
    meeting::{
        after,
        point::{actions, decisions},
    },
    notebook::{Notebook, Torn},
    opening, registering,
    session::{self, Officer},
    state::State,
    terms::Clocks,
    texts::{self, AgreedWords, DecisionWords},
};

const MIB: u64 = 1024 * 1024;

/// What an officer typed in a form of this page that could not be taken, with the reasons.
#[derive(Default)]
pub struct Typed {
    pub description: Option<Answers>,
    pub message: (String, String),
    /// The text that was chosen to be filled in, and what was said of it.
    pub text: String,
    pub filled: Option<String>,
    pub status: (String, String),
    pub confirmed: bool,
    pub note: String,
    pub errors: FieldErrors,
}

/// `GET /signalen/{kenmerk}`
pub async fn read(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "bericht" => Some("Uw bericht staat klaar voor de melder."),
        "status" => Some("De nieuwe status is opgeslagen."),
        "omschrijving" => Some("De omschrijving is opgeslagen."),
        "weging" => Some("De weging is opgeslagen."),
        "verklaring" => Some("U bent niet betrokken. U kunt nu met dit signaal werken."),
        "actie" => Some("De afspraak is afgevinkt."),
        "verband" => Some("Het verband staat in beide dossiers."),
        "aantekening" => Some("Uw aantekening staat in het dossier."),
        _ => None,
    };
    let case = match opening::open(&state, &officer, &kenmerk).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    let answer = signal_page(&state, StatusCode::OK, &officer, &case, &Typed::default(), done);
    match Notebook::read(&state.store, &officer).await {
        Ok(Ok(notebook)) => officer.remembers(&state, &notebook, answer),
        Ok(Err(Torn)) => answer,
        Err(error) => session::unavailable(error),
    }
}

/// Instead of another page of the signal, for whom it is not, or not yet: this one, with the question whether he is involved
/// where he did not answer it.
pub fn not_his_page(state: &State, status: StatusCode, officer: &Arc<Officer>, case: &Case) -> HttpResponse {
    let typed = Typed { errors: not_his(case), ..Typed::default() };
    signal_page(state, status, officer, case, &typed, None)
}

/// The page, with what was typed where a form could not be taken.
pub fn signal_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    typed: &Typed,
    done: Option<&str>,
) -> HttpResponse {
    let words = Words::of(state, case);
    let told = Told::new(&typed.errors, Text::DUTCH);
    let errors = told.view();
    let at = |fields: &[&str]| errors.iter().copied().filter(|e| fields.contains(&e.field)).collect::<Vec<_>>();
    let (description_errors, message_errors, status_errors) = (
        at(&domain::description::FIELDS),
        at(&["type", "bericht", "bijlagen", "tekst"]),
        at(&["status", "reden", "bevestigd"]),
    );
    let weighings = words.weighings.iter().map(|weighing| weighing.view()).collect::<Vec<_>>();
    let weighings: Vec<_> =
        words.weighings.iter().zip(&weighings).map(|(w, criteria)| w.whole(criteria)).rev().collect();
    let report: Vec<_> = words.report.iter().map(|(label, value)| LabelValue { label, value }).collect();
    let about = about(case);
    let about: Vec<_> = about.iter().map(|(label, value)| LabelValue { label, value }).collect();
    let to_do = after::to_do(case);
    let to_do: Vec<_> = to_do.iter().map(after::ToDo::view).collect();
    let recognition: Vec<_> = words.recognition.iter().map(|(label, value)| LabelValue { label, value }).collect();
    let files: Vec<_> = words.files.iter().map(FileWords::view).collect();
    let links: Vec<Vec<FileLink<'_>>> = words.messages.iter().map(MessageWords::links).collect();
    let messages: Vec<_> = words.messages.iter().zip(&links).map(|(words, links)| words.view(links)).collect();
    let next = transitions_from(case.status(), case.route);
    let next: Vec<_> = next.into_iter().map(|step| (texts::status(&state.series, step.to), step)).collect();
    let next: Vec<_> = next
        .iter()
        .map(|(label, step)| desk::NextStatus {
            status: step.to.label(),
            label,
            needs_reason: step.reason,
            informs_others: step.to.informs_others(),
        })
        .collect();
    let types = MessageType::ALL.iter().filter(|kind| kind.from_desk());
    let types: Vec<_> = types.map(|kind| Choice { value: kind.label(), label: kind.label(), hint: None }).collect();
    let ready: Vec<_> = composing::texts(case).collect();
    let clocks = Clocks::of(case, &state.series);
    let terms: Vec<_> = clocks.at_work(state.today()).map(|(_, term)| term).collect();
    let warnings: Vec<_> = case.findings.warnings.iter().map(String::as_str).collect();
    let history: Vec<_> = words.history.iter().map(|change| change.view()).rev().collect();
    let readers = access::readers(case);
    let readers: Vec<_> =
        readers.iter().map(|(who, ..)| desk::Person { name: &who.name, function: &who.function }).collect();
    let notes: Vec<_> = words.notes.iter().map(|(text, who, when)| desk::Note { text, who, when }).collect();
    let links: Vec<_> =
        words.links.iter().map(|(kind, kenmerk, reason, when)| desk::Link { kind, kenmerk, reason, when }).collect();
    let decisions: Vec<_> = words.decisions.iter().map(DecisionWords::view).collect();
    let agreed: Vec<_> = actions(case).into_iter().map(|agreed| AgreedWords::of(agreed, state.today())).collect();
    let agreed: Vec<_> = agreed.iter().map(AgreedWords::view).collect();
    // A damaged signal takes nothing; its forms stay, so that what was typed is not lost.
    let declared = case.may_be_shown();
    let form = DescriptionWords::of(state, case, typed);
    let (themes, areas, urgencies) = (form.themes(), form.areas(), form.urgencies());
    let sorted = words.description.as_ref().map(Described::sorted).unwrap_or_default();
    let readings = Reading::of(&case.readings);
    let readings: Vec<_> = readings.iter().map(Reading::view).collect();
    let (limits, enriched) = (&state.attachments.limits, enriching::Summary::of(case));
    let track = investigation::in_short(state, case);
    let view = desk::Signaal {
        kenmerk: case.stored.signal.kenmerk.as_str(),
        route: texts::route(case.route),
        received: &term::dutch(case.intake.received_on),
        status: &sure(&texts::status(&state.series, case.status()), case.status_is_certain()),
        reporter_sees: &sure(case.reporter_sees().label(), case.standing_is_certain()),
        addressee: &case.addressee(),
        may: desk::May {
            decide: declared && case.is_members(),
            answer: declared && case.may_answer(),
            contribute: declared,
        },
        declaration_errors: &at(&["betrokken"]),
        asks_declaration: !declared,
        about: &about,
        may_pass_on: may_pass_on(case),
        source_closed: !case.reads_source() && !case.is_members(),
        terms: &terms,
        warnings: &warnings,
        done,
        recognition: &recognition,
        report: &report,
        files: &files,
        most: &limits.files.to_string(),
        file_mib: &(limits.file / MIB).to_string(),
        report_mib: &(limits.report / MIB).to_string(),
        description: words.description.as_ref().map(|described| described.view(&sorted)),
        description_form: form.view(&themes, &areas, &urgencies, &description_errors),
        messages: &messages,
        message_form: desk::MessageForm {
            texts: &ready,
            text_chosen: &typed.text,
            filled: typed.filled.as_deref(),
            types: &types,
            chosen: &typed.message.0,
            text: &typed.message.1,
            errors: &message_errors,
        },
        before_writing: words.before_writing.as_deref(),
        weighings: &weighings,
        status_form: desk::StatusForm {
            next: &next,
            chosen: &typed.status.0,
            reason: &typed.status.1,
            asks_confirmation: next.iter().any(|next| next.informs_others) && case.others_need_confirmation(),
            confirmed: typed.confirmed,
            errors: &status_errors,
        },
        notes: &notes,
        note_form: desk::NoteForm { text: &typed.note, errors: &at(&["aantekening"]) },
        history: &history,
        readers: &readers,
        readings: &readings,
        links: &links,
        decisions: &decisions,
        to_do: &to_do,
        agreements: &agreed,
        questions: &enriched.lines(),
        routine: enriched.routine(),
        track: track.as_ref().map(|(next, open)| desk::TrackLine { next, open }),
    };
    page(status, desk::signaal(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// A status with the word that it may have changed since, where what follows cannot be read.
pub fn sure(label: &str, certain: bool) -> String {
    if certain { label.to_owned() } else { format!("{label} (niet zeker)") }
}

/// Everything a view borrows, made into words.
struct Words {
    recognition: Vec<(&'static str, String)>,
    report: Vec<(&'static str, String)>,
    description: Option<Described>,
    messages: Vec<MessageWords>,
    weighings: Vec<WeighingWords>,
    files: Vec<FileWords>,
    history: Vec<ChangeWords>,
    before_writing: Option<String>,
    /// Text, author and moment of each.
    notes: Vec<(String, String, String)>,
    /// Kind, kenmerk, reason and moment of each.
    links: Vec<(&'static str, String, String, String)>,
    decisions: Vec<DecisionWords>,
}

/// What of a report stands on its page before an officer says that he is not involved: enough to know whether he is.
const ABOUT: [&str; 6] =
    ["Over wie", "Soort signaal", "Verschijningsvorm", "Schending", "Kwetsbaar proces", "Direct gevaar"];

/// The same of who reads only the worked-up words.
pub fn about(case: &Case) -> Vec<(&'static str, String)> {
    let of_report = case.report.iter().flat_map(texts::report).filter(|(label, _)| ABOUT.contains(label));
    let described = case.description().filter(|_| case.report.is_none()).map(|(_, written)| written.inhoud);
    of_report.chain(described.iter().flat_map(texts::sorted)).collect()
}

impl Words {
    fn of(state: &State, case: &Case) -> Self {
        let description = case.description().map(|(author, written)| Described::of(case, &author, written));
        let change = |(author, change): (_, domain::Dated<domain::status::StatusChange>)| ChangeWords {
            status: texts::status(&state.series, change.inhoud.status),
            who: case.author(&author).0,
            when: texts::moment(change.datum, change.tijd),
            reason: change.inhoud.reden,
        };
        let note = |(author, note): (_, domain::Dated<domain::access::Note>)| {
            (note.inhoud.tekst, case.author(&author).0, texts::moment(note.datum, note.tijd))
        };
        let link = |(_, link): (_, domain::Dated<domain::relation::Link>)| {
            let when = texts::moment(link.datum, link.tijd);
            (link.inhoud.aard.label(), link.inhoud.kenmerk.to_string(), link.inhoud.reden, when)
        };
        Self {
            recognition: case.report.as_ref().map(texts::recognition).unwrap_or_default(),
            report: case
                .registered
                .iter()
                .flat_map(registering::rows)
                .chain(case.report.iter().flat_map(texts::report))
                .collect(),
            description,
            messages: case
                .conversation
                .iter()
                .filter_map(|(side, entry)| MessageWords::of(case, *side, entry))
                .collect(),
            weighings: WeighingWords::all(case),
            files: case.files().map(|(file, number, _)| FileWords::of(&file, number)).collect(),
            history: case.status_changes().into_iter().map(change).collect(),
            before_writing: texts::before_writing(case),
            links: case.links().into_iter().map(link).collect(),
            decisions: decisions(case).into_iter().map(|made| texts::decision(case, made)).collect(),
            notes: case.notes().into_iter().map(note).collect(),
        }
    }
}

/// Whether he is only the channel to others who read this signal.
fn may_pass_on(case: &Case) -> bool {
    let is_channel = |who: &seal::grant::Grant| domain::access::is_channel(&who.function, case.route);
    let own = access::readers(case).into_iter().any(|(who, ..)| who.account == case.reader() && is_channel(&who));
    own && case.is_members() && !access::is_last(case)
}

/// A file of a message as the list of files names it.
fn file_words(case: &Case, file: &Attachment) -> (String, String, String) {
    let number = case.files().find(|(listed, ..)| listed.bestand == file.bestand).map_or(0, |(_, number, _)| number);
    let href = format!("/signalen/{}/bestanden/{}", case.intake.kenmerk, file.bestand);
    (file.neutral_name(number), kilobytes(file.grootte), href)
}

fn kilobytes(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1024))
}

struct FileWords {
    id: String,
    name: String,
    size: String,
    condition: Condition,
    removed: String,
}

impl FileWords {
    fn of(file: &Attachment, number: usize) -> Self {
        let removed: Vec<_> = file.weggehaald.iter().map(|what| what.label()).collect();
        Self {
            id: file.bestand.to_string(),
            name: file.neutral_name(number),
            size: kilobytes(file.grootte),
            condition: file.toestand,
            removed: removed.join(", "),
        }
    }

    fn view(&self) -> desk::FileLine<'_> {
        let (condition, uncleaned) = (self.condition.label(), self.condition != Condition::Clean);
        let Self { id, name, size, removed, .. } = self;
        desk::FileLine { id, name, size, condition, uncleaned, removed }
    }
}

struct ChangeWords {
    status: String,
    who: String,
    when: String,
    reason: String,
}

impl ChangeWords {
    fn view(&self) -> desk::StatusChange<'_> {
        let reason = (!self.reason.is_empty()).then_some(self.reason.as_str());
        desk::StatusChange { status: &self.status, who: &self.who, when: &self.when, reason }
    }
}

struct MessageWords {
    from: Sender,
    kind: &'static str,
    date: String,
    author: Option<String>,
    body: BodyWords,
    /// Neutral name, size and address of each of its files.
    files: Vec<(String, String, String)>,
}

enum BodyWords {
    Text(String),
    Damaged,
    Gap,
}

impl MessageWords {
    /// A line for a message, damage or a gap; none for what stands elsewhere on the page.
    fn of(case: &Case, side: Side, entry: &Entry) -> Option<Self> {
        let from = if side == Side::Reporter { Sender::Reporter } else { Sender::Desk };
        let broken = |body| Some(Self { from, kind: "", date: String::new(), author: None, body, files: Vec::new() });
        match entry {
            Entry::Item(item) if item.kind == Kind::Message => match item.body::<domain::message::Message>() {
                Ok(message) => Some(Self {
                    from,
                    kind: message.kind.label(),
                    date: message
                        .tijd
                        .map_or_else(|| term::dutch(message.datum), |time| texts::moment(message.datum, time)),
                    author: (side == Side::Desk).then(|| case.author(&item.author).0),
                    body: BodyWords::Text(message.bericht.clone()),
                    files: message.bestanden.iter().map(|file| file_words(case, file)).collect(),
                }),
                Err(_) => broken(BodyWords::Damaged),
            },
            // The report stands above the conversation.
            Entry::Damaged { number: 1, .. } if side == Side::Reporter => None,
            Entry::Item(_) | Entry::Closed { .. } => None,
            Entry::Damaged { .. } => broken(BodyWords::Damaged),
            Entry::Gap { .. } => broken(BodyWords::Gap),
        }
    }

    fn links(&self) -> Vec<FileLink<'_>> {
        self.files.iter().map(|(name, size, href)| FileLink { name, size, href: Some(href) }).collect()
    }

    fn view<'a>(&'a self, files: &'a [FileLink<'a>]) -> Line<'a> {
        let body = match &self.body {
            BodyWords::Text(text) => Body::Text(text),
            BodyWords::Damaged => Body::Damaged,
            BodyWords::Gap => Body::Gap,
        };
        Line { from: self.from, kind: self.kind, date: &self.date, author: self.author.as_deref(), body, files }
    }
}

/// One version of a weighing in words; the weighing page shows the same.
pub struct WeighingWords {
    version: u32,
    who: String,
    when: String,
    weighing: domain::weighing::Weighing,
}

impl WeighingWords {
    /// Every version, oldest first.
    pub fn all(case: &Case) -> Vec<Self> {
        let words = |(version, (author, written)): (u32, (_, domain::Dated<_>))| Self {
            version,
            who: case.author(&author).0,
            when: texts::moment(written.datum, written.tijd),
            weighing: written.inhoud,
        };
        (1..).zip(case.weighings()).map(words).collect()
    }

    pub fn view(&self) -> Vec<desk::WeighedCriterion<'_>> {
        let criterion = |criterion: &Criterion| {
            let assessment = self.weighing.of(*criterion);
            desk::WeighedCriterion {
                letter: LETTERS[usize::from(criterion.letter() as u8 - b'a')],
                label: criterion.label(),
                text: &assessment.toelichting,
                level: assessment.niveau.map(domain::weighing::Level::label),
            }
        };
        Criterion::ALL.iter().map(criterion).collect()
    }

    pub fn whole<'a>(&'a self, criteria: &'a [desk::WeighedCriterion<'a>]) -> desk::Weighing<'a> {
        desk::Weighing {
            version: self.version,
            who: &self.who,
            when: &self.when,
            criteria,
            proportionality: &self.weighing.proportionaliteit,
            conclusion: &self.weighing.conclusie,
        }
    }

    pub fn weighing(&self) -> &domain::weighing::Weighing {
        &self.weighing
    }
}

/// Letters of the criteria as text, in their order.
pub const LETTERS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
