//! The report's pages. Each posts what it asked and carries the rest; nothing is stored before the last button.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Bytes,
};
use domain::{
    Answers, FieldErrors, Report, RouteName, Subject,
    choices::SignalType,
    field::Sentence,
    report::{ALSO_MISSING, parse_over},
};
use templates::{Text, fields::Choice, portal};
use web::{Told, page};

use crate::{
    answers::{CHECK, OVER, Posted, STORY, borrowed},
    files,
    submit::{Outcome, SubmitError, submit},
    texts,
    visit::Visit,
};

/// `GET /melden`
pub async fn begin(visit: Visit) -> HttpResponse {
    over_page(&visit, StatusCode::OK, &Posted::decode(b""), &FieldErrors::default())
}

/// `POST /melden/over`: whom it is about.
pub async fn over(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let posted = match read(&request, &body) {
        Ok(posted) => posted,
        Err(refused) => return refused,
    };
    if posted.back {
        return over_page(&visit, StatusCode::OK, &posted, &FieldErrors::default());
    }
    match parse_over(&posted.answers).and_then(|over| reachable(&visit, &over)) {
        Ok(route) => story_page(&visit, StatusCode::OK, &posted, route, &FieldErrors::default()),
        Err(errors) => over_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &posted, &errors),
    }
}

/// `POST /melden/verhaal` and `/melden/controle`: what happened; answers with the check page.
pub async fn story(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let posted = match read(&request, &body) {
        Ok(posted) => posted,
        Err(refused) => return refused,
    };
    if posted.back {
        return match parse_over(&posted.answers).and_then(|over| reachable(&visit, &over)) {
            Ok(route) => story_page(&visit, StatusCode::OK, &posted, route, &FieldErrors::default()),
            Err(errors) => over_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &posted, &errors),
        };
    }
    match parse(&visit, &posted) {
        Ok((report, route)) if request.path().ends_with("/controle") => {
            check_page(&visit, StatusCode::OK, &posted, &report, route, &FieldErrors::default())
        }
        Ok((_, route)) => files::stand(&visit, &posted, route).await,
        Err(refused) => refused,
    }
}

/// `POST /melden/versturen`: the button that really sends.
pub async fn send(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let posted = match read(&request, &body) {
        Ok(posted) => posted,
        Err(refused) => return refused,
    };
    let (report, route) = match parse(&visit, &posted) {
        Ok(parsed) => parsed,
        Err(refused) => return refused,
    };
    if !report.asks_also(visit.routes.routing()).is_empty() {
        let mut errors = FieldErrors::default();
        errors.push("ook_over", ALSO_MISSING);
        return check_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &posted, &report, route, &errors);
    }
    if let Some(moved) = posted.following_answer(&report, visit.routes.routing()) {
        return check_page(&visit, StatusCode::OK, &moved, &report, route, &FieldErrors::default());
    }
    let basket = match files::carried(&visit, &posted, route).await {
        Ok(basket) => basket,
        Err(error) => return not_received(&visit, &posted, &error.into()),
    };
    if basket.is_none() && !posted.files.is_empty() {
        return files::again(&visit, posted, route, "fault-files-again");
    }
    match submit(&visit, &report, route, basket.as_ref(), &posted.nonce).await {
        Ok(Outcome::Stored(sent)) => {
            let words: Vec<_> = sent.code.words().iter().map(|word| word.text()).collect();
            let come_back = texts::date(visit.text, sent.received_on + chrono::Days::new(7));
            let view = portal::Verstuurd {
                words: &words,
                come_back: &come_back,
                reader: texts::reader(visit.text, sent.route),
                address: &visit.address("/ophalen"),
            };
            page(StatusCode::OK, portal::verstuurd(&visit.frame(), &view))
        }
        Ok(Outcome::Earlier) => {
            page(StatusCode::OK, portal::al_ontvangen(&visit.frame(), portal::AlOntvangen::Earlier))
        }
        Ok(Outcome::Different) => {
            page(StatusCode::CONFLICT, portal::al_ontvangen(&visit.frame(), portal::AlOntvangen::Different))
        }
        Err(SubmitError::FilesGone) => files::again(&visit, posted, route, "fault-files-gone"),
        Err(error) => {
            // A form whose report is gone is sent as a new one.
            let again = if matches!(error, SubmitError::Lost) { posted.as_new() } else { posted };
            not_received(&visit, &again, &error)
        }
    }
}

