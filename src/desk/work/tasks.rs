//! What the case file of one signal asks of an officer beside its terms: what he agreed to do, what was answered to him, the
//! next step of the integrity track and who must be informed. Only of a signal of which he said that he is not involved.

use chrono::{Days, NaiveDate};
use domain::{
    Kind, RevealId, RouteName,
    meeting::{action::Agreed, levels::Levels},
    protocol::track::Track,
    term::{self, TermState},
};
use letters::duty::capital;
use templates::desk;

use super::shown;
use crate::{
    case::Case,
    enriching::{self, Reply},
    investigation,
    meeting::point::actions,
    session::Officer,
    shelf::fold,
    texts,
};

/// Who looks, and on which day.
#[derive(Clone)]
pub struct Who {
    pub today: NaiveDate,
    /// Requests for a name on which a bewaarder decided, and whether he opened the envelope since.
    pub decided: Vec<(RevealId, bool)>,
    name: Vec<String>,
    function: Vec<String>,
}

impl Who {
    pub fn of(officer: &Officer, today: NaiveDate) -> Self {
        let name = officer.ring.own_grant().map_or(&officer.account.name, |grant| &grant.name);
        Self { today, decided: Vec::new(), name: words(name), function: words(officer.function()) }
    }

    /// The same, who is told of these decisions.
    pub fn told_of(self, decided: Vec<(RevealId, bool)>) -> Self {
        Self { decided, ..self }
    }

    /// Whether he is named in who does something: by his name, by his function or the beginning of it ("Jurist"), or, as a
    /// member, by the short name of his route ("AOV").
    fn is_named(&self, wie: &str, route: Option<RouteName>) -> bool {
        let said = words(wie);
        let holds = |name: &[String]| !name.is_empty() && said.windows(name.len()).any(|part| part == name);
        // "Jurist en Bibob": each of them.
        let mut parts = wie.split([',', ';', '/', '&', '+']).flat_map(|part| part.split(" en ")).map(words);
        let is_short = parts.any(|part| !part.is_empty() && self.function.starts_with(&part));
        is_short
            || holds(&self.name)
            || holds(&self.function)
            || route.is_some_and(|route| holds(&words(route.label())))
    }
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Everything that one signal asks.
#[derive(Default)]
pub struct Tasks {
    pub is_declared: bool,
    /// Days of the meetings for which he gave his levels.
    pub given: Vec<NaiveDate>,
    agreed: Vec<AgreedTask>,
    answers: Vec<Reply>,
    track: Option<TrackTask>,
}

/// Something agreed that is not done.
struct AgreedTask {
    by: NaiveDate,
    due: String,
    what: String,
    /// Who does it, where that is somebody else.
    who: Option<String>,
    state: TermState,
}

/// What is next in the integrity track, and who must be informed.
struct TrackTask {
    link: String,
    next: &'static str,
    /// What runs, until when, how it stands; the first day of all for their order.
    terms: Vec<(String, TermState)>,
    first: NaiveDate,
    inform: Option<String>,
}

impl Tasks {
    pub fn of(case: &Case, who: &Who) -> Self {
        if !case.is_declared() {
            return Self::default();
        }
        let given = case.written::<Levels>(Kind::Levels).into_iter().filter(|(author, _)| case.is_own(author));
        Self {
            is_declared: true,
            given: given.map(|(_, levels)| levels.inhoud.overleg).collect(),
            agreed: actions(case).into_iter().filter_map(|agreed| AgreedTask::of(case, who, agreed)).collect(),
            answers: enriching::replies(case),
            track: TrackTask::of(case, who.today),
        }
    }

    /// Each with its last day.
    pub fn agreed_rows<'a>(&'a self, kenmerk: &'a str) -> impl Iterator<Item = (NaiveDate, desk::AgreedRow<'a>)> {
        self.agreed.iter().map(move |task| {
            let AgreedTask { what, due, who, .. } = task;
            (task.by, desk::AgreedRow { kenmerk, what, who: who.as_deref(), due, state: shown(task.state) })
        })
    }

