//! Which keys of a route are believed, and what an older one still signs: lineages, held against the configured key.

use std::collections::BTreeSet;

use ::domain::{AccountId, RouteName};
use seal::{
    Digest, Halves, Lineage, Signed, Signer, StatementError, VERSION,
    grant::Grant,
    role,
    succession::{Left, Succession, sign, verify},
};
use unseal::{FullKey, demo};

type Key = FullKey<role::Route>;

fn key() -> Key {
    FullKey::generate(&mut rand::rng())
}

fn succession(number: u32, before: &Key, after: &Key, stands: &[Digest]) -> Succession {
    let member = demo::person("aov");
    Succession {
        v: VERSION,
        route: RouteName::Aov,
        number,
        before: before.halves(),
        after: after.halves(),
        left: vec![Left {
            account: AccountId::random(&mut rand::rng()),
            name: format!("vertrokken {number}"),
            function: "Vervanger".into(),
            keys: vec![demo::person("aov2").verify_key()],
        }],
        stands: stands.iter().copied().collect::<BTreeSet<_>>(),
        by: member.verify_key(),
        on: "2026-11-26".parse().expect("a day"),
    }
}

fn text(number: u32, before: &Key, after: &Key, stands: &[Digest]) -> String {
    let statement = succession(number, before, after, stands);
    sign(&statement, before, after, &demo::person("aov")).expect("signed").text().to_owned()
}

/// Each in the row of the number that it says.
fn lineage(configured: &Key, texts: &[String]) -> Lineage {
    let number = |text: &str| {
        let said = Signed::<Succession>::parse(text.to_owned()).claims().expect("a succession");
        i32::try_from(said.number).expect("small")
    };
    let rows = texts.iter().map(|text| (number(text), text.as_str()));
    Lineage::of(RouteName::Aov, &configured.halves(), rows)
}

fn newest(lineage: &Lineage) -> &Halves<role::Route> {
    lineage.newest().expect("halves")
}

