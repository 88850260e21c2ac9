//! Who can open what, as a member looks through it and as the auditor sees that it was done.

use templates::layout::Reminder;

use super::*;

const SEEN: &str = "62611aa41323fb2d9089ac332f45b7660e76e9750758023f9d4000be41908ba7";

pub fn review(wrong: bool) -> maud::Markup {
    let person = |needed_field, remark_field| RightsPerson {
        name: "jurist",
        function: "Jurist openbare orde en veiligheid",
        part: "Bekende collega sinds 23 november 2026, bekend gemaakt door aov",
        holds: "Heeft een sleutel van 3 signalen: 2026-K7Q3, 2026-M2XR, en 1 waar u zelf buiten staat.",
        needed_field,
        remark_field,
        ..RightsPerson::default()
    };
    let people = [
        RightsPerson {
            name: HOSTILE,
            function: "Adviseur",
            part: "Lid sinds 23 november 2026, toegelaten door zichzelf",
            state: Some("Account uitgezet"),
            holds: "Opent alle signalen van deze route.",
            needed: "nee",
            remark: HOSTILE,
            ..person("nodig-aov-1", "opmerking-aov-1")
        },
        person("nodig-aov-2", "opmerking-aov-2"),
    ];
    let answers = [RightsAnswer { name: "jurist", needed: "nee", remark: HOSTILE }];
    let earlier = [
        RightsReview { who: "aov", when: "23 november 2026", note: None, answers: &answers },
        RightsReview {
            who: "oud-lid",
            when: "3 december 2025",
            note: Some("Deze persoon is geen lid meer."),
            answers: &[],
        },
    ];
    let to_do = [ToDo {
        what: "jurist heeft een sleutel van 2026-K7Q3.",
        link: Some(("/signalen/2026-K7Q3/toegang", "Toegang wegnemen")),
    }];
    let route = RouteRights {
        route: "aov",
        label: "Ondermijning (AOV)",
        warnings: if wrong { &["Een eerdere ondertekening is veranderd of weg."] } else { &[] },
        has_recovery: !wrong,
        people: &people,
        replacement: (!wrong).then_some("aov2, aangewezen door aov op 23 november 2026"),
        candidates: &[choice("1", "Adviseur (aov)"), choice("2", "Vervanger (aov2)")],
        chosen: "2",
        outside: Some(OutsideForm {
            now: (!wrong).then_some("vertrouwd (Externe vertrouwenspersoon), aangewezen door aov op 23 november 2026"),
            lapsed: wrong,
            candidates: &[choice("1", "Externe vertrouwenspersoon (vertrouwd)")],
            first: "1",
            second: "",
        }),
        due: "23 november 2027",
        state: if wrong { TermState::Late } else { TermState::Running },
        seen: SEEN,
        earlier: if wrong { &[] } else { &earlier },
        to_do: if wrong { &[] } else { &to_do },
    };
    let alone = RouteRights {
        route: "extern",
        label: "Extern meldpunt",
        people: &[],
        candidates: &[],
        replacement: None,
        outside: Some(OutsideForm::default()),
        earlier: &[],
        to_do: &[],
        ..route
    };
    let errors = [
        failed("nodig-aov-2", "Kies ‘ja’ of ‘nee’ bij jurist."),
        failed("opmerking-aov-1", "Dit is te lang."),
        failed("wie-aov", "Kies een lid dat deze route nog kan openen."),
        failed("wachtwoord-tekenen-aov", "Typ uw wachtwoord nog een keer."),
        failed("eerste-aov", "Kies iemand die uw route kent."),
        failed("tweede-aov", "Kies twee verschillende mensen."),
        failed("wachtwoord-buiten-aov", "Typ uw wachtwoord nog een keer."),
    ];
    desk::rechten(
        &DESK,
        &Rechten {
            routes: &[route, alone],
            today: "26 november 2026",
            proven_until: (!wrong).then_some("14.32"),
            done: (!wrong).then_some("U hebt getekend."),
            errors: if wrong { &errors } else { &[] },
        },
    )
}

pub fn supervision() -> maud::Markup {
    let route = SupervisedRoute {
        label: "Ondermijning (AOV)",
        members: 2,
        replacement: Some("aov2"),
        due: "23 november 2027",
        state: TermState::Running,
        reviews: &[("aov", "23 november 2026"), ("aov2", "23 november 2025")],
        warnings: &[],
    };
    let late = SupervisedRoute {
        label: "Extern meldpunt",
        members: 1,
        replacement: None,
        state: TermState::Late,
        reviews: &[],
        warnings: &["Deze route heeft minder dan twee leden die haar kunnen openen."],
        ..route
    };
    desk::rechten_toezicht(&DeskFrame { audits: true, ..DESK }, &[route, late])
}

/// The first page with what comes seldom, and what must not be forgotten.
pub fn reminded() -> maud::Markup {
    let text = "De route Extern meldpunt heeft maar één lid. Valt u uit, dan leest niemand nog wat er binnenkomt. Laat een \
                tweede lid toe.";
    let reminders = [Reminder { text: text.into(), href: "/beheer", link: "Naar Beheer" }];
    let review = ReviewRow { route: "Extern meldpunt", due: "23 november 2027", state: TermState::Soon };
    desk::werk(
        &DeskFrame { reminders: &reminders, ..SHOUTING },
        &Werk { reviews: &[review, ReviewRow { state: TermState::Late, ..review }], ending: 1, ..Werk::default() },
    )
}
