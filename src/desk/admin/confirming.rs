//! A second member confirms whom the first let in, or turns it down. He too types the six words that he heard himself: words
//! that a page shows are words that one clicks away. Only then the route's key is wrapped to the newcomer.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::RouteName;
use entity::membership;
use post::Notice;
use seal::{Digest, Signed, Signer, VERSION, Verified, confirmation::Confirmation, grant::Grant};
use store::StoreError;
use unseal::PrivateHalf;
use web::{Form, see_other};

use super::{
    Refused, admin_page, overtaken, said,
    vouching::{Typed, give_back, spoken_for, typed, typed_wrong},
};
use crate::{
    account,
    keyring::{HeldRoute, Waiting},
    mail,
    opening::failed,
    session::{self, Officer, unavailable},
    state::State,
    writing::WriteError,
};

const GONE: &str = "Dit verzoek is er niet meer: een ander lid bevestigde het, wees het af of verving de sleutel van de route. Hieronder staat hoe \
     het nu is.";

/// A route into which this member may let somebody. Not where the configuration contradicts its key: that may be a forger's.
pub(super) fn open_route(state: &State, officer: &Officer, form: &Form) -> Option<(RouteName, Arc<HeldRoute>)> {
    let route = form.get("route").parse().ok()?;
    let held = officer.ring.held(route)?.clone();
    (held.configured || state.routes.key(route).is_none()).then_some((route, held))
}

/// The request that a form is about: that very one, by its digest.
fn asked<'a>(held: &'a HeldRoute, form: &Form) -> Option<&'a Waiting> {
    let is_it = |waiting: &&Waiting| waiting.grant.digest().to_string() == form.get("verzoek");
    held.people.waiting.iter().find(is_it)
}

/// Whether this member asked it himself, with whichever of his keys.
pub(super) fn is_asked_by(officer: &Officer, held: &HeldRoute, grant: &Grant) -> bool {
    let account = held.people.member(&grant.by).map(|first| first.account);
    account == Some(officer.account.id) || officer.ring.is_own(&grant.by)
}

async fn conflict(state: &State, officer: &Arc<Officer>, sentence: &str) -> HttpResponse {
    let refused = Refused { general: Some(sentence.into()), ..Refused::default() };
    admin_page(state, StatusCode::CONFLICT, officer, &refused, None).await
}

/// `POST /beheer/bevestigen`
pub async fn confirm_admission(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let Some((_, held)) = open_route(&state, &officer, &form) else { return HttpResponse::Forbidden().finish() };
    let Some(waiting) = asked(&held, &form) else {
        let confirmed = |grant: &&Verified<Grant>| grant.digest().to_string() == form.get("verzoek");
        return match held.people.members.iter().find(confirmed) {
            Some(_) => see_other("/beheer?bevestigd"),
            None => conflict(&state, &officer, GONE).await,
        };
    };
    let grant = &waiting.grant;
    if is_asked_by(&officer, &held, grant) {
        return conflict(&state, &officer, "U vroeg dit zelf. Een ander lid moet het bevestigen.").await;
    }
    let account = match state.store.account(grant.account).await {
        Ok(account) => account.filter(|account| waiting.is_fit && !account.disabled),
        Err(error) => return unavailable(error),
    };
    let Some(account) = account else { return conflict(&state, &officer, UNFIT).await };
    let refused = |sentences| {
        let asked = Some((grant.digest(), form.get("woorden").to_owned(), sentences));
        Refused { asked, ..Refused::default() }
    };
    // Against the halves that were vouched for: what stands in the account's row by now counts for nothing here.
    let heard = spoken_for(&account, form.get("woorden"));
    match typed(heard, account::proven(&state, &request, &officer, &form).await) {
        Ok(person) if person == grant.person => {}
        Ok(_) => return conflict(&state, &officer, UNFIT).await,
        Err(Typed::Elsewhere(response)) => return response,
        Err(Typed::Wrong { words, password }) => {
            return typed_wrong(&state, &request, &Refused { password, ..refused(words) }).await;
        }
    }
    confirm(&state, &request, &officer, &held, grant, &account).await
}

/// Wraps the route's key to whom another member asked to let in, on the word of a second who typed the same six words.
pub(super) async fn confirm(
    state: &State,
    request: &HttpRequest,
    officer: &Arc<Officer>,
    held: &HeldRoute,
    grant: &Verified<Grant>,
    account: &entity::account::Model,
) -> HttpResponse {
    let (route, before) = (grant.route, held.people.member_of(grant.account));
    // Who has the key that he had lost nothing.
    if before.is_some_and(|before| before.person == grant.person) {
        return see_other("/beheer?bevestigd");
    }
    let again = before.is_some();
    let text = match grant_text(state, route, grant).await {
        Ok(Some(text)) => text,
        Ok(None) => return conflict(state, officer, GONE).await,
        Err(error) => return unavailable(error),
    };
    let membership = match confirmed(state, officer, held, grant, text) {
        Ok(membership) => membership,
        Err(error) => return failed(error),
    };
    let admitted = state.store.admit(membership, &held.under(route)).await;
    if admitted.is_ok() {
        mail::tell(state, account, &Notice::LetIn).await;
    }
    match admitted {
        Ok(()) if again => match give_back(state, request, route, (grant.account, &grant.person)).await {
            Ok(()) => see_other("/beheer?opnieuw"),
            Err(refused) => refused,
        },
        Ok(()) => see_other("/beheer?bevestigd"),
        Err(StoreError::Taken) => overtaken::told(state, request, GONE).await,
        Err(error) => unavailable(error),
    }
}

