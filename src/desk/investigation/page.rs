//! The page of the integrity track, in words.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{
    FieldErrors, Subject,
    protocol::{
        Office, Setting, StepKind, Track,
        inform::Wording,
        step::Phase,
        track::{Duty, State as DutyState},
    },
    term,
};
use letters::duty::capital;
use templates::{Choice, Text, components::LabelValue, desk};
use web::{Form, Told, page};

use super::{
    INFORM, LEAVE, confirmation,
    forms::{self, Ask, Asking, Choosable, Needed},
    is_offered, words,
};
use crate::{case::Case, corresponding, session::Officer, state::State, texts};

/// The track in two sentences, for the signal's own page; `None` where it is not for this signal.
pub fn in_short(state: &State, case: &Case) -> Option<(&'static str, String)> {
    is_offered(case).then(|| {
        let track = case.track();
        (track.next(state.today()).what, how_many(&track))
    })
}

fn how_many(track: &Track) -> String {
    match track.open().len() {
        0 => "Er staat geen informatieplicht open.".into(),
        1 => "Er staat 1 informatieplicht open.".into(),
        open => format!("Er staan {open} informatieplichten open."),
    }
}

/// A form in words, for views to borrow.
struct FormWords {
    step: &'static str,
    button: &'static str,
    asked: Vec<Asking>,
    confirm: Option<(&'static str, bool)>,
    open: bool,
}

/// Something written down, in words.
struct RecordWords {
    title: String,
    rows: words::Rows,
    who: String,
    when: String,
}

/// A step in words.
struct StepWords {
    kind: StepKind,
    article: String,
    state: desk::StepState,
    records: Vec<RecordWords>,
    letter: Option<String>,
    blocked: Option<&'static str>,
    form: Option<FormWords>,
}

impl Asking {
    fn view(&self) -> desk::Asked<'_> {
        let chosen = || self.values.iter().map(String::as_str).collect();
        let input = match &self.ask {
            Ask::Day | Ask::Line => desk::Input::Line(self.value()),
            Ask::Area(rows) => desk::Input::Area(self.value(), *rows),
            Ask::One(options) => desk::Input::One(choices(options), chosen()),
            Ask::Many(options) => desk::Input::Many(choices(options), chosen()),
        };
        let Self { name, label, hint, needed, .. } = self;
        let (optional, sometimes) = (*needed == Needed::Never, *needed == Needed::Sometimes);
        desk::Asked { name, label, hint: hint.as_deref(), optional, sometimes, input }
    }
}

fn choices(options: &[Choosable]) -> Vec<Choice<'_>> {
    options.iter().map(|(value, label, hint)| Choice { value, label, hint: hint.as_deref() }).collect()
}

impl FormWords {
    fn view(&self) -> desk::StepForm<'_> {
        let Self { step, button, asked, confirm, open } = self;
        let asked = asked.iter().map(Asking::view).collect();
        desk::StepForm { step, button, asked, confirm: *confirm, open: *open }
    }
}

impl RecordWords {
    fn view(&self) -> desk::Record<'_> {
        let Self { title, who, when, .. } = self;
        desk::Record { title, rows: pairs(&self.rows), who, when }
    }
}

impl StepWords {
    fn view(&self) -> desk::TrackStep<'_> {
        desk::TrackStep {
            name: self.kind.label(),
            title: self.kind.title(),
            article: &self.article,
            state: self.state,
            records: self.records.iter().map(RecordWords::view).collect(),
            letter: self.letter.as_deref(),
            blocked: self.blocked,
            form: self.form.as_ref().map(FormWords::view),
        }
    }
}

fn pairs(rows: &[(String, String)]) -> Vec<LabelValue<'_>> {
    rows.iter().map(|(label, value)| LabelValue { label, value }).collect()
}

/// A step's state, and the form that goes with it.
fn step_words(
    case: &Case,
    track: &Track,
    setting: &Setting,
    form: &Form,
    kind: StepKind,
    records: Vec<RecordWords>,
    may: bool,
) -> StepWords {
    let blocked = track.blocked(kind, setting.today);
    let is_typed = form.get("stap") == kind.label();
    let is_next = track.next(setting.today).step == Some(kind);
    let state = match (is_next, records.is_empty(), blocked) {
        (true, ..) => desk::StepState::Now,
        _ if track.rules_out(kind) => desk::StepState::NotApplicable,
        (false, false, _) => desk::StepState::Done,
        (false, true, None) => desk::StepState::Possible,
        (false, true, Some(_)) => desk::StepState::Later,
    };
    // What was typed is shown again, also where it cannot be done any more.
    let form = (may && (blocked.is_none() || is_typed)).then(|| FormWords {
        step: kind.label(),
        button: "Leg dit vast",
        asked: forms::of(kind, setting, form),
        confirm: confirmation(kind)
            .filter(|_| case.others_need_confirmation())
            .map(|field| (field, is_typed && form.get(field) == "ja")),
        open: is_typed || is_next,
    });
    // Of a closed signal that is said once, above.
    let blocked = blocked.filter(|_| !track.is_closed());
    let is_order = may && kind == StepKind::Opdracht && !records.is_empty();
    let letter = is_order.then(|| corresponding::letter_of_order(case)).flatten();
    StepWords { kind, article: kind.article(track.office), state, records, letter, blocked, form }
}

