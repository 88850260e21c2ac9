//! Every page with sample data, each in all its variants, held against the house rules of a page.
//! No server runs here; journeys through a running one are in the other modules.

mod accounts;
mod investigation;
mod journal;
mod meetings;
mod names;
mod rights;
mod rotation;
mod terms;

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};
use templates::components::{Elsewhere, LabelValue, Worded};
use templates::conversation::{Body, FileLink, Message, Sender};
use templates::desk::{self, *};
use templates::portal::{self, *};
use templates::problem::{Problem, Side, problem, upload_problem};
use templates::{Choice, DeskFrame, FieldError, Frame, STYLESHEET, Text};

/// One page in one variant.
pub struct Page {
    pub name: String,
    pub side: Side,
    pub html: String,
}

impl Page {
    /// Everything that it says, white space folded.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.html);
        html.root_element().text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }
}

/// What no page may ever pass on as HTML.
const HOSTILE: &str = "Regel 1 <script>alert(1)</script> & \"aanhaling\"\n\nRegel 3: مرحبا 👀";
const FRAME: Frame = Frame {
    organisation: "Gemeente Voorbeeld",
    notice: Some("Proef met verzonnen gegevens."),
    logo: false,
    text: Text::DUTCH,
    path: None,
};
const DESK: DeskFrame = DeskFrame {
    frame: FRAME,
    user: "Sanne de Wit",
    function: "adviseur openbare orde en veiligheid",
    token: "t0k3n",
    banners: &[],
    reminders: &[],
    until: "14.32",
    minutes: 15,
    audits: false,
};
const SHOUTING: DeskFrame =
    DeskFrame { banners: &["De databank is teruggezet naar een ouder moment. Bel beheer."], ..DESK };
const TEN: &[&str] =
    &["aambeeld", "kachel", "wolk", "tafel", "rivier", "schoen", "lantaarn", "boter", "eiland", "vlinder"];
const SIX: &[&str] = &["aambeeld", "kachel", "wolk", "tafel", "rivier", "schoen"];
const TRAVELS: &[(&str, &str)] = &[("over_wie", "wethouder"), ("over_wie", "ambtenaar"), ("wat", HOSTILE)];
const AOV: &str = "de adviseur openbare orde en veiligheid";
const COMMITTEE: &str = "de integriteitscommissie";
const EXTERNAL: &str = "het externe meldpunt";

const fn subject(
    value: &'static str,
    label: &'static str,
    reader: &'static str,
    reachable: bool,
) -> SubjectOption<'static> {
    SubjectOption { value, label, reader, reachable }
}

pub const SUBJECTS: &[SubjectOption] = &[
    subject("burgemeester", "De burgemeester", COMMITTEE, true),
    subject("wethouder", "Een wethouder", "de burgemeester", true),
    subject("raadslid", "Een raadslid", COMMITTEE, true),
    subject("gemeentesecretaris", "De gemeentesecretaris", EXTERNAL, false),
    subject("griffier", "De griffier", EXTERNAL, false),
    subject("leidinggevende", "Een leidinggevende", "de integriteitsfunctionaris", true),
    subject("ambtenaar", "Een ambtenaar", "de integriteitsfunctionaris", true),
    subject("ondernemer/bedrijf", "Een ondernemer of bedrijf", AOV, true),
    subject("weet ik niet", "Dat weet ik niet", AOV, true),
];

const fn choice(value: &'static str, label: &'static str) -> Choice<'static> {
    Choice { value, label, hint: None }
}

const fn failed(field: &'static str, message: &'static str) -> FieldError<'static> {
    FieldError { field, message }
}

const KINDS: &[Choice] = &[
    choice("ondermijning", "Ondermijning"),
    choice("integriteit", "Integriteit"),
    choice("allebei", "Allebei"),
    choice("weet ik niet", "Weet ik niet"),
];
const STORY: &str = "In het restaurant aan het plein zit bijna nooit iemand. Toch is er drie keer verbouwd.\n\
                     Nu is er een aanvraag voor een groter terras. De leges konden contant, werd er gezegd.";
const ANSWERS: Answers = Answers {
    soort: "ondermijning",
    wat: HOSTILE,
    wie: "De exploitant",
    waar: "Aan het plein",
    wanneer: "Sinds het voorjaar",
    hoe_weet_u_dit: "Zelf gezien",
    eerder_gemeld: "",
    direct_gevaar: "nee",
    eerst_overleggen: "ja",
    vragen_mag: "ja",
    beinvloeding: &["bedreiging"],
    hoeveel_weten_dit: "alleen ik",
    naam: HOSTILE,
    bereikbaar: "Bel mij thuis",
};
const YES_ANSWERS: &[Choice] = &[choice("bedreiging", "Iemand bedreigt mij"), choice("geweld", "Iemand slaat mij")];
const THEMES: &[Theme] = &[
    Theme { field: "schending", legend: "Geld en spullen", first: 0, options: KINDS, chosen: &["integriteit"] },
    Theme { field: "schending", legend: "Eigen voordeel", first: 4, options: YES_ANSWERS, chosen: &[] },
];
const READERS: portal::Readers =
    portal::Readers { reader: AOV, told: &["Een paar collega’s kunnen later horen dat er een signaal is."] };