/// Said where what one member asked for cannot be confirmed any more.
pub(super) const UNFIT: &str = "Dit kan niet meer bevestigd worden: uw nieuwe collega of het lid dat dit vroeg, heeft intussen een \
                                andere sleutel of is uitgezet. Wijs het af. Daarna kan een lid opnieuw vragen om toe te laten.";

/// The text of a grant that waits: what is confirmed is what stands there, signatures and all.
async fn grant_text(state: &State, route: RouteName, grant: &Verified<Grant>) -> Result<Option<String>, StoreError> {
    let rows = state.store.admissions().await?;
    let is_it = |row: &entity::admission::Model| {
        row.route == route && row.account_id == grant.account && Digest::of(row.grant_text.as_bytes()) == grant.digest()
    };
    Ok(rows.into_iter().find(is_it).map(|row| row.grant_text))
}

fn confirmed(
    state: &State,
    officer: &Officer,
    held: &HeldRoute,
    grant: &Verified<Grant>,
    grant_text: String,
) -> Result<membership::Model, WriteError> {
    let said = Confirmation {
        v: VERSION,
        route: grant.route,
        grant: grant.digest(),
        by: officer.key.verify_key(),
        on: state.today(),
    };
    let confirmation = Some(Signed::sign(&said, &[&held.key, &*officer.key])?.text().to_owned());
    let sealed = held.key.wrap(&[grant.person.encrypt.any()])?.into_bytes();
    Ok(membership::Model { route: grant.route, account_id: grant.account, sealed, grant_text, confirmation })
}

/// `POST /beheer/afwijzen`: by whoever is a member, the one who asked too. Nothing is lost by it but the request.
pub async fn turn_down(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let Some((route, held)) = open_route(&state, &officer, &form) else { return HttpResponse::Forbidden().finish() };
    let Some(waiting) = asked(&held, &form) else { return conflict(&state, &officer, GONE).await };
    let found = match grant_text(&state, route, &waiting.grant).await {
        Ok(Some(text)) => state.store.turn_down(route, waiting.grant.account, &text).await,
        Ok(None) => Ok(false),
        Err(error) => Err(error),
    };
    match found {
        Ok(true) => see_other("/beheer?afgewezen"),
        Ok(false) => conflict(&state, &officer, GONE).await,
        Err(error) => unavailable(error),
    }
}

/// One request in words.
pub(super) struct WaitingWords {
    request: String,
    name: String,
    function: String,
    by: String,
    on: String,
    state: templates::desk::AdmissionState,
    typed: String,
    sentences: Vec<String>,
    password: Option<String>,
    had: Option<String>,
}

impl WaitingWords {
    pub(super) fn of(
        officer: &Officer,
        held: &HeldRoute,
        refused: &Refused,
        had: impl Fn(domain::AccountId) -> Option<String>,
    ) -> Vec<Self> {
        let one = |waiting: &Waiting| {
            let grant = &waiting.grant;
            let first = held.people.member(&grant.by);
            let state = match (waiting.is_fit, first.is_some_and(|first| first.account == officer.account.id)) {
                (false, _) => templates::desk::AdmissionState::Unfit,
                (true, true) => templates::desk::AdmissionState::Own,
                (true, false) => templates::desk::AdmissionState::Open,
            };
            let at = refused.asked.as_ref().filter(|(digest, ..)| *digest == grant.digest());
            let password = at.and(refused.password.clone());
            let (typed, sentences) = at.map(|(_, typed, s)| (typed.clone(), s.clone())).unwrap_or_default();
            Self {
                request: grant.digest().to_string(),
                name: grant.name.clone(),
                function: grant.function.clone(),
                by: said::name(&held.people, &grant.by).to_owned(),
                on: domain::term::dutch(grant.on),
                state,
                typed,
                sentences,
                password,
                had: had(grant.account),
            }
        };
        held.people.waiting.iter().map(one).collect()
    }

    pub(super) fn sentences(&self) -> Vec<&str> {
        self.sentences.iter().map(String::as_str).collect()
    }

    pub(super) fn view<'a>(&'a self, errors: &'a [&'a str]) -> templates::desk::Admission<'a> {
        templates::desk::Admission {
            request: &self.request,
            name: &self.name,
            function: &self.function,
            by: &self.by,
            on: &self.on,
            state: self.state,
            typed: &self.typed,
            again: self.had.as_deref(),
            errors,
            password: self.password.as_deref(),
        }
    }
}
