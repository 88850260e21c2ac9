//! The terms of a signal; and the first page with what is late, explained or not, and what somebody outside the line hears.

use super::*;

const ROW: TermRow = TermRow {
    term: Term { label: "ontvangstbevestiging", due: "30 november 2026", state: TermState::Unexplained },
    length: "7 dagen",
    start: "ontvangst",
    source: "Wet bescherming klokkenluiders; Richtlijn (EU) 2019/1937 art. 9 lid 1 onder b, wet",
    ended: None,
};

pub fn terms(wrong: bool) -> maud::Markup {
    let with = |label, state, ended| TermRow { term: Term { label, due: "30 november 2026", state }, ended, ..ROW };
    let rows = [
        ROW,
        with("terugkoppeling", TermState::MetLateExplained, Some("3 december 2026")),
        with("LIO-bespreking", TermState::Explained, None),
        with("ontvangstbevestiging", TermState::MetLate, Some("3 december 2026")),
        with("terugkoppeling", TermState::Met, Some("20 november 2026")),
    ];
    let given = GivenReason {
        what: "ontvangstbevestiging, uiterlijk 30 november 2026",
        text: HOSTILE,
        expected: Some("4 december 2026"),
        who: HOSTILE,
        when: "2 december 2026, 09:12",
    };
    let asked = AskedReason {
        code: "T1",
        label: "ontvangstbevestiging",
        due: "30 november 2026",
        day: "2026-11-30",
        runs: true,
    };
    let errors = [
        failed("reden", "Schrijf op waarom het later werd. Het komt in het dossier."),
        failed("verwacht", "Schrijf de dag als 31-12-2026."),
        failed("reden_buiten", "Schrijf waarom. Het komt in het dossier."),
    ];
    let view = Termijn {
        kenmerk: "2026-K7Q3",
        addressee: SEEN,
        terms: &rows,
        asking: Some(asked),
        reasons: &[given, GivenReason { expected: None, ..given }],
        may_tell: !wrong,
        is_members: true,
        hearer: Some(Hearer { account: "1", name: HOSTILE, function: "Externe vertrouwenspersoon" }),
        may_keep_out: true,
        done: (!wrong).then_some("De reden staat in het dossier."),
        ..Termijn::default()
    };
    if !wrong {
        return desk::termijn(&DESK, &view);
    }
    let wrong = Termijn {
        warnings: &["Onderdeel 3 van het dossier is beschadigd."],
        reason: HOSTILE,
        expected: "30 februari",
        keeping_out: HOSTILE,
        errors: &errors,
        ..view
    };
    desk::termijn(&SHOUTING, &wrong)
}

const SEEN: &str = "62611aa41323fb2d9089ac332f45b7660e76e9750758023f9d4000be41908ba7";

/// For who reads no conversation, and of a signal of which nobody outside the line hears.
pub fn little() -> maud::Markup {
    let view = Termijn { kenmerk: "2026-K7Q3", addressee: SEEN, source_closed: true, ..Termijn::default() };
    desk::termijn(&DESK, &view)
}

pub fn met_late() -> maud::Markup {
    let asked = AskedReason {
        code: "T1",
        label: "ontvangstbevestiging",
        due: "30 november 2026",
        day: "2026-11-30",
        runs: false,
    };
    let view = Termijn {
        kenmerk: "2026-K7Q3",
        addressee: SEEN,
        terms: &[ROW],
        asking: Some(asked),
        is_members: true,
        ..Termijn::default()
    };
    desk::termijn(&DESK, &view)
}

pub fn work() -> maud::Markup {
    let row = |what, state| DueRow { kenmerk: "2026-K7Q3", route: "aov", what, due: "30 november 2026", state };
    let due = [
        row("Ontvangstbevestiging sturen", TermState::Unexplained),
        row("Bespreken in het LIO", TermState::Explained),
        row("Ontvangstbevestiging sturen", TermState::MetLate),
    ];
    let late = LateRoute {
        route: "Extern meldpunt",
        since: "1 december 2026",
        members: &[("Extern meldpunt", HOSTILE), ("Vervanger", "extern2")],
    };
    let calendar = [CalendarRow { what: "PFO-evaluatie", due: "31 december 2026", state: TermState::Soon }];
    desk::werk(
        &DESK,
        &Werk {
            due: &due,
            late_routes: &[late],
            calendar: &calendar,
            unwatched: &["Ondermijning (AOV)"],
            ..Werk::default()
        },
    )
}
