//! What comes before what: the table row by row, and what the page then says is next.

use std::collections::BTreeSet;

use ::domain::{
    RouteName, Status,
    protocol::{
        Office, StepKind, Track, assignment, communication, criminal,
        order::{Need, ORDER, way},
        preliminary,
        track::{Event, Mailbox},
    },
};

use super::{about, on, read, route_of, step, subjects};

#[test]
fn every_step_has_a_row_and_needs_what_the_protocol_puts_before_it() {
    let kinds: Vec<_> = ORDER.iter().map(|row| row.step).collect();
    assert_eq!(kinds, StepKind::ALL);
    let needs: Vec<(&str, Vec<Need>)> = ORDER.iter().map(|row| (row.step.label(), row.needs.to_vec())).collect();
    use Need::{Assignment, Findings, Heard, Hearing, Investigate, Notice, Screening, Start, Told, Unstarted};
    assert_eq!(
        needs,
        [
            ("voornemen", vec![Screening, Unstarted]),
            ("vooronderzoek", vec![Screening]),
            ("raadpleging", vec![Start]),
            ("betrokkene", vec![Start]),
            ("bevindingen", vec![Start, Told]),
            ("besluit", vec![Start, Findings]),
            ("opdracht", vec![Investigate]),
            ("kennisgeving", vec![Investigate, Assignment]),
            ("voortgang", vec![Assignment]),
            ("gehoor", vec![Assignment, Notice]),
            ("reactie", vec![Hearing]),
            ("rapport", vec![Assignment, Notice, Heard]),
            ("aangifte", vec![]),
            ("communicatie", vec![]),
            ("geheimhouding", vec![]),
            ("bespreking", vec![]),
        ]
    );
    assert!(
        ORDER.iter().all(|row| !row.source.is_empty()
            && row.once == matches!(row.step, StepKind::Voornemen | StepKind::Vooronderzoek))
    );
    let brings: Vec<_> = ORDER.iter().filter_map(|row| Some((row.step, row.brings?))).collect();
    assert_eq!(
        brings,
        [
            (StepKind::Vooronderzoek, Status::InVooronderzoek),
            (StepKind::Bevindingen, Status::VooronderzoekAfgerond),
            (StepKind::Rapport, Status::RapportGereed),
        ]
    );
}

#[test]
fn who_may_be_consulted_who_files_who_investigates_and_who_communicates_is_the_protocols() {
    let labels = |roles: &[::domain::protocol::Role]| roles.iter().map(|role| role.label()).collect::<Vec<_>>();
    const LOCO: &str = "locoburgemeester (met inachtneming van de vervangingsvolgorde)";
    let consulted: [(Office, &str, &[&str]); 3] = [
        (
            Office::Wethouder,
            "art. 4 lid 2",
            &[LOCO, "gemeentesecretaris", "integriteitsfunctionaris", "externe adviseur"],
        ),
        (
            Office::Burgemeester,
            "art. 5 lid 2",
            &[LOCO, "fractievoorzitters", "gemeentesecretaris", "griffier", "externe adviseur"],
        ),
        (Office::Raadslid, "art. 6 lid 2", &["burgemeester", "griffier", "externe adviseur"]),
    ];
    for ((office, roles, article), (of, by, names)) in preliminary::CONSULTED.iter().zip(consulted) {
        assert_eq!((*office, *article, labels(roles)), (of, by, names.to_vec()));
    }
    let filed: Vec<_> = criminal::FILINGS
        .iter()
        .map(|r| (r.code.label(), r.office, r.by.label(), labels(r.consults), r.article))
        .collect();
    assert_eq!(
        filed,
        [
            ("A-WR", Office::Wethouder, "burgemeester", vec!["integriteitscommissie"], "art. 14 lid 1"),
            ("A-WR", Office::Raadslid, "burgemeester", vec!["integriteitscommissie"], "art. 14 lid 1"),
            (
                "A-B",
                Office::Burgemeester,
                "voorzitter van de integriteitscommissie",
                vec!["integriteitscommissie", "Commissaris van de Koning"],
                "art. 14 lid 2"
            ),
        ]
    );
    let least: Vec<_> =
        assignment::MINIMUM.iter().map(|(office, roles, article)| (*office, labels(roles), *article)).collect();
    assert_eq!(
        least,
        [
            (Office::Wethouder, vec!["burgemeester", "gemeentesecretaris"], "art. 9 lid 3"),
            (Office::Burgemeester, vec!["voorzitter van de integriteitscommissie", "griffier"], "art. 10 lid 3"),
            (Office::Raadslid, vec!["burgemeester", "griffier"], "art. 11 lid 3"),
        ]
    );
    let told: Vec<_> =
        communication::COORDINATION.iter().map(|r| (r.code, r.by.label(), labels(r.with), r.article)).collect();
    let college = vec!["overige collegeleden", "gemeentesecretaris", "integriteitscommissie", "Openbaar Ministerie"];
    assert_eq!(
        told,
        [
            ("C-W", "burgemeester", college.clone(), "art. 18 lid 1"),
            (
                "C-B",
                "voorzitter van de integriteitscommissie",
                vec![
                    "collegeleden",
                    "gemeentesecretaris",
                    "griffier",
                    "fractievoorzitters",
                    "Commissaris van de Koning",
                    "Openbaar Ministerie"
                ],
                "art. 18 lid 2"
            ),
            ("C-R", "voorzitter van de raad", college, "art. 18 lid 3"),
        ]
    );
}

