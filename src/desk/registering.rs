//! `/invoeren`: a signal that somebody told us, written down and sealed as the portal would. Whom it is about decides
//! who reads it, here too: who writes it down may not be able to open it afterwards.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::{
    Answers, Contact, FieldErrors, Report, RouteName, Subject,
    choices::SignalType,
    clock::{hour, minute},
    registration::{Origin, Registration},
    report::FIELDS,
};
use mailbox::{
    HourSecret, Nonce, code,
    receipt::{RESEND_MINUTES, Receipt, Tag},
};
use seal::{Digest, SealError};
use serde::Serialize;
use store::StoreError;
use submission::NewSignal;
use templates::{Choice, Text, desk};
use web::{Form, Told, page};

use crate::{
    session::{self, Officer, unavailable},
    state::State,
    texts,
};

/// Fields of the form beside those of a report.
const OWN: [&str; 4] = ["bron", "ontvangen_op", "postvak", "gecontroleerd"];

/// Why nothing was registered.
#[derive(Debug, thiserror::Error)]
enum RegisterError {
    #[error("the signal could not be sealed")]
    Seal(#[from] SealError),
    #[error("the signal could not be stored")]
    Store(#[from] StoreError),
    #[error("too many at once")]
    Busy(#[from] web::Busy),
    #[error("the route has no key in the configuration")]
    Unreachable,
}

/// Everything that was written down: the digest of it tells a form sent twice from a changed one.
#[derive(Serialize)]
struct Written<'a> {
    report: &'a Report,
    registered: &'a Registration,
}

/// A form that can be stored.
struct Filled {
    report: Report,
    registered: Registration,
    received_on: chrono::NaiveDate,
    route: RouteName,
}

/// `GET /invoeren`
pub async fn form(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) => {
            let today = domain::clock::dutch_date(state.clock.now()).format("%d-%m-%Y").to_string();
            let form = Form::of(vec![
                ("nonce".into(), Nonce::random(&mut rand::rng()).text()),
                ("ontvangen_op".into(), today),
            ]);
            form_page(&state, StatusCode::OK, &officer, &form, &FieldErrors::default())
        }
        Err(refused) => refused,
    }
}

/// `POST /invoeren`
pub async fn register(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let filled = match Filled::parse(&state, &officer, &form) {
        Ok(filled) => filled,
        Err(errors) => return form_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &form, &errors),
    };
    let Some(nonce) = Nonce::parse(form.get("nonce")) else { return HttpResponse::BadRequest().finish() };
    let mut stored = store(&state, &officer, &filled, &nonce).await;
    if matches!(stored, Err(RegisterError::Store(StoreError::Taken))) {
        // The button was pressed twice and the other was first: its receipt says so now.
        stored = store(&state, &officer, &filled, &nonce).await;
    }
    match stored {
        Ok(Some(words)) => done_page(&state, &officer, &filled, Some(&words)),
        Ok(None) => done_page(&state, &officer, &filled, None),
        Err(RegisterError::Store(StoreError::Taken)) => {
            let mut errors = FieldErrors::default();
            errors.push(
                "wat",
                "Dit formulier is al eerder opgeslagen. Kijk in de wachtrij, of begin een nieuw formulier.",
            );
            form_page(&state, StatusCode::CONFLICT, &officer, &form, &errors)
        }
        Err(RegisterError::Store(error)) => unavailable(error),
        Err(RegisterError::Busy(_)) => HttpResponse::ServiceUnavailable().finish(),
        Err(error) => {
            tracing::error!("a signal was not registered: {}", web::telemetry::cause(&error));
            HttpResponse::InternalServerError().finish()
        }
    }
}

impl Filled {
    fn parse(state: &State, officer: &Officer, form: &Form) -> Result<Self, FieldErrors> {
        let ours = |name: &str| FIELDS.contains(&name) || OWN.contains(&name);
        let answers: Answers = form.fields().iter().filter(|(name, _)| ours(name)).cloned().collect();
        let grant = officer.ring.own_grant();
        let (name, function) =
            grant.map_or((&officer.account.name, &officer.account.function), |grant| (&grant.name, &grant.function));
        let by = format!("{name}, {function}");
        let (report, registered) = match (Report::parse(&answers), Registration::parse(&answers, by, state.today())) {
            (Ok(report), Ok(registered)) => (report, registered),
            (report, registered) => {
                let errors = [registered.err(), report.err()];
                return Err(errors.into_iter().flatten().flat_map(FieldErrors::into_iter).collect());
            }
        };
        let mut errors = FieldErrors::default();
        let reachable = |route| state.routes.key(route).is_some();
        let route = state.routes.routing().choose(&report.over_wie, &report.readers, reachable);
        if route.is_err() {
            errors.push(
                "over_wie",
                "Wie dit moet lezen, heeft nog geen sleutel. Vraag het lid van die route om hem te maken.",
            );
        }
        // The story names an office holder whose signals go elsewhere: who wrote it down says whether it is about him too.
        let named = route.map(|route| report.asks_also(state.routes.routing(), route)).unwrap_or_default();
        if !named.is_empty() {
            let who: Vec<_> = named.iter().map(|subject| subject.label()).collect();
            errors.push("ook_over", format!("U noemt: {}. Kies of het signaal daar ook over gaat.", who.join(", ")));
        }
        let (registered, received_on) = registered;
        errors.or(route.ok().map(|route| Self { report, registered, received_on, route }))
    }
}

