//! `GET /`: what must be done today. At the top how much of everything there is; then what is due, what is asked, what was
//! agreed, what is next, what is new, and what reporters wrote. How each list looks is in `taken`.

mod taken;

use maud::{Markup, html};

use super::shared::{TermState, danger, signal_link, state_tag};
use crate::components::{Tone, notice, words};
use crate::layout::{DeskFrame, Place, Title, desk_page};

pub use taken::{AgreedRow, AskedRow, Beforehand, PointLink, TrackRow};

/// Something with a term that is past or near.
#[derive(Debug, Clone, Copy, Default)]
pub struct DueRow<'a> {
    pub kenmerk: &'a str,
    pub route: &'a str,
    /// What must be done: "Ontvangstbevestiging sturen".
    pub what: &'a str,
    /// The last day, in words.
    pub due: &'a str,
    pub state: TermState,
}

/// A signal that nobody opened yet, or one with a new message.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewRow<'a> {
    pub kenmerk: &'a str,
    pub route: &'a str,
    /// The day it came in, in words.
    pub date: &'a str,
    /// What the reporter's message asks, where a button asked it: "Vraagt hoe het staat".
    pub note: Option<&'a str>,
    /// Whether the reporter says that somebody is in danger now.
    pub is_danger: bool,
}

/// The first page of an officer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Werk<'a> {
    /// Routes of which he became a member yesterday or today.
    pub let_in: &'a [&'a str],
    /// How many signals stand in his queue.
    pub readable: usize,
    /// Late first, then nearly late.
    pub due: &'a [DueRow<'a>],
    /// Empty: the page says nothing of it.
    pub asked: &'a [AskedRow<'a>],
    /// The officer's own questions that were answered since he looked.
    pub answered: &'a [AskedRow<'a>],
    /// Late first.
    pub agreed: &'a [AgreedRow<'a>],
    pub tracks: &'a [TrackRow<'a>],
    /// Meetings whose agenda is frozen, with what they ask.
    pub beforehand: &'a [Beforehand<'a>],
    /// Not opened yet; those with somebody in danger first.
    pub fresh: &'a [NewRow<'a>],
    /// A new message of the reporter, or one that waits for an answer.
    pub messages: &'a [NewRow<'a>],
    /// While this person is a member of no route: then there is no work to list.
    pub no_route_yet: Option<Waits<'a>>,
    /// Who was let in with the recovery key of late, and who waits for a second member: one sentence each.
    pub people: &'a [&'a str],
    /// The routes that know this person without his being a member.
    pub introduced_to: &'a [&'a str],
    /// The next meeting this person comes to.
    pub meeting: Option<NextMeeting<'a>>,
    /// Rights that must be looked through soon, or should have been.
    pub reviews: &'a [ReviewRow<'a>],
    /// What the municipality owes at the end of a quarter, a year or longer, where that is near.
    pub calendar: &'a [CalendarRow<'a>],
    /// Routes of others, of which he hears outside the line that a term is late.
    pub late_routes: &'a [LateRoute<'a>],
    /// Routes of his own of which nobody outside the line hears.
    pub unwatched: &'a [&'a str],
    /// Closed signals whose term ends within thirty days, or did.
    pub ending: usize,
    /// What was just done.
    pub done: Option<&'a str>,
}

/// Somebody whom no member let in yet.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waits<'a> {
    /// The six words of his key.
    pub six: &'a [&'a str],
    /// Whether his route has no key yet.
    pub first: bool,
    /// Whether his account is of no route: then one member makes him known.
    pub of_none: bool,
    /// The members who can let him in: who heard him already is not among them.
    pub members: &'a [&'a str],
    /// The member who heard his words, where a second one must too.
    pub heard_by: Option<&'a str>,
}

/// The next meeting: "LIO", the day as the address has it and in words, and how far it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct NextMeeting<'a> {
    pub name: &'a str,
    pub day: &'a str,
    pub date: &'a str,
    pub stage: &'a str,
}

/// Something that the municipality owes: "PFO-evaluatie".
#[derive(Debug, Clone, Copy, Default)]
pub struct CalendarRow<'a> {
    pub what: &'a str,
    /// The last day, in words.
    pub due: &'a str,
    pub state: TermState,
}

/// A route in which a term is late, for somebody outside the line: no more than this.
#[derive(Debug, Clone, Copy, Default)]
pub struct LateRoute<'a> {
    pub route: &'a str,
    /// The first day on which it was late, in words.
    pub since: &'a str,
    /// Whom to ask: function and name of each.
    pub members: &'a [(&'a str, &'a str)],
}

/// A route whose rights must be looked through.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReviewRow<'a> {
    pub route: &'a str,
    /// The last day, in words.
    pub due: &'a str,
    pub state: TermState,
}

