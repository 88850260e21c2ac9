//! Names in envelopes, as who asks for one and who keeps them see it.

use super::*;

pub fn asking(wrong: bool) -> maud::Markup {
    let errors = ["reden_melder", "bericht", "reden", "zonder_vragen", "wachtwoord"]
        .map(|field| failed(field, "Schrijf waarom."));
    let request = NameRequest {
        who: "Sanne de Wit",
        when: "3 december 2026, 10:15",
        reason: HOSTILE,
        unasked: HOSTILE,
        stage: "geweigerd",
        decided: "Bea Waarder, 4 december 2026",
        verdict: HOSTILE,
    };
    let view = Naam {
        kenmerk: "2026-M2XR",
        melder: if wrong { MelderSaid::NotAsked } else { MelderSaid::Yes("3 december 2026") },
        asks_first: true,
        requests: if wrong { &[] } else { &[request] },
        melder_reason: HOSTILE,
        question: HOSTILE,
        reason: HOSTILE,
        unasked: HOSTILE,
        errors: if wrong { &errors } else { &[] },
        ..Naam::default()
    };
    desk::naam(&DESK, &view)
}

pub fn shown(stage: usize) -> maud::Markup {
    let view = Naam { kenmerk: "2026-M2XR", ..Naam::default() };
    let opened = |name, reach| Some(desk::Opened { name, reach });
    let view = match stage {
        0 => Naam { may_show: true, ..view },
        1 => Naam { opened: opened(HOSTILE, HOSTILE), ..view },
        2 => Naam { opened: opened("", ""), ..view },
        3 => Naam { is_waiting: true, done: Some("Uw verzoek ligt bij de identiteitsbewaarder."), ..view },
        5 => Naam { opens: Some(HOSTILE), ..view },
        _ => Naam { obstacle: Some("Er is geen identiteitsbewaarder."), warnings: &["er is iets weg."], ..view },
    };
    desk::naam(&DESK, &view)
}

pub fn requests(empty: bool) -> maud::Markup {
    let row =
        NameRow { kenmerk: "2026-M2XR", request: "aa11", who: HOSTILE, date: "3 december 2026", stage: "wacht op u" };
    let rows = [row, NameRow { who: "", stage: "vervallen", ..row }];
    let rows = if empty { &[][..] } else { &rows };
    desk::namen(&DESK, &Namen { waiting: rows, done: rows })
}

pub fn request(stage: usize) -> maud::Markup {
    let errors = ["reden", "akkoord", "wachtwoord"].map(|field| failed(field, "Schrijf waarom."));
    let view = Naamverzoek {
        kenmerk: "2026-M2XR",
        request: "aa11",
        who: HOSTILE,
        route: "Ondermijning (AOV)",
        date: "3 december 2026",
        reason: HOSTILE,
        verdict: HOSTILE,
        ..Naamverzoek::default()
    };
    let view = match stage {
        0 => Naamverzoek { question: Some(("2 december 2026", HOSTILE)), yes: Some("3 december 2026"), ..view },
        1 => Naamverzoek { unasked: HOSTILE, errors: &errors, ..view },
        2 => Naamverzoek {
            standing: NameStanding::Decided { what: "Toegekend door Bea Waarder, op 4 december 2026", why: HOSTILE },
            ..view
        },
        3..=5 => Naamverzoek {
            standing: NameStanding::Decided { what: "Toegekend door Bea Waarder, op 4 december 2026", why: HOSTILE },
            envelope: [EnvelopeIs::Awaited, EnvelopeIs::Given, EnvelopeIs::Opened][stage - 3],
            ..view
        },
        _ => Naamverzoek { standing: NameStanding::Closed("Het signaal is overgedragen."), ..view },
    };
    desk::naamverzoek(&DESK, &view)
}
