//! The report's pages. Each posts what it asked and carries the rest; nothing is stored before the last button. What a
//! page shows is put together in [`pages`], its check page in [`check`].

pub mod check;
pub mod pages;
mod themes;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Bytes,
};
use domain::{Answers, FieldErrors, report::ALSO_MISSING};
use templates::portal;
use web::page;

use crate::{
    answers::{Filled, Posted, WORDS, reader_so_far},
    canary,
    files::{choose_again, files_page, opened},
    submit::{Outcome, SubmitError, submit},
    texts,
    visit::Visit,
};
use check::check_page;
use pages::{danger_page, not_received, over_page, perhaps_lost, story_page, words_page};

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// `GET /melden`
pub async fn begin(visit: Visit) -> HttpResponse {
    over_page(&visit, StatusCode::OK, &Posted::of(&[]), &FieldErrors::default())
}

/// `POST /melden/over`: whom it is about.
pub async fn over(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    match read(&visit, &request, &body).await {
        Ok(posted) if posted.back => over_page(&visit, StatusCode::OK, &posted, &FieldErrors::default()),
        Ok(posted) => to_story(&visit, posted),
        Err(refused) => refused,
    }
}

/// `POST /melden/verhaal`: what happened; and `/melden/controle`, which asks for no files.
pub async fn story(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let posted = match read(&visit, &request, &body).await {
        Ok(posted) if posted.back => return to_story(&visit, posted),
        Ok(posted) => posted,
        Err(refused) => return refused,
    };
    match filled(&visit, posted) {
        Ok((posted, filled)) if filled.report.direct_gevaar == Some(true) && !posted.danger_seen => {
            danger_page(&visit, posted)
        }
        Ok((posted, filled)) if request.path().ends_with("/controle") => {
            check_page(&visit, StatusCode::OK, posted, &filled, &FieldErrors::default())
        }
        Ok((posted, filled)) => files_page(&visit, StatusCode::OK, posted, filled.route, &FieldErrors::default()),
        Err(refused) => refused,
    }
}

/// `POST /melden/woorden`: words to choose from, beside the story.
pub async fn words(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    match read(&visit, &request, &body).await {
        Ok(posted) => words_page(&visit, StatusCode::OK, &posted, &FieldErrors::default()),
        Err(refused) => refused,
    }
}

/// `POST /melden/versturen`: the button that really sends.
pub async fn send(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let posted = match read(&visit, &request, &body).await {
        Ok(posted) => posted,
        Err(refused) => return refused,
    };
    let (posted, filled) = match filled(&visit, posted) {
        Ok(read) => read,
        Err(refused) => return refused,
    };
    if !filled.report.asks_also(visit.routes.routing(), filled.route).is_empty() {
        let mut errors = FieldErrors::default();
        errors.push("ook_over", ALSO_MISSING);
        return check_page(&visit, WRONG, posted, &filled, &errors);
    }
    // Nothing goes to a reader whom the reporter was not shown.
    let shown = posted.shown.or_else(|| reader_so_far(&posted.answers, &visit.routes).ok());
    if shown != Some(filled.route) {
        let moved = Posted { shown, ..posted }.following_answer(&filled.report);
        return check_page(&visit, StatusCode::OK, moved, &filled, &FieldErrors::default());
    }
    match submit(&visit, &filled, posted.basket.as_ref(), &posted.nonce).await {
        Ok(outcome) => answered(&visit, outcome),
        Err(SubmitError::FilesGone) => choose_again(&visit, posted, filled.route, "fault-files-gone"),
        // A form whose report is gone is sent as a new one.
        Err(error @ SubmitError::Lost) => perhaps_lost(&visit, &posted.as_new(), &error),
        Err(error) => not_received(&visit, &posted, &error),
    }
}

