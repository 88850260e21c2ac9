//! The envelope for a name: of one size whatever is in it, and opened by two keys or not at all, with plain age.

use super::{Outcome, signal};
use ::domain::{
    Answers, Contact, Enclosed, Report, RouteName,
    contact::{NAME, REACHED},
};
use ::seal::{
    envelope,
    envelope::{ENVELOPE, Envelope},
    sealed::without_padding,
};
use ::unseal::{PrivateHalf, demo};
use age::x25519::Identity;
use data_encoding::BASE64;
use proptest::prelude::*;
use std::io::Read;

fn contact(naam: &str, bereikbaar: &str) -> Contact {
    let answers: Answers = [("naam", naam), ("bereikbaar", bereikbaar)].into_iter().collect();
    Contact::parse(&answers).unwrap_or_else(|errors| panic!("{errors}"))
}

fn sealed(contact: &Contact) -> Outcome<String> {
    Ok(envelope::seal(signal(1), contact, Some(&demo::route(RouteName::Bewaarder).halves().encrypt))?)
}

/// The key of a route as age reads it from a file.
fn identity(route: RouteName) -> Outcome<Identity> {
    let file = demo::route(route).to_keyfile();
    let line = file.lines().find(|line| line.starts_with("AGE-SECRET-KEY-1")).ok_or("no private half")?;
    Ok(line.parse().map_err(|error: &str| error.to_owned())?)
}

/// `age -d`.
fn opened(file: &[u8], identity: &Identity) -> Outcome<String> {
    let mut text = String::new();
    let decryptor = age::Decryptor::new(file)?;
    decryptor.decrypt(std::iter::once(identity as &dyn age::Identity))?.read_to_string(&mut text)?;
    Ok(text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]
    #[test]
    fn an_envelope_has_one_size_whatever_is_in_it(
        naam in prop_oneof![Just(String::new()), prop::string::string_regex("[^\\x00-\\x1f\\x7f-\\x9f]{0,200}").expect("a pattern")],
        bereikbaar in prop_oneof![Just(String::new()), Just("\"\\\n".repeat(333)), Just("👩".repeat(REACHED))],
    ) {
        let envelope = sealed(&contact(&naam, &bereikbaar)).expect("sealed");
        prop_assert_eq!(BASE64.decode(envelope.as_bytes()).expect("base64").len(), ENVELOPE);
    }
}

#[test]
fn the_longest_name_an_empty_one_and_one_that_nobody_can_open_are_alike() -> Outcome {
    let longest = contact(&"𝕽".repeat(NAME), &"👩".repeat(REACHED));
    let nobody = envelope::seal(signal(1), &longest, None)?;
    for envelope in [sealed(&longest)?, sealed(&Contact::default())?, nobody.clone()] {
        assert_eq!(BASE64.decode(envelope.as_bytes())?.len(), ENVELOPE);
    }
    // Without a bewaarder it is sealed to a key that nobody has.
    for route in RouteName::ALL {
        assert!(opened(&BASE64.decode(nobody.as_bytes())?, &identity(*route)?).is_err());
    }
    Ok(())
}

#[test]
fn two_people_open_a_layer_each_and_neither_alone() -> Outcome {
    let answers: Answers = [("over_wie", "burger"), ("soort", "allebei"), ("wat", "Iets.")].into_iter().collect();
    let report = Report::parse(&answers)?;
    let told = Enclosed {
        report: report.clone(),
        envelop: sealed(&contact("Roos Test", "Na zessen"))?,
        bestanden: Vec::new(),
        ingevoerd: None,
    };
    // The handler's layer: the signal's own key, which his route opens.
    let handler = demo::route(RouteName::Aov);
    let item = ::seal::sealed::seal(&serde_json::to_string(&told)?, &[handler.halves().encrypt.any()], ENVELOPE)?;
    let (aov, keeper) = (identity(RouteName::Aov)?, identity(RouteName::Bewaarder)?);
    assert!(opened(item.bytes(), &keeper).is_err(), "the bewaarder alone opens nothing");
    let read: Enclosed = serde_json::from_str(without_padding(&opened(item.bytes(), &aov)?)?)?;
    assert!(read.report == report);
    let layer = BASE64.decode(read.envelop.as_bytes())?;
    assert!(opened(&layer, &aov).is_err(), "the handler alone reads no name");
    let name: Envelope = serde_json::from_str(without_padding(&opened(&layer, &keeper)?)?)?;
    assert_eq!((name.contact.naam.as_str(), name.contact.bereikbaar.as_str()), ("Roos Test", "Na zessen"));
    assert_eq!(name.signal, signal(1), "it says whose it is");
    assert_eq!(format!("{:?} {name:?}", name.contact).matches("Roos").count(), 0);
    Ok(())
}

#[test]
fn a_report_of_before_there_were_envelopes_still_reads() -> Outcome {
    let old = r#"{"over_wie":["burger"],"soort":"allebei","wat":"Iets."}"#;
    let read: Enclosed = serde_json::from_str(old)?;
    assert_eq!((read.report.wat.as_str(), read.envelop.as_str()), ("Iets.", ""));
    Ok(())
}
