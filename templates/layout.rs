//! The skeleton around every page: language, skip link, header, main and footer landmarks.
//! Texts of single pages do not live here.

use maud::{DOCTYPE, Markup, html};

use crate::text::Text;

/// What surrounds a page of the portal, the login and the problem pages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Frame<'a> {
    /// Name of the organisation, as it stands in the header: "Gemeente Voorbeeld".
    pub organisation: &'a str,
    /// One line above the header of every page, such as that this is a trial. Absent in earnest.
    pub notice: Option<&'a str>,
    /// Whether the organisation has a logo at `/logo`.
    pub logo: bool,
    /// The language of a page of the portal, and its words.
    pub text: Text,
    /// The path of this page without its language, where the same page can be asked for in another one.
    pub path: Option<&'a str>,
}

/// What surrounds a page of the desk once somebody is logged in.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeskFrame<'a> {
    pub frame: Frame<'a>,
    /// Who is logged in: a name.
    pub user: &'a str,
    /// What that person is: "adviseur openbare orde en veiligheid".
    pub function: &'a str,
    /// The CSRF token of this session: every form of the desk carries it as the hidden field `token`.
    pub token: &'a str,
    /// Warnings that nobody may miss, above everything else.
    pub banners: &'a [&'a str],
    /// What is no danger and must not be forgotten, below the warnings.
    pub reminders: &'a [Reminder],
    /// Whether this person reads the log.
    pub audits: bool,
    /// Until when the session lasts without another click: "14.32"; empty where there is none. And minutes until then.
    pub until: &'a str,
    pub minutes: i64,
}

/// Something that must not be forgotten, with the page where it is mended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reminder {
    pub text: String,
    pub href: &'static str,
    /// The words of the link.
    pub link: &'static str,
}

/// Which program a page without a logged-in person belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Portal,
    Desk,
}

/// Where in the desk's menu a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Work,
    Queue,
    Search,
    Meetings,
    Keeping,
    Admin,
    Log,
    /// Below a page of the menu: none is marked as current.
    Elsewhere,
}

/// A page's title and whether it comes back with errors.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Title<'a> {
    pub text: &'a str,
    pub failed: bool,
}

impl<'a> Title<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, failed: false }
    }

    /// The title says first that something must be mended, so that it is the first thing a screen reader says.
    pub(crate) const fn failed_if(text: &'a str, failed: bool) -> Self {
        Self { text, failed }
    }
}

/// A page of the portal. Titles are neutral: they stay behind in a browser's history.
pub(crate) fn portal_page(frame: &Frame, title: Title, main: &Markup) -> Markup {
    let text = frame.text;
    let link = |path: &str, key: &str| html! { li { a href=(text.path(path)) { (text.say(key)) } } };
    let header = html! {
        (masthead(frame, &text.path("/"), text.say("frame-site")))
        @if let Some(path) = frame.path { (other_languages(text, path)) }
    };
    let footer = html! {
        nav aria-label=(text.say("frame-more")) {
            ul .links {
                (link("/", "frame-start"))
                (link("/melden", "frame-report"))
                (link("/ophalen", "frame-pickup"))
                (link("/uitleg", "frame-explanation"))
                (link("/wegwijzer", "frame-signposts"))
                (link("/privacy", "frame-privacy"))
                (link("/toegankelijkheid", "frame-accessibility"))
                (link("/poster", "frame-poster"))
            }
        }
        p { (text.say("frame-no-scripts")) }
    };
    let around = Around { first: ways_out(text), header, warnings: html! {}, footer };
    skeleton("portal", frame, title, &around, main)
}

/// Help in danger, and the way out: on top of every page, and there it stays while one reads on. It stands before the
/// header so that the keyboard reaches it at once.
fn ways_out(text: Text) -> Markup {
    html! {
        nav .out aria-label=(text.say("frame-out")) {
            a href="tel:112" { (text.say("frame-danger")) }
            " "
            a .leave href=(text.path("/weg")) rel="noreferrer" { (text.say("frame-leave")) }
        }
    }
}

/// The same page in every other language, each named in its own words.
fn other_languages(text: Text, path: &str) -> Markup {
    html! {
        nav aria-label=(text.say("frame-languages")) {
            ul {
                @for other in Text::all().filter(|other| *other != text) {
                    li {
                        a href=(other.path(path)) hreflang=(other.code()) lang=(other.code()) {
                            (other.say("language-name"))
                        }
                    }
                }
            }
        }
    }
}

/// A page of the desk before anybody is logged in.
pub(crate) fn closed_desk_page(frame: &Frame, title: Title, main: &Markup) -> Markup {
    let header = masthead(frame, "/", "Werkplek signalen");
    let footer = html! { p { "Wat u hier leest is vertrouwelijk." } };
    let around = Around { first: html! {}, header, warnings: html! {}, footer };
    skeleton("desk narrow", frame, title, &around, main)
}