/// What became of a form that was sent, as a page.
fn answered(visit: &Visit, outcome: Outcome) -> HttpResponse {
    let frame = visit.frame();
    match outcome {
        Outcome::Stored(sent) => {
            let words: Vec<_> = sent.code.words().iter().map(|word| word.text()).collect();
            let come_back = texts::date(visit.text, sent.received_on + chrono::Days::new(7));
            let reader = texts::reader(visit.text, sent.route);
            let view =
                portal::Verstuurd { words: &words, come_back: &come_back, reader, address: &visit.address("/ophalen") };
            page(StatusCode::OK, portal::verstuurd(&frame, &view))
        }
        Outcome::Earlier => page(StatusCode::OK, portal::al_ontvangen(&frame, portal::AlOntvangen::Earlier)),
        Outcome::Different => page(StatusCode::CONFLICT, portal::al_ontvangen(&frame, portal::AlOntvangen::Different)),
    }
}

/// Reads a posted form. A form of another content type is not one of ours.
async fn read(visit: &Visit, request: &HttpRequest, body: &[u8]) -> Result<Posted, HttpResponse> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(HttpResponse::UnsupportedMediaType().finish());
    }
    // Another site must not send somebody here with a nonce that it knows.
    if !web::form::from_own_site(request) {
        return Err(HttpResponse::Forbidden().finish());
    }
    opened(visit, request, Posted::decode(body)).await
}

/// The story page, or the page that must be mended before anybody can be named who reads the story.
pub fn to_story(visit: &Visit, posted: Posted) -> HttpResponse {
    match reader_so_far(&posted.answers, &visit.routes) {
        Ok(route) => story_page(visit, StatusCode::OK, posted, Some(route), &FieldErrors::default()),
        Err(errors) if errors.for_field("over_wie").is_some() => over_page(visit, WRONG, &posted, &errors),
        Err(errors) => story_page(visit, WRONG, posted, None, &errors),
    }
}

/// The whole form, or the page that asks again for what is wrong: the first of them, in the order of the form.
pub fn filled(visit: &Visit, posted: Posted) -> Result<(Posted, Filled), HttpResponse> {
    let (mut posted, filled) = parsed(visit, posted)?;
    let filled = canary::routed(visit, &posted, filled)?;
    // Sealed for another route, the reader of this one could not open them.
    let why = if posted.basket.is_some() { "fault-files-reader" } else { "fault-files-again" };
    posted.basket = posted.basket.filter(|basket| basket.route == filled.route.label());
    // Whoever reads on believes that his files go along.
    if posted.basket.is_none() && !posted.files.is_empty() {
        // They are sealed anew for the reader that the answers lead to, so those answers are made to last.
        let posted = posted.following_answer(&filled.report);
        return Err(choose_again(visit, posted, filled.route, why));
    }
    Ok((posted, filled))
}

fn parsed(visit: &Visit, posted: Posted) -> Result<(Posted, Filled), HttpResponse> {
    let about = |errors: &FieldErrors| errors.for_field("over_wie").is_some();
    let so_far = reader_so_far(&posted.answers, &visit.routes);
    if let Err(errors) = &so_far
        && about(errors)
    {
        return Err(over_page(visit, WRONG, &posted, errors));
    }
    let errors = match Filled::parse(&posted.answers, &visit.routes) {
        Ok(filled) => return Ok((posted, filled)),
        Err(errors) => errors,
    };
    if about(&errors) {
        return Err(over_page(visit, WRONG, &posted, &errors));
    }
    // An error at the check page's own question is shown there; everything else belongs to the story.
    let (asked, of_story): (Vec<_>, Vec<_>) = errors.into_iter().partition(|error| error.field == "ook_over");
    if of_story.is_empty()
        && let Ok(before) = Filled::parse(&unasked(&posted.answers), &visit.routes)
    {
        return Err(check_page(visit, WRONG, posted, &before, &asked.into_iter().collect()));
    }
    let (of_words, of_story): (Vec<_>, Vec<_>) = of_story.into_iter().partition(|error| WORDS.contains(&error.field));
    if of_story.is_empty() {
        return Err(words_page(visit, WRONG, &posted, &of_words.into_iter().collect()));
    }
    Err(story_page(visit, WRONG, posted, so_far.ok(), &of_story.into_iter().collect()))
}

/// The answers without that to the check page's own question.
fn unasked(answers: &Answers) -> Answers {
    let mut unasked = answers.clone();
    unasked.remove("ook_over");
    unasked
}
