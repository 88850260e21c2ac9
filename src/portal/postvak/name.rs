//! The reporter's yes or no where the desk asks for his name: two buttons, and he may change his mind until the envelope is
//! opened. What he says is an item like every other, signed with his own key: the identiteitsbewaarder is shown that one item
//! and needs to believe nobody.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Bytes};
use domain::{
    Kind, Side,
    message::{Message, MessageType},
};
use seal::Entry;
use store::StoreError;
use web::Form;

use super::{
    SendError, mailbox_for, send,
    shown::{Around, mailbox_page, takes_messages},
};
use crate::{opened::Opened, visit::Visit};

/// The desk's last question for his name, while it can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameAsked {
    /// The number of the message that asked.
    pub number: u32,
    /// What he said last, if anything.
    pub said: Option<bool>,
}

/// `None`: nobody asks, or the envelope was opened since.
pub fn name_asked(opened: &Opened) -> Option<NameAsked> {
    let mut asked = None;
    for (side, entry) in &opened.timeline {
        let Entry::Item(item) = entry else { continue };
        let message = (item.kind == Kind::Message).then(|| item.body::<Message>().ok()).flatten();
        match message.map(|message| (*side, message.kind, message.vraag)) {
            Some((Side::Desk, MessageType::NaamVraag, _)) => {
                asked = Some(NameAsked { number: item.number, said: None });
            }
            Some((Side::Desk, MessageType::NaamBekend, _)) => asked = None,
            Some((Side::Reporter, kind @ (MessageType::NaamJa | MessageType::NaamNee), vraag)) => {
                if let Some(asked) = asked.as_mut().filter(|asked| Some(asked.number) == vraag) {
                    asked.said = Some(kind == MessageType::NaamJa);
                }
            }
            _ => {}
        }
    }
    asked
}

/// `POST /postvak/naam`: field `antwoord`, ja or nee, to the message of number `vraag`.
pub async fn answer(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    let form = Form::decode(&body);
    let yes = match form.get("antwoord") {
        "ja" => true,
        "nee" => false,
        _ => return visit.see_other("/postvak"),
    };
    for _ in 0..3 {
        let (cookie, opened) = match mailbox_for(&visit, &request, &form).await {
            Ok(found) => found,
            Err(refused) => return refused,
        };
        let shown =
            |status, notices| mailbox_page(&visit, status, &cookie, &opened, Around { notices, ..Around::default() });
        let asked = name_asked(&opened).filter(|asked| form.get("vraag") == asked.number.to_string());
        let Some(asked) = asked.filter(|_| takes_messages(&opened)) else {
            return shown(StatusCode::CONFLICT, &["mailbox-name-closed"]);
        };
        // Pressed twice.
        if asked.said == Some(yes) {
            return visit.see_other("/postvak?naam");
        }
        match send(&visit, &opened, Message::about_name(yes, asked.number, visit.today())).await {
            Ok(()) => return visit.see_other("/postvak?naam"),
            // Something else was first: look again.
            Err(SendError::Store(StoreError::Taken)) => {}
            Err(error) => {
                visit.failed(&error);
                return shown(StatusCode::SERVICE_UNAVAILABLE, &["mailbox-unsent"]);
            }
        }
    }
    HttpResponse::ServiceUnavailable().finish()
}
