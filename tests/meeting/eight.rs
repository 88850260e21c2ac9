//! A whole meeting: eight signals prepared, held and minuted, each person on his own pages.

use super::{DAY, Scene, agrees, at_the_table, decides, printed::prints, weighs};
use crate::helpers::{browser::Page, people::Officer, town::Town};

/// What each signal is about, and what the meeting decides.
const SIGNALS: [(&str, &[&str]); 8] = [
    ("Transporten in de nacht bij een loods.", &["Bibob-toets", "integrale controle"]),
    ("Een horecazaak zonder klanten.", &["bestuurlijke aanpak door gemeente"]),
    ("Veel post op één adres.", &["nader verrijken"]),
    ("Dreiging bij een vergunning.", &["doorgeleiden naar politie/OM"]),
    ("Contant geld bij een autoverhuur.", &["doorgeleiden naar RIEC-NN", "opnemen in ATLAS"]),
    ("Vakantiehuizen vol arbeiders.", &["alleen voor beeldvorming (ondermijningsbeeld)"]),
    ("Een gerucht zonder plaats of tijd.", &["geen opvolging (reden verplicht)"]),
    ("Een klacht over een ambtenaar.", &["niet ondermijning -> andere route"]),
];

/// Members of the meeting by function, who are no members of the route; the jurist works in every town.
const LIO: [(&str, &str); 3] =
    [("brp", "Burgerzaken/medewerker BRP"), ("informatie", "Informatiemanagement"), ("bibob", "Bibob-coördinator")];

/// Of which signal the jurist is left out, and for which the buitengewoon opsporingsambtenaar is invited.
const LEFT_OUT: usize = 3;
const INVITED: usize = 2;
/// Whose agreement a behandelaar carries out.
const HANDLED: usize = 1;

/// Page loads that the AOV may need for one signal at the table: open it, weigh, decide, agree.
const MOST_LOADS: usize = 6;

/// Goes from his work to the meeting, says of every signal that he is not involved, and fills in what he thinks. Returns how
/// many opened.
fn prepares(officer: &mut Officer, line: &str) -> usize {
    let page = officer.browser.open("/");
    let meeting = format!("/overleggen/{DAY}");
    assert!(page.must_say("Volgend overleg").links().contains(&meeting), "{:?}", page.links());
    let page = officer.browser.open(&meeting);
    let points: Vec<_> = page.links().into_iter().filter(|href| href.starts_with(&format!("{meeting}/2"))).collect();
    for point in &points {
        let mut page = officer.browser.open(point);
        if page.says("Bent u betrokken bij dit signaal?") {
            // He is asked at the table itself, and comes back to it.
            let action =
                page.actions().into_iter().find(|action| action.ends_with("/verklaring")).expect("the question");
            page = officer.browser.submit(&page.form(&action).fill("betrokken", "nee"));
            page.must_be(200).must_say("niet betrokken bent").must_say("Wat denkt u vooraf?");
        }
        let form = page.form_with(point, "stap", "vooraf").fill("a_niveau", "hoog").fill("regel", line);
        officer.browser.submit(&form).must_be(200).must_say("Wij hebben het bewaard");
    }
    points.len()
}

/// Pages that the officer waited for since `before`, redirects not among them.
fn loads(officer: &Officer) -> usize {
    let seen = officer.browser.seen.as_deref().unwrap_or_default();
    seen.iter().filter(|(_, page)| !(300..400).contains(&page.status)).count()
}

/// One signal at the table, from the agenda's order: opened, weighed, decided, and agreed who does something.
fn discusses(aov: &mut Officer, kenmerk: &str, at: usize) -> Page {
    let page = aov.browser.open(&at_the_table(kenmerk));
    page.must_be(200).must_say(SIGNALS[at].0).must_say("Wat iedereen vooraf dacht");
    assert_eq!(page.says("Niet bij dit punt: Jurist"), at == LEFT_OUT, "{kenmerk}");
    weighs(aov, kenmerk);
    let mut page = decides(aov, kenmerk, SIGNALS[at].1, "Besproken en afgewogen.");
    page.must_be(200).must_say("Wat er nu moet gebeuren");
    let who = match at {
        0 => "Bibob-coördinator",
        HANDLED => "behandelaar",
        _ => return page,
    };
    page.must_say("spreek af wie dit doet");
    page = agrees(aov, kenmerk, "De eerste stap zetten.", who, "17-12-2026");
    page.must_be(200).must_say("Vink de afspraak dan af");
    page
}

