//! Who must be informed: the table row by row against the protocol, and what settles a duty.

use std::collections::BTreeSet;

use ::domain::{
    Answers, RouteName, Status, Subject,
    message::MessageType,
    protocol::{
        Office, Role, StepKind, Track,
        inform::{Discharge, DutyCode, Moment, ROWS, Row, Wording, rows},
        track::{Event, Mailbox, State},
    },
};

use super::{about, on, read, route_of, step, subjects, typed};

/// Code, article, part of the wording of confidentiality, and to whom, each with part of through whom.
type Wanted<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, &'a str)]);

const COMMITTEE: &str = "de griffier en de voorzitter van de integriteitscommissie";

const TABLE: &[Wanted<'_>] = &[
    (
        "V1-W",
        "art. 4 lid 3",
        "betrachten vertrouwelijkheid",
        &[("melder", ""), ("overige wethouders", ""), ("secretaris", ""), ("seniorenconvent", COMMITTEE)],
    ),
    (
        "V1-B",
        "art. 5 lid 3",
        "betrachten vertrouwelijkheid",
        &[
            ("melder", ""),
            ("fractievoorzitters", ""),
            ("wethouders", ""),
            ("secretaris", ""),
            ("Commissaris van de Koning", ""),
        ],
    ),
    ("V1-R", "art. 6 lid 3", "discretie en prudentie", &[("melder", ""), ("fractievoorzitters", "")]),
    ("V2-W", "art. 4 lid 4", "", &[("betrokkene", "")]),
    ("V2-B", "art. 5 lid 4", "", &[("betrokkene", "")]),
    ("V2-R", "art. 6 lid 4", "", &[("betrokkene", "")]),
    ("V3-W", "art. 4 lid 5", "", &[("rapport in het dossier", "")]),
    ("V3-B", "art. 5 lid 5", "", &[("rapport in het dossier", "")]),
    ("V3-R", "art. 6 lid 5", "", &[("rapport in het dossier", "")]),
    (
        "V4-W",
        "art. 4 lid 6",
        "",
        &[("melder", ""), ("betrokkene", ""), ("overige wethouders", ""), ("integriteitscommissie", COMMITTEE)],
    ),
    (
        "V4-B",
        "art. 5 lid 6",
        "",
        &[
            ("melder", ""),
            ("betrokkene", ""),
            ("fractievoorzitters", ""),
            ("griffier", ""),
            ("wethouders", ""),
            ("secretaris", ""),
        ],
    ),
    (
        "V4-R",
        "art. 6 lid 6",
        "",
        &[
            ("melder", "vicevoorzitter van de raad"),
            ("betrokkene", "vicevoorzitter van de raad"),
            ("fractievoorzitters", "vicevoorzitter van de raad"),
            ("griffier", "vicevoorzitter van de raad"),
        ],
    ),
    ("F0", "art. 7 lid 5", "", &[("gemeenteraad", "")]),
    (
        "F1-W",
        "art. 9 lid 2",
        "discretie en prudentie",
        &[
            ("melder", ""),
            ("betrokkene", ""),
            ("overige wethouders", ""),
            ("secretaris", ""),
            ("integriteitscommissie", COMMITTEE),
        ],
    ),
    (
        "F1-B",
        "art. 10 lid 2",
        "betrachten vertrouwelijkheid",
        &[
            ("melder", ""),
            ("betrokkene", ""),
            ("fractievoorzitters", ""),
            ("wethouders", ""),
            ("gemeentesecretaris", ""),
            ("Commissaris van de Koning", ""),
        ],
    ),
    (
        "F1-R",
        "art. 11 lid 2",
        "discretie en prudentie",
        &[
            ("melder", "de voorzitter van de integriteitscommissie"),
            ("betrokkene", "de voorzitter van de integriteitscommissie"),
            ("burgemeester", "de voorzitter van de integriteitscommissie"),
            ("fractievoorzitters", "de voorzitter van de integriteitscommissie"),
        ],
    ),
    ("F2", "art. 12", "", &[("betrokkene", "")]),
    ("F3", "art. 8 lid 3", "", &[("opdrachtgever", "")]),
    ("A-WR", "art. 14 lid 1", "", &[("wethouders", ""), ("wethouders", "")]),
    ("A-B", "art. 14 lid 2", "", &[("wethouders", "")]),
    ("A-?", "art. 14 lid 3 en 4", "", &[("politie", "")]),
    (
        "R-W",
        "art. 15",
        "",
        &[
            ("integriteitscommissie", COMMITTEE),
            ("locoburgemeester (met inachtneming van de vervangingsvolgorde)", ""),
            ("raad", ""),
            ("college", ""),
            ("betrokkene", ""),
        ],
    ),
    (
        "R-B",
        "art. 16",
        "",
        &[
            ("fractievoorzitters", ""),
            ("locoburgemeester (met inachtneming van de vervangingsvolgorde)", ""),
            ("Commissaris van de Koning", ""),
            ("raad", ""),
            ("college", ""),
            ("betrokkene", ""),
        ],
    ),
    // The protocol names no copy to the betrokkene here, and none is made up.
    ("R-R", "art. 17", "", &[("fractievoorzitters", ""), ("raad", "")]),
];

