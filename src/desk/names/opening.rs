//! The envelope, once it was given to the bewaarder who said yes: his program opens it and seals what is in it to who asked.

use data_encoding::BASE64;
use domain::RouteName;
use seal::{Signer, VERSION, reveal};

use super::request::{Asking, Envelope};
use crate::{session::Officer, state::State, writing::WriteError};

const OTHER: &str = "Deze envelop gaat met uw sleutel niet open, of hoort bij een ander signaal. Vertel het aan wie de naam vroeg: \
                     die kan het verzoek intrekken en het opnieuw voorleggen.";

/// Opens it and stores what goes to who asked; nothing of it is shown here. `Ok(Err(..))`: why it cannot be.
pub(super) async fn open(
    state: &State,
    officer: &Officer,
    asked: &Asking,
) -> Result<Result<(), &'static str>, WriteError> {
    let held = officer.ring.usable(RouteName::Bewaarder).ok_or(WriteError::Broken)?;
    // Opened before, or not given yet: the page says how it stands.
    let Some(Envelope::Given(given)) = asked.envelope() else { return Ok(Ok(())) };
    let (Some(who), Some(case), Some(decision)) = (&asked.who, &asked.case_key, &asked.decision) else {
        return Ok(Ok(()));
    };
    let envelope = reveal::read_given(given, &asked.request).ok();
    let envelope = envelope.and_then(|envelope| BASE64.decode(envelope.as_bytes()).ok());
    let opened = envelope.and_then(|bytes| held.open(&bytes).ok());
    let Some(envelope) = opened.and_then(|opened| reveal::read_name(&opened, asked.request.signal).ok()) else {
        return Ok(Err(OTHER));
    };
    // With the key that decided, for that is the one which the case file knows as a bewaarder's.
    let own = officer.ring.keys().find(|own| own.verify_key() == decision.by).ok_or(WriteError::Broken)?;
    let name = reveal::seal_name(&envelope, who.person.encrypt.any())?;
    let opening = reveal::Opening {
        v: VERSION,
        id: decision.id,
        signal: decision.signal,
        decision: decision.digest(),
        name: name.digest(),
        on: state.today(),
        by: own.verify_key(),
    };
    let sealed = reveal::seal_opening(&opening, own, case.any())?;
    state.store.open_reveal(decision.id, sealed.into_bytes(), name.into_bytes()).await?;
    Ok(Ok(()))
}
