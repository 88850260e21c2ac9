//! The form of each step: what it takes, and the fields at which it is refused.

use ::domain::{
    Dated, RouteName,
    protocol::{Office, Setting, Step, StepKind, assignment::Method},
};

use super::{about, good, on, read, refused, step};

/// A burgemeester's signal with one talk, whose report was sent on 20 November.
fn setting() -> Setting {
    Setting { hearings: vec![on("2026-11-20")], ..about(Office::Burgemeester) }
}

#[test]
fn every_step_reads_back_from_the_case_file_as_it_was_written() {
    let now = ::domain::FixedClock::at("2026-11-23T11:00:00Z".parse().expect("a moment"));
    for kind in StepKind::ALL {
        let taken = step(*kind);
        assert_eq!(taken.kind(), *kind);
        let sealed = serde_json::to_value(Dated::at(::domain::Clock::now(&now), taken.clone())).expect("JSON");
        assert_eq!(sealed["stap"], kind.label());
        assert_eq!(sealed["datum"], "2026-11-23");
        let read: Dated<Step> = serde_json::from_value(sealed).expect("a step");
        assert!(read.inhoud == taken, "{kind}");
        assert_eq!(format!("{taken:?}"), "Step(..)", "no log can hold it");
    }
}

#[test]
fn no_step_takes_a_day_that_cannot_be() {
    for kind in StepKind::ALL {
        for (field, _) in good(*kind).iter().filter(|(name, _)| name.ends_with("_op") || name.ends_with("_sinds")) {
            for day in ["", "24-11-2026", "30-09-2026", "29-02-2026", "2026-13-01", "31-11-2026", "20-11-26", "morgen"]
            {
                let found = refused(*kind, &[(field, day)], &setting());
                assert!(found.contains(field), "{kind}: {field} = {day:?} gave {found:?}");
            }
        }
    }
    // 29 February where there is one, written either way.
    let leap = Setting { today: on("2028-03-01"), received: on("2028-02-01"), ..setting() };
    for day in ["29-02-2028", "2028-02-29"] {
        assert!(read(StepKind::Vooronderzoek, &[("start_op", day)], &leap).is_ok(), "{day}");
    }
}

#[test]
fn no_step_does_without_its_texts() {
    let texts = [
        (StepKind::Voornemen, "voornemen_regel"),
        (StepKind::Vooronderzoek, "start_vraag"),
        (StepKind::Raadpleging, "raadpleging_opbrengst"),
        (StepKind::Bevindingen, "bevindingen_tekst"),
        (StepKind::Bevindingen, "bevindingen_hoofdlijnen"),
        (StepKind::Besluit, "besluit_motivering"),
        (StepKind::Besluit, "besluit_proportionaliteit"),
        (StepKind::Opdracht, "opdracht_aanleiding"),
        (StepKind::Opdracht, "opdracht_doel"),
        (StepKind::Opdracht, "opdracht_wie"),
        (StepKind::Opdracht, "opdracht_afstand_waarom"),
        (StepKind::Voortgang, "voortgang_tekst"),
        (StepKind::Gehoor, "gehoor_verslag"),
        (StepKind::Rapport, "rapport_conclusie"),
        (StepKind::Aangifte, "aangifte_bij"),
        (StepKind::Communicatie, "communicatie_tekst"),
        (StepKind::Geheimhouding, "geheim_waarop"),
        (StepKind::Geheimhouding, "geheim_grond"),
        (StepKind::Bespreking, "bespreking_aanleiding"),
        (StepKind::Bespreking, "bespreking_uitkomst"),
    ];
    for (kind, field) in texts {
        for value in [" \n", "\u{1a}"] {
            assert_eq!(refused(kind, &[(field, value)], &setting()), [field], "{kind}");
        }
        let long = "x".repeat(100_001);
        assert_eq!(refused(kind, &[(field, &long)], &setting()), [field], "{kind}");
    }
}