#[test]
fn the_table_of_duties_says_what_the_protocol_says_row_by_row() {
    assert_eq!(
        TABLE.iter().map(|(code, ..)| *code).collect::<Vec<_>>(),
        DutyCode::ALL.iter().map(|c| c.label()).collect::<Vec<_>>()
    );
    for (code, article, wording, to) in TABLE {
        let rows: Vec<&Row> = ROWS.iter().filter(|row| row.code.label() == *code).collect();
        let found: Vec<_> = rows.iter().map(|row| row.to.label()).collect();
        assert_eq!(found, to.iter().map(|(role, _)| *role).collect::<Vec<_>>(), "{code}");
        for (row, (_, through)) in rows.iter().zip(*to) {
            assert!(row.article.starts_with(article), "{code}: {}", row.article);
            assert_eq!(row.through.is_some(), !through.is_empty(), "{code} {}", row.to);
            assert!(row.through.is_none_or(|said| said.contains(through)), "{code} {}", row.to);
            let said = row.wording.map_or("", Wording::label);
            assert!(said.contains(wording), "{code}: {said}");
            assert!(!wording.is_empty() || code.starts_with('R') || said.is_empty(), "{code}: {said}");
        }
    }
    assert_eq!(ROWS.len(), TABLE.iter().map(|(.., to)| to.len()).sum::<usize>());
}

#[test]
fn who_reads_the_report_first_and_who_next_is_told_apart() {
    for (code, first) in [("R-W", 2), ("R-B", 3), ("R-R", 1)] {
        let of = |moment| ROWS.iter().filter(move |row| row.code.label() == code && row.moment == moment);
        assert_eq!(of(Moment::EersteLezers).count(), first, "{code}");
        assert!(of(Moment::EersteLezers).all(|row| row.wording == Some(Wording::Discretie)));
        assert!(
            of(Moment::Toezending).all(|row| [Role::Raad, Role::College, Role::Betrokkene].contains(&row.to)),
            "{code}"
        );
    }
}

