//! The end of a closed signal: kept as long as the municipality decided, held where somebody says why, destroyed by two.

mod forged;
mod renewed;

use ::domain::{
    Clock, Status,
    retention::{Due, Outcome},
};
use chrono::{Months, NaiveDate, TimeDelta};
use desk::destruction::{self, Planned, Run, Verdict};
use sea_orm::{ConnectionTrait, Database, Statement};

use crate::files::picture;
use crate::helpers::{
    browser::Page,
    people::{Melder, Officer, Tale, code_on},
    town::{Town, retention, routes},
};

const REPORT: &str = "De kas van het zwembad klopt nooit.";
const TWELVE_MONTHS: TimeDelta = TimeDelta::days(365);

/// A signal that was closed at screening, and what its melder has of it.
pub struct Closed {
    pub town: Town,
    pub kenmerk: String,
    code: String,
}

impl Closed {
    pub fn on(town: Town) -> Self {
        let mut melder = town.melder();
        let files = melder.comes_to_files(&Tale::about(&["ondernemer/bedrijf"], REPORT));
        let with_file = files.form("/melden/bestanden").attach("bijlagen", "kas.png", &picture("kas"));
        let check = melder.browser.submit(&with_file);
        let code = code_on(&melder.browser.submit(&check.must_be(200).form("/melden/versturen")));
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        aov.sets_status(&kenmerk, "Afgehandeld", "Te weinig om mee verder te gaan.").must_be(200);
        town.officer("aov2").reads(&kenmerk).must_say(REPORT);
        Self { town, kenmerk, code }
    }

    fn path(&self) -> String {
        format!("/signalen/{}/bewaren", self.kenmerk)
    }

    fn page(&self, login: &str) -> (Officer, Page) {
        let mut officer = self.town.officer(login);
        officer.reads(&self.kenmerk);
        let page = officer.browser.open(&self.path());
        (officer, page)
    }

    /// Somebody presses one of the page's buttons.
    fn presses(&self, login: &str, step: &str, fields: &[(&str, &str)]) -> Page {
        let (mut officer, page) = self.page(login);
        let mut form = page.must_be(200).form_with(&self.path(), "stap", step);
        for (name, value) in fields {
            form = form.fill(name, value);
        }
        officer.browser.submit(&form)
    }

    pub fn consents(&self, login: &str) -> Page {
        let (mut officer, page) = self.page(login);
        let form = page.must_be(200).form_with(&self.path(), "stap", "instemmen").tick("gezien", "ja");
        officer.browser.submit(&form)
    }

    /// What the desk does every night, and `retention run` when asked.
    fn runs(&self, dry: bool) -> Vec<Planned> {
        let (store, files) = (&self.town.store, &self.town.attachments.files);
        let routes = routes(::domain::RouteName::ALL);
        let run = Run::by_operator(self.town.clock.now(), dry);
        self.town.runtime.block_on(destruction::run(store, files, &routes, &run)).expect("a run")
    }

    fn verdict(&self) -> Verdict {
        let plan = self.runs(true);
        assert_eq!(plan.len(), 1, "{plan:?}");
        plan[0].verdict.clone()
    }

    /// Its time goes by, two members consent, and the night comes.
    pub fn is_destroyed(&self) {
        self.town.later(TWELVE_MONTHS);
        for login in ["aov", "aov2"] {
            self.consents(login).must_be(200);
        }
        assert!(self.runs(false)[0].destroyed);
    }

    /// What members signed so far.
    fn statements(&self) -> String {
        let kenmerk = self.kenmerk.parse().expect("a kenmerk");
        let whole = self.town.runtime.block_on(self.town.store.signal_by_kenmerk(&kenmerk)).expect("read");
        let signal = whole.expect("a signal").signal.id;
        self.town.runtime.block_on(self.town.store.consent(signal)).expect("read").expect("a consent")
    }

    /// How many rows of a table there are.
    pub fn count(&self, table: &str) -> i64 {
        self.town.runtime.block_on(async {
            let db = Database::connect(&self.town.url).await.expect("a connection");
            let sql = format!("SELECT COUNT(*) FROM {table}");
            let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("a count");
            row.expect("a row").try_get_by_index(0).expect("a number")
        })
    }

    fn kept_files(&self) -> usize {
        self.town.runtime.block_on(self.town.attachments.files.kept()).expect("files").len()
    }
}

