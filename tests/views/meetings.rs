//! The pages of meetings.

use super::*;

pub fn calendar(wrong: bool) -> maud::Markup {
    let line = |day, stage, items| MeetingLine { day, date: "3 december 2026", kind: "gewoon overleg", stage, items };
    let kinds = ["gewoon overleg", "tussentijds overleg"].map(|kind| Choice { value: kind, label: kind, hint: None });
    let errors = ["datum", "van", "tot", "soort", "reden"].map(|field| failed(field, "Vul dit in."));
    let (coming, past) = ([line("2026-12-03", "gepland", 0)], [line("2026-10-22", "gehouden", 8)]);
    desk::overleggen(
        &DESK,
        &Overleggen {
            name: "LIO",
            warnings: if wrong { &["Het overleg van 3 december 2026 is weg, terwijl u het eerder zag."] } else { &[] },
            coming: if wrong { &[] } else { &coming },
            past: &past,
            waiting: 8,
            pressing: if wrong { &[] } else { &["2026-K7Q3", "2026-M2XR"] },
            form: Some(PlanForm {
                kinds: &kinds,
                kind: "gewoon overleg",
                day: "2026-12-03",
                reason: HOSTILE,
                from: "9:30",
                until: HOSTILE,
                mails: wrong,
                errors: if wrong { &errors } else { &[] },
            }),
        },
    )
}

const SEATS: [Seat<'static>; 3] = [
    Seat { account: "a", name: HOSTILE, function: "Adviseur", there: true, works: true },
    Seat { account: "b", name: "lio-jurist", function: "Jurist", there: true, works: true },
    Seat { account: "c", name: "lio-brp", function: "Medewerker BRP", there: false, works: false },
];

pub fn planned(wrong: bool) -> maud::Markup {
    let candidates = ["2026-K7Q3", "2026-M2XR"].map(|kenmerk| Candidate {
        kenmerk,
        received: "12 november 2026",
        urgency: "eerstvolgende overleg",
        summary: if wrong { "" } else { HOSTILE },
        chosen: !wrong,
    });
    let errors = [failed("signaal", "Kies minstens één signaal."), failed("reden", "Schrijf op waarom.")];
    desk::overleg(
        &DESK,
        &Overleg {
            name: "LIO",
            day: "2026-12-03",
            date: "3 december 2026",
            kind: "gewoon overleg",
            stage: "gepland",
            is_damaged: wrong,
            left_off: if wrong { &[("2026-M2XR", "er is nog geen omschrijving")] } else { &[] },
            candidates: &candidates,
            seats: &SEATS,
            fixed: &[
                desk::FixedSeat { function: "Bibob-coördinator", names: HOSTILE },
                desk::FixedSeat { function: HOSTILE, names: "" },
            ],
            hours: "van 9.30 tot 11.00 uur",
            moved_from: (!wrong).then_some("26 november 2026"),
            is_silent: wrong,
            may: MeetingSteps { freeze: true, update: true, relocate: true, call_off: true, ..MeetingSteps::default() },
            errors: if wrong { &errors } else { &[] },
            ..Overleg::default()
        },
    )
}

/// The day that a meeting left.
pub fn left() -> maud::Markup {
    desk::overleg(
        &DESK,
        &Overleg {
            name: "LIO",
            day: "2026-12-03",
            date: "3 december 2026",
            kind: "gewoon overleg",
            stage: "verplaatst",
            moved_to: Some(("2026-12-10", "10 december 2026")),
            ..Overleg::default()
        },
    )
}

pub fn moving(wrong: bool) -> maud::Markup {
    let errors = [
        failed("datum", "Dit is een weekend of een feestdag. Kies een werkdag."),
        failed("van", "Schrijf de tijd als 9:30."),
        failed("tot", "Vul ook deze tijd in, of laat ze allebei leeg."),
    ];
    desk::verplaatsen(
        &DESK,
        &desk::Verplaatsen {
            name: "LIO",
            address: "2026-12-03",
            now: "3 december 2026, van 9.30 tot 11.00 uur",
            is_silent: wrong,
            is_damaged: wrong,
            day: if wrong { HOSTILE } else { "10-12-2026" },
            from: if wrong { HOSTILE } else { "9:30" },
            until: if wrong { "" } else { "11:00" },
            errors: if wrong { &errors } else { &[] },
        },
    )
}

pub fn held() -> maud::Markup {
    let opened = OpenedPoint {
        kenmerk: "2026-K7Q3",
        href: "/overleggen/2026-12-03/2026-K7Q3",
        summary: HOSTILE,
        urgency: "kan niet wachten op het overleg",
        state: "besloten",
    };
    let points = [Point { place: 1, opened: Some(opened) }, Point { place: 2, opened: None }];
    desk::overleg(
        &DESK,
        &Overleg {
            name: "LIO",
            day: "2026-12-03",
            date: "3 december 2026",
            kind: "tussentijds overleg",
            stage: "bezig",
            reason: HOSTILE,
            done: Some("Het overleg is geopend."),
            points: &points,
            seats: &SEATS,
            may: MeetingSteps { update: true, open: true, close: true, ..MeetingSteps::default() },
            is_opened: true,
            ..Overleg::default()
        },
    )
}

