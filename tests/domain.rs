//! The vocabulary and its rules, seen from outside: routes, statuses, terms, pickup codes, and what forms parse to.

use ::domain::choices::{Breach, Choice, InConvent, Influence, Knowers, Phenomenon, SignalType, VulnerableProcess};
use ::domain::clock::{dutch_date, hour};
use ::domain::description::Description;
use ::domain::field::{STORY, TEXT};
use ::domain::message::{Message, MessageType};
use ::domain::pickup::PickupError;
use ::domain::report::{FIELDS, parse_over};
use ::domain::status::{StatusChange, TRANSITIONS, Track, transitions_from};
use ::domain::subject::RoutingError;
use ::domain::term::{Term, TermCode, TermState, current_term, dutch};
use ::domain::weighing::{Criterion, Level, Weighing, analogy};
use ::domain::words::Word;
use ::domain::{
    Answers, Clock, FieldErrors, FixedClock, Kenmerk, NoReader, PickupCode, PublicStatus, Report, RouteName, Routing,
    Wishes,
};
use ::domain::{Status, Subject};
use chrono::{DateTime, Days, NaiveDate, Utc};
use proptest::prelude::*;
use rand::SeedableRng;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use templates::Text;

/// What a person is told at a field.
fn said(errors: &FieldErrors, field: &str) -> String {
    errors.for_field(field).map(|sentence| web::told::sentence(sentence, Text::DUTCH)).unwrap_or_default()
}

type Outcome = Result<(), Box<dyn Error>>;

fn refused<T>(parsed: Result<T, FieldErrors>) -> FieldErrors {
    match parsed {
        Ok(_) => panic!("this should have been refused"),
        Err(errors) => errors,
    }
}

fn fields(errors: &FieldErrors) -> Vec<&'static str> {
    errors.iter().map(|error| error.field).collect()
}

fn at(time: &str) -> DateTime<Utc> {
    time.parse().unwrap_or_else(|_| panic!("no time: {time}"))
}

fn day(date: &str) -> NaiveDate {
    date.parse().unwrap_or_else(|_| panic!("no date: {date}"))
}

// ---- clock and terms

#[test]
fn a_day_begins_at_dutch_midnight_in_winter_and_in_summer() {
    for (time, date) in [
        ("2026-01-31T22:59:59Z", "2026-01-31"),
        ("2026-01-31T23:00:00Z", "2026-02-01"),
        ("2026-03-28T23:00:00Z", "2026-03-29"),
        ("2026-03-29T21:59:59Z", "2026-03-29"), // that night the clock went forward
        ("2026-03-29T22:00:00Z", "2026-03-30"),
        ("2026-10-24T22:00:00Z", "2026-10-25"),
        ("2026-10-25T22:59:59Z", "2026-10-25"), // and that night back
        ("2026-12-31T23:00:00Z", "2027-01-01"),
    ] {
        assert_eq!(dutch_date(at(time)), day(date), "{time}");
    }
    assert_eq!(hour(at("1970-01-01T01:59:59Z")), 1);
    assert_eq!(hour(at("1969-12-31T23:59:59Z")), -1);
    let clock = FixedClock::at(at("2026-01-01T00:00:00Z"));
    clock.set(at("2026-11-23T12:00:00Z"));
    assert_eq!(clock.now(), at("2026-11-23T12:00:00Z"));
}

#[test]
fn an_acknowledgement_is_due_in_seven_days_and_feedback_three_calendar_months_later() {
    for (received, acknowledged, code, due) in [
        ("2026-11-23", None, TermCode::T1, "2026-11-30"),
        ("2026-12-28", None, TermCode::T1, "2027-01-04"),
        ("2026-03-25", None, TermCode::T1, "2026-04-01"),
        ("2026-11-20", Some("2026-11-30"), TermCode::T2, "2027-02-28"),
        ("2027-11-20", Some("2027-11-30"), TermCode::T2, "2028-02-29"),
        ("2026-05-20", Some("2026-05-31"), TermCode::T2, "2026-08-31"),
        ("2026-08-20", Some("2026-08-31"), TermCode::T2, "2026-11-30"),
        ("2026-12-01", Some("2026-12-01"), TermCode::T2, "2027-03-01"),
    ] {
        let term = current_term(day(received), acknowledged.map(day), false, false);
        assert_eq!(term, Some(Term { code, due: day(due) }), "{received} {acknowledged:?}");
    }
    let (received, sent) = (day("2026-11-20"), Some(day("2026-11-21")));
    assert_eq!(current_term(received, sent, true, false), None);
    assert_eq!(current_term(received, None, false, true), None);
}

#[test]
fn a_term_warns_from_day_five_and_is_late_only_after_its_last_day() {
    let received = day("2026-11-23");
    let Some(term) = current_term(received, None, false, false) else { panic!("no term") };
    let state = |days| term.state(received + Days::new(days));
    assert_eq!([state(4), state(5), state(7), state(8)], {
        use TermState::{Late, OnTime, Warning};
        [OnTime, Warning, Warning, Late]
    });
    assert_eq!(
        (dutch(term.due), term.code.code(), term.code.label()),
        ("30 november 2026".into(), "T1", "ontvangstbevestiging")
    );
    assert_eq!(dutch(day("2026-03-02")), "2 maart 2026");
}

// ---- kenmerk and pickup code