const fn message(from: Sender, kind: &'static str, date: &'static str, body: Body<'static>) -> Message<'static> {
    Message { from, kind, date, author: None, body, files: &[] }
}

const TALK: &[Message] = &[
    message(
        Sender::Desk,
        "Ontvangstbevestiging",
        "17 november 2026",
        Body::Text(
            "Dank u wel. Wij hebben uw signaal ontvangen en gaan het lezen. U hoort binnen drie maanden wat wij doen.",
        ),
    ),
    message(Sender::Desk, "Vraag", "19 november 2026", Body::Text("Weet u hoe de verbouwingen zijn betaald?")),
    message(Sender::Reporter, "Antwoord", "21 november 2026", Body::Text(HOSTILE)),
];
const BROKEN_TALK: &[Message] = &[
    message(Sender::Desk, "Ontvangstbevestiging", "17 november 2026", Body::Text("Dank u wel.")),
    message(Sender::Desk, "Vraag", "19 november 2026", Body::Damaged),
    message(Sender::Reporter, "", "", Body::Gap),
];

/// A name as people make them, and one as nobody should.
const FILES: [FileRow; 5] = [
    FileRow {
        id: "a1",
        name: "IMG_2026.jpg",
        size: "3,1 MB",
        removed: "de plaats, het toestel",
        state: FileState::Clean,
    },
    FileRow { id: "b2", name: "scan.pdf", size: "88 kB", removed: "", state: FileState::Clean },
    FileRow { id: "c3", name: "gesprek.m4a", size: "1,0 MB", removed: "", state: FileState::Original },
    FileRow { id: "d4", name: "kasboek.xyz", size: "12 kB", removed: "", state: FileState::Uncleaned },
    FileRow { id: "e5", name: HOSTILE, size: "7 kB", removed: "", state: FileState::Asked },
];
const SENT_FILES: [FileLink; 2] = [
    FileLink { name: HOSTILE, size: "3,1 MB", href: Some("/postvak/bestanden/a1") },
    FileLink { name: "weg.pdf", size: "88 kB", href: None },
];
const TALK_WITH_FILES: &[Message] =
    &[Message { files: &SENT_FILES, ..TALK[1] }, Message { files: &SENT_FILES, ..TALK[2] }];
const DESK_FILES: [FileLine; 3] = [
    FileLine {
        id: "a1",
        name: "bestand-1.jpg",
        size: "3,1 MB",
        condition: "schoongemaakt",
        uncleaned: false,
        removed: "plaats, toestel",
    },
    FileLine { id: "b2", name: "bestand-2.jpg", size: "3,2 MB", condition: "origineel", uncleaned: true, removed: "" },
    FileLine {
        id: "c3",
        name: "bestand-3.bin",
        size: "12 kB",
        condition: "niet schoongemaakt",
        uncleaned: true,
        removed: "",
    },
];

const fn worded(words: &'static str) -> Worded<'static> {
    Worded { words, lang: None }
}

const SIGNPOSTS: [Signpost; 2] = [
    Signpost {
        name: worded("Huis voor Klokkenluiders"),
        does: worded(HOSTILE),
        does_not: Some(worded("Problemen die alleen over u gaan.")),
        phone: Some(Elsewhere { link: "tel:088-1331000", name: "088-133 10 00" }),
        website: Some(Elsewhere { link: "https://www.voorbeeld.example/", name: "voorbeeld.example" }),
        anonymous: Some("ask"),
    },
    Signpost {
        name: Worded { words: "Works council", lang: Some("en") },
        does: worded("Praat met de leiding."),
        does_not: None,
        phone: None,
        website: None,
        anonymous: None,
    },
];

/// Every page of portal and desk, in every variant.
pub fn pages() -> Vec<Page> {
    let portal = portal_pages().into_iter().map(|(name, html)| (name, Side::Portal, html));
    let desk = desk_pages().into_iter().map(|(name, html)| (name, Side::Desk, html));
    let mut pages: Vec<Page> =
        portal.chain(desk).map(|(name, side, html)| Page { name: name.to_owned(), side, html }).collect();
    for side in [Side::Portal, Side::Desk] {
        for status in [400, 403, 404, 405, 408, 413, 415, 422, 429, 500, 503] {
            let view = match side {
                Side::Portal => Problem::of_portal(FRAME.text, status),
                Side::Desk => Problem::of_desk(status),
            };
            let html = problem(&FRAME, side, &view).into_string();
            pages.push(Page {
                name: format!("{}-problem-{status}", if side == Side::Portal { "portal" } else { "desk" }),
                side,
                html,
            });
        }
        for status in [400, 413] {
            let html = upload_problem(&FRAME, side, status, "100").expect("words of its own").into_string();
            let program = if side == Side::Portal { "portal" } else { "desk" };
            pages.push(Page { name: format!("{program}-upload-{status}"), side, html });
        }
    }
    pages
}

fn portal_pages() -> Vec<(&'static str, String)> {
    let step1 = Over { options: SUBJECTS, chosen: &["wethouder"], hidden: &TRAVELS[2..], ..Over::default() };
    let wrong_everywhere: Vec<_> =
        ::portal::answers::STORY.iter().map(|field| failed(field, "Dit antwoord kan zo niet.")).collect();
    let aov = [choice("aov", AOV)];
    let step2 = Verhaal {
        readers: READERS,
        wishes: portal::Wishes { asks_convent: true, readers: &aov, ..portal::Wishes::default() },
        kinds: KINDS,
        influences: YES_ANSWERS,
        knowers: KINDS,
        words: &["Zwart geld"],
        offers_envelope: true,
        answers: ANSWERS,
        hidden: &TRAVELS[..2],
        ..Verhaal::default()
    };
    let nobody = portal::Wishes { niet_lezen: &["aov"], no_other: true, ..step2.wishes };
    let excluded = [failed("niet_lezen", "Nu blijft er niemand over.")];
    let wrong2 = [failed("soort", "Kies wat voor signaal het is."), failed("wat", "Vertel wat er is gebeurd.")];
    let row = |label, value, change_to| Row { label, value, change_to, ..Row::default() };
    let rows = [
        row("Over wie gaat het?", "Een ondernemer of bedrijf", "over"),
        row("Wat voor signaal is het?", "Ondermijning", "verhaal"),
        row("Wat is er gebeurd?", STORY, "verhaal"),
        row("Wie zijn erbij betrokken?", HOSTILE, "verhaal"),
        row("Waar is het gebeurd?", "", "verhaal"),
    ];
    let marked = [
        Row { marks: &[(3, 13), (40, 60)], ..row("Wat is er gebeurd?", STORY, "verhaal") },
        Row { marks: &[(0, 7)], ..row("Wie zijn erbij betrokken?", HOSTILE, "verhaal") },
    ];
    let found = [Found { what: "Telefoonnummer", words: "06 12345678" }, Found { what: "Groet", words: HOSTILE }];
    let check = Controle { rows: &rows, readers: READERS, hidden: TRAVELS, ..Controle::default() };
    let traced = Controle {
        rows: &marked,
        contact: &[row("Uw naam", HOSTILE, "verhaal")],
        found: &found,
        found_more: 3,
        under_pressure: true,
        reader_changed: true,
        ..check
    };
    let asks =
        Controle { asked: &["wethouder", "burgemeester"], errors: &[failed("ook_over", "Kies ja of nee.")], ..check };
    let chosen = Bestanden {
        files: &FILES,
        most: "10",
        file_mib: "50",
        report_mib: "100",
        until: Some("20:45"),
        hidden: TRAVELS,
        ..Bestanden::default()
    };
    let too_much = [failed("bijlagen", "Dit bestand is te groot."), failed("bijlagen", "Het zijn er te veel.")];
    let typo = ["“aambeelt” staat niet in onze lijst. Bedoelt u aambeeld?", "U typte negen woorden."];
    let box1 = Postvak {
        token: "t0k3n",
        nummer: "3",
        most: "10",
        file_mib: "50",
        report_mib: "100",
        promised: Some("U hoort uiterlijk 17 februari 2027 wat wij doen."),
        ..Postvak::default()
    };
    let readers: Vec<Reader> =
        SUBJECTS.iter().map(|s| Reader { subject: s.label, reader: s.reader, reachable: s.reachable }).collect();
    let answers = ["yes", "no"].map(|answer| Signpost { anonymous: Some(answer), ..SIGNPOSTS[1] });
    let group = |question, signposts| portal::Group { question, signposts };
    let privacy =
        Privacy { contact: SIGNPOSTS[0].website, statement: SIGNPOSTS[0].website, retention: Some(worded(HOSTILE)) };
    let access = Toegankelijkheid {
        contact: SIGNPOSTS[0].phone,
        statement: SIGNPOSTS[0].website,
        status: Some(worded("B: voldoet gedeeltelijk")),
    };
    vec![
        ("start", portal::start(&FRAME)),
        ("over", portal::over(&FRAME, &step1)),
        (
            "over-fout",
            portal::over(
                &FRAME,
                &Over {
                    chosen: &[],
                    until: Some("20:45"),
                    errors: &[failed("over_wie", "Kies over wie uw signaal gaat.")],
                    ..step1
                },
            ),
        ),
        ("over-gesloten", portal::over(&FRAME, &Over { options: &SUBJECTS[3..5], ..step1 })),
        ("verhaal", portal::verhaal(&FRAME, &step2)),
        ("verhaal-fout", portal::verhaal(&FRAME, &Verhaal { answers: Answers::default(), errors: &wrong2, ..step2 })),
        (
            "verhaal-niemand",
            portal::verhaal(
                &FRAME,
                &Verhaal { readers: portal::Readers::default(), wishes: nobody, errors: &excluded, ..step2 },
            ),
        ),
        (
            "verhaal-alles-fout",
            portal::verhaal(&FRAME, &Verhaal { errors: &wrong_everywhere, until: Some("20:45"), ..step2 }),
        ),
        ("verhaal-leeg", portal::verhaal(&FRAME, &Verhaal { answers: Answers::default(), words: &[], ..step2 })),
        ("woorden", portal::woorden(&FRAME, &Woorden { themes: THEMES, until: None, errors: &[], hidden: TRAVELS })),
        (
            "woorden-fout",
            portal::woorden(
                &FRAME,
                &Woorden {
                    themes: THEMES,
                    until: Some("20:45"),
                    errors: &[failed("schending", "Kies een antwoord uit de lijst.")],
                    hidden: TRAVELS,
                },
            ),
        ),
        ("gevaar", portal::gevaar(&FRAME, &Gevaar { hidden: TRAVELS })),
        ("bestanden", portal::bestanden(&FRAME, &Bestanden { files: &[], ..chosen })),
        ("bestanden-gekozen", portal::bestanden(&FRAME, &chosen)),
        ("bestanden-vol", portal::bestanden(&FRAME, &Bestanden { files: &FILES[..1], full: true, ..chosen })),
        ("bestanden-fout", portal::bestanden(&FRAME, &Bestanden { errors: &too_much, ..chosen })),
        (
            "bestanden-opnieuw",
            portal::bestanden(
                &FRAME,
                &Bestanden { files: &[], moved_to: Some(AOV), original: true, errors: &too_much, ..chosen },
            ),
        ),
        ("controle", portal::controle(&FRAME, &check)),
        ("controle-bestanden", portal::controle(&FRAME, &Controle { files: &FILES, until: Some("20:45"), ..check })),
        ("controle-sporen", portal::controle(&FRAME, &traced)),
        ("controle-vraag", portal::controle(&FRAME, &asks)),
        (
            "verstuurd",
            portal::verstuurd(
                &FRAME,
                &Verstuurd {
                    words: TEN,
                    come_back: "30 november 2026",
                    reader: AOV,
                    address: "meld.gemeente.example/ophalen",
                },
            ),
        ),
        ("al-ontvangen", portal::al_ontvangen(&FRAME, AlOntvangen::Earlier)),
        ("al-ontvangen-anders", portal::al_ontvangen(&FRAME, AlOntvangen::Different)),
        ("niet-ontvangen", portal::niet_ontvangen(&FRAME, &NietOntvangen { hidden: TRAVELS, step: None })),
        (
            "niet-ontvangen-stap",
            portal::niet_ontvangen(&FRAME, &NietOntvangen { hidden: TRAVELS, step: Some("/melden/verhaal") }),
        ),
        ("misschien-kwijt", portal::misschien_kwijt(&FRAME, &NietOntvangen { hidden: TRAVELS, step: None })),
        ("ophalen", portal::ophalen(&FRAME, &Ophalen::default())),
        ("ophalen-fout", portal::ophalen(&FRAME, &Ophalen { value: HOSTILE, errors: &typo, ..Ophalen::default() })),
        ("ophalen-geen-postvak", portal::ophalen(&FRAME, &Ophalen { not_found: true, ..Ophalen::default() })),
        ("postvak", portal::postvak(&FRAME, &Postvak { stage: Stage::Question, messages: TALK, ..box1 })),
        (
            "postvak-naam",
            portal::postvak(
                &FRAME,
                &Postvak {
                    stage: Stage::NameQuestion,
                    messages: TALK,
                    name: Some(portal::NameQuestion { vraag: "3", said: None }),
                    ..box1
                },
            ),
        ),
        ("postvak-leeg", portal::postvak(&FRAME, &Postvak { promised: None, ..box1 })),
        (
            "postvak-kapot",
            portal::postvak(
                &FRAME,
                &Postvak {
                    stage: Stage::Reviewing,
                    messages: BROKEN_TALK,
                    notices: &["mailbox-crossed"],
                    asking: Asking::Later { asked: "3 december 2026", again: "17 december 2026" },
                    draft: HOSTILE,
                    errors: &[failed("bericht", "Uw bericht is te lang.")],
                    ..box1
                },
            ),
        ),
        (
            "postvak-klaar",
            portal::postvak(
                &FRAME,
                &Postvak { stage: Stage::Done, messages: TALK, done: Some("mailbox-sent"), ..box1 },
            ),
        ),
        (
            "postvak-gevraagd",
            portal::postvak(
                &FRAME,
                &Postvak {
                    stage: Stage::Reviewing,
                    messages: TALK,
                    done: Some("mailbox-asked"),
                    asking: Asking::Waiting { asked: "3 december 2026" },
                    ..box1
                },
            ),
        ),
        (
            "postvak-bestanden",
            portal::postvak(
                &FRAME,
                &Postvak {
                    messages: TALK_WITH_FILES,
                    files: &FILES,
                    carried: "verzegeld",
                    until: Some("20:45"),
                    ..box1
                },
            ),
        ),
        (
            "postvak-bestanden-fout",
            portal::postvak(&FRAME, &Postvak { files: &FILES[..1], errors: &too_much[..1], ..box1 }),
        ),
        ("postvak-geen-ruimte", portal::postvak(&FRAME, &Postvak { full: true, messages: TALK, ..box1 })),
        ("postvak-vraagt", portal::postvak(&FRAME, &Postvak { asking: Asking::Open, ..box1 })),
        ("postvak-vol", portal::postvak(&FRAME, &Postvak { writing: Writing::Full, messages: TALK, ..box1 })),
        (
            "postvak-teruggedraaid",
            portal::postvak(
                &FRAME,
                &Postvak { writing: Writing::TurnedBack, messages: BROKEN_TALK, draft: HOSTILE, ..box1 },
            ),
        ),
        ("weggooien-gewijzigd", portal::weggooien(&FRAME, &Weggooien { token: "t0k3n", ..Weggooien::default() })),
        ("weggooien", portal::weggooien(&FRAME, &Weggooien { token: "t0k3n", is_told: true, ..Weggooien::default() })),
        (
            "weggooien-mislukt",
            portal::weggooien(&FRAME, &Weggooien { token: "t0k3n", failed: true, ..Weggooien::default() }),
        ),
        ("weggegooid", portal::weggegooid(&FRAME)),
        ("gesloten", portal::gesloten(&FRAME)),
        ("uitleg", portal::uitleg(&FRAME, &readers)),
        (
            "wegwijzer",
            portal::wegwijzer(
                &FRAME,
                &[
                    group("danger", &SIGNPOSTS[..1]),
                    group("talk", &SIGNPOSTS),
                    group("report", &answers),
                    group("not-here", &SIGNPOSTS[1..2]),
                ],
            ),
        ),
        ("privacy", portal::privacy(&FRAME, &Privacy::default())),
        ("privacy-ingevuld", portal::privacy(&FRAME, &privacy)),
        ("toegankelijkheid", portal::toegankelijkheid(&FRAME, &Toegankelijkheid::default())),
        ("toegankelijkheid-ingevuld", portal::toegankelijkheid(&FRAME, &access)),
        (
            "poster",
            portal::poster(&FRAME, &Poster { address: "meld.voorbeeld.example", width: 2, modules: &[true; 4] }),
        ),
    ]
    .into_iter()
    .map(|(name, markup)| (name, markup.into_string()))
    .collect()
}

fn desk_pages() -> Vec<(&'static str, String)> {
    let login = Inloggen { user: "aov@demo.example", ..Inloggen::default() };
    let invitation = Uitnodiging {
        action: "/uitnodiging",
        account: "aov@demo.example",
        function: DESK.function,
        invitation: "geheim",
        suggestion: "aambeeld kachel wolk tafel rivier schoen boter",
        ..Uitnodiging::default()
    };
    let code = Code {
        account: "aov@demo.example",
        invitation: "geheim",
        chosen: "verzegeld",
        secret: "ABCD EFGH",
        width: 2,
        modules: &[true; 4],
        errors: &[],
    };
    let resumed = Verder {
        action: "/signalen/2026-K7Q3/bericht",
        token: "t0k3n",
        fields: &[("bericht", HOSTILE)],
        typed: &[HOSTILE],
        files: true,
    };
    let session =
        SessionRow { id: "ab", began: "23 november 2026, 12:00", used: "23 november 2026, 12:10", is_this: true };
    let own_account = Account {
        sessions: &[
            session,
            SessionRow { id: "cd", is_this: false, ..session },
            SessionRow { id: "ef", is_this: false, ..session },
        ],
        longest_hours: 8,
        idle_minutes: 15,
        attempts: Some((8, "23 november 2026, 12:00")),
        second_factor: true,
        calendar: CalendarAddress::New(
            "https://kluis.gemeente.example/agenda/qvH0bJ5cH7Y3r8k2dPz1wXs6tLq9uNf4oEaGiMyKhCA.ics",
        ),
        done: Some("De sessie is beëindigd."),
    };
    let short =
        [failed("wachtwoord", "Uw wachtwoord is te kort."), failed("wachtwoord2", "De wachtwoorden zijn niet gelijk.")];
    let due = |kenmerk, what, due, state| DueRow { kenmerk, route: "aov", what, due, state };
    let due = [
        due("2026-K7Q3", "Ontvangstbevestiging sturen", "vrijdag 20 november", TermState::Late),
        due("2026-M2XR", "Terugkoppeling geven", "woensdag 25 november", TermState::Soon),
    ];
    let new = NewRow { kenmerk: "2026-P9DA", route: "aov", date: "22 november 2026", ..NewRow::default() };
    let (asks, danger) =
        (NewRow { note: Some("Vraagt hoe het staat"), ..new }, NewRow { is_danger: true, kenmerk: "2026-R4TX", ..new });
    let asked = [AskedRow {
        kenmerk: "2026-P9DA",
        link: "/signalen/2026-P9DA/verrijking/7",
        what: "Vraag beantwoorden",
        date: "22 november 2026",
    }];
    let answered = [AskedRow { what: "Antwoord op uw vraag", ..asked[0] }];
    let agreed = |what, who, state| AgreedRow { kenmerk: "2026-M2XR", what, who, due: "25 november 2026", state };
    let agreed = [agreed(HOSTILE, Some("Jurist"), TermState::Late), agreed("Bellen.", None, TermState::Running)];
    let track = TrackRow {
        kenmerk: "2026-M2XR",
        link: "/signalen/2026-M2XR/onderzoek",
        next: "Leg vast of de betrokkene van het vooronderzoek weet.",
        terms: vec![("Terugkoppeling uiterlijk 25 november 2026", TermState::Soon)],
        inform: Some("Nog te informeren: melder, wethouders en nog 2. Sinds 3 november 2026."),
    };
    // More than is in sight at once.
    let tracks = vec![track; 8];
    let point = PointLink { kenmerk: "2026-M2XR", href: "/overleggen/2026-12-03/2026-M2XR", is_danger: true };
    let before = Beforehand {
        name: "LIO",
        day: "2026-12-03",
        date: "3 december 2026",
        points: &[point],
        undeclared: &["2026-K7Q3"],
    };
    let work = Werk {
        due: &due,
        asked: &asked,
        answered: &answered,
        agreed: &agreed,
        tracks: &tracks,
        beforehand: &[before],
        fresh: &[danger, new],
        messages: &[new, asks],
        ..Werk::default()
    };
    vec![
        ("inloggen", desk::inloggen(&FRAME, &login)),
        (
            "inloggen-fout",
            desk::inloggen(
                &FRAME,
                &Inloggen {
                    ask_code: true,
                    error: Some("Deze gegevens kloppen niet samen."),
                    notice: Some("U bent uitgelogd."),
                    ..login
                },
            ),
        ),
        ("uitnodiging", desk::uitnodiging(&FRAME, &invitation)),
        (
            "uitnodiging-fout",
            desk::uitnodiging(&FRAME, &Uitnodiging { errors: &short, token: Some("t"), ..invitation }),
        ),
        ("code", desk::code(&FRAME, &code)),
        ("code-fout", desk::code(&FRAME, &Code { errors: &[failed("code", "Deze code klopt niet.")], ..code })),
        ("verder", desk::verder(&FRAME, &resumed)),
        ("account", desk::account(&DESK, &own_account)),
        (
            "account-agenda",
            desk::account(
                &DESK,
                &Account {
                    calendar: CalendarAddress::Made { on: "23 november 2026", fetched: Some("26 november 2026") },
                    ..Account::default()
                },
            ),
        ),
        ("wachtwoord", accounts::password(false)),
        ("wachtwoord-fout", accounts::password(true)),
        ("nieuwe-code", accounts::second(false, false)),
        ("nieuwe-code-fout", accounts::second(false, true)),
        ("nieuwe-code-tweede", accounts::second(true, true)),
        ("accounts", accounts::list(false)),
        ("accounts-fout", accounts::list(true)),
        ("accounts-leeg", accounts::nobody()),
        ("blijf", desk::blijf(&DESK)),
        ("werk", desk::werk(&SHOUTING, &work)),
        (
            "werk-toegelaten",
            desk::werk(&DESK, &Werk { let_in: &["Ondermijning (AOV)"], readable: 12, ..Werk::default() }),
        ),
        ("werk-rustig", desk::werk(&DESK, &Werk { readable: 1, ..Werk::default() })),
        (
            "werk-onbekend",
            desk::werk(
                &DESK,
                &Werk {
                    no_route_yet: Some(desk::Waits { six: SIX, of_none: true, ..desk::Waits::default() }),
                    ..Werk::default()
                },
            ),
        ),
        ("werk-mensen", desk::werk(&DESK, &Werk { people: &["aov wil nieuw toelaten.", HOSTILE], ..Werk::default() })),
        (
            "werk-leeg",
            desk::werk(
                &DESK,
                &Werk {
                    no_route_yet: Some(desk::Waits {
                        six: SIX,
                        members: &["Jet Jansen (Adviseur)", "Piet Pietersen (Jurist)"],
                        ..desk::Waits::default()
                    }),
                    ..Werk::default()
                },
            ),
        ),
        ("wachtrij", queue(false)),
        ("wachtrij-leeg", queue(true)),
        ("zoeken", desk::zoeken(&DESK, &Zoeken { themes: KINDS, areas: KINDS, ..Zoeken::default() })),
        (
            "zoeken-gevonden",
            desk::zoeken(
                &DESK,
                &Zoeken {
                    words: HOSTILE,
                    themes: KINDS,
                    theme: "allebei",
                    found: Some(51),
                    rows: &[QueueRow {
                        kenmerk: "2026-K7Q3",
                        subject: HOSTILE,
                        status: "In weging",
                        ..QueueRow::default()
                    }],
                    page: 2,
                    pages: 3,
                    ..Zoeken::default()
                },
            ),
        ),
        ("logboek", journal::log(false)),
        ("logboek-fout", journal::log(true)),
        ("logboek-leeg", desk::logboek(&DESK, &Logboek::default())),
        ("zoeken-niets", desk::zoeken(&DESK, &Zoeken { found: Some(0), ..Zoeken::default() })),
        (
            "zoeken-fout",
            desk::zoeken(
                &DESK,
                &Zoeken {
                    from: "gisteren",
                    errors: &[failed("zoek", "Vul een woord in."), failed("van", "Schrijf een dag als 31-12-2026.")],
                    ..Zoeken::default()
                },
            ),
        ),
        ("signaal", signal(false)),
        ("signaal-kapot", signal(true)),
        ("signaal-genodigde", invited()),
        ("invoeren", registering(false)),
        ("invoeren-fouten", registering(true)),
        ("ingevoerd", desk::ingevoerd(&DESK, &Ingevoerd { words: TEN, route: "aov", own: true })),
        ("ingevoerd-elders", desk::ingevoerd(&DESK, &Ingevoerd { route: "burgemeester", ..Ingevoerd::default() })),
        ("overleggen", meetings::calendar(false)),
        ("overleggen-fouten", meetings::calendar(true)),
        ("overleg-gepland", meetings::planned(false)),
        ("overleg-fouten", meetings::planned(true)),
        ("overleg", meetings::held()),
        ("overleg-verplaatst", meetings::left()),
        ("verplaatsen", meetings::moving(false)),
        ("verplaatsen-fouten", meetings::moving(true)),
        ("overlegpunt-vooraf", meetings::beforehand()),
        ("overlegpunt", meetings::point(false)),
        ("overlegpunt-fouten", meetings::point(true)),
        ("verslag", meetings::minutes()),
        (
            "bewaren-open",
            desk::bewaren(
                &DESK,
                &Bewaren { kenmerk: "2026-M2XR", obstacle: Some("Sluit het signaal eerst af."), ..Bewaren::default() },
            ),
        ),
        ("bewaren", keeping(false)),
        ("bewaren-fouten", keeping(true)),
        ("bewaren-lijst", kept_list()),
        ("naam", names::asking(false)),
        ("naam-fouten", names::asking(true)),
        ("naam-tonen", names::shown(0)),
        ("naam-getoond", names::shown(1)),
        ("naam-leeg", names::shown(2)),
        ("naam-wacht", names::shown(3)),
        ("naam-niemand", names::shown(4)),
        ("naam-onderweg", names::shown(5)),
        ("namen", names::requests(false)),
        ("namen-leeg", names::requests(true)),
        ("naamverzoek", names::request(0)),
        ("naamverzoek-fouten", names::request(1)),
        ("naamverzoek-beslist", names::request(2)),
        ("naamverzoek-wacht", names::request(3)),
        ("naamverzoek-envelop", names::request(4)),
        ("naamverzoek-geopend", names::request(5)),
        ("naamverzoek-dicht", names::request(6)),
        ("verband", relations(false)),
        ("verband-fouten", relations(true)),
        ("verrijking", enriching(false)),
        ("verrijking-fouten", enriching(true)),
        (
            "verrijking-genodigde",
            desk::verrijking(&DESK, &Verrijking { kenmerk: "2026-M2XR", ..Verrijking::default() }),
        ),
        ("verrijkingsvraag", enriching_question(false)),
        ("verrijkingsvraag-fouten", enriching_question(true)),
        ("toegang", access(false, true)),
        ("toegang-zonder-verklaring", access(false, false)),
        ("toegang-fouten", access(true, true)),
        ("papier", printed()),
        ("brieven", letters(false)),
        ("brieven-geen", letters(true)),
        ("brief", letter(false)),
        ("brief-fout", letter(true)),
        ("woo", publishing(false)),
        ("woo-fouten", publishing(true)),
        ("onderzoek", investigation::track(false)),
        ("onderzoek-fouten", investigation::track(true)),
        ("onderzoek-elders", investigation::elsewhere()),
        ("weging", weighing_form(false)),
        ("weging-conflict", weighing_form(true)),
        ("beheer", administration(false)),
        ("beheer-fout", administration(true)),
        ("rechten", rights::review(false)),
        ("rechten-fouten", rights::review(true)),
        ("rechten-geen-route", desk::rechten(&DESK, &Rechten::default())),
        ("rechten-toezicht", rights::supervision()),
        ("werk-herinnerd", rights::reminded()),
        ("werk-termijnen", terms::work()),
        ("termijn", terms::terms(false)),
        ("termijn-fouten", terms::terms(true)),
        ("termijn-leeg", terms::little()),
        ("termijn-gehaald", terms::met_late()),
        ("sleutelwissel", rotation::replacing(false)),
        ("sleutelwissel-fout", rotation::replacing(true)),
    ]
    .into_iter()
    .map(|(name, markup)| (name, markup.into_string()))
    .collect()
}

fn queue(empty: bool) -> maud::Markup {
    let term = |label, due, state| Some(Term { label, due, state });
    let row = |kenmerk, status, subject, term| QueueRow {
        kenmerk,
        received: "12 november 2026",
        route: "aov",
        status,
        subject,
        term,
        ..QueueRow::default()
    };
    let rows = [
        row("2026-K7Q3", "Ontvangen", "", term("Ontvangstbevestiging", "20 november", TermState::Late)),
        row(
            "2026-M2XR",
            "In voorscreening",
            "Restaurant waar nooit iemand zit en toch drie keer is verbouwd",
            term("Terugkoppeling", "25 november", TermState::Soon),
        ),
        QueueRow {
            warnings: &["Beschadigd"],
            is_danger: true,
            cannot_wait: true,
            ..row("2026-P9DA", "In weging", HOSTILE, term("Terugkoppeling", "12 februari", TermState::Running))
        },
        row("2026-T4WB", "Afgehandeld", "Leegstaande schuur in het buitengebied", None),
    ];
    desk::wachtrij(
        &DESK,
        &Wachtrij {
            statuses: &[choice("Ontvangen", "Ontvangen"), choice("In weging", "In weging")],
            status: if empty { "In weging" } else { "" },
            routes: &[choice("aov", "aov"), choice("burgemeester", "burgemeester")],
            route: "",
            rows: if empty { &[] } else { &rows },
            total: if empty { 0 } else { 44 },
            page: if empty { 1 } else { 2 },
            pages: if empty { 1 } else { 3 },
        },
    )
}

/// Letter, exact label of article 7 lid 1, and a question that helps.
pub const CRITERIA: [(&str, &str, &str); 8] = [
    ("a", "aard van het feit", "Wat is er volgens het signaal gebeurd, en welke regel raakt dat?"),
    ("b", "ontvankelijkheid", "Hoort dit bij ons, en bij deze route?"),
    ("c", "ernst van de zaak", "Wat is het gevolg als dit waar is?"),
    ("d", "valideerbaarheid", "Wat kunnen wij zelf nagaan?"),
    ("e", "positie of persoon van de bron", "Wat zegt de plek van de bron over wat hij kan weten?"),
    ("f", "positie of persoon van de ambtsdrager op wie het signaal betrekking heeft", "Maakt de functie uit?"),
    ("g", "geloofwaardigheid/waarschijnlijkheid", "Is het concreet, en past het bij wat wij weten?"),
    ("h", "spoedeisendheid/actualiteit", "Wat gebeurt er als wij zes weken wachten?"),
];
const LEVELS: &[Choice] = &[
    choice("laag", "laag"),
    choice("midden", "midden"),
    choice("hoog", "hoog"),
    choice("niet te bepalen", "niet te bepalen"),
];

const fn pair(label: &'static str, value: &'static str) -> LabelValue<'static> {
    LabelValue { label, value }
}

const REPORT: &[LabelValue] = &[
    pair("Over wie", "ondernemer/bedrijf"),
    pair("Wat is er gebeurd?", STORY),
    pair("Wie", HOSTILE),
    pair("Waar", "Restaurant aan het plein"),
];

fn weighed() -> Vec<WeighedCriterion<'static>> {
    let text = "Contant aanbod, onbekende derde die leiding lijkt te geven. De stukken zijn zelf na te gaan.";
    CRITERIA
        .iter()
        .map(|&(letter, label, _)| WeighedCriterion { letter, label, text, level: (letter != "e").then_some("midden") })
        .collect()
}

