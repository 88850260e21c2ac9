//! An opened mailbox as its page shows it: the words for where it stands, what was promised, and what was said.

use actix_web::{HttpResponse, http::StatusCode};
use attachments::mib;
use chrono::NaiveDate;
use domain::{
    Attachment, FieldErrors, Kind, PublicStatus, Side,
    message::{Message, MessageType},
    term::{Term, TermCode},
};
use mailbox::Cookie;
use seal::Entry;
use templates::{
    Text,
    conversation::{Body, FileLink, Message as Line, Sender},
    portal::{self, Stage, Writing},
    problem::{Problem, Side as Program, problem},
};
use web::{Told, page};

use super::{
    files::Attached,
    name::{NameAsked, name_asked},
};
use crate::{
    files::{Rows, size, until},
    opened::{Asking, Opened},
    texts,
    visit::Visit,
};

/// Items that one mailbox sends at most: reading it is work for everybody in the same lane.
const MOST_ITEMS: u32 = 100;

/// What the page shows beside the mailbox itself; notices and what was done are keys.
#[derive(Default)]
pub struct Around<'a> {
    pub draft: &'a str,
    pub errors: FieldErrors,
    pub notices: &'a [&'static str],
    pub done: Option<&'static str>,
    /// Files that are sealed and not sent yet.
    pub files: Option<&'a Attached>,
    /// Whether originals were to go along with files that must be chosen again.
    pub original: bool,
}

/// Whether a message can be sent from a mailbox.
pub fn takes_messages(opened: &Opened) -> bool {
    writing(opened) == Writing::Open
}

fn writing(opened: &Opened) -> Writing {
    match opened {
        opened if !opened.whole => Writing::TurnedBack,
        opened if opened.reporter_tip.0 >= MOST_ITEMS => Writing::Full,
        _ => Writing::Open,
    }
}

pub fn mailbox_page(
    visit: &Visit,
    status: StatusCode,
    cookie: &Cookie,
    opened: &Opened,
    around: Around<'_>,
) -> HttpResponse {
    let text = visit.text;
    let said: Vec<_> = opened.timeline.iter().filter_map(|(side, entry)| Said::of(text, *side, entry)).collect();
    let links: Vec<Vec<FileLink<'_>>> = said.iter().map(Said::links).collect();
    let messages: Vec<_> = said.iter().zip(&links).map(|(said, links)| said.line(links)).collect();
    // Where something of the desk's is damaged or gone, what it said last and what it promised may be just that.
    let certain = opened.is_certain();
    let promised = if certain { promise(text, opened, visit.today()) } else { None };
    let number = opened.reporter_tip.0.saturating_add(1).to_string();
    let (before, from);
    let asking = match opened.asking(visit.today()) {
        Asking::Absent => portal::Asking::Absent,
        Asking::Open => portal::Asking::Open,
        Asking::Waiting { asked } => {
            before = texts::date(text, asked);
            portal::Asking::Waiting { asked: &before }
        }
        Asking::Later { asked, again } => {
            (before, from) = (texts::date(text, asked), texts::date(text, again));
            portal::Asking::Later { asked: &before, again: &from }
        }
    };
    let asked = name_asked(opened);
    let stage = match opened.shown_standing() {
        _ if !certain => Stage::Unknown,
        PublicStatus::Question if last_asks_name(opened) => Stage::NameQuestion,
        standing => stage(standing),
    };
    let vraag = asked.map(|asked| asked.number.to_string()).unwrap_or_default();
    let name = asked.map(|NameAsked { said, .. }| portal::NameQuestion { vraag: &vraag, said });
    let told = Told::new(&around.errors, text);
    let rows = Rows::new(text, around.files.map(|files| &files.basket));
    let limits = &visit.attachments.limits;
    let until = until(around.files.map(|files| &files.basket));
    let view = portal::Postvak {
        stage,
        promised: promised.as_deref(),
        messages: &messages,
        writing: writing(opened),
        name,
        asking,
        files: &rows.view(),
        carried: around.files.map_or("", |files| &files.field),
        until: until.as_deref(),
        original: around.original,
        full: !visit.attachments.has_room(),
        most: &limits.files.to_string(),
        file_mib: &mib(limits.file),
        report_mib: &mib(limits.report),
        draft: around.draft,
        errors: &told.view(),
        token: &cookie.form_token(),
        nummer: &number,
        done: around.done,
        notices: around.notices,
    };
    page(status, portal::postvak(&visit.frame(), &view))
}

/// The page for good words whose mailbox somebody changed.
pub fn damaged(visit: &Visit) -> HttpResponse {
    let text = visit.text;
    let view = Problem {
        title: text.say("mailbox-damaged"),
        paragraphs: vec![text.say("mailbox-damaged-what"), text.say("mailbox-damaged-now")],
        back: Some(("/melden", text.say("mailbox-damaged-link"))),
    };
    page(StatusCode::INTERNAL_SERVER_ERROR, problem(&visit.frame(), Program::Portal, &view))
}

