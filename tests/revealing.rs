//! The name in an envelope: asked of the reporter, decided by the identiteitsbewaarder, shown to the one who asked, and to
//! nobody before, beside or after him.

mod forged;
mod guarding;
mod keys;
mod layers;

use ::domain::RouteName;
use unseal::{PrivateHalf, demo};

use crate::{
    helpers::{
        browser::{Form, Page},
        people::{Melder, Officer, Tale},
        town::{Town, add_account, noon},
    },
    journal,
};

pub const NAME: &str = "Roos Kanarie";
const REACH: &str = "Na zessen, bel de kanariekwekerij";
const REPORT: &str = "In de loods ligt geld in een koffer.";
const WHY: &str = "De officier wil weten wie getuige was.";

impl Town {
    /// People come who keep names.
    pub fn gets_keepers(&self, logins: &[&str]) {
        let (route, first) = (RouteName::Bewaarder, demo::person(logins[0]));
        let key = demo::route(route);
        for login in logins {
            self.runtime.block_on(async {
                let (own, account) = add_account(&self.store, login, "Identiteitsbewaarder", Some(route)).await;
                let on = ::domain::clock::dutch_date(noon());
                let grant = desk::admin::granted(on, &first, &key, route, &account, own.pair()).expect("a grant");
                if *login == logins[0] {
                    let row = entity::route_key::Model {
                        route,
                        encrypt: key.halves().encrypt.to_string(),
                        verify: key.halves().verify.to_string(),
                        recovery: key.wrap(&[demo::recovery().recipient().any()]).expect("sealed").into_bytes(),
                        sealed_to: None,
                    };
                    self.store.found_route(row, grant).await.expect("a route");
                } else {
                    self.store.add_membership(grant, &store::Under::first(route)).await.expect("a member");
                }
            });
        }
    }
}

/// A signal of the AOV's with a name in its envelope, or with none.
pub struct Scene {
    pub town: Town,
    pub melder: Melder,
    code: String,
    pub aov: Officer,
    pub kenmerk: String,
}

impl Scene {
    pub fn on(town: Town, name: &str) -> Self {
        town.gets_keepers(&["bewaarder", "bewaarder2"]);
        let mut melder = town.melder();
        let reach = if name.is_empty() { "" } else { REACH };
        let tale = Tale::about(&["ondernemer/bedrijf"], REPORT).with("naam", name).with("bereikbaar", reach);
        let code = melder.reports(&tale);
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.reads(&kenmerk).must_say(REPORT);
        Self { town, melder, code, aov, kenmerk }
    }

    pub fn path(&self) -> String {
        format!("/signalen/{}/naam", self.kenmerk)
    }

    pub fn page(&mut self) -> Page {
        let path = self.path();
        self.aov.browser.open(&path)
    }

    fn form(&mut self, step: &str) -> Form {
        let path = self.path();
        self.page().must_be(200).form_with(&path, "stap", step)
    }

    pub fn asks_melder(&mut self) -> Page {
        let form = self.form("melder");
        let words = form.value("bericht").replace("[vul in: waarom, in gewone woorden]", "Er komt een rechtszaak.");
        self.aov.browser.submit(&form.fill("bericht", &words).fill("reden_melder", WHY))
    }

    /// The reporter presses a button.
    pub fn melder_says(&mut self, answer: &str) -> Page {
        let page = self.melder.opens(&self.code);
        let form = page.must_be(200).form("/postvak/naam").fill("antwoord", answer);
        self.melder.browser.submit(&form)
    }

    pub fn mailbox(&mut self) -> Page {
        self.melder.opens(&self.code)
    }

    /// Puts it before the bewaarder; with a reason why the reporter was not asked, where there is a field for one.
    pub fn puts_before(&mut self) -> Page {
        let form = self.form("voorleggen").fill("reden", WHY);
        let asks_why = form.fields.iter().any(|(name, _)| name == "zonder_vragen");
        let form = if asks_why { form.fill("zonder_vragen", "Hij heeft geen tijd meer.") } else { form };
        self.aov.browser.submit(&form)
    }

