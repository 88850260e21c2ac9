//! `GET /account`: one's own sessions, and what others tried in one's name.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::fields::hidden;
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// One open session.
#[derive(Debug, Clone, Copy, Default)]
pub struct SessionRow<'a> {
    /// The value of the hidden field `sessie`.
    pub id: &'a str,
    /// When it began and when it was last used, in words.
    pub began: &'a str,
    pub used: &'a str,
    /// Whether it is the one that this page is read in.
    pub is_this: bool,
}

/// The secret address at which a calendar fetches this person's meetings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CalendarAddress<'a> {
    #[default]
    None,
    /// Since which date there is one, and when it was last fetched, if it was.
    Made { on: &'a str, fetched: Option<&'a str> },
    /// Made just now, and shown this once.
    New(&'a str),
}

/// Posts to `/account/sessies` (`sessie`: an id, or `andere`), to `/account/gezien` and to `/account/agenda` (buttons
/// `stap=maken` and `intrekken`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Account<'a> {
    pub sessions: &'a [SessionRow<'a>],
    pub longest_hours: i64,
    pub idle_minutes: i64,
    /// Failed attempts in this person's name that he did not see yet, and when the last was.
    pub attempts: Option<(i32, &'a str)>,
    pub second_factor: bool,
    pub calendar: CalendarAddress<'a>,
    /// What was just done.
    pub done: Option<&'a str>,
}

/// The page.
pub fn account(desk: &DeskFrame, view: &Account) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::new("Mijn account"),
        &html! {
            h1 { "Mijn account" }
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            p { "U bent " strong { (desk.user) } ", " (desk.function) "." }
            @if let Some((count, last)) = view.attempts { (attempts(desk, count, last)) }
            (sessions(desk, view))
            (calendar(desk, view.calendar))
            section .card aria-labelledby="wachtwoord-kop" {
                h2 #wachtwoord-kop { "Wachtwoord" @if view.second_factor { " en code" } }
                p {
                    "Uw wachtwoord opent uw eigen sleutel. Niemand kan het voor u herstellen, ook de beheerder niet."
                }
                ul {
                    li { a href="/account/wachtwoord" { "Kies een ander wachtwoord" } }
                    @if view.second_factor {
                        li { a href="/account/code" { "Zet de code op een andere telefoon of app" } }
                    }
                }
                p {
                    "Wachtwoord vergeten"
                    @if view.second_factor { ", of bent u uw telefoon kwijt" }
                    "? Vraag de beheerder om een nieuwe uitnodiging. U krijgt dan een nieuwe sleutel, en uw collega’s "
                    "laten u opnieuw toe. Uw oude wachtwoord opent daarna niets nieuws meer."
                }
            }
        },
    )
}

fn attempts(desk: &DeskFrame, count: i32, last: &str) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            p {
                "Er is " strong { (count) " keer" } " tevergeefs geprobeerd in te loggen als u. De laatste keer was op "
                (last) "."
            }
            p {
                "Was u dat zelf? Dan is er niets aan de hand. Was u het niet? Meld het bij de beheerder. Uw wachtwoord is "
                "niet geraden: u hoeft het niet te veranderen."
            }
            form method="post" action="/account/gezien" {
                (hidden(&[("token", desk.token)]))
                button .secondary type="submit" { "Ik heb dit gezien" }
            }
        },
    )
}

fn sessions(desk: &DeskFrame, view: &Account) -> Markup {
    let others = view.sessions.iter().filter(|row| !row.is_this).count();
    html! {
        section .card aria-labelledby="sessies-kop" {
            h2 #sessies-kop { "Waar u bent ingelogd" }
            p {
                "Een sessie eindigt na " (view.idle_minutes) " minuten zonder klik, en altijd na " (view.longest_hours)
                " uur. Ziet u een sessie die u niet kent? Beëindig die en meld het bij de beheerder."
            }
            ul .people {
                @for row in view.sessions {
                    li {
                        "Ingelogd op " (row.began)
                        @if row.is_this { " " span .tag .met { "Deze sessie" } }
                        br;
                        span .quiet { "Laatst gebruikt: " (row.used) }
                        @if !row.is_this {
                            form method="post" action="/account/sessies" {
                                (hidden(&[("token", desk.token), ("sessie", row.id)]))
                                button .secondary type="submit" { "Beëindig deze sessie" }
                            }
                        }
                    }
                }
            }
            @if others > 1 {
                form method="post" action="/account/sessies" {
                    (hidden(&[("token", desk.token), ("sessie", "andere")]))
                    button .secondary type="submit" { "Beëindig alle andere sessies" }
                }
            }
        }
    }
}

fn calendar(desk: &DeskFrame, address: CalendarAddress) -> Markup {
    let button = |step: &str, label: &str| {
        html! { button .secondary type="submit" name="stap" value=(step) { (label) } }
    };
    html! {
        section .card aria-labelledby="agenda-kop" {
            h2 #agenda-kop { "Overleggen in uw agenda" }
            p {
                "Uw agenda kan zelf ophalen wanneer u overleg heeft. Hij krijgt alleen dag en tijd, van de overleggen waarvoor u "
                "bent uitgenodigd. Gebruikt u dit adres? Zet dan de uitnodigingen uit uw mail niet ook in uw agenda: dan staat "
                "alles er twee keer."
            }
            @match address {
                CalendarAddress::None => p { "U heeft nu geen adres voor uw agenda." },
                CalendarAddress::Made { on, fetched } => {
                    p {
                        "U heeft een adres sinds " (on) ". "
                        @match fetched {
                            Some(day) => { "Het is het laatst gebruikt op " (day) "." }
                            None => { "Het is nog niet gebruikt." }
                        }
                        " Wij kunnen het niet nog een keer tonen."
                    }
                }
                CalendarAddress::New(address) => {
                    p #agenda-adres-uitleg { "Dit is uw adres. U ziet het maar één keer. Zet het nu in uw agenda, bij ‘abonneren’." }
                    p .offered { code #agenda-adres { (address) } }
                    p {
                        "Wie dit adres heeft, ziet wanneer u overleg heeft. Stuur het aan niemand, en gebruik het alleen in een agenda "
                        "van uw werk. Weet u niet zeker of iemand het heeft? Maak dan een nieuw adres, of trek het in."
                    }
                }
            }
            form method="post" action="/account/agenda" {
                (hidden(&[("token", desk.token)]))
                div .actions {
                    @if address == CalendarAddress::None {
                        (button("maken", "Maak een adres voor uw agenda"))
                    } @else {
                        (button("maken", "Maak een nieuw adres"))
                        (button("intrekken", "Trek het adres in"))
                    }
                }
            }
            p .hint { "Kiest u een nieuw wachtwoord, dan werkt het adres niet meer. Maak daarna een nieuw." }
        }
    }
}