/// Reads a posted form. A form of another content type is not one of ours.
fn read(request: &HttpRequest, body: &[u8]) -> Result<Posted, HttpResponse> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(HttpResponse::UnsupportedMediaType().finish());
    }
    // Another site must not send somebody here with a nonce that it knows.
    if web::form::from_own_site(request) { Ok(Posted::decode(body)) } else { Err(HttpResponse::Forbidden().finish()) }
}

/// The whole report, or the page that asks again for what is wrong.
pub fn parse(visit: &Visit, posted: &Posted) -> Result<(Report, RouteName), HttpResponse> {
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let chosen = parse_over(&posted.answers).and_then(|over| reachable(visit, &over));
    let route = chosen.map_err(|errors| over_page(visit, wrong, posted, &errors))?;
    match Report::parse(&posted.answers) {
        Ok(report) => match reachable(visit, &report.over_wie) {
            Ok(route) => Ok((report, route)),
            Err(errors) => Err(over_page(visit, wrong, posted, &errors)),
        },
        Err(errors) => Err(match Report::parse(&unasked(&posted.answers)) {
            // An error at the check page's own question is shown there; everything else belongs to the story.
            Ok(report) => check_page(visit, wrong, posted, &report, route, &errors),
            Err(errors) => story_page(visit, wrong, posted, route, &errors),
        }),
    }
}

/// The answers without that to the check page's own question.
fn unasked(answers: &Answers) -> Answers {
    let mut unasked = answers.clone();
    unasked.remove("ook_over");
    unasked
}

/// The route that reads signals about these subjects: the strictest, if the configuration names its key.
fn reachable(visit: &Visit, over: &[Subject]) -> Result<RouteName, FieldErrors> {
    let route = visit.routes.routing().route_for(over).filter(|route| visit.routes.key(*route).is_some());
    let mut errors = FieldErrors::default();
    if route.is_none() {
        errors.push("over_wie", Sentence::key("fault-over-unreachable"));
    }
    errors.or(route)
}

fn over_page(visit: &Visit, status: StatusCode, posted: &Posted, errors: &FieldErrors) -> HttpResponse {
    let routing = visit.routes.routing();
    let option = |subject: &Subject| {
        let route = routing.route(*subject);
        portal::SubjectOption {
            value: subject.label(),
            label: texts::subject(visit.text, *subject),
            reader: texts::reader(visit.text, route),
            reachable: visit.routes.key(route).is_some(),
        }
    };
    let options: Vec<_> = Subject::ALL.iter().map(option).collect();
    let chosen: Vec<_> = posted.answers.all("over_wie").iter().map(String::as_str).collect();
    let hidden = posted.hidden(&[OVER, CHECK].concat());
    let told = Told::new(errors, visit.text);
    let view = portal::Over { options: &options, chosen: &chosen, errors: &told.view(), hidden: &borrowed(&hidden) };
    page(status, portal::over(&visit.frame(), &view))
}

