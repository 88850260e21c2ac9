//! What the log tells of a replaced key and the rows do not: who takes the statement away and puts the old rows back leaves the
//! line of it, and the log is a chain that somebody else keeps the end of.

use chrono::NaiveDate;
use domain::{RouteName, journal::Action, term};
use seal::Lineage;
use store::{Store, StoreError};

use crate::{keyring::Keyring, texts, upkeep};

/// The day on which a route's key was last replaced by what the log says, where no statement of that day or later stands here.
pub async fn gone(store: &Store, route: RouteName, keys: &Lineage) -> Result<Option<NaiveDate>, StoreError> {
    let day = upkeep::last_done(store, route, Action::KeyReplaced).await?;
    let stands = keys.successions().last().map(|last| last.on);
    Ok(day.filter(|day| stands.is_none_or(|stands| stands < *day)))
}

/// For the members of routes.
pub async fn said(store: &Store, ring: &Keyring) -> Result<Vec<String>, StoreError> {
    let mut said = Vec::new();
    for (route, keys) in ring.lineages().iter().filter(|(route, _)| ring.held(*route).is_some()) {
        // Of two statements for one key is said so already.
        if keys.is_forked() {
            continue;
        }
        said.extend(gone(store, route, keys).await?.map(|day| {
            format!(
                "Volgens het logboek is de sleutel van de route {} vervangen op {}. In de database staat daar niets van: iemand heeft \
                 dat weggehaald, of een oude database teruggezet. Voer niets meer in en meld dit bij de beheerder en de andere leden.",
                texts::route(route),
                term::dutch(day)
            )
        }));
    }
    Ok(said)
}
