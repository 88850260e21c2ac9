//! `GET /signalen/{kenmerk}/onderzoek`: the integrity track in the order of the work, each step with its article and a small
//! form, and the list of who must be informed. What the forms ask is data; how a form looks is in `stap`.

mod stap;

use maud::{Markup, html};

use crate::components::{LabelValue, Tone, error_summary, label_values, notice, warnings};
use crate::fields::FieldError;
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

pub use stap::{Asked, Input, StepForm};

/// How a step stands. The word beside its title says it; colour never alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StepState {
    Done,
    /// The one that is next.
    Now,
    #[default]
    Possible,
    /// Something else comes first.
    Later,
    /// It does not come in this round.
    NotApplicable,
}

impl StepState {
    const fn tag(self) -> (&'static str, &'static str) {
        match self {
            Self::Done => ("tag met", "Vastgelegd"),
            Self::Now => ("tag soon", "Nu"),
            Self::Possible => ("tag", "Kan"),
            Self::Later => ("tag", "Later"),
            Self::NotApplicable => ("tag", "Niet van toepassing"),
        }
    }
}

/// Something that was written down.
#[derive(Debug, Clone, Default)]
pub struct Record<'a> {
    /// "Gesprek 1", "Versie 2"; empty where there is but one.
    pub title: &'a str,
    pub rows: Vec<LabelValue<'a>>,
    pub who: &'a str,
    pub when: &'a str,
}

/// One step.
#[derive(Debug, Clone, Default)]
pub struct TrackStep<'a> {
    /// The value of `stap`; also where a link leads, as `stap-` and this.
    pub name: &'a str,
    pub title: &'a str,
    pub article: &'a str,
    pub state: StepState,
    pub records: Vec<Record<'a>>,
    /// Where what was written down is as a letter.
    pub letter: Option<&'a str>,
    /// Why it cannot be done yet.
    pub blocked: Option<&'a str>,
    /// `None`: not this officer's, or not now.
    pub form: Option<StepForm<'a>>,
}

/// Steps that belong together.
#[derive(Debug, Clone, Default)]
pub struct TrackPhase<'a> {
    pub title: &'a str,
    pub steps: Vec<TrackStep<'a>>,
}

/// One who must be informed.
#[derive(Debug, Clone, Copy, Default)]
pub struct DutyLine<'a> {
    pub to: &'a str,
    pub through: Option<&'a str>,
    /// Whom of a group to leave out.
    pub caution: Option<&'a str>,
    /// "open", "gedaan", "afgeweken", "n.v.t.", or that it cannot be seen.
    pub state: &'a str,
    pub is_open: bool,
    /// When and how, or why not.
    pub detail: &'a str,
    /// Where the letter that meets it is.
    pub letter: Option<&'a str>,
}

/// Duties that arose at one moment.
#[derive(Debug, Clone, Default)]
pub struct DutyGroup<'a> {
    /// When it arose: "Voornemen vooronderzoek".
    pub moment: &'a str,
    pub article: &'a str,
    pub since: &'a str,
    pub wording: Option<&'a str>,
    pub lines: Vec<DutyLine<'a>>,
}

/// The page. Every form posts to itself, with the hidden field `stap`.
#[derive(Debug, Clone, Default)]
pub struct Onderzoek<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    /// Whose articles hold, or that none does.
    pub about: &'a str,
    /// What to know besides: outside the protocol, more than one office holder.
    pub notes: &'a [&'a str],
    /// What comes next, and why. Empty: the track is not for this signal.
    pub next: &'a str,
    /// Where it is done, if not here: address and words.
    pub elsewhere: Option<(&'a str, &'a str)>,
    /// Terms that run: what, until when.
    pub terms: Vec<LabelValue<'a>>,
    pub phases: Vec<TrackPhase<'a>>,
    pub duties: Vec<DutyGroup<'a>>,
    /// How many are open, in words.
    pub open: &'a str,
    /// The form that says who was informed; `None`: nothing is open, or it is not this officer's.
    pub settle: Option<StepForm<'a>>,
    /// The form that says why a step that settles a duty will not be taken.
    pub leave: Option<StepForm<'a>>,
    /// Of before the signal was reopened.
    pub earlier: Vec<Record<'a>>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn onderzoek(desk: &DeskFrame, view: &Onderzoek) -> Markup {
    let title = ["Onderzoek ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { "Onderzoek en informeren bij " (view.kenmerk) }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            p { (view.about) }
            @for note in view.notes { p .hint { (note) } }
            @if !view.next.is_empty() {
                (now(view))
                @for (index, phase) in view.phases.iter().enumerate() {
                    @let id = ["fase-", &(index + 1).to_string()].concat();
                    section .card aria-labelledby=(id) {
                        h2 id=(id) { (phase.title) }
                        @for step in &phase.steps { (stap::step(view, step, desk.token)) }
                    }
                }
                (duties(view, desk.token))
            }
            @if !view.earlier.is_empty() {
                section .card aria-labelledby="eerder" {
                    h2 #eerder { "Voor de heropening" }
                    @for record in &view.earlier { (stap::record(record)) }
                }
            }
        },
    )
}

fn now(view: &Onderzoek) -> Markup {
    html! {
        section .notice aria-labelledby="nu" {
            h2 #nu { "Wat is er nu te doen" }
            p { (view.next) }
            @if let Some((link, words)) = view.elsewhere { p { a href=(link) { (words) } } }
            p { a href="#informeren" { (view.open) } }
            @if !view.terms.is_empty() { (label_values(&view.terms)) }
        }
    }
}

fn duties(view: &Onderzoek, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="informeren" {
            h2 #informeren { "Wie moet u informeren" }
            @if view.duties.is_empty() {
                p .empty { "Er hoeft nog niemand te worden geïnformeerd. De lijst groeit met de stappen hierboven." }
            }
            @for group in &view.duties {
                h3 { (group.moment) }
                p .quiet { (group.article) ", sinds " (group.since) }
                @if let Some(wording) = group.wording { p { "Zeg erbij: ‘" (wording) "’" } }
                ul .people {
                    @for line in &group.lines {
                        li {
                            strong { (line.to) } " "
                            span class=(if line.is_open { "tag soon" } else { "tag met" }) { (line.state) }
                            @if let Some(through) = line.through { br; (through) }
                            @if let Some(caution) = line.caution { br; strong { "Let op: " } (caution) }
                            @if !line.detail.is_empty() { br; span .quiet { (line.detail) } }
                            @if let Some(letter) = line.letter {
                                br;
                                a href=(letter) { "Brief" span .spoken { " aan " (line.to) ", " (group.moment) } }
                            }
                        }
                    }
                }
            }
            @if let Some(form) = &view.settle {
                h3 { "Afvinken" }
                (stap::form(view, form, token))
            }
            @if let Some(form) = &view.leave {
                details open[form.open] {
                    summary { "Gaat een stap niet door? Leg vast waarom" }
                    p .hint { "Sommige plichten vinkt een stap hierboven vanzelf af. Komt die stap er niet? Schrijf dan hier waarom." }
                    (stap::form(view, form, token))
                }
            }
        }
    }
}
