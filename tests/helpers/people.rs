//! The people: a melder with a browser, and officers with theirs.

use super::{
    browser::{Browser, Form, Page, selector},
    phone,
};

/// Somebody who saw something.
pub struct Melder {
    pub browser: Browser,
    /// What stands before every path of his language: nothing for Dutch, `/en` for English.
    language: &'static str,
}

/// What a melder tells.
#[derive(Clone)]
pub struct Tale {
    pub over_wie: &'static [&'static str],
    pub soort: &'static str,
    pub wat: String,
    /// What else is filled in on the page of the story.
    pub more: Vec<(&'static str, String)>,
}

impl Tale {
    pub fn about(over_wie: &'static [&'static str], wat: &str) -> Self {
        Self { over_wie, soort: "ondermijning", wat: wat.to_owned(), more: Vec::new() }
    }

    /// The same, with one more answer.
    pub fn with(mut self, field: &'static str, value: &str) -> Self {
        self.more.push((field, value.to_owned()));
        self
    }

    /// An ordinary signal for the AOV.
    pub fn ordinary() -> Self {
        Self::about(&["ondernemer/bedrijf"], "Bij het restaurant aan het plein wordt de huur contant betaald.")
    }
}

impl Melder {
    pub fn at(portal: &str) -> Self {
        Self { browser: Browser::at(portal), language: "" }
    }

    /// The same person reads another language, and looks back at every page afterwards.
    pub fn who_reads(mut self, language: &'static str) -> Self {
        self.browser.seen = Some(Vec::new());
        Self { language, ..self }
    }

    /// A path in his language.
    pub fn path(&self, path: &str) -> String {
        format!("{}{path}", self.language)
    }

    /// Fills in the report up to the check page.
    pub fn prepares(&mut self, tale: &Tale) -> Page {
        let page = self.comes_to_files(tale);
        self.without_files(page)
    }

    /// Sends a page of the report and goes on to the next that asks something.
    pub fn goes_on(&mut self, form: &Form) -> Page {
        let page = self.browser.submit(form);
        self.without_files(page)
    }

    /// Goes on from the page where files can be chosen, choosing none; any other page stays.
    pub fn without_files(&mut self, page: Page) -> Page {
        let html = page.html();
        let form = html.select(&selector("form[action$='/melden/bestanden']")).next();
        match form.and_then(|form| form.attr("action")) {
            Some(action) => self.browser.submit(&page.form(action)),
            None => page,
        }
    }

    /// Says whom it is about, and gets the page of the story.
    pub fn begins(&mut self, tale: &Tale) -> Page {
        let mut form = self.browser.open(&self.path("/melden")).form(&self.path("/melden/over"));
        for who in tale.over_wie {
            form = form.tick("over_wie", who);
        }
        self.browser.submit(&form)
    }

    /// Tells the story, and gets the page where files can be chosen.
    pub fn comes_to_files(&mut self, tale: &Tale) -> Page {
        let story = self.begins(tale);
        let mut form =
            story.must_be(200).form(&self.path("/melden/verhaal")).fill("soort", tale.soort).fill("wat", &tale.wat);
        for (index, (field, value)) in tale.more.iter().enumerate() {
            let again = tale.more[..index].iter().any(|(before, _)| before == field);
            form = if again { form.tick(field, value) } else { form.fill(field, value) };
        }
        let next = self.browser.submit(&form);
        if next.says("Bel eerst 112") { self.browser.submit(&next.form(&self.path("/melden/verhaal"))) } else { next }
    }

    /// Reports, and reads the words from the last page.
    pub fn reports(&mut self, tale: &Tale) -> String {
        let check = self.prepares(tale);
        let sent = self.browser.submit(&check.must_be(200).form(&self.path("/melden/versturen")));
        code_on(sent.must_be(200))
    }

    /// Enters a code.
    pub fn opens(&mut self, code: &str) -> Page {
        let form = self.browser.open(&self.path("/ophalen")).form(&self.path("/ophalen"));
        self.browser.submit(&form.fill("ophaalcode", code))
    }

    /// Writes in the opened mailbox.
    pub fn writes(&mut self, text: &str) -> Page {
        let form = self.browser.open(&self.path("/postvak")).form(&self.path("/postvak"));
        self.browser.submit(&form.fill("bericht", text))
    }

    /// Presses "hoe staat het ermee?" in the opened mailbox.
    pub fn asks_how_it_stands(&mut self) -> Page {
        let form = self.browser.open(&self.path("/postvak")).form(&self.path("/postvak/navraag"));
        self.browser.submit(&form)
    }

    /// Throws the opened mailbox away, the question answered with yes.
    pub fn throws_the_mailbox_away(&mut self) -> Page {
        let form = self.wants_to_throw_the_mailbox_away();
        self.browser.submit(&form)
    }

    /// The same up to the last button.
    pub fn wants_to_throw_the_mailbox_away(&mut self) -> Form {
        let away = self.path("/postvak/weggooien");
        let page = self.browser.open(&self.path("/postvak"));
        assert!(page.must_be(200).links().contains(&away), "{}", page.text());
        self.browser.open(&away).must_be(200).form(&away).tick("bevestig", "ja")
    }
}

/// The pickup code on the page that ends a report.
#[track_caller]
pub fn code_on(page: &Page) -> String {
    let html = page.html();
    let found = html.select(&super::browser::selector("output#ophaalcode")).next();
    let found = found.unwrap_or_else(|| panic!("no words on the page ({}):\n{}", page.status, page.text()));
    let code: String = found.text().collect();
    assert_eq!(code.split(' ').count(), 10, "ten words with single spaces: {code:?}");
    code
}