/// What was promised next, and the honest sentence where it was not kept.
fn promise(text: Text, opened: &Opened, today: NaiveDate) -> Option<String> {
    let Some(Term { code, due }) = opened.term() else {
        if let Some(kept) = opened.kept_until {
            return Some(text.with("mailbox-kept-until", &[("day", &texts::date(text, kept))]));
        }
        let no_day = opened.shown_standing() == PublicStatus::Looking;
        return no_day.then(|| text.say("mailbox-no-day").to_owned());
    };
    let key = match (code, today > due) {
        // It wrote already, if not yet what the law calls an acknowledgement.
        (TermCode::T1, _) if opened.messages().any(|(side, _)| side == Side::Desk) => {
            return Some(text.say("mailbox-no-day").to_owned());
        }
        (TermCode::T1, false) => "mailbox-first-by",
        (TermCode::T1, true) => "mailbox-first-late",
        (_, false) => "mailbox-outcome-by",
        (_, true) => "mailbox-outcome-late",
    };
    Some(text.with(key, &[("day", &texts::date(text, due))]))
}

/// Whether the desk's last question is the one for a name: then nobody waits for an answer.
fn last_asks_name(opened: &Opened) -> bool {
    let asks = |kind: &MessageType| matches!(kind, MessageType::Vraag | MessageType::NaamVraag);
    let of_desk = opened.messages().filter(|(side, _)| *side == Side::Desk).map(|(_, message)| message.kind);
    of_desk.filter(asks).last() == Some(MessageType::NaamVraag)
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
struct Said {
    from: Sender,
    kind: &'static str,
    date: String,
    body: SaidBody,
    files: Vec<SaidFile>,
}

/// A file of a message: where it is saved, and its size. The reporter's own are sealed to others: those have no address.
struct SaidFile {
    name: String,
    size: String,
    href: Option<String>,
}

enum SaidBody {
    Text(String),
    Damaged,
    Gap,
}

impl Said {
    /// A line for a message, damage or a gap; none for what is not shown (the report, a change of status).
    fn of(text: Text, side: Side, entry: &Entry) -> Option<Self> {
        let from = if side == Side::Reporter { Sender::Reporter } else { Sender::Desk };
        let broken = |body| Some(Self { from, kind: "", date: String::new(), body, files: Vec::new() });
        match entry {
            Entry::Item(item) if item.kind == Kind::Message => match item.body::<Message>() {
                Ok(message) => Some(Self {
                    from,
                    kind: text.choice("message", message.kind.label()),
                    date: texts::date(text, message.datum),
                    files: message.bestanden.iter().map(|file| SaidFile::of(text, side, file)).collect(),
                    body: SaidBody::Text(words(text, side, message)),
                }),
                Err(_) => broken(SaidBody::Damaged),
            },
            Entry::Item(_) | Entry::Closed { .. } => None,
            Entry::Damaged { .. } => broken(SaidBody::Damaged),
            Entry::Gap { .. } => broken(SaidBody::Gap),
        }
    }

    fn links(&self) -> Vec<FileLink<'_>> {
        self.files.iter().map(SaidFile::link).collect()
    }

    fn line<'a>(&'a self, files: &'a [FileLink<'a>]) -> Line<'a> {
        let body = match &self.body {
            SaidBody::Text(text) => Body::Text(text),
            SaidBody::Damaged => Body::Damaged,
            SaidBody::Gap => Body::Gap,
        };
        Line { from: self.from, kind: self.kind, date: &self.date, author: None, body, files }
    }
}

impl SaidFile {
    fn link(&self) -> FileLink<'_> {
        FileLink { name: &self.name, size: &self.size, href: self.href.as_deref() }
    }

    fn of(text: Text, side: Side, file: &Attachment) -> Self {
        let href = text.path(&["/postvak/bestanden/", &file.bestand.to_string()].concat());
        let (name, href) = match side {
            Side::Desk => (text.say("mailbox-file").to_owned(), Some(href)),
            _ => (file.naam.clone(), None),
        };
        Self { name, size: size(text, file.grootte), href }
    }
}

/// What a message says; what a button said for the reporter is sealed in words for the desk.
fn words(text: Text, side: Side, message: Message) -> String {
    match (side, message.kind) {
        (Side::Reporter, MessageType::HoeStaatHet) => text.say("mailbox-ask-body").to_owned(),
        (Side::Reporter, MessageType::NaamJa) => text.say("mailbox-name-yes-body").to_owned(),
        (Side::Reporter, MessageType::NaamNee) => text.say("mailbox-name-no-body").to_owned(),
        _ => message.bericht,
    }
}
