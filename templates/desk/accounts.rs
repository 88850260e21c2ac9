//! `/beheer/accounts`: who works here, and ending somebody's account.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::components::{Tone, error_summary, notice};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, messages, select};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One account, as far as its reader may know.
#[derive(Debug, Clone, Copy, Default)]
pub struct AccountRow<'a> {
    pub name: &'a str,
    pub function: &'a str,
    /// "Lid van Ondermijning (AOV)", "Bekend bij ..."; empty where the reader may not know.
    pub routes: &'a str,
    /// "In gebruik", "Uitgezet", "Uitgenodigd tot ...".
    pub state: &'a str,
    pub is_disabled: bool,
}

/// Fields: `account`, `reden`, `wachtwoord`; buttons `stap=stil`, `uit` and `weer`. Posts to `/beheer/accounts`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Accounts<'a> {
    pub rows: &'a [AccountRow<'a>],
    /// Accounts that this person may end: id and name.
    pub may_end: &'a [Choice<'a>],
    /// Whether the end of a member's account takes a second member beside this person.
    pub takes_two: bool,
    /// Whether there is one that he may let go on.
    pub may_resume: bool,
    pub account: &'a str,
    pub reasons: &'a [Choice<'a>],
    pub reason: &'a str,
    pub proven_until: Option<&'a str>,
    pub done: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn accounts(desk: &DeskFrame, view: &Accounts) -> Markup {
    desk_page(
        desk,
        Place::Admin,
        Title::failed_if("Accounts", !view.errors.is_empty()),
        &html! {
            h1 { "Accounts" }
            (error_summary(Text::DUTCH, view.errors))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            @if view.rows.is_empty() {
                p { "U bent geen lid van een route en geen beheerder. U ziet hier geen accounts." }
            } @else {
                (list(view))
                (ending(desk, view))
            }
        },
    )
}

fn list(view: &Accounts) -> Markup {
    html! {
        section .card aria-labelledby="lijst" {
            h2 #lijst { "Wie hier werkt" }
            ul .people {
                @for row in view.rows {
                    li {
                        strong { (row.name) } ", " (row.function) " "
                        span .tag .late[row.is_disabled] { (row.state) }
                        @if !row.routes.is_empty() { br; span .quiet { (row.routes) } }
                    }
                }
            }
        }
    }
}

fn ending(desk: &DeskFrame, view: &Accounts) -> Markup {
    let chosen: &[&str] = &[view.reason];
    html! {
        section .card aria-labelledby="uitzetten" {
            h2 #uitzetten { "Een account stilzetten of uitzetten" }
            @if view.may_end.is_empty() {
                p { "Er is nu geen account dat u kunt uitzetten." }
            } @else {
                p {
                    strong { "Stilzetten: " } "de sessies eindigen meteen en inloggen kan niet meer. Er gaat niets verloren, en het kan \
                     weer aan. Doe dit bij haast: een telefoon is weg, of iemand vertrekt boos."
                }
                p {
                    strong { "Uitzetten: " } "de sleutel van dit account wordt ook vernietigd. Dat draait niemand terug. Komt \
                     deze collega later terug? Dan maakt de beheerder een nieuwe uitnodiging, en laten leden opnieuw toe."
                    @if view.takes_two {
                        " Wie lid van een route is of was, zet u niet alleen uit: de een zet stil, en een tweede lid of de beheerder \
                         zet uit."
                    }
                }
                form method="post" action="/beheer/accounts" novalidate {
                    (hidden(&[("token", desk.token)]))
                    // What Enter presses: nothing that counts.
                    button type="submit" hidden { "Kies hieronder" }
                    (select(
                        &Field {
                            name: "account",
                            label: "Wie",
                            value: view.account,
                            errors: view.errors,
                            ..Field::default()
                        },
                        view.may_end,
                        Some("Kies een account"),
                    ))
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "reden",
                        legend: "Waarom",
                        hint: Some("Dit komt in het logboek."),
                        pick: Pick::One,
                        options: view.reasons,
                        chosen,
                        optional: false,
                        inline: false,
                        errors: view.errors,
                    }))
                    (password_again(Proof { until: view.proven_until, user: desk.user }, "wachtwoord", view.errors))
                    (messages(Text::DUTCH, "stap", view.errors))
                    div .actions {
                        button .primary #stap type="submit" name="stap" value="stil" { "Zet stil" }
                        button .secondary type="submit" name="stap" value="uit" { "Zet uit" }
                        @if view.may_resume {
                            button .secondary type="submit" name="stap" value="weer" { "Zet weer aan" }
                        }
                    }
                }
            }
        }
    }
}