#[test]
fn two_members_consent_and_one_line_is_left() {
    Town::each(|town| {
        let scene = Closed::on(town);
        let mut melder = scene.town.melder();
        melder.opens(&scene.code).must_say("Afgerond").must_say("minstens tot 23 november 2027");
        scene.town.officer("aov").browser.open("/bewaren").must_be(200).must_say("Later (1)").must_say(&scene.kenmerk);
        scene.town.officer("aov").browser.open("/").must_not_say("afgesloten signaal");
        // Before its time nobody can.
        let (_, page) = scene.page("aov");
        page.must_say("23 november 2027").must_say("lijst 1").must_say("nog niet voorbij");
        page.must_not_say("Onderteken mijn instemming");
        scene.town.later(TWELVE_MONTHS - TimeDelta::days(20));
        scene.town.officer("aov").browser.open("/bewaren").must_say("Binnen dertig dagen (1)");
        // The first page leads there, for who has something to decide; the menu always does.
        scene.town.officer("aov2").browser.open("/").must_say("1 afgesloten signaal: de bewaartermijn is voorbij, of");
        let other = scene.town.officer("burgemeester").browser.open("/");
        other.must_not_say("afgesloten signaal");
        assert!(other.links().contains(&"/bewaren".to_owned()));
        scene.town.later(TimeDelta::days(20));
        scene.town.officer("aov").browser.open("/bewaren").must_say("De termijn is voorbij (1)");

        let unseen = scene.presses("aov", "instemmen", &[]);
        unseen.must_be(422).must_say("u stemt alleen in met wat u heeft bekeken");
        scene.consents("aov").must_be(200).must_say("Een tweede lid moet dit ook doen");
        assert_eq!(scene.verdict(), Verdict::OneConsent);
        // The same member is not two.
        let (_, page) = scene.page("aov");
        page.must_not_say("Onderteken mijn instemming");
        assert!(scene.runs(false).iter().all(|planned| !planned.destroyed));
        scene.consents("aov2").must_be(200).must_say("de eerstvolgende nacht vernietigd");
        assert_eq!(scene.verdict(), Verdict::Due);
        assert_eq!((scene.count("signal"), scene.kept_files()), (1, 1), "looking destroys nothing");
        assert!(scene.runs(false)[0].destroyed);

        for table in ["signal", "item", "head", "key_wrap", "file", "consent"] {
            assert_eq!(scene.count(table), 0, "{table}");
        }
        assert_eq!((scene.count("destroyed"), scene.kept_files()), (1, 0));
        assert!(scene.runs(false).is_empty());
        // Who saw it before is not told that somebody stole it, and finds the line.
        for login in ["aov", "aov2"] {
            let mut officer = scene.town.officer(login);
            officer.browser.open("/").must_be(200).must_not_say("is weg");
            officer.looks_at(&scene.kenmerk).must_be(404);
            let list = officer.browser.open("/bewaren");
            list.must_say(&scene.kenmerk).must_say("23 november 2027").must_say("afgesloten bij de voorscreening");
            list.must_say("lijst 1").must_say("Definitief op 23 december 2027");
        }
        scene.town.melder().opens(&scene.code).must_say("lang geleden afgerond");
        // Other routes do not see that there ever was one.
        scene.town.officer("burgemeester").browser.open("/bewaren").must_not_say(&scene.kenmerk);
    });
}

#[test]
fn what_is_held_is_not_destroyed_and_what_is_added_asks_for_another_look() {
    let scene = Closed::on(Town::new());
    scene.town.later(TWELVE_MONTHS);
    scene.presses("aov", "vasthouden", &[("reden", " ")]).must_be(422).must_say("waarom u het vasthoudt");
    scene.presses("aov", "vasthouden", &[("reden", "Er loopt een rechtszaak.")]).must_be(200).must_say("rechtszaak");
    let (mut aov, page) = scene.page("aov2");
    page.must_say("Geef het eerst vrij").must_not_say("Onderteken mijn instemming");
    aov.browser.open("/").must_not_say("afgesloten signaal");
    aov.browser.open("/bewaren").must_say("Wordt vastgehouden (1)").must_say("Niets wacht op vernietiging");
    scene.presses("aov2", "vrijgeven", &[("reden", "De zaak is klaar.")]).must_be(200);
    scene.consents("aov").must_be(200);
    scene.consents("aov2").must_be(200);
    assert_eq!(scene.verdict(), Verdict::Due);
    // The reporter still has something to say.
    let mut melder = scene.town.melder();
    melder.opens(&scene.code).must_be(200);
    melder.writes("Ik vond de bonnetjes.").must_be(200);
    assert_eq!(scene.verdict(), Verdict::Changed);
    assert!(!scene.runs(false)[0].destroyed);
    assert_eq!(scene.kept_files(), 1, "what goes on keeps its files");
    let (_, page) = scene.page("aov");
    page.must_say("Er kwam iets bij nadat iemand instemde").must_say("Onderteken mijn instemming");
    // Held again after both consented: the same.
    scene.consents("aov").must_be(200).must_say("Een tweede lid moet dit ook doen");
    scene.consents("aov2").must_be(200);
    scene.presses("aov", "vasthouden", &[("reden", "Toch een klacht.")]).must_be(200);
    assert_eq!(scene.verdict(), Verdict::Changed);
    scene.presses("aov", "vrijgeven", &[("reden", "Ingetrokken.")]).must_be(200);
    scene.consents("aov").must_be(200);
    let signed = scene.statements();
    scene.presses("aov2", "intrekken", &[]).must_be(200);
    assert!(scene.runs(false).is_empty());
    // Somebody with the database puts back what was signed: it is worth nothing any more.
    scene.plants(signed);
    assert_eq!(scene.verdict(), Verdict::Changed);
}

