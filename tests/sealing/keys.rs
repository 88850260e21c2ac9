//! Keys as text: typing errors and weak keys are refused, key files come back, and the demo's keys are known for what
//! they are.

use super::{Outcome, World, chance, refused};
use ::domain::RouteName;
use ::seal::{
    Halves, OpenError, Recipient, Sealed, Signer, VerifyKey,
    bucket::KEY_FLOOR,
    demo as public, role,
    sealed::{seal, without_padding},
};
use ::unseal::{FullKey, OpeningKey, PrivateHalf, demo};
use proptest::prelude::*;

#[test]
fn every_typing_error_in_a_key_is_noticed() {
    let halves = demo::route(RouteName::Aov).halves();
    for (text, is_recipient) in [(halves.encrypt.to_string(), true), (halves.verify.to_string(), false)] {
        let accepted = |text: &str| {
            if is_recipient {
                text.parse::<Recipient<role::Route>>().is_ok()
            } else {
                text.parse::<VerifyKey<role::Route>>().is_ok()
            }
        };
        assert!(accepted(&text));
        for at in 0..text.len() {
            for letter in "qpzry9x8gf2tvdw0s3jn54khce6mua7l1b".chars() {
                let mut typo: Vec<char> = text.chars().collect();
                if typo[at] != letter {
                    typo[at] = letter;
                    let typo: String = typo.into_iter().collect();
                    assert!(!accepted(&typo), "{typo}");
                }
            }
            assert!(!accepted(&format!("{}{}", &text[..at], &text[at + 1..])), "without letter {at}");
        }
        for wrong in ["", " ", "age1", "verify1", &text[..20], &format!("{text} "), &format!("{text}q")] {
            assert!(!accepted(wrong), "{wrong:?}");
        }
    }
}

#[test]
fn one_half_does_not_pass_for_the_other() {
    let halves = demo::route(RouteName::Aov).halves();
    assert!(halves.verify.to_string().parse::<Recipient<role::Route>>().is_err());
    assert!(halves.encrypt.to_string().parse::<VerifyKey<role::Route>>().is_err());
}

fn bech32(prefix: &str, point: &str) -> Outcome<String> {
    let bytes =
        (0..64).step_by(2).map(|at| u8::from_str_radix(&point[at..at + 2], 16)).collect::<Result<Vec<_>, _>>()?;
    Ok(super::vectors::bech32(prefix, &bytes))
}

#[test]
fn verifying_keys_of_small_order_are_refused() -> Outcome {
    for point in [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        // And what is no point at all.
        "0200000000000000000000000000000000000000000000000000000000000000",
    ] {
        assert!(bech32("verify", point)?.parse::<VerifyKey<role::Route>>().is_err(), "{point}");
    }
    Ok(())
}

#[test]
fn recipients_of_small_order_are_refused_where_sealing_to_them_would_panic() -> Outcome {
    for point in [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ] {
        let text = bech32("age", point)?;
        assert!(text.parse::<age::x25519::Recipient>().is_ok(), "age itself takes {point}");
        assert!(text.parse::<Recipient<role::Mailbox>>().is_err(), "{point}");
    }
    let nine = bech32("age", "0900000000000000000000000000000000000000000000000000000000000000")?;
    assert!(nine.parse::<Recipient<role::Mailbox>>().is_ok());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn key_files_come_back(seed in any::<u64>()) {
        let key = FullKey::<role::Person>::generate(&mut chance(seed));
        let file = key.to_keyfile();
        let again = FullKey::<role::Person>::from_keyfile(&file).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(again.halves() == key.halves());
        prop_assert_eq!(key.sign(b"x"), again.sign(b"x"));
        prop_assert!(file.len() <= 512, "the buffer had to grow: {} bytes", file.len());
    }

    #[test]
    fn reading_a_key_file_never_panics(text in "(?s)(# signing key: )?.{0,80}\n?.{0,80}") {
        let _ = FullKey::<role::Person>::from_keyfile(&text);
        let _ = OpeningKey::<role::Source>::from_keyfile(&text);
    }
}

#[test]
fn a_wrapped_key_is_a_small_file_that_comes_back() -> Outcome {
    let world = World::new();
    let wrapped = world.source.wrap(&[world.route.halves().encrypt.any(), world.officer.halves().encrypt.any()])?;
    assert_eq!(wrapped.bytes().len(), KEY_FLOOR);
    for reader in
        [world.route.unwrap::<OpeningKey<role::Source>>(wrapped.bytes())?, world.officer.unwrap(wrapped.bytes())?]
    {
        assert!(reader.recipient() == world.source.recipient());
    }
    let stranger = world.colleague.unwrap::<OpeningKey<role::Source>>(wrapped.bytes());
    assert_eq!(refused(stranger.map(drop)), OpenError::NotForThisKey);
    Ok(())
}

