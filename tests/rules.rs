//! The rules of docs/rules.md, each by its number, through the pages.

use chrono::TimeDelta;
use entity::key_wrap;
use sea_orm::{Database, EntityTrait};

use crate::{
    helpers::{people::Tale, town::Town},
    journal::left,
    keeping::Closed,
    protocol::Scene,
};
use ::domain::protocol::StepKind;

#[test]
fn r1_who_a_signal_is_about_decides_weighs_and_reads_nothing_of_it() {
    let mut scene = Scene::about_burgemeester(Town::new());
    let mut burgemeester = scene.town.officer("burgemeester");
    for page in ["", "/weging", "/onderzoek"] {
        burgemeester.browser.open(&format!("/signalen/{}{page}", scene.kenmerk)).must_be(404);
    }
    // Nor invited, under whatever title that names the office.
    scene.town.knows("voorzitter", "jurist", "Burgemeester");
    scene.town.knows("voorzitter", "behandelaar", "Jurist");
    let form = scene.officer.access_form(&scene.kenmerk, "uitnodigen").fill("collega", &scene.town.account("jurist"));
    let form = form.fill("als", "behandelaar").fill("reden", "Kent de zaak.").tick("bevestigd", "ja");
    scene.officer.browser.submit(&form).must_be(422).must_say("Het signaal gaat over iemand met deze functie");
    // Nor named as who decides.
    for kind in [StepKind::Vooronderzoek, StepKind::Betrokkene, StepKind::Bevindingen] {
        scene.takes(kind, &[]).must_be(200);
    }
    let page = scene.takes(StepKind::Besluit, &[("besluit_door", "burgemeester")]);
    page.must_be(422).must_say("het signaal gaat erover");
}

#[test]
fn r2_a_signal_of_burgemeester_or_integriteitscommissie_is_not_sealed_to_the_aov() {
    for (subject, route) in [
        ("wethouder", "burgemeester"),
        ("burgemeester", "integriteitscommissie"),
        ("raadslid", "integriteitscommissie"),
    ] {
        let town = Town::new();
        let subject: &'static [&'static str] = match subject {
            "wethouder" => &["wethouder"],
            "burgemeester" => &["burgemeester"],
            _ => &["raadslid"],
        };
        town.melder().reports(&Tale::about(subject, "Er is iets gebeurd."));
        let holders = town.runtime.block_on(async {
            let db = Database::connect(&town.url).await.expect("a connection");
            let wraps = key_wrap::Entity::find().all(&db).await.expect("read");
            wraps.into_iter().map(|wrap| wrap.holder).collect::<Vec<_>>()
        });
        assert!(!holders.is_empty() && holders.iter().all(|holder| holder == route), "{holders:?}");
        assert!(town.officer("aov").queue().is_empty(), "{route}");
    }
}

#[test]
fn r3_the_other_wethouders_are_never_the_one_it_is_about() {
    let mut scene = Scene::begin(Town::new(), &["wethouder"], "burgemeester", false);
    scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
    scene.page().must_say("overige wethouders").must_say("Let op: niet de wethouder over wie het gaat");
}

#[test]
fn r4_a_weighing_needs_all_eight_criteria_in_words() {
    let mut scene = Scene::about_burgemeester(Town::new());
    for letter in "abcdefgh".chars() {
        let field = format!("{letter}_toelichting");
        let form = scene.officer.prepares_weighing(&scene.kenmerk, "In een zin.").fill(&field, " ");
        let page = scene.officer.browser.submit(&form);
        page.must_be(422).must_say(&format!("Vul criterium {letter} in"));
    }
    scene.officer.looks_at(&scene.kenmerk).must_say("nog niet gewogen");
}