    /// What a bewaarder sees of it.
    pub fn request(&self, login: &str) -> (Officer, Page) {
        let mut officer = self.town.officer(login);
        let page = officer.browser.open(&format!("/namen/{}", self.kenmerk));
        (officer, page)
    }

    pub fn decides(&self, login: &str, step: &str) -> Page {
        let path = format!("/namen/{}", self.kenmerk);
        let (mut officer, page) = self.request(login);
        let form = page.must_be(200).form(&path).fill("reden", "Dit weegt op tegen de belofte.").tick("akkoord", "ja");
        officer.browser.submit(&form.tick("stap", step))
    }

    /// Who asked looks at it after the yes, and so gives the envelope; the bewaarder opens it.
    pub fn opens(&mut self, login: &str) -> Page {
        self.page().must_be(200).must_say("De envelop mag open").must_not_say("Toon de naam");
        let path = format!("/namen/{}", self.kenmerk);
        let (mut officer, page) = self.request(login);
        officer.browser.submit(&page.must_be(200).form_with(&path, "stap", "openen"))
    }

    pub fn shows(&mut self) -> Page {
        let form = self.form("tonen");
        self.aov.browser.submit(&form)
    }

    /// Asked, answered with yes, put before the bewaarder, granted and opened.
    pub fn granted(town: Town, name: &str) -> Self {
        let mut scene = Self::on(town, name);
        scene.asks_melder().must_be(200);
        scene.melder_says("ja").must_be(200);
        scene.puts_before().must_be(200);
        scene.decides("bewaarder", "toekennen").must_be(200).must_say("Toegekend door bewaarder");
        scene.opens("bewaarder").must_be(200).must_say("De envelop is geopend");
        scene
    }
}

