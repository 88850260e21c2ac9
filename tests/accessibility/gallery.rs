//! Every sample page of `views` behind an address, with the headers and the stylesheet that the programs send. And one
//! page on which everything is wrong, so that what looks for mistakes is seen to find them.

use std::{
    collections::BTreeMap,
    sync::mpsc::channel,
    thread::{self, JoinHandle},
};

use actix_web::{
    HttpResponse,
    dev::ServerHandle,
    http::StatusCode,
    rt::System,
    web::{self as actix, Data, Path, ServiceConfig},
};

use crate::views;

type Pages = BTreeMap<String, String>;

pub struct Gallery {
    pub base: String,
    /// Names of the pages, each the last part of its address.
    pub names: Vec<String>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

/// The page on which everything is wrong.
pub const WRONG: &str = "alles-fout";

const WRONG_PAGE: &str = r#"<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Fout</title>
<link rel="stylesheet" href="/fout.css"></head><body style="margin: 0"><main><h1>Alles fout</h1>
<section class="summary"><h2>Er klopt nog iets niet</h2></section>
<p class="dim">Alleen in het donker niet te lezen.</p><p class="own">Alleen in eigen kleuren niet te lezen.</p>
<p class="wide">Breder dan een telefoon.</p><p class="large">Te breed als de letters groot zijn.</p>
<p class="cut">Hier valt het eind van de regel weg.</p>
<p><a class="bare" href="/">Zonder rand</a></p><p><a class="gone" href="/">Buiten beeld</a></p>
<p><a href="/">Later</a> <a class="up" href="/">Omhoog</a></p><p><a class="under" href="/">Achter de balk</a></p>
<p><a class="never" href="/" tabindex="-1">Nooit</a></p><p><img src="http://elders.invalid/x.png"></p>
<div class="bar">Balk</div></main></body></html>"#;

const WRONG_STYLE: &str = "
    :focus { outline: 3px solid #000; } .bare:focus { outline: 0; } .gone { position: fixed; left: -500px; }
    .wide { width: 400px; } .large { width: 30rem; } .cut { width: 6rem; white-space: nowrap; overflow: hidden; }
    .up { position: absolute; top: 0; left: 0; } p { min-height: 4rem; }
    .bar { position: fixed; inset: auto 0 0; height: 50vh; background: #fff; }
    @media (prefers-color-scheme: dark) { .dim { color: #333; background: #222; } }
    @media (forced-colors: active) { .own { forced-color-adjust: none; color: #ddd; background: #eee; } }";

/// What must be found there: how the line begins, and of what.
pub const FAULTS: [(&str, &str); 16] = [
    ("the summary of errors does not have the focus", ""),
    ("nothing shows that it has the focus", "bare"),
    ("it is outside the window", "gone"),
    ("the focus went back up the page", "up"),
    ("something covers it", "under"),
    ("the focus never came to it", "never"),
    ("[]: image-alt", "img"),
    ("[(\"prefers-color-scheme\", \"dark\")]: color-contrast", ".dim"),
    ("[(\"forced-colors\", \"active\")", ".own"),
    ("320 pixels × 1, text of 16", "wide"),
    ("320 pixels × 2, text of 16", "wide"),
    ("640 pixels × 1, text of 32", "large"),
    ("320 pixels × 1, text of 16", "cut"),
    ("\"security\"", "inline style"),
    ("it asked for http://elders.invalid", ""),
    ("a \"Image\" failed", ""),
];

impl Gallery {
    pub fn open() -> Self {
        let mut pages: Pages = views::pages().into_iter().map(|page| (page.name, page.html)).collect();
        let names = pages.keys().cloned().collect();
        pages.insert(WRONG.into(), WRONG_PAGE.into());
        let (sender, receiver) = channel();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let rules = ::web::HouseRules::new(|status, _| status.to_string(), false, |_| false);
                let server = ::web::server::program("gallery", "127.0.0.1:0", Data::new(pages), rules, routes);
                let server = server.expect("a server");
                sender.send((server.address, server.handle())).expect("the test waits");
                let _ = server.server.await;
            });
        });
        let (address, handle) = receiver.recv().expect("the gallery opens");
        Self { base: format!("http://{address}"), names, handle, thread: Some(thread) }
    }

    pub fn address(&self, name: &str) -> String {
        format!("{}/{name}", self.base)
    }
}

fn routes(app: &mut ServiceConfig) {
    let style = |text: &'static str| move || async move { HttpResponse::Ok().content_type("text/css").body(text) };
    app.route("/stijl.css", actix::get().to(style(templates::STYLESHEET)))
        .route("/fout.css", actix::get().to(style(WRONG_STYLE)))
        .route("/{name}", actix::get().to(page));
}

async fn page(name: Path<String>, pages: Data<Pages>) -> HttpResponse {
    let found = pages.get(name.as_str());
    found.map_or_else(|| HttpResponse::NotFound().finish(), |page| ::web::page(StatusCode::OK, page.as_str()))
}

impl Drop for Gallery {
    fn drop(&mut self) {
        // Told to stop; the thread's end is waited for.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
