//! The way of a report: out, and back with the answer.

use domain::{PickupCode, canary::Link};

use crate::{Broken, Browser};

/// Sends a report of one text, page by page, and gives its ten words. `mark` signs the form's nonce; `reader` is the route that
/// the check page must name before anything is sent: a portal that does not know the mark would give it to people.
pub fn report(
    browser: &mut Browser,
    story: &str,
    reader: &str,
    trace: &str,
    mark: impl FnOnce(&str) -> String,
) -> Result<PickupCode, Broken> {
    browser.get("/")?.must_be_fine()?;
    let page = browser.get(&format!("/melden?{trace}"))?.must_be_fine()?;
    let form = page.form("/melden/over")?;
    let nonce = form.value("nonce").ok_or_else(|| page.odd("has a form without a nonce"))?;
    let mark = mark(nonce);
    let page = browser.submit(&form.fill("over_wie", "weet ik niet").fill("kanarie", &mark))?.must_be_fine()?;
    let form = page.form("/melden/verhaal")?.fill("soort", "ondermijning").fill("wat", story);
    let page = browser.submit(&form)?;
    let unknown = |status| Broken::at(Link::Recognition, format!("the portal refuses the mark (status {status})"));
    if page.status() == 403 {
        return Err(unknown(page.status()));
    }
    let page = page.must_be_fine()?;
    let page = browser.submit(&page.form("/melden/bestanden")?)?.must_be_fine()?;
    if !page.says(story) {
        return Err(page.odd("does not show what was typed"));
    }
    let form = page.form("/melden/versturen")?;
    if form.value("lezer") != Some(reader) {
        return Err(Broken::at(Link::Recognition, format!("the portal would give it to {:?}", form.value("lezer"))));
    }
    let page = browser.submit(&form)?;
    if page.status() == 503 {
        return Err(Broken::at(Link::Arrival, "the portal says that it did not receive it".to_owned()));
    }
    let page = page.must_be_fine()?;
    let words = page.words_in("output", "ophaalcode")?;
    PickupCode::parse(&words).map_err(|_| page.odd("shows no ten words"))
}

/// Opens the mailbox of ten words, looks for the answer, and closes it on this browser.
pub fn pick_up(browser: &mut Browser, code: &PickupCode, answer: &str) -> Result<(), Broken> {
    let words: Vec<_> = code.words().iter().map(|word| word.text()).collect();
    let page = browser.get("/ophalen")?.must_be_fine()?;
    let page = browser.submit(&page.form("/ophalen")?.fill("ophaalcode", &words.join(" ")))?;
    let missed = |why: String| Broken::at(Link::Pickup, why);
    if page.status() != 200 {
        return Err(missed(format!("the mailbox does not open (status {})", page.status())));
    }
    if !page.says(answer) {
        return Err(missed("the mailbox opens, and the answer is not in it".to_owned()));
    }
    let close = page.form("/postvak/sluiten")?;
    browser.submit(&close)?.must_be_fine()?;
    if browser.has_cookie() {
        return Err(missed("the mailbox does not close".to_owned()));
    }
    Ok(())
}