const LEVELS: [Choice<'static>; 2] =
    [Choice { value: "laag", label: "laag", hint: None }, Choice { value: "hoog", label: "hoog", hint: None }];

pub fn beforehand() -> maud::Markup {
    let criteria = [("a_niveau", "a"), ("b_niveau", "b")].map(|(field, letter)| LevelField {
        field,
        letter,
        label: "aard van het feit",
        levels: &LEVELS,
        level: "hoog",
    });
    let errors = [failed("a_niveau", "Kies minstens één niveau."), failed("regel", "Schrijf één regel.")];
    desk::overlegpunt(
        &DESK,
        &Overlegpunt {
            description: HOSTILE,
            levels: Some(LevelsForm { criteria: &criteria, line: HOSTILE }),
            next: Some("/overleggen/2026-12-03/2026-M2XR"),
            errors: &errors,
            ..point_view()
        },
    )
}

fn point_view() -> Overlegpunt<'static> {
    Overlegpunt {
        name: "LIO",
        day: "2026-12-03",
        date: "3 december 2026",
        action: "/overleggen/2026-12-03/2026-K7Q3",
        kenmerk: "2026-K7Q3",
        addressee: "aan",
        place: 1,
        of: 8,
        ..Overlegpunt::default()
    }
}

pub fn point(wrong: bool) -> maud::Markup {
    let rows = [
        SpreadRow { letter: "a", label: "aard van het feit", counts: &[1, 2, 0, 0] },
        SpreadRow { letter: "b", label: "ontvankelijkheid", counts: &[0, 0, 12, 1] },
    ];
    let columns = ["laag", "midden", "hoog", "niet te bepalen"];
    let options = [Choice { value: "Bibob-toets", label: "Bibob-toets", hint: None }];
    let fields = ["besluit", "motivering", "actie", "wie", "uiterlijk"];
    let errors = fields.map(|field| failed(field, "Vul dit in."));
    let decision = [desk::Decision { what: "Bibob-toets", reasons: HOSTILE, when: "Overleg", there: "Jurist" }];
    desk::overlegpunt(
        &DESK,
        &Overlegpunt {
            previous: Some("/overleggen/2026-12-03/2026-M2XR"),
            warnings: if wrong { &["Onderdeel 3 van het dossier is beschadigd."] } else { &[] },
            done: Some("De weging is opgeslagen."),
            description: HOSTILE,
            sorted: &[LabelValue { label: "Gebied", value: "Kern" }],
            spread: Some(Spread { columns: &columns, rows: &rows, lines: &[("Jurist", HOSTILE)], people: 13 }),
            weigh: Some("/signalen/2026-K7Q3/weging?overleg=2026-12-03"),
            decisions: &decision,
            to_do: &TO_DO,
            decide: Some(DecisionForm { options: &options, chosen: &["Bibob-toets"], reasons: HOSTILE, open: wrong }),
            actions: &AGREED,
            agree: Some(ActionForm { what: HOSTILE, who: "Jurist", by: "31-12-2026" }),
            there: &["Jurist (lio-jurist)"],
            gone: &["Medewerker BRP (lio-brp)"],
            errors: if wrong { &errors } else { &[] },
            ..point_view()
        },
    )
}

pub const TO_DO: [desk::ToDo<'static>; 2] = [
    desk::ToDo { what: HOSTILE, link: Some(("/signalen/2026-K7Q3/verrijking", "Een vraag stellen")) },
    desk::ToDo { what: "Dit doen de leden van de route.", link: None },
];

pub const AGREED: [Agreement<'static>; 3] = [
    Agreement { number: "1", what: HOSTILE, who: "Jurist", by: "31 december 2026", done: false, is_late: true },
    Agreement { number: "2", what: "Bellen.", who: "Jurist", by: "31 december 2026", done: true, is_late: false },
    Agreement { number: "3", what: "Mailen.", who: HOSTILE, by: "31 december 2026", done: false, is_late: false },
];

pub fn minutes() -> maud::Markup {
    let decision = [desk::Decision { what: "Bibob-toets", reasons: HOSTILE, when: "Overleg", there: "" }];
    let point = MinutedPoint {
        kenmerk: "2026-K7Q3",
        description: HOSTILE,
        conclusion: Some(HOSTILE),
        decisions: &decision,
        actions: &AGREED,
        gone: &["Medewerker BRP (lio-brp)"],
        warnings: &["Onderdeel 3 van het dossier is beschadigd."],
    };
    desk::verslag(
        &DESK,
        &Verslag {
            name: "LIO",
            day: "2026-12-03",
            date: "3 december 2026",
            kind: "gewoon overleg",
            warnings: &["een deel van dit overleg is weg."],
            there: &["Jurist (lio-jurist)"],
            points: &[Some(point), None, Some(MinutedPoint { kenmerk: "2026-M2XR", ..MinutedPoint::default() })],
            next: Some("14 januari 2027"),
            ..Verslag::default()
        },
    )
}