#[test]
fn each_office_has_its_own_rows_and_who_the_protocol_does_not_cover_has_none() {
    assert_eq!(rows(None).count(), 0);
    for office in Office::ALL {
        let names: Vec<_> = rows(Some(*office)).map(Row::name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{office}: a name stands for one duty");
        assert!(rows(Some(*office)).all(|row| row.office.is_none_or(|of| of == *office)));
        let messages = [
            MessageType::VoornemenVooronderzoek,
            MessageType::UitkomstVooronderzoek,
            MessageType::VoornemenFeitenonderzoek,
        ];
        for message in messages {
            let met = ::domain::protocol::inform::Met::Message(message);
            assert_eq!(rows(Some(*office)).filter(|row| row.met == met).count(), 1, "{office}: {message}");
        }
    }
    let of = |route, over: &[Subject]| Office::of(route, over);
    assert_eq!(of(RouteName::Burgemeester, &[Subject::Wethouder]), Some(Office::Wethouder));
    assert_eq!(
        of(RouteName::Integriteitscommissie, &[Subject::Wethouder, Subject::Burgemeester]),
        Some(Office::Burgemeester)
    );
    assert_eq!(of(RouteName::Integriteitscommissie, &[Subject::Wethouder, Subject::Raadslid]), Some(Office::Raadslid));
    for route in [RouteName::Ambtelijk, RouteName::Extern, RouteName::Aov] {
        assert_eq!(of(route, &[Subject::Wethouder]), None, "{route}");
    }
    assert_eq!(of(RouteName::Integriteitscommissie, &[Subject::Ambtenaar, Subject::Griffier]), None);
}

fn track(office: Office, events: Vec<Event>) -> Track {
    let events = events.into_iter().map(|event| (on("2026-11-23"), event)).collect();
    Track::of(route_of(office), &subjects(office), events, Mailbox::Open(Vec::new()))
}

fn open(track: &Track) -> BTreeSet<&'static str> {
    track.open().iter().map(|duty| duty.row.code.label()).collect()
}

#[test]
fn duties_arise_from_steps_and_from_statuses_that_were_set_without_them() {
    let burgemeester = |events| open(&track(Office::Burgemeester, events));
    let none: BTreeSet<&str> = BTreeSet::new();
    assert_eq!(burgemeester(vec![Event::Status(Status::InVoorscreening)]), none);
    assert_eq!(
        burgemeester(vec![Event::Step(step(StepKind::Voornemen))]),
        BTreeSet::from(["V1-B"]),
        "before it begins"
    );
    let start = [Event::Step(step(StepKind::Vooronderzoek)), Event::Status(Status::InVooronderzoek)];
    for event in start {
        assert_eq!(burgemeester(vec![event]), BTreeSet::from(["V1-B", "V2-B", "V3-B"]));
    }
    assert_eq!(
        burgemeester(vec![Event::Status(Status::VooronderzoekAfgerond)]),
        BTreeSet::from(["V1-B", "V2-B", "V3-B", "V4-B"])
    );
    assert_eq!(burgemeester(vec![Event::Step(step(StepKind::Bevindingen))]), BTreeSet::from(["V4-B"]));
    assert_eq!(burgemeester(vec![Event::Step(step(StepKind::Besluit))]), BTreeSet::from(["F1-B"]));
    assert_eq!(burgemeester(vec![Event::Status(Status::InFeitenonderzoek)]), BTreeSet::from(["F1-B", "F2"]));
    assert_eq!(burgemeester(vec![Event::Step(step(StepKind::Opdracht))]), BTreeSet::from(["F2", "F3"]));
    for event in [Event::Step(step(StepKind::Rapport)), Event::Status(Status::RapportGereed)] {
        assert_eq!(burgemeester(vec![event]), BTreeSet::from(["R-B"]));
    }
    assert_eq!(burgemeester(vec![Event::Step(step(StepKind::Aangifte))]), BTreeSet::from(["A-B"]));
    let setting = about(Office::Burgemeester);
    let doubt = read(
        StepKind::Aangifte,
        &[("aangifte", "bij twijfel: advies gevraagd aan de cie van de rijksrecherche")],
        &setting,
    );
    assert_eq!(burgemeester(vec![Event::Step(doubt.expect("advice"))]), BTreeSet::from(["A-?"]));
    for kind in [StepKind::Raadpleging, StepKind::Communicatie, StepKind::Geheimhouding, StepKind::Bespreking] {
        assert_eq!(burgemeester(vec![Event::Step(step(kind))]), none, "{kind}");
    }
    // What was before a reopening is done with.
    assert_eq!(burgemeester(vec![Event::Status(Status::InVooronderzoek), Event::Status(Status::Heropend)]), none);
}

fn state_of(track: &Track, code: &str, role: Role) -> State {
    let duty = track.duties().into_iter().find(|duty| duty.row.code.label() == code && duty.row.to == role);
    duty.unwrap_or_else(|| panic!("no duty {code} {role}")).state
}

