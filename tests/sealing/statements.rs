//! What a mailbox says of its own signal (intake), and what the route key says of people (grants).

use super::{
    Outcome, World, day,
    heads::{intake_of, other_mailbox},
    refused,
};
use ::domain::{AccountId, RouteName};
use ::seal::{
    Digest, Halves, Signed, Signer, StatementError, VERSION,
    confirmation::{self, Confirmation},
    grant::{self, Basis, Grant},
    intake::{self, Intake},
    recovery::{self, Recovered, SealedTo},
    role,
};
use ::unseal::{FullKey, OpeningKey, demo};
use uuid::Uuid;

#[test]
fn an_intake_statement_is_believed_from_its_own_mailbox_only() -> Outcome {
    let world = World::new();
    let (own, other) = (intake_of(&world), other_mailbox());
    let text = Signed::sign(&own, &[&world.mailbox])?.text().to_owned();
    for mailbox in [None, Some(&own.mailbox)] {
        assert_eq!(Intake::verify(&text, mailbox)?.signal, own.signal);
    }
    assert_eq!(refused(Intake::verify(&text, Some(&other.halves()))), StatementError::BadSignature);
    // Somebody else's keys under this mailbox's name, and half of each.
    let forged = Signed::sign(&own, &[&other])?.text().to_owned();
    assert_eq!(refused(Intake::verify(&forged, None)), StatementError::BadSignature);
    let mixed = Halves { encrypt: other.halves().encrypt, verify: own.mailbox.verify.clone() };
    let mixed = Signed::sign(&Intake { mailbox: mixed, ..own.clone() }, &[&world.mailbox])?.text().to_owned();
    assert_eq!(refused(Intake::verify(&mixed, Some(&own.mailbox))), StatementError::BadSignature);
    for (changed, error) in [
        (text.replace("\"aov\"", "\"extern\""), StatementError::BadSignature),
        (text.replace("2026-03-09", "2026-03-10"), StatementError::BadSignature),
        (text.lines().next().unwrap_or_default().to_owned() + "\n", StatementError::Unsigned),
        (text.trim_end().to_owned(), StatementError::Malformed),
        (text.clone() + "\n", StatementError::Malformed),
    ] {
        assert_eq!(refused(Intake::verify(&changed, Some(&own.mailbox))), error);
    }
    Ok(())
}

#[test]
fn an_intake_key_leaves_only_wrapped_to_the_route() -> Outcome {
    let world = World::new();
    let (public, wrapped) = intake::make(&world.route.halves().encrypt)?;
    let key: OpeningKey<role::Intake> = world.route.unwrap(wrapped.bytes())?;
    assert!(key.recipient() == public);
    let other = demo::route(RouteName::Ambtelijk).unwrap::<OpeningKey<role::Intake>>(wrapped.bytes());
    assert_eq!(refused(other), ::seal::OpenError::NotForThisKey);
    Ok(())
}

fn grant_of(by: &FullKey<role::Person>, person: &FullKey<role::Person>) -> Grant {
    Grant {
        v: VERSION,
        route: RouteName::Aov,
        account: AccountId(Uuid::from_u128(7)),
        name: "aov2@demo.example".to_owned(),
        function: "Adviseur Openbare Orde en Veiligheid".to_owned(),
        person: person.pair(),
        by: by.verify_key(),
        on: day(),
        formerly: Vec::new(),
        basis: Basis::Alone,
        rested: None,
    }
}

#[test]
fn a_grant_needs_the_route_key_and_the_member() -> Outcome {
    let world = World::new();
    let key = world.route.halves().verify;
    let grant = grant_of(&world.officer, &world.colleague);
    let read = |signers: &[&dyn Signer], route| -> Result<_, StatementError> {
        let text = Signed::sign(&grant, signers).map_err(|_| StatementError::Malformed)?.text().to_owned();
        grant::verify(&text, route, &key)
    };
    let granted = read(&[&world.route, &world.officer], RouteName::Aov)?;
    assert!(granted.person == world.colleague.pair());
    let outsider = demo::person("outsider");
    for (signers, error) in [
        (vec![&world.route as &dyn Signer], StatementError::Unsigned),
        (vec![], StatementError::Unsigned),
        (vec![&world.officer as &dyn Signer], StatementError::BadSignature),
        (vec![&world.officer as &dyn Signer, &world.route], StatementError::BadSignature),
        // Who is no member has no route key, and cannot borrow a member's name.
        (vec![&outsider as &dyn Signer, &outsider], StatementError::BadSignature),
        (vec![&outsider as &dyn Signer, &world.officer], StatementError::BadSignature),
        (vec![&world.route as &dyn Signer, &outsider], StatementError::BadSignature),
        (vec![&world.route as &dyn Signer, &world.officer, &outsider], StatementError::Malformed),
    ] {
        assert_eq!(refused(read(&signers, RouteName::Aov)), error);
    }
    assert_eq!(refused(read(&[&world.route, &world.officer], RouteName::Extern)), StatementError::Malformed);
    Ok(())
}

