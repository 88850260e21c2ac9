//! `/signalen/{kenmerk}/naam`: a member asks for the name that may be in the envelope. The reporter is asked first, in his
//! mailbox; the identiteitsbewaarder decides ([`crate::names`]) without reading the signal, and without having the envelope: that
//! is given after his yes ([`opening`]). What was in it comes back sealed to the member who asked. Not to the signal's key:
//! everybody who reads the signal, and whoever is invited later, would have the name without having asked for it.

mod asked;
mod opening;
mod page;
mod seen;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    Contact, FieldErrors, Kind, RevealId, RouteName, Side,
    message::{Message, MessageType},
    reveal::{Consent, Reveal, Stage, Wish},
};
use letters::message::ASKS_NAME;
use seal::{Digest, Signer, VERSION, reveal};
use store::{StoreError, signals::Addition};
use web::{Form, see_other};

pub use asked::{Asked, asked, recipients};
use asked::{Decided, eligible, excluded, keepers};
use opening::{give, show};
use page::name_page;
pub use seen::Seen;

use crate::{
    account,
    case::Case,
    composing,
    keyring::named,
    opening::{failed, open_for},
    session::{self, Officer},
    signal::not_his_page,
    state::State,
    writing::{self, Draft, Tips, WriteError, compose},
};

