//! An invitation: one link, one use, 72 hours. Behind it the person chooses a password and links an app for codes; then his
//! key is made and sealed, and he is in.

mod second;

pub(crate) use second::Drawn;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Query},
};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use domain::{AccountId, FieldErrors, RouteName, words};
use rand::Rng;
use seal::{Digest, role};
use store::{Store, StoreError, accounts::PersonalKey};
use templates::{Text, desk, problem};
use unseal::{FullKey, SecondFactor, password};
use web::{Form, Told, cookie, page, see_other};

use crate::{
    device, journal, login,
    notebook::Notebook,
    session::{self, COOKIE},
    state::State,
    writing::WriteError,
};

/// Hours that an invitation works.
pub const VALID_HOURS: i64 = 72;
/// A stolen dump is as strong as the weakest password: this many characters at least ...
pub const SHORTEST: usize = 14;
/// ... and more than scrypt need ever look at, at most.
const LONGEST: usize = 1000;
/// Words of the password that is suggested: 77 bits.
const SUGGESTED_WORDS: usize = 7;

/// Makes an account and gives the path of its invitation.
pub async fn invite(
    store: &Store,
    now: DateTime<Utc>,
    name: &str,
    function: &str,
    route: Option<RouteName>,
) -> Result<String, StoreError> {
    let code = new_code();
    let account = entity::account::Model {
        id: AccountId::random(&mut rand::rng()),
        name: name.to_lowercase(),
        function: function.to_owned(),
        route,
        disabled: false,
        invitation: Some(hashed(&code)),
        invited_until: Some(now + TimeDelta::hours(VALID_HOURS)),
        pair: None,
        sealed_key: None,
    };
    store.add_account(account).await?;
    Ok(path(&code))
}

/// Gives somebody whose password or telephone is lost a new invitation, and gives its path. His old key is destroyed and ends
/// his sessions; what he could open, members give him again once he has a new one. `None`: no such account, or disabled; or
/// somebody stopped it, or nobody else opens something.
pub async fn reset(store: &Store, now: DateTime<Utc>, name: &str) -> Result<Option<String>, StoreError> {
    again(store, now, name, false).await
}

/// The same, even where nobody else opens something: then it is lost to who works here.
pub async fn reset_unreadable(store: &Store, now: DateTime<Utc>, name: &str) -> Result<Option<String>, StoreError> {
    let (code, until) = (new_code(), now + TimeDelta::hours(VALID_HOURS));
    Ok(store.reset_unreadable(&name.to_lowercase(), hashed(&code), until).await?.then(|| path(&code)))
}

/// The same for somebody whose account was disabled: nothing else brings him back. `None`: no such account that is disabled.
pub async fn readmit(store: &Store, now: DateTime<Utc>, name: &str) -> Result<Option<String>, StoreError> {
    again(store, now, name, true).await
}

async fn again(store: &Store, now: DateTime<Utc>, name: &str, disabled: bool) -> Result<Option<String>, StoreError> {
    let code = new_code();
    let until = now + TimeDelta::hours(VALID_HOURS);
    Ok(store.reset_account(&name.to_lowercase(), disabled, hashed(&code), until).await?.then(|| path(&code)))
}

fn new_code() -> String {
    let mut secret = [0; 32];
    rand::rng().fill_bytes(&mut secret);
    BASE64URL_NOPAD.encode(&secret)
}

fn path(code: &str) -> String {
    format!("/uitnodiging?code={code}")
}

fn hashed(code: &str) -> Vec<u8> {
    Digest::of(code.as_bytes()).0.to_vec()
}

/// What stands in the link.
#[derive(serde::Deserialize)]
pub struct Link {
    #[serde(default)]
    code: String,
}

/// `GET /uitnodiging`
pub async fn form(state: Data<State>, link: Query<Link>) -> HttpResponse {
    match state.store.invited(&hashed(&link.code), state.clock.now()).await {
        Ok(Some(account)) => {
            form_page(&state, StatusCode::OK, &account, &link.code, &suggestion(), &FieldErrors::default())
        }
        Ok(None) => used_up(&state),
        Err(error) => session::unavailable(error),
    }
}

