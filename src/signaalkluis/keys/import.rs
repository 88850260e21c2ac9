//! `keys import`: what two people did with the paper on a copy becomes a membership.

use std::path::Path;

use desk::keyring::People;
use domain::journal::Action;
use post::Notice;
use seal::{Lineage, Lineages, Pair, routes::DemoKeys};
use store::{Store, StoreError, Under};

use super::handed::{Handed, Read};
use crate::{audit, failure::Failure, mail, settings::Settings};

pub async fn run(file: &Path, config: Option<&Path>) -> Result<(), Failure> {
    let (settings, routes, _) = Settings::read(config, DemoKeys::Accept)?;
    let handed = Handed::read(file)?;
    let store = settings.store().await?;
    let keys = store.people().await?.lineages(&routes);
    let read = handed.verify(&keys)?;
    let [one, two] = &read.record.by;
    let (name, route) = (&read.grant.name, read.grant.route);
    // Who did it stands in the log by the names that they typed themselves.
    let object = format!("{name}, door {one} en {two}");
    audit::kept(&store, Action::LetInByPaper, &object, keep(&store, &keys, &read)).await?;
    mail::tell(&settings, &store, name, &Notice::LetIn).await?;
    println!("{name} is a member of route {route} now, let in by {one} and {two}");
    println!(
        "Every member sees that at Beheer, and for 30 days on the first page. Destroy the copy and what the paper was typed into."
    );
    Ok(())
}

async fn keep(store: &Store, keys: &Lineages, read: &Read) -> Result<(), Failure> {
    let (grant, route) = (&read.grant, read.grant.route);
    let account = store.account(grant.account).await?.filter(|account| !account.disabled);
    let account = account.ok_or_else(|| {
        Failure::refused(format!("{}: there is no such account that is active; see `account list`", grant.name))
    })?;
    if account.name != grant.name || account.function != grant.function {
        return Err(Failure::refused(format!(
            "{}: the account is called {} ({}) by now; somebody changed it, find out who",
            grant.name, account.name, account.function
        )));
    }
    let pair = account.pair.and_then(|pair| serde_json::from_str::<Pair>(&pair).ok());
    if pair.is_none_or(|pair| pair != grant.person) {
        return Err(Failure::refused(format!(
            "{}: has another key than the one whose words were read aloud; begin again with a new copy",
            grant.name
        )));
    }
    let people = store.people().await?;
    let key = keys.get(route).and_then(Lineage::key);
    let is_member = key.is_some_and(|key| {
        People::of(&people, route, key, None)
            .member_of(grant.account)
            .is_some_and(|member| member.person == grant.person)
    });
    if is_member {
        return Err(Failure::refused(format!("{}: is a member of route {route} already", grant.name)));
    }
    let membership = read.membership.clone();
    let under = Under { route, number: keys.get(route).map_or(1, Lineage::number) };
    let is_there = people.memberships.iter().any(|row| row.route == route && row.account_id == grant.account);
    let stored = match is_there {
        true => store.renew_membership(membership, &under).await,
        false => store.add_membership(membership, &under).await,
    };
    match stored {
        Err(StoreError::Taken) => Err(Failure::refused(format!(
            "{}: somebody let this person in, or replaced the key of route {route}, at this very moment",
            grant.name
        ))),
        stored => Ok(stored?),
    }
}
