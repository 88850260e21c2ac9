//! The log, as its auditor sees it.

use super::*;

pub fn log(wrong: bool) -> maud::Markup {
    let line = |number, action, object, outcome| LogLine {
        number,
        time: "26-11-2026 08:40:12",
        action,
        object,
        outcome,
        origin: "10.20.30.40",
        actor: HOSTILE,
    };
    let lines = [
        line(1_204, "signaal gelezen", "2026-K7Q3", "gedaan"),
        line(1_203, "ingelogd", "", "geweigerd"),
        line(1_201, "stukken voor openbaarmaking gemaakt", "2026-M2XR", "niets gedaan"),
    ];
    let actions = ["ingelogd", "signaal gelezen"].map(|action| Choice { value: action, label: action, hint: None });
    let counts = [
        LogCount { label: "signaal gelezen", numbers: &[412, 380, 0] },
        LogCount { label: "vraag van verrijking bijgewerkt", numbers: &[12, 8, 9] },
    ];
    let errors =
        [failed("van", "Schrijf een dag als 31-12-2026."), failed("tot", "De laatste dag ligt voor de eerste.")];
    let head = "000000001204-62611aa41323fb2d9089ac332f45b7660e76e9750758023f9d4000be41908ba7";
    desk::logboek(
        &DeskFrame { audits: true, ..DESK },
        &Logboek {
            state: if wrong {
                LogState::Broken { what: "regel 12 is veranderd", when: "26-11-2026 03:00:00" }
            } else {
                LogState::Sound { head, when: "26-11-2026 03:00:00" }
            },
            months: &["november 2026", "oktober 2026", "september 2026"],
            by_action: &counts,
            by_route: &[LogCount { label: "Ondermijning (AOV)", numbers: &[400, 300, 20] }],
            actions: &actions,
            action: "ingelogd",
            from: if wrong { "gisteren" } else { "01-11-2026" },
            to: "",
            who: HOSTILE,
            object: "2026-K7Q3",
            lines: if wrong { &[] } else { &lines },
            total: if wrong { 0 } else { 103 },
            page: 2,
            pages: 3,
            proven_until: None,
            errors: if wrong { &errors } else { &[] },
        },
    )
}