#[test]
fn a_key_in_the_place_of_another_is_refused() -> Outcome {
    let world = World::new();
    let route = world.route.halves().encrypt;
    let source = world.source.wrap(&[route.any()])?;
    // Else a case key "wrapped on" to a colleague could be the key to the reporter's own words.
    assert_eq!(refused(world.route.unwrap::<OpeningKey<role::Case>>(source.bytes()).map(drop)), OpenError::Malformed);
    let person = world.officer.wrap(&[route.any()])?;
    assert_eq!(refused(world.route.unwrap::<FullKey<role::Route>>(person.bytes()).map(drop)), OpenError::Malformed);
    // A key that only opens is no key that signs.
    assert_eq!(refused(world.route.unwrap::<FullKey<role::Source>>(source.bytes()).map(drop)), OpenError::Malformed);
    Ok(())
}

#[test]
fn a_recovery_identity_as_age_keygen_writes_it_is_taken() -> Outcome {
    let identity = age::x25519::Identity::generate();
    let text = age::secrecy::ExposeSecret::expose_secret(&identity.to_string()).to_owned();
    let file = format!("# created: 2026-03-09T10:00:00Z\n# public key: {}\n{text}\n", identity.to_public());
    let key = OpeningKey::<role::Recovery>::from_keyfile(&file)?;
    assert_eq!(key.recipient().to_string(), identity.to_public().to_string());
    for wrong in ["", "\n", "# alleen commentaar\n", "AGE-SECRET-KEY-1\n", &text[..40], &text.to_lowercase()[..70]] {
        assert_eq!(refused(OpeningKey::<role::Recovery>::from_keyfile(wrong).map(drop)), OpenError::Malformed);
    }
    Ok(())
}

#[test]
fn a_note_to_oneself_is_for_oneself() -> Outcome {
    let world = World::new();
    let note: Sealed = world.officer.seal_to_self("{\"gezien\":3}", KEY_FLOOR)?;
    assert_eq!(without_padding(&world.officer.open(note.bytes())?)?, "{\"gezien\":3}\n");
    assert_eq!(refused(world.colleague.open(note.bytes())), OpenError::NotForThisKey);
    Ok(())
}

#[test]
fn the_public_list_of_demo_keys_is_the_demos() {
    assert_eq!(public::ROUTES.len(), RouteName::ALL.len());
    for (route, (encrypt, verify)) in RouteName::ALL.iter().zip(public::ROUTES) {
        let halves = demo::route(*route).halves();
        assert_eq!(
            (halves.encrypt.to_string().as_str(), halves.verify.to_string().as_str()),
            (encrypt, verify),
            "{route}"
        );
        assert!(public::is_demo_route(&halves));
    }
    let recovery = demo::recovery().recipient();
    assert_eq!(recovery.to_string(), public::RECOVERY);
    assert!(public::is_demo_recovery(&recovery));
}

#[test]
fn a_key_with_one_half_of_the_demos_is_a_demo_key() {
    let (demo, real) =
        (demo::route(RouteName::Aov).halves(), FullKey::<role::Route>::generate(&mut chance(3)).halves());
    assert!(!public::is_demo_route(&real));
    assert!(public::is_demo_route(&Halves { encrypt: demo.encrypt.clone(), verify: real.verify.clone() }));
    assert!(public::is_demo_route(&Halves { encrypt: real.encrypt, verify: demo.verify }));
}

#[test]
fn a_fingerprint_has_six_words_and_depends_on_everything() {
    let (one, two) = (demo::person("een").halves(), demo::person("twee").halves());
    let words = one.fingerprint();
    assert_eq!(words.len(), 6);
    assert_ne!(words, two.fingerprint());
    assert_ne!(words, Halves { encrypt: two.encrypt.clone(), verify: one.verify.clone() }.fingerprint());
    assert_ne!(words, Halves { encrypt: one.encrypt.clone(), verify: two.verify.clone() }.fingerprint());
}

#[test]
fn a_fingerprint_depends_on_the_role() -> Outcome {
    let person = demo::person("een").halves();
    let route: Halves<role::Route> =
        Halves { encrypt: person.encrypt.to_string().parse()?, verify: person.verify.to_string().parse()? };
    assert_ne!(person.fingerprint(), route.fingerprint());
    Ok(())
}

#[test]
fn what_was_sealed_to_a_demo_key_opens_for_everybody() -> Outcome {
    let sealed = seal("x\n", &[public::ROUTES[0].0.parse::<Recipient<role::Route>>()?.any()], KEY_FLOOR)?;
    assert_eq!(without_padding(&demo::route(RouteName::Aov).open(sealed.bytes())?)?, "x\n");
    Ok(())
}
