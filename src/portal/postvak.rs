//! The opened mailbox: reading answers, writing back, closing it on this browser.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Bytes};
use domain::{FieldErrors, ItemId, Kind, PickupCode, PublicStatus, Side, message::Message, term};
use mailbox::{Cookie, Typed};
use seal::{Entry, Place, SealError, item};
use store::{StoreError, items::NewItem, signals::Addition};
use templates::{
    conversation::{Body, Message as Line, Sender},
    portal::{self, Stage},
    problem::{Problem, Side as Program, problem},
};
use web::{Form, Told, page};

use crate::{
    opened::{NotOpened, Opened, open},
    pickup,
    state::State,
    visit::Visit,
};

/// Items that one mailbox sends at most: reading it is work for everybody in the same lane.
const MOST_ITEMS: u32 = 100;

/// Why nothing can be sent from a mailbox that somebody cut or turned back.
const TURNED_BACK: &str = "Iemand heeft veranderd wat wij bij uw signaal bewaren. Dat ligt niet aan u. Wij weten nu niet \
     zeker wie uw bericht leest. Daarom kunt u hier niets versturen. Doe een nieuwe melding en schrijf dit erbij, of bel \
     Meld Misdaad Anoniem: 0800-7000.";

/// What the page shows beside the mailbox itself.
#[derive(Default)]
struct Around<'a> {
    draft: &'a str,
    errors: FieldErrors,
    notices: Vec<&'a str>,
    sent: bool,
}

/// `GET /postvak`
pub async fn read(visit: Visit, request: HttpRequest) -> HttpResponse {
    let sent = request.query_string() == "verstuurd";
    match mailbox_of(&visit, &request).await {
        Ok((cookie, opened)) => {
            mailbox_page(&visit, StatusCode::OK, &cookie, &opened, &Around { sent, ..Around::default() })
        }
        Err(refused) => refused,
    }
}

/// `POST /postvak`: the reporter writes. The form carries the number that its message would get, so that sending twice
/// stores once and two tabs do not overwrite each other.
pub async fn write(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let form = Form::decode(&body);
    let (cookie, opened) = match mailbox_of(&visit, &request).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    if !web::form::same_token(form.get("token"), &cookie.form_token()) {
        return HttpResponse::Forbidden().finish();
    }
    let draft = form.get("bericht");
    let question = opened.shown_standing() == PublicStatus::Question;
    let message = match Message::from_reporter(draft, visit.today(), question) {
        Ok(message) => message,
        Err(errors) => {
            let around = Around { draft, errors, ..Around::default() };
            return mailbox_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &cookie, &opened, &around);
        }
    };
    if !opened.whole {
        let around = Around { draft, ..Around::default() };
        return mailbox_page(&visit, StatusCode::CONFLICT, &cookie, &opened, &around);
    }
    if opened.reporter_tip.0 >= MOST_ITEMS {
        let mut errors = FieldErrors::default();
        errors.push("bericht", "Uw postvak is vol. Doe een nieuwe melding en schrijf erbij dat u dit eerder meldde.");
        let around = Around { draft, errors, ..Around::default() };
        return mailbox_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &cookie, &opened, &around);
    }
    let number: u32 = form.get("nummer").parse().unwrap_or(0);
    if sent_before(&opened, number, &message) {
        return visit.see_other("/postvak?verstuurd");
    }
    if number != opened.reporter_tip.0 + 1 {
        return crossed(&visit, &cookie, &opened, draft);
    }
    match send(&visit, &opened, message.clone()).await {
        Ok(()) => visit.see_other("/postvak?verstuurd"),
        // Something else was first: this very message (a button pressed twice), or another.
        Err(SendError::Store(StoreError::Taken)) => match mailbox_of(&visit, &request).await {
            Ok((_, now)) if sent_before(&now, number, &message) => visit.see_other("/postvak?verstuurd"),
            Ok((cookie, now)) => crossed(&visit, &cookie, &now, draft),
            Err(refused) => refused,
        },
        Err(error) => {
            visit.failed(&error);
            let notices = vec![
                "Uw bericht is NIET ontvangen. Er ging iets mis bij ons. Uw tekst staat er nog. Probeer het over een minuut opnieuw.",
            ];
            let around = Around { draft, notices, ..Around::default() };
            mailbox_page(&visit, StatusCode::SERVICE_UNAVAILABLE, &cookie, &opened, &around)
        }
    }
}

