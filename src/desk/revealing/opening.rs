//! After a yes: the envelope goes to the bewaarder who said it, and to nobody else; and what he found in it is shown to who
//! asked. Between the two lies one visit of each of them: that is what it costs that nobody who said no, or was never asked, has
//! anything to open.

use std::sync::Arc;

use domain::{
    Kind,
    message::{Message, MessageType},
    reveal::{Consent, Reveal, Stage},
};
use letters::message::NAME_OPENED;
use seal::{Digest, Signer, reveal};
use store::signals::Addition;

use super::{Acted, Seen, add, ask, asked::receiver, can_be_asked};
use crate::{
    composing,
    keyring::named,
    session::{self, Officer},
    state::State,
    writing::{self, Draft, WriteError},
};

/// Gives the envelope of this officer's own request, once. `false`: there is none to give; or the reporter did not say yes, or
/// took it back.
pub(super) async fn give(state: &State, officer: &Officer, seen: &Seen) -> Result<bool, WriteError> {
    let case = &seen.case;
    let Some(asked) = seen.on_its_way(officer) else { return Ok(false) };
    let is_given = seen.row(asked.id).is_some_and(|row| row.given.is_some());
    if is_given || matches!(case.name_talk().consent(), Consent::No | Consent::Silent) {
        return Ok(false);
    }
    let Some((keeper, envelope)) = receiver(case, &officer.ring, asked).zip(case.envelope()) else { return Ok(false) };
    let sealed = reveal::seal_given(&envelope, keeper.person.encrypt.any())?;
    let act = Reveal::Gegeven { verzoek: asked.id, aan: named(&keeper) };
    let gives = Some((asked.id, sealed.into_bytes()));
    add(state, officer, case, &act, Addition { gives, ..Addition::default() }).await?;
    Ok(true)
}

/// What was in the envelope, for who asked for it. The first time it is written down and the reporter is told; every time
/// stands in the log.
pub(super) async fn show(state: &State, officer: &Arc<Officer>, seen: &Seen) -> Result<Acted, WriteError> {
    let case = &seen.case;
    let Some(asked) = seen.granted(officer) else {
        return Ok(ask(
            "tonen",
            "Alleen wie de naam vroeg, ziet wat er in de envelop zat, nadat de bewaarder haar opende.",
        ));
    };
    if case.name_talk().consent() == Consent::No {
        return Ok(ask("tonen", "De melder zegt nu nee. De naam wordt niet getoond."));
    }
    let row = seen.row(asked.id);
    let said = row.and_then(|row| case.open_for_file(row.opened.as_deref()?));
    let opened = said.zip(asked.recorded.as_ref());
    let opened = opened.and_then(|(said, recorded)| reveal::verify_opening(&said, &recorded.decision).ok());
    let name = row.and_then(|row| row.name.as_deref());
    let sealed = name.filter(|name| opened == Some(Digest::of(name)));
    let contact = sealed.and_then(|name| {
        let opened = officer.ring.open_sealed(name)?;
        reveal::read_name(&opened, case.intake.signal).ok()
    });
    let Some(envelope) = contact else {
        return Ok(ask("tonen", "Wat de bewaarder verzegelde, is weg of veranderd. Meld dit bij de beheerder."));
    };
    if asked.stage == Stage::Granted {
        let own = case.people.member(&officer.key.verify_key()).ok_or(WriteError::Broken)?;
        let act = Reveal::Getoond { verzoek: asked.id, aan: named(own) };
        let mut drafts = vec![Draft::to_file(Kind::Reveal, &session::dated(state, act))?];
        if can_be_asked(case) {
            let of = composing::for_reporter(state, officer, case, MessageType::NaamBekend);
            let told = Message::opened(state.letters.message(&NAME_OPENED, &of), state.clock.now());
            drafts.push(Draft::to_reporter(Kind::Message, &told)?);
        }
        writing::write(state, case, officer, drafts, None, Vec::new()).await?;
    }
    Ok(Acted::Shown(envelope.contact))
}
