//! Verrijking as the domain knows it: who may do what at which stage, row by row; what is believed of whom; what forms take;
//! and what a question must not carry.

use ::domain::access::Colleague;
use ::domain::enrichment::form::{Wording, answered, details_wanted, explained, routine, tested, withdrawn};
use ::domain::enrichment::words::{taken_over, traces_of_reporter};
use ::domain::enrichment::{Act, Enriched, Enrichment, Outcome, Party, Posed, STEPS, Stage, Who, read};
use ::domain::field::TEXT;
use ::domain::{AccountId, Answers, Dated, FieldErrors};

const ASKER: &str = "verify1-lid";
const ASKED: &str = "verify1-gevraagde";
const APPROVER: &str = "verify1-toetser";

fn party(key: &str) -> Party {
    let wie = Colleague { account: AccountId(uuid::Uuid::nil()), naam: key.into(), functie: key.into() };
    Party { wie, sleutel: key.into() }
}

fn posed(approver: Option<&str>) -> Posed {
    Posed {
        aan: party(ASKED),
        vraag: "Staat er iemand ingeschreven?".into(),
        doel: "Nagaan of het pand bewoond is.".into(),
        grondslag: "Wet BRP".into(),
        bronnen: vec!["Kadaster".into(), "subsidies".into()],
        toets: approver.map(party),
    }
}

/// An act with its author: his key, and whether he is a member.
type Written = (&'static str, bool, Enrichment);

fn of(acts: Vec<Written>) -> Enriched {
    let now = "2026-11-23T11:00:00Z".parse().expect("a moment");
    read((1..).zip(acts).map(|(number, (key, decides, act))| (number, key.to_owned(), decides, Dated::at(now, act))))
}

fn asks(approver: Option<&str>) -> Written {
    (ASKER, true, Enrichment::Gevraagd(Box::new(posed(approver))))
}

fn answers(outcome: Outcome) -> Written {
    (ASKED, false, Enrichment::Beantwoord { nummer: 1, uitkomst: outcome, reden: String::new() })
}

fn approves(sources: &[&str]) -> Written {
    let bronnen = sources.iter().map(|source| (*source).to_owned()).collect();
    (APPROVER, false, Enrichment::Getoetst { nummer: 1, bronnen, reden: "Nodig.".into() })
}

fn wants_details() -> Written {
    (ASKER, true, Enrichment::DetailsGevraagd { nummer: 1, welke: "Hoeveel?".into() })
}

fn explains() -> Written {
    (ASKED, false, Enrichment::Toegelicht { nummer: 1, details: "Acht.".into() })
}

fn withdraws() -> Written {
    (ASKER, true, Enrichment::Ingetrokken { nummer: 1, reden: "Niet meer nodig.".into() })
}

/// What brings question 1 to a stage.
fn way_to(stage: Stage) -> Vec<Written> {
    match stage {
        Stage::WachtOpToets => vec![asks(Some(APPROVER))],
        Stage::NietGoedgekeurd => vec![asks(Some(APPROVER)), approves(&[])],
        Stage::WachtOpAntwoord => vec![asks(Some(APPROVER)), approves(&["Kadaster"])],
        Stage::Hit => vec![asks(None), answers(Outcome::Hit)],
        Stage::GeenHit => vec![asks(None), answers(Outcome::GeenHit)],
        Stage::NietTeZoeken => vec![asks(None), answers(Outcome::NietTeZoeken)],
        Stage::WachtOpDetails => vec![asks(None), answers(Outcome::Hit), wants_details()],
        Stage::Toegelicht => vec![asks(None), answers(Outcome::Hit), wants_details(), explains()],
        Stage::Ingetrokken => vec![asks(None), withdraws()],
    }
}

fn does(act: Act) -> Enrichment {
    match act {
        Act::Toetsen => approves(&["Kadaster"]).2,
        Act::Beantwoorden => answers(Outcome::Hit).2,
        Act::DetailsVragen => wants_details().2,
        Act::Toelichten => explains().2,
        Act::Intrekken => withdraws().2,
    }
}

#[test]
fn every_way_leads_to_its_stage() {
    for stage in Stage::ALL.iter().copied() {
        let read = of(way_to(stage));
        assert_eq!(read.question(1).map(::domain::enrichment::Question::stage), Some(stage), "{stage}");
        assert!(read.refused.is_empty(), "{stage}");
    }
}

#[test]
fn what_stands_in_the_table_is_taken_and_nothing_else_is() {
    let roles = [(Who::Member, ASKER, true), (Who::Asked, ASKED, false), (Who::Approver, APPROVER, false)];
    for stage in Stage::ALL.iter().copied() {
        for act in Act::ALL.iter().copied() {
            for (who, key, decides) in roles {
                // With an approver there is one in every row; without one the way there is another.
                let is_row = STEPS.iter().any(|step| step.act == act && step.at == stage && step.who == who);
                let mut acts = way_to(stage);
                let number = u32::try_from(acts.len()).expect("few") + 1;
                acts.push((key, decides, does(act)));
                let read = of(acts);
                assert_eq!(!read.refused.contains(&number), is_row, "{act} by {who:?} at {stage}");
                if !is_row {
                    assert_eq!(read.question(1).expect("a question").stage(), stage, "nothing changed");
                }
            }
        }
    }
}

#[test]
fn an_act_of_the_wrong_author_counts_for_nothing_and_is_named() {
    let wrong: Vec<(&str, Vec<Written>)> = vec![
        ("a guest puts a question", vec![("verify1-gast", false, asks(None).2)]),
        ("a guest answers another's question", vec![asks(None), ("verify1-gast", false, answers(Outcome::GeenHit).2)]),
        (
            "a member answers a colleague's question",
            vec![asks(None), ("verify1-lid-2", true, answers(Outcome::GeenHit).2)],
        ),
        ("who asked approves it himself", vec![asks(Some(APPROVER)), (ASKER, true, approves(&["Kadaster"]).2)]),
        ("who was asked withdraws it", vec![asks(None), (ASKED, false, withdraws().2)]),
        (
            "who was asked asks for his own details",
            vec![asks(None), answers(Outcome::Hit), (ASKED, false, wants_details().2)],
        ),
        ("sources that nobody asked for", vec![asks(Some(APPROVER)), approves(&["Kadaster", "uitkeringen en zorg"])]),
        ("an answer to nothing", vec![answers(Outcome::Hit)]),
        (
            "a guest writes the routine ground",
            vec![("verify1-gast", false, Enrichment::GewoneAanleiding { tekst: "x".into() })],
        ),
        ("a member asks himself", vec![(ASKED, true, asks(None).2)]),
        ("a member names himself as approver", vec![(APPROVER, true, asks(Some(APPROVER)).2)]),
        ("who searches approves", vec![asks(Some(ASKED))]),
    ];
    for (what, acts) in wrong {
        let last = u32::try_from(acts.len()).expect("few");
        let read = of(acts);
        assert_eq!(read.refused, [last], "{what}");
        assert!(read.routine.is_none(), "{what}");
    }
}

#[test]
fn sources_are_those_that_were_approved() {
    let waits = of(way_to(Stage::WachtOpToets));
    assert_eq!(waits.question(1).expect("a question").sources(), ["Kadaster", "subsidies"]);
    let fewer = of(way_to(Stage::WachtOpAntwoord));
    assert_eq!(fewer.question(1).expect("a question").sources(), ["Kadaster"]);
}

#[test]
fn the_last_routine_ground_holds() {
    let writes = |text: &str| (ASKER, true, Enrichment::GewoneAanleiding { tekst: text.into() });
    let read = of(vec![writes("Eerst."), writes("Daarna.")]);
    assert_eq!(read.routine.map(|(_, written)| written.inhoud).as_deref(), Some("Daarna."));
}

#[test]
fn an_act_comes_back_from_json_as_it_was() {
    for stage in Stage::ALL.iter().copied() {
        for (_, _, act) in way_to(stage) {
            let json = serde_json::to_string(&act).expect("json");
            assert!(serde_json::from_str::<Enrichment>(&json).is_ok_and(|again| again == act), "{json}");
        }
    }
    let json = serde_json::to_value(asks(None).2).expect("json");
    assert_eq!((json["wat"].as_str(), json["aan"]["sleutel"].as_str()), (Some("gevraagd"), Some(ASKED)));
    assert_eq!(format!("{:?}", asks(None).2), "Enrichment(..)");
}

fn fields(errors: &FieldErrors) -> Vec<&'static str> {
    errors.iter().map(|error| error.field).collect()
}

