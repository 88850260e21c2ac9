//! `GET /logboek`: who did and read what, for auditors. No content of a signal stands here.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::components::{Tone, error_summary, notice, query_value};
use crate::fields::{Choice, Field, FieldError, Purpose, has_error, hidden, select, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Whether the log holds together.
#[derive(Debug, Clone, Copy, Default)]
pub enum LogState<'a> {
    /// Nobody read it through yet.
    #[default]
    Unread,
    Sound {
        head: &'a str,
        when: &'a str,
    },
    Broken {
        /// "regel 12 is veranderd".
        what: &'a str,
        when: &'a str,
    },
}

/// One line.
#[derive(Debug, Clone, Copy, Default)]
pub struct LogLine<'a> {
    pub number: i64,
    pub time: &'a str,
    pub action: &'a str,
    /// Empty where it is about nothing in particular.
    pub object: &'a str,
    pub outcome: &'a str,
    pub origin: &'a str,
    pub actor: &'a str,
}

/// How often, month by month.
#[derive(Debug, Clone, Copy, Default)]
pub struct LogCount<'a> {
    pub label: &'a str,
    pub numbers: &'a [i64],
}

/// Query of the filter: `van`, `tot`, `wie`, `kenmerk`, `handeling` (empty: all) and `pagina` (from 1).
#[derive(Debug, Clone, Copy, Default)]
pub struct Logboek<'a> {
    pub state: LogState<'a>,
    /// The months that are counted, the newest first.
    pub months: &'a [&'a str],
    pub by_action: &'a [LogCount<'a>],
    pub by_route: &'a [LogCount<'a>],
    pub actions: &'a [Choice<'a>],
    pub action: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    pub who: &'a str,
    pub object: &'a str,
    /// Newest first.
    pub lines: &'a [LogLine<'a>],
    pub total: u64,
    pub page: u64,
    pub pages: u64,
    /// Until when the password is not asked again.
    pub proven_until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn logboek(desk: &DeskFrame, view: &Logboek) -> Markup {
    desk_page(
        desk,
        Place::Log,
        Title::failed_if("Logboek", !view.errors.is_empty()),
        &html! {
            h1 { "Logboek" }
            (error_summary(Text::DUTCH, view.errors))
            p {
                "Wie werkt er met signalen, en wat doet en leest diegene? Wat in een signaal staat, staat hier niet. "
                "Van melders staat hier niets."
            }
            (state(view.state))
            p { a href="/logboek/rechten" { "Wie liep de rechten na, en wanneer?" } }
            (counts(view))
            h2 { "Regels" }
            (filter(view))
            p .count {
                @if view.total == 1 { "1 regel" } @else { (view.total) " regels" }
                ", de nieuwste bovenaan."
            }
            @if view.total > 0 { (export(view, desk)) }
            @if view.lines.is_empty() { p .empty { "Geen regel past bij dit filter." } } @else { (table(view.lines)) }
            (pagination(view))
        },
    )
}

fn state(state: LogState) -> Markup {
    match state {
        LogState::Unread => notice(Tone::Plain, &html! { p { "Het logboek wordt nog nagelezen." } }),
        LogState::Sound { head, when } => notice(
            Tone::Done,
            &html! {
                p { "Het logboek klopt: elke regel sluit aan op de vorige. Nagelezen op " (when) "." }
                p { "Hoofd van de keten toen. Bewaar dit buiten de server; daarmee ziet u later of er iets weg is:" }
                pre { (head) }
            },
        ),
        LogState::Broken { what, when } => notice(
            Tone::Danger,
            &html! {
                p {
                    strong { "Het logboek klopt niet: " (what) ". " }
                    "Dat zagen wij op " (when) ". Iemand heeft de database veranderd. Meld dit bij de beheerder en bewaar een kopie."
                }
            },
        ),
    }
}

fn counts(view: &Logboek) -> Markup {
    html! {
        details {
            summary { h2 { "Aantallen per maand" } }
            (months("Per handeling", "Handeling", view.months, view.by_action))
            (months("Per route van het signaal", "Route", view.months, view.by_route))
        }
    }
}