#[test]
fn a_name_takes_the_reporters_yes_and_the_bewaarders_and_is_shown_to_who_asked() {
    Town::each(|town| {
        let mut scene = Scene::on(town, NAME);
        scene.page().must_be(200).must_say("Alle enveloppen zien er hetzelfde uit").must_not_say("Kanarie");
        // The reporter is asked, in words that are whole.
        let unfinished = scene.form("melder").fill("reden_melder", WHY);
        scene.aov.browser.submit(&unfinished).must_be(422).must_say("Hier moet u nog iets invullen");
        scene.asks_melder().must_be(200).must_say("in het postvak van de melder").must_say("Geen antwoord is een nee");
        let page = scene.mailbox();
        page.must_say("Ook als u nee zegt, gaan wij verder").must_not_say("Wij kunnen verder als u antwoord geeft");
        page.must_say("Mag uw naam bekend worden?").must_say("Er komt een rechtszaak.").must_say("U mag nee zeggen");
        page.must_not_say(WHY);
        scene.melder_says("ja").must_be(200).must_say("U zei ja").must_say("mag u zich bedenken");
        scene.puts_before().must_be(200).must_say("ligt bij de identiteitsbewaarder");

        // The bewaarder sees who asks, why, what the reporter was asked and that he said yes; nothing of the signal.
        let mut keeper = scene.town.officer("bewaarder");
        let first = keeper.browser.open("/");
        first.must_be(200).must_say("Beslissen over een naam");
        assert!(first.links().contains(&format!("/namen/{}", scene.kenmerk)), "{:?}", first.links());
        keeper.looks_at(&scene.kenmerk).must_be(404);
        keeper.browser.open("/namen").must_be(200).must_say(&scene.kenmerk).must_say("wacht op u");
        let (_, page) = scene.request("bewaarder");
        page.must_be(200).must_say(WHY).must_say("Er komt een rechtszaak.").must_say("Ja, op 23 november 2026");
        page.must_say("Adviseur Openbare Orde en Veiligheid (aov)").must_not_say("koffer").must_not_say("Kanarie");
        let granted = scene.decides("bewaarder", "toekennen");
        granted.must_be(200).must_say("Toegekend door bewaarder").must_not_say("Kanarie").must_not_say("kanarie");
        granted.must_say("U hebt de envelop nog niet");
        keeper.browser.open("/").must_not_say("Een envelop openen").must_not_say("Beslissen over een naam");

        // Who asked hears it, and by looking gives the envelope to that bewaarder.
        scene.aov.browser.open("/").must_say("Er is beslist over de naam");
        let page = scene.page();
        page.must_say("De envelop ligt nu bij bewaarder")
            .must_say("Dit weegt op tegen de belofte.")
            .must_not_say("Kanarie");
        scene.aov.browser.open("/").must_not_say("Er is beslist over de naam").must_not_say("De envelop is open");
        keeper.browser.open("/").must_say("Een envelop openen");
        keeper.browser.open("/namen").must_say("de envelop is er");
        let (_, other) = scene.request("bewaarder2");
        other.must_be(200).must_say("Toegekend door bewaarder").must_not_say("Open de envelop");
        let opened = scene.opens("bewaarder");
        opened.must_be(200).must_say("De envelop is geopend").must_not_say("Kanarie").must_not_say("kanarie");
        keeper.browser.open("/").must_not_say("Een envelop openen");

        // He sees nothing before he presses the button.
        scene.aov.browser.open("/").must_say("De envelop is open");
        scene.page().must_say("De envelop is open").must_say("Toon de naam").must_not_say("Kanarie");
        let mut other = scene.town.officer("aov2");
        other.reads(&scene.kenmerk);
        other.browser.open(&scene.path()).must_be(200).must_not_say("Toon de naam").must_not_say("Kanarie");
        scene.mailbox().must_not_say("Uw envelop is vandaag geopend");
        let (shown, left) =
            journal::left(&scene.town, || scene.aov.browser.open(&format!("/signalen/{}/naam", scene.kenmerk)));
        assert_eq!(left, [format!("aov: naam vragen bekeken [{}] gedaan", scene.kenmerk)]);
        shown.must_not_say("Kanarie");
        let form = shown.form_with(&scene.path(), "stap", "tonen");
        let (shown, left) = journal::left(&scene.town, || scene.aov.browser.submit(&form));
        shown.must_be(200).must_say(NAME).must_say(REACH);
        scene.aov.browser.open("/").must_not_say("De envelop is open");
        assert!(left.contains(&format!("aov: naam getoond [{}] gedaan", scene.kenmerk)), "{left:?}");

        // The reporter hears that it was opened, when, and to whom.
        let page = scene.mailbox();
        page.must_say("Uw envelop is vandaag geopend").must_say("De Adviseur Openbare Orde en Veiligheid las");
        page.must_say("23 november 2026").must_not_say("Mag uw naam bekend worden?");
        // It stands on no other page, nor on this one.
        let kenmerk = scene.kenmerk.clone();
        for path in ["", "/naam", "/papier?met=melding", "/woo", "/toegang", "/brieven", "/verband"] {
            let page = scene.aov.browser.open(&format!("/signalen/{kenmerk}{path}"));
            assert!(page.status == 200 && !page.body.contains("Kanarie"), "{path} ({}): {}", page.status, page.text());
        }
        let search = scene.aov.browser.open("/zoeken").form("/zoeken");
        scene.aov.browser.submit(&search.fill("zoek", "Kanarie")).must_not_say(&kenmerk);
        // Again, and it is in the log again; the reporter is not told twice.
        scene.shows().must_be(200).must_say(NAME);
        assert_eq!(scene.mailbox().text().matches("vandaag geopend").count(), 1);
        let said = journal::said(&journal::lines(&scene.town));
        let of = |line: &str| said.iter().filter(|said| **said == line).count();
        assert_eq!(of(&format!("aov: naam getoond [{kenmerk}] gedaan")), 2, "{said:?}");
        assert_eq!(of(&format!("bewaarder: naam toegekend [{kenmerk}] gedaan")), 1, "{said:?}");
        assert_eq!(of(&format!("bewaarder: envelop geopend [{kenmerk}] gedaan")), 1, "{said:?}");
        assert_eq!(of(&format!("aov: naam gevraagd [{kenmerk}] gedaan")), 1, "{said:?}");
    });
}