#[test]
fn messages_and_steps_settle_their_duties_and_nobody_is_told_of_himself_as_another() {
    let start = || vec![(on("2026-11-20"), Event::Step(step(StepKind::Vooronderzoek)))];
    let over = [Subject::Burgemeester, Subject::Gemeentesecretaris, Subject::Wethouder];
    let of = |events, mailbox| Track::of(RouteName::Integriteitscommissie, &over, events, mailbox);
    let sent = Mailbox::Open(vec![(MessageType::VoornemenVooronderzoek, on("2026-11-19"))]);
    let told = of(start(), sent);
    assert!(matches!(state_of(&told, "V1-B", Role::Melder), State::Done { .. }));
    // Rules R1 and R3: the secretaris is a subject himself, and the wethouder it is about is none of "wethouders".
    assert!(matches!(state_of(&told, "V1-B", Role::Secretaris), State::NotApplicable(_)));
    assert_eq!(Role::Wethouders.caution(&told.over), Some("niet de wethouder over wie het gaat"));
    assert_eq!(state_of(&told, "V1-B", Role::Wethouders), State::Open);
    assert!(matches!(state_of(&of(start(), Mailbox::None), "V1-B", Role::Melder), State::NotApplicable(_)));
    assert_eq!(state_of(&of(start(), Mailbox::Closed), "V1-B", Role::Melder), State::Hidden);
    assert_eq!(state_of(&of(start(), Mailbox::Open(Vec::new())), "V1-B", Role::Melder), State::Open);
    // A message of before the reopening says nothing of this round.
    let again = vec![(on("2026-11-20"), Event::Status(Status::Heropend)), start().remove(0)];
    let old = Mailbox::Open(vec![(MessageType::VoornemenVooronderzoek, on("2026-11-19"))]);
    assert_eq!(state_of(&of(again, old), "V1-B", Role::Melder), State::Open);
    // A written report of progress and a spoken one: both.
    let mut events = vec![(on("2026-11-20"), Event::Step(step(StepKind::Opdracht)))];
    events.push((on("2026-11-20"), Event::Step(step(StepKind::Voortgang))));
    assert_eq!(state_of(&of(events.clone(), Mailbox::None), "F3", Role::Opdrachtgever), State::Open);
    let written = read(StepKind::Voortgang, &[("voortgang_vorm", "schriftelijk")], &about(Office::Burgemeester));
    events.push((on("2026-11-20"), Event::Step(written.expect("progress"))));
    assert!(matches!(state_of(&of(events, Mailbox::None), "F3", Role::Opdrachtgever), State::Done { .. }));
}

const DONE: super::Typed<'static> = &[
    ("plicht", "V1-B secretaris"),
    ("plicht", "V1-B wethouders"),
    ("plicht_uitkomst", "gedaan"),
    ("plicht_op", "23-11-2026"),
    ("plicht_door", "Voorzitter"),
    ("plicht_wijze", "Een brief."),
];