/// Everything written down, oldest first: of before the reopening, and of this round.
fn records(case: &Case, track: &Track) -> (Vec<RecordWords>, Vec<(StepKind, RecordWords)>) {
    let mut every: Vec<_> = case
        .investigation()
        .into_iter()
        .map(|(author, written)| {
            let kind = written.inhoud.kind();
            let record = RecordWords {
                title: String::new(),
                rows: words::of(&written.inhoud),
                who: case.author(&author).0,
                when: texts::moment(written.datum, written.tijd),
            };
            (kind, record)
        })
        .collect();
    let now = every.split_off(every.len().saturating_sub(track.steps().count()));
    let before = every.into_iter().map(|(kind, record)| RecordWords { title: kind.title().into(), ..record });
    (before.collect(), now)
}

/// The records of one kind, numbered where there are more.
fn of_kind(all: &mut Vec<(StepKind, RecordWords)>, kind: StepKind) -> Vec<RecordWords> {
    let word = match kind {
        StepKind::Opdracht | StepKind::Besluit | StepKind::Bevindingen | StepKind::Rapport => "Versie",
        StepKind::Gehoor => "Gesprek",
        _ => "",
    };
    let (own, others): (Vec<_>, Vec<_>) = std::mem::take(all).into_iter().partition(|(of, _)| *of == kind);
    *all = others;
    let numbered = own.len() > 1 || kind == StepKind::Gehoor;
    let name = |number: usize| if numbered && !word.is_empty() { format!("{word} {number}") } else { String::new() };
    (1..).zip(own).map(|(number, (_, record))| RecordWords { title: name(number), ..record }).collect()
}

/// A duty in words.
struct DutyWords {
    duty: Duty,
    moment: String,
    state: &'static str,
    /// When and how, or why not.
    detail: String,
    since: String,
    /// Of an open one, for who writes letters: where its letter is.
    letter: Option<String>,
}

impl DutyWords {
    fn of(track: &Track, kenmerk: &str, may: bool, duty: Duty) -> Self {
        let (state, detail) = match &duty.state {
            DutyState::Open => ("open", track.too_early(duty.row).unwrap_or_default().to_owned()),
            DutyState::Done { on, how } => ("gedaan", format!("{}, {how}", term::dutch(*on))),
            DutyState::Deviated(why) => ("afgeweken", why.clone()),
            DutyState::NotApplicable(why) => ("niet van toepassing", why.clone()),
            DutyState::Hidden => ("niet te zien", "Dit staat in het gesprek met de melder.".into()),
        };
        let offered = may && duty.state == DutyState::Open;
        let letter = offered.then(|| corresponding::letter_for(kenmerk, duty.row)).flatten();
        let (moment, since) = (capital(duty.row.moment.label()), term::dutch(duty.since));
        Self { moment, state, detail, since, letter, duty }
    }
}

/// Duties side by side that arose at one moment, as views.
fn groups<'a>(track: &Track, duties: &'a [DutyWords]) -> Vec<desk::DutyGroup<'a>> {
    let mut groups: Vec<desk::DutyGroup<'a>> = Vec::new();
    for DutyWords { duty, moment, state, detail, since, letter } in duties {
        let row = duty.row;
        if groups.last().is_none_or(|last| last.moment != moment) {
            let (article, wording) = (row.article, row.wording.map(Wording::label));
            groups.push(desk::DutyGroup { moment, article, since, wording, lines: Vec::new() });
        }
        let (to, through, caution) = (row.to.label(), row.through, row.to.caution(&track.over));
        let (is_open, letter) = (duty.state == DutyState::Open, letter.as_deref());
        let line = desk::DutyLine { to, through, caution, state, is_open, detail, letter };
        if let Some(group) = groups.last_mut() {
            group.lines.push(line);
        }
    }
    groups
}

fn about(track: &Track, case: &Case) -> String {
    if !is_offered(case) {
        return "Dit signaal gaat over ondermijning. Het loopt via het overleg, en niet via het protocol voor integriteit."
            .into();
    }
    let article = match track.office {
        Some(Office::Wethouder) => "Dit signaal gaat over een wethouder. Artikel 4, 9 en 15 van het protocol gelden.",
        Some(Office::Burgemeester) => {
            "Dit signaal gaat over de burgemeester. Artikel 5, 10 en 16 van het protocol gelden."
        }
        Some(Office::Raadslid) => "Dit signaal gaat over een raadslid. Artikel 6, 11 en 17 van het protocol gelden.",
        None => {
            "Het protocol geldt niet voor dit signaal: het gaat alleen over raadslid, burgemeester en wethouder \
             (artikel 2 lid 1). U kunt dezelfde stappen zetten. De uitweg van het protocol is bespreking in de \
             integriteitscommissie (artikel 2 lid 2). Er is geen lijst van wie u moet informeren."
        }
    };
    article.into()
}