/// `POST /postvak/sluiten`: closes the mailbox on this browser and deletes nothing.
pub async fn close(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let form = Form::decode(&body);
    if let Ok(Some((cookie, _))) = pickup::opened_cookie(&visit, &request).await
        && !web::form::same_token(form.get("token"), &cookie.form_token())
    {
        return HttpResponse::Forbidden().finish();
    }
    pickup::forget(&visit, page(StatusCode::OK, portal::gesloten(&visit.frame())))
}

/// The mailbox that the request's cookie opens, or the page that says why none.
async fn mailbox_of(visit: &Visit, request: &HttpRequest) -> Result<(Cookie, Opened), HttpResponse> {
    let unavailable = |error: StoreError| {
        visit.failed(&error);
        HttpResponse::ServiceUnavailable().finish()
    };
    let (cookie, typed) = match pickup::opened_cookie(visit, request).await.map_err(unavailable)? {
        Some(found) => found,
        // Who never entered a code gets no cookie, not even one that takes it away.
        None if request.cookie(pickup::COOKIE).is_none() => return Err(visit.see_other("/ophalen")),
        None => return Err(pickup::forget(visit, visit.see_other("/ophalen"))),
    };
    let root = match typed {
        Typed::Code(root) => root,
        Typed::Mistyped(text) => {
            return Err(match PickupCode::parse(&text) {
                Err(error) => pickup::mistyped(visit, &text, &error),
                Ok(_) => pickup::unknown(visit),
            });
        }
    };
    match open(visit, &root).await {
        Ok(opened) => Ok((cookie, opened)),
        Err(NotOpened::Unknown) => Err(pickup::unknown(visit)),
        Err(error @ NotOpened::Damaged(_)) => {
            visit.failed(&error);
            Err(damaged(visit))
        }
        Err(NotOpened::Store(error)) => {
            visit.failed(&error);
            Err(HttpResponse::ServiceUnavailable().finish())
        }
        Err(NotOpened::Busy(_)) => Err(HttpResponse::ServiceUnavailable().finish()),
    }
}

/// Whether this very message is already stored at this number: a response got lost and the button was pressed again.
fn sent_before(opened: &Opened, number: u32, message: &Message) -> bool {
    opened
        .own(number)
        .and_then(|item| item.body::<Message>().ok())
        .is_some_and(|before| before.bericht == message.bericht)
}

/// Why a message was not received.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Busy(#[from] web::Busy),
}

/// Seals a message to the mailbox itself and to the signal's present key, and stores it.
pub async fn send(state: &State, opened: &Opened, message: Message) -> Result<(), SendError> {
    let (tip, previous) = opened.reporter_tip;
    let place = Place {
        signal: opened.intake.signal,
        epoch: opened.head().map_or(0, |head| head.epoch),
        item: ItemId::random(&mut rand::rng()),
        kind: Kind::Message,
        side: Side::Reporter,
        number: tip + 1,
    };
    let own = &opened.intake.mailbox.encrypt;
    let recipients = match opened.head() {
        Some(head) => [own.any(), head.source.any()],
        None => [own.any(), opened.intake.intake.any()],
    };
    let sealed = item::seal_item(place, previous, opened.desk_tip, &message, &opened.key, &recipients)?;
    let item = NewItem { place, added_on: message.datum, sealed };
    let addition = Addition { items: vec![item], ..Addition::default() };
    Ok(state.pickup_lane.run(state.pools.pickups.add(place.signal, addition)).await??)
}

fn crossed(visit: &Visit, cookie: &Cookie, opened: &Opened, draft: &str) -> HttpResponse {
    let notices = vec![
        "U stuurde intussen al een ander bericht, misschien in een ander venster. Dit bericht is nog niet verstuurd. Wilt u het ook sturen? Druk dan nog een keer op de knop.",
    ];
    mailbox_page(visit, StatusCode::CONFLICT, cookie, opened, &Around { draft, notices, ..Around::default() })
}