#[test]
fn no_step_takes_a_choice_that_is_not_in_its_list() {
    let choices = [
        (StepKind::Raadpleging, "raadpleging_wie"),
        (StepKind::Betrokkene, "betrokkene_ingelicht"),
        (StepKind::Besluit, "besluit"),
        (StepKind::Besluit, "besluit_door"),
        (StepKind::Opdracht, "opdracht_commissie"),
        (StepKind::Opdracht, "opdracht_afstand"),
        (StepKind::Kennisgeving, "kennisgeving_inhoud"),
        (StepKind::Voortgang, "voortgang_vorm"),
        (StepKind::Gehoor, "gehoor_wie"),
        (StepKind::Gehoor, "gehoor_getekend"),
        (StepKind::Reactie, "reactie_gehoor"),
        (StepKind::Reactie, "reactie_ondertekend"),
        (StepKind::Rapport, "rapport_geheim"),
        (StepKind::Aangifte, "aangifte"),
        (StepKind::Geheimhouding, "geheim_door"),
    ];
    for (kind, field) in choices {
        for value in ["", "onzin", "0"] {
            assert!(refused(kind, &[(field, value)], &setting()).contains(&field), "{kind}: {field} = {value:?}");
        }
    }
}

#[test]
fn only_who_stands_in_the_protocol_is_consulted_and_nobody_it_is_about() {
    let of = |who, setting: &Setting| read(StepKind::Raadpleging, &[("raadpleging_wie", who)], setting).is_ok();
    assert!(of("griffier", &setting()) && of("fractievoorzitters", &setting()));
    assert!(
        !of("burgemeester", &setting()) && !of("integriteitsfunctionaris", &setting()) && !of("melder", &setting())
    );
    let mut both = setting();
    both.over.push(::domain::Subject::Griffier);
    assert!(!of("griffier", &both) && of("fractievoorzitters", &both));
    let outside = Setting { office: None, over: vec![::domain::Subject::Ambtenaar], ..setting() };
    assert!(of("integriteitsfunctionaris", &outside) && !of("fractievoorzitters", &outside));
}

#[test]
fn who_it_is_about_decides_nothing() {
    let by = |who, setting: &Setting| read(StepKind::Besluit, &[("besluit_door", who)], setting).is_ok();
    assert!(by("raad", &setting()) && !by("burgemeester", &setting()));
    assert!(by("burgemeester", &about(Office::Wethouder)));
    assert!(!by("anders (buiten het protocol)", &setting()));
    assert!(by("anders (buiten het protocol)", &Setting { office: None, over: Vec::new(), ..setting() }));
    assert_eq!(refused(StepKind::Geheimhouding, &[("geheim_door", "burgemeester")], &setting()), ["geheim_door"]);
    assert_eq!(RouteName::Burgemeester.label(), "burgemeester");
}

#[test]
fn the_betrokkene_is_told_or_both_limbs_hold_with_a_reason() {
    let no = [("betrokkene_ingelicht", "nee"), ("betrokkene_op", "")];
    let of = |more: &[(&'static str, &'static str)]| {
        let changes: Vec<_> = no.iter().chain(more).copied().collect();
        read(StepKind::Betrokkene, &changes, &setting()).map_err(|e| e.iter().map(|e| e.field).collect::<Vec<_>>())
    };
    assert_eq!(of(&[]).err(), Some(vec!["betrokkene_ernstig", "betrokkene_gevaar", "betrokkene_reden"]));
    let (grave, danger, why) =
        (("betrokkene_ernstig", "ja"), ("betrokkene_gevaar", "ja"), ("betrokkene_reden", "Bewijs verdwijnt."));
    assert_eq!(of(&[grave, why]).err(), Some(vec!["betrokkene_gevaar"]));
    assert_eq!(of(&[danger, why]).err(), Some(vec!["betrokkene_ernstig"]));
    assert_eq!(of(&[grave, danger]).err(), Some(vec!["betrokkene_reden"]));
    assert!(of(&[grave, danger, why]).is_ok());
}

