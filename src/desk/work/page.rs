//! The first page in words: what is late comes first, then by day.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use chrono::NaiveDate;
use domain::{RouteName, meeting::Stage, term, term::TermState};
use letters::duty::capital;
use templates::desk;
use web::page;

use super::{line::Line, shown};
use crate::{escalating::Told, meeting::records::Held, notebook::Notebook, session::Officer, state::State, texts};

/// What a meeting whose agenda is frozen asks of somebody beforehand.
struct Beforehand {
    date: String,
    day: String,
    /// Kenmerk and address of every item to think over, and whether somebody is in danger.
    points: Vec<(String, String, bool)>,
    /// Kenmerken of items of which he did not say whether he is involved.
    undeclared: Vec<String>,
}

impl Beforehand {
    /// `None`: nothing. An item that does not open for him is none of his.
    fn of(held: &Held, lines: &[Line]) -> Option<Self> {
        let (day, mut points, mut undeclared) = (held.meeting.datum, Vec::new(), Vec::new());
        for item in &held.meeting.agenda {
            let Some(line) = lines.iter().find(|line| line.signal == item.signaal) else { continue };
            match &line.tasks {
                Some(tasks) if !tasks.is_declared => undeclared.push(line.kenmerk.clone()),
                Some(tasks) if !tasks.given.contains(&day) => {
                    let href = format!("/overleggen/{day}/{}", line.kenmerk);
                    points.push((line.kenmerk.clone(), href, line.is_danger));
                }
                _ => {}
            }
        }
        let (date, day) = (term::dutch(day), day.to_string());
        (points.len() + undeclared.len() > 0).then_some(Self { date, day, points, undeclared })
    }

    fn asks(&self, line: &Line) -> bool {
        self.undeclared.contains(&line.kenmerk)
    }
}

/// In the order of their days.
fn in_order<T>(rows: impl Iterator<Item = (chrono::NaiveDate, T)>) -> Vec<T> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_key(|(day, _)| *day);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// A request for a name that waits for a bewaarder.
pub(super) struct AskedName {
    pub kenmerk: String,
    pub link: String,
    /// What he is to do.
    pub what: &'static str,
    /// The day it was made.
    pub date: String,
}

/// What waits for him beside his signals.
pub(super) struct Besides<'a> {
    pub meetings: &'a [Held],
    pub reviews: &'a [(RouteName, NaiveDate, TermState)],
    pub names: &'a [AskedName],
    pub told: &'a [Told],
    pub unwatched: &'a [RouteName],
    pub accounts: &'a [entity::account::Model],
}

