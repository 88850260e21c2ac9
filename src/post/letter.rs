//! Words become a mail. Everything in it follows from what it is about: nothing is drawn at random and no clock is read, so
//! that the same letter is always the same bytes.

use std::{str::FromStr, time::SystemTime};

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use lettre::message::{
    Attachment, Body, Mailbox, Message, MultiPart, SinglePart,
    header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue},
};
use maud::{DOCTYPE, html};
use sha2::{Digest, Sha256};

/// An e-mail address that a mail can go to or come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(lettre::Address);

/// A text that is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is no e-mail address")]
pub struct NoAddress;

impl FromStr for Address {
    type Err = NoAddress;

    /// ASCII only: every server takes such an address.
    fn from_str(text: &str) -> Result<Self, NoAddress> {
        let address: lettre::Address = text.parse().map_err(|_| NoAddress)?;
        if text.is_ascii() && text.len() <= 254 { Ok(Self(address)) } else { Err(NoAddress) }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Address {
    pub(crate) const fn inner(&self) -> &lettre::Address {
        &self.0
    }
}

/// A mail before it is written.
pub struct Letter<'a> {
    pub from: &'a Address,
    /// Shown before the address of the sender.
    pub sender: &'a str,
    pub to: &'a Address,
    pub subject: &'a str,
    /// Paragraphs. A line of its own within one stays one.
    pub text: &'a [String],
    /// Files that go with it.
    pub files: &'a [File<'a>],
    /// When it says that it was written: a whole hour.
    pub at: DateTime<Utc>,
    /// What makes it this mail and no other, for instance "dagelijks 2026-11-26": with the address it gives its Message-ID.
    pub occasion: &'a str,
}

/// A file that goes with a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File<'a> {
    /// Its media type with parameters, as `text/calendar; charset=utf-8; method=REQUEST`.
    pub kind: &'a str,
    /// ASCII.
    pub name: &'a str,
    pub content: &'a [u8],
}

/// Why a mail cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    #[error("the mail cannot be written")]
    Mail(#[from] lettre::error::Error),
    #[error("a file of the mail has no media type")]
    Kind(#[from] lettre::message::header::ContentTypeErr),
}

/// Says that nobody is to answer it, least of all another program (RFC 3834).
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Between the two ways in which the text is written. Ours has no line that begins so.
const BOUNDARY: &str = "signaalkluis-deel";

/// Between the text and the files, which are base64.
const FILES: &str = "signaalkluis-bestand";

/// What stands in a head is one line, whatever a configuration calls a municipality.
pub(crate) fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}

impl Letter<'_> {
    /// The bytes of the mail: plain text and the same as simple HTML, without pictures, links to follow or anything that
    /// would be fetched.
    pub fn write(&self) -> Result<Vec<u8>, Unwritable> {
        let plain = self.text.join("\n\n") + "\n";
        let page = html! {
            (DOCTYPE)
            html lang="nl" {
                head { meta charset="utf-8"; title { (self.subject) } }
                body { @for paragraph in self.text { p { (paragraph) } } }
            }
        };
        let part = |kind: ContentType, body: String| {
            SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(body)
        };
        let parts = MultiPart::builder()
            .kind(lettre::message::MultiPartKind::Alternative)
            .boundary(BOUNDARY)
            .singlepart(part(ContentType::TEXT_PLAIN, plain))
            .singlepart(part(ContentType::TEXT_HTML, page.into_string()));
        let parts = match self.files {
            [] => parts,
            files => {
                let whole =
                    MultiPart::builder().kind(lettre::message::MultiPartKind::Mixed).boundary(FILES).multipart(parts);
                let attached = |whole: MultiPart, file: &File<'_>| {
                    let kind = ContentType::parse(file.kind)?;
                    let body = Body::new_with_encoding(file.content.to_vec(), ContentTransferEncoding::Base64)
                        .unwrap_or_else(Body::new);
                    Ok::<_, Unwritable>(whole.singlepart(Attachment::new(file.name.to_owned()).body(body, kind)))
                };
                files.iter().try_fold(whole, attached)?
            }
        };
        let message = Message::builder()
            .from(Mailbox::new(Some(one_line(self.sender)), self.from.0.clone()))
            .to(Mailbox::new(None, self.to.0.clone()))
            .subject(one_line(self.subject))
            .date(SystemTime::from(self.at))
            .message_id(Some(self.message_id()))
            .header(AutoSubmitted)
            .multipart(parts)?;
        Ok(message.formatted())
    }

    /// The same mail has the same id, so that a mailbox that got it twice can tell; to who reads it, it says nothing.
    fn message_id(&self) -> String {
        let digest = Sha256::digest([self.occasion.as_bytes(), b"\n", self.to.to_string().as_bytes()].concat());
        format!("<{}@{}>", HEXLOWER.encode(&digest[..16]), self.from.0.domain())
    }
}