#[test]
fn who_signs_a_grant_fits_what_it_rests_on() -> Outcome {
    let world = World::new();
    let (key, route, officer) = (world.route.halves().verify, &world.route, &world.officer);
    let read = |basis, by: &dyn Signer, person: &FullKey<role::Person>| -> Result<_, StatementError> {
        let grant = Grant { basis, by: by.verify_key(), ..grant_of(officer, person) };
        let text = Signed::sign(&grant, &[route, by]).map_err(|_| StatementError::Malformed)?.text().to_owned();
        grant::verify(&text, RouteName::Aov, &key)
    };
    for basis in [Basis::Alone, Basis::Confirmed, Basis::Carried] {
        assert_eq!(read(basis, officer, &world.colleague)?.basis, basis);
        // The route's key signs in no member's place.
        assert_eq!(refused(read(basis, route, &world.colleague)), StatementError::Malformed);
    }
    read(Basis::Founder, officer, officer)?;
    read(Basis::Paper, route, &world.colleague)?;
    for (basis, by) in [(Basis::Founder, officer as &dyn Signer), (Basis::Founder, route), (Basis::Paper, officer)] {
        assert_eq!(refused(read(basis, by, &world.colleague)), StatementError::Malformed);
    }
    // A grant of before says nothing of it.
    let text = Signed::sign(&grant_of(officer, &world.colleague), &[route, officer])?.text().to_owned();
    assert!(!text.contains("basis") && grant::verify(&text, RouteName::Aov, &key)?.basis == Basis::Alone);
    Ok(())
}

#[test]
fn a_confirmation_is_of_one_grant_and_by_the_route_and_a_member() -> Outcome {
    let world = World::new();
    let (key, grant) = (world.route.halves().verify, Digest::of(b"grant"));
    let said = Confirmation { v: VERSION, route: RouteName::Aov, grant, by: world.officer.verify_key(), on: day() };
    let sign = |signers: &[&dyn Signer]| Signed::sign(&said, signers).map(|signed| signed.text().to_owned());
    let text = sign(&[&world.route, &world.officer])?;
    confirmation::verify(&text, RouteName::Aov, &key, grant)?;
    let moved = confirmation::verify(&text, RouteName::Aov, &key, Digest::of(b"another"));
    assert_eq!(refused(moved), StatementError::Malformed);
    assert_eq!(refused(confirmation::verify(&text, RouteName::Extern, &key, grant)), StatementError::Malformed);
    for signers in [vec![&world.officer as &dyn Signer, &world.officer], vec![&world.route, &world.colleague]] {
        assert_eq!(
            refused(confirmation::verify(&sign(&signers)?, RouteName::Aov, &key, grant)),
            StatementError::BadSignature
        );
    }
    Ok(())
}

#[test]
fn what_a_key_is_sealed_to_on_paper_is_said_of_those_very_bytes() -> Outcome {
    let world = World::new();
    let (key, recipient) = (world.route.halves().verify, demo::recovery().recipient());
    let said = SealedTo { v: VERSION, route: RouteName::Aov, recipient, sealed: Digest::of(b"sealed"), on: day() };
    let text = Signed::sign(&said, &[&world.route])?.text().to_owned();
    assert_eq!(recovery::verify_sealed_to(&text, RouteName::Aov, &key, b"sealed")?.recipient, said.recipient);
    let other = recovery::verify_sealed_to(&text, RouteName::Aov, &key, b"another");
    assert_eq!(refused(other), StatementError::Malformed);
    let forged = Signed::sign(&said, &[&world.officer])?.text().to_owned();
    let forged = recovery::verify_sealed_to(&forged, RouteName::Aov, &key, b"sealed");
    assert_eq!(refused(forged), StatementError::BadSignature);
    // A record of who used the paper names two.
    let by = ["A. Bakker", "A. Bakker"].map(str::to_owned);
    let record =
        Recovered { v: VERSION, route: RouteName::Aov, grant: said.sealed, sealed: said.sealed, by, on: day() };
    let text = Signed::sign(&record, &[&world.route])?.text().to_owned();
    let one = recovery::verify_recovered(&text, RouteName::Aov, &key, said.sealed);
    assert_eq!(refused(one), StatementError::Malformed);
    Ok(())
}

#[test]
fn a_statement_checked_with_no_key_at_all_is_not_believed() -> Outcome {
    let world = World::new();
    let line = serde_json::to_string(&intake_of(&world))?;
    let bare = Signed::<Intake>::parse(format!("{line}\n"));
    assert_eq!(refused(bare.verify::<role::Mailbox>(&[])), StatementError::Unsigned);
    Ok(())
}
