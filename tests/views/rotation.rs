//! Samples of the page on which a route's key is replaced.

use maud::Markup;
use templates::desk::{self, MovedBy, Moves, Sleutelwissel, SpokenAgain, Waiting};
use templates::{Choice, FieldError};

use super::{DESK, HOSTILE, SIX};

/// Replaced, with everything that can still be open; or a form that comes back.
pub fn replacing(wrong: bool) -> Markup {
    let members = [
        Choice { value: "1", label: "J. de Vries", hint: Some("Vervanger") },
        Choice { value: "2", label: HOSTILE, hint: Some("Adviseur") },
    ];
    let lines = "[routes.keys.aov]\nencrypt = \"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\"\n";
    let others = [MovedBy { kenmerk: "2026-K7Q3MX", who: "J. de Vries" }, MovedBy { kenmerk: "2026-B4D2TR", who: "" }];
    let errors = [
        FieldError { field: "blijft", message: "Kies alleen leden uit de lijst." },
        FieldError { field: "woorden-3", message: "Deze woorden horen niet bij de sleutel." },
        FieldError { field: "wachtwoord", message: "Typ uw wachtwoord nog een keer." },
    ];
    let moves = Moves { moved: 37, total: 120, waiting: 80, others: &others, damaged: &["2026-ZZ7QMX"] };
    let view = Sleutelwissel {
        route: "aov",
        label: "Ondermijning (AOV)",
        done: (!wrong).then_some("De sleutel is vervangen."),
        waiting: (!wrong).then_some(Waiting { who: HOSTILE, toml: lines, words: SIX }),
        moves: (!wrong).then_some(moves),
        members: &members,
        chosen: &["1"],
        shown: "1 2",
        known: &["A. Bakker (Jurist), bekend gemaakt door J. de Vries"],
        asked: &[SpokenAgain {
            field: "woorden-3",
            name: HOSTILE,
            how: "Jurist, toegelaten door M. Smit alleen, op 23 november 2026",
            typed: if wrong { "aap noot mies" } else { "" },
            is_member: !wrong,
        }],
        asked_for: "3",
        cannot: &["M. Smit: is uitgezet"],
        proven_until: (!wrong).then_some("14.32"),
        errors: if wrong { &errors } else { &[] },
    };
    desk::sleutelwissel(&DESK, &view)
}