#[test]
fn a_lineage_leads_from_the_configured_key_in_both_directions_and_nowhere_else() {
    let keys = [key(), key(), key()];
    let [first, second, third] = &keys;
    let texts = [text(2, first, second, &[]), text(3, second, third, &[])];
    for (at, configured) in (1..).zip(&keys) {
        let found = lineage(configured, &texts);
        assert_eq!((found.number(), newest(&found)), (3, &third.halves()), "{at}");
        assert_eq!(found.is_configured(), at == 3);
        assert_eq!(found.keys().map(|(number, _)| number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(found.left().count(), 2);
    }
    // A key that none of them leads to is alone.
    let strange = key();
    let alone = lineage(&strange, &texts);
    assert_eq!((alone.number(), newest(&alone), alone.is_configured()), (1, &strange.halves(), true));
    // The middle one is gone: what it joined falls apart, and the configured key is what holds.
    let found = lineage(third, &texts[1..]);
    assert_eq!((found.number(), found.number_of(&first.halves())), (3, None));
    let found = lineage(first, &texts[1..]);
    assert_eq!(newest(&found), &first.halves());
}

#[test]
fn a_succession_needs_the_old_key_the_new_one_and_the_member() {
    let (first, second, other) = (key(), key(), key());
    let member = demo::person("aov");
    let statement = succession(2, &first, &second, &[]);
    let signers: [[&dyn Signer; 3]; 4] = [
        [&other, &second, &member],
        [&first, &other, &member],
        [&first, &second, &demo::person("beheer")],
        [&second, &first, &member],
    ];
    for by in signers {
        let text = Signed::sign(&statement, &by).expect("signed").text().to_owned();
        assert_eq!(verify(&text, RouteName::Aov).err(), Some(StatementError::BadSignature));
        assert_eq!(lineage(&first, &[text]).number(), 1);
    }
    let right = text(2, &first, &second, &[]);
    assert!(verify(&right, RouteName::Aov).is_ok());
    assert!(verify(&right, RouteName::Extern).is_err(), "of another route");
    assert!(verify(&right.replace("vertrokken 2", "niemand"), RouteName::Aov).is_err());
    // Numbers without a gap.
    let far = text(5, &second, &other, &[]);
    assert_eq!(lineage(&first, &[right, far]).number(), 2);
}

#[test]
fn an_older_key_says_what_the_newest_lists_and_nothing_more() {
    let (first, second) = (key(), key());
    let member = demo::person("aov");
    let grant = Grant {
        v: VERSION,
        route: RouteName::Aov,
        account: AccountId::random(&mut rand::rng()),
        name: "jurist".into(),
        function: "Jurist".into(),
        person: demo::person("jurist").pair(),
        by: member.verify_key(),
        on: "2026-11-26".parse().expect("a day"),
        formerly: Vec::new(),
        basis: seal::grant::Basis::Founder,
        rested: None,
    };
    let by_first = Signed::sign(&grant, &[&first, &member]).expect("signed");
    let by_second = Signed::sign(&grant, &[&second, &member]).expect("signed");
    let found = lineage(&second, &[text(2, &first, &second, &[by_first.digest()])]);
    let (number, _) = found.check(&by_first, &[&member.verify_key()]).expect("one of its keys");
    assert_eq!(number, 1);
    assert!(found.stands(1, &by_first.digest()) && !found.stands(1, &by_second.digest()));
    let (number, _) = found.check(&by_second, &[&member.verify_key()]).expect("one of its keys");
    assert!(number == 2 && found.stands(2, &by_second.digest()));
    let strange = Signed::sign(&grant, &[&key(), &member]).expect("signed");
    assert!(found.check(&strange, &[&member.verify_key()]).is_err());
    // Where the configuration still names the first, the second is its heir, and the list holds there too.
    let older = lineage(&first, &[text(2, &first, &second, &[])]);
    assert!(!older.stands(1, &by_first.digest()) && older.stands(2, &by_second.digest()));
}

#[test]
fn where_two_lead_away_from_one_key_neither_is_followed_and_nothing_is_believed() {
    let (first, second, other) = (key(), key(), key());
    let member = demo::person("aov");
    let statement = {
        let said = succession(1, &first, &second, &[]);
        Signed::sign(&said, &[&first, &member]).expect("signed")
    };
    let texts = [text(2, &first, &second, &[Digest::of(b"een hoofd")]), text(4, &first, &other, &[])];
    let forked = lineage(&first, &texts);
    assert!(forked.is_forked() && !forked.is_configured());
    assert!(forked.newest().is_none() && forked.key().is_none());
    assert!(!forked.stands(1, &Digest::of(b"een hoofd")) && !forked.lists(&Digest::of(b"een hoofd")));
    assert!(forked.check(&statement, &[&member.verify_key()]).is_err());
    // With either gone, or once the configuration names the right one, there is no doubt.
    assert!(lineage(&first, &texts[..1]).check(&statement, &[&member.verify_key()]).is_ok());
    let configured = lineage(&second, &texts);
    assert!(!configured.is_forked() && configured.is_configured() && newest(&configured) == &second.halves());
    // In a row of another number it is not read at all.
    for row in [0, 1, 3, 5] {
        let rows = [(row, texts[1].as_str()), (2, texts[0].as_str())];
        let found = Lineage::of(RouteName::Aov, &first.halves(), rows);
        assert!(!found.is_forked() && newest(&found) == &second.halves(), "{row}");
        // Where the next one would stand it is in its way, and that is said.
        assert_eq!(found.is_barred(), row == 3, "{row}");
    }
    let junk = Lineage::of(RouteName::Aov, &first.halves(), [(2, "geen verklaring")]);
    assert!(junk.is_barred() && newest(&junk) == &first.halves());
    assert!(!lineage(&first, &texts[..1]).is_barred());
}
