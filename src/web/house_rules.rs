//! What every answer carries, errors too, and what becomes of an answer that is no page.

use std::{
    panic::AssertUnwindSafe,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use actix_web::{
    Error, HttpResponse,
    body::{BodySize, BoxBody, MessageBody},
    dev::{ResponseHead, ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        StatusCode, Uri,
        header::{self, ContentType, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::{Bytes, Data},
};
use futures_util::FutureExt;

use crate::{Busy, Lane, lane::Hand, padding};

/// Makes the page for a status, at a path. Nothing may fail in it.
pub type ProblemPage = Box<dyn Fn(StatusCode, &str) -> String + Send + Sync>;

/// What the rules need to know of the program they guard.
pub struct HouseRules {
    /// The page for a status that no handler answered with a page of its own, at this path.
    problem: ProblemPage,
    /// Whether pages show an image of our own: the organisation's logo.
    images: bool,
    /// Whether a path takes files: those forms have lanes of their own, and more time.
    takes_files: fn(&str) -> bool,
    /// Headers that this program reads beside those that every page reads.
    also_read: Vec<HeaderName>,
    /// Forms of more than [`SMALL`] bytes, from their first byte until their answer was read.
    large: Lane,
}

impl HouseRules {
    pub fn new(
        problem: impl Fn(StatusCode, &str) -> String + Send + Sync + 'static,
        images: bool,
        takes_files: fn(&str) -> bool,
    ) -> Self {
        let problem: ProblemPage = Box::new(problem);
        Self { problem, images, takes_files, also_read: Vec::new(), large: Lane::new(64, 2048) }
    }

    /// The same, with one more header of a request that its program reads. The portal has none.
    pub fn reading(mut self, header: HeaderName) -> Self {
        self.also_read.push(header);
        self
    }

    /// A hand for a request whose form may be large. Files have lanes of their own.
    async fn hand(&self, headers: &HeaderMap, has_files: bool) -> Result<Option<Hand>, Busy> {
        let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
        let length = length.unwrap_or(if headers.contains_key(header::TRANSFER_ENCODING) { usize::MAX } else { 0 });
        if has_files || length <= SMALL {
            return Ok(None);
        }
        tokio::time::timeout(WAIT, self.large.enter()).await.unwrap_or(Err(Busy)).map(Some)
    }
}

/// Bytes of a form that any connection may hold: most reports have fewer.
pub const SMALL: usize = 32 * 1024;

/// How long a large form waits for its turn.
const WAIT: Duration = Duration::from_secs(30);

/// How long one request may take from its turn on, its body included: who sends slower holds memory that others need.
const LONGEST: Duration = Duration::from_secs(120);

/// The same for a form with files, which holds little and may come over a slow line.
const LONGEST_UPLOAD: Duration = Duration::from_secs(15 * 60);

const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const POLICY_WITH_IMAGES: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         interest-cohort=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// The outermost middleware: a panic or an error becomes a page that shows nothing internal, and every answer gets the
/// headers above and a size that many have.
pub async fn house_rules(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(rules) = request.app_data::<Data<HouseRules>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError(""));
    };
    let path = request.path().to_owned();
    let problem = |status: StatusCode| {
        let mut response = page(status, (rules.problem)(status, &path));
        add_headers(response.headers_mut(), rules.images);
        response.map_body(pad)
    };
    // The request is gone into the service: an answer without it is made as an error that carries its response.
    let broken = |status| Err(InternalError::from_response("", problem(status)).into());
    if cut_loose(&mut request, &rules.also_read).is_none() {
        return broken(StatusCode::BAD_REQUEST);
    }
    let kind = request.headers().get(header::CONTENT_TYPE);
    let has_files = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/")) && (rules.takes_files)(&path);
    let Ok(hand) = rules.hand(request.headers(), has_files).await else {
        return broken(StatusCode::TOO_MANY_REQUESTS);
    };
    let longest = if has_files { LONGEST_UPLOAD } else { LONGEST };
    let answered = AssertUnwindSafe(tokio::time::timeout(longest, next.call(request))).catch_unwind().await;
    let mut response = match answered {
        Ok(Ok(Ok(response))) => response.map_into_boxed_body(),
        Ok(Ok(Err(error))) => return broken(error.as_response_error().status_code()),
        Ok(Err(_)) => return broken(StatusCode::REQUEST_TIMEOUT),
        Err(_) => return broken(StatusCode::INTERNAL_SERVER_ERROR),
    };
    let status = response.status();
    if (status.is_client_error() || status.is_server_error()) && !is_page(response.headers()) {
        let allow = response.headers().get(header::ALLOW).cloned();
        response = response.into_response(page(status, (rules.problem)(status, &path)));
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
    }
    add_headers(response.headers_mut(), rules.images);
    Ok(response.map_body(pad).map_body(|_, body| match hand {
        Some(hand) => BoxBody::new(Held { body, _hand: hand }),
        None => body,
    }))
}

/// An answer that keeps its form's place until it was read, or its reader is gone.
struct Held {
    body: BoxBody,
    _hand: Hand,
}

impl MessageBody for Held {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_next(context)
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// A page in the size of many others, and a redirect too; what is no page, and what streams, as it is.
fn pad(head: &mut ResponseHead, body: BoxBody) -> BoxBody {
    if head.status.is_redirection() {
        head.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    }
    if !is_page(head.headers()) {
        return body;
    }
    match body.try_into_bytes() {
        Ok(page) => BoxBody::new(padding::padded(&page, head.status, head.headers())),
        Err(body) => body,
    }
}

/// The headers that any page reads. What else a browser says of itself is dropped at the door.
const READ: [HeaderName; 5] = [
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::COOKIE,
    HeaderName::from_static("sec-fetch-site"),
];

/// Copies what is read of a request's head out of the buffer that it came in. actix keeps heads for reuse as they are, and
/// each keeps the whole buffer that its address and headers are slices of: the start of somebody's story with it (A3).
/// `None` for an address that is none.
fn cut_loose(request: &mut ServiceRequest, also_read: &[HeaderName]) -> Option<()> {
    let uri: Uri = request.uri().to_string().parse().ok()?;
    request.match_info_mut().get_mut().update(&uri);
    let head = request.head_mut();
    head.uri = uri;
    let came = std::mem::take(&mut head.headers);
    for name in READ.iter().chain(also_read) {
        for value in came.get_all(name) {
            head.headers.append(name.clone(), HeaderValue::from_bytes(value.as_bytes()).ok()?);
        }
    }
    Some(())
}

fn add_headers(headers: &mut HeaderMap, images: bool) {
    let policy = if images { POLICY_WITH_IMAGES } else { POLICY };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.remove(header::ETAG);
    headers.remove(header::SERVER);
}

/// An HTML page.
pub fn page(status: StatusCode, text: impl Into<String>) -> HttpResponse {
    HttpResponse::build(status).content_type(ContentType::html()).body(text.into())
}

/// "Go and look there" after a form: 303, so that reloading sends nothing twice.
pub fn see_other(location: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, location)).finish()
}