fn discharge(office: Office, answers: &Answers, open: &[&'static Row]) -> Result<Discharge, Vec<&'static str>> {
    Discharge::parse(answers, &about(office), open).map_err(|errors| errors.iter().map(|error| error.field).collect())
}

#[test]
fn ticking_off_asks_who_when_and_how_or_why_not() {
    let open: Vec<_> = rows(Some(Office::Burgemeester)).filter(|row| row.moment == Moment::Voornemen).collect();
    let of = |changes: super::Typed<'_>| discharge(Office::Burgemeester, &typed(DONE, changes), &open);
    let said = of(&[]).expect("done");
    assert_eq!(said.plichten.len(), 2, "one letter goes to two");
    let sealed = serde_json::to_value(&said).expect("JSON");
    assert_eq!(sealed["plichten"][1], serde_json::json!({ "code": "V1-B", "wie": "secretaris" }));
    assert_eq!(sealed["gedaan_op"], "2026-11-23");
    assert_eq!(of(&[("plicht", ""), ("plicht_uitkomst", "")]).err(), Some(vec!["plicht", "plicht_uitkomst"]));
    assert_eq!(of(&[("plicht", "V4-B griffier")]).err(), Some(vec!["plicht"]), "not open");
    for day in ["", "24-11-2026", "30-09-2026", "29-02-2026", "31-11-2026", "vandaag", "23-11-26"] {
        assert_eq!(of(&[("plicht_op", day)]).err(), Some(vec!["plicht_op"]), "{day}");
    }
    assert_eq!(of(&[("plicht_door", " "), ("plicht_wijze", "")]).err(), Some(vec!["plicht_door", "plicht_wijze"]));
    for way in ["afgeweken", "n.v.t."] {
        assert_eq!(of(&[("plicht_uitkomst", way)]).err(), Some(vec!["plicht_reden"]), "{way}");
        let said = of(&[("plicht_uitkomst", way), ("plicht_reden", "Hij is ziek.")]).expect("with a reason");
        assert!(said.gedaan_op.is_none() && said.door.is_empty() && said.wijze.is_empty());
    }
    assert_eq!(of(&[("plicht_uitkomst", "misschien")]).err(), Some(vec!["plicht_uitkomst"]));
}

#[test]
fn the_council_is_always_told_and_what_a_step_settles_is_settled_there() {
    let every: Vec<_> = rows(Some(Office::Burgemeester)).collect();
    let why = [("plicht_uitkomst", "afgeweken"), ("plicht_reden", "Liever niet.")];
    let of = |duty: &'static str, changes: &[(&str, &str)]| {
        let changes: Vec<_> = changes.iter().copied().chain([("plicht", duty)]).collect();
        discharge(Office::Burgemeester, &typed(DONE, &changes), &every)
    };
    assert_eq!(of("F0 gemeenteraad", &why).err(), Some(vec!["plicht_uitkomst"]));
    assert!(of("F0 gemeenteraad", &[]).is_ok());
    assert_eq!(of("V2-B betrokkene", &why).err(), Some(vec!["plicht_uitkomst"]), "both limbs stand at the step");
    assert_eq!(of("V2-B betrokkene", &[]).err(), Some(vec!["plicht_uitkomst"]));
    for duty in ["V3-B rapport in het dossier", "F2 betrokkene", "F3 opdrachtgever"] {
        assert_eq!(of(duty, &[]).err(), Some(vec!["plicht_uitkomst"]), "{duty}");
        assert!(of(duty, &why).is_ok(), "{duty}");
    }
}

#[test]
fn the_report_goes_on_once_its_first_readers_have_it_and_the_betrokkene_hears_it_not_by_accident() {
    let report = || Event::Step(step(StepKind::Rapport));
    let now = track(Office::Burgemeester, vec![report()]);
    assert!(now.can_be_left().is_empty());
    let can = |track: &Track| track.can_be_settled().iter().map(|row| row.to).collect::<Vec<_>>();
    assert_eq!(can(&now), [Role::Fractievoorzitters, Role::Locoburgemeester, Role::Commissaris]);
    let first: Vec<_> = now.can_be_settled();
    let fields: Vec<_> = first.iter().map(|row| row.name().value()).collect();
    let mut changes: Vec<(&str, &str)> = fields.iter().map(|value| ("plicht", value.as_str())).collect();
    let rest =
        [("plicht_uitkomst", "gedaan"), ("plicht_op", "23-11-2026"), ("plicht_door", "x"), ("plicht_wijze", "y")];
    changes.extend(rest);
    let said = discharge(Office::Burgemeester, &typed(&[], &changes), &first).expect("done");
    let next = track(Office::Burgemeester, vec![report(), Event::Discharge(said.clone())]);
    assert_eq!(can(&next), [Role::Raad, Role::College], "whether the betrokkene may know was not decided");
    let told = Event::Step(step(StepKind::Betrokkene));
    let next = track(Office::Burgemeester, vec![told, report(), Event::Discharge(said)]);
    assert_eq!(can(&next), [Role::Raad, Role::College, Role::Betrokkene]);
}