#[test]
fn who_waits_for_an_answer_does_not_lose_his_mailbox() {
    let scene = Closed::on(Town::new());
    let mut aov = scene.town.officer("aov");
    aov.sets_status(&scene.kenmerk, "Heropend", "Toch nog eens kijken.").must_be(200);
    let mut melder: Melder = scene.town.melder();
    aov.sets_status(&scene.kenmerk, "In voorscreening", "").must_be(200);
    aov.answers(&scene.kenmerk, "Terugkoppeling", "Wij gaan er niet mee verder.").must_be(200);
    melder.opens(&scene.code).must_not_say("minstens tot");
    melder.asks_how_it_stands().must_be(200);
    aov.sets_status(&scene.kenmerk, "Afgehandeld", "Het blijft te weinig.").must_be(200);
    scene.town.later(TWELVE_MONTHS);
    let (_, page) = scene.page("aov");
    page.must_say("De melder vroeg hoe het staat").must_not_say("Onderteken mijn instemming");
    scene.town.officer("burgemeester").browser.open(&scene.path()).must_be(404);
}

#[test]
fn nobody_consents_alone_or_unread() {
    let town = Town::new();
    town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let path = format!("/signalen/{kenmerk}/bewaren");
    aov.looks_at(&kenmerk).must_be(200);
    aov.browser.open(&path).must_be(403).must_not_say(REPORT);
    aov.reads(&kenmerk);
    aov.browser.open(&path).must_be(200).must_say("nog open");
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    aov.sets_status(&kenmerk, "Afgehandeld", "Te weinig.").must_be(200);
    town.later(TWELVE_MONTHS);
    let page = town.officer("aov").browser.open(&path);
    page.must_say("Vraag eerst een ander lid").must_not_say("Onderteken mijn instemming");
}

#[test]
fn without_a_term_nothing_ends_and_the_desk_says_so() {
    let scene = Closed::on(Town::without_terms());
    let mut melder = scene.town.melder();
    melder.opens(&scene.code).must_say("Afgerond").must_not_say("minstens tot");
    scene.town.later(TimeDelta::days(20 * 365));
    let (mut aov, page) = scene.page("aov");
    page.must_say("nog geen bewaartermijn ingesteld").must_not_say("Onderteken mijn instemming");
    let list = aov.browser.open("/bewaren");
    list.must_say("Geen termijn ingesteld (1)").must_say("Er is nog geen bewaartermijn ingesteld voor");
}

#[test]
fn a_file_that_was_gone_already_does_not_stop_the_end() {
    // Somebody lost it, or the storage did.
    let scene = Closed::on(Town::new());
    scene.town.later(TWELVE_MONTHS);
    scene.consents("aov").must_be(200);
    scene.consents("aov2").must_be(200);
    let files = scene.town.runtime.block_on(scene.town.attachments.files.kept()).expect("files");
    for file in files {
        let remove = scene.town.attachments.files.remove(store::Shelf::Kept, file);
        scene.town.runtime.block_on(remove).expect("removed");
    }
    assert!(scene.runs(false)[0].destroyed);
    assert_eq!(scene.count("signal"), 0);
}

#[test]
fn how_a_signal_ended_follows_from_its_statuses() {
    use Status::{
        Afgehandeld, Doorgeleid, Gewogen, Heropend, InFeitenonderzoek, InVoorscreening, InWeging, RapportGereed,
    };
    for (statuses, outcome) in [
        (&[InVoorscreening, Afgehandeld][..], Outcome::Screened),
        (&[InVoorscreening, Afgehandeld, Heropend, InVoorscreening, Afgehandeld], Outcome::Screened),
        (&[InVoorscreening, InWeging, Gewogen, Afgehandeld], Outcome::NoFollowUp),
        (&[InWeging, Gewogen, Doorgeleid, Afgehandeld], Outcome::Forwarded),
        (&[InWeging, Gewogen, InFeitenonderzoek, RapportGereed, Doorgeleid, Afgehandeld], Outcome::Investigated),
    ] {
        assert_eq!(Outcome::of(statuses), outcome, "{statuses:?}");
    }
}

#[test]
fn a_term_is_counted_in_months_of_the_calendar() {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let rules = retention();
    for (closed, until) in [
        ("2026-11-23", "2027-11-23"),
        ("2027-02-28", "2028-02-28"),
        ("2028-02-29", "2029-02-28"),
        ("2026-12-31", "2027-12-31"),
    ] {
        assert_eq!(rules.until(Outcome::Screened, day(closed)), Some(day(until)), "{closed}");
    }
    assert_eq!(rules.final_on(day("2027-11-23")), day("2027-12-23"));
    let until = day("2027-11-23");
    let before = |days| until.checked_sub_days(chrono::Days::new(days)).expect("a day");
    for (today, due) in [(before(31), Due::Later), (before(30), Due::Soon), (before(1), Due::Soon), (until, Due::Past)]
    {
        assert_eq!(Due::of(until, today), due, "{today}");
    }
    assert_eq!(Due::of(until, until.checked_add_months(Months::new(9)).expect("a day")), Due::Past);
}