#[test]
fn a_step_brings_its_status_along_where_no_reason_is_asked_and_no_answer_is_claimed() {
    let of = |from, to| way(from, to, RouteName::Burgemeester);
    assert_eq!(of(Status::InVoorscreening, Status::InVooronderzoek), [Status::InVooronderzoek]);
    assert_eq!(of(Status::InVooronderzoek, Status::InVooronderzoek), []);
    assert_eq!(
        of(Status::VooronderzoekAfgerond, Status::InFeitenonderzoek),
        [Status::InWeging, Status::Gewogen, Status::InFeitenonderzoek]
    );
    assert_eq!(of(Status::ReactieGevraagd, Status::VooronderzoekAfgerond), [], "nobody says that an answer came");
    assert_eq!(of(Status::ReactieOntvangen, Status::RapportGereed), [Status::InFeitenonderzoek, Status::RapportGereed]);
    assert_eq!(of(Status::RapportGereed, Status::InVooronderzoek), [], "never back");
    assert_eq!(way(Status::InVoorscreening, Status::InVooronderzoek, RouteName::Aov), []);
}

fn track(events: Vec<Event>) -> Track {
    let office = Office::Burgemeester;
    let events = events.into_iter().map(|event| (on("2026-11-23"), event)).collect();
    Track::of(route_of(office), &subjects(office), events, Mailbox::None)
}

#[test]
fn the_track_says_what_is_next_from_screening_to_closing() {
    let today = on("2026-11-23");
    let next = |events: &[Event]| track(events.to_vec()).next(today).step;
    let mut events = vec![Event::Status(Status::InVoorscreening)];
    assert_eq!(next(&[]), None, "acknowledge first");
    let mut walk = |kind: StepKind, then: &[Event]| {
        assert_eq!(next(&events), Some(kind));
        assert_eq!(track(events.clone()).blocked(kind, today), None, "{kind}");
        events.push(Event::Step(step(kind)));
        events.extend(then.to_vec());
    };
    walk(StepKind::Voornemen, &[]);
    walk(StepKind::Vooronderzoek, &[]);
    walk(StepKind::Betrokkene, &[]);
    walk(StepKind::Bevindingen, &[Event::Weighed]);
    walk(StepKind::Besluit, &[]);
    walk(StepKind::Opdracht, &[]);
    walk(StepKind::Kennisgeving, &[]);
    walk(StepKind::Gehoor, &[]);
    // The report was sent on 20 November: the fifth working day is the 27th.
    assert_eq!(next(&events), Some(StepKind::Reactie));
    let blocked = |day| track(events.clone()).blocked(StepKind::Rapport, on(day));
    assert_eq!(blocked("2026-11-27"), Some(Need::Heard.label()));
    assert_eq!(blocked("2026-11-28"), None, "the term is over");
    events.push(Event::Step(step(StepKind::Reactie)));
    assert_eq!(track(events.clone()).blocked(StepKind::Rapport, today), None, "or he reacted");
    assert_eq!(next(&events), Some(StepKind::Rapport));
    events.push(Event::Step(step(StepKind::Rapport)));
    let end = track(events.clone()).next(today);
    assert!(end.step.is_none() && end.what.contains("Informeer wie nog"), "{}", end.what);
    events.push(Event::Status(Status::Afgehandeld));
    let closed = track(events.clone());
    assert!(StepKind::ALL.iter().all(|kind| closed.blocked(*kind, today).is_some_and(|why| why.contains("Heropen"))));
    // Opened again, it begins again; what was done before is done with.
    events.extend([Event::Status(Status::Heropend), Event::Status(Status::InVoorscreening)]);
    assert_eq!(next(&events), Some(StepKind::Voornemen));
}

