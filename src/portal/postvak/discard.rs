//! Throwing a mailbox away. The reporter signs a last message, so that the desk knows that nobody reads an answer any
//! more, and in the same transaction the words lose what they find the signal by.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Bytes};
use domain::message::Message;
use mailbox::Cookie;
use rand::Rng;
use store::{StoreError, signals::Addition};
use templates::portal::{self, Weggooien};
use web::{Form, page};

use super::{SendError, add, entered, mailbox_of, not_opened, sealed};
use crate::{
    opened::{NotOpened, Opened, open},
    pickup,
    state::State,
    visit::Visit,
};

/// `GET /postvak/weggooien`: what it does, asked once more.
pub async fn question(visit: Visit, request: HttpRequest) -> HttpResponse {
    match mailbox_of(&visit, &request).await {
        Ok((cookie, opened)) => question_page(&visit, StatusCode::OK, &cookie, &opened),
        Err(refused) => refused,
    }
}

/// `POST /postvak/weggooien` with `bevestig`. Where nothing has these words any more it was done before, or there was
/// nothing to throw away: the answer is the same.
pub async fn discard(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let form = Form::decode(&body);
    let (cookie, root) = match entered(&visit, &request).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    if !web::form::same_token(form.get("token"), &cookie.form_token()) {
        return HttpResponse::Forbidden().finish();
    }
    if form.get("bevestig") != "ja" {
        return visit.see_other("/postvak/weggooien");
    }
    for _ in 0..3 {
        let opened = match open(&visit, &root).await {
            Ok(opened) => opened,
            Err(NotOpened::Unknown) => return gone(&visit),
            Err(error) => return not_opened(&visit, &error),
        };
        match throw_away(&visit, &opened).await {
            Ok(()) => return gone(&visit),
            // A message from another window was first: it stays, and the last one follows it.
            Err(SendError::Store(StoreError::Taken)) => {}
            Err(error) => {
                visit.failed(&error);
                return question_page(&visit, StatusCode::SERVICE_UNAVAILABLE, &cookie, &opened);
            }
        }
    }
    HttpResponse::ServiceUnavailable().finish()
}

/// However full the mailbox is. Where somebody cut or turned it back nothing is signed: there is no sure place to link
/// to, and no sure key to seal to.
async fn throw_away(state: &State, opened: &Opened) -> Result<(), SendError> {
    let mut lookup = [0; 32];
    rand::rng().fill_bytes(&mut lookup);
    let last = opened.whole.then(|| sealed(opened, &Message::discarding(state.today()))).transpose()?;
    let items = last.into_iter().collect();
    add(state, opened, Addition { items, lookup: Some(lookup), ..Addition::default() }).await
}

fn gone(visit: &Visit) -> HttpResponse {
    pickup::forget(visit, page(StatusCode::OK, portal::weggegooid(&visit.frame())))
}

fn question_page(visit: &Visit, status: StatusCode, cookie: &Cookie, opened: &Opened) -> HttpResponse {
    let view = Weggooien { token: &cookie.form_token(), is_told: opened.whole, failed: status != StatusCode::OK };
    page(status, portal::weggooien(&visit.frame(), &view))
}