/// `POST /uitnodiging`: first the password, then a code of the app.
pub async fn accept(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    if !web::form::from_own_site(&request) {
        return HttpResponse::Forbidden().finish();
    }
    let form = Form::decode(&body);
    let code = form.get("uitnodiging");
    let account = match state.store.invited(&hashed(code), state.clock.now()).await {
        Ok(Some(account)) => account,
        Ok(None) => return used_up(&state),
        Err(error) => return session::unavailable(error),
    };
    if let Err(refused) = journal::begin_as(&state, &request, &account, "").await {
        return refused;
    }
    if state.second_factor && !form.get("gekozen").is_empty() {
        return match second::confirmed(&state, &request, &account, &form) {
            Ok((chosen, step)) => {
                take_in(&state, &request, account, code, &chosen.password, Some((chosen.second, step))).await
            }
            Err(again) => again,
        };
    }
    let typed = form.get("wachtwoord").to_owned();
    let again = repeated(&form, "wachtwoord", "wachtwoord2");
    let errors = weak(&typed, again, &state.house.name, &account, ["wachtwoord", "wachtwoord2"]);
    if !errors.is_empty() {
        let offered = offered(&form);
        return form_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &account, code, &offered, &errors);
    }
    if state.second_factor {
        return second::offer(&state, &account, code, typed);
    }
    take_in(&state, &request, account, code, &typed, None).await
}

/// Makes the person's key, uses the invitation up, and lets him go on without typing it all again.
async fn take_in(
    state: &State,
    request: &HttpRequest,
    account: entity::account::Model,
    code: &str,
    typed: &str,
    second: Option<(SecondFactor, i64)>,
) -> HttpResponse {
    let (cost, id, typed) = (state.cost, account.id, typed.to_owned());
    let (second, step) = second.unzip();
    let before = match state.store.notebook(id).await {
        Ok(before) => before.map_or(0, |row| row.version),
        Err(error) => return session::unavailable(error),
    };
    let made = state.login_lane.run_blocking(move || new_key(id, &typed, second.as_ref(), before, cost)).await;
    let (key, personal, first) = match made {
        Ok(Ok(made)) => made,
        Ok(Err(_)) => return HttpResponse::InternalServerError().finish(),
        Err(_) => return HttpResponse::TooManyRequests().finish(),
    };
    let entered = async {
        state.store.accept_invitation(&hashed(code), personal, first).await?;
        if let Some(step) = step {
            state.store.use_step(id, step).await?;
        }
        let secret = login::begin(state, id, &key).await?;
        let mut answer = see_other("/");
        let _ = answer.add_cookie(&cookie::strict(COOKIE, secret.text(), state.secure));
        let _ = answer.add_cookie(&cookie::gone(second::COOKIE, state.secure));
        let known = device::known(state, request, id).await?;
        device::remember(state, id, known, &mut answer).await?;
        Ok::<_, StoreError>(answer)
    };
    match entered.await {
        Ok(answer) => answer,
        Err(StoreError::Taken) => used_up(state),
        Err(error) => session::unavailable(error),
    }
}

fn new_key(
    account: AccountId,
    typed: &str,
    second: Option<&SecondFactor>,
    notebooks: i32,
    cost: password::Cost,
) -> Result<(FullKey<role::Person>, PersonalKey, entity::notebook::Model), WriteError> {
    let key = FullKey::<role::Person>::generate(&mut rand::rng());
    let sealed = password::lock_with(&key, second, typed, cost)?.into_bytes();
    let personal = PersonalKey { pair: serde_json::to_string(&key.pair())?, sealed };
    let first = Notebook::after(account, &key, notebooks)?;
    Ok((key, personal, first))
}

/// What is wrong with a password, as sentences at the fields. Anything can be in it: nothing is asked but that it is long and
/// hard to guess.
pub(crate) fn weak(
    typed: &str,
    again: &str,
    organisation: &str,
    account: &entity::account::Model,
    [first, second]: [&'static str; 2],
) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let length = typed.chars().count();
    if length < SHORTEST {
        errors.push(
            first,
            format!("Kies een wachtwoord van minstens {SHORTEST} tekens. Neem ons voorstel, of bedenk zelf zeven woorden die niets met elkaar te maken hebben."),
        );
    } else if length > LONGEST {
        errors.push(first, "Dit wachtwoord is te lang. Kies er een van hoogstens 1.000 tekens.");
    } else if is_guessed(typed, organisation, account) {
        errors.push(
            first,
            "Dit wachtwoord is te makkelijk te raden. Neem ons voorstel, of bedenk zelf zeven woorden die niets met elkaar te maken hebben.",
        );
    } else if again.is_empty() {
        errors.push(
            first,
            "Dit zijn niet precies onze zeven woorden. Typ ze opnieuw. Koos u zelf iets? Typ dat dan in beide velden.",
        );
    } else if typed != again {
        errors.push(second, "De twee wachtwoorden zijn niet gelijk. Typ ze nog een keer.");
    }
    errors
}