#[test]
fn a_kenmerk_is_read_back_in_any_case_and_nothing_else_is() -> Outcome {
    let mut randomness = rand::rngs::StdRng::seed_from_u64(1);
    for _ in 0..1000 {
        let kenmerk = Kenmerk::random(2026, &mut randomness);
        assert!(kenmerk.as_str().starts_with("2026-") && !kenmerk.as_str()[5..].contains(['0', 'O', '1', 'I', 'L']));
        assert_eq!(format!("  {}\n", kenmerk.to_string().to_lowercase()).parse::<Kenmerk>()?, kenmerk);
        assert_eq!(serde_json::to_value(&kenmerk)?, json!(kenmerk.as_str()));
    }
    for typed in
        ["", "2026", "2026-", "2026-K7Q3M", "2026-K7Q3MXX", "2026-K7Q3M0", "26-K7Q3MX", "2026-K7Q3M\u{e9}", "../K7Q3MX"]
    {
        assert!(typed.parse::<Kenmerk>().is_err(), "{typed}");
    }
    Ok(())
}

const SEPARATORS: &[&str] = &[" ", "\r\n", "-", ", ", ".", "  3. ", " – ", ";\t", " 10) "];

fn a_code() -> impl Strategy<Value = PickupCode> {
    prop::array::uniform10(0..2048_u16).prop_map(|indices| PickupCode::from_words(indices.map(Word::at)))
}

proptest! {
    #[test]
    fn a_pickup_code_survives_how_people_type(
        code in a_code(),
        separators in prop::array::uniform10(prop::sample::select(SEPARATORS)),
        short in any::<[bool; 10]>(),
        loud in any::<bool>(),
    ) {
        let mut typed = String::from("1. ");
        for ((word, separator), short) in code.words().iter().zip(separators).zip(short) {
            typed += if short { &word.text()[..4] } else { word.text() };
            typed += separator;
        }
        let typed = if loud { typed.to_uppercase() } else { typed };
        prop_assert_eq!(PickupCode::parse(&typed).ok(), Some(code.clone()));
        prop_assert_eq!(PickupCode::parse(&code.text()).ok(), Some(code));
    }

    #[test]
    fn reading_a_code_never_fails_badly(typed in any::<String>()) {
        let _ = PickupCode::parse(&typed).map_err(|error| error.sentences());
    }
}

#[test]
fn a_mistyped_pickup_code_is_explained() {
    let words = [7_u16, 70, 700, 1000, 1100, 1200, 1300, 1400, 1500, 2047].map(Word::at);
    let texts = words.map(Word::text);
    let sentences = |typed: &str| match PickupCode::parse(typed) {
        Ok(_) => panic!("read as a code: {typed}"),
        Err(error) => error.sentences().iter().map(|said| web::told::sentence(said, Text::DUTCH)).collect::<Vec<_>>(),
    };
    assert_eq!(sentences(" 1. 2. \n"), ["Typ de tien woorden van uw ophaalcode."]);
    assert!(
        sentences(&texts[..9].join(" "))[0].contains("9 woorden")
            && sentences(&texts[..9].join(" "))[0].contains("ontbreekt")
    );
    assert!(sentences(&[&texts[..], &texts[..1]].concat().join(" "))[0].contains("te veel"));
    assert_eq!(PickupCode::parse(&"aan ".repeat(100_000)), Err(PickupError::Count { found: 100_000 }));

    let mut mistyped = texts.map(str::to_owned);
    mistyped[2].insert(2, 'q');
    mistyped[9] = "x".repeat(30);
    let Err(PickupError::Unknown(unknown)) = PickupCode::parse(&mistyped.join(" ")) else { panic!("all known") };
    assert_eq!(unknown.iter().map(|word| word.position).collect::<Vec<_>>(), [3, 10]);
    let nearest = unknown[0].nearest();
    assert!(nearest.contains(&texts[2]) && nearest.len() <= 3);
    let sentences = sentences(&mistyped.join(" "));
    assert!(sentences[0].starts_with(&format!("Woord 3 (‘{}’)", mistyped[2])), "{sentences:?}");
    assert!(sentences[1].contains(&format!("‘{}…’", "x".repeat(20))), "{sentences:?}");
    let shown = format!("{:?} {:?}", PickupCode::from_words(words), PickupError::Unknown(unknown));
    assert!(!shown.contains(texts[0]) && !shown.contains(&mistyped[2]), "{shown}");
}

// ---- routes

#[test]
fn every_subject_has_the_route_of_the_table() {
    use RouteName::{Ambtelijk, Aov, Burgemeester, Extern, Integriteitscommissie};
    let routes = [
        ("burgemeester", Integriteitscommissie),
        ("wethouder", Burgemeester),
        ("raadslid", Integriteitscommissie),
        ("gemeentesecretaris", Extern),
        ("griffier", Extern),
        ("leidinggevende", Ambtelijk),
        ("ambtenaar", Ambtelijk),
        ("ingehuurde kracht", Ambtelijk),
        ("burger", Aov),
        ("ondernemer/bedrijf", Aov),
        ("locatie/pand", Aov),
        ("weet ik niet", Aov),
    ];
    let found: Vec<_> =
        Subject::ALL.iter().map(|subject| (subject.label(), Routing::default().route(*subject))).collect();
    assert_eq!(found, routes);
}