#[test]
fn no_investigation_needs_both_conditions_of_article_7_lid_5() {
    let none = ("besluit", "afgezien van onderzoek (art. 7 lid 5)");
    let of = |more: &[(&'static str, &'static str)]| {
        let changes: Vec<_> = [none, ("besluit_proportionaliteit", "")].iter().chain(more).copied().collect();
        read(StepKind::Besluit, &changes, &setting()).map_err(|e| e.iter().map(|e| e.field).collect::<Vec<_>>())
    };
    assert_eq!(of(&[]).err(), Some(vec!["besluit_aantoonbaar", "besluit_zeker"]));
    assert_eq!(of(&[("besluit_aantoonbaar", "ja")]).err(), Some(vec!["besluit_zeker"]));
    assert_eq!(of(&[("besluit_zeker", "ja")]).err(), Some(vec!["besluit_aantoonbaar"]));
    assert!(of(&[("besluit_aantoonbaar", "ja"), ("besluit_zeker", "ja")]).is_ok());
    // No concrete suspicion is another outcome, and asks neither.
    let changes = [("besluit", "geen concreet vermoeden na vooronderzoek"), ("besluit_proportionaliteit", "")];
    assert!(read(StepKind::Besluit, &changes, &setting()).is_ok());
}

#[test]
fn the_committee_is_far_enough_and_whole_or_external() {
    let intern = ("opdracht_commissie", "intern");
    let far = ("opdracht_afstand", "ja");
    let chair = ("opdracht_lid", "voorzitter van de integriteitscommissie");
    let of = |changes: &[(&str, &str)]| refused(StepKind::Opdracht, changes, &setting());
    assert_eq!(of(&[intern]), ["opdracht_lid", "opdracht_commissie"]);
    assert_eq!(of(&[intern, far]), ["opdracht_lid"]);
    assert_eq!(of(&[intern, far, chair]), ["opdracht_lid"], "both");
    assert_eq!(of(&[intern, chair, ("opdracht_lid", "griffier")]), ["opdracht_commissie"], "too near");
    assert!(read(StepKind::Opdracht, &[intern, far, chair, ("opdracht_lid", "griffier")], &setting()).is_ok());
    let mut both = setting();
    both.over.push(::domain::Subject::Griffier);
    assert_eq!(refused(StepKind::Opdracht, &[intern, far, chair], &both), ["opdracht_commissie"]);
}

#[test]
fn observing_and_following_are_for_externals_with_a_permit() {
    for method in Method::ALL {
        let chosen = ("opdracht_methode", method.label());
        let with = |changes: &[(&str, &str)]| {
            let changes: Vec<_> = changes.iter().copied().chain([chosen]).collect();
            read(StepKind::Opdracht, &changes, &setting()).map_err(|e| e.iter().map(|e| e.field).collect::<Vec<_>>())
        };
        let watched = matches!(method, Method::Cameras | Method::Volgen);
        assert_eq!(method.needs_permit(), watched);
        assert_eq!(with(&[]).err(), watched.then(|| vec!["opdracht_vergunning"]), "{method}");
        assert!(with(&[("opdracht_vergunning", "ja")]).is_ok(), "{method}");
        let inside = [
            ("opdracht_commissie", "intern"),
            ("opdracht_afstand", "ja"),
            ("opdracht_lid", "voorzitter van de integriteitscommissie"),
            ("opdracht_lid", "griffier"),
            ("opdracht_vergunning", "ja"),
        ];
        assert_eq!(with(&inside).err(), watched.then(|| vec!["opdracht_commissie"]), "{method}");
    }
}

#[test]
fn a_changed_order_says_why_and_the_report_which_methods_were_used() {
    let Step::Opdracht(order) =
        read(StepKind::Opdracht, &[("opdracht_methode", "onderzoek van documenten")], &setting()).expect("an order")
    else {
        panic!("an order")
    };
    let again = Setting { assignment: Some(*order), ..setting() };
    assert_eq!(refused(StepKind::Opdracht, &[], &again), ["opdracht_reden"]);
    assert!(read(StepKind::Opdracht, &[("opdracht_reden", "Er kwam een tweede jaar bij.")], &again).is_ok());
    assert_eq!(refused(StepKind::Rapport, &[], &again), ["rapport_methoden"]);
    assert!(read(StepKind::Rapport, &[("rapport_methoden", "Alleen documenten.")], &again).is_ok());
    assert_eq!(refused(StepKind::Rapport, &[("rapport_geheim", "ja")], &setting()), ["rapport_geheim_wat"]);
}

