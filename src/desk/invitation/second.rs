//! The second step of an invitation: an app on a telephone gets a secret and shows that it has it. Until then nothing is
//! stored: the chosen password and the secret go round in the person's own browser, sealed with a cookie.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use data_encoding::BASE64URL_NOPAD;
use domain::FieldErrors;
use qrcode::{Color, EcLevel, QrCode};
use serde::{Deserialize, Serialize};
use templates::{Text, desk};
use unseal::{SecondFactor, SessionSecret};
use web::{Form, Told, cookie, page};
use zeroize::Zeroizing;

use super::{form_page, suggestion};
use crate::state::State;

/// The cookie that seals what was chosen on the first page.
pub const COOKIE: &str = "uitnodiging";

/// What was chosen, and the secret that was made for it.
#[derive(Serialize, Deserialize)]
struct Sealed {
    password: String,
    second: String,
}

/// The same, opened.
pub struct Chosen {
    pub password: Zeroizing<String>,
    pub second: SecondFactor,
}

/// The page that shows a new secret, for the first time.
pub fn offer(state: &State, account: &entity::account::Model, invitation: &str, password: String) -> HttpResponse {
    let (secret, second) = (SessionSecret::random(&mut rand::rng()), SecondFactor::random(&mut rand::rng()));
    let chosen = Sealed { password, second: second.text().to_string() };
    let Ok(text) = serde_json::to_vec(&chosen).map(Zeroizing::new) else {
        return HttpResponse::InternalServerError().finish();
    };
    let sealed = BASE64URL_NOPAD.encode(&secret.carry(account.id, &text, &mut rand::rng()));
    let shown = Shown { account, invitation, sealed: &sealed, second: &second };
    let mut answer = second_page(state, StatusCode::OK, &shown, &FieldErrors::default());
    let _ = answer.add_cookie(&cookie::strict(COOKIE, secret.text(), state.secure));
    answer
}

/// What was chosen and the step of the code that confirms it, or the page again.
pub fn confirmed(
    state: &State,
    request: &HttpRequest,
    account: &entity::account::Model,
    form: &Form,
) -> Result<(Chosen, i64), HttpResponse> {
    let (invitation, sealed) = (form.get("uitnodiging"), form.get("gekozen"));
    let Some(chosen) = opened(state, request, account, sealed) else {
        let mut errors = FieldErrors::default();
        errors.push("wachtwoord", "Uw browser weet uw keuze niet meer. Kies uw wachtwoord nog een keer.");
        return Err(form_page(state, StatusCode::UNPROCESSABLE_ENTITY, account, invitation, &suggestion(), &errors));
    };
    let typed = form.get("code");
    let Some(step) = chosen.second.check(typed, state.clock.now().timestamp()) else {
        let mut errors = FieldErrors::default();
        let said = if typed.trim().is_empty() {
            "Typ de zes cijfers die uw app nu toont."
        } else {
            "Deze code klopt niet. Typ de code die uw app nu toont. Blijft het misgaan? Kijk dan of de klok van uw \
             telefoon gelijkloopt: zet hem op automatisch."
        };
        errors.push("code", said);
        let shown = Shown { account, invitation, sealed, second: &chosen.second };
        return Err(second_page(state, StatusCode::UNPROCESSABLE_ENTITY, &shown, &errors));
    };
    Ok((chosen, step))
}

fn opened(state: &State, request: &HttpRequest, account: &entity::account::Model, sealed: &str) -> Option<Chosen> {
    let secret = cookie::value(request, COOKIE, state.secure).and_then(|text| SessionSecret::parse(&text))?;
    let text = secret.carried(account.id, &BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?)?;
    let chosen: Sealed = serde_json::from_slice(&text).ok()?;
    Some(Chosen { second: SecondFactor::parse(&chosen.second)?, password: chosen.password.into() })
}

/// A secret as a page shows it: to type in fours, as that is easiest, and as a QR code.
pub(crate) struct Drawn {
    pub secret: String,
    pub width: usize,
    pub modules: Vec<bool>,
}

impl Drawn {
    pub fn of(second: &SecondFactor, issuer: &str, account: &str) -> Option<Self> {
        let address = second.address(issuer, account)?;
        let drawn = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).ok()?;
        let (width, modules) = (drawn.width(), drawn.to_colors());
        let secret = second.text();
        let fours: Vec<_> = secret.as_bytes().chunks(4).filter_map(|four| std::str::from_utf8(four).ok()).collect();
        let modules = modules.into_iter().map(|module| module == Color::Dark).collect();
        Some(Self { secret: fours.join(" "), width, modules })
    }
}

/// What the page shows.
struct Shown<'a> {
    account: &'a entity::account::Model,
    invitation: &'a str,
    sealed: &'a str,
    second: &'a SecondFactor,
}

fn second_page(state: &State, status: StatusCode, shown: &Shown<'_>, errors: &FieldErrors) -> HttpResponse {
    let told = Told::new(errors, Text::DUTCH);
    let Some(drawn) = Drawn::of(shown.second, &state.house.name, &shown.account.name) else {
        return HttpResponse::InternalServerError().finish();
    };
    let view = desk::Code {
        account: &shown.account.name,
        invitation: shown.invitation,
        chosen: shown.sealed,
        secret: &drawn.secret,
        width: drawn.width,
        modules: &drawn.modules,
        errors: &told.view(),
    };
    page(status, desk::code(&state.frame(), &view))
}
