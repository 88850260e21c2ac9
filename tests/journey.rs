//! A signal goes all the way: reported, sealed, read, weighed, answered, picked up.

use chrono::TimeDelta;

use crate::helpers::{people::Tale, town::Town};

#[test]
fn a_signal_goes_all_the_way_from_melder_to_answer() {
    Town::each(|town| {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::ordinary());

        let mut aov = town.officer("aov");
        aov.browser.open("/").must_say("nog niet geopend");
        let kenmerk = aov.only_signal();
        aov.reads(&kenmerk).must_be(200).must_say("restaurant aan het plein").must_say("Ontvangen");
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel, wij hebben het ontvangen.")
            .must_be(200)
            .must_say("Uw bericht staat klaar");
        aov.reads(&kenmerk).must_say("Ontvangst bevestigd");
        aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        aov.describes(&kenmerk, "Mogelijk witwassen in de horeca.").must_be(200).must_say("Mogelijk witwassen");
        aov.answers(&kenmerk, "Vraag", "Om welk restaurant gaat het?").must_be(200).must_say("Reactie gevraagd");

        let mailbox = melder.opens(&code);
        mailbox.must_be(200).must_say("Wij hebben een vraag").must_say("Om welk restaurant gaat het?");
        assert!(!mailbox.says("huur contant"), "a found code must not retell the report");
        melder.writes("Het restaurant met de rode luifel.").must_be(200).must_say("Uw bericht is verstuurd");

        town.later(TimeDelta::days(1));
        let mut aov = town.officer("aov");
        aov.browser.open("/").must_say(&kenmerk);
        aov.reads(&kenmerk).must_say("rode luifel");
        for status in ["Reactie ontvangen", "In weging"] {
            aov.sets_status(&kenmerk, status, "").must_be(200).must_say(status);
        }
        aov.weighs(&kenmerk, "Bij dit punt")
            .must_be(200)
            .must_say("De weging is opgeslagen")
            .must_say("Bij dit punt h");
        aov.sets_status(&kenmerk, "Gewogen", "").must_be(200);
        aov.sets_status(&kenmerk, "Afgehandeld", "Klaar").must_be(422).must_say("eerst een terugkoppeling");
        aov.answers(&kenmerk, "Terugkoppeling", "Er komt een Bibob-toets.").must_be(200);
        aov.sets_status(&kenmerk, "Afgehandeld", "Getoetst en beantwoord").must_be(200).must_say("Afgehandeld");

        let mut melder = town.melder();
        melder
            .opens(&code)
            .must_be(200)
            .must_say("Afgerond")
            .must_say("Er komt een Bibob-toets.")
            .must_say("rode luifel");
        let close = melder.browser.open("/postvak").form("/postvak/sluiten");
        melder.browser.submit(&close).must_be(200).must_say("gesloten");
        assert!(melder.browser.cookies.is_empty(), "closing forgets the mailbox on this browser");
    });
}