#[test]
fn of_several_routes_the_strictest_wins() {
    use Subject::{Ambtenaar, Burger, Griffier, Raadslid, WeetIkNiet, Wethouder};
    let routing = Routing::default();
    for (over, route) in [
        (vec![], None),
        (vec![Burger, WeetIkNiet], Some(RouteName::Aov)),
        (vec![Burger, Ambtenaar], Some(RouteName::Ambtelijk)),
        (vec![Ambtenaar, Wethouder, Burger], Some(RouteName::Burgemeester)),
        (vec![Wethouder, Raadslid], Some(RouteName::Integriteitscommissie)),
        (vec![Raadslid, Griffier, Wethouder], Some(RouteName::Extern)),
    ] {
        assert_eq!(routing.route_for(&over), route, "{over:?}");
    }
}

#[test]
fn a_municipality_changes_single_routes_and_never_to_the_subject_himself() -> Outcome {
    let routing = demo_routing()?;
    assert_eq!(routing.route(Subject::Griffier), RouteName::Burgemeester);
    assert_eq!(routing.route(Subject::Wethouder), RouteName::Burgemeester);
    assert_eq!(serde_json::from_value::<Routing>(serde_json::to_value(&routing)?)?, routing);
    let refused = |subject, route| Routing::try_from(BTreeMap::from([(subject, route)])).err();
    let (subject, route) = (Subject::Burgemeester, RouteName::Burgemeester);
    assert_eq!(refused(subject, route), Some(RoutingError::Himself { subject, route }));
    assert!(refused(Subject::Burgemeester, RouteName::Aov).is_some());
    assert!(refused(Subject::Wethouder, RouteName::Aov).is_some());
    assert!(refused(Subject::Burger, RouteName::Bewaarder).is_some());
    assert!(refused(Subject::Griffier, RouteName::Integriteitscommissie).is_none());
    assert!(serde_json::from_value::<Routing>(json!({"wethoudr": "aov"})).is_err());
    assert!(RouteName::ALL.iter().all(|route| Text::DUTCH.choice("reader", route.label()) != "…"));
    Ok(())
}

fn any_subjects() -> impl Strategy<Value = Vec<Subject>> {
    prop::sample::subsequence(Subject::ALL, 1..5)
}

fn any_routes() -> impl Strategy<Value = Vec<RouteName>> {
    prop::sample::subsequence(RouteName::ALL, 0..=RouteName::ALL.len())
}

/// Any table that the configuration takes.
fn any_routing() -> impl Strategy<Value = Routing> {
    let change = (prop::sample::select(Subject::ALL), prop::sample::select(RouteName::ALL));
    prop::collection::vec(change, 0..4).prop_filter_map("a table that is refused", |changes| {
        Routing::try_from(changes.into_iter().collect::<BTreeMap<_, _>>()).ok()
    })
}

proptest! {
    #[test]
    fn whatever_a_reporter_wishes_nobody_reads_about_himself_or_what_he_was_kept_from(
        routing in any_routing(),
        over in any_subjects(),
        niet_lezen in any_routes(),
        convent in prop::option::of(prop::sample::select(InConvent::ALL)),
        keys in any_routes(),
    ) {
        let wishes = Wishes { in_seniorenconvent: convent, niet_lezen: niet_lezen.clone() };
        let reachable = |route| keys.contains(&route);
        match routing.choose(&over, &wishes, reachable) {
            Ok(route) => {
                prop_assert!(reachable(route) && route.takes_signals() && !niet_lezen.contains(&route));
                let about = |subject: Subject| over.contains(&subject);
                // Who reads on a route, and whom he works for; what the municipality decided itself is its own.
                let own = |subject: Subject| routing.route(subject) == route;
                match route {
                    RouteName::Burgemeester => prop_assert!(!about(Subject::Burgemeester)),
                    RouteName::Integriteitscommissie => {
                        prop_assert!(!about(Subject::Griffier) || own(Subject::Griffier));
                        let may_sit_in_it = matches!(convent, Some(InConvent::Ja | InConvent::WeetIkNiet));
                        prop_assert!(!about(Subject::Raadslid) || !may_sit_in_it);
                    }
                    RouteName::Aov => prop_assert!(!about(Subject::Burgemeester) && !about(Subject::Wethouder)),
                    _ => {}
                }
                // Where nothing stands in the way it is the configured one.
                if niet_lezen.is_empty() && convent.is_none() && over.len() == 1 {
                    prop_assert_eq!(route, routing.route(over[0]));
                }
            }
            Err(NoReader::NotYet(route)) => prop_assert!(!reachable(route) && Some(route) == routing.route_for(&over)),
            Err(NoReader::NobodyLeft) => {}
            Err(NoReader::NoSubject) => prop_assert!(over.is_empty()),
        }
    }
}

