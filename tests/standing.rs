//! What the reporter sees of where his signal stands, also where who answers him decides no status.

use ::domain::PublicStatus::{self, Done, Looking, Question, Received};
use ::domain::status::Said::{self, Answered, Asked, Stands};
use ::domain::status::seen_by_reporter;

use crate::helpers::{people::Tale, town::Town};

#[test]
fn what_was_said_last_decides_what_the_reporter_sees() {
    let rows: &[(&[Said], PublicStatus)] = &[
        (&[], Received),
        (&[Stands(Looking)], Looking),
        // A member asks, and sets the status with it.
        (&[Stands(Looking), Asked, Stands(Question)], Question),
        (&[Stands(Looking), Asked, Stands(Question), Answered], Looking),
        (&[Stands(Question), Answered, Stands(Looking)], Looking),
        // Who decides no status asks.
        (&[Stands(Looking), Asked], Question),
        (&[Asked], Question),
        (&[Stands(Looking), Asked, Answered], Looking),
        (&[Stands(Looking), Asked, Answered, Asked], Question),
        // The work goes on without an answer.
        (&[Stands(Looking), Asked, Stands(Looking)], Looking),
        (&[Stands(Looking), Answered], Looking),
        // What is closed stays closed.
        (&[Stands(Done), Asked], Done),
        (&[Stands(Done), Answered], Done),
        (&[Answered], Received),
    ];
    for (said, expected) in rows {
        assert_eq!(seen_by_reporter(said.iter().copied()), *expected, "{said:?}");
    }
}

#[test]
fn a_question_of_a_behandelaar_asks_the_reporter_and_moves_no_status() {
    Town::each(|town| {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Hij voert het gesprek.")).must_be(200);
        let mut behandelaar = town.officer("behandelaar");
        behandelaar.answers(&kenmerk, "Terugkoppeling", "Wij zijn bezig.").must_be(200);
        melder.opens(&code).must_say("Wij bekijken uw signaal").must_not_say("Wij hebben een vraag");
        behandelaar.answers(&kenmerk, "Vraag", "Welke kleur had de koffer?").must_be(200);
        let mailbox = melder.opens(&code);
        mailbox.must_say("Wij hebben een vraag").must_say("Wij kunnen verder als u antwoord geeft");
        assert!(!mailbox.actions().contains(&"/postvak/navraag".to_owned()), "it is the reporter's turn");
        let page = aov.looks_at(&kenmerk);
        page.must_say("Melder ziet: Wij hebben een vraag").must_say("Nu: Ontvangst bevestigd").must_not_say("Let op");
        aov.browser.open("/").must_not_say("De status in de database");
        // The answer is one, and then it is being looked at.
        melder.writes("Hij was rood.").must_be(200).must_say("Wij bekijken uw signaal").must_say("Antwoord");
        let page = aov.looks_at(&kenmerk);
        page.must_say("Melder ziet: Wij bekijken uw signaal").must_say("Antwoord").must_not_say("Let op");
        // Asked again, a member goes on without an answer: then nothing is asked any more.
        behandelaar.answers(&kenmerk, "Vraag", "En hoe groot?").must_be(200);
        melder.opens(&code).must_say("Wij hebben een vraag");
        aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        melder.opens(&code).must_say("Wij bekijken uw signaal").must_not_say("Wij hebben een vraag");
        aov.looks_at(&kenmerk).must_say("Melder ziet: Wij bekijken uw signaal").must_not_say("Let op");
    });
}