fn weighing<'a>(criteria: &'a [WeighedCriterion<'a>], version: u32) -> Weighing<'a> {
    Weighing {
        version,
        who: "J. Jurist",
        when: "22 november 2026, 10.15 uur",
        criteria,
        proportionality: "Een toets past bij de aanvraag.",
        conclusion: HOSTILE,
    }
}

/// The signal of somebody who was invited without the reporter's words, and has not said yet that he is not involved.
fn invited() -> maud::Markup {
    let notes = [Note { text: HOSTILE, who: "lio-brp@demo.example", when: "12 november 2026, 10:15" }];
    let wrong = [failed("betrokken", "Zeg eerst dat u niet betrokken bent bij dit signaal.")];
    desk::signaal(
        &DESK,
        &Signaal {
            kenmerk: "2026-M2XR",
            route: "aov",
            status: "In voorscreening",
            may: May { decide: false, answer: false, contribute: false },
            asks_declaration: true,
            declaration_errors: &wrong,
            source_closed: true,
            description: Some(Description { text: HOSTILE, who: "aov", when: "12 november", ..Description::default() }),
            notes: &notes,
            links: &[Link { kind: "samengevoegd in", kenmerk: "2026-K7Q3", reason: HOSTILE, when: "12 november 2026" }],
            ..Signaal::default()
        },
    )
}

fn registering(wrong: bool) -> maud::Markup {
    let choice = |value| [Choice { value, label: HOSTILE, hint: None }];
    let (origins, subjects, kinds) = (choice("partner"), choice("burger"), choice("ondermijning"));
    let fields = ["bron", "ontvangen_op", "over_wie", "soort", "wat", "wie", "ook_over", "postvak", "gecontroleerd"];
    let errors = fields.map(|field| failed(field, "Kies een antwoord uit de lijst."));
    desk::invoeren(
        &DESK,
        &Invoeren {
            origins: &origins,
            received: "12-11-2026",
            subjects: &subjects,
            kinds: &kinds,
            also: if wrong { &subjects } else { &[] },
            texts: [HOSTILE; 6],
            errors: if wrong { &errors } else { &[] },
            ..Invoeren::default()
        },
    )
}

fn printed() -> maud::Markup {
    let parts = [
        PaperPart::Warning("Op dit papier staan de woorden van de melder."),
        PaperPart::Heading("Weging"),
        PaperPart::Subheading("Versie 1"),
        PaperPart::Rows(vec![pair("a. aard van het feit", HOSTILE)]),
        PaperPart::Text(HOSTILE),
        PaperPart::Quiet("Sanne de Wit, 12 november 2026"),
        PaperPart::List(vec!["Sanne de Wit", HOSTILE]),
    ];
    desk::papier(
        &DESK,
        &Papier {
            title: "Signaal 2026-M2XR",
            purpose: "Vertrouwelijk dossier",
            printed: "Afgedrukt op 26 november 2026 door Sanne de Wit",
            parts: &parts,
            back: ("/signalen/2026-M2XR", "Terug naar het signaal"),
            ways: &[("/signalen/2026-M2XR/papier.pdf", "Bewaar als pdf")],
        },
    )
}

fn letters(none: bool) -> maud::Markup {
    let to = |to, via| LetterLink { href: "/signalen/2026-M2XR/brieven/wethouders?bij=V1-W", to, via };
    let group = LetterGroup {
        moment: "Voornemen vooronderzoek",
        article: "Artikel 4, derde lid",
        letters: vec![to("Wethouders", ""), to("Integriteitscommissie", "Door tussenkomst van de griffier")],
    };
    desk::brieven(
        &DESK,
        &Brieven { kenmerk: "2026-M2XR", groups: if none { &[] } else { std::slice::from_ref(&group) } },
    )
}

fn letter(wrong: bool) -> maud::Markup {
    let errors = [failed("tekst", "De brief is leeg.")];
    desk::brief(
        &DESK,
        &Brief {
            kenmerk: "2026-M2XR",
            title: "Brief: Wethouders",
            action: "/signalen/2026-M2XR/brieven/wethouders?bij=V1-W",
            text: HOSTILE,
            open: if wrong { &[] } else { &["[vul in: de datum]"] },
            errors: if wrong { &errors } else { &[] },
            ..Brief::default()
        },
    )
}

fn publishing(wrong: bool) -> maud::Markup {
    let traces = ["telefoonnummer: 06-12345678".to_owned()];
    let one = WooDocument {
        number: "1",
        label: "Aantekening, 12 november 2026, Jurist",
        choice_field: "keuze-4",
        grounds_field: "gronden-4",
        text_field: "tekst-4",
        choice: if wrong { "" } else { "deels openbaar" },
        grounds: if wrong { vec![] } else { vec!["art. 5.1 lid 2 sub e"] },
        text: HOSTILE,
        traces: if wrong { &[] } else { &traces },
    };
    let errors = [failed("keuze-4", "Kies of dit stuk openbaar wordt."), failed("gronden-4", "Kies op welke grond.")];
    desk::woo(
        &DESK,
        &Woo {
            kenmerk: "2026-M2XR",
            documents: &[one],
            choices: &[choice("openbaar", "openbaar"), choice("deels openbaar", "deels openbaar")],
            grounds: &[
                choice("art. 5.1 lid 2 sub e", "Art. 5.1 lid 2 sub e"),
                choice("art. 5.2 lid 1", "Art. 5.2 lid 1"),
            ],
            errors: if wrong { &errors } else { &[] },
            ..Woo::default()
        },
    )
}

fn keeping(wrong: bool) -> maud::Markup {
    let errors = ["gezien", "reden"].map(|field| failed(field, "Schrijf op waarom."));
    let view = Bewaren {
        kenmerk: "2026-M2XR",
        closed: Some("23 november 2026"),
        outcome: "Doorgeleid",
        until: Some("23 november 2027"),
        ground: HOSTILE,
        list: "1.2",
        held: wrong.then_some(Held { who: "Sanne de Wit", date: "3 december 2026", why: HOSTILE }),
        signers: if wrong { &[] } else { &["Sanne de Wit"] },
        changed: wrong,
        reason: HOSTILE,
        errors: if wrong { &errors } else { &[] },
        ..Bewaren::default()
    };
    desk::bewaren(&DESK, &view)
}

fn kept_list() -> maud::Markup {
    let row = [KeptRow { kenmerk: "2026-M2XR", route: "AOV", outcome: "Doorgeleid", until: "23 november 2027" }];
    let gone = [GoneRow {
        kenmerk: "2024-K7Q3",
        on: "3 december 2026",
        ground: HOSTILE,
        list: "1.2",
        manner: "gewist",
        is_final: "2 januari 2027",
    }];
    let view = BewarenLijst {
        past: &row,
        soon: &row,
        held: &row,
        gone: &gone,
        missing: &["Doorgeleid"],
        ..Default::default()
    };
    desk::bewaren_lijst(&DESK, &view)
}

fn relations(wrong: bool) -> maud::Markup {
    let kinds = [Choice { value: "samengevoegd in", label: "samengevoegd in", hint: None }];
    let possible = [Possible { kenmerk: "2026-K7Q3", received: "12 november 2026", shared: HOSTILE }];
    let errors = ["aard", "kenmerk", "reden"].map(|field| failed(field, "Kies een antwoord uit de lijst."));
    desk::verband(
        &DESK,
        &Verband {
            kenmerk: "2026-M2XR",
            possible: if wrong { &[] } else { &possible },
            kinds: &kinds,
            reason: HOSTILE,
            errors: if wrong { &errors } else { &[] },
            ..Verband::default()
        },
    )
}

const QUESTIONS: &[QuestionLine] = &[
    QuestionLine { number: "7", to: HOSTILE, stage: "hit", when: "3 december 2026", is_yours: false },
    QuestionLine {
        number: "9",
        to: "Belastingen",
        stage: "wacht op antwoord",
        when: "4 december 2026",
        is_yours: true,
    },
];
const ROUTINE: Routine = Routine { text: HOSTILE, who: "Sanne de Wit", when: "3 december 2026, 10:15" };

fn enriching(wrong: bool) -> maud::Markup {
    let people = [Choice { value: "x", label: HOSTILE, hint: None }];
    let errors = ["collega", "vraag", "doel", "grondslag", "bronnen", "andere_bron", "toets", "nagelezen", "bevestigd"]
        .map(|field| failed(field, "Dit kan zo niet."));
    let ask = AskForm {
        people: &people,
        question: HOSTILE,
        grounds: &["Wet Bibob"],
        sources: KINDS,
        chosen: &["allebei"],
        doubts: if wrong { &[HOSTILE] } else { &[] },
        asks_confirmation: wrong,
        errors: if wrong { &errors } else { &[] },
        ..AskForm::default()
    };
    let routine = RoutineForm {
        text: HOSTILE,
        examples: &["De jaarlijkse controle."],
        errors: if wrong { &[failed("aanleiding", "Schrijf een aanleiding.")] } else { &[] },
    };
    desk::verrijking(
        &DESK,
        &Verrijking {
            kenmerk: "2026-M2XR",
            warnings: if wrong { &["Onderdeel 4 van het dossier is beschadigd."] } else { &[] },
            done: (!wrong).then_some("Uw vraag staat klaar."),
            questions: if wrong { &[] } else { QUESTIONS },
            routine: (!wrong).then_some(ROUTINE),
            next: &["Verrijking", "Reactie gevraagd"],
            forms: Some((ask, routine)),
            ..Verrijking::default()
        },
    )
}

fn enriching_question(wrong: bool) -> maud::Markup {
    let fields = ["bronnen", "oordeel", "reden_toets", "uitkomst", "reden_antwoord", "welke", "details", "reden"];
    let errors = fields.map(|field| failed(field, "Dit kan zo niet."));
    let doing = [
        Doing::Approve { verdicts: KINDS, verdict: "allebei", sources: KINDS, chosen: &["allebei"], reason: HOSTILE },
        Doing::Answer { outcomes: KINDS, outcome: "", reason: HOSTILE },
        Doing::AskDetails { which: HOSTILE },
        Doing::Explain { details: HOSTILE },
        Doing::Withdraw { reason: HOSTILE },
    ];
    desk::verrijkingsvraag(
        &DESK,
        &Verrijkingsvraag {
            kenmerk: "2026-M2XR",
            number: "7",
            to: HOSTILE,
            stage: "wacht op antwoord",
            done: (!wrong).then_some("Uw antwoord staat in het dossier."),
            rows: &[pair("Vraag", HOSTILE), pair("Bronnen gevraagd", "Kadaster")],
            doing: &doing,
            errors: if wrong { &errors } else { &[] },
            ..Verrijkingsvraag::default()
        },
    )
}

fn access(wrong: bool, declared: bool) -> maud::Markup {
    let holder = |name, part, reads_source| KeyHolder { name, function: HOSTILE, part, reads_source };
    let choice = |value| [Choice { value, label: HOSTILE, hint: None }];
    let (people, parts, routes) = (choice("x"), choice("behandelaar"), choice("extern"));
    let invite = [
        failed("collega", "Kies een collega die bij deze route bekend is."),
        failed("als", "Kies wat uw collega doet."),
        failed("reden", "Schrijf waarom."),
        failed("reden_bron", "Schrijf waarom."),
        failed("bevestigd", "Vink aan dat u toch verdergaat."),
    ];
    let (take, over) = ([failed("wie", "Kies een persoon.")], [failed("naar", "Kies een route.")]);
    let forms = Forms {
        declared,
        may_hand_over: true,
        invite: Invite {
            colleagues: &people,
            parts: &parts,
            reason: HOSTILE,
            asks_confirmation: true,
            errors: if wrong { &invite } else { &[] },
            ..Invite::default()
        },
        take_away: TakeAway {
            people: &people,
            reason: HOSTILE,
            errors: if wrong { &take } else { &[] },
            ..TakeAway::default()
        },
        hand_over: HandOver {
            routes: &routes,
            message: HOSTILE,
            tells_reporter: true,
            asks_confirmation: wrong,
            errors: if wrong { &over } else { &[] },
            ..HandOver::default()
        },
    };
    let changes = [Change { what: HOSTILE, who: HOSTILE, when: "12 november 2026, 10:15", reason: HOSTILE }];
    desk::toegang(
        &DESK,
        &Toegang {
            kenmerk: "2026-M2XR",
            done: (!wrong).then_some("Uw collega kan dit signaal nu openen."),
            warnings: if wrong { &["De sleutelverklaring klopt niet."] } else { &[] },
            readers: &[holder("aov", "lid van de route", true), holder("jurist", "deelnemer aan het overleg", false)],
            kept_out: &[HOSTILE],
            changes: &changes,
            forms: Some(forms),
            ..Toegang::default()
        },
    )
}

fn signal(broken: bool) -> maud::Markup {
    let criteria = weighed();
    let weighings = [weighing(&criteria, 2), weighing(&criteria, 1)];
    let next = |status, needs_reason| NextStatus { status, label: status, needs_reason, informs_others: !needs_reason };
    let view = Signaal {
        kenmerk: "2026-M2XR",
        route: "aov",
        received: "12 november 2026",
        status: "In voorscreening",
        reporter_sees: "Wij bekijken uw signaal",
        terms: &[
            Term { label: "Terugkoppeling", due: "25 november", state: TermState::Soon },
            Term { label: "Ontvangstbevestiging", due: "19 november", state: TermState::Met },
        ],
        done: Some("Uw bericht is verstuurd aan de melder."),
        questions: QUESTIONS,
        routine: Some(ROUTINE),
        recognition: &[pair("Eerst overleggen", "Niet beantwoord."), pair("Hoeveel mensen weten dit", HOSTILE)],
        report: REPORT,
        most: "10",
        file_mib: "50",
        report_mib: "100",
        files: &DESK_FILES,
        description: Some(Description {
            text: "Horecazaak zonder zichtbare klanten.",
            sorted: &[pair("Verschijningsvorm", "Witwassen\nmensenhandel"), pair("Gebied", HOSTILE)],
            who: DESK.user,
            when: "18 november 2026",
        }),
        description_form: description_form(&[]),
        messages: TALK_WITH_FILES,
        message_form: MessageForm {
            texts: &[choice("vraag", "Vraag"), choice("nazorg", "Nazorg")],
            text_chosen: "nazorg",
            filled: Some("De tekst is ingevuld. Lees alles na voordat u het verstuurt."),
            types: &[choice("Vraag", "Vraag"), choice("Terugkoppeling", "Terugkoppeling")],
            chosen: "Vraag",
            ..MessageForm::default()
        },
        weighings: &weighings,
        status_form: StatusForm {
            next: &[
                next("Op LIO-agenda", false),
                next("In weging", false),
                next("Reactie gevraagd", false),
                next("Afgehandeld", true),
            ],
            asks_confirmation: true,
            ..StatusForm::default()
        },
        history: &[
            StatusChange { status: "In voorscreening", who: DESK.user, when: "17 november 2026", reason: None },
            StatusChange {
                status: "Ontvangst bevestigd",
                who: DESK.user,
                when: "17 november 2026",
                reason: Some("Direct beantwoord."),
            },
        ],
        track: Some(TrackLine {
            next: "Leg vast of de betrokkene van het vooronderzoek weet.",
            open: "Er staat 1 informatieplicht open.",
        }),
        readings: &[ReadBy { who: HOSTILE, day: "26 november 2026", times: "14:03, 09:12" }],
        readers: &[
            Person { name: DESK.user, function: DESK.function },
            Person { name: "J. Jurist", function: "jurist openbare orde en veiligheid" },
        ],
        ..Signaal::default()
    };
    if !broken {
        return desk::signaal(&DESK, &view);
    }
    let wrong = [failed("reden", "Schrijf de reden op.")];
    let wrong_description =
        ["omschrijving", "verschijningsvorm", "schending", "kwetsbaar_proces", "gebied", "urgentie"]
            .map(|field| failed(field, "Dit kan zo niet."));
    desk::signaal(
        &SHOUTING,
        &Signaal {
            warnings: &[
                "De melding is beschadigd: de handtekening klopt niet.",
                "De status in de lijst wijkt af van het dossier.",
            ],
            done: None,
            report: &[],
            files: &[],
            description: None,
            description_form: description_form(&wrong_description),
            messages: BROKEN_TALK,
            before_writing: Some("De melder heeft het postvak weggegooid op 3 december 2026."),
            message_form: MessageForm {
                text: HOSTILE,
                errors: &[failed("bericht", "Het bericht is leeg.")],
                ..view.message_form
            },
            weighings: &[],
            status_form: StatusForm { chosen: "Afgehandeld", errors: &wrong, ..view.status_form },
            terms: &[],
            history: &[],
            ..view
        },
    )
}

fn description_form<'a>(errors: &'a [FieldError<'a>]) -> DescriptionForm<'a> {
    let list = |field, legend, chosen| Themes { field, legend, options: KINDS, chosen };
    DescriptionForm {
        text: if errors.is_empty() { "" } else { HOSTILE },
        themes: [
            list("verschijningsvorm", "Verschijningsvorm", &["allebei"]),
            list("schending", "Schending", &[]),
            list("kwetsbaar_proces", "Kwetsbaar proces", &[]),
        ],
        areas: KINDS,
        area: "integriteit",
        urgencies: KINDS,
        urgency: "ondermijning",
        errors,
    }
}

fn weighing_form(conflict: bool) -> maud::Markup {
    let saved = weighed();
    let criteria = CRITERIA.map(|(letter, label, question)| Criterion {
        letter,
        label,
        question,
        levels: LEVELS,
        text: if conflict { HOSTILE } else { "" },
        level: if conflict { "hoog" } else { "" },
    });
    desk::weging(
        &DESK,
        &Weging {
            kenmerk: "2026-M2XR",
            route: "aov",
            note: Some("naar analogie van artikel 7 lid 1"),
            summary: REPORT,
            criteria: &criteria,
            version: if conflict { "3" } else { "2" },
            errors: if conflict {
                &[FieldError { field: "e_toelichting", message: "Schrijf een toelichting bij e." }]
            } else {
                &[]
            },
            conflict: conflict.then(|| weighing(&saved, 3)),
            ..Weging::default()
        },
    )
}

fn administration(wrong: bool) -> maud::Markup {
    let newcomer = Newcomer {
        account: "lio-brp@demo.example",
        name: "B. Burgerzaken",
        function: "medewerker BRP",
        typed: if wrong { HOSTILE } else { "" },
        again: None,
        errors: if wrong { &["Deze woorden horen niet bij deze collega."] } else { &[] },
        password: wrong.then_some("Dit is niet uw wachtwoord."),
    };
    let member = Member { name: DESK.user, function: DESK.function, how: "maakte de sleutel, op 23 november 2026" };
    let asked = Admission {
        request: "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
        name: "N. Nieuw",
        function: "Vervanger",
        by: HOSTILE,
        on: "23 november 2026",
        state: AdmissionState::Open,
        typed: if wrong { HOSTILE } else { "" },
        again: Some("2026-K7Q3"),
        errors: if wrong { &["Typ alle 6 woorden. U typte er 5."] } else { &[] },
        password: wrong.then_some("Dit is niet uw wachtwoord."),
    };
    let waiting = [
        asked,
        Admission {
            request: "1f0f0f0f0f0f0f0f0f0f",
            state: AdmissionState::Own,
            errors: &[],
            password: None,
            again: None,
            ..asked
        },
        Admission {
            request: "2f0f0f0f0f0f0f0f0f0f",
            state: AdmissionState::Unfit,
            errors: &[],
            password: None,
            again: Some(""),
            ..asked
        },
    ];
    let recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    let paper = |state| Some(Paper { state, recipient });
    let lines = "[routes.aov]\nencrypt = \"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\"\n\
                 sign = \"ed25519-1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs\"\n";
    let key = |configured| RouteState::Key { toml: lines, words: SIX, configured };
    let route = |route, label, state, newcomers| RouteAdmin {
        route,
        label,
        state,
        members: &[],
        newcomers,
        colleagues: &[],
        strangers: &[],
        waiting: &[],
        paper: paper(if wrong { PaperState::Other } else { PaperState::Unknown }),
    };
    let strangers =
        [Newcomer { account: "behandelaar@demo.example", name: "Behandelaar", again: Some("2026-K7Q3"), ..newcomer }];
    let newcomers = [
        newcomer,
        Newcomer {
            account: "lio-jurist@demo.example",
            name: "J. Jurist",
            typed: "",
            errors: &[],
            password: None,
            ..newcomer
        },
    ];
    desk::beheer(
        &DESK,
        &Beheer {
            proven_until: (!wrong).then_some("14.32"),
            words: SIX,
            routes: &[
                RouteAdmin {
                    members: &[member],
                    colleagues: &[Member { name: HOSTILE, function: "Behandelaar", how: "" }],
                    waiting: &waiting,
                    paper: paper(if wrong { PaperState::Forged } else { PaperState::Matches }),
                    strangers: &strangers,
                    ..route(
                        "aov",
                        "Ondermijning (aov)",
                        key(if wrong { Configured::Differs } else { Configured::Matches }),
                        &newcomers,
                    )
                },
                route("ambtelijk", "Ambtelijk", key(Configured::Missing), &newcomers[1..]),
                route("integriteitscommissie", "Integriteitscommissie", key(Configured::Older), &[]),
                route("burgemeester", "Burgemeester", RouteState::NoKey { may_make: true }, &[]),
                route("extern", "Extern meldpunt", RouteState::NoKey { may_make: false }, &[]),
            ],
            renewed: &[
                Renewed {
                    route: "aov",
                    account: "x",
                    name: HOSTILE,
                    function: "Behandelaar",
                    label: "Ondermijning (AOV)",
                },
                Renewed { route: "aov", account: "y", name: "jurist", function: "Jurist", label: "Ondermijning (AOV)" },
            ],
            done: (!wrong).then_some("De sleutel van de route ambtelijk is gemaakt."),
            error: wrong.then_some("De sleutel van deze route bestaat al."),
        },
    )
}

fn all<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    document.select(&selector).collect()
}

#[test]
fn every_page_has_one_h1_and_ids_that_occur_once() {
    for Page { name, html, .. } in pages() {
        let document = Html::parse_document(&html);
        assert_eq!(all(&document, "h1").len(), 1, "{name}: h1");
        assert_eq!(all(&document, "html[lang=nl] main#inhoud").len(), 1, "{name}: main");
        let mut seen = HashSet::new();
        for id in all(&document, "[id]").iter().filter_map(|element| element.attr("id")) {
            assert!(seen.insert(id.to_owned()), "{name}: id {id} twice");
        }
        for element in all(&document, "[aria-describedby], [aria-labelledby], a[href^='#']") {
            let targets = ["aria-describedby", "aria-labelledby"]
                .iter()
                .filter_map(|a| element.attr(a))
                .flat_map(str::split_whitespace);
            for target in targets.chain(element.attr("href").and_then(|href| href.strip_prefix('#'))) {
                assert!(seen.contains(target), "{name}: nothing has the id {target}");
            }
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_form_its_own_manners() {
    for Page { name, html, side } in pages() {
        let document = Html::parse_document(&html);
        let labels: HashSet<&str> = all(&document, "label[for]").iter().filter_map(|label| label.attr("for")).collect();
        for field in all(&document, "input:not([type=hidden], [hidden]), select, textarea") {
            assert!(field.attr("id").is_some_and(|id| labels.contains(id)), "{name}: no label for {}", field.html());
        }
        assert!(all(&document, "[disabled], [required]").is_empty(), "{name}: disabled or natively validated");
        let guest = ["inloggen", "uitnodiging", "code", "verder"].iter().any(|closed| name.starts_with(closed));
        for form in all(&document, "form[method=post]") {
            let token = Selector::parse("input[type=hidden][name=token]").unwrap_or_else(|error| panic!("{error}"));
            assert!(side == Side::Portal || guest || form.select(&token).count() == 1, "{name}: no token");
        }
    }
}

#[test]
fn enter_presses_the_primary_button() {
    for Page { name, html, .. } in pages() {
        let document = Html::parse_document(&html);
        let submit = Selector::parse("button").unwrap_or_else(|error| panic!("{error}"));
        for form in all(&document, "form") {
            // Without a field to press Enter in, there is no such thing as the default button.
            let field = Selector::parse("input:not([type=hidden], [hidden]), select, textarea")
                .unwrap_or_else(|error| panic!("{error}"));
            let first = form.select(&submit).next();
            let ok =
                form.select(&field).next().is_none() || first.is_some_and(|button| button.attr("formaction").is_none());
            assert!(ok, "{name}: Enter would press a button that goes elsewhere");
        }
    }
}

#[test]
fn no_page_needs_what_the_content_policy_forbids() {
    for Page { name, html, side } in pages() {
        for forbidden in [" style=", "<script", "<style", "http://", "data:", "javascript:", " onclick", "<img"] {
            assert!(!html.contains(forbidden), "{name}: {forbidden}");
        }
        // Others are linked to, and nothing of theirs is shown; they do not learn who sent somebody.
        for element in all(&Html::parse_document(&html), "*") {
            let others = element.value().attrs().filter(|(_, value)| value.contains("//"));
            let link = element.value().name() == "a" && element.attr("rel") == Some("noreferrer");
            let linked =
                |(attribute, value): (&str, &str)| link && attribute == "href" && value.starts_with("https://");
            assert!(others.into_iter().all(linked), "{name}: {}", element.html());
        }
        assert!(side == Side::Desk || html.len() < 30_000, "{name}: {} bytes", html.len());
    }
    assert!(STYLESHEET.len() < 14_500, "{} bytes", STYLESHEET.len());
    assert!(!STYLESHEET.contains("url(") && !STYLESHEET.contains("@import"));
}

#[test]
fn what_people_wrote_arrives_as_text() {
    let with_text = [
        "verhaal",
        "controle",
        "bestanden-gekozen",
        "controle-sporen",
        "controle-bestanden",
        "ophalen-fout",
        "postvak",
        "postvak-bestanden",
        "postvak-teruggedraaid",
        "wachtrij",
        "signaal",
        "signaal-kapot",
        "weging-conflict",
        "papier",
        "brief",
        "logboek",
        "woo",
        "onderzoek",
        "beheer-fout",
        "rechten",
        "wegwijzer",
        "privacy-ingevuld",
    ];
    for Page { name, html, .. } in pages().into_iter().filter(|page| with_text.contains(&page.name.as_str())) {
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;aanhaling&quot;"), "{name}");
    }
}

#[test]
fn a_text_comes_back_from_its_field_unchanged() {
    let text = "\nBegint met een lege regel.";
    let answers = Answers { wat: text, ..Answers::default() };
    let page = portal::verhaal(&FRAME, &Verhaal { answers, ..Verhaal::default() }).into_string();
    let document = Html::parse_document(&page);
    assert_eq!(
        all(&document, "textarea#wat").first().map(|area| area.text().collect::<String>()).as_deref(),
        Some(text)
    );
}

#[test]
fn the_code_is_ten_words_with_single_spaces() {
    let page = portal::verstuurd(&FRAME, &Verstuurd { words: TEN, ..Verstuurd::default() }).into_string();
    let document = Html::parse_document(&page);
    let code: Vec<String> = all(&document, "output#ophaalcode").iter().map(|output| output.text().collect()).collect();
    assert_eq!(code, [TEN.join(" ")]);
}

#[test]
fn the_steps_before_the_last_button_say_that_nothing_was_sent() {
    for Page { name, side, html } in pages() {
        let steps = ["over", "verhaal", "woorden", "gevaar", "bestanden", "controle"];
        let before = side == Side::Portal && steps.iter().any(|step| name.starts_with(step));
        assert_eq!(html.contains("Nog niets verstuurd"), before, "{name}");
    }
}
