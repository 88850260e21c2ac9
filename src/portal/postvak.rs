//! The opened mailbox: reading answers, writing back, asking how it stands, closing it on this browser. What the page
//! shows is made in [`shown`], files are in [`files`], a yes or no to who asks for his name in [`name`], throwing the mailbox away is in [`discard`].

pub mod discard;
pub mod files;
pub mod name;
mod shown;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Payload},
};
use domain::{
    FieldErrors, ItemId, Kind, PickupCode, PublicStatus, Side, attachment::same_files, field::Sentence,
    message::Message,
};
use mailbox::{Cookie, Root, Typed};
use seal::{Place, SealError, item};
use store::{FilesError, StoreError, items::NewItem, signals::Addition};
use templates::portal;
use web::{Form, page};

use crate::{
    opened::{Asking, NotOpened, Opened, open},
    pickup,
    state::State,
    visit::Visit,
};
use files::Attached;
use shown::{Around, damaged, mailbox_page, takes_messages};

/// `GET /postvak`
pub async fn read(visit: Visit, request: HttpRequest) -> HttpResponse {
    let done = match request.query_string() {
        "verstuurd" => Some("mailbox-sent"),
        "gevraagd" => Some("mailbox-asked"),
        "naam" => Some("mailbox-name-said"),
        _ => None,
    };
    match mailbox_of(&visit, &request).await {
        Ok((cookie, opened)) => {
            mailbox_page(&visit, StatusCode::OK, &cookie, &opened, Around { done, ..Around::default() })
        }
        Err(refused) => refused,
    }
}

/// `POST /postvak`: the reporter writes, with files or without. The form carries the number that its message would get,
/// so that sending twice stores once and two tabs do not overwrite each other.
pub async fn write(visit: Visit, request: HttpRequest, payload: Payload) -> HttpResponse {
    if !web::form::from_own_site(&request) {
        return HttpResponse::Forbidden().finish();
    }
    // Who has no mailbox open sends no files here; what he typed is not lost.
    match entered(&visit, &request).await {
        Err(refused) if refused.status().is_redirection() => {
            let typed = visit.attachments.typed(&request, payload).await.map(Form::of).unwrap_or_default();
            let was_open = web::cookie::is_sent(&request, pickup::COOKIE, visit.secure);
            let said = still_typed(&visit, typed.get("bericht"));
            return said.map_or(refused, |page| if was_open { pickup::forget(&visit, page) } else { page });
        }
        Err(refused) => return refused,
        Ok(_) => {}
    }
    let mut received = match crate::files::receive(&visit, &request, payload).await {
        Ok(received) => received,
        Err(refused) => return refused,
    };
    let form = Form::of(std::mem::take(&mut received.fields));
    let (cookie, opened) = match mailbox_for(&visit, &request, &form).await {
        Ok(found) => found,
        Err(refused) if refused.status() == StatusCode::FORBIDDEN => {
            return still_typed(&visit, form.get("bericht")).unwrap_or(refused);
        }
        Err(refused) => return refused,
    };
    let (draft, number) = (form.get("bericht"), form.get("nummer").parse().unwrap_or(0));
    let shown = |status, around| mailbox_page(&visit, status, &cookie, &opened, around);
    // What is stored already is said before anything is refused.
    let plain = received.files.is_empty() && form.get("bestanden").is_empty();
    if plain && message(&visit, &opened, draft, None).is_ok_and(|message| sent_before(&opened, number, &message)) {
        return visit.see_other("/postvak?verstuurd");
    }
    if !takes_messages(&opened) {
        return shown(StatusCode::CONFLICT, Around { draft, ..Around::default() });
    }
    let (attached, mut errors) = match files::take(&visit, &opened, &form, received).await {
        Ok(taken) => taken,
        Err(error) => {
            visit.failed(&error);
            return shown(
                StatusCode::SERVICE_UNAVAILABLE,
                Around { draft, notices: &["mailbox-unsent"], ..Around::default() },
            );
        }
    };
    let message = message(&visit, &opened, draft, attached.as_ref());
    if let Ok(message) = &message
        && sent_before(&opened, number, message)
    {
        return visit.see_other("/postvak?verstuurd");
    }
    if errors.is_empty() && crate::files::stays(&form) {
        return shown(StatusCode::OK, Around { draft, files: attached.as_ref(), ..Around::default() });
    }
    let message = match message {
        Ok(message) if errors.is_empty() => message,
        refused => {
            // The button that lists files asks for no words.
            errors.extend(refused.err().filter(|_| !crate::files::stays(&form)));
            let original = form.get("origineel") == "ja";
            let around = Around { draft, errors, files: attached.as_ref(), original, ..Around::default() };
            return shown(StatusCode::UNPROCESSABLE_ENTITY, around);
        }
    };
    if number != opened.reporter_tip.0 + 1 {
        return crossed(&visit, &cookie, &opened, draft, attached.as_ref());
    }
    let sent = message.clone();
    match files::send(&visit, &opened, message, attached.as_ref()).await {
        Ok(()) => visit.see_other("/postvak?verstuurd"),
        // Something else was first: this very message (a button pressed twice), or another.
        Err(SendError::Store(StoreError::Taken)) => match mailbox_of(&visit, &request).await {
            Ok((_, now)) if sent_before(&now, number, &sent) => visit.see_other("/postvak?verstuurd"),
            // The desk changed the signal's keys meanwhile: sealed to the new ones, nothing else is different.
            Ok((cookie, now)) if attached.is_none() && number == now.reporter_tip.0 + 1 => {
                match send(&visit, &now, sent).await {
                    Ok(()) => visit.see_other("/postvak?verstuurd"),
                    Err(error) => {
                        visit.failed(&error);
                        let around = Around { draft, notices: &["mailbox-unsent"], ..Around::default() };
                        mailbox_page(&visit, StatusCode::SERVICE_UNAVAILABLE, &cookie, &now, around)
                    }
                }
            }
            Ok((cookie, now)) => crossed(&visit, &cookie, &now, draft, attached.as_ref()),
            Err(refused) => refused,
        },
        Err(SendError::FilesGone) => {
            let mut errors = FieldErrors::default();
            errors.push(crate::files::FIELD, Sentence::key("fault-files-gone"));
            shown(StatusCode::UNPROCESSABLE_ENTITY, Around { draft, errors, ..Around::default() })
        }
        Err(error) => {
            visit.failed(&error);
            let around = Around { draft, notices: &["mailbox-unsent"], files: attached.as_ref(), ..Around::default() };
            shown(StatusCode::SERVICE_UNAVAILABLE, around)
        }
    }
}