/// A page of the desk with menu, person and warnings.
pub(crate) fn desk_page(desk: &DeskFrame, place: Place, title: Title, main: &Markup) -> Markup {
    let header = html! {
        (masthead(&desk.frame, "/", "Werkplek signalen"))
        form .person method="post" action="/uitloggen" {
            p { a href="/account" { (desk.user) } br; span .quiet { (desk.function) } }
            input type="hidden" name="token" value=(desk.token);
            button .secondary type="submit" { "Uitloggen" }
        }
        div .where {
            nav .menu aria-label="Hoofdmenu" {
                ul {
                    (menu_item("/", "Mijn werk", place == Place::Work))
                    (menu_item("/wachtrij", "Wachtrij", place == Place::Queue))
                    (menu_item("/zoeken", "Zoeken", place == Place::Search))
                    (menu_item("/overleggen", "Overleg", place == Place::Meetings))
                    (menu_item("/bewaren", "Bewaren", place == Place::Keeping))
                    (menu_item("/beheer", "Beheer", place == Place::Admin))
                    @if desk.audits { (menu_item("/logboek", "Logboek", place == Place::Log)) }
                }
            }
            @if !desk.until.is_empty() { (until(desk)) }
        }
    };
    let warnings = html! {
        @if !desk.banners.is_empty() {
            section .banners aria-label="Waarschuwingen" {
                @for banner in desk.banners { p { strong { "Let op: " } (banner) } }
            }
        }
        @if !desk.reminders.is_empty() {
            section .banners .calm aria-label="Niet vergeten" {
                @for reminder in desk.reminders {
                    p { (reminder.text) " " a href=(reminder.href) { (reminder.link) } }
                }
            }
        }
    };
    let around = Around { first: html! {}, header, warnings, footer: desk_footer() };
    skeleton("desk", &desk.frame, title, &around, main)
}

/// Minutes after which a page says that the session ends soon: without a script only the style sheet counts, so there are
/// few to choose from. Two minutes are left at least.
const WARNINGS: [i64; 3] = [58, 13, 3];

/// Until when the session lasts, and one click that makes it last longer: in a tab of its own, so that what is being typed
/// in this one stays. What is sent too late is kept (`verder`), so nothing depends on this.
fn until(desk: &DeskFrame) -> Markup {
    let after = WARNINGS.into_iter().find(|after| *after <= desk.minutes - 2);
    html! {
        p .until {
            "Ingelogd tot " (desk.until) " uur. "
            a href="/account/blijf" target="_blank" { "Blijf ingelogd " span .spoken { "(nieuw tabblad)" } }
            @if let Some(after) = after {
                span class={ "ends after-" (after) } role="status" { strong { "Uw sessie loopt bijna af." } }
            }
        }
    }
}

/// A problem page of either program.
pub(crate) fn bare_page(frame: &Frame, side: Side, title: Title, main: &Markup) -> Markup {
    match side {
        Side::Portal => portal_page(frame, title, main),
        Side::Desk => closed_desk_page(frame, title, main),
    }
}

fn masthead(frame: &Frame, home: &str, site: &str) -> Markup {
    html! {
        a .masthead href=(home) {
            // Its name stands beside it.
            @if frame.logo { img src="/logo" alt=""; " " }
            span { strong { (frame.organisation) } " " span { (site) } }
        }
    }
}

fn menu_item(path: &str, text: &str, current: bool) -> Markup {
    html! { li { a href=(path) aria-current=[current.then_some("page")] { (text) } } }
}

fn desk_footer() -> Markup {
    html! { p { "Wat u hier leest is vertrouwelijk. Klaar? Log dan uit." } }
}

/// What stands around the main part of a page.
struct Around {
    /// Before the header.
    first: Markup,
    header: Markup,
    warnings: Markup,
    footer: Markup,
}

fn skeleton(class: &str, frame: &Frame, title: Title, around: &Around, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.text.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                title { @if title.failed { (frame.text.say("frame-error")) " " } (title.text) " | " (frame.organisation) }
                link rel="stylesheet" href="/stijl.css";
            }
            body class=(class) {
                a .skip href="#inhoud" { (frame.text.say("frame-skip")) }
                " "
                (around.first)
                header {
                    @if let Some(notice) = frame.notice { p .trial lang=[(frame.text != Text::DUTCH).then_some("nl")] { (notice) } }
                    div .bar { (around.header) }
                }
                (around.warnings)
                main #inhoud tabindex="-1" { (main) }
                footer { div .bar { (around.footer) } }
            }
        }
    }
}
