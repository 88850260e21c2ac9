//! Telephones with an app for codes, one a person. Each test has its own.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc, thread, time::Duration};

use ::domain::{Clock, FixedClock};
use ::unseal::{SecondFactor, second::STEP};

use super::browser::Page;

thread_local! {
    /// By login name: the secret, and the step of the last code that was used.
    static APPS: RefCell<BTreeMap<String, (String, i64)>> = const { RefCell::new(BTreeMap::new()) };
    /// The clock of a town; without one, that of this machine.
    static CLOCK: RefCell<Option<Arc<FixedClock>>> = const { RefCell::new(None) };
}

/// This test's telephones go by a town's clock.
pub fn lives_in(clock: &Arc<FixedClock>) {
    CLOCK.with(|own| *own.borrow_mut() = Some(Arc::clone(clock)));
}

fn now() -> i64 {
    let town = CLOCK.with(|own| own.borrow().as_ref().map(|clock| clock.now().timestamp()));
    town.unwrap_or_else(|| ::domain::SystemClock.now().timestamp())
}

/// Puts the secret of a page into an app; gives whose it is.
#[track_caller]
pub fn scans(page: &Page) -> String {
    let secret = page.texts(".offered code").first().cloned().unwrap_or_else(|| panic!("no secret: {}", page.text()));
    let login = page.texts("details strong").first().cloned().expect("whose it is");
    APPS.with(|apps| apps.borrow_mut().insert(login.clone(), (secret.replace(' ', ""), i64::MIN)));
    login
}

/// The code that an app shows at a moment.
pub fn code_at(login: &str, at: i64) -> Option<String> {
    let secret = APPS.with(|apps| apps.borrow().get(login).map(|(secret, _)| secret.clone()))?;
    SecondFactor::parse(&secret)?.code(at)
}

/// A code that was not used yet. Who was just there with the last one waits for the next.
pub fn code_now(login: &str) -> Option<String> {
    let last = APPS.with(|apps| apps.borrow().get(login).map(|(_, last)| *last))?;
    loop {
        // A clock may be a step slow or fast.
        let next = (last.saturating_add(1)).max(now() / STEP - 1);
        if next <= now() / STEP + 1 {
            APPS.with(|apps| apps.borrow_mut().get_mut(login).expect("an app").1 = next);
            return code_at(login, next * STEP);
        }
        assert!(CLOCK.with(|own| own.borrow().is_none()), "in this town time must pass before the next code");
        thread::sleep(Duration::from_secs(1));
    }
}
