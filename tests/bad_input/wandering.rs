//! Back and forth through the pages of the report in any order, with files: whatever button is pressed, nothing typed and
//! nothing chosen is lost, and what is sent in the end is what was told.

use rand::{RngExt, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use crate::{
    files::picture,
    helpers::{
        browser::{Form, Page, selector},
        people::{Melder, Tale, code_on},
        town::Town,
    },
};

/// A button of a page's form: where it posts, and what it says by that.
#[derive(Debug, Clone)]
struct Button {
    action: String,
    says: Option<(String, String)>,
}

/// The page's form as it stands, and every button that a visitor sees.
fn offered(page: &Page) -> (Form, Vec<Button>) {
    let html = page.html();
    let form = html.select(&selector("main form")).next().expect("a form");
    let own = form.attr("action").expect("an action").to_owned();
    let button = |button: scraper::ElementRef<'_>| {
        let says =
            button.attr("name").map(|name| (name.to_owned(), button.attr("value").unwrap_or_default().to_owned()));
        Button { action: button.attr("formaction").unwrap_or(&own).to_owned(), says }
    };
    let buttons = form.select(&selector("button[type=submit]:not([hidden])")).map(button).collect();
    (page.form(&own), buttons)
}

fn pressed(mut form: Form, button: &Button) -> Form {
    form.action.clone_from(&button.action);
    match &button.says {
        Some((name, value)) => form.tick(name, value),
        None => form,
    }
}

/// What the wanderer told by now: it must stand in every page's form, shown or hidden.
struct Told {
    places: Vec<(&'static str, String)>,
    files: Vec<String>,
}

impl Told {
    #[track_caller]
    fn must_stand_on(&self, page: &Page, way: &[Button]) {
        let (form, _) = offered(page);
        for (field, value) in &self.places {
            assert_eq!(form.value(field), value, "{field} after {way:#?}");
        }
        assert_eq!(form.value("bestanden").is_empty(), self.files.is_empty(), "files after {way:#?}");
        if !page.texts(".files bdi").is_empty() {
            assert_eq!(page.texts(".files bdi"), self.files, "after {way:#?}");
        }
    }
}

/// Presses forty buttons in an order of its own, and writes and chooses on the way.
fn wanders(melder: &mut Melder, seed: u64) -> (Told, Page) {
    let mut luck = StdRng::seed_from_u64(seed);
    let tale = Tale::about(&["burger"], "Een verhaal.").with("direct_gevaar", "ja").with("naam", "Roos Test");
    let mut page = melder.comes_to_files(&tale);
    let places = vec![("wat", "Een verhaal.".to_owned()), ("naam", "Roos Test".to_owned())];
    let mut told = Told { places, files: Vec::new() };
    let mut way = Vec::new();
    for step in 0..40 {
        page.must_be(200);
        told.must_stand_on(&page, &way);
        let (mut form, buttons) = offered(&page);
        let here: Vec<_> = buttons.iter().filter(|button| !button.action.ends_with("/versturen")).cloned().collect();
        let button = here.choose(&mut luck).expect("a button").clone();
        if form.action.ends_with("/verhaal") && page.says("Waar?") && luck.random_bool(0.5) {
            let where_ = format!("Plek {step}");
            form = form.fill("waar", &where_);
            told.places.retain(|(field, _)| *field != "waar");
            told.places.push(("waar", where_));
        }
        match &button.says {
            Some((name, value)) if name == "verwijder" => {
                let at = page
                    .html()
                    .select(&selector(".files button[name=verwijder]"))
                    .position(|b| b.attr("value") == Some(value));
                told.files.remove(at.expect("the file of the button"));
            }
            says if form.action.ends_with("/bestanden")
                && told.files.len() < 10
                && (says.as_ref().is_some_and(|(_, value)| value == "toevoegen") || luck.random_bool(0.3)) =>
            {
                let name = format!("foto {step}.png");
                form = form.attach("bijlagen", &name, &picture(&format!("{seed} {step}")));
                told.files.push(name);
            }
            _ => {}
        }
        page = melder.browser.submit(&pressed(form, &button));
        way.push(button);
    }
    (told, page)
}

#[test]
fn back_and_forth_in_any_order_loses_nothing() {
    let town = Town::new();
    for seed in 0..6 {
        let mut melder = town.melder();
        let (told, page) = wanders(&mut melder, seed);
        let (form, _) = offered(&page);
        let check = melder.browser.submit(&Form { action: "/melden/controle".into(), ..form });
        check.must_be(200);
        assert_eq!(check.texts(".files bdi"), told.files);
        code_on(melder.browser.submit(&check.form("/melden/versturen")).must_be(200));
        let mut aov = town.officer("aov");
        let read: Vec<_> = aov.queue().iter().map(|kenmerk| aov.reads(kenmerk)).collect();
        let place = told.places.iter().find(|(field, _)| *field == "waar").map_or("", |(_, value)| value);
        let own = read.iter().filter(|page| page.says(place)).any(|page| {
            page.html().select(&selector("a[href*='/bestanden/'][href$='naam=eigen']")).count() == told.files.len()
        });
        assert!(own, "no signal has {place} and {:?}", told.files);
    }
}
