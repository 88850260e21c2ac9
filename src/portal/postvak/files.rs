//! Files in the conversation: those that a reporter sends, and those of an answer, opened as they are saved.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Path};
use attachments::{
    Basket, Received,
    download::{self, DownloadError},
};
use domain::{Attachment, FieldErrors, FileId, Side, clock::minute, field::Sentence, message::Message};
use store::{FilesError, items::NewFile, signals::Addition};
use templates::problem::{Problem, Side as Program, problem};
use web::{Form, page};

use super::{SendError, mailbox_of, sealed};
use crate::{
    files::{FIELD, FilesFailed, UNDECIDED, add, basket_in, change, stays},
    opened::Opened,
    state::State,
    submit,
    visit::Visit,
};

/// Files that go along with a message, and the hidden field that carries them.
pub(super) struct Attached {
    pub(super) basket: Basket,
    pub(super) field: String,
}

/// Does with the form's files what was asked. They are sealed to whoever reads the reporter's messages now; the reporter
/// keeps his own.
pub(super) async fn take(
    visit: &Visit,
    opened: &Opened,
    form: &Form,
    received: Received,
) -> Result<(Option<Attached>, FieldErrors), FilesFailed> {
    let mut errors = FieldErrors::default();
    let to = readers_key(opened);
    let carried = form.get("bestanden");
    let mut basket = basket_in(visit, carried).await?.filter(|basket| basket.to == to);
    if basket.is_none() && !carried.is_empty() {
        errors.push(FIELD, Sentence::key("fault-files-late"));
    }
    for refused in &received.refused {
        errors.push(FIELD, refused.sentence(&visit.attachments.limits));
    }
    if form.get("stap") == "toevoegen" && received.files.is_empty() && received.refused.is_empty() {
        errors.push(FIELD, Sentence::key("fault-files-none"));
    }
    if !received.files.is_empty() {
        let fresh = || Basket::new(to, String::new(), "", "", minute(visit.clock.now()));
        add(visit, basket.get_or_insert_with(fresh), &received.files, form.get("origineel") == "ja", &mut errors)
            .await?;
    }
    if let Some(basket) = &mut basket {
        change(visit, basket, form).await;
        if basket.files.iter().any(|held| held.asked) && errors.is_empty() && !stays(form) {
            errors.push(UNDECIDED, Sentence::key("fault-files-undecided"));
        }
    }
    match basket.filter(|basket| !basket.files.is_empty()) {
        None => Ok((None, errors)),
        Some(basket) => {
            let field = crate::files::sealed(visit, &basket).await?;
            Ok((Some(Attached { basket, field }), errors))
        }
    }
}

/// The signal's present key as text: the desk's source key, or the intake key until there is one.
fn readers_key(opened: &Opened) -> String {
    opened.head().map_or_else(|| opened.intake.intake.to_string(), |head| head.source.to_string())
}

/// Sends a message and the files that it lists.
pub(super) async fn send(
    state: &State,
    opened: &Opened,
    message: Message,
    files: Option<&Attached>,
) -> Result<(), SendError> {
    let sizes = files.map(|files| submit::sizes(&files.basket)).unwrap_or_default();
    let (signal, epoch) = (opened.intake.signal, opened.head().map_or(0, |head| head.epoch));
    let row = |(id, size): &(FileId, u64)| NewFile { id: *id, signal, epoch, size: *size, added_on: message.datum };
    let files = sizes.iter().map(row).collect();
    let addition = Addition { items: vec![sealed(opened, &message)?], files, ..Addition::default() };
    let ids: Vec<FileId> = sizes.iter().map(|(id, _)| *id).collect();
    state.attachments.keep(&ids).await?;
    super::add(state, opened, addition).await
}

/// `GET /postvak/bestanden/{id}`: a file of an answer.
pub async fn download(visit: Visit, request: HttpRequest, id: Path<String>) -> HttpResponse {
    let opened = match mailbox_of(&visit, &request).await {
        Ok((_, opened)) => opened,
        Err(refused) => return refused,
    };
    let Some((file, number)) = FileId::parse(&id).and_then(|id| answers_file(&opened, id)) else {
        return HttpResponse::NotFound().finish();
    };
    let key = opened.key;
    let open = move |sealed, length| key.open_file(sealed, length).ok();
    match visit.attachments.download(&file, open).await {
        Ok(bytes) => download::answer(&file.neutral_name(number)).streaming(bytes),
        Err(DownloadError::Damaged | DownloadError::Files(FilesError::Missing)) => gone(&visit),
        Err(error) => {
            visit.failed(&error);
            HttpResponse::ServiceUnavailable().finish()
        }
    }
}

/// A file that the desk sent, with its number among those.
fn answers_file(opened: &Opened, id: FileId) -> Option<(Attachment, usize)> {
    let sent = opened.messages().filter(|(side, _)| *side == Side::Desk);
    sent.flat_map(|(_, message)| message.bestanden).zip(1..).find(|(file, _)| file.bestand == id)
}

fn gone(visit: &Visit) -> HttpResponse {
    let text = visit.text;
    let view = Problem {
        title: text.say("mailbox-file-gone"),
        paragraphs: vec![text.say("mailbox-file-gone-what"), text.say("mailbox-file-gone-now")],
        back: Some(("/postvak", text.say("mailbox-file-gone-link"))),
    };
    page(StatusCode::GONE, problem(&visit.frame(), Program::Portal, &view))
}