/// Fields with what was typed in them.
type Typed<'a> = Vec<(&'a str, &'a str)>;

fn filled(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().copied().collect()
}

#[test]
fn a_questions_form_says_what_is_wrong_at_its_field() {
    let whole = [("vraag", "Wie?"), ("doel", "Weten."), ("grondslag", "Wet BRP"), ("bronnen", "Kadaster")];
    let without = |name: &str| whole.iter().copied().filter(|(field, _)| *field != name).collect::<Vec<_>>();
    let long = "x".repeat(TEXT + 1);
    let name = "x".repeat(201);
    let rows: Vec<(Typed<'_>, &[&str])> = vec![
        (whole.to_vec(), &[]),
        (vec![], &["vraag", "doel", "grondslag", "bronnen"]),
        (without("vraag"), &["vraag"]),
        (without("doel"), &["doel"]),
        (without("grondslag"), &["grondslag"]),
        (without("bronnen"), &["bronnen"]),
        ([without("bronnen"), vec![("andere_bron", "eigen archief")]].concat(), &[]),
        ([without("bronnen"), vec![("bronnen", "Horoscoop")]].concat(), &["bronnen"]),
        ([whole.to_vec(), vec![("andere_bron", &name)]].concat(), &["andere_bron"]),
        ([without("vraag"), vec![("vraag", &long)]].concat(), &["vraag"]),
        ([without("doel"), vec![("doel", "a\u{1a}b")]].concat(), &["doel"]),
    ];
    for (typed, wrong) in rows {
        let parsed = Wording::parse(&filled(&typed));
        assert_eq!(parsed.as_ref().err().map(fields).unwrap_or_default(), wrong, "{:?}", parsed.err());
    }
    let twice = [whole.to_vec(), vec![("bronnen", "Kadaster"), ("andere_bron", "Kadaster")]].concat();
    let Ok(wording) = Wording::parse(&filled(&twice)) else { panic!("it is good") };
    assert_eq!(wording.to(party(ASKED), None).bronnen, ["Kadaster"], "each source once");
}