    /// What was answered to him since he last looked: `seen` is how far the case file was then.
    pub fn answer_rows<'a>(&'a self, kenmerk: &'a str, seen: u32) -> impl Iterator<Item = desk::AskedRow<'a>> {
        let new = self.answers.iter().filter(move |reply| reply.number > seen);
        new.map(move |reply| desk::AskedRow { kenmerk, link: &reply.link, what: reply.what, date: &reply.date })
    }

    /// With the day that orders it.
    pub fn track_row<'a>(&'a self, kenmerk: &'a str) -> Option<(NaiveDate, desk::TrackRow<'a>)> {
        let task = self.track.as_ref()?;
        let terms = task.terms.iter().map(|(what, state)| (what.as_str(), shown(*state))).collect();
        let TrackTask { link, next, inform, .. } = task;
        Some((task.first, desk::TrackRow { kenmerk, link, next, terms, inform: inform.as_deref() }))
    }
}

impl AgreedTask {
    /// Who is named sees it; a member sees too what somebody else let pass: he is the one who ticks it off.
    fn of(case: &Case, who: &Who, agreed: Agreed) -> Option<Self> {
        let Agreed { actie, wie, uiterlijk, gedaan, .. } = agreed;
        let state = how_near(uiterlijk, who.today);
        let is_own = who.is_named(&wie, case.is_members().then_some(case.route));
        let is_watched = case.is_members() && state == TermState::Late;
        (!gedaan && (is_own || is_watched)).then(|| Self {
            by: uiterlijk,
            due: term::dutch(uiterlijk),
            what: texts::start_of(&actie, 160),
            who: (!is_own).then_some(wie),
            state,
        })
    }
}

/// Late after the last day; near from a week before.
fn how_near(last: NaiveDate, today: NaiveDate) -> TermState {
    match last {
        _ if last < today => TermState::Late,
        _ if last <= today.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX) => TermState::Warning,
        _ => TermState::OnTime,
    }
}

impl TrackTask {
    fn of(case: &Case, today: NaiveDate) -> Option<Self> {
        // The members take the steps; who was invited reads them.
        if !case.is_members() || !investigation::is_offered(case) || !case.status().is_open() {
            return None;
        }
        let track = case.track();
        let reactions = reactions(&track, today).into_iter();
        let reactions =
            reactions.map(|day| (day, format!("Reageren kan tot en met {}", term::dutch(day)), TermState::OnTime));
        let own = case.term().filter(|_| case.reads_source()).into_iter();
        let own = own.map(|term| {
            let (label, due) = (capital(term.code.label()), term::dutch(term.due));
            (term.due, format!("{label} uiterlijk {due}"), term.state(today))
        });
        let mut terms: Vec<_> = reactions.chain(own).collect();
        terms.sort_by_key(|(day, ..)| *day);
        let open = track.open();
        let since = open.iter().map(|duty| duty.since).min();
        let inform = since.map(|since| {
            let names: Vec<_> = open.iter().map(|duty| duty.row.to.label()).collect();
            format!("Nog te informeren: {}. Sinds {}.", texts::some_of(&names, 3), term::dutch(since))
        });
        let first = terms.first().map(|(day, ..)| *day).or(since).unwrap_or(NaiveDate::MAX);
        let terms = terms.into_iter().map(|(_, what, state)| (what, state)).collect();
        let link = format!("/signalen/{}/onderzoek", case.intake.kenmerk);
        Some(Self { link, next: track.next(today).what, terms, first, inform })
    }
}

/// Last days on which somebody who was heard may still react.
fn reactions(track: &Track, today: NaiveDate) -> Vec<NaiveDate> {
    let numbered = (1..).zip(track.hearings());
    let running = numbered.filter(|(number, _)| !track.has_reacted(*number)).map(|(_, hearing)| hearing.react_until());
    running.filter(|day| today <= *day).collect()
}
