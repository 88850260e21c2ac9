//! What a mailbox says of its own signal (intake), and what the route key says of people (grants).

use super::{
    Outcome, World, day,
    heads::{intake_of, other_mailbox},
    refused,
};
use ::domain::{AccountId, RouteName};
use ::seal::{
    Halves, Signed, Signer, StatementError, VERSION,
    grant::{self, Grant},
    intake::{self, Intake},
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
fn a_statement_checked_with_no_key_at_all_is_not_believed() -> Outcome {
    let world = World::new();
    let line = serde_json::to_string(&intake_of(&world))?;
    let bare = Signed::<Intake>::parse(format!("{line}\n"));
    assert_eq!(refused(bare.verify::<role::Mailbox>(&[])), StatementError::Unsigned);
    Ok(())
}
