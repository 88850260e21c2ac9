//! Verrijking through the pages: a question to a function, hit or no hit first, details only when asked, sources that
//! somebody approves; and what nobody else can do.

mod asking;
mod refusals;
mod renewed;
mod story;

use ::domain::{Kind, Side};

use crate::helpers::{
    browser::{Form, Page},
    people::{Melder, Officer, Tale},
    town::Town,
};

const REPORT: &str = "Mijn baas zet elke vrijdag een koffer met geld in de keet achter het kantoor.";
const WORKED_UP: &str = "Mogelijk contant geld op een bouwplaats.";
/// The functions of the town's people.
const JURIST: &str = "Jurist openbare orde en veiligheid";

/// A signal of the AOV's, worked up; the jurist and the behandelaar (here: who watches over privacy) can open it.
struct Scene {
    town: Town,
    melder: Melder,
    code: String,
    aov: Officer,
    jurist: Officer,
    privacy: Officer,
    kenmerk: String,
}

impl Scene {
    fn new() -> Self {
        Self::in_town(Town::new())
    }

    fn in_town(town: Town) -> Self {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        aov.describes(&kenmerk, WORKED_UP).must_be(200);
        for guest in ["jurist", "behandelaar"] {
            aov.invites(&kenmerk, guest, "deelnemer aan het overleg", None).must_be(200);
        }
        let (mut jurist, mut privacy) = (town.officer("jurist"), town.officer("behandelaar"));
        jurist.reads(&kenmerk).must_be(200);
        privacy.reads(&kenmerk).must_be(200);
        Self { town, melder, code, aov, jurist, privacy, kenmerk }
    }

    /// The page of all questions.
    fn path(&self) -> String {
        format!("/signalen/{}/verrijking", self.kenmerk)
    }

    /// The form of a question, filled in well.
    fn asking(&mut self) -> Form {
        let path = self.path();
        let page = self.aov.browser.open(&path);
        let who = page.must_be(200).option("collega", "jurist");
        let form = page.form_with(&path, "stap", "vragen").fill("collega", &who);
        let form = form.fill("vraag", "Staat er op Dorpsstraat 5 een vergunning op naam?");
        let form = form.fill("doel", "Nagaan of het bouwterrein klopt met de vergunning.");
        let form = form.fill("grondslag", "Algemene wet bestuursrecht, titel 5.2").tick("bronnen", "Kadaster");
        form.tick("bronnen", "vergunningen en ontheffingen").tick("bevestigd", "ja")
    }

    /// Puts that question, and returns its path.
    fn asks(&mut self) -> String {
        let form = self.asking();
        let page = self.aov.browser.submit(&form);
        page.must_be(200).must_say("Uw vraag staat klaar");
        newest(&page)
    }

    /// The same, with the sources to be approved first.
    fn asks_with_approval(&mut self) -> String {
        let path = self.path();
        let approver = self.aov.browser.open(&path).option("toets", "behandelaar");
        let form = self.asking().fill("toets", &approver);
        newest(self.aov.browser.submit(&form).must_be(200))
    }

    /// How many acts of verrijking the database holds.
    fn acts(&self) -> usize {
        let (store, kenmerk) = (&self.town.store, self.kenmerk.parse().expect("a kenmerk"));
        let stored = self.town.runtime.block_on(store.signal_by_kenmerk(&kenmerk)).expect("read").expect("a signal");
        let of_kind = |row: &&::seal::Row| row.place.side == Side::Case && row.place.kind == Kind::Enrichment;
        stored.items.iter().filter(of_kind).count()
    }
}

/// The address of the newest question on a page.
fn newest(page: &Page) -> String {
    let found = page.links().into_iter().find(|link| link.contains("/verrijking/"));
    found.unwrap_or_else(|| panic!("no question: {}", page.text()))
}

/// The form of one step on the page of a question.
fn step(officer: &mut Officer, question: &str, step: &str) -> Form {
    officer.browser.open(question).must_be(200).form_with(question, "stap", step)
}

fn offers(page: &Page, step: &str) -> bool {
    let css = format!("input[name=stap][value='{step}']");
    page.html().select(&crate::helpers::browser::selector(&css)).count() > 0
}

fn answers(officer: &mut Officer, question: &str, outcome: &str, reason: &str) -> Page {
    let form = step(officer, question, "beantwoorden").fill("uitkomst", outcome).fill("reden_antwoord", reason);
    officer.browser.submit(&form)
}
