//! `/signalen/{kenmerk}/brieven`: letters that the protocol asks for, filled in from the signal, mended and printed. Nothing of
//! them is stored; what a letter can say is decided by its recipient's type in [`letters`].

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    FieldErrors, field,
    protocol::{Office, inform::Row},
    term,
};
use letters::{
    duty::{Duty, capital, duties, duty},
    letter::{Head, Known, LETTERS, LetterText},
};
use paper::{Paper, Part};
use templates::{
    Text,
    desk::{self, LetterGroup, LetterLink},
};
use web::{Form, Told, page};

use crate::{
    case::Case,
    opening,
    printing::{pdf_answer, refused},
    session::{self, Officer},
    state::State,
};

/// A letter in the list: its address, itself, and through whom.
type Line = (String, &'static LetterText, String);

/// Characters of a letter at most.
const MOST: usize = 20_000;

/// `GET /signalen/{kenmerk}/brieven`
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let (officer, case) = match members(&state, &request, &kenmerk).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    // Duties that arise at one moment stand together in the table.
    let mut owed: Vec<(Duty, Vec<Line>)> = Vec::new();
    let about = about(&case);
    for duty in about.into_iter().flat_map(duties) {
        let line = (address(&kenmerk, duty.letter, Some(duty)), duty.letter, duty.via());
        match owed.last_mut() {
            Some((first, lines)) if (first.row.code, first.row.moment) == (duty.row.code, duty.row.moment) => {
                lines.push(line);
            }
            _ => owed.push((duty, vec![line])),
        }
    }
    let others: Vec<_> = match about {
        Some(_) => LETTERS.iter().filter(|l| !l.discharges_a_duty()).map(|l| (address(&kenmerk, l, None), l)).collect(),
        None => Vec::new(),
    };
    let articles: Vec<_> = owed.iter().map(|(duty, _)| article(duty)).collect();
    let moments: Vec<_> = owed.iter().map(|(duty, _)| capital(duty.row.moment.label())).collect();
    let mut groups: Vec<_> = owed
        .iter()
        .zip(moments.iter().zip(&articles))
        .map(|((_, lines), (moment, article))| LetterGroup {
            moment,
            article,
            letters: lines.iter().map(|(href, letter, via)| LetterLink { href, to: letter.label, via }).collect(),
        })
        .collect();
    if !others.is_empty() {
        groups.push(LetterGroup {
            moment: "Onderzoek",
            article: "Artikel 8 en 13",
            letters: others.iter().map(|(href, l)| LetterLink { href, to: l.label, via: "" }).collect(),
        });
    }
    let view = desk::Brieven { kenmerk: case.intake.kenmerk.as_str(), groups: &groups };
    page(StatusCode::OK, desk::brieven(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// `GET /signalen/{kenmerk}/brieven/{naam}?bij=CODE`: the letter, filled in.
pub async fn form(state: Data<State>, request: HttpRequest, path: Path<(String, String)>) -> HttpResponse {
    let (kenmerk, name) = path.into_inner();
    let (officer, case) = match members(&state, &request, &kenmerk).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let Some((office, (letter, duty))) = about(&case).zip(chosen(&case, &name, request.query_string())) else {
        return HttpResponse::NotFound().finish();
    };
    let text = filled(&state, &officer, &case, office, letter, duty);
    letter_page(&state, StatusCode::OK, &officer, &case, (letter, duty), &text, &FieldErrors::default())
}

/// `POST /signalen/{kenmerk}/brieven/{naam}?bij=CODE`: the letter as it was mended, to print or as a PDF.
pub async fn mended(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Bytes,
) -> HttpResponse {
    let (kenmerk, name) = path.into_inner();
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let case = match opened(&state, &officer, &kenmerk, &form).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    let Some((letter, duty)) = chosen(&case, &name, request.query_string()) else {
        return HttpResponse::NotFound().finish();
    };
    let mut errors = FieldErrors::default();
    let missing = "De brief is leeg. Schrijf de tekst, of open de brief opnieuw.";
    let text = field::required(&mut errors, "tekst", form.get("tekst"), MOST, missing);
    if errors.iter().next().is_some() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return letter_page(&state, status, &officer, &case, (letter, duty), form.get("tekst"), &errors);
    }
    if form.get("als") == "pdf" {
        // Signed by function: no name of who printed it, and nothing of the desk's.
        let paper = Paper {
            title: title(letter, duty),
            day: state.today(),
            letter: true,
            parts: vec![Part::Text(text)],
            ..Paper::default()
        };
        // The kenmerk is ours: what leaves the house is not to be found in our rows by its name.
        return pdf_answer(&state, paper, "brief").await;
    }
    letter_page(&state, StatusCode::OK, &officer, &case, (letter, duty), &text, &errors)
}

/// The signal, for a member who said that he is not involved: letters are decided on by members.
pub async fn members(
    state: &State,
    request: &HttpRequest,
    kenmerk: &str,
) -> Result<(Arc<Officer>, Case), HttpResponse> {
    let officer = session::officer(state, request).await?;
    let case = opened(state, &officer, kenmerk, &Form::default()).await?;
    Ok((officer, case))
}

/// The same for a form.
pub async fn opened(state: &State, officer: &Arc<Officer>, kenmerk: &str, form: &Form) -> Result<Case, HttpResponse> {
    let case = opening::open_for(state, officer, kenmerk, form).await?;
    if case.is_members() && case.is_declared() && !case.findings.broken {
        return Ok(case);
    }
    Err(refused(state, officer, &case))
}

/// The letter of an address, with the duty that it is written for: one of this signal's own.
fn chosen(case: &Case, name: &str, query: &str) -> Option<(&'static LetterText, Option<Duty>)> {
    let office = about(case)?;
    let letter = LetterText::named(name)?;
    if !letter.discharges_a_duty() {
        return Some((letter, None));
    }
    Some((letter, Some(duty(office, name, query.strip_prefix("bij=")?)?)))
}

/// Whom of those that the protocol knows (art. 2 lid 1) a signal is about, as its track has it.
fn about(case: &Case) -> Option<Office> {
    case.track().office
}

fn address(kenmerk: &str, letter: &LetterText, duty: Option<Duty>) -> String {
    let query = duty.map(|duty| format!("?bij={}", duty.code())).unwrap_or_default();
    format!("/signalen/{kenmerk}/brieven/{}{query}", letter.name)
}

/// Where the letter for a duty is; `None`: it is met otherwise.
pub fn letter_for(kenmerk: &str, row: &'static Row) -> Option<String> {
    Duty::of(row).map(|duty| address(kenmerk, duty.letter, Some(duty)))
}

/// Where the order for the investigation is as a letter; `None`: the protocol has none for this signal.
pub fn letter_of_order(case: &Case) -> Option<String> {
    about(case)?;
    LetterText::named("onderzoekopdracht").map(|letter| address(case.intake.kenmerk.as_str(), letter, None))
}

fn filled(
    state: &State,
    officer: &Officer,
    case: &Case,
    office: Office,
    letter: &LetterText,
    duty: Option<Duty>,
) -> String {
    let head = Head {
        gemeente: state.house.name.clone(),
        datum: term::dutch(state.today()),
        functie: officer.function().to_owned(),
    };
    let known = Known {
        head,
        kenmerk: case.intake.kenmerk.to_string(),
        about: office,
        description: case.description().map(|(_, written)| written.inhoud.omschrijving),
        assignment: case.track().assignment().cloned(),
    };
    state.letters.letter(letter, &known.context(letter.recipient, duty))
}

fn article(duty: &Duty) -> String {
    capital(duty.article().trim_end_matches(','))
}

fn title(letter: &LetterText, duty: Option<Duty>) -> String {
    match duty {
        Some(duty) => format!("Brief: {}, {}", letter.label, duty.row.moment.label()),
        None => format!("Brief: {}", letter.label),
    }
}

fn letter_page(
    state: &State,
    status: StatusCode,
    officer: &Officer,
    case: &Case,
    (letter, duty): (&LetterText, Option<Duty>),
    text: &str,
    errors: &FieldErrors,
) -> HttpResponse {
    let kenmerk = case.intake.kenmerk.as_str();
    let told = Told::new(errors, Text::DUTCH);
    let view = desk::Brief {
        kenmerk,
        title: &title(letter, duty),
        addressee: &case.addressee(),
        action: &address(kenmerk, letter, duty),
        text,
        open: &letters::open_places(text),
        errors: &told.view(),
    };
    page(status, desk::brief(&officer.frame(state.frame(), &officer.banners()), &view))
}
