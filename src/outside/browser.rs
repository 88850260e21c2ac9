//! A browser without JavaScript: follows what it is told to, keeps cookies, and looks at what arrives with every answer.

use std::{sync::Arc, time::Duration};

use domain::canary::Link;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ureq::{
    Agent, RequestBuilder,
    http::{HeaderMap, Response, header},
    tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem},
    typestate::WithBody,
};

use crate::{
    Broken,
    page::{Form, Page},
};

/// How long one request may take, the connection included.
const PATIENCE: Duration = Duration::from_secs(60);

/// Bytes of a page, at most.
const LONGEST: u64 = 4 * 1024 * 1024;

/// What every page of the portal carries, and must still carry when it arrives: each lowercase, with a part of its value.
const CARRIED: [(&str, &str); 6] = [
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "geolocation=()"),
];

/// What nobody may add: it makes browsers tell somebody else that they were here, or says that a copy is kept.
const ADDED: [&str; 5] = ["nel", "report-to", "reporting-endpoints", "age", "x-powered-by"];

/// The one cookie of the portal, behind whatever prefix.
const COOKIE: &str = "postvak";

/// The portal from outside: where it is, and who may vouch for it.
#[derive(Debug, Clone)]
pub struct Outside {
    /// Scheme and host: `https://meld.example`.
    pub address: String,
    roots: Option<Arc<Vec<Certificate<'static>>>>,
}

/// A file that should hold certificates and does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("holds no certificate in PEM")]
pub struct BadRoots;

impl Outside {
    /// An address, and the certificates (PEM) of those who alone may vouch for it; none: the authorities that browsers trust.
    pub fn new(address: String, roots: Option<&[u8]>) -> Result<Self, BadRoots> {
        let read = |pem: &[u8]| {
            let items = parse_pem(pem).filter_map(|item| match item {
                Ok(PemItem::Certificate(certificate)) => Some(certificate),
                _ => None,
            });
            let found: Vec<_> = items.collect();
            if found.is_empty() { Err(BadRoots) } else { Ok(Arc::new(found)) }
        };
        Ok(Self { address, roots: roots.map(read).transpose()? })
    }

    /// The same from another address.
    pub fn at(&self, address: String) -> Self {
        Self { address, roots: self.roots.clone() }
    }
}

pub struct Browser {
    agent: Agent,
    address: String,
    /// The opened mailbox, as the browser would send it back.
    cookie: Option<String>,
}

impl Browser {
    /// A browser that names itself so: where a log keeps that, it can be found there.
    pub fn new(outside: &Outside, name: &str) -> Self {
        let roots = match &outside.roots {
            Some(roots) => RootCerts::Specific(Arc::clone(roots)),
            None => RootCerts::WebPki,
        };
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            // Not by what stands in the environment: the way must be the reporters'.
            .proxy(None)
            .user_agent(name)
            .timeout_global(Some(PATIENCE))
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .build();
        Self { agent: config.into(), address: outside.address.clone(), cookie: None }
    }

    /// Whether it keeps an opened mailbox.
    pub const fn has_cookie(&self) -> bool {
        self.cookie.is_some()
    }

    /// Asks for a page, and follows no redirect.
    pub fn get(&mut self, path: &str) -> Result<Page, Broken> {
        let mut request = self.agent.get(format!("{}{path}", self.address));
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = request.call().map_err(|error| unreachable(path, &error))?;
        self.read(path, answer)
    }

    /// Sends a form as browsers do, and follows the one redirect that may come of it.
    pub fn submit(&mut self, form: &Form) -> Result<Page, Broken> {
        let page = self.send(form)?;
        match page.location() {
            Some(path) => self.get(&path),
            None => Ok(page),
        }
    }

    fn send(&mut self, form: &Form) -> Result<Page, Broken> {
        let request = self.agent.post(format!("{}{}", self.address, form.action));
        let (kind, body) = if form.takes_files { multipart(form) } else { (URL_ENCODED.to_owned(), encoded(form)) };
        let request = self.with_cookie(request).header(header::CONTENT_TYPE, kind);
        let answer = request.send(body.as_bytes()).map_err(|error| unreachable(&form.action, &error))?;
        self.read(&form.action, answer)
    }

    fn with_cookie(&self, request: RequestBuilder<WithBody>) -> RequestBuilder<WithBody> {
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    fn read(&mut self, path: &str, mut answer: Response<ureq::Body>) -> Result<Page, Broken> {
        let status = answer.status().as_u16();
        let broken = |why: String| Broken::at(Link::Headers, format!("{path}: {why}"));
        if let Some(why) = amiss(answer.headers()) {
            // An error in words of its own is no answer of the portal's.
            let is_theirs = status < 400;
            let of_another =
                || Broken::at(Link::Reach, format!("{path}: status {status}, and not from the portal: {why}"));
            return Err(if is_theirs { broken(why) } else { of_another() });
        }
        for value in answer.headers().get_all(header::SET_COOKIE) {
            let value = value.to_str().unwrap_or_default();
            let pair = value.split(';').next().unwrap_or_default();
            let (name, content) = pair.split_once('=').unwrap_or_default();
            if name.trim_start_matches("__Host-") != COOKIE {
                return Err(broken(format!("a cookie is set that is not the portal's: {name}")));
            }
            self.cookie = (!content.is_empty()).then(|| pair.to_owned());
        }
        let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
        let text = answer.body_mut().with_config().limit(LONGEST).read_to_string();
        let text = text.map_err(|error| unreachable(path, &error))?;
        let page = Page::new(path, status, to, text);
        if page.has_tag("script") {
            return Err(broken("a script was put into the page: the portal has none".into()));
        }
        Ok(page)
    }
}

/// What is wrong with what came with an answer.
fn amiss(headers: &HeaderMap) -> Option<String> {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Some(name) = ADDED.into_iter().find(|name| headers.contains_key(*name)) {
        return Some(format!("{name} is added on the way"));
    }
    let lost = CARRIED.into_iter().find(|(name, part)| !value(name).contains(part));
    lost.map(|(name, part)| format!("{name} does not say {part:?}, but {:?}", value(name)))
}

fn unreachable(path: &str, error: &ureq::Error) -> Broken {
    Broken::at(Link::Reach, format!("{path}: {error}"))
}

const URL_ENCODED: &str = "application/x-www-form-urlencoded";

fn encoded(form: &Form) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    form.fields
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect::<Vec<_>>()
        .join("&")
}

/// Between the parts of a form with files. Nothing that is sent holds it.
const BOUNDARY: &str = "----kanarie-5b1f0c7e-grens";

/// A form with files as a browser sends it where none was chosen (RFC 7578).
fn multipart(form: &Form) -> (String, String) {
    let part = |(name, value): &(String, String)| {
        format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body: String = form.fields.iter().map(part).collect();
    body += &format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"bijlagen\"; filename=\"\"\r\n\
         content-type: application/octet-stream\r\n\r\n\r\n--{BOUNDARY}--\r\n"
    );
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}