/// What comes to mind first at a Dutch municipality. The library knows English.
const NEAR_AT_HAND: &str = "gemeente welkom wachtwoord geheim vertrouwelijk signaal signalen signaalkluis kluis melding meldpunt integriteit \
                            ondermijning burgemeester wethouder gemeentehuis stadhuis raadhuis veiligheid voorbeeld nederland maandag \
                            dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus \
                            september oktober november december lente zomer herfst winter vandaag morgen";

/// Whether somebody who knows where a person works and what he is called guesses it soon.
fn is_guessed(typed: &str, organisation: &str, account: &entity::account::Model) -> bool {
    let known = [organisation, &account.name, &account.function].map(str::to_lowercase);
    let parts = known.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let words: Vec<_> = parts.chain(NEAR_AT_HAND.split(' ')).chain(known.iter().map(String::as_str)).collect();
    let words: Vec<_> = words.into_iter().filter(|word| word.len() > 2).collect();
    zxcvbn::zxcvbn(typed, &words).score() < zxcvbn::Score::Four
}

/// Words that nobody else was offered.
pub(crate) fn suggestion() -> String {
    let mut bits = [0; (SUGGESTED_WORDS * words::BITS).div_ceil(8)];
    rand::rng().fill_bytes(&mut bits);
    let suggested: Vec<_> = words::from_bits(&bits, SUGGESTED_WORDS).into_iter().map(words::Word::text).collect();
    suggested.join(" ")
}

/// The words that the form offered, so that who copies them meets the same ones after a mistake; others where those are none.
pub(crate) fn offered(form: &Form) -> String {
    let words: Option<Vec<_>> = form.get("voorstel").split(' ').map(words::Word::find).collect();
    let words = words.filter(|words| words.len() == SUGGESTED_WORDS);
    words.map_or_else(suggestion, |words| words.into_iter().map(words::Word::text).collect::<Vec<_>>().join(" "))
}

/// What was typed the second time. Who typed exactly what stands on the page made no mistake, and need not do it twice.
pub(crate) fn repeated<'a>(form: &'a Form, first: &str, second: &str) -> &'a str {
    let is_offered = !form.get("voorstel").is_empty() && form.get(first) == form.get("voorstel");
    match form.get(second) {
        "" if is_offered => form.get(first),
        typed => typed,
    }
}

fn form_page(
    state: &State,
    status: StatusCode,
    account: &entity::account::Model,
    code: &str,
    suggestion: &str,
    errors: &FieldErrors,
) -> HttpResponse {
    let told = Told::new(errors, Text::DUTCH);
    let errors = told.view();
    let view = desk::Uitnodiging {
        action: "/uitnodiging",
        account: &account.name,
        function: &account.function,
        invitation: code,
        suggestion,
        errors: &errors,
        token: None,
    };
    page(status, desk::uitnodiging(&state.frame(), &view))
}

fn used_up(state: &State) -> HttpResponse {
    let view = problem::Problem {
        title: "Deze uitnodiging werkt niet meer",
        paragraphs: vec![
            "Een uitnodiging werkt één keer en 72 uur lang. Heeft u al een wachtwoord gekozen? Log dan in.",
            "Heeft u de link overgetypt of gekopieerd? Kijk of hij helemaal is meegekomen.",
            "Heeft u deze uitnodiging nog nooit gebruikt? Zeg het meteen tegen de beheerder: misschien deed een ander het.",
        ],
        back: Some(("/inloggen", "Naar inloggen")),
    };
    page(StatusCode::GONE, problem::problem(&state.frame(), problem::Side::Desk, &view))
}
