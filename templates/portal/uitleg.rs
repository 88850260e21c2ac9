//! `GET /uitleg`: how this protects the reporter, what it cannot do, and who reads what.

use maud::{Markup, html};

use crate::layout::{Frame, Title, portal_page};

/// Who reads signals about whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reader<'a> {
    /// "Een wethouder"
    pub subject: &'a str,
    /// "De burgemeester"
    pub reader: &'a str,
    pub reachable: bool,
}

/// The explanation.
pub fn uitleg(frame: &Frame, readers: &[Reader]) -> Markup {
    portal_page(
        frame,
        Title::new("Uitleg"),
        &html! {
            h1 { "Hoe dit u beschermt, en wat het niet kan" }
            (protects())
            (cannot())
            (who_reads(readers))
            (afterwards())
            h2 { "Wilt u liever ergens anders heen?" }
            p {
                "U kunt ook naar een vertrouwenspersoon of naar het Huis voor Klokkenluiders. \
                 Of bel Meld Misdaad Anoniem: "
                a href="tel:0800-7000" { "0800-7000" } "."
            }
            p { a href="/melden" { "Een signaal melden" } }
        },
    )
}

fn protects() -> Markup {
    html! {
        h2 { "Zo beschermt dit u" }
        ul {
            li { "Wij vragen niet wie u bent. U maakt geen account." }
            li { "Wij bewaren niet vanaf welk adres op internet u komt, en niet met welk apparaat." }
            li {
                "Uw signaal gaat meteen op slot. Alleen de mensen die het moeten lezen, hebben de sleutel. "
                "De beheerder van de computers heeft die niet."
            }
            li { "Voor noodgevallen is er één reservesleutel. Die ligt op papier in een kluis." }
            li { "Wij bewaren alleen de dag waarop u iets deed. Niet het uur." }
            li { "Antwoorden opent u met uw ophaalcode. Die code bewaren wij niet. Wij zien niet wanneer u leest." }
            li {
                "Deze site gebruikt geen scripts. Een cookie komt er pas als u uw postvak opent. "
                "Die verdwijnt als u het sluit, of na twee uur."
            }
        }
    }
}

fn cannot() -> Markup {
    html! {
        h2 { "Dit kan het niet" }
        ul {
            li {
                strong { "Een besmet apparaat." }
                " Kijkt er een programma mee op uw telefoon of computer? Dan kunnen wij u niet beschermen."
            }
            li {
                strong { "Het netwerk van uw werk." }
                " Uw werkgever kan zien dat u deze site bezoekt. Hij ziet niet wat u schrijft. "
                "Hij ziet wel ongeveer hoeveel u verstuurt: een lange tekst geeft een groot bericht."
            }
            li {
                strong { "Wat u zelf vertelt." }
                " Weten maar weinig mensen wat u schrijft? Dan kan iemand u daaraan herkennen."
            }
            li {
                strong { "Een inbreker in deze site." }
                " Heeft iemand op dit moment de volledige macht over de computer van deze site? Dan kan hij lezen "
                "wat er vanaf dat moment binnenkomt. Wat er eerder kwam, blijft op slot. "
                "Op de computers van de behandelaars kan zo iemand lezen wat zij openen."
            }
            li {
                strong { "Uw tien woorden." }
                " Wie ze vindt, leest ons antwoord en kan namens u schrijven. Uw melding zelf ziet hij niet."
            }
        }
        p {
            "Gebruik daarom uw eigen apparaat en niet het netwerk van uw werk. "
            "Met Tor Browser ziet uw netwerk niet welke site u bezoekt."
        }
    }
}

fn who_reads(readers: &[Reader]) -> Markup {
    html! {
        h2 { "Wie leest wat?" }
        p { "Niemand mag een signaal over zichzelf lezen. Daarom vragen wij eerst over wie het gaat." }
        table .readers {
            thead { tr { th scope="col" { "Gaat het over" } th scope="col" { "Dan leest dit" } } }
            tbody {
                @for row in readers {
                    tr {
                        th scope="row" { (row.subject) }
                        td { (row.reader) @if !row.reachable { " (nog niet bereikbaar)" } }
                    }
                }
            }
        }
        p { "Kiest u er meer dan één? Dan leest maar één van hen uw signaal: wie het verst van deze mensen af staat." }
    }
}

fn afterwards() -> Markup {
    html! {
        h2 { "Wat gebeurt er met uw signaal?" }
        ol {
            li { "Binnen zeven dagen krijgt u een eerste bericht." }
            li { "Wij kijken wat er aan de hand is. Soms stellen wij u een vraag." }
            li {
                "Binnen drie maanden na ons eerste bericht hoort u wat wij met uw signaal doen. "
                "Wij mogen u niet altijd alles vertellen."
            }
        }
    }
}
