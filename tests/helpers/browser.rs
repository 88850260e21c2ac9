//! A browser without JavaScript: follows links, fills forms, keeps cookies, and sends nothing it was not told to.

use std::{collections::BTreeMap, time::Duration};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use scraper::{ElementRef, Html, Selector};
use ureq::Agent;

pub struct Browser {
    agent: Agent,
    pub base: String,
    pub cookies: BTreeMap<String, String>,
    /// Every page that was asked for, for who wants to look back: address and answer.
    pub seen: Option<Vec<(String, Page)>>,
}

/// An answer.
#[derive(Clone)]
pub struct Page {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// The same, of a download.
    pub bytes: Vec<u8>,
}

/// A form as the page has it, with what was filled in since.
#[derive(Clone)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// Chosen files: field, name, bytes. With any the form is sent as `multipart/form-data`.
    pub files: Vec<(String, String, Vec<u8>)>,
}

pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

impl Browser {
    pub fn at(base: &str) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0);
        // The programs close a connection that is idle for five seconds; on one that they close just now a request is lost.
        let config = config.max_idle_age(Duration::from_secs(1)).build();
        Self { agent: config.into(), base: base.to_owned(), cookies: BTreeMap::new(), seen: None }
    }

    fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// One request, no redirect followed.
    pub fn fetch(&mut self, path: &str) -> Page {
        let request = self.agent.get(format!("{}{path}", self.base)).header("cookie", self.cookie_header());
        let answer = request.call().expect("the program answers");
        let page = self.read(answer);
        self.keep(path, page)
    }

    /// Posts a body as it is.
    pub fn send(&mut self, path: &str, content_type: &str, body: &[u8]) -> Page {
        let request = self.agent.post(format!("{}{path}", self.base)).header("cookie", self.cookie_header());
        let answer = request.header("content-type", content_type).send(body).expect("the program answers");
        let page = self.read(answer);
        self.keep(path, page)
    }

    fn keep(&mut self, path: &str, page: Page) -> Page {
        if let Some(seen) = &mut self.seen {
            seen.push((path.to_owned(), page.clone()));
        }
        page
    }

    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        self.send(path, "application/x-www-form-urlencoded", encode(fields).as_bytes())
    }

    fn read(&mut self, mut answer: ureq::http::Response<ureq::Body>) -> Page {
        let headers: Vec<_> = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        for (_, value) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (pair, rest) = value.split_once(';').unwrap_or((value, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if value.is_empty() || rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = answer.status().as_u16();
        let bytes = answer.body_mut().with_config().limit(200_000_000).read_to_vec().unwrap_or_default();
        Page { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes }
    }

    /// Opens an address and follows redirects, as a person sees it.
    pub fn open(&mut self, path: &str) -> Page {
        let page = self.fetch(path);
        self.follow(page)
    }

    /// Sends a form and follows redirects.
    pub fn submit(&mut self, form: &Form) -> Page {
        let page = if form.files.is_empty() {
            self.post(&form.action, &form.fields)
        } else {
            self.send(&form.action, &format!("multipart/form-data; boundary={BOUNDARY}"), &multipart(form))
        };
        self.follow(page)
    }

    /// Sends a form to a program that may be stopping: `None` where it hung up.
    pub fn try_submit(&mut self, form: &Form) -> Option<Page> {
        let request = self.agent.post(format!("{}{}", self.base, form.action)).header("cookie", self.cookie_header());
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        request.send(encode(&form.fields).as_bytes()).ok().map(|answer| self.read(answer))
    }

    pub fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            match page.header("location") {
                Some(to) if (300..400).contains(&page.status) => page = self.fetch(to),
                _ => break,
            }
        }
        page
    }
}

/// Fields as a browser encodes them.
pub fn encode(fields: &[(String, String)]) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&")
}

/// Between the parts of a form with files.
pub const BOUNDARY: &str = "----grens-van-de-proef-7d1a";