/// Stores it, once however often the form is sent. `Some` are the words for the reporter, if he gets any.
async fn store(
    state: &State,
    officer: &Officer,
    filled: &Filled,
    nonce: &Nonce,
) -> Result<Option<String>, RegisterError> {
    let written = Written { report: &filled.report, registered: &filled.registered };
    let answers = Digest::of(serde_json::to_string(&written).map_err(SealError::from)?.as_bytes());
    let now = state.clock.now();
    let words =
        |secret: &HourSecret| filled.registered.postvak.then(|| code::pickup_code(secret, nonce, &answers).text());
    if let Some(receipt) = state.store.receipt(&Tag::of(nonce).0).await?.and_then(|row| Receipt::open(nonce, &row)) {
        let recent = (0..RESEND_MINUTES).contains(&(minute(now) - receipt.minute));
        let secret = state.store.hour_secret(receipt.hour()).await?.filter(|_| recent && receipt.answers == answers);
        return secret.map(|secret| words(&HourSecret(secret))).ok_or(RegisterError::Store(StoreError::Taken));
    }
    let fresh = HourSecret::random(&mut rand::rng());
    let secret = HourSecret(state.store.hour_secret_or(hour(now), fresh.0).await?);
    // Without a mailbox the words are told to nobody: nobody opens it.
    let code = code::pickup_code(&secret, nonce, &answers);
    let received = Receipt { answers, minute: minute(now) };
    let new = NewSignal {
        code,
        report: filled.report.clone(),
        contact: Contact::default(),
        files: Vec::new(),
        key_of_files: None,
        sizes: Vec::new(),
        keeper: officer.ring.halves(RouteName::Bewaarder).map(|key| key.encrypt.clone()),
        route: filled.route,
        key: officer.ring.halves(filled.route).ok_or(RegisterError::Unreachable)?.clone(),
        received_on: filled.received_on,
        registered: Some(filled.registered.clone()),
        tag: Tag::of(nonce),
        receipt: received.seal(nonce, &mut rand::rng()),
    };
    let mut sealed = state.work_lane.run_blocking(move || new.seal()).await??;
    // Receipts are kept from the day on which a form was sent, however long ago the signal was told.
    sealed.receipt.received_on = state.today();
    state.store.submit(sealed).await?;
    Ok(words(&secret))
}

fn form_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    form: &Form,
    errors: &FieldErrors,
) -> HttpResponse {
    let told = Told::new(errors, Text::DUTCH);
    let plain = |label: &'static str| Choice { value: label, label, hint: None };
    let origins: Vec<_> = Origin::ALL.iter().map(|origin| plain(origin.label())).collect();
    let subjects: Vec<_> = Subject::ALL.iter().map(|subject| plain(subject.label())).collect();
    let kinds: Vec<_> = SignalType::ALL.iter().map(|kind| plain(kind.label())).collect();
    let also: Vec<_> = subjects.iter().copied().chain([plain("nee")]).collect();
    let (over, also_chosen): (Vec<_>, Vec<_>) = (form.all("over_wie").collect(), form.all("ook_over").collect());
    let asks_also = errors.for_field("ook_over").is_some() || !also_chosen.is_empty();
    let view = desk::Invoeren {
        nonce: form.get("nonce"),
        origins: &origins,
        origin: form.get("bron"),
        received: form.get("ontvangen_op"),
        subjects: &subjects,
        about: &over,
        also: if asks_also { &also } else { &[] },
        also_chosen: &also_chosen,
        kinds: &kinds,
        kind: form.get("soort"),
        texts: ["wat", "wie", "waar", "wanneer", "hoe_weet_u_dit", "eerder_gemeld"].map(|field| form.get(field)),
        mailbox: form.get("postvak"),
        checked: form.get("gecontroleerd"),
        errors: &told.view(),
    };
    page(status, desk::invoeren(&officer.frame(state.frame(), &officer.banners()), &view))
}

fn done_page(state: &State, officer: &Arc<Officer>, filled: &Filled, words: Option<&str>) -> HttpResponse {
    let words: Vec<_> = words.map(|words| words.split(' ').collect()).unwrap_or_default();
    let own = officer.ring.usable(filled.route).is_some();
    let view = desk::Ingevoerd { words: &words, route: texts::route(filled.route), own };
    page(StatusCode::OK, desk::ingevoerd(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// What the report's section says of how a signal came.
pub fn rows(registered: &Registration) -> Vec<(&'static str, String)> {
    let checked = registered.gecontroleerd.map(|yes| if yes { "ja" } else { "nee" }.to_owned());
    let mut rows = vec![("Bron", registered.bron.to_string()), ("Ingevoerd door", registered.door.clone())];
    rows.extend(checked.map(|checked| ("Melder heeft het verslag gecontroleerd", checked)));
    rows
}
