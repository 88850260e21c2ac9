//! What somebody with the database, or with the route's key but no place in the route, can make of a meeting.

use ::domain::{
    RouteName,
    meeting::{Meeting, Stage},
};
use ::seal::{
    Digest,
    meeting::{RecordPlace, seal, verify},
};
use ::unseal::demo;

use super::{DAY, Scene, at_the_table};
use crate::helpers::town::Town;

const GONE: &str = "Het overleg van 3 december 2026 is weg, terwijl u het eerder zag";
const TURNED_BACK: &str = "Het overleg van 3 december 2026 is teruggedraaid";

#[test]
fn a_meeting_that_is_gone_or_turned_back_is_missed_by_who_saw_it() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
        scene.plans();
        scene.takes("vaststellen").must_be(200);
        let mut jurist = scene.town.officer("jurist");
        jurist.browser.open(&format!("/overleggen/{DAY}")).must_be(200);
        for page in ["/", "/overleggen"] {
            scene.aov.browser.open(page).must_not_say("Het overleg van 3 december");
        }
        // The row that froze the agenda is gone: it could be frozen anew, with other signals.
        assert_eq!(scene.town.tamper("DELETE FROM meeting WHERE number = 2"), 1);
        for page in ["/", "/overleggen"] {
            scene.aov.browser.open(page).must_be(200).must_say(TURNED_BACK);
            jurist.browser.open(page).must_be(200).must_say(TURNED_BACK);
        }
        // All of it is gone, as if it had never been planned.
        assert_eq!(scene.town.tamper("DELETE FROM meeting"), 1);
        for page in ["/", "/overleggen"] {
            scene.aov.browser.open(page).must_be(200).must_say(GONE);
            jurist.browser.open(page).must_be(200).must_say(GONE);
        }
        // Who never saw it misses nothing.
        scene.town.officer("aov2").browser.open("/overleggen").must_be(200).must_not_say(GONE);
    });
}

/// Writes one more version of the meeting, right in everything: sealed and signed with the route's own key, and by this person.
fn writes(town: &Town, by: &str, stand: Stage) {
    let datum = DAY.parse().expect("a day");
    town.runtime.block_on(async {
        let rows = town.store.meeting(RouteName::Aov, datum).await.expect("rows");
        let (last, count) = (rows.last().expect("a meeting"), u32::try_from(rows.len()).expect("few"));
        let (route, person) = (demo::route(RouteName::Aov), demo::person(by));
        let (here, next) = (
            RecordPlace { route: RouteName::Aov, datum, number: count },
            RecordPlace { route: RouteName::Aov, datum, number: count + 1 },
        );
        let halves = route.halves();
        let opened = route.open(&last.sealed).expect("sealed to the route");
        let (_, record) = verify(&opened, here, &halves.verify.clone().into()).expect("the newest version");
        let meeting: Meeting = serde_json::from_str(record.body.get()).expect("a meeting");
        let meeting = Meeting { stand, ..meeting };
        let previous = Some(Digest::of(&last.sealed));
        let sealed = seal(next, previous, &meeting, &route, &person, &[halves.encrypt.any()]).expect("sealed");
        let number = i32::try_from(count + 1).expect("few");
        let row = entity::meeting::Model { route: RouteName::Aov, held_on: datum, number, sealed: sealed.into_bytes() };
        let under = store::Under { route: RouteName::Aov, number: 1 };
        town.store.add_meetings(vec![row], &under, store::meetings::Told::default()).await.expect("a row");
    });
}

#[test]
fn a_version_that_no_member_wrote_has_no_effect_and_is_shouted() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
        scene.plans();
        scene.takes("vaststellen").must_be(200);
        let address = format!("/overleggen/{DAY}");
        // The jurist is known to the route and no member of it; the burgemeester is a member of another.
        for by in ["jurist", "burgemeester"] {
            writes(&scene.town, by, Stage::Geopend);
            let page = scene.aov.browser.open(&address);
            page.must_be(200).must_say("weg of niet ondertekend").must_say("agenda vastgesteld").must_not_say("bezig");
            let form = scene.step("bijwerken");
            scene.aov.browser.submit(&form).must_be(409);
            scene.aov.browser.open(&at_the_table(&kenmerk)).must_be(200).must_not_say("Besluit vastleggen");
            assert_eq!(scene.town.tamper("DELETE FROM meeting WHERE number = 3"), 1);
            // A notebook remembers the newest that stood there, true or not: this tester begins with another officer's.
            scene.aov = scene.town.officer("aov2");
            scene.aov.reads(&kenmerk).must_be(200);
        }
        // The same by a member is a version like any other: the test above can fail.
        writes(&scene.town, "aov", Stage::Geopend);
        let mut behandelaar = scene.town.officer("aov2");
        behandelaar.browser.open(&address).must_be(200).must_say("bezig");
    });
}