fn months(title: &str, head: &str, months: &[&str], rows: &[LogCount]) -> Markup {
    html! {
        table .queue role="table" {
            caption { strong { (title) } }
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { (head) }
                    @for month in months { th scope="col" role="columnheader" { (month) } }
                }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        th scope="row" role="rowheader" { (row.label) }
                        @for (month, number) in months.iter().zip(row.numbers) {
                            td role="cell" data-label=(month) { (number) }
                        }
                    }
                }
            }
        }
    }
}

fn filter(view: &Logboek) -> Markup {
    let field = |name, label, hint, value| Field {
        name,
        label,
        hint,
        value,
        optional: true,
        errors: view.errors,
        ..Field::default()
    };
    html! {
        form .filter .quiet-optional method="get" action="/logboek" novalidate {
            (text_field(&field("van", "Vanaf", Some("Zoals 31-12-2026"), view.from), Purpose::Words))
            (text_field(&field("tot", "Tot en met", Some("Zoals 31-12-2026"), view.to), Purpose::Words))
            (text_field(&field("wie", "Wie", Some("De naam waarmee iemand inlogt"), view.who), Purpose::Words))
            (text_field(&field("kenmerk", "Waarover", Some("Kenmerk, account, route of dag"), view.object), Purpose::Words))
            (select(&field("handeling", "Handeling", None, view.action), view.actions, Some("Alle")))
            // A new filter starts on its first page.
            (hidden(&[("pagina", "1")]))
            button .secondary type="submit" { "Filteren" }
        }
    }
}

/// Everything that the filter finds, as a file.
fn export(view: &Logboek, desk: &DeskFrame) -> Markup {
    html! {
        details open[has_error(view.errors, "wachtwoord")] {
            summary { "Opslaan als CSV" }
            form method="post" action="/logboek.csv" novalidate {
                (hidden(&[
                    ("token", desk.token),
                    ("van", view.from),
                    ("tot", view.to),
                    ("wie", view.who),
                    ("kenmerk", view.object),
                    ("handeling", view.action),
                ]))
                p .hint { "Alle regels die bij het filter passen. Bewaar het bestand zo veilig als het logboek zelf." }
                (password_again(Proof { until: view.proven_until, user: desk.user }, "wachtwoord", view.errors))
                button .secondary type="submit" { "Sla op als CSV" }
            }
        }
    }
}

/// The roles repeat what the elements say: some browsers forget it once a style sheet shows cells as blocks.
fn table(lines: &[LogLine]) -> Markup {
    html! {
        table .queue role="table" {
            caption .spoken { "Regels" }
            thead role="rowgroup" {
                tr role="row" {
                    @for head in ["Nummer", "Tijd", "Handeling", "Waarover", "Uitkomst", "Wie", "Vanaf"] {
                        th scope="col" role="columnheader" { (head) }
                    }
                }
            }
            tbody role="rowgroup" { @for line in lines { (row(line)) } }
        }
    }
}

fn row(line: &LogLine) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (line.number) }
            td role="cell" data-label="Tijd" { span .date { (line.time) } }
            td role="cell" data-label="Handeling" { (line.action) }
            td role="cell" data-label="Waarover" { (line.object) }
            td role="cell" data-label="Uitkomst" { (line.outcome) }
            td role="cell" data-label="Wie" { (line.actor) }
            td role="cell" data-label="Vanaf" { (line.origin) }
        }
    }
}

/// The filter as it stands in an address.
fn query(view: &Logboek) -> String {
    let fields =
        [("van", view.from), ("tot", view.to), ("wie", view.who), ("kenmerk", view.object), ("handeling", view.action)];
    let fields: Vec<String> = fields.iter().map(|(name, value)| [name, "=", &query_value(value)].concat()).collect();
    fields.join("&")
}

fn pagination(view: &Logboek) -> Markup {
    let link = |page: u64, text: &str, rel: &str| {
        html! { li { a rel=(rel) href={ "/logboek?" (query(view)) "&pagina=" (page) } { (text) } } }
    };
    html! {
        @if view.pages > 1 {
            nav .pages aria-label="Bladeren" {
                ul {
                    @if view.page > 1 { (link(view.page - 1, "Vorige", "prev")) }
                    li { "Pagina " (view.page) " van " (view.pages) }
                    @if view.page < view.pages { (link(view.page + 1, "Volgende", "next")) }
                }
            }
        }
    }
}