/// The page for a message whose mailbox is no longer open here; `None` where nothing was typed.
fn still_typed(visit: &Visit, draft: &str) -> Option<HttpResponse> {
    (!draft.trim().is_empty()).then(|| pickup::unsent(visit, draft))
}

/// What the form says, as a message. Files need no words.
fn message(visit: &Visit, opened: &Opened, draft: &str, files: Option<&Attached>) -> Result<Message, FieldErrors> {
    let question = opened.shown_standing() == PublicStatus::Question;
    let bestanden = files.map(|files| files.basket.attachments()).unwrap_or_default();
    let draft =
        if draft.trim().is_empty() && !bestanden.is_empty() { visit.text.say("mailbox-only-files") } else { draft };
    let mut message = Message::from_reporter(draft, visit.today(), question)?;
    message.bestanden = bestanden;
    Ok(message)
}

/// `POST /postvak/navraag`: "hoe staat het ermee?", as often as [`Opened::asking`] lets.
pub async fn ask(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let form = Form::decode(&body);
    for _ in 0..3 {
        let (cookie, opened) = match mailbox_for(&visit, &request, &form).await {
            Ok(found) => found,
            Err(refused) => return refused,
        };
        let shown =
            |status, notices| mailbox_page(&visit, status, &cookie, &opened, Around { notices, ..Around::default() });
        match opened.asking(visit.today()) {
            _ if !takes_messages(&opened) => return shown(StatusCode::CONFLICT, &[]),
            // Pressed twice, or in two windows: it was asked.
            Asking::Waiting { .. } => return visit.see_other("/postvak?gevraagd"),
            Asking::Absent | Asking::Later { .. } => return shown(StatusCode::CONFLICT, &[]),
            Asking::Open => {}
        }
        match send(&visit, &opened, Message::asking(visit.today())).await {
            Ok(()) => return visit.see_other("/postvak?gevraagd"),
            // Something else was first: look again whether there is still something to ask.
            Err(SendError::Store(StoreError::Taken)) => {}
            Err(error) => {
                visit.failed(&error);
                return shown(StatusCode::SERVICE_UNAVAILABLE, &["mailbox-ask-unsent"]);
            }
        }
    }
    HttpResponse::ServiceUnavailable().finish()
}

/// `POST /postvak/sluiten`: closes the mailbox on this browser and deletes nothing.
pub async fn close(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let form = Form::decode(&body);
    if let Ok(Some((cookie, _))) = pickup::opened_cookie(&visit, &request).await
        && !web::form::same_token(form.get("token"), &cookie.form_token())
    {
        return HttpResponse::Forbidden().finish();
    }
    pickup::forget(&visit, page(StatusCode::OK, portal::gesloten(&visit.frame())))
}