#[test]
fn who_is_kept_from_reading_makes_way_for_the_strictest_other() {
    use RouteName::{Ambtelijk, Aov, Burgemeester, Extern, Integriteitscommissie};
    use Subject::{Ambtenaar, Burger, Griffier, Raadslid, Wethouder};
    let routing = Routing::default();
    let all = RouteName::ALL;
    let inside = [Aov, Ambtelijk, Burgemeester, Integriteitscommissie];
    let chosen = |over: &[Subject], not: &[RouteName], convent, keys: &[RouteName]| {
        let wishes = Wishes { in_seniorenconvent: convent, niet_lezen: not.to_vec() };
        routing.choose(over, &wishes, |route| keys.contains(&route))
    };
    assert_eq!(chosen(&[Wethouder], &[], None, all), Ok(Burgemeester));
    assert_eq!(chosen(&[Wethouder], &[Burgemeester], None, all), Ok(Extern));
    assert_eq!(chosen(&[Wethouder], &[Burgemeester], None, &inside), Ok(Integriteitscommissie));
    assert_eq!(chosen(&[Wethouder], &[Burgemeester, Integriteitscommissie], None, &inside), Err(NoReader::NobodyLeft));
    assert_eq!(chosen(&[Burger], &[Aov], None, &[Aov, Ambtelijk]), Ok(Ambtelijk));
    assert_eq!(chosen(&[Burger], &[Aov], None, &[Aov, RouteName::Bewaarder]), Err(NoReader::NobodyLeft));
    assert_eq!(chosen(&[Raadslid], &[], None, &inside), Ok(Integriteitscommissie));
    assert_eq!(chosen(&[Raadslid], &[], Some(InConvent::Nee), &inside), Ok(Integriteitscommissie));
    for may_sit in [InConvent::Ja, InConvent::WeetIkNiet] {
        assert_eq!(chosen(&[Raadslid], &[], Some(may_sit), &inside), Ok(Burgemeester));
        assert_eq!(chosen(&[Raadslid], &[], Some(may_sit), all), Ok(Extern));
        assert_eq!(chosen(&[Raadslid], &[], Some(may_sit), &[Aov, Integriteitscommissie]), Err(NoReader::NobodyLeft));
    }
    // Nobody is sent to another in silence because the right reader has no key yet.
    assert_eq!(chosen(&[Griffier], &[], None, &inside), Err(NoReader::NotYet(Extern)));
    assert_eq!(chosen(&[Ambtenaar], &[Extern], None, &inside), Ok(Ambtelijk));
    assert_eq!(chosen(&[], &[], None, all), Err(NoReader::NoSubject));
}

#[test]
fn what_a_reporter_wishes_of_his_readers_is_part_of_the_report() -> Outcome {
    let wish = [("over_wie", "raadslid"), ("in_seniorenconvent", "weet ik niet"), ("niet_lezen", "extern")];
    let report = Report::parse(&with(&wish))?;
    assert_eq!(report.readers.in_seniorenconvent, Some(InConvent::WeetIkNiet));
    let sealed = serde_json::to_value(&report)?;
    assert_eq!((&sealed["in_seniorenconvent"], &sealed["niet_lezen"]), (&json!("weet ik niet"), &json!(["extern"])));
    assert_eq!(serde_json::from_value::<Report>(sealed)?, report);
    // Of a signal about no raadslid the answer says nothing, whatever it is.
    let other = Report::parse(&with(&[("in_seniorenconvent", "misschien")]))?;
    assert_eq!(other.readers, Wishes::default());
    let wrong = [("over_wie", "raadslid"), ("in_seniorenconvent", "misschien"), ("niet_lezen", "bewaarder")];
    assert_eq!(fields(&refused(Report::parse(&with(&wrong)))), ["in_seniorenconvent", "niet_lezen"]);
    Ok(())
}

#[test]
fn office_holders_named_in_the_text_are_noticed() {
    use Subject::{Ambtenaar, Burgemeester, Gemeentesecretaris, Griffier, Raadslid, Wethouder};
    let routing = Routing::default();
    for (text, over, named) in [
        ("De BURGEMEESTER wist ervan.", vec![Ambtenaar], vec![Burgemeester]),
        ("burgemeester en wethouders", vec![Ambtenaar], vec![Burgemeester, Wethouder]),
        ("de loco-burgemeester, de locoburgemeester", vec![Ambtenaar], vec![Wethouder]),
        ("twee raadsleden; een raadslid", vec![Ambtenaar], vec![Raadslid]),
        ("de gemeente secretaris of de gemeentesecretaris", vec![Ambtenaar], vec![Gemeentesecretaris]),
        ("de griffier/wethouder", vec![Ambtenaar], vec![Wethouder, Griffier]),
        ("The mayor, two aldermen and a councillor", vec![Ambtenaar], vec![Burgemeester, Wethouder, Raadslid]),
        ("Der Bürgermeister. Der Bu\u{308}rgermeister.", vec![Ambtenaar], vec![Burgemeester]),
        ("burgemeesterswoning, griffierecht, secretaris van de club", vec![Ambtenaar], vec![]),
        ("de wethouder", vec![Wethouder], vec![]),
        ("de burgemeester", vec![Raadslid], vec![]), // the same route already
        ("het raadslid", vec![Wethouder], vec![Raadslid]),
    ] {
        let chosen = routing.route_for(&over).unwrap_or(RouteName::Aov);
        assert_eq!(routing.named_elsewhere(text, &over, chosen), named, "{text}");
    }
}

// ---- reports

fn demo_routing() -> Result<Routing, serde_json::Error> {
    serde_json::from_value(json!({"gemeentesecretaris": "integriteitscommissie", "griffier": "burgemeester"}))
}

fn samples() -> Result<Vec<Value>, serde_json::Error> {
    serde_json::from_str(include_str!("../config/demo/signalen.json"))
}

