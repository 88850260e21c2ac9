//! Pages that ask and keep nothing, and the way out.

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{self, ContentType, HeaderName},
    },
};
use chrono::TimeDelta;
use domain::Subject;
use templates::{Text, components::Elsewhere, portal};
use web::{
    contact::{Contact, Site},
    house_style, page,
    signpost::{Anonymous, Question, Signpost},
};

use crate::{pickup, texts, visit::Visit};

/// `GET /`
pub async fn start(visit: Visit) -> HttpResponse {
    page(StatusCode::OK, portal::start(&visit.frame_at("/")))
}

/// `GET /uitleg`
pub async fn explanation(visit: Visit) -> HttpResponse {
    let routing = visit.routes.routing();
    let reader = |subject: &Subject| {
        let route = routing.route(*subject);
        portal::Reader {
            subject: texts::subject(visit.text, *subject),
            reader: texts::reader(visit.text, route),
            reachable: visit.routes.key(route).is_some(),
        }
    };
    let readers: Vec<_> = Subject::ALL.iter().map(reader).collect();
    page(StatusCode::OK, portal::uitleg(&visit.frame_at("/uitleg"), &readers))
}

/// `GET /wegwijzer`
pub async fn signposts(visit: Visit) -> HttpResponse {
    let of = |question| {
        let signposts = visit.house.signposts.iter().filter(move |one| one.question == question);
        signposts.map(|one| signpost_view(visit.text, one)).collect::<Vec<_>>()
    };
    let groups = Question::ALL.map(|question| (question.key(), of(question)));
    let groups = groups.each_ref().map(|(question, signposts)| portal::Group { question, signposts });
    page(StatusCode::OK, portal::wegwijzer(&visit.frame_at("/wegwijzer"), &groups))
}

fn signpost_view(text: Text, one: &Signpost) -> portal::Signpost<'_> {
    portal::Signpost {
        name: one.name.worded(text),
        does: one.does.worded(text),
        does_not: one.does_not.as_ref().map(|words| words.worded(text)),
        phone: one.phone.as_ref().map(|phone| Elsewhere { link: phone.link(), name: phone.number() }),
        website: one.website.as_ref().map(site_view),
        anonymous: one.anonymous.map(Anonymous::key),
    }
}

fn site_view(site: &Site) -> Elsewhere<'_> {
    Elsewhere { link: site.address(), name: site.name() }
}

fn contact_view(contact: &Contact) -> Elsewhere<'_> {
    Elsewhere { link: contact.link(), name: contact.name() }
}

/// `GET /privacy`
pub async fn privacy(visit: Visit) -> HttpResponse {
    let said = &visit.house.privacy;
    let view = portal::Privacy {
        contact: said.contact.as_ref().map(contact_view),
        statement: said.statement.as_ref().map(site_view),
        retention: said.retention.as_ref().map(|words| words.worded(visit.text)),
    };
    page(StatusCode::OK, portal::privacy(&visit.frame_at("/privacy"), &view))
}

/// `GET /toegankelijkheid`
pub async fn accessibility(visit: Visit) -> HttpResponse {
    let said = &visit.house.accessibility;
    let view = portal::Toegankelijkheid {
        contact: said.contact.as_ref().map(contact_view),
        statement: said.statement.as_ref().map(site_view),
        status: said.status.as_ref().map(|words| words.worded(visit.text)),
    };
    page(StatusCode::OK, portal::toegankelijkheid(&visit.frame_at("/toegankelijkheid"), &view))
}

/// `GET /weg`: closes the mailbox on this browser, asks the browser to forget what it kept of us, and goes on to a site
/// that nobody wonders about. Whoever sends a visitor here does no harm: nothing of ours is lost.
pub async fn leave(visit: Visit) -> HttpResponse {
    let mut answer = pickup::forget(&visit, web::see_other(visit.house.leave_to.address()));
    // Not "cookies": that would log the visitor out of everything under the municipality's name, and show.
    let clear = header::HeaderValue::from_static("\"cache\", \"storage\"");
    answer.headers_mut().insert(HeaderName::from_static("clear-site-data"), clear);
    answer
}

/// `GET /.well-known/security.txt` (RFC 9116), where a contact is configured.
pub async fn security(visit: Visit) -> HttpResponse {
    let Some(security) = &visit.house.security else { return HttpResponse::NotFound().finish() };
    let expires = visit.today() + TimeDelta::days(security.days.into());
    let languages: Vec<_> = Text::all().map(Text::code).collect();
    let text = format!(
        "Contact: {}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {}\nCanonical: {}\n",
        security.contact.link(),
        languages.join(", "),
        visit.origin.of("/.well-known/security.txt"),
    );
    HttpResponse::Ok().content_type(ContentType::plaintext()).body(text)
}

/// `GET /stijl.css`
pub async fn stylesheet(visit: Visit) -> HttpResponse {
    house_style::stylesheet_answer(&visit.house)
}

/// `GET /logo`
pub async fn logo(visit: Visit) -> HttpResponse {
    house_style::logo_answer(&visit.house)
}