fn notes(track: &Track, case: &Case) -> Vec<&'static str> {
    let offices = [Subject::Burgemeester, Subject::Wethouder, Subject::Raadslid];
    let mut notes = Vec::new();
    if !is_offered(case) {
        return notes;
    }
    if offices.iter().filter(|office| track.over.contains(office)).count() > 1 {
        notes.push("Het gaat over meer ambtsdragers. De artikelen van de strengste route gelden. Is dat niet eenduidig? Leg het voor aan de integriteitscommissie.");
    }
    if track.over.contains(&Subject::Griffier) && track.office.is_some() {
        notes.push("De griffier is zelf betrokken. Kies waar ‘door tussenkomst van de griffier’ staat een andere weg, en schrijf die op.");
    }
    if track.is_without_investigation() {
        notes.push("Er komt geen onderzoek: zo is besloten. Wordt dat anders? Leg dan een nieuw besluit vast.");
    }
    if !case.is_members() {
        notes.push("De leden van de route leggen de stappen vast. U kunt ze lezen.");
    }
    notes
}

/// Reactions that may still come, with their last day.
fn terms(track: &Track, setting: &Setting) -> Vec<(String, String)> {
    let running = |(number, hearing): (usize, &domain::protocol::hearing::Hearing)| {
        let until = hearing.react_until();
        (!track.has_reacted(number) && setting.today <= until).then(|| {
            (format!("Reactie op gesprek {number}"), format!("tot en met {} (vijf werkdagen)", term::dutch(until)))
        })
    };
    (1..).zip(track.hearings()).filter_map(running).collect()
}

/// The page, with what was typed where a form could not be taken.
pub(super) fn track_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let (track, kenmerk) = (case.track(), case.intake.kenmerk.as_str());
    let setting = case.setting(&track, state.today());
    let may = case.is_members() && case.is_declared() && !case.findings.broken;
    let (before, mut now) = records(case, &track);
    let steps: Vec<StepWords> = StepKind::ALL
        .iter()
        .map(|kind| step_words(case, &track, &setting, form, *kind, of_kind(&mut now, *kind), may))
        .collect();
    let function = officer.ring.own_grant().map_or(officer.account.function.as_str(), |grant| grant.function.as_str());
    let may_settle = may && !track.can_be_settled().is_empty();
    let settle = may_settle.then(|| FormWords {
        step: INFORM,
        button: "Vink af",
        asked: forms::informing(&track, &setting, form, function),
        confirm: None,
        open: true,
    });
    let may_leave = may && !track.can_be_left().is_empty();
    let leave = may_leave.then(|| FormWords {
        step: LEAVE,
        button: "Leg de reden vast",
        asked: forms::leaving(&track, &setting, form),
        confirm: None,
        open: form.get("stap") == LEAVE,
    });
    let told = Told::new(errors, Text::DUTCH);
    let next = track.next(setting.today);
    let weigh = [kenmerk, "/weging"].concat();
    let (weigh, signal) = (format!("/signalen/{weigh}"), format!("/signalen/{kenmerk}#volgende"));
    let elsewhere = match next.step {
        None => Some((signal.as_str(), "Naar de pagina van het signaal")),
        Some(StepKind::Besluit) if !track.is_weighed() => Some((weigh.as_str(), "Naar de weging")),
        Some(_) => None,
    };
    let terms = terms(&track, &setting);
    let duties = track.duties().into_iter().map(|duty| DutyWords::of(&track, kenmerk, may, duty));
    let duties: Vec<_> = duties.collect();
    let phase = |phase: &Phase| desk::TrackPhase {
        title: phase.label(),
        steps: steps.iter().filter(|step| step.kind.phase() == *phase).map(StepWords::view).collect(),
    };
    let view = desk::Onderzoek {
        kenmerk,
        addressee: &case.addressee(),
        warnings: &case.findings.warnings.iter().map(String::as_str).collect::<Vec<_>>(),
        done,
        about: &about(&track, case),
        notes: &notes(&track, case),
        next: if is_offered(case) { next.what } else { "" },
        elsewhere,
        terms: pairs(&terms),
        phases: Phase::ALL.iter().map(phase).collect(),
        duties: groups(&track, &duties),
        open: &how_many(&track),
        settle: settle.as_ref().map(FormWords::view),
        leave: leave.as_ref().map(FormWords::view),
        earlier: before.iter().map(RecordWords::view).collect(),
        errors: &told.view(),
    };
    page(status, desk::onderzoek(&officer.frame(state.frame(), &officer.banners()), &view))
}