#[test]
fn what_cannot_be_done_yet_says_why() {
    let today = on("2026-11-23");
    let screened = track(vec![Event::Status(Status::InVoorscreening)]);
    let words = |kind| screened.blocked(kind, today);
    assert_eq!(words(StepKind::Vooronderzoek), None);
    assert_eq!(words(StepKind::Bevindingen), Some(Need::Start.label()));
    assert_eq!(words(StepKind::Opdracht), Some(Need::Investigate.label()));
    assert_eq!(words(StepKind::Gehoor), Some(Need::Assignment.label()));
    assert_eq!(words(StepKind::Reactie), Some(Need::Hearing.label()));
    for kind in [StepKind::Aangifte, StepKind::Communicatie, StepKind::Geheimhouding, StepKind::Bespreking] {
        assert_eq!(words(kind), None, "{kind} can be taken at any moment");
    }
    for status in [Status::Ontvangen, Status::OntvangstBevestigd, Status::Heropend] {
        assert_eq!(
            track(vec![Event::Status(status)]).blocked(StepKind::Vooronderzoek, today),
            Some(Need::Screening.label())
        );
    }
    // A later decision not to investigate stops what an earlier one began.
    let setting = about(Office::Burgemeester);
    let stop = read(StepKind::Besluit, &[("besluit", "geen concreet vermoeden na vooronderzoek")], &setting)
        .expect("a decision");
    let stopped =
        track(vec![Event::Step(step(StepKind::Besluit)), Event::Step(step(StepKind::Opdracht)), Event::Step(stop)]);
    for kind in [StepKind::Opdracht, StepKind::Voortgang, StepKind::Gehoor, StepKind::Rapport] {
        let why = stopped.blocked(kind, today).unwrap_or_default();
        assert!(why.contains("Er komt geen onderzoek"), "{kind}: {why}");
        assert_eq!(stopped.rules_out(kind), kind != StepKind::Opdracht, "{kind}: what was written stays what it is");
    }
    assert!(!stopped.rules_out(StepKind::Aangifte), "a charge is possible at any moment");
    let titles: BTreeSet<_> = StepKind::ALL.iter().map(|kind| kind.title()).collect();
    assert_eq!(titles.len(), StepKind::ALL.len());
}

#[test]
fn an_intention_comes_before_the_start_and_only_where_somebody_must_know() {
    let today = on("2026-11-23");
    let begun = track(vec![Event::Status(Status::InVoorscreening), Event::Step(step(StepKind::Vooronderzoek))]);
    assert_eq!(begun.blocked(StepKind::Voornemen, today), Some(Need::Unstarted.label()));
    assert!(begun.rules_out(StepKind::Voornemen));
    // Outside the protocol nobody must know of it beforehand: it can be started at once.
    let screened = vec![(today, Event::Status(Status::InVoorscreening))];
    let outside = Track::of(RouteName::Ambtelijk, &[::domain::Subject::Ambtenaar], screened.clone(), Mailbox::None);
    assert_eq!(outside.next(today).step, Some(StepKind::Vooronderzoek));
    // Once it is intended, the protocol's own duties come first; after them the start.
    let office = Office::Burgemeester;
    let intended = screened.into_iter().chain([(today, Event::Step(step(StepKind::Voornemen)))]).collect();
    let next = Track::of(route_of(office), &subjects(office), intended, Mailbox::None).next(today);
    assert_eq!(next.step, Some(StepKind::Vooronderzoek));
    assert!(next.what.contains("Meld eerst het voornemen"), "{}", next.what);
}

#[test]
fn without_an_investigation_what_is_left_is_to_inform_to_tell_the_reporter_and_to_close() {
    let today = on("2026-11-23");
    let setting = about(Office::Burgemeester);
    let none = [
        ("besluit", "afgezien van onderzoek (art. 7 lid 5)"),
        ("besluit_proportionaliteit", ""),
        ("besluit_aantoonbaar", "ja"),
        ("besluit_zeker", "ja"),
    ];
    let evident = read(StepKind::Besluit, &none, &setting).expect("a decision");
    let nothing = [("besluit", "geen concreet vermoeden na vooronderzoek"), ("besluit_proportionaliteit", "")];
    let nothing = read(StepKind::Besluit, &nothing, &setting).expect("a decision");
    let office = Office::Burgemeester;
    let of = |decision: &::domain::protocol::Step, mailbox: Mailbox| {
        let kinds = [StepKind::Vooronderzoek, StepKind::Betrokkene, StepKind::Bevindingen];
        let mut events: Vec<_> = kinds.into_iter().map(|kind| (today, Event::Step(step(kind)))).collect();
        events.extend([(today, Event::Weighed), (today, Event::Step(decision.clone()))]);
        Track::of(route_of(office), &subjects(office), events, mailbox)
    };
    for decision in [&evident, &nothing] {
        let track = of(decision, Mailbox::None);
        for kind in StepKind::ALL {
            let later = matches!(kind.phase().label(), "Feitenonderzoek" | "Rapport");
            let is_late = *kind == StepKind::Voornemen;
            assert_eq!(track.rules_out(*kind), later || is_late, "{kind}");
        }
        assert_eq!(track.next(today).step, None);
    }
    assert!(of(&evident, Mailbox::None).next(today).what.contains("Informeer de gemeenteraad"));
    assert!(
        !of(&nothing, Mailbox::None).next(today).what.contains("gemeenteraad"),
        "the protocol names it at 7.5 alone"
    );
}