fn damaged(visit: &Visit) -> HttpResponse {
    let view = Problem {
        title: "Dit postvak klopt niet",
        paragraphs: &[
            "Uw woorden zijn goed. Maar wat wij bij uw signaal bewaren, is veranderd door iemand die dat niet mag. Wij tonen het daarom niet.",
            "Met deze woorden kunt u hier niets meer lezen. Dat spijt ons. Doe een nieuwe melding en schrijf erbij wat hier staat, of bel Meld Misdaad Anoniem: 0800-7000.",
        ],
        back: Some(("/melden", "Een nieuwe melding doen")),
    };
    page(StatusCode::INTERNAL_SERVER_ERROR, problem(&visit.frame(), Program::Portal, &view))
}

fn mailbox_page(visit: &Visit, status: StatusCode, cookie: &Cookie, opened: &Opened, around: &Around) -> HttpResponse {
    let texts: Vec<_> = opened.timeline.iter().filter_map(|(side, entry)| Text::of(*side, entry)).collect();
    let messages: Vec<_> = texts.iter().map(Text::line).collect();
    // Where something of the desk's is damaged or gone, what it said last and what it promised may be just that.
    let certain = opened.is_certain();
    let promised = opened.term().filter(|_| certain).map(|term| promise(term, visit.today()));
    let number = (opened.reporter_tip.0 + 1).to_string();
    let mut notices = around.notices.clone();
    if !opened.whole {
        notices.push(TURNED_BACK);
    }
    let told = Told::new(&around.errors, visit.text);
    let view = portal::Postvak {
        stage: if certain { stage(opened.shown_standing()) } else { Stage::Unknown },
        promised: promised.as_deref(),
        messages: &messages,
        draft: around.draft,
        errors: &told.view(),
        token: &cookie.form_token(),
        nummer: &number,
        sent: around.sent,
        notices: &notices,
    };
    page(status, portal::postvak(&visit.frame(), &view))
}

/// What was promised, and the honest sentence where it was not kept.
fn promise(running: term::Term, today: chrono::NaiveDate) -> String {
    let (day, late) = (term::dutch(running.due), today > running.due);
    match (running.code, late) {
        (term::TermCode::T1, false) => format!("Uiterlijk {day} staat hier een eerste bericht."),
        (term::TermCode::T1, true) => {
            format!("Wij hadden u uiterlijk {day} een eerste bericht beloofd. Dat is niet gelukt. Dat spijt ons.")
        }
        (term::TermCode::T2, false) => format!("U hoort uiterlijk {day} wat wij met uw signaal doen."),
        (term::TermCode::T2, true) => format!(
            "Wij zouden u uiterlijk {day} vertellen wat wij met uw signaal doen. Dat is niet gelukt. Dat spijt ons. Vraag hieronder gerust hoe het staat."
        ),
    }
}

const fn stage(standing: PublicStatus) -> Stage {
    match standing {
        PublicStatus::Received => Stage::Received,
        PublicStatus::Looking => Stage::Reviewing,
        PublicStatus::Question => Stage::Question,
        PublicStatus::Done => Stage::Done,
    }
}

/// A line of the conversation with its words made, for a view to borrow.
struct Text {
    from: Sender,
    kind: &'static str,
    date: String,
    body: TextBody,
}

enum TextBody {
    Text(String),
    Damaged,
    Gap,
}

impl Text {
    /// A line for a message, damage or a gap; none for what is not shown (the report, a change of status).
    fn of(side: Side, entry: &Entry) -> Option<Self> {
        let from = if side == Side::Reporter { Sender::Reporter } else { Sender::Desk };
        let broken = |body| Some(Self { from, kind: "", date: String::new(), body });
        match entry {
            Entry::Item(item) if item.kind == Kind::Message => match item.body::<Message>() {
                Ok(message) => {
                    let body = TextBody::Text(message.bericht.clone());
                    Some(Self { from, kind: message.kind.label(), date: term::dutch(message.datum), body })
                }
                Err(_) => broken(TextBody::Damaged),
            },
            Entry::Item(_) | Entry::Closed { .. } => None,
            Entry::Damaged { .. } => broken(TextBody::Damaged),
            Entry::Gap { .. } => broken(TextBody::Gap),
        }
    }

    fn line(&self) -> Line<'_> {
        let body = match &self.body {
            TextBody::Text(text) => Body::Text(text),
            TextBody::Damaged => Body::Damaged,
            TextBody::Gap => Body::Gap,
        };
        Line { from: self.from, kind: self.kind, date: &self.date, author: None, body }
    }
}