#[test]
fn r5_closing_needs_a_reason_and_a_terugkoppeling() {
    let mut scene = Scene::about_burgemeester(Town::new());
    scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "").must_be(422).must_say("Schrijf op waarom");
    for kind in [StepKind::Vooronderzoek, StepKind::Betrokkene, StepKind::Bevindingen] {
        scene.takes(kind, &[]).must_be(200);
    }
    let page = scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "Er is geen vermoeden.");
    page.must_be(422).must_say("eerst een terugkoppeling").must_say("informatieplichten open");
    page.must_say("melder (voornemen vooronderzoek)").must_say("Onderzoek en informeren");
}

#[test]
fn r6_a_betrokkene_who_is_not_told_takes_both_limbs_and_a_reason() {
    let mut scene = Scene::about_burgemeester(Town::new());
    scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
    let one =
        [("betrokkene_ingelicht", "nee"), ("betrokkene_ernstig", "ja"), ("betrokkene_reden", "Hij vernietigt bewijs.")];
    let page = scene.takes(StepKind::Betrokkene, &one);
    page.must_be(422).must_say("als vervolgonderzoek anders in gevaar komt");
    assert_eq!(page.form_with(&scene.path(), "stap", "betrokkene").value("betrokkene_ernstig"), "ja");
    let both = [one[0], one[1], one[2], ("betrokkene_gevaar", "ja")];
    scene.takes(StepKind::Betrokkene, &both).must_be(200).must_say("Hij vernietigt bewijs.").must_say("afgeweken");
}

#[test]
fn r7_an_order_has_an_occasion_and_an_aim() {
    let mut scene = Scene::investigated(Town::new());
    for field in ["opdracht_aanleiding", "opdracht_doel"] {
        let page = scene.takes(StepKind::Opdracht, &[(field, "")]);
        page.must_be(422).must_say("(artikel 8 lid 1");
        assert_eq!(page.texts("section.summary li").len(), 1, "{field}");
    }
    scene.takes(StepKind::Opdracht, &[]).must_be(200);
}

#[test]
fn r8_a_talk_is_held_by_two() {
    let mut scene = Scene::investigated(Town::new());
    for kind in [StepKind::Opdracht, StepKind::Kennisgeving] {
        scene.takes(kind, &[]).must_be(200);
    }
    let page = scene.takes(StepKind::Gehoor, &[("gehoor_hoorders", "onderzoeker")]);
    page.must_be(422).must_say("minimaal twee personen");
    scene.takes(StepKind::Gehoor, &[]).must_be(200);
}

#[test]
fn r9_observing_and_following_take_externals_with_a_permit() {
    let mut scene = Scene::investigated(Town::new());
    let cameras = ("opdracht_methode", "observatie door camera's");
    scene.takes(StepKind::Opdracht, &[cameras]).must_be(422).must_say("een vergunning hebben (artikel 7 lid 3)");
    let inside = [cameras, ("opdracht_vergunning", "ja"), ("opdracht_commissie", "intern"), ("opdracht_afstand", "ja")];
    scene.takes(StepKind::Opdracht, &inside).must_be(422).must_say("alleen een externe commissie (artikel 7 lid 3)");
    scene.takes(StepKind::Opdracht, &[cameras, ("opdracht_vergunning", "ja")]).must_be(200);
}

#[test]
fn r10_no_investigation_by_article_7_lid_5_opens_the_duty_to_tell_the_council() {
    let mut scene = Scene::about_burgemeester(Town::new());
    for kind in [StepKind::Vooronderzoek, StepKind::Betrokkene, StepKind::Bevindingen] {
        scene.takes(kind, &[]).must_be(200);
    }
    scene.officer.weighs(&scene.kenmerk, "Alles staat vast.").must_be(200);
    assert!(!scene.page().says("F0"));
    let none = ("besluit", "afgezien van onderzoek (art. 7 lid 5)");
    scene.takes(StepKind::Besluit, &[none]).must_be(422).must_say("als er geen twijfel");
    let both = [none, ("besluit_aantoonbaar", "ja"), ("besluit_zeker", "ja")];
    scene.takes(StepKind::Besluit, &both).must_be(200).must_say("Gemeenteraad: geen onderzoek");
    scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "Klaar.").must_be(422).must_say("informatieplichten open");
}