/// A form with files as a browser encodes it (RFC 7578): fields in their order, then files.
pub fn multipart(form: &Form) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in &form.fields {
        let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for (name, file, bytes) in &form.files {
        let file = file.replace('"', "%22");
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: \
             application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

impl Page {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// The name under which a browser saves a download (RFC 6266, with RFC 8187 for everything beyond ASCII).
    #[track_caller]
    pub fn saved_as(&self) -> String {
        let said = self.header("content-disposition").unwrap_or_else(|| panic!("no download ({})", self.status));
        if let Some(plain) = said.strip_prefix("attachment; filename=") {
            return plain.trim_matches('"').to_owned();
        }
        let name = said.strip_prefix("attachment; filename*=UTF-8''").unwrap_or_else(|| panic!("a download: {said}"));
        percent_encoding::percent_decode_str(name).decode_utf8().expect("UTF-8").into_owned()
    }

    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// Text of everything that a selector finds, white space folded.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let text = |element: ElementRef<'_>| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        self.html().select(&selector(css)).map(text).collect()
    }

    /// The value of the first button of a name.
    #[track_caller]
    pub fn button(&self, name: &str) -> String {
        let found = self
            .html()
            .select(&selector(&format!("button[name={name}]")))
            .next()
            .map(|one| one.attr("value").map(str::to_owned));
        found.flatten().unwrap_or_else(|| panic!("no button {name} on: {}", self.text()))
    }

    /// The whole page as text.
    pub fn text(&self) -> String {
        self.texts("body").join(" ")
    }

    pub fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// Fails with the page's text if it does not say so.
    #[track_caller]
    pub fn must_say(&self, text: &str) -> &Self {
        assert!(self.says(text), "the page ({}) does not say {text:?}:\n{}", self.status, self.text());
        self
    }

    /// Fails with the page's text if it says so after all.
    #[track_caller]
    pub fn must_not_say(&self, text: &str) -> &Self {
        assert!(!self.says(text), "the page ({}) says {text:?}:\n{}", self.status, self.text());
        self
    }

    #[track_caller]
    pub fn must_be(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Addresses that the page's forms post to.
    pub fn actions(&self) -> Vec<String> {
        let html = self.html();
        html.select(&selector("form[action]")).filter_map(|form| form.attr("action").map(str::to_owned)).collect()
    }

    #[track_caller]
    pub fn must_offer_no_form(&self, action: &str) -> &Self {
        assert!(!self.actions().iter().any(|offered| offered == action), "{}", self.text());
        self
    }

    pub fn links(&self) -> Vec<String> {
        let html = self.html();
        html.select(&selector("a[href]")).filter_map(|a| a.attr("href").map(str::to_owned)).collect()
    }

    /// The form that posts to an address, with everything that a browser would send if nobody touched it.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let html = self.html();
        let form = html
            .select(&selector("form"))
            .find(|form| form.attr("action") == Some(action))
            .unwrap_or_else(|| panic!("no form posts to {action} on the page ({}):\n{}", self.status, self.text()));
        untouched(form, action)
    }

    /// The same where several forms post to one address: the one with this hidden field.
    #[track_caller]
    pub fn form_with(&self, action: &str, name: &str, value: &str) -> Form {
        let html = self.html();
        let hidden = selector(&format!("input[name='{name}'][value='{value}']"));
        let form = html
            .select(&selector("form"))
            .find(|form| form.attr("action") == Some(action) && form.select(&hidden).next().is_some())
            .unwrap_or_else(|| panic!("no form {name}={value} on the page ({}):\n{}", self.status, self.text()));
        untouched(form, action)
    }

    /// The value of the option of a list that shows a text.
    #[track_caller]
    pub fn option(&self, list: &str, text: &str) -> String {
        let html = self.html();
        let options = selector(&format!("select[name='{list}'] option"));
        let found = html.select(&options).find(|option| option.text().collect::<String>().contains(text));
        let value = found.and_then(|option| option.attr("value"));
        value.unwrap_or_else(|| panic!("{list} offers no {text} ({}):\n{}", self.status, self.text())).to_owned()
    }
}

/// A form with everything that a browser would send if nobody touched it.
fn untouched(form: scraper::ElementRef<'_>, action: &str) -> Form {
    let mut fields = Vec::new();
    for element in form.select(&selector("input, textarea, select")) {
        let Some(name) = element.attr("name") else { continue };
        let value = element.attr("value").unwrap_or_default().to_owned();
        match (element.value().name(), element.attr("type").unwrap_or("text")) {
            ("input", "radio" | "checkbox") if element.attr("checked").is_none() => {}
            ("input", "file") => {}
            ("input", _) => fields.push((name.to_owned(), value)),
            ("textarea", _) => {
                // The parser dropped the first line break already, as every browser does.
                fields.push((name.to_owned(), element.text().collect()));
            }
            _ => {
                let option = element.select(&selector("option[selected]")).next();
                let option = option.or_else(|| element.select(&selector("option")).next());
                fields.push((name.to_owned(), option.and_then(|o| o.attr("value")).unwrap_or_default().to_owned()));
            }
        }
    }
    Form { action: action.to_owned(), fields, files: Vec::new() }
}

impl Form {
    /// Fills in a field, in place of what stood there.
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks one more box.
    /// Takes back every tick of a list.
    pub fn untick(mut self, name: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self
    }

    pub fn tick(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Chooses a file.
    pub fn attach(mut self, name: &str, file: &str, bytes: &[u8]) -> Self {
        self.files.push((name.to_owned(), file.to_owned(), bytes.to_vec()));
        self
    }

    /// Presses a button that posts elsewhere.
    pub fn press(mut self, action: &str, name: &str, value: &str) -> Self {
        self.action = action.to_owned();
        self.tick(name, value)
    }

    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }
}