/// The page.
pub fn werk(desk: &DeskFrame, view: &Werk) -> Markup {
    desk_page(
        desk,
        Place::Work,
        Title::new("Mijn werk"),
        &html! {
            h1 { "Wat moet u vandaag doen?" }
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            (let_in(view))
            (at_a_glance(view))
            (taken::late_routes(view.late_routes))
            @if !view.people.is_empty() {
                (notice(Tone::Warning, &html! {
                    @for said in view.people { p { (said) } }
                    p { a href="/beheer" { "Naar Beheer" } }
                }))
            }
            @if let Some(waits) = &view.no_route_yet { (no_route_yet(waits)) }
            @if !view.introduced_to.is_empty() {
                p .hint {
                    "U bent bekend bij: " (view.introduced_to.join(", "))
                    ". U ziet de signalen waarvoor een lid u uitnodigt."
                }
            }
            @if let Some(meeting) = view.meeting {
                p {
                    "Volgend overleg: "
                    a href={ "/overleggen/" (meeting.day) } { (meeting.name) " " (meeting.date) }
                    " " span .tag { (meeting.stage) }
                }
            }
            (once_in_a_while(view))
            @if !view.due.is_empty() || view.no_route_yet.is_none() { (due(view.due)) }
            (taken::asked("gevraagd", "Vragen aan u", "Gevraagd op", view.asked))
            (taken::asked("beantwoord", "Antwoord op uw vraag", "Geantwoord op", view.answered))
            (taken::agreed(view.agreed))
            (taken::tracks(view.tracks))
            @for meeting in view.beforehand { (taken::beforehand(meeting)) }
            @if view.no_route_yet.is_none() { div .columns {
                (list("nieuw", "Nieuw: nog niet geopend", view.fresh, "Ontvangen", "Er is niets nieuws."))
                (list("reacties", "Bericht van de melder", view.messages, "Bericht van", "Geen nieuw bericht."))
            } }
        },
    )
}

/// How much there is of everything, in one line, each leading to its list; danger stands before all of it.
/// For who became a member not long ago.
fn let_in(view: &Werk) -> Markup {
    html! {
        @if !view.let_in.is_empty() {
            (notice(Tone::Done, &html! {
                p {
                    strong { "U bent toegelaten: " (view.let_in.join(", ")) "." }
                    " U leest nu "
                    a href="/wachtrij" { @if view.readable == 1 { "1 signaal" } @else { (view.readable) " signalen" } }
                    " in de wachtrij."
                }
            }))
        }
    }
}

fn at_a_glance(view: &Werk) -> Markup {
    let points = view.beforehand.iter().map(|meeting| meeting.points.len() + meeting.undeclared.len()).sum();
    let before = view.beforehand.first().map(|meeting| ["vooraf-", meeting.day].concat()).unwrap_or_default();
    let lists = [
        ("termijnen", view.due.len(), "te laat of bijna te laat", "te laat of bijna te laat"),
        ("gevraagd", view.asked.len(), "vraag aan u", "vragen aan u"),
        ("beantwoord", view.answered.len(), "antwoord", "antwoorden"),
        ("afspraken", view.agreed.len(), "afspraak", "afspraken"),
        ("onderzoek", view.tracks.len(), "volgende stap in onderzoek", "volgende stappen in onderzoek"),
        (before.as_str(), points, "punt om vooraf in te vullen", "punten om vooraf in te vullen"),
        ("nieuw", view.fresh.len(), "nieuw signaal", "nieuwe signalen"),
        ("reacties", view.messages.len(), "bericht van een melder", "berichten van melders"),
    ];
    let lists = lists.into_iter().filter(|(_, count, ..)| *count > 0);
    let lists: Vec<_> = lists.map(|(id, count, one, more)| (id, count, if count == 1 { one } else { more })).collect();
    html! {
        @for row in view.fresh.iter().filter(|row| row.is_danger) {
            p { (danger()) " Lees dit eerst: " (signal_link(row.kenmerk)) }
        }
        @if lists.is_empty() && view.readable > 0 && view.let_in.is_empty() {
            p {
                "Er ligt niets voor u klaar. In de wachtrij: "
                a href="/wachtrij" { @if view.readable == 1 { "1 signaal" } @else { (view.readable) " signalen" } } "."
            }
        }
        @if !lists.is_empty() {
            nav aria-label="Wat er ligt" {
                ul .chips { @for (id, count, what) in lists { li { a href={ "#" (id) } { (count) " " (what) } } } }
            }
        }
    }
}

