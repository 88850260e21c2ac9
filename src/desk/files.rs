//! Files at the desk: those of a signal, opened as they are saved and never shown inside a page of ours; and those that
//! an officer sends along with a message, cleaned as a reporter's are.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use attachments::{
    Held, PrepareError, Prepared, Received, Refused,
    download::{self, DownloadError},
};
use domain::{Attachment, FieldErrors, FileId};
use store::{items::NewFile, signals::Index};
use templates::problem::{Problem, Side, problem};
use web::{Form, page, see_other};

use crate::{
    case::Case,
    opening,
    session::{self, Officer},
    state::State,
    writing::{self, Draft, WriteError},
};

/// `GET /signalen/{kenmerk}/bestanden/{id}`, under a neutral name; with `?naam=eigen` under the reporter's own.
pub async fn download(state: Data<State>, request: HttpRequest, path: Path<(String, String)>) -> HttpResponse {
    let (kenmerk, id) = path.into_inner();
    let Some(id) = FileId::parse(&id) else { return HttpResponse::NotFound().finish() };
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let case = match opening::open(&state, &officer, &kenmerk).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    // The signal's page asks him first.
    if !case.may_be_shown() {
        return see_other(&format!("/signalen/{kenmerk}"));
    }
    let number = case.files().find(|(file, ..)| file.bestand == id).map_or(0, |(_, number, _)| number);
    let Some((file, key)) = case.into_file(id) else { return HttpResponse::NotFound().finish() };
    let name = if request.query_string() == "naam=eigen" { file.naam.clone() } else { file.neutral_name(number) };
    match state.attachments.download(&file, move |sealed, length| key.open(sealed, length)).await {
        Ok(bytes) => download::answer(&name).streaming(bytes),
        Err(DownloadError::Damaged) => {
            tracing::error!("a file of {kenmerk} is gone or was changed");
            gone(&state, &kenmerk)
        }
        Err(error) => {
            tracing::error!("a file of {kenmerk} was not read: {}", web::telemetry::cause(&error));
            HttpResponse::ServiceUnavailable().finish()
        }
    }
}

fn gone(state: &State, kenmerk: &str) -> HttpResponse {
    let view = Problem {
        title: "Dit bestand klopt niet",
        paragraphs: vec![
            "Het is weg, of iemand heeft het veranderd nadat de melder het stuurde. Daarom geven wij het niet.",
            "Meld dit bij de beheerder. De melder kan het opnieuw sturen.",
        ],
        back: Some((&format!("/signalen/{kenmerk}"), "Terug naar het signaal")),
    };
    page(StatusCode::GONE, problem(&state.frame(), Side::Desk, &view))
}

/// Files that go along with a message: sealed to the reporter's mailbox and to the signal's source key.
#[derive(Default)]
pub struct Enclosures {
    files: Vec<Held>,
    /// The source key that they are sealed to.
    source: String,
}

impl Enclosures {
    /// Whether they are sealed to the key that holds now.
    pub fn fit(&self, case: &Case) -> bool {
        self.files.is_empty() || case.head().is_some_and(|head| head.source.to_string() == self.source)
    }

    pub const fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub fn attachments(&self) -> Vec<Attachment> {
        self.files.iter().map(|held| held.attachment.clone()).collect()
    }
}

/// Opens the signal that a message is for, and cleans and seals the files of its form. What cannot be cleaned is refused:
/// an officer's name in a file is no business of the reporter's.
pub async fn enclose(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    form: &Form,
    received: &Received,
) -> Result<(Box<Case>, Enclosures, FieldErrors), HttpResponse> {
    let case = Box::new(opening::open_for(state, officer, kenmerk, form).await?);
    let mut errors = FieldErrors::default();
    for refused in &received.refused {
        errors.push("bijlagen", refused.sentence(&state.attachments.limits));
    }
    let mut enclosed = Enclosures::default();
    let Some(head) = case.head().filter(|_| !case.findings.broken) else { return Ok((case, enclosed, errors)) };
    let to = [head.mailbox.encrypt.reader(), head.source.reader()];
    enclosed.source = head.source.to_string();
    for file in &received.files {
        match state.attachments.prepare(file, &to).await {
            Ok(Prepared::Cleaned(held)) => enclosed.files.push(held),
            // It stays on its shelf, sealed, until the sweep.
            Ok(Prepared::Uncleaned(_)) => errors.push(
                "bijlagen",
                format!(
                    "‘{}’ kunnen wij niet schoonmaken. Stuur een pdf of een foto, of zet de tekst in het bericht.",
                    file.name
                ),
            ),
            Err(PrepareError::Full) => {
                errors.push("bijlagen", Refused::Full(file.name.clone()).sentence(&state.attachments.limits));
            }
            Err(error) => {
                tracing::error!("a file for {kenmerk} was not prepared: {}", web::telemetry::cause(&error));
                return Err(HttpResponse::ServiceUnavailable().finish());
            }
        }
    }
    Ok((case, enclosed, errors))
}

/// As [`writing::write`], with the files that the drafts list.
pub async fn write(
    state: &State,
    case: &Case,
    officer: &Officer,
    drafts: Vec<Draft>,
    index: Option<Index>,
    enclosed: &Enclosures,
) -> Result<(), WriteError> {
    let (signal, epoch) = (case.intake.signal, case.head().map_or(0, |head| head.epoch));
    let row =
        |held: &Held| NewFile { id: held.attachment.bestand, signal, epoch, size: held.size, added_on: state.today() };
    let files: Vec<NewFile> = enclosed.files.iter().map(row).collect();
    let ids: Vec<FileId> = files.iter().map(|file| file.id).collect();
    state.attachments.keep(&ids).await?;
    writing::write(state, case, officer, drafts, index, files).await
}