/// Somebody who works at the desk.
pub struct Officer {
    pub browser: Browser,
}

impl Officer {
    pub fn at(desk: &str) -> Self {
        Self { browser: Browser::at(desk) }
    }

    pub fn logs_in(&mut self, login: &str, password: &str) -> Page {
        let form = self.browser.open("/inloggen").form("/inloggen");
        let form = form.fill("gebruiker", login).fill("wachtwoord", password);
        let asked = form.fields.iter().any(|(name, _)| name == "code");
        let code = asked.then(|| phone::code_now(login)).flatten().unwrap_or_default();
        self.browser.submit(&if asked { form.fill("code", &code) } else { form })
    }

    /// Kenmerken in the queue, in its order.
    pub fn queue(&mut self) -> Vec<String> {
        let page = self.browser.open("/wachtrij");
        let links = page.must_be(200).links();
        links.iter().filter_map(|link| link.strip_prefix("/signalen/")).map(str::to_owned).collect()
    }

    /// The one signal in the queue.
    pub fn only_signal(&mut self) -> String {
        let queue = self.queue();
        assert_eq!(queue.len(), 1, "{queue:?}");
        queue[0].clone()
    }

    /// Looks at a signal, and does nothing.
    pub fn looks_at(&mut self, kenmerk: &str) -> Page {
        self.browser.open(&format!("/signalen/{kenmerk}"))
    }

    /// Opens a signal to work in it: says that he is not involved where he is asked.
    pub fn reads(&mut self, kenmerk: &str) -> Page {
        let page = self.looks_at(kenmerk);
        if !page.says("Bent u betrokken bij dit signaal?") {
            return page;
        }
        let action = format!("/signalen/{kenmerk}/verklaring");
        self.browser.submit(&page.form(&action).fill("betrokken", "nee")).must_be(200);
        self.looks_at(kenmerk)
    }

    /// Opens the page of who may read a signal.
    pub fn decides_who_reads(&mut self, kenmerk: &str) -> Page {
        self.reads(kenmerk);
        self.browser.open(&format!("/signalen/{kenmerk}/toegang"))
    }

    /// The form of one change on that page.
    pub fn access_form(&mut self, kenmerk: &str, step: &str) -> Form {
        let page = self.decides_who_reads(kenmerk);
        page.must_be(200).form_with(&format!("/signalen/{kenmerk}/toegang"), "stap", step)
    }

    /// Invites a colleague, found by the name that the list shows.
    pub fn invites(&mut self, kenmerk: &str, name: &str, part: &str, source: Option<&str>) -> Page {
        let page = self.decides_who_reads(kenmerk);
        let who = page.option("collega", name);
        let form = self.access_form(kenmerk, "uitnodigen").fill("collega", &who).fill("als", part);
        let form = form.fill("reden", "Nodig voor de beoordeling.").tick("bevestigd", "ja");
        let form = match source {
            Some(why) => form.tick("bron", "ja").fill("reden_bron", why),
            None => form,
        };
        self.browser.submit(&form)
    }

    /// Takes somebody's access away.
    pub fn takes_away(&mut self, kenmerk: &str, name: &str) -> Page {
        let who = self.decides_who_reads(kenmerk).option("wie", name);
        let form = self.access_form(kenmerk, "ontnemen").fill("wie", &who).fill("reden_ontnemen", "Is betrokken.");
        self.browser.submit(&form)
    }

    /// Hands a signal over to another route.
    pub fn hands_over(&mut self, kenmerk: &str, route: &str) -> Page {
        let form = self.access_form(kenmerk, "overdragen").fill("naar", route);
        let form = form.fill("reden_overdragen", "Dit gaat niet over ondermijning.").tick("bevestigd_overdragen", "ja");
        self.browser.submit(&form)
    }

    pub fn answers(&mut self, kenmerk: &str, kind: &str, text: &str) -> Page {
        let action = format!("/signalen/{kenmerk}/bericht");
        let form = self.reads(kenmerk).form(&action).fill("type", kind).fill("bericht", text);
        self.browser.submit(&form)
    }

    pub fn sets_status(&mut self, kenmerk: &str, status: &str, reason: &str) -> Page {
        let action = format!("/signalen/{kenmerk}/status");
        let form = self.reads(kenmerk).form(&action).fill("status", status).fill("reden", reason);
        self.browser.submit(&form)
    }

    /// Takes a step of which others hear, knowing that the reporter was not consulted.
    pub fn insists_on_status(&mut self, kenmerk: &str, status: &str) -> Page {
        let action = format!("/signalen/{kenmerk}/status");
        let form = self.reads(kenmerk).form(&action).fill("status", status).tick("bevestigd", "ja");
        self.browser.submit(&form)
    }

    pub fn describes(&mut self, kenmerk: &str, text: &str) -> Page {
        let action = format!("/signalen/{kenmerk}/omschrijving");
        let form = self.reads(kenmerk).form(&action).fill("omschrijving", text);
        self.browser.submit(&form)
    }

    /// Opens the weighing form and fills in everything.
    pub fn prepares_weighing(&mut self, kenmerk: &str, text: &str) -> Form {
        self.reads(kenmerk);
        let path = format!("/signalen/{kenmerk}/weging");
        let mut form = self.browser.open(&path).must_be(200).form(&path);
        for letter in "abcdefgh".chars() {
            form = form.fill(&format!("{letter}_toelichting"), &format!("{text} {letter}"));
        }
        form.fill("f_niveau", "niet van toepassing").fill("proportionaliteit", text).fill("conclusie", text)
    }

    pub fn weighs(&mut self, kenmerk: &str, text: &str) -> Page {
        let form = self.prepares_weighing(kenmerk, text);
        self.browser.submit(&form)
    }
}