#[test]
fn the_forms_about_a_question_say_what_is_wrong_at_their_fields() {
    type Parser = fn(&::domain::enrichment::Question, &Answers) -> Result<Enrichment, FieldErrors>;
    let read = of(vec![asks(Some(APPROVER))]);
    let question = read.question(1).expect("a question");
    let agreed = "akkoord met de aangevinkte bronnen";
    let rows: Vec<(Parser, Typed<'_>, &[&str])> = vec![
        (tested, vec![], &["oordeel"]),
        (tested, vec![("oordeel", agreed)], &["bronnen"]),
        (tested, vec![("oordeel", agreed), ("bronnen", "Kadaster")], &[]),
        (tested, vec![("oordeel", agreed), ("bronnen", "BAG")], &["bronnen"]),
        (tested, vec![("oordeel", "niet akkoord"), ("bronnen", "Kadaster")], &["reden_toets"]),
        (tested, vec![("oordeel", "niet akkoord"), ("reden_toets", "Geen grond.")], &[]),
        (tested, vec![("oordeel", "misschien"), ("bronnen", "Kadaster")], &["oordeel"]),
        (answered, vec![], &["uitkomst"]),
        (answered, vec![("uitkomst", "hit")], &[]),
        (answered, vec![("uitkomst", "geen hit")], &[]),
        (answered, vec![("uitkomst", "hit"), ("reden_antwoord", "Er staan er acht.")], &["reden_antwoord"]),
        (answered, vec![("uitkomst", "kan niet gezocht worden")], &["reden_antwoord"]),
        (answered, vec![("uitkomst", "kan niet gezocht worden"), ("reden_antwoord", "Geen bron.")], &[]),
        (answered, vec![("uitkomst", "misschien")], &["uitkomst"]),
        (details_wanted, vec![], &["welke"]),
        (explained, vec![("details", " ")], &["details"]),
        (withdrawn, vec![], &["reden"]),
        (withdrawn, vec![("reden", "Niet meer nodig.")], &[]),
    ];
    for (parse, typed, wrong) in rows {
        let parsed = parse(question, &filled(&typed));
        assert_eq!(parsed.err().as_ref().map(fields).unwrap_or_default(), wrong, "{typed:?}");
    }
    assert_eq!(routine(&filled(&[])).err().as_ref().map(fields), Some(vec!["aanleiding"]));
    // Who is not agreed leaves no source, whatever stayed ticked.
    let refused =
        tested(question, &filled(&[("oordeel", "niet akkoord"), ("bronnen", "Kadaster"), ("reden_toets", "Nee.")]));
    let Ok(Enrichment::Getoetst { bronnen, .. }) = refused else { panic!("it is good") };
    assert!(bronnen.is_empty());
}

#[test]
fn words_that_were_taken_over_from_a_reporter_are_found_however_they_were_typed() {
    let told = ["Mijn baas zet elke vrijdag een koffer met geld in de keet.", "Hij heet Jan."];
    let rows: [(&str, Option<&str>); 7] = [
        ("Staat er iemand ingeschreven op dit adres?", None),
        ("Een koffer met geld?", None),
        ("Zet hij elke vrijdag een koffer met iets?", None),
        ("Wie zet elke vrijdag een koffer met geld neer?", Some("zet elke vrijdag een koffer met geld")),
        ("ELKE  vrijdag, een koffer: met geld", Some("ELKE  vrijdag, een koffer: met geld")),
        ("“Mijn baas zet élke vrijdag een koffer”", Some("Mijn baas zet élke vrijdag een koffer")),
        ("", None),
    ];
    for (text, found) in rows {
        assert_eq!(taken_over(text, &told), found, "{text}");
    }
    assert_eq!(taken_over("vrijdag een koffer met geld in", &[]), None);
}

#[test]
fn what_points_at_the_reporter_is_found_and_what_a_question_is_about_is_left_alone() {
    let kinds = |text: &str| traces_of_reporter(text).iter().map(|trace| trace.kind.label()).collect::<Vec<_>>();
    for (text, found) in [
        ("Ik ben de enige die dit weet.", vec!["ik ben de enige"]),
        ("Bel mij op 06-12345678.", vec!["telefoonnummer"]),
        ("Mail naar jan@voorbeeld.nl", vec!["e-mailadres"]),
        ("Kenteken 12-ABC-3, adres Dorpsstraat 5, 7741 AB", vec![]),
        ("Rekening NL91 ABNA 0417 1643 00", vec![]),
    ] {
        assert_eq!(kinds(text), found, "{text}");
    }
}
