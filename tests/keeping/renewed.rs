//! What is left of a destroyed signal once somebody who signed it got a new key.

use ::domain::RouteName;
use seal::{
    Signer,
    destruction::{self, Destruction},
};
use unseal::demo;

use super::Closed;
use crate::{account::lost::comes_back, helpers::town::Town};

#[test]
fn a_line_stays_believed_when_one_who_signed_it_gets_a_new_key() {
    Town::each(|town| {
        let scene = Closed::on(town);
        scene.is_destroyed();
        let mut again = comes_back(&scene.town, "aov2");
        let words = again.browser.open("/beheer").texts("[aria-labelledby=zes] .six")[0].clone();
        let mut aov = scene.town.officer("aov");
        let form = aov.browser.open("/beheer").form("/beheer/toelaten").fill("woorden", &words);
        aov.browser.submit(&form).must_be(200).must_say("opnieuw toegelaten");
        aov.browser.open("/").must_be(200).must_not_say(&format!("Signaal {} is weg", scene.kenmerk));
        aov.browser.open("/bewaren").must_say(&scene.kenmerk).must_not_say("Niet door twee leden ondertekend");
    });
}

#[test]
fn one_persons_keys_are_one_person() {
    let key = |login: &str| demo::person(login).verify_key();
    let route = demo::route(RouteName::Aov);
    let day = |text: &str| text.parse().expect("a day");
    let said = Destruction {
        v: seal::VERSION,
        signal: ::domain::SignalId::random(&mut rand::rng()),
        kenmerk: "2026-K7Q3MX".parse().expect("a kenmerk"),
        route: RouteName::Aov,
        closed_on: day("2026-11-23"),
        from: day("2027-11-23"),
        ground: "omdat het kan".into(),
        list: "lijst 1".into(),
        manner: "gewist".into(),
        reached: serde_json::from_str(
            r#"{"melder":{"number":0,"item":null},"behandelaar":{"number":0,"item":null},"dossier":{"number":0,"item":null}}"#,
        )
        .expect("nothing"),
        by: key("aov"),
    };
    let signed = destruction::sign(&said, &route, &demo::person("aov")).expect("signed");
    let text = signed.countersigned(&demo::person("aov2")).expect("signed again").text().to_owned();
    let verify =
        |persons: &[Vec<_>]| destruction::verify(&text, RouteName::Aov, &route.halves().verify.into(), persons);
    let two = [vec![key("aov3"), key("aov")], vec![key("aov2")]];
    assert!(verify(&two).is_ok_and(|consented| consented.second == Some(key("aov2"))));
    assert!(verify(&[vec![key("aov"), key("aov2")]]).is_err(), "two keys of one person are not two people");
    assert!(verify(&[vec![key("aov")], vec![key("aov3")]]).is_err());
}