/// The page. `notebook`: what he saw before; `None`: it was torn.
pub(super) fn work_page(
    state: &State,
    officer: &Arc<Officer>,
    lines: &[Line],
    Besides { meetings, reviews, names, told, unwatched, accounts }: Besides<'_>,
    notebook: Option<&Notebook>,
    banners: &[String],
    query: &str,
) -> HttpResponse {
    let today = state.today();
    let seen = |line: &Line| notebook.and_then(|notebook| notebook.seen(line.signal));
    let frozen = meetings.iter().filter(|held| held.is(Stage::Vastgesteld) && held.meeting.datum >= today);
    let before: Vec<_> =
        frozen.filter(|held| !held.is_damaged).filter_map(|held| Beforehand::of(held, lines)).collect();
    let due = in_order(lines.iter().flat_map(|line| line.due(today)));
    let tasks = || lines.iter().filter_map(|line| Some((line, line.tasks.as_ref()?)));
    let agreed = in_order(tasks().flat_map(|(line, tasks)| tasks.agreed_rows(&line.kenmerk)));
    let tracks = in_order(tasks().filter_map(|(line, tasks)| tasks.track_row(&line.kenmerk)));
    let answered: Vec<_> = tasks()
        .flat_map(|(line, tasks)| tasks.answer_rows(&line.kenmerk, seen(line).map_or(0, |seen| seen.dossier.number)))
        .chain(lines.iter().flat_map(Line::name_rows))
        .collect();
    let keeps =
        names.iter().map(|AskedName { kenmerk, link, what, date }| desk::AskedRow { kenmerk, link, what, date });
    let asked: Vec<_> = keeps.chain(lines.iter().flat_map(Line::asked_rows)).collect();
    let is_fresh = |line: &&Line| line.asks_him && (line.is_invitation || line.came_by_name) && seen(line).is_none();
    // What a meeting asks him stands with that meeting.
    let is_asked = |line: &&Line| line.is_invitation && before.iter().any(|meeting| meeting.asks(line));
    let is_new = |line: &&Line| line.is_unopened || (is_fresh(line) && !is_asked(line));
    // A message that was read waits no more, unless it asks for an answer.
    let unread = |line: &Line| line.written > seen(line).map_or(1, |seen| seen.melder.number);
    let hears = |line: &Line| !line.is_invitation || line.asks_him;
    let waits = |line: &&Line| !line.is_unopened && hears(line) && (unread(line) || line.asked.is_some());
    // Who has not said yet that he is not involved, is not told what its reporter did.
    let something = |line: &&Line| waits(line) && !line.is_declared() && !is_asked(line);
    let news = lines.iter().filter(|line| something(line) || is_new(line));
    let mut fresh: Vec<_> =
        news.map(|line| if something(&line) { line.something_row() } else { line.new_row() }).collect();
    fresh.sort_by_key(|row| !row.is_danger);
    let mut messages: Vec<_> =
        lines.iter().filter(|line| waits(line) && line.is_declared()).map(Line::message_row).collect();
    messages.sort_by_key(|row| !row.is_danger);
    let points: Vec<Vec<_>> = before.iter().map(|meeting| links(&meeting.points)).collect();
    let undeclared: Vec<Vec<&str>> =
        before.iter().map(|meeting| meeting.undeclared.iter().map(String::as_str).collect()).collect();
    let beforehand: Vec<_> = before
        .iter()
        .zip(points.iter().zip(&undeclared))
        .map(|(meeting, (points, undeclared))| desk::Beforehand {
            name: &state.series.name,
            day: &meeting.day,
            date: &meeting.date,
            points,
            undeclared,
        })
        .collect();
    let words: Vec<_> = officer.key.halves().fingerprint().into_iter().map(domain::words::Word::text).collect();
    let next = meetings.iter().find(|held| held.meeting.stand.is_ahead() && held.meeting.datum >= today);
    let next = next.map(|held| (held.meeting.datum.to_string(), term::dutch(held.meeting.datum), held));
    let introduced: Vec<_> = officer.ring.introduced_to().map(texts::route).collect();
    let waits = crate::admin::said::waits(officer);
    let members: Vec<_> = waits.members.iter().map(String::as_str).collect();
    let people = crate::admin::said::news(officer, accounts, today);
    let people: Vec<_> = people.iter().map(String::as_str).collect();
    let reviews: Vec<_> = reviews.iter().map(|(route, due, state)| (*route, term::dutch(*due), *state)).collect();
    let reviews: Vec<_> = reviews
        .iter()
        .map(|(route, due, state)| desk::ReviewRow { route: texts::route(*route), due, state: shown(*state) })
        .collect();
    let late: Vec<_> = told.iter().map(LateWords::of).collect();
    let asked_of: Vec<Vec<_>> = late.iter().map(LateWords::members).collect();
    let late: Vec<_> = late.iter().zip(&asked_of).map(|(words, members)| words.view(members)).collect();
    let calendar = calendar(state, officer, today);
    let calendar: Vec<_> =
        calendar.iter().map(|(what, due, state)| desk::CalendarRow { what, due, state: shown(*state) }).collect();
    let unwatched: Vec<_> = unwatched.iter().map(|route| texts::route(*route)).collect();
    let let_in = crate::admin::said::let_in_lately(officer, today);
    let view = desk::Werk {
        let_in: &let_in,
        readable: lines.len(),
        people: &people,
        reviews: &reviews,
        calendar: &calendar,
        late_routes: &late,
        unwatched: &unwatched,
        ending: lines.iter().filter(|line| line.is_ending).count(),
        due: &due,
        asked: &asked,
        answered: &answered,
        agreed: &agreed,
        tracks: &tracks,
        beforehand: &beforehand,
        fresh: &fresh,
        messages: &messages,
        // A colleague whom a route knows waits for nobody: he is invited signal by signal.
        no_route_yet: (officer.ring.is_empty() && introduced.is_empty()).then_some(desk::Waits {
            six: &words,
            first: waits.first,
            of_none: waits.of_none,
            members: &members,
            heard_by: waits.heard_by.as_deref(),
        }),
        introduced_to: &introduced,
        meeting: next.as_ref().map(|(day, date, held)| desk::NextMeeting {
            name: &state.series.name,
            day,
            date,
            stage: held.meeting.stand.label(),
        }),
        done: match query {
            "buiten" => Some("U kunt dat signaal niet meer openen. Uw sleutel ervan is weg."),
            "doorgegeven" => Some("Het signaal is bij de andere leden van uw route. U kunt het niet meer openen."),
            "overgedragen" => Some("Het signaal is overgedragen. Uw route kan het niet meer openen."),
            _ => None,
        },
    };
    let banners: Vec<_> = banners.iter().map(String::as_str).collect();
    page(StatusCode::OK, desk::werk(&officer.frame(state.frame(), &banners), &view))
}

/// What the municipality owes, where it is near and concerns a route of his.
fn calendar(state: &State, officer: &Officer, today: NaiveDate) -> Vec<(String, String, TermState)> {
    let own = officer.ring.usable_routes();
    let his = term::municipal(today, state.picture).into_iter();
    let his = his.filter(|term| own.iter().any(|route| term::concerns(term.code, *route)));
    let near = his.map(|term| (capital(term.code.label()), term::dutch(term.due), term.state(today)));
    near.filter(|(.., stand)| *stand != TermState::OnTime).collect()
}

/// What somebody outside the line hears, in words.
struct LateWords<'a> {
    route: &'static str,
    since: String,
    told: &'a Told,
}

impl<'a> LateWords<'a> {
    fn of(told: &'a Told) -> Self {
        Self { route: texts::route(told.route), since: term::dutch(told.since), told }
    }

    fn members(&self) -> Vec<(&str, &str)> {
        self.told.members.iter().map(|(function, name)| (function.as_str(), name.as_str())).collect()
    }

    fn view<'b>(&'b self, members: &'b [(&'b str, &'b str)]) -> desk::LateRoute<'b> {
        desk::LateRoute { route: self.route, since: &self.since, members }
    }
}

fn links(points: &[(String, String, bool)]) -> Vec<desk::PointLink<'_>> {
    points.iter().map(|(kenmerk, href, is_danger)| desk::PointLink { kenmerk, href, is_danger: *is_danger }).collect()
}
