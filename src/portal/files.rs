//! The page where files go along: each cleaned, sealed and listed before anything is sent. What a form holds of them
//! travels in its hidden field `bestanden` (see [`attachments::basket`]).

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Payload};
use attachments::{Basket, Held, PrepareError, Prepared, Received, Refused, Spooled, mib, prepare::Reader};
use data_encoding::{BASE64, HEXLOWER};
use domain::{
    FieldErrors, FileId, RouteName,
    attachment::Condition,
    clock::{self, minute},
    field::Sentence,
};
use mailbox::HourSecret;
use seal::intake;
use store::{Shelf, StoreError};
use templates::{
    Text, portal,
    problem::{Side, upload_problem},
};
use web::{Form, Told, page};

use crate::{
    answers::{Posted, borrowed},
    report::{check::check_page, filled, pages::step_failed, to_story},
    texts,
    visit::Visit,
};

/// The field that files come in, and that their errors stand at.
pub const FIELD: &str = "bijlagen";

/// The place of the first file that waits for its sender's word: errors about it stand there.
pub const UNDECIDED: &str = "toch";

/// Why files could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum FilesFailed {
    #[error(transparent)]
    Prepare(#[from] PrepareError),
    #[error("a key for the files could not be made")]
    Seal(#[from] seal::SealError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the route has no key in the configuration")]
    Unreachable,
    #[error("what the form carries could not be written")]
    Carry(#[from] serde_json::Error),
}

/// `POST /melden/bestanden`
pub async fn files(visit: Visit, request: HttpRequest, payload: Payload) -> HttpResponse {
    if !web::form::from_own_site(&request) {
        return HttpResponse::Forbidden().finish();
    }
    let mut received = match receive(&visit, &request, payload).await {
        Ok(received) => received,
        Err(refused) => return refused,
    };
    let form = Form::of(std::mem::take(&mut received.fields));
    let posted = opened(&visit, &request, Posted::of(form.fields())).await;
    let (mut posted, filled) = match posted.and_then(|posted| filled(&visit, posted)) {
        Ok(read) => read,
        Err(refused) => return refused,
    };
    let errors = match take(&visit, &mut posted, &form, received, filled.route).await {
        Ok(errors) => errors,
        Err(error) => {
            visit.failed(&error);
            let mut errors = FieldErrors::default();
            errors.push(FIELD, Sentence::key("fault-files-failed"));
            return files_page(&visit, StatusCode::SERVICE_UNAVAILABLE, posted, filled.route, &errors);
        }
    };
    if form.get("stap") == "verhaal" {
        return to_story(&visit, posted);
    }
    // From the check page, to change something.
    if posted.back {
        return files_page(&visit, StatusCode::OK, posted, filled.route, &errors);
    }
    if !errors.is_empty() {
        return files_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, posted, filled.route, &errors);
    }
    if stays(&form) {
        files_page(&visit, StatusCode::OK, posted, filled.route, &errors)
    } else {
        check_page(&visit, StatusCode::OK, posted, &filled, &errors)
    }
}

/// Whether a button was pressed that changes the list of files and goes nowhere.
pub fn stays(form: &Form) -> bool {
    ["stap", "toch", "verwijder"].iter().any(|button| !form.get(button).is_empty())
}

/// The form, or the answer to what is none.
pub async fn receive(visit: &Visit, request: &HttpRequest, payload: Payload) -> Result<Received, HttpResponse> {
    visit.attachments.form(request, payload).await.map_err(|error| {
        if error.status().is_server_error() {
            visit.failed(&error);
        }
        let most = mib(visit.attachments.limits.report);
        match upload_problem(&visit.frame(), Side::Portal, error.status().as_u16(), &most) {
            Some(said) if error.has_files() => page(error.status(), said),
            _ => HttpResponse::new(error.status()),
        }
    })
}

/// Does with the form's files what was asked, and carries the result on in the form.
async fn take(
    visit: &Visit,
    posted: &mut Posted,
    form: &Form,
    received: Received,
    route: RouteName,
) -> Result<FieldErrors, FilesFailed> {
    let mut errors = FieldErrors::default();
    for refused in &received.refused {
        errors.push(FIELD, refused.sentence(&visit.attachments.limits));
    }
    if form.get("stap") == "toevoegen" && received.files.is_empty() && received.refused.is_empty() {
        errors.push(FIELD, Sentence::key("fault-files-none"));
    }
    if !received.files.is_empty() {
        let mut basket = match &posted.basket {
            Some(basket) => basket.clone(),
            None => new_basket(visit, route, &posted.nonce.text())?,
        };
        add(visit, &mut basket, &received.files, posted.original, &mut errors).await?;
        posted.basket = Some(basket);
    }
    if let Some(basket) = &mut posted.basket {
        change(visit, basket, form).await;
        if basket.files.iter().any(|held| held.asked) && !stays(form) && !posted.back {
            errors.push(UNDECIDED, Sentence::key("fault-files-undecided"));
        }
    }
    posted.basket = posted.basket.take().filter(|basket| !basket.files.is_empty());
    posted.files = match &posted.basket {
        Some(basket) => sealed(visit, basket).await?,
        None => String::new(),
    };
    Ok(errors)
}

/// The signal's intake key, made here for its files: the private half leaves wrapped to the route, and is forgotten.
fn new_basket(visit: &Visit, route: RouteName, form: &str) -> Result<Basket, FilesFailed> {
    let key = visit.routes.key(route).ok_or(FilesFailed::Unreachable)?;
    let (intake, wrap) = intake::make(&key.encrypt)?;
    let wrap = BASE64.encode(wrap.bytes());
    Ok(Basket::new(intake.to_string(), wrap, route.label(), form, minute(visit.clock.now())))
}

/// Cleans and seals what was chosen now.
pub async fn add(
    visit: &Visit,
    basket: &mut Basket,
    files: &[Spooled],
    original_too: bool,
    errors: &mut FieldErrors,
) -> Result<(), FilesFailed> {
    let to: Reader = basket.to.parse().map_err(|_| FilesFailed::Unreachable)?;
    let limits = &visit.attachments.limits;
    for file in files {
        let named = |key| Sentence::Key(key, vec![("name", file.name.clone())]);
        if basket.has(&HEXLOWER.encode(&file.hash)) {
            errors.push(FIELD, named("fault-file-twice"));
        } else if basket.count() >= limits.files {
            errors.push(FIELD, Refused::TooMany(file.name.clone()).sentence(limits));
        } else if basket.bytes().saturating_add(file.length) > limits.report {
            errors.push(FIELD, Refused::TooMuch(file.name.clone()).sentence(limits));
        } else {
            let (held, cleaned) = match visit.attachments.prepare(file, std::slice::from_ref(&to)).await {
                Ok(Prepared::Cleaned(held)) => (held, true),
                Ok(Prepared::Uncleaned(held)) => (held, false),
                Err(PrepareError::Full) => {
                    errors.push(FIELD, Refused::Full(file.name.clone()).sentence(limits));
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            basket.files.push(held);
            if cleaned && original_too {
                if basket.bytes().saturating_add(file.length) <= limits.report {
                    basket.files.push(visit.attachments.prepare_original(file, std::slice::from_ref(&to)).await?);
                } else {
                    errors.push(FIELD, named("fault-file-original"));
                }
            }
        }
    }
    Ok(())
}

/// Takes away, or lets go along uncleaned, what a button of the list names.
pub async fn change(visit: &Visit, basket: &mut Basket, form: &Form) {
    let named = |held: &Held, field: &str| held.attachment.bestand.to_string() == form.get(field);
    for held in basket.files.iter_mut().filter(|held| named(held, "toch")) {
        held.asked = false;
    }
    let gone: Vec<FileId> =
        basket.files.iter().filter(|held| named(held, "verwijder")).map(|held| held.attachment.bestand).collect();
    basket.files.retain(|held| !gone.contains(&held.attachment.bestand));
    for id in gone {
        // What stays is never sent, and the sweep takes it.
        if let Err(error) = visit.attachments.files.remove(Shelf::Pending, id).await {
            visit.failed(&error);
        }
    }
}

/// A report's form with the files that it carries. What is no list of ours, or over its time, stays a field without a
/// basket: nothing is sent with it.
pub async fn opened(visit: &Visit, request: &HttpRequest, mut posted: Posted) -> Result<Posted, HttpResponse> {
    match reopened(visit, &posted).await {
        Ok(Some((basket, files))) => Ok(Posted { files, basket: Some(basket), ..posted }),
        Ok(None) => Ok(posted),
        Err(error) => {
            posted.basket = None;
            let path = request.path();
            Err(step_failed(visit, &posted, path.strip_prefix(&visit.text.prefix()).unwrap_or(path), &error))
        }
    }
}

async fn reopened(visit: &Visit, posted: &Posted) -> Result<Option<(Basket, String)>, FilesFailed> {
    let basket = basket_in(visit, &posted.files).await?;
    match basket.filter(|basket| basket.form == posted.nonce.text()) {
        Some(basket) => Ok(Some((basket.clone(), sealed(visit, &basket).await?))),
        None => Ok(None),
    }
}

/// When files must be chosen again, on a Dutch clock: "20:45". With every step that comes later.
pub fn until(basket: Option<&Basket>) -> Option<String> {
    let (hour, minute) = clock::dutch_hour_and_minute(basket?.until());
    Some(format!("{hour}:{minute:02}"))
}

/// The basket in a hidden field, whatever it is for. Whoever takes a step has the full time again for his files.
pub async fn basket_in(visit: &Visit, field: &str) -> Result<Option<Basket>, FilesFailed> {
    let Some(hour) = Basket::hour(field) else { return Ok(None) };
    let Some(secret) = visit.pools.reports.hour_secret(hour).await? else { return Ok(None) };
    let mut basket = Basket::open(field, &HourSecret(secret), minute(visit.clock.now()));
    if let Some(basket) = &mut basket
        && let Err(error) = visit.attachments.renew(basket, &visit.clock).await
    {
        // They keep the time that they had.
        visit.failed(&error);
    }
    Ok(basket)
}

/// A basket as a hidden field.
pub async fn sealed(visit: &Visit, basket: &Basket) -> Result<String, FilesFailed> {
    let now = visit.clock.now();
    let secret = visit.hour_secret(&visit.pools.reports, now).await?;
    Ok(basket.seal(clock::hour(now), &secret, &mut rand::rng())?)
}

/// The page itself.
pub fn files_page(
    visit: &Visit,
    status: StatusCode,
    posted: Posted,
    route: RouteName,
    errors: &FieldErrors,
) -> HttpResponse {
    // Asked again with the files that it was about.
    let original = !errors.is_empty() && posted.original;
    let rows = Rows::new(visit.text, posted.basket.as_ref());
    let limits = &visit.attachments.limits;
    let until = until(posted.basket.as_ref());
    let moved = posted.shown.is_some_and(|shown| shown != route) && !errors.is_empty();
    let hidden = Posted { shown: posted.shown.or(Some(route)), ..posted }.hidden(&[]);
    let told = Told::new(errors, visit.text);
    let view = portal::Bestanden {
        files: &rows.view(),
        moved_to: moved.then(|| texts::reader(visit.text, route)),
        original,
        full: !visit.attachments.has_room(),
        most: &limits.files.to_string(),
        file_mib: &mib(limits.file),
        report_mib: &mib(limits.report),
        until: until.as_deref(),
        errors: &told.view(),
        hidden: &borrowed(&hidden),
    };
    page(status, portal::bestanden(&visit.frame(), &view))
}

/// The page once more, because files that the form carries cannot be sent.
pub fn choose_again(visit: &Visit, posted: Posted, route: RouteName, why: &'static str) -> HttpResponse {
    let mut errors = FieldErrors::default();
    errors.push(FIELD, Sentence::key(why));
    let posted = Posted { files: String::new(), basket: None, ..posted };
    files_page(visit, StatusCode::UNPROCESSABLE_ENTITY, posted, route, &errors)
}

/// What a page shows of files, with its words made.
pub struct Rows(Vec<Row>);

struct Row {
    id: String,
    name: String,
    size: String,
    removed: String,
    state: portal::FileState,
}

impl Rows {
    pub fn new(text: Text, basket: Option<&Basket>) -> Self {
        Self(basket.map_or(&[][..], |basket| &basket.files).iter().map(|held| Row::new(text, held)).collect())
    }

    pub fn view(&self) -> Vec<portal::FileRow<'_>> {
        self.0.iter().map(Row::view).collect()
    }
}

impl Row {
    fn view(&self) -> portal::FileRow<'_> {
        let Self { id, name, size, removed, state } = self;
        portal::FileRow { id, name, size, removed, state: *state }
    }

    fn new(text: Text, held: &Held) -> Self {
        let file = &held.attachment;
        let removed: Vec<_> = file.weggehaald.iter().map(|what| text.choice("removed", what.label())).collect();
        let state = match file.toestand {
            _ if held.asked => portal::FileState::Asked,
            Condition::Clean => portal::FileState::Clean,
            Condition::Original => portal::FileState::Original,
            Condition::Uncleaned => portal::FileState::Uncleaned,
        };
        Self {
            id: file.bestand.to_string(),
            name: file.naam.clone(),
            size: size(text, file.grootte),
            removed: removed.join(", "),
            state,
        }
    }
}

/// A number of bytes as people say it.
pub fn size(text: Text, bytes: u64) -> String {
    let kib = bytes.div_ceil(1024);
    if kib < 1000 {
        text.with("file-size-kb", &[("size", &kib.to_string())])
    } else {
        let tenths = bytes * 10 / (1024 * 1024);
        let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
        text.with("file-size-mb", &[("whole", &whole), ("tenth", &tenth)])
    }
}