#[test]
fn r11_the_acknowledgement_is_due_in_seven_days_with_a_warning_from_the_fifth() {
    let town = Town::new();
    town.melder().reports(&Tale::about(&["burgemeester"], "Er is iets gebeurd."));
    let kenmerk = town.officer("voorzitter").only_signal();
    let mut said = Vec::new();
    for _ in 0..=8 {
        let page = town.officer("voorzitter").looks_at(&kenmerk);
        page.must_say("30 november 2026");
        said.push(page.texts("dl.facts .tag").remove(0));
        town.later(TimeDelta::days(1));
    }
    let soon = "Bijna te laat";
    let late = "Te laat, reden ontbreekt";
    assert_eq!(said, ["Op tijd", "Op tijd", "Op tijd", "Op tijd", "Op tijd", soon, soon, soon, late]);
    let mut officer = town.officer("voorzitter");
    officer.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    let page = officer.looks_at(&kenmerk);
    page.must_say("ontvangstbevestiging: 30 november 2026 Later gehaald, reden ontbreekt");
    page.must_say("terugkoppeling: 2 maart 2027 Op tijd");
}

#[test]
fn r12_a_member_of_the_meeting_sees_the_signals_he_is_invited_to_and_no_other() {
    let town = Town::new();
    for story in ["Het busje laadt vaten.", "De kassa klopt nooit."] {
        town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], story));
    }
    let mut aov = town.officer("aov");
    let queue = aov.queue();
    aov.reads(&queue[0]);
    aov.invites(&queue[0], "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = town.officer("jurist");
    assert_eq!(jurist.queue(), [queue[0].clone()]);
    jurist.looks_at(&queue[0]).must_be(200);
    jurist.looks_at(&queue[1]).must_be(404);
    assert!(!jurist.browser.open("/").says(&queue[1]));
}

#[test]
fn r13_every_reading_of_a_signal_by_staff_is_a_line_of_the_log() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let paths = [
            "",
            "/verband",
            "/verrijking",
            "/onderzoek",
            "/toegang",
            "/papier",
            "/papier.pdf",
            "/brieven",
            "/woo",
            "/weging",
            "/bewaren",
            "/naam",
        ];
        aov.reads(&kenmerk);
        for path in paths {
            let (page, lines) = left(&town, || aov.browser.fetch(&format!("/signalen/{kenmerk}{path}")));
            page.must_be(200);
            let one = format!("[{kenmerk}] gedaan");
            assert!(lines.len() == 1 && lines[0].starts_with("aov: ") && lines[0].ends_with(&one), "{path}: {lines:?}");
        }
        // Who may not read it leaves that he tried.
        let (_, lines) = left(&town, || town.officer("voorzitter").looks_at(&kenmerk).must_be(404).status);
        assert_eq!(lines[2..], [format!("voorzitter: signaal gelezen [{kenmerk}] geweigerd")]);
    });
}

#[test]
fn r14_of_a_destroyed_signal_one_line_is_left_and_nothing_else() {
    let scene = Closed::on(Town::new());
    scene.is_destroyed();
    for table in ["signal", "item", "head", "key_wrap", "file", "consent", "reveal", "receipt"] {
        let rows = scene.count(table);
        // A receipt is the form's, for a quarter of an hour, and names no signal.
        assert_eq!(rows, i64::from(table == "receipt"), "{table}");
    }
    let (mut aov, kenmerk) = (scene.town.officer("aov"), &scene.kenmerk);
    let line =
        aov.browser.open("/bewaren").must_say("Vernietigd (1)").texts("section[aria-labelledby='vernietigd'] li");
    assert_eq!(line.len(), 1);
    for part in [kenmerk.as_str(), "23 november 2027", "afgesloten bij de voorscreening", "lijst 1", "gewist"] {
        assert!(line[0].contains(part), "{part}: {line:?}");
    }
}