/// A sample signal as a browser's form sends it.
fn as_form(sample: &Value) -> Answers {
    let typed = |value: &Value, choice: bool| match value {
        Value::Bool(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
        other if choice => other.as_str().unwrap_or_default().to_lowercase(),
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    let mut answers = Answers::default();
    for field in FIELDS {
        match sample.get(field) {
            Some(Value::Array(values)) => values.iter().for_each(|value| answers.push(*field, typed(value, true))),
            Some(value) => answers.push(*field, typed(value, matches!(*field, "over_wie" | "soort"))),
            None => {}
        }
    }
    answers
}

#[test]
fn every_sample_signal_parses_whole_and_goes_where_it_should() -> Outcome {
    let routing = demo_routing()?;
    let samples = samples()?;
    assert_eq!(samples.len(), 40);
    for sample in &samples {
        let report = Report::parse(&as_form(sample)).map_err(|errors| format!("{}: {errors}", sample["id"]))?;
        let route = routing.route_for(&report.over_wie).map(RouteName::label);
        assert_eq!(route, sample["verwachte_route"].as_str(), "{}", sample["id"]);
        let sealed = serde_json::to_value(&report)?;
        for field in FIELDS {
            let expected = match (*field, &sample[*field]) {
                (_, Value::Null) | ("ook_over", _) => Value::Null,
                (_, Value::Array(values)) if values.is_empty() => Value::Null,
                (_, Value::String(text)) if text.is_empty() => Value::Null,
                ("over_wie", one) => json!([one]),
                (_, Value::Array(values)) => {
                    let read: BTreeSet<_> =
                        sealed[*field].as_array().into_iter().flatten().map(Value::to_string).collect();
                    assert_eq!(read, values.iter().map(Value::to_string).collect(), "{} {field}", sample["id"]);
                    continue;
                }
                (_, value) => value.clone(),
            };
            assert_eq!(sealed.get(field).unwrap_or(&Value::Null), &expected, "{} {field}", sample["id"]);
        }
        assert_eq!(serde_json::from_value::<Report>(sealed)?, report);
    }
    Ok(())
}

fn short_report() -> Answers {
    [("over_wie", "burger"), ("soort", "weet ik niet"), ("wat", "Er klopt iets niet.")].into_iter().collect()
}

fn with(pairs: &[(&str, &str)]) -> Answers {
    let mut answers = short_report();
    pairs.iter().for_each(|(field, _)| answers.remove(field));
    pairs.iter().for_each(|(field, value)| answers.push(*field, *value));
    answers
}

#[test]
fn an_empty_report_names_the_three_required_fields_and_the_first_page_one() {
    assert_eq!(fields(&refused(Report::parse(&Answers::default()))), ["over_wie", "soort", "wat"]);
    assert_eq!(fields(&refused(Report::parse(&with(&[("wat", " \r\n\t "), ("soort", "")])))), ["soort", "wat"]);
    assert_eq!(fields(&refused(parse_over(&Answers::default()))), ["over_wie"]);
    assert_eq!(
        parse_over(&with(&[("over_wie", "griffier"), ("over_wie", "burgemeester"), ("over_wie", "griffier")])),
        { Ok(vec![Subject::Burgemeester, Subject::Griffier]) }
    );
}

#[test]
fn bad_input_is_an_error_at_its_field_and_all_come_at_once() {
    let long = "é".repeat(TEXT + 1);
    let errors = refused(Report::parse(&with(&[
        ("over_wie", "koning"),
        ("soort", "ondermijning"),
        ("soort", "integriteit"),
        ("schending", "iets"),
        ("wat", "goed\r\nmaar \u{0} niet"),
        ("wie", &long),
        ("direct_gevaar", "misschien"),
        ("vragen_mag", "ja"),
        ("vragen_mag", "nee"),
        ("ook_over", "nee"),
        ("ook_over", "wethouder"),
    ])));
    let at = ["over_wie", "soort", "schending", "wat", "wie", "direct_gevaar", "vragen_mag", "ook_over"];
    assert_eq!(fields(&errors), at);
    assert!(said(&errors, "wat").starts_with("In regel 2 "));
    assert!(said(&errors, "wie").contains("10.000") && said(&errors, "wie").contains("10.001"));
    assert_eq!(errors.for_field("waar"), None);
    assert!(Report::parse(&with(&[("schending", "diefstal"); 100])).is_err());
}

#[test]
fn limits_count_characters_and_text_keeps_its_lines_and_scripts() -> Outcome {
    let story = "🐝".repeat(STORY);
    let report = Report::parse(&with(&[("wat", &story), ("wie", "  één\r\ntwee\rdrie\tمرحبا \r\n\n")]))?;
    assert_eq!((report.wat, report.wie.as_str()), (story.clone(), "  één\ntwee\ndrie\tمرحبا"));
    assert_eq!(fields(&refused(Report::parse(&with(&[("wat", &(story + "x"))])))), ["wat"]);
    for control in ["\u{0}", "\u{7}", "\u{1b}[31m", "\u{7f}", "\u{85}x"] {
        assert!(Report::parse(&with(&[("waar", control)])).is_err(), "{control:?}");
    }
    Ok(())
}

#[test]
fn equal_answers_are_equal_bytes_in_the_order_of_the_form() -> Outcome {
    let ticked = ["wethouder", "burger"].map(|subject| ("over_wie", subject));
    let mut turned = ticked;
    turned.reverse();
    let others = [("vragen_mag", "nee"), ("kwetsbaar_proces", "subsidies ('frauderen')")];
    let one = serde_json::to_string(&Report::parse(&with(&[&ticked[..], &others].concat()))?)?;
    let other = serde_json::to_string(&Report::parse(&with(&[&others[..], &turned].concat()))?)?;
    assert_eq!(one, other);
    assert_eq!(
        one,
        concat!(
            r#"{"over_wie":["wethouder","burger"],"soort":"weet ik niet","kwetsbaar_proces":["subsidies ('frauderen')"],"#,
            r#""wat":"Er klopt iets niet.","vragen_mag":false}"#
        )
    );
    assert_eq!(format!("{:?}", short_report()), "Answers(..)");
    Ok(())
}

#[test]
fn the_check_page_asks_once_and_who_is_named_is_added() -> Outcome {
    let routing = Routing::default();
    let story = ("wie", "Een ondernemer en de wethouder");
    let chosen = RouteName::Aov;
    assert_eq!(Report::parse(&with(&[story]))?.asks_also(&routing, chosen), [Subject::Wethouder]);
    let no = Report::parse(&with(&[story, ("ook_over", "nee")]))?;
    assert_eq!((no.asks_also(&routing, chosen), no.over_wie), (vec![], vec![Subject::Burger]));
    let yes = Report::parse(&with(&[story, ("ook_over", "wethouder")]))?;
    assert_eq!(yes.over_wie, [Subject::Wethouder, Subject::Burger]);
    assert_eq!(routing.route_for(&yes.over_wie), Some(RouteName::Burgemeester));
    assert_eq!(Report::parse(&with(&[story, ("ook_over", "")]))?.asks_also(&routing, chosen), [Subject::Wethouder]);
    Ok(())
}

#[test]
fn every_choice_comes_back_from_the_value_that_its_form_sends() {
    fn all<C: Choice + std::fmt::Debug>(count: usize) {
        assert_eq!(C::all().len(), count);
        for choice in C::all() {
            assert_eq!(C::from_value(&choice.value()), Some(*choice));
            assert_eq!(choice.value(), choice.value().to_lowercase());
        }
    }
    all::<SignalType>(5);
    all::<Phenomenon>(7);
    all::<Breach>(34);
    all::<VulnerableProcess>(8);
    all::<Influence>(7);
    all::<Knowers>(6);
    all::<InConvent>(3);
    all::<Subject>(12);
    all::<Level>(5);
    all::<MessageType>(16);
    all::<Status>(17);
    assert_eq!(Breach::ALL.iter().map(|breach| breach.group()).collect::<BTreeSet<_>>().len(), 8);
}

proptest! {
    #[test]
    fn whatever_is_typed_a_report_parses_or_explains(
        fields in prop::collection::vec(prop::sample::select(FIELDS), 0..30),
        values in prop::collection::vec(prop_oneof![any::<String>(), "ja|nee|burger|wethouder|allebei"], 30),
    ) {
        let typed = fields.into_iter().zip(values);
        match Report::parse(&typed.collect()) {
            Ok(report) => {
                prop_assert!(!report.over_wie.is_empty() && !report.wat.is_empty() && !report.wat.contains('\r'));
                let _ = report.asks_also(&Routing::default(), RouteName::Aov);
            }
            Err(errors) => prop_assert!(!errors.is_empty() && errors.iter().all(|error| FIELDS.contains(&error.field))),
        }
    }
}

// ---- statuses

fn next(from: Status, route: RouteName) -> Vec<&'static str> {
    transitions_from(from, route).iter().map(|step| step.to.label()).collect()
}

#[test]
fn an_ondermijning_signal_takes_the_steps_of_the_table() {
    let aov = |from| next(from, RouteName::Aov);
    assert_eq!(aov(Status::Ontvangen), ["Ontvangst bevestigd", "Reactie gevraagd"]);
    assert_eq!(aov(Status::OntvangstBevestigd), ["In voorscreening", "Reactie gevraagd"]);
    assert_eq!(aov(Status::InVoorscreening), ["Afgehandeld", "Op LIO-agenda", "In weging", "Reactie gevraagd"]);
    assert_eq!(aov(Status::OpLioAgenda), ["In weging", "Reactie gevraagd"]);
    assert_eq!(aov(Status::InWeging), ["Gewogen", "Reactie gevraagd"]);
    assert_eq!(aov(Status::Gewogen), ["Verrijking", "Doorgeleid", "Afgehandeld", "Reactie gevraagd"]);
    assert_eq!(aov(Status::Afgehandeld), ["Heropend"]);
    assert_eq!(aov(Status::Heropend), ["In voorscreening", "Reactie gevraagd"]);
    let back = ["Reactie gevraagd", "In voorscreening", "In weging", "Op LIO-agenda", "Verrijking"];
    assert_eq!(aov(Status::ReactieOntvangen), back);
    assert!(aov(Status::InVooronderzoek).is_empty());
}

#[test]
fn an_integrity_signal_is_investigated_before_it_is_weighed_and_never_meets_the_lio() {
    let order = [
        Status::InVoorscreening,
        Status::InVooronderzoek,
        Status::VooronderzoekAfgerond,
        Status::InWeging,
        Status::Gewogen,
        Status::InFeitenonderzoek,
        Status::RapportGereed,
        Status::Doorgeleid,
        Status::Afgehandeld,
    ];
    for route in RouteName::ALL.iter().filter(|route| route.takes_signals() && **route != RouteName::Aov) {
        for pair in order.windows(2) {
            assert!(next(pair[0], *route).contains(&pair[1].label()), "{pair:?}");
        }
        assert!(!next(Status::InVoorscreening, *route).contains(&"In weging"));
        assert!(Status::ALL.iter().all(|from| !next(*from, *route).contains(&"Op LIO-agenda")));
    }
}

#[test]
fn the_table_of_steps_holds_its_rules() {
    let rows: BTreeSet<_> = TRANSITIONS.iter().map(|step| (step.from, step.to)).collect();
    assert_eq!(rows.len(), TRANSITIONS.len(), "a step stands there twice");
    for step in TRANSITIONS {
        assert!(step.to != Status::Vernietigd && step.from != Status::Vernietigd && !step.source.is_empty());
        assert!(step.reason || step.to != Status::Afgehandeld, "{step:?}");
        assert!(step.from.is_open() || step.to == Status::Heropend, "{step:?}");
    }
    for track in [Track::Ondermijning, Track::Integriteit] {
        let mut reached = BTreeSet::from([Status::Ontvangen]);
        for _ in Status::ALL {
            let steps = TRANSITIONS.iter().filter(|step| [Track::Both, track].contains(&step.track));
            let more: Vec<_> = steps.filter(|step| reached.contains(&step.from)).map(|step| step.to).collect();
            reached.extend(more);
        }
        let route = if track == Track::Ondermijning { RouteName::Aov } else { RouteName::Burgemeester };
        for status in reached.iter().filter(|status| status.is_open() && **status != Status::ReactieGevraagd) {
            assert!(next(*status, route).contains(&"Reactie gevraagd"), "{status}");
        }
        assert_eq!(reached.len(), if track == Track::Ondermijning { 12 } else { 14 });
    }
    let public =
        |wanted| Status::ALL.iter().filter(move |status| status.public() == wanted).copied().collect::<Vec<_>>();
    assert_eq!(public(PublicStatus::Received), [Status::Ontvangen]);
    assert_eq!(public(PublicStatus::Question), [Status::ReactieGevraagd]);
    assert_eq!(public(PublicStatus::Done), [Status::Afgehandeld, Status::Vernietigd]);
    let labels: Vec<_> = PublicStatus::ALL.iter().map(|status| status.label()).collect();
    assert_eq!(labels, ["Ontvangen", "Wij bekijken uw signaal", "Wij hebben een vraag", "Afgerond"]);
}

#[test]
fn closing_needs_a_reason_and_after_screening_a_terugkoppeling_too() -> Outcome {
    let close = |from, reden, sent| StatusChange::parse(from, RouteName::Aov, "Afgehandeld", reden, sent, true);
    assert_eq!(serde_json::to_value(close(Status::InVoorscreening, "Te weinig.", false)?)?, {
        json!({"status": "Afgehandeld", "reden": "Te weinig."})
    });
    assert_eq!(fields(&refused(close(Status::InVoorscreening, " ", true))), ["reden"]);
    assert_eq!(fields(&refused(close(Status::Gewogen, "", false))), ["reden", "status"]);
    assert_eq!(fields(&refused(close(Status::Gewogen, "Klaar.", false))), ["status"]);
    assert!(close(Status::Gewogen, "Klaar.", true).is_ok());
    for to in ["", "Vernietigd", "Gewogen", "onzin", "Ontvangen"] {
        assert_eq!(
            fields(&refused(StatusChange::parse(Status::Ontvangen, RouteName::Aov, to, "x", true, true))),
            ["status"],
            "{to}"
        );
    }
    let step = StatusChange::parse(Status::Ontvangen, RouteName::Extern, "Ontvangst bevestigd", "", false, true)?;
    assert_eq!(serde_json::to_value(step)?, json!({"status": "Ontvangst bevestigd"}));
    Ok(())
}

// ---- what the desk and the reporter write

fn weighing_of(typed: &BTreeMap<String, String>) -> Result<Weighing, FieldErrors> {
    Weighing::parse(&|field: &str| typed.get(field).map_or("", String::as_str))
}

#[test]
fn every_sample_weighing_parses_and_reads_back() -> Outcome {
    let samples = samples()?;
    let weighed: Vec<_> = samples.iter().filter(|sample| sample["weging"].is_object()).collect();
    assert_eq!(weighed.len(), 16);
    for sample in weighed {
        let mut typed: BTreeMap<String, String> =
            ["proportionaliteit", "conclusie"].map(|field| (field.into(), "Goed.".into())).into();
        for criterion in Criterion::ALL {
            let written = &sample["weging"][criterion.letter().to_string()];
            let (text, level) = criterion.fields();
            typed.insert(text.into(), written["toelichting"].as_str().unwrap_or_default().into());
            typed.insert(level.into(), written["niveau"].as_str().unwrap_or_default().into());
        }
        let weighing = weighing_of(&typed).map_err(|errors| format!("{}: {errors}", sample["id"]))?;
        assert_eq!(weighing.of(Criterion::D).toelichting, typed["d_toelichting"]);
        let sealed = serde_json::to_value(&weighing)?;
        assert_eq!(sealed["a"], sample["weging"]["a"]);
        assert_eq!(serde_json::from_value::<Weighing>(sealed)?, weighing);
    }
    Ok(())
}

#[test]
fn a_weighing_needs_all_eight_texts_proportionality_and_conclusion_and_no_level() {
    let errors = refused(weighing_of(&BTreeMap::new()));
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h"].map(|letter| format!("{letter}_toelichting"));
    assert_eq!(fields(&errors)[..8], letters);
    assert_eq!(fields(&errors)[8..], ["proportionaliteit", "conclusie"]);

    let mut typed: BTreeMap<String, String> =
        fields(&errors).iter().map(|field| ((*field).into(), "Goed.".into())).collect();
    assert!(weighing_of(&typed).is_ok_and(|weighing| weighing.e.niveau.is_none()));
    for criterion in Criterion::ALL {
        let (_, level) = criterion.fields();
        typed.insert(level.into(), "niet van toepassing".into());
    }
    assert_eq!(
        fields(&refused(weighing_of(&typed))),
        ["a_niveau", "b_niveau", "c_niveau", "d_niveau", "e_niveau", "g_niveau", "h_niveau"]
    );
    typed.insert("f_niveau".into(), "heel hoog".into());
    assert!(refused(weighing_of(&typed)).for_field("f_niveau").is_some());
}

#[test]
fn the_criteria_have_the_words_of_article_7() {
    let words: Vec<_> = Criterion::ALL.iter().map(|criterion| format!("{}. {criterion}", criterion.letter())).collect();
    assert_eq!(
        words.join("; "),
        "a. aard van het feit; b. ontvankelijkheid; c. ernst van de zaak; d. valideerbaarheid; e. positie of persoon van de \
         bron; f. positie of persoon van de ambtsdrager op wie het signaal betrekking heeft; g. geloofwaardigheid/\
         waarschijnlijkheid; h. spoedeisendheid/actualiteit"
    );
    assert!(Criterion::E.question().contains("nooit in het nadeel"));
    assert!(
        Criterion::ALL
            .iter()
            .all(|criterion| criterion.levels().count() == if *criterion == Criterion::F { 5 } else { 4 })
    );
    let by_analogy = Some("naar analogie van artikel 7 lid 1");
    assert_eq!(analogy(RouteName::Aov, &[Subject::Ondernemer]), by_analogy);
    assert_eq!(analogy(RouteName::Burgemeester, &[Subject::Griffier]), by_analogy);
    assert_eq!(analogy(RouteName::Integriteitscommissie, &[Subject::Burgemeester]), None);
}

#[test]
fn a_message_from_the_desk_has_a_time_and_the_reporters_only_a_date() -> Outcome {
    let now = at("2026-06-30T22:15:07.5Z");
    assert_eq!(serde_json::to_value(Message::from_desk("Vraag", "Weet u\r\nmeer? ", now)?)?, {
        json!({"type": "Vraag", "bericht": "Weet u\nmeer?", "datum": "2026-07-01", "tijd": "00:15:07"})
    });
    assert_eq!(serde_json::to_value(Message::from_reporter("Nee.", day("2026-07-02"), true)?)?, {
        json!({"type": "Antwoord", "bericht": "Nee.", "datum": "2026-07-02"})
    });
    assert_eq!(Message::from_reporter("Nog iets.", day("2026-07-02"), false)?.kind, MessageType::AanvullingMelder);
    assert_eq!(fields(&refused(Message::from_desk("", " ", now))), ["type", "bericht"]);
    for only_a_reporter in ["Aanvulling melder", "Hoe staat het ermee?", "Postvak weggegooid"] {
        assert_eq!(fields(&refused(Message::from_desk(only_a_reporter, "x", now))), ["type"]);
        assert!(only_a_reporter.parse::<MessageType>()?.from_reporter());
    }
    assert_eq!(fields(&refused(Message::from_reporter(&"x".repeat(TEXT + 1), day("2026-07-02"), true))), ["bericht"]);
    for line in samples()?.iter().flat_map(|sample| sample["gesprek"].as_array().cloned().unwrap_or_default()) {
        let kind: MessageType = line["type"].as_str().unwrap_or_default().parse()?;
        assert!(if line["van"] == "melder" { kind.from_reporter() } else { kind.from_desk() }, "{line}");
    }
    Ok(())
}

#[test]
fn a_description_needs_text_and_may_have_themes_an_area_and_an_urgency() -> Outcome {
    let areas = ["Kern".to_owned()];
    let parse = |pairs: &[(&str, &str)], before: Option<&Description>| {
        Description::parse(&pairs.iter().copied().collect(), &areas, before)
    };
    let bare = parse(&[("omschrijving", "Een bedrijf.")], None)?;
    assert_eq!(serde_json::to_value(&bare)?, json!({"omschrijving": "Een bedrijf."}));
    let whole = [
        ("omschrijving", "Een bedrijf."),
        ("verschijningsvorm", "zorgcriminaliteit"),
        ("gebied", "Kern"),
        ("urgentie", "heeft geen haast"),
    ];
    let whole = parse(&whole, None)?;
    assert_eq!(whole.themes().collect::<Vec<_>>(), ["zorgcriminaliteit"]);
    assert_eq!(Description::parse(&whole.answers(), &areas, None)?, whole, "the form of a version is that version");
    // An area that the configuration dropped stays, and no other can be chosen.
    assert_eq!(Description::parse(&whole.answers(), &[], Some(&whole))?.gebied, "Kern");
    let wrong = [("omschrijving", "\n"), ("gebied", "Atlantis"), ("urgentie", "ooit"), ("schending", "x")];
    assert_eq!(fields(&refused(parse(&wrong, Some(&whole)))), ["omschrijving", "schending", "gebied", "urgentie"]);
    assert_eq!(fields(&refused(parse(&[("omschrijving", &"x".repeat(STORY + 1))], None))), ["omschrijving"]);
    Ok(())
}