pub fn story_page(
    visit: &Visit,
    status: StatusCode,
    posted: &Posted,
    route: RouteName,
    errors: &FieldErrors,
) -> HttpResponse {
    let kind =
        |kind: &SignalType| Choice { value: kind.label(), label: visit.text.choice("kind", kind.label()), hint: None };
    let kinds: Vec<_> = SignalType::ALL.iter().map(kind).collect();
    let answer = |field| posted.answers.first(field);
    let answers = portal::Answers {
        soort: answer("soort"),
        wat: answer("wat"),
        wie: answer("wie"),
        waar: answer("waar"),
        wanneer: answer("wanneer"),
        hoe_weet_u_dit: answer("hoe_weet_u_dit"),
        eerder_gemeld: answer("eerder_gemeld"),
        direct_gevaar: answer("direct_gevaar"),
        vragen_mag: answer("vragen_mag"),
    };
    let hidden = posted.hidden(&[STORY, CHECK].concat());
    let told = Told::new(errors, visit.text);
    let (errors, hidden) = (told.view(), borrowed(&hidden));
    let view = portal::Verhaal {
        reader: texts::reader(visit.text, route),
        kinds: &kinds,
        answers,
        errors: &errors,
        hidden: &hidden,
    };
    page(status, portal::verhaal(&visit.frame(), &view))
}

pub fn check_page(
    visit: &Visit,
    status: StatusCode,
    posted: &Posted,
    report: &Report,
    route: RouteName,
    errors: &FieldErrors,
) -> HttpResponse {
    let values: Vec<_> =
        texts::checked().map(|field| (field, checked_value(visit.text, &posted.answers, field))).collect();
    // What no page asks is shown only where it was answered.
    let asked = |field: &&str| OVER.contains(field) || STORY.contains(field);
    let rows: Vec<_> = values
        .iter()
        .filter(|(field, value)| asked(field) || !value.is_empty())
        .map(|(field, value)| portal::Row {
            label: texts::question(visit.text, field),
            value,
            change_to: if OVER.contains(field) { "over" } else { "verhaal" },
        })
        .collect();
    // While the question is asked it stays, answered or not: the answer may still be changed.
    let before = Report::parse(&unasked(&posted.answers)).unwrap_or_else(|_| report.clone());
    let asked: Vec<_> = before.asks_also(visit.routes.routing()).into_iter().map(Subject::label).collect();
    let ticked: Vec<_> = posted.answers.all("ook_over").iter().map(String::as_str).collect();
    let hidden = posted.hidden(CHECK);
    let told = Told::new(errors, visit.text);
    let (errors, hidden) = (told.view(), borrowed(&hidden));
    let view = portal::Controle {
        rows: &rows,
        reader: texts::reader(visit.text, route),
        asked: &asked,
        ook_over: &ticked,
        reader_changed: posted.moved,
        errors: &errors,
        hidden: &hidden,
    };
    page(status, portal::controle(&visit.frame(), &view))
}

/// An answer as the check page shows it.
fn checked_value(text: Text, answers: &Answers, field: &str) -> String {
    let shown = |value: &String| match (field, value.as_str()) {
        (_, "ja") => "Ja".to_owned(),
        (_, "nee") => "Nee".to_owned(),
        ("over_wie", label) => {
            label.parse().map_or_else(|_| label.to_owned(), |who| texts::subject(text, who).to_owned())
        }
        (_, value) => value.to_owned(),
    };
    // Of a text that came twice the report holds the first.
    let texts = ["wat", "wie", "waar", "wanneer", "hoe_weet_u_dit", "eerder_gemeld", "hoeveel_weten_dit"];
    let values = answers.all(field);
    let sent = if texts.contains(&field) { &values[..values.len().min(1)] } else { values };
    sent.iter().map(shown).collect::<Vec<_>>().join("\n")
}

fn not_received(visit: &Visit, posted: &Posted, error: &SubmitError) -> HttpResponse {
    visit.failed(error);
    let hidden = posted.hidden(&[]);
    let view = portal::NietOntvangen { hidden: &borrowed(&hidden) };
    let text = if matches!(error, SubmitError::Lost) { portal::misschien_kwijt } else { portal::niet_ontvangen };
    page(StatusCode::SERVICE_UNAVAILABLE, text(&visit.frame(), &view))
}
