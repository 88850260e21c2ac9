//! Two layers: what bewaarders open with programs of their own, their route's key and the whole database, before a yes, after a
//! no, beside the one who decided, and where the signal is about one of them.

use ::domain::{
    AccountId, Dated, Kind, RevealId, RouteName, Side,
    access::Colleague,
    clock::{dutch_date, dutch_time},
    reveal::Reveal,
};
use age::x25519::Identity;
use data_encoding::BASE64;
use unseal::demo;

use super::{
    NAME, Scene, WHY,
    keys::{opens, person, route},
};
use crate::{
    helpers::town::{Town, noon},
    tampering::{Value, dump, forger::next_item, insert},
};

/// Everything that these keys open of what lies outside a signal, with the envelopes that are found in it.
fn read_with(town: &Town, keys: &[Identity]) -> String {
    let with_any = |sealed: &[u8]| keys.iter().find_map(|key| opens(sealed, key)).unwrap_or_default();
    let mut found = String::new();
    for cell in dump(town).into_iter().filter(|cell| cell.table == "reveal") {
        let Value::Bytes(sealed) = &cell.value else { continue };
        let text = with_any(sealed);
        for word in text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"+/=".contains(letter)) {
            if word.len() > 5000 {
                found += &BASE64.decode(word.as_bytes()).map(|envelope| with_any(&envelope)).unwrap_or_default();
            }
        }
        found += &text;
    }
    found
}

fn keepers() -> [Identity; 3] {
    [route(RouteName::Bewaarder), person("bewaarder"), person("bewaarder2")]
}

#[test]
fn bewaarders_with_their_route_key_and_the_whole_database_read_no_name_before_a_yes_or_after_a_no() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let asked = read_with(&scene.town, &keepers());
    assert!(asked.contains(WHY), "they read what is asked of them");
    assert!(!asked.contains(NAME), "before anybody decided");
    let form = scene.form("intrekken");
    scene.aov.browser.submit(&form).must_be(200);
    scene.puts_before().must_be(200);
    scene.decides("bewaarder", "weigeren").must_be(200);
    scene.page().must_be(200).must_say("geweigerd");
    assert!(!read_with(&scene.town, &keepers()).contains(NAME), "after a no");
}

#[test]
fn a_bewaarder_who_may_not_decide_opens_neither_request_nor_envelope_and_sees_no_page_of_it() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.town.knows("aov", "bewaarder2", "Identiteitsbewaarder");
    scene.aov.invites(&scene.kenmerk.clone(), "bewaarder2", "deelnemer aan het overleg", None).must_be(200);
    scene.puts_before().must_be(200);
    let own = || [route(RouteName::Bewaarder), person("bewaarder2")];
    let nothing = |scene: &Scene| {
        let read = read_with(&scene.town, &own());
        assert!(!read.contains(WHY) && !read.contains(&scene.kenmerk) && !read.contains(NAME), "{read}");
        let (mut keeper, page) = scene.request("bewaarder2");
        page.must_be(404);
        keeper.browser.open("/namen").must_be(200).must_not_say(&scene.kenmerk);
        keeper.browser.open("/").must_not_say("Beslissen over een naam").must_not_say("Een envelop openen");
    };
    nothing(&scene);
    // Nor does the number of stanzas tell that he was left out.
    let row = scene.town.runtime.block_on(scene.town.store.reveals()).expect("read").remove(0);
    let header = String::from_utf8_lossy(&row.request[..2000]).into_owned();
    assert_eq!(header.matches("-> X25519 ").count(), 2, "one for each bewaarder, whether he may decide or not");
    scene.decides("bewaarder", "toekennen").must_be(200).must_say("Toegekend");
    nothing(&scene);
    scene.page().must_be(200);
    nothing(&scene);
}

#[test]
fn a_member_who_writes_that_a_bewaarder_decided_is_not_believed() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let request = scene.town.runtime.block_on(scene.town.store.reveals()).expect("read")[0].id;
    let door = Colleague {
        account: AccountId(scene.town.account("bewaarder2").parse().expect("an id")),
        naam: "bewaarder2".into(),
        functie: "Identiteitsbewaarder".into(),
    };
    for (granted, besluit) in [(false, "onzin".to_owned()), (true, signed_by_himself(request))] {
        let said = Reveal::Besloten {
            verzoek: request,
            toegekend: granted,
            reden: "Dat verzon een lid.".into(),
            door: door.clone(),
            op: dutch_date(noon()),
            besluit,
        };
        let said = Dated { datum: dutch_date(noon()), tijd: dutch_time(noon()).time(), inhoud: said };
        let body = serde_json::to_value(&said).expect("JSON");
        insert(
            &scene.town,
            next_item(&scene.town, &scene.kenmerk, Side::Case, Kind::Reveal, &body, &demo::person("aov")),
        );
        let page = scene.page();
        page.must_be(200).must_say("ligt bij de identiteitsbewaarder").must_say("geen bewaarder heeft ondertekend");
        page.must_not_say("Dat verzon een lid.").must_not_say("Toon de naam");
    }
    // The bewaarder's own word counts all the same.
    scene.decides("bewaarder", "weigeren").must_be(200);
    scene.page().must_say("geweigerd").must_say("Dit weegt op tegen de belofte.").must_say("bewaarder, 23 november");
}

/// What looks most like a decision of all that the route of the signal can make.
fn signed_by_himself(request: RevealId) -> String {
    let text = serde_json::json!({ "v": 1, "verzoek": request, "toegekend": true });
    format!("{text}\nhandtekening\n")
}

#[test]
fn an_envelope_is_with_nobody_but_the_one_bewaarder_who_said_yes() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    scene.decides("bewaarder", "toekennen").must_be(200);
    assert!(!read_with(&scene.town, &keepers()).contains(NAME), "it is given at the next visit of who asked");
    scene.page().must_be(200).must_say("De envelop ligt nu bij bewaarder");
    let with = |scene: &Scene, login: &str| {
        read_with(&scene.town, &[route(RouteName::Bewaarder), person(login)]).contains(NAME)
    };
    assert!(with(&scene, "bewaarder"), "that this one could read it with a program of his own is what his yes means");
    assert!(!with(&scene, "bewaarder2"));
    let handlers = [route(RouteName::Aov), person("aov"), person("aov2")];
    assert!(!read_with(&scene.town, &handlers).contains(NAME));
    scene.opens("bewaarder").must_be(200);
    assert!(!with(&scene, "bewaarder2"));
    assert!(!read_with(&scene.town, &[route(RouteName::Aov), person("aov2")]).contains(NAME));
    assert!(read_with(&scene.town, &handlers).contains(NAME), "it came to who asked");
}