/// `GET /signalen/{kenmerk}/naam`
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "melder" => Some("De vraag staat in het postvak van de melder."),
        "voorgelegd" => Some("Uw verzoek ligt bij de identiteitsbewaarder."),
        "ingetrokken" => Some("Het verzoek is ingetrokken."),
        "beslist" => Some("De identiteitsbewaarder was u voor en heeft al beslist."),
        _ => None,
    };
    let (form, none) = (Form::default(), FieldErrors::default());
    match opened(&state, &officer, &kenmerk, &form).await {
        Ok(seen) => name_page(&state, StatusCode::OK, &officer, &seen, &form, &none, done, None),
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/naam`: field `stap` says what: `melder`, `voorleggen`, `intrekken` or `tonen`. The answer to
/// the last is the page with the name: no address leads to it.
pub async fn step(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let done = writing::retried(async || {
        let seen = opened(&state, &officer, &kenmerk, &form).await?;
        let asks_again = |errors: &FieldErrors| {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            name_page(&state, status, &officer, &seen, &form, errors, None, None)
        };
        if matches!(form.get("stap"), "voorleggen" | "tonen")
            && let Err(said) = account::proven(&state, &request, &officer, &form).await?
        {
            let mut errors = FieldErrors::default();
            errors.push("wachtwoord", said);
            return Err(asks_again(&errors));
        }
        match act(&state, &officer, &seen, &form).await {
            Ok(Acted::Done(done)) => Ok(Some(Acted::Done(done))),
            Ok(Acted::Shown(contact)) => {
                // As it stands after the act: the page is made of what is written by now.
                let seen = opened(&state, &officer, &kenmerk, &form).await?;
                let none = FieldErrors::default();
                Err(name_page(&state, StatusCode::OK, &officer, &seen, &Form::default(), &none, None, Some(&contact)))
            }
            Ok(Acted::Ask(errors)) => Err(asks_again(&errors)),
            // A colleague, or the bewaarder, was first.
            Err(WriteError::Store(StoreError::Taken)) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    });
    match done.await {
        Ok(Acted::Done(done)) => see_other(&format!("/signalen/{kenmerk}/naam?{done}")),
        Ok(_) => HttpResponse::InternalServerError().finish(),
        Err(answer) => answer,
    }
}

/// The signal, for a member who reads the reporter's words and said that he is not involved. What the bewaarder decided
/// meanwhile is written in the case file first.
async fn opened(state: &State, officer: &Arc<Officer>, kenmerk: &str, form: &Form) -> Result<Seen, HttpResponse> {
    writing::retried(async || {
        let case = open_for(state, officer, kenmerk, form).await?;
        if case.findings.broken || !(case.is_members() && case.is_declared() && case.reads_source()) {
            let status = if case.findings.broken { StatusCode::CONFLICT } else { StatusCode::FORBIDDEN };
            return Err(not_his_page(state, status, officer, &case));
        }
        let seen = Seen::of(state, officer, case).await.map_err(session::unavailable)?;
        let news = seen.open().and_then(|asked| seen.decided(officer, asked));
        let Some(Decided { decision, text, keeper }) = news else {
            // Who takes it back in this very form, gives nothing.
            if form.get("stap") == "intrekken" {
                return Ok(Some(seen));
            }
            // Given, or somebody was first: look again.
            return match give(state, officer, &seen).await {
                Ok(false) => Ok(Some(seen)),
                given => writing::unless_taken::<()>(given.map(|_| ()), ()).map(|_| None),
            };
        };
        let step = Reveal::Besloten {
            verzoek: decision.id,
            toegekend: decision.granted,
            reden: decision.reason.clone(),
            door: named(&keeper),
            op: decision.on,
            besluit: text,
        };
        let draft = Draft::to_file(Kind::Reveal, &session::dated(state, step)).map_err(failed)?;
        let written = writing::write(state, &seen.case, officer, vec![draft], None, Vec::new()).await;
        // Written, or a colleague was first: look again.
        writing::unless_taken::<()>(written, ())?;
        Ok(None)
    })
    .await
}

enum Acted {
    /// What the page's address says afterwards.
    Done(&'static str),
    Shown(Contact),
    Ask(FieldErrors),
}

fn ask(field: &'static str, sentence: &str) -> Acted {
    let mut errors = FieldErrors::default();
    errors.push(field, sentence.to_owned());
    Acted::Ask(errors)
}

async fn act(state: &State, officer: &Arc<Officer>, seen: &Seen, form: &Form) -> Result<Acted, WriteError> {
    match form.get("stap") {
        "melder" => ask_reporter(state, officer, &seen.case, form).await,
        "voorleggen" => put_before(state, officer, seen, form).await,
        "intrekken" => withdraw(state, officer, seen).await,
        "tonen" => show(state, officer, seen).await,
        _ => Ok(ask("stap", "Kies wat u wilt doen met een van de knoppen.")),
    }
}

/// Whether the reporter can be asked anything: he has a mailbox.
pub fn can_be_asked(case: &Case) -> bool {
    case.has_mailbox() && case.mailbox_discarded().is_none()
}

/// What the reporter is asked, for the officer to finish.
pub fn question(state: &State, officer: &Officer, case: &Case) -> String {
    state.letters.message(&ASKS_NAME, &composing::for_reporter(state, officer, case, MessageType::NaamVraag))
}

async fn ask_reporter(state: &State, officer: &Arc<Officer>, case: &Case, form: &Form) -> Result<Acted, WriteError> {
    match case.name_talk().consent() {
        Consent::NotAsked => {}
        // Pressed twice; or he said yes.
        Consent::Silent | Consent::Yes => return Ok(Acted::Done("melder")),
        Consent::No => return Ok(ask("bericht", "De melder zei nee. Vraag het niet nog een keer.")),
    }
    if !can_be_asked(case) {
        return Ok(ask("bericht", "De melder heeft geen postvak meer. U kunt het niet vragen."));
    }
    let mut errors = FieldErrors::default();
    let why = domain::access::reason(&mut errors, "reden_melder", form.get("reden_melder"));
    let message = Message::asking_for_a_name(form.get("bericht"), state.clock.now());
    errors.extend(composing::unfinished(form.get("bericht")));
    let message = match message {
        Ok(message) if errors.is_empty() => message,
        message => {
            errors.extend(message.err());
            return Ok(Acted::Ask(errors));
        }
    };
    let act = Reveal::MelderGevraagd { reden: why };
    let drafts =
        vec![Draft::to_reporter(Kind::Message, &message)?, Draft::to_file(Kind::Reveal, &session::dated(state, act))?];
    writing::write(state, case, officer, drafts, None, Vec::new()).await?;
    Ok(Acted::Done("melder"))
}

/// Why nobody can be asked to open this envelope.
pub fn obstacle(officer: &Officer, case: &Case) -> Option<&'static str> {
    let (all, excluded) = (keepers(&officer.ring), excluded(case, &officer.ring));
    if officer.ring.halves(RouteName::Bewaarder).is_none() || all.is_empty() {
        return Some("Er is in deze gemeente geen identiteitsbewaarder. Niemand kan een envelop openen.");
    }
    if eligible(&officer.ring, &excluded).is_empty() {
        return Some(
            "Iedere identiteitsbewaarder leest dit signaal zelf, is erbij betrokken, kan niet inloggen, of het signaal gaat over \
             diegene. Niemand mag deze envelop openen.",
        );
    }
    case.envelope().is_none().then_some("Bij dit signaal hoort geen envelop: het is van voor er enveloppen waren.")
}

async fn put_before(state: &State, officer: &Arc<Officer>, seen: &Seen, form: &Form) -> Result<Acted, WriteError> {
    // Pressed twice, or a colleague was first.
    if seen.open().is_some() || seen.on_its_way(officer).is_some() || seen.granted(officer).is_some() {
        return Ok(Acted::Done("voorgelegd"));
    }
    let (case, talk) = (&seen.case, seen.case.name_talk());
    if let Some(why) = obstacle(officer, case) {
        return Ok(ask("reden", why));
    }
    let consent = talk.consent();
    let wish = match Wish::parse(form.get("reden"), form.get("zonder_vragen"), consent, state.asks_reporter) {
        Ok(wish) => wish,
        Err(errors) => return Ok(Acted::Ask(errors)),
    };
    let as_signed = |side, number: Option<u32>| case.as_signed(side, number?);
    let route = case.route_key().ok_or(WriteError::Broken)?;
    let (id, excluded) = (RevealId::random(&mut rand::rng()), excluded(case, &officer.ring));
    let said_yes = consent == Consent::Yes;
    let request = reveal::Request {
        v: VERSION,
        id,
        signal: case.intake.signal,
        kenmerk: case.intake.kenmerk.clone(),
        route: case.route,
        reason: wish.reden.clone(),
        envelope: Digest::of(case.envelope().ok_or(WriteError::Broken)?.as_bytes()),
        question: as_signed(Side::Desk, talk.asked.as_ref().map(|asked| asked.0).filter(|_| said_yes)),
        answer: as_signed(Side::Reporter, talk.answered.map(|answered| answered.0).filter(|_| said_yes)),
        unasked: wish.zonder_vragen.clone(),
        not_by: excluded.clone(),
        on: state.today(),
        by: officer.key.verify_key(),
    };
    let keepers = recipients(&officer.ring, &excluded);
    let to: Vec<_> = keepers.iter().map(seal::Recipient::any).collect();
    let (print, sealed) = reveal::seal_request(&request, route, &*officer.key, &to)?;
    let act = Reveal::Voorgelegd {
        verzoek: id,
        reden: wish.reden,
        zonder_vragen: wish.zonder_vragen,
        afdruk: print.to_string(),
        niet_door: excluded,
    };
    let row = entity::reveal::Model {
        id,
        signal_id: case.intake.signal,
        request: sealed.into_bytes(),
        decision: None,
        given: None,
        opened: None,
        name: None,
    };
    // Signed with this route's key and sealed to the keepers': neither was replaced meanwhile, or nothing is asked.
    let (under, sealed_to) = (case.under(), officer.ring.newest(RouteName::Bewaarder));
    add(state, officer, case, &act, Addition { asks: Some(row), under, sealed_to, ..Addition::default() }).await?;
    Ok(Acted::Done("voorgelegd"))
}

/// One step in the case file, with what belongs to it.
async fn add(
    state: &State,
    officer: &Officer,
    case: &Case,
    act: &Reveal,
    addition: Addition,
) -> Result<(), WriteError> {
    let head = case.head().ok_or(WriteError::Broken)?;
    let draft = Draft::to_file(Kind::Reveal, &session::dated(state, act.clone()))?;
    let items = compose(case, head, &mut Tips::of(case), officer, &[draft], state.today())?;
    Ok(state.store.add(case.intake.signal, Addition { items, on_head: Some(head.number), ..addition }).await?)
}

async fn withdraw(state: &State, officer: &Arc<Officer>, seen: &Seen) -> Result<Acted, WriteError> {
    let Some(asked) = seen.open().or_else(|| seen.on_its_way(officer)) else {
        // Pressed twice; or the bewaarder was first, and the page says what he decided.
        let is_gone = seen.asked.last().is_some_and(|asked| asked.stage == Stage::Withdrawn);
        return Ok(Acted::Done(if is_gone { "ingetrokken" } else { "beslist" }));
    };
    let act = Reveal::Ingetrokken { verzoek: asked.id };
    // A decision that stands there by now counts for nothing, or it would be in the case file.
    let unasks = seen.row(asked.id).map(|row| (row.id, row.decision.clone()));
    add(state, officer, &seen.case, &act, Addition { unasks, ..Addition::default() }).await?;
    Ok(Acted::Done("ingetrokken"))
}
