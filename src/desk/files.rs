//! `GET /signalen/{kenmerk}/bestanden/{id}`: a file that came with a signal, opened as it is sent. It is always a
//! download, never shown inside a page of ours.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use attachments::download::{self, DownloadError};
use domain::FileId;
use templates::problem::{Problem, Side, problem};
use web::page;

use crate::{opening, session, state::State};

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