/// What comes seldom: rights to look through, and closed signals whose time is over.
fn once_in_a_while(view: &Werk) -> Markup {
    html! {
        @for review in view.reviews {
            p {
                (state_tag(review.state)) " "
                a href="/beheer/rechten" { "Rechten nalopen van de route " (review.route) }
                ", uiterlijk " (review.due)
            }
        }
        @for row in view.calendar { p { (state_tag(row.state)) " " (row.what) ", uiterlijk " (row.due) } }
        @for route in view.unwatched {
            p {
                "Niemand buiten de lijn hoort het als een termijn van de route " (route) " te laat is. "
                a href="/beheer/rechten" { "Wijs iemand aan" }
            }
        }
        @if view.ending > 0 {
            p {
                a href="/bewaren" {
                    @if view.ending == 1 { "1 afgesloten signaal" } @else { (view.ending) " afgesloten signalen" }
                }
                ": de bewaartermijn is voorbij, of loopt binnen dertig dagen af."
            }
        }
    }
}

/// "a, b of c"
fn either(names: &[&str]) -> String {
    match names {
        [some @ .., last] if !some.is_empty() => [&some.join(", "), " of ", last].concat(),
        names => names.concat(),
    }
}

/// What a newcomer does now: two members hear his six words, each from himself.
fn no_route_yet(waits: &Waits) -> Markup {
    let members = either(waits.members);
    notice(
        Tone::Warning,
        &html! {
            @match (waits.first, waits.heard_by) {
                _ if waits.of_none => {
                    h2 { "U kunt nog niets lezen: een lid maakt u bekend" }
                    p {
                        "Bel een lid van het team waarvoor u meekijkt, of vraag wie u uitnodigde wie dat is. Lees deze zes woorden voor, \
                         in deze volgorde:"
                    }
                }
                (true, _) => {
                    h2 { "U kunt nog niets lezen" }
                    p {
                        "Uw route heeft nog geen sleutel. Bent u de eerste van uw route? Ga dan naar "
                        a href="/beheer" { "Beheer" }
                        " en maak de sleutel. Anders: wacht tot het eerste lid dat deed, en lees dan deze zes woorden voor:"
                    }
                }
                (false, Some(first)) => {
                    h2 { "Nog één lid, dan kunt u lezen" }
                    p {
                        (first) " heeft uw zes woorden gehoord. Een tweede lid moet ze ook van u horen"
                        @if !members.is_empty() { ": " (members) }
                        ". Bel dat lid, of loop langs. Lees voor, in deze volgorde:"
                    }
                }
                (false, None) => {
                    h2 { "U kunt nog niets lezen: collega’s laten u toe" }
                    p {
                        @if waits.members.len() == 1 {
                            "Bel " (members) ", of loop langs. Lees deze zes woorden voor, in deze volgorde:"
                        } @else if members.is_empty() {
                            "Vraag wie u uitnodigde wie lid zijn van uw route. Bel twee leden, liefst in één gesprek, en lees \
                             deze zes woorden voor, in deze volgorde:"
                        } @else if let [one, other] = waits.members {
                            "Bel " (one) " en " (other) ", liefst in één gesprek. Lees deze zes woorden voor, in deze volgorde:"
                        } @else {
                            "Bel twee leden van uw route, liefst in één gesprek: " (members)
                            ". Lees deze zes woorden voor, in deze volgorde:"
                        }
                    }
                }
            }
            p .six { (words(waits.six)) }
            p {
                "Wie u belt, typt ze bij Beheer. Stuur ze niet per mail of chat: voorlezen bewijst dat u het bent."
            }
            @if !waits.first { p { a .button href="/" { "Kijk of u bent toegelaten" } } }
        },
    )
}

fn due(rows: &[DueRow]) -> Markup {
    let late = rows.iter().filter(|row| row.state.is_late()).count();
    html! {
        section aria-labelledby="termijnen" {
            h2 #termijnen {
                "Te laat of bijna te laat"
                @if late > 0 { " " span .tag .late { (late) " te laat" } }
            }
            @if rows.is_empty() { p .empty { "Alles is op tijd." } }
            @else {
                (taken::list("tasks", rows, |row| html! {
                    p { (state_tag(row.state)) " " strong { (row.what) } }
                    p { (signal_link(row.kenmerk)) " " span .quiet { (row.route) } }
                    p { "Uiterlijk " (row.due) }
                    @if row.state.asks_reason() {
                        p {
                            a href={ "/signalen/" (row.kenmerk) "/termijn" } {
                                "Schrijf op waarom het later werd" span .spoken { ": " (row.kenmerk) }
                            }
                        }
                    }
                }))
            }
        }
    }
}

fn list(id: &str, title: &str, rows: &[NewRow], before_date: &str, empty: &str) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) @if !rows.is_empty() { " (" (rows.len()) ")" } }
            @if rows.is_empty() { p .empty { (empty) } }
            @else {
                (taken::list("tasks small", rows, |row| html! {
                    p {
                        @if row.is_danger { (danger()) " " }
                        (signal_link(row.kenmerk)) " " span .quiet { (row.route) }
                    }
                    p { (before_date) " " (row.date) }
                    @if let Some(note) = row.note { p { span .tag .soon { (note) } } }
                }))
            }
        }
    }
}