/// The ten words that the request's cookie holds, or the page that asks for them.
async fn entered(visit: &Visit, request: &HttpRequest) -> Result<(Cookie, Root), HttpResponse> {
    let found = match pickup::opened_cookie(visit, request).await {
        Ok(found) => found,
        Err(error) => {
            visit.failed(&error);
            return Err(HttpResponse::ServiceUnavailable().finish());
        }
    };
    match found {
        Some((cookie, Typed::Code(root))) => Ok((cookie, root)),
        Some((_, Typed::Mistyped(text))) => Err(match PickupCode::parse(&text) {
            Err(error) => pickup::mistyped(visit, &text, &error),
            Ok(_) => pickup::unknown(visit),
        }),
        // Who never entered a code gets no cookie, not even one that takes it away.
        None if !web::cookie::is_sent(request, pickup::COOKIE, visit.secure) => Err(visit.see_other("/ophalen")),
        None => Err(pickup::forget(visit, visit.see_other("/ophalen"))),
    }
}

/// The mailbox that the request's cookie opens, or the page that says why none.
async fn mailbox_of(visit: &Visit, request: &HttpRequest) -> Result<(Cookie, Opened), HttpResponse> {
    let (cookie, root) = entered(visit, request).await?;
    match open(visit, &root).await {
        Ok(opened) => Ok((cookie, opened)),
        Err(error) => Err(not_opened(visit, &error)),
    }
}

/// The same for a form, which must carry the token of this opened mailbox.
async fn mailbox_for(visit: &Visit, request: &HttpRequest, form: &Form) -> Result<(Cookie, Opened), HttpResponse> {
    let (cookie, opened) = mailbox_of(visit, request).await?;
    if web::form::same_token(form.get("token"), &cookie.form_token()) {
        Ok((cookie, opened))
    } else {
        Err(HttpResponse::Forbidden().finish())
    }
}

fn not_opened(visit: &Visit, error: &NotOpened) -> HttpResponse {
    match error {
        NotOpened::Unknown => pickup::unknown(visit),
        NotOpened::Damaged(_) => {
            visit.failed(error);
            damaged(visit)
        }
        NotOpened::Store(cause) => {
            visit.failed(cause);
            HttpResponse::ServiceUnavailable().finish()
        }
        NotOpened::Busy(_) => HttpResponse::ServiceUnavailable().finish(),
    }
}

/// Whether this very message is already stored at this number: a response got lost and the button was pressed again.
fn sent_before(opened: &Opened, number: u32, message: &Message) -> bool {
    opened
        .own(number)
        .and_then(|item| item.body::<Message>().ok())
        .is_some_and(|before| before.bericht == message.bericht && same_files(&before.bestanden, &message.bestanden))
}

fn crossed(visit: &Visit, cookie: &Cookie, opened: &Opened, draft: &str, files: Option<&Attached>) -> HttpResponse {
    let around = Around { draft, notices: &["mailbox-crossed"], files, ..Around::default() };
    mailbox_page(visit, StatusCode::CONFLICT, cookie, opened, around)
}

/// Why a message was not received.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Busy(#[from] web::Busy),
    #[error(transparent)]
    Files(FilesError),
    /// A file was taken away in another window.
    #[error("a file of the message is gone")]
    FilesGone,
}

impl From<FilesError> for SendError {
    fn from(error: FilesError) -> Self {
        if matches!(error, FilesError::Missing) { Self::FilesGone } else { Self::Files(error) }
    }
}

/// Seals a message to the mailbox itself and to the signal's present key, and stores it.
pub async fn send(state: &State, opened: &Opened, message: Message) -> Result<(), SendError> {
    let addition = Addition { items: vec![sealed(opened, &message)?], ..Addition::default() };
    add(state, opened, addition).await
}

/// Adds to the opened mailbox, on the head that it was opened with: sealed to keys that were replaced meanwhile nothing is
/// stored.
async fn add(state: &State, opened: &Opened, addition: Addition) -> Result<(), SendError> {
    let addition = Addition { on_head: Some(opened.head().map_or(0, |head| head.number)), ..addition };
    Ok(state.pickup_lane.run(state.pools.pickups.add(opened.intake.signal, addition)).await??)
}

/// A message as the next item of the reporter's side.
fn sealed(opened: &Opened, message: &Message) -> Result<NewItem, SealError> {
    let (tip, previous) = opened.reporter_tip;
    let place = Place {
        signal: opened.intake.signal,
        epoch: opened.head().map_or(0, |head| head.epoch),
        item: ItemId::random(&mut rand::rng()),
        kind: Kind::Message,
        side: Side::Reporter,
        number: tip + 1,
    };
    let own = &opened.intake.mailbox.encrypt;
    let recipients = match opened.head() {
        Some(head) => [own.any(), head.source.any()],
        None => [own.any(), opened.intake.intake.any()],
    };
    let sealed = item::seal_item(place, previous, opened.desk_tip, message, &opened.key, &recipients)?;
    Ok(NewItem { place, added_on: message.datum, sealed })
}