#[test]
fn an_empty_envelope_looks_like_any_other_until_it_is_shown() {
    let mut pages = Vec::new();
    for name in [NAME, ""] {
        let mut scene = Scene::granted(Town::new(), name);
        let (_, page) = scene.request("bewaarder");
        let words = [page.text(), scene.page().text(), scene.aov.browser.open("/").text()];
        pages.push(words.map(|words| words.replace(&scene.kenmerk, "K")));
        let shown = scene.shows();
        shown.must_be(200);
        assert_eq!(shown.says("De envelop is leeg"), name.is_empty());
        pages.push([scene.mailbox().text(), String::new(), String::new()]);
    }
    assert_eq!(pages[0], pages[2]);
    assert_eq!(pages[1], pages[3], "and the reporter is told the same");
}

#[test]
fn a_no_is_a_no_and_so_is_silence_and_he_may_change_his_mind() {
    Town::each(|town| {
        let mut scene = Scene::on(town, NAME);
        let before = scene.form("voorleggen").fill("reden", WHY).fill("zonder_vragen", "Geen tijd.");
        scene.asks_melder().must_be(200);
        // Whoever still has the form of before he asked gets no further with it.
        scene.aov.browser.submit(&before).must_be(422).must_say("Geen antwoord is een nee");
        scene.melder_says("nee").must_be(200).must_say("U zei nee");
        scene.page().must_say("De envelop blijft dicht").must_not_say("Leg het verzoek voor");
        scene.aov.browser.submit(&before).must_be(422).must_say("De melder zei nee");
        // Pressed twice is said once.
        scene.melder_says("ja").must_be(200);
        let form = scene.mailbox().form("/postvak/naam").fill("antwoord", "ja");
        scene.melder.browser.submit(&form).must_be(200);
        assert_eq!(scene.mailbox().text().matches("Ja, mijn naam mag bekend worden.").count(), 1);
        scene.puts_before().must_be(200);
        scene.decides("bewaarder", "toekennen").must_be(200);
        // He thinks better of it before the envelope was given: it is not.
        scene.melder_says("nee").must_be(200);
        scene.page().must_be(200).must_say("De envelop blijft dicht");
        scene.request("bewaarder").1.must_say("U hebt de envelop nog niet").must_not_say("Open de envelop");
        scene.melder_says("ja").must_be(200);
        scene.opens("bewaarder").must_be(200).must_say("De envelop is geopend");
        // And before the name was shown: it is not.
        let form = scene.form("tonen");
        scene.melder_says("nee").must_be(200);
        scene.aov.browser.submit(&form).must_be(422).must_say("De melder zegt nu nee").must_not_say(NAME);
        scene.page().must_not_say("Toon de naam");
    });
}

#[test]
fn without_asking_the_reporter_the_bewaarder_must_agree_to_the_reason() {
    let mut scene = Scene::on(Town::new(), NAME);
    let empty = scene.form("voorleggen");
    scene
        .aov
        .browser
        .submit(&empty)
        .must_be(422)
        .must_say("Schrijf waarom u de naam nodig hebt")
        .must_say("Vraag het eerst");
    scene.puts_before().must_be(200);
    let (mut keeper, page) = scene.request("bewaarder");
    page.must_say("De melder is niet gevraagd").must_say("Hij heeft geen tijd meer.").must_say("U kunt niet nagaan");
    let form = page.form(&format!("/namen/{}", scene.kenmerk)).fill("reden", "Goed.").tick("stap", "toekennen");
    keeper.browser.submit(&form).must_be(422).must_say("Vink aan dat u die reden goed vindt").must_say("Goed.");
    scene.decides("bewaarder", "toekennen").must_say("Toegekend door bewaarder");
    scene.opens("bewaarder").must_be(200);
    scene.shows().must_be(200).must_say(NAME);
    // He was not asked, and is told all the same.
    scene.mailbox().must_say("Uw envelop is vandaag geopend");
}
