//! What people, browsers and strangers send by mistake or on purpose: it is refused in words, nothing typed is lost,
//! and nothing is stored that should not be.

mod desk;
mod mailbox;
mod report;
mod story;
mod wandering;

use domain::{AccountId, RouteName};
use store::Reach;
use uuid::Uuid;

use crate::helpers::{
    browser::{Page, selector},
    town::Town,
};

const FORM: &str = "application/x-www-form-urlencoded";

/// How many signals the database holds.
fn stored(town: &Town) -> usize {
    let reach = Reach { routes: RouteName::ALL.to_vec(), account: AccountId(Uuid::nil()) };
    town.runtime.block_on(town.store.marks(&reach)).expect("marks").len()
}

/// A form that came back: a summary of errors that has the focus, each error a link to its field, and the same sentence
/// at the field.
#[track_caller]
fn refused(page: &Page, fields: &[&str]) {
    page.must_be(422);
    let html = page.html();
    let one = |css: &str| {
        let found = html.select(&selector(css)).count();
        assert_eq!(found, 1, "{found} times {css} on:\n{}", page.text());
    };
    one("section.summary h2[autofocus]");
    assert!(page.texts("title")[0].starts_with("Fout: "), "{:?}", page.texts("title"));
    let links: Vec<String> = page.links().into_iter().filter(|link| link.starts_with('#')).collect();
    for field in fields {
        assert!(links.contains(&format!("#{field}")), "no link to {field} in {links:?}:\n{}", page.text());
        one(&format!("#{field}"));
        one(&format!("#{field}-fout"));
        let (sentence, at_field) =
            (page.texts(&format!("section.summary a[href='#{field}']")), page.texts(&format!("#{field}-fout p")));
        assert_eq!(format!("Fout: {}", sentence[0]), at_field[0]);
    }
    let found = html.select(&selector("section.summary li")).count();
    assert_eq!(found, fields.len(), "{:?}", page.texts("section.summary li"));
}
