//! Samples of the pages of one's own password and code, and of the end of an account.

use templates::desk::{self, *};

use super::{DESK, HOSTILE, choice, failed};

/// Another password.
pub fn password(wrong: bool) -> maud::Markup {
    let errors = [
        failed("wachtwoord", "Dit is niet uw wachtwoord."),
        failed("nieuw", "Kies een wachtwoord van minstens 14 tekens."),
        failed("nieuw2", "De twee wachtwoorden zijn niet gelijk."),
        failed("code", "Deze code klopt niet."),
    ];
    let view = Wachtwoord {
        suggestion: "aambeeld kachel wolk tafel rivier schoen boter",
        ask_code: true,
        is_member: true,
        known_at: &["Ondermijning (AOV)", "Ambtelijk"],
        errors: if wrong { &errors } else { &[] },
    };
    desk::wachtwoord(&DESK, &view)
}

/// Another app: the first page, and the second.
pub fn second(drawn: bool, wrong: bool) -> maud::Markup {
    let errors = [failed("code", "Deze code klopt niet.")];
    let view = NieuweCode {
        account: HOSTILE,
        chosen: if drawn { "verzegeld" } else { "" },
        secret: "ABCD EFGH",
        width: 2,
        modules: &[true; 4],
        errors: if wrong { &errors } else { &[] },
    };
    desk::nieuwe_code(&DESK, &view)
}

/// The list.
pub fn list(wrong: bool) -> maud::Markup {
    let row =
        AccountRow { name: "aov2", function: HOSTILE, routes: "Lid van Ondermijning (AOV)", ..AccountRow::default() };
    let rows = [
        AccountRow { state: "In gebruik", ..row },
        AccountRow { name: "jurist", state: "Uitgezet", is_disabled: true, routes: "", ..row },
    ];
    let errors = [
        failed("account", "Kies wiens account u uitzet."),
        failed("reden", "Kies waarom."),
        failed("stap", "Kies een van de knoppen."),
        failed("wachtwoord", "Typ uw wachtwoord nog een keer."),
    ];
    let view = Accounts {
        rows: &rows,
        may_end: &[choice("a", "aov2"), choice("b", "jurist")],
        account: "b",
        reasons: &[choice("werkt hier niet meer", "werkt hier niet meer"), choice("x", "account is een vergissing")],
        reason: if wrong { "" } else { "x" },
        takes_two: !wrong,
        may_resume: wrong,
        proven_until: (!wrong).then_some("14.32"),
        done: (!wrong).then_some("Het account is uitgezet."),
        errors: if wrong { &errors } else { &[] },
    };
    desk::accounts(&DESK, &view)
}

/// For who may know of nobody.
pub fn nobody() -> maud::Markup {
    desk::accounts(&DESK, &Accounts::default())
}