#[test]
fn the_letter_has_all_three_parts() {
    let parts: Vec<_> =
        good(StepKind::Kennisgeving).iter().filter(|(name, _)| *name == "kennisgeving_inhoud").collect();
    for (missing, _) in parts.iter().enumerate() {
        let rest: Vec<_> = parts.iter().enumerate().filter(|(at, _)| *at != missing).map(|(_, part)| **part).collect();
        let errors = read(StepKind::Kennisgeving, &rest, &setting()).expect_err("a part is missing");
        let letter = ["a", "b", "c"][missing];
        let sentence = errors.for_field("kennisgeving_inhoud").expect("at the field").to_string();
        assert!(sentence.contains(&format!("onderdeel {letter}.")), "{sentence}");
    }
}

#[test]
fn a_talk_is_held_by_two_and_its_report_answered_within_five_working_days() {
    for hearers in ["onderzoeker", "onderzoeker\n\n", "onderzoeker\nOnderzoeker ", "\n"] {
        assert_eq!(
            refused(StepKind::Gehoor, &[("gehoor_hoorders", hearers)], &setting()),
            ["gehoor_hoorders"],
            "{hearers:?}"
        );
    }
    let sent = ("gehoor_toegezonden_op", "19-11-2026");
    assert_eq!(refused(StepKind::Gehoor, &[sent], &setting()), ["gehoor_toegezonden_op"], "before the talk");
    let Step::Gehoor(talk) = step(StepKind::Gehoor) else { panic!("a talk") };
    assert_eq!(talk.react_until(), on("2026-11-27"));
    // Before the report was sent nobody reacts to it; who is silent has until the last day.
    assert_eq!(refused(StepKind::Reactie, &[("reactie_op", "19-11-2026")], &setting()), ["reactie_op"]);
    let silent = [("reactie_ondertekend", "reageerde niet")];
    assert_eq!(refused(StepKind::Reactie, &silent, &setting()), ["reactie_op"]);
    let later = Setting { today: on("2026-11-28"), ..setting() };
    assert!(read(StepKind::Reactie, &[silent[0], ("reactie_op", "28-11-2026")], &later).is_ok());
    let refuses = [("reactie_ondertekend", "weigerde te tekenen"), ("reactie_afwijkend", "Zo was het niet.")];
    assert!(read(StepKind::Reactie, &refuses, &setting()).is_ok(), "his own opinion goes with it");
    for number in ["2", "-1", "een"] {
        assert_eq!(refused(StepKind::Reactie, &[("reactie_gehoor", number)], &setting()), ["reactie_gehoor"]);
    }
}

#[test]
fn filing_follows_on_consultation_and_not_filing_has_its_reasons() {
    let one = ("aangifte_overleg", "integriteitscommissie");
    assert_eq!(refused(StepKind::Aangifte, &[one], &setting()), ["aangifte_overleg"], "the Commissaris too");
    assert!(read(StepKind::Aangifte, &[one], &about(Office::Wethouder)).is_ok());
    let not = ("aangifte", "geen aangifte");
    assert_eq!(refused(StepKind::Aangifte, &[not], &setting()), ["aangifte_motivering"]);
    let changes =
        [not, ("aangifte_motivering", "Er is geen misdrijf."), ("aangifte_overleg", ""), ("aangifte_bij", "")];
    assert!(read(StepKind::Aangifte, &changes, &setting()).is_ok());
    let doubt = ("aangifte", "bij twijfel: advies gevraagd aan de CIE van de Rijksrecherche");
    assert!(read(StepKind::Aangifte, &[doubt, ("aangifte_overleg", ""), ("aangifte_bij", "")], &setting()).is_ok());
    let mut about_griffier = setting();
    about_griffier.over.push(::domain::Subject::Griffier);
    let with = ("communicatie_met", "griffier");
    assert_eq!(refused(StepKind::Communicatie, &[with], &about_griffier), ["communicatie_met"]);
    assert!(read(StepKind::Communicatie, &[with], &setting()).is_ok());
}
