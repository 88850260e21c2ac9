//! Samples of the page of the integrity track.

use templates::desk::{self, *};

use super::{DESK, HOSTILE, SHOUTING, choice, failed, pair};

/// Every kind of field, with what was typed in it.
fn asked<'a>(names: [&'a str; 4], hint: Option<&'a str>) -> Vec<Asked<'a>> {
    let options = || vec![choice("ja", "Ja"), choice("nee", "Nee")];
    let [line, area, one, many] = names;
    let ask = |name, label, optional, input| Asked { name, label, hint, optional, sometimes: !optional, input };
    vec![
        ask(line, "Begonnen op", false, Input::Line("23-11-2026")),
        ask(area, "Wat gaat u na?", false, Input::Area(HOSTILE, 3)),
        ask(one, "Is het ingelicht?", true, Input::One(options(), vec!["nee"])),
        ask(many, "Wat staat er in de brief?", false, Input::Many(options(), vec!["ja"])),
    ]
}

fn form<'a>(step: &'a str, names: [&'a str; 4]) -> StepForm<'a> {
    let asked = asked(names, Some("Laat weg wat de melder kan verraden."));
    StepForm { step, button: "Leg dit vast", asked, confirm: None, open: true }
}

fn record(title: &str) -> Record<'_> {
    let rows = vec![pair("Begonnen op", "23 november 2026"), pair("Gaat na", HOSTILE)];
    Record { title, rows, who: DESK.user, when: "23 november 2026, 12:00" }
}

fn step<'a>(name: &'a str, title: &'a str, state: StepState, blocked: Option<&'a str>) -> TrackStep<'a> {
    TrackStep { name, title, article: "artikel 5 lid 2", state, blocked, ..TrackStep::default() }
}

/// The page: something done, something next, something later; and with everything wrong.
pub fn track(wrong: bool) -> maud::Markup {
    let confirm = Some(("bevestigd_betrokkene", false));
    let told = StepForm { confirm, ..form("betrokkene", ["b_op", "b_reden", "b_keuze", "b_deel"]) };
    let closed = StepForm { open: false, ..form("raadpleging", ["r_op", "r_tekst", "r_wie", "r_deel"]) };
    let line = |to, state, is_open, detail| DutyLine { to, state, is_open, detail, ..DutyLine::default() };
    let through = Some("door tussenkomst van de griffier en de voorzitter van de integriteitscommissie");
    let caution = Some("niet de wethouder over wie het gaat");
    let errors = [
        failed("", "Start eerst het vooronderzoek."),
        failed("b_op", "Schrijf de dag als 31-12-2026."),
        failed("b_reden", "Schrijf waarom."),
        failed("b_keuze", "Kies of de betrokkene het weet."),
        failed("b_deel", "Alle drie horen erin."),
        failed("bevestigd_betrokkene", "Overleg eerst met de melder."),
        failed("plicht", "Kies wie er is geïnformeerd."),
    ];
    let view = Onderzoek {
        kenmerk: "2026-M2XR",
        addressee: "digest",
        warnings: if wrong { &["Onderdeel 3 van het dossier ontbreekt."] } else { &[] },
        done: (!wrong).then_some("Het staat in het dossier."),
        about: "Dit signaal gaat over de burgemeester. Artikel 5, 10 en 16 van het protocol gelden.",
        notes: &["Het gaat over meer ambtsdragers."],
        next: "Leg vast of de betrokkene van het vooronderzoek weet.",
        elsewhere: Some(("/signalen/2026-M2XR", "Naar de pagina van het signaal")),
        terms: vec![pair("Reactie op gesprek 1", "tot en met 30 november 2026 (vijf werkdagen)")],
        phases: vec![
            TrackPhase {
                title: "Vooronderzoek",
                steps: vec![
                    TrackStep {
                        records: vec![record("Versie 1"), record("Versie 2")],
                        letter: Some("/signalen/2026-M2XR/brieven/onderzoekopdracht"),
                        ..step("vooronderzoek", "Vooronderzoek starten", StepState::Done, Some("Dit is al vastgelegd."))
                    },
                    TrackStep {
                        form: Some(closed),
                        ..step("raadpleging", "Iemand raadplegen", StepState::Possible, None)
                    },
                    TrackStep {
                        form: Some(told),
                        ..step("betrokkene", "De betrokkene inlichten", StepState::Now, None)
                    },
                ],
            },
            TrackPhase {
                title: "Rapport",
                steps: vec![step("rapport", "Onderzoeksrapport", StepState::Later, Some("Maak eerst de opdracht."))],
            },
        ],
        duties: vec![DutyGroup {
            moment: "Voornemen vooronderzoek",
            article: "art. 5 lid 3",
            since: "23 november 2026",
            wording: Some("Allen betrachten vertrouwelijkheid."),
            lines: vec![
                DutyLine {
                    through,
                    caution,
                    letter: Some("/signalen/2026-M2XR/brieven/wethouders?bij=V1-B"),
                    ..line("wethouders", "open", true, "")
                },
                line("secretaris", "gedaan", false, HOSTILE),
            ],
        }],
        open: "Er staat 1 informatieplicht open.",
        settle: Some(StepForm {
            button: "Vink af",
            ..form("informeren", ["plicht_op", "plicht_reden", "plicht_uitkomst", "plicht"])
        }),
        leave: Some(form("afwijken", ["afwijking_op", "afwijking_reden", "afwijking_uitkomst", "afwijking_plicht"])),
        earlier: vec![record("Vooronderzoek starten")],
        errors: if wrong { &errors } else { &[] },
    };
    desk::onderzoek(if wrong { &SHOUTING } else { &DESK }, &view)
}

/// Nothing to do here: the signal goes another way.
pub fn elsewhere() -> maud::Markup {
    let about = "Dit signaal gaat over ondermijning.";
    desk::onderzoek(&DESK, &Onderzoek { kenmerk: "2026-M2XR", about, ..Onderzoek::default() })
}