#[test]
fn a_meeting_with_eight_signals_is_prepared_held_and_minuted_by_everybody_on_his_own_pages() {
    Town::each(|town| {
        for (login, function) in LIO {
            town.hires("aov", login, function);
        }
        town.hires("aov", "boa", "Boa");
        let mut scene = Scene::in_town(town);
        let kenmerken: Vec<String> = (0..)
            .zip(SIGNALS)
            .map(|(at, (text, _))| {
                let urgency = if at == 0 { "kan niet wachten op het overleg" } else { "eerstvolgende overleg" };
                scene.signal(text, urgency)
            })
            .collect();
        // What cannot wait is said before anything is planned, and comes first.
        scene.aov.browser.open("/overleggen").must_say("Kan niet wachten").must_say("Er wachten 8 signalen");
        let page = scene.plans();
        page.must_say("Vaste leden").must_not_say("Nog niemand").must_say("informatie").must_say("brp");
        let page = scene.takes("vaststellen");
        page.must_be(200);
        let agenda = page.texts("ol.agenda a.reference");
        assert_eq!((agenda.len(), &agenda[0]), (8, &kenmerken[0]), "the urgent one first");
        assert!(kenmerken.iter().all(|kenmerk| agenda.contains(kenmerk)), "{agenda:?}");
        // The jurist advised the one whom a signal is about: no key of it is his any more.
        scene.aov.takes_away(&kenmerken[LEFT_OUT], "jurist").must_be(200);
        scene.aov.invites(&kenmerken[INVITED], "boa", "deelnemer aan het overleg", None).must_be(200);
        scene.aov.invites(&kenmerken[HANDLED], "behandelaar", "behandelaar", None).must_be(200);
        scene.takes("bijwerken").must_be(200).must_say("Boa").must_say("Behandelaar");
        // Beforehand: four functions, each by himself.
        for (login, opens) in [("brp", 8), ("informatie", 8), ("bibob", 8), ("jurist", 7)] {
            let mut officer = scene.town.officer(login);
            assert_eq!(prepares(&mut officer, &format!("Gezien door {login}.")), opens, "{login}");
            let page = officer.browser.open(&at_the_table(&kenmerken[0]));
            assert_eq!(page.text().matches("Gezien door").count(), 1, "{login} sees his own line alone");
        }
        let mut boa = scene.town.officer("boa");
        assert_eq!(prepares(&mut boa, "Wij waren daar."), 1);
        let page = boa.browser.open(&format!("/overleggen/{DAY}"));
        assert_eq!(page.text().matches("Dit punt is niet voor u").count(), 7);
        // The day. Everybody is there, and the AOV leads.
        scene.opens(&["aov", "brp", "informatie", "bibob", "jurist", "boa"]).must_be(200);
        scene.aov.browser.seen = Some(Vec::new());
        let mut most = 0;
        for (at, kenmerk) in kenmerken.iter().enumerate() {
            let before = loads(&scene.aov);
            discusses(&mut scene.aov, kenmerk, at);
            most = most.max(loads(&scene.aov) - before);
        }
        let all = loads(&scene.aov);
        assert!(most <= 2 * MOST_LOADS, "a signal took {most} page loads");
        println!("page loads at the table: {all} for eight signals, {most} at most for one");
        scene.takes("sluiten").must_be(200).must_say("Het overleg is gesloten");
        minuted(&mut scene, &kenmerken);
        carried_out(&mut scene, &kenmerken);
    });
}

/// Minutes on the page and as a PDF, for each what his own keys open.
fn minuted(scene: &mut Scene, kenmerken: &[String]) {
    let verslag = format!("/overleggen/{DAY}/verslag");
    for (login, mine) in [("aov", 8), ("jurist", 7), ("bibob", 8), ("boa", 1), ("behandelaar", 0)] {
        let mut officer = scene.town.officer(login);
        let page = officer.browser.open(&verslag);
        page.must_be(200);
        let closed = page.text().matches("Dit punt is niet voor u").count();
        assert_eq!(8 - closed, mine, "{login}: {}", page.text());
        let words = prints(&mut officer);
        let on_paper = kenmerken.iter().filter(|kenmerk| words.contains(kenmerk.as_str())).count();
        assert_eq!(on_paper, mine, "{login}: {words}");
        assert!(!words.contains("Gezien door") && !words.contains("koffer met geld"), "{login}");
    }
    let whole = prints(&mut scene.town.officer("aov"));
    for (_, decisions) in SIGNALS {
        assert!(decisions.iter().all(|decision| whole.contains(decision)), "{decisions:?}: {whole}");
    }
}

/// What was decided is done by somebody, and only then the status says so.
fn carried_out(scene: &mut Scene, kenmerken: &[String]) {
    for kenmerk in kenmerken {
        scene.aov.looks_at(kenmerk).must_say("Nu: Gewogen").must_say("Wat er nu moet gebeuren");
    }
    // A question: from then on it is being enriched.
    let path = format!("/signalen/{}/verrijking", kenmerken[INVITED]);
    let page = scene.aov.browser.open(&path);
    let who = page.must_be(200).option("collega", "brp");
    let form = page.form_with(&path, "stap", "vragen").fill("collega", &who);
    let form = form.fill("vraag", "Hoeveel mensen staan er ingeschreven?").fill("doel", "Nagaan of dat past.");
    let form = form.fill("grondslag", "Wet basisregistratie personen").tick("bronnen", "Kadaster");
    scene.aov.browser.submit(&form.tick("bevestigd", "ja")).must_be(200).must_say("Uw vraag staat klaar");
    scene.aov.looks_at(&kenmerken[INVITED]).must_say("Nu: Verrijking").must_not_say("Wat er nu moet gebeuren");
    // Somebody brought it to the police.
    scene.aov.insists_on_status(&kenmerken[LEFT_OUT], "Doorgeleid").must_be(200);
    scene.aov.looks_at(&kenmerken[LEFT_OUT]).must_say("Nu: Doorgeleid").must_not_say("Wat er nu moet gebeuren");
    // The behandelaar reads what was agreed; a member ticks it off, tells the reporter, and closes.
    let handled = &kenmerken[HANDLED];
    let mut behandelaar = scene.town.officer("behandelaar");
    behandelaar
        .reads(handled)
        .must_be(200)
        .must_say("De eerste stap zetten.")
        .must_say("Dit doen de leden van de route");
    let done = scene.aov.looks_at(handled).form(&format!("/signalen/{handled}/actie"));
    scene.aov.browser.submit(&done).must_be(200).must_say("stuur de melder een terugkoppeling");
    scene.aov.answers(handled, "Terugkoppeling", "Wij hebben maatregelen genomen.").must_be(200);
    scene.aov.sets_status(handled, "Afgehandeld", "De aanpak loopt.").must_be(200);
}
