//! Whether words are somebody's name. There is no list of names: capitals, initials, titles and "van der" tell, and
//! words for functions, groups and bodies do not count.

use super::pattern::Pattern;

static TITLES: Pattern = Pattern::new(
    r"(?i)^(?:(?:de )?(?:heer|mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|hr\.?|drs\.?|ing\.?|ir\.?|dr\.?|prof\.?|mr\.?|mrs\.?
    |ms\.?|miss|herrn?|frau|fam\.?|familie) ){1,3}",
);
// Capitals, initials and what stands between them. The bytes beyond ASCII are letters, not signs (E2) or emoji (F0).
static CAPITALS: Pattern = Pattern::new(
    r"^(?:(?:[A-Z]\. ?){1,5}(?:(?:van|de|der|den|het|ter|ten|te|von|zu|el|al|la|le|du|da|'t) ){0,3})?
    [A-Z\xc3-\xe1\xe3-\xef][A-Za-z'\x80-\xe1\xe3-\xef-]{1,30}
    (?: (?:[A-Z]\. ?){0,3}(?:(?:van|de|der|den|het|ter|ten|te|von|zu|el|al|la|le|du|da|'t) ){0,3}
    [A-Z\xc3-\xe1\xe3-\xef][A-Za-z'\x80-\xe1\xe3-\xef-]{1,30}){0,3}",
);
// Behind a title a name may miss its capitals.
static ANY_CASE: Pattern = Pattern::new(
    r"(?i)^(?:[a-z]\. ?){0,4}(?:(?:van|de|der|den|het|ter|ten|te|von|zu|el|al|la|le|du|da|'t) ){0,3}
    [a-z\x80-\xe1\xe3-\xef][a-z'\x80-\xe1\xe3-\xef-]{1,30}",
);

/// Words that stand where a name may stand and are nobody's, without accents.
const NO_NAMES: &str = "\
    afdeling agent agenten all allemaal allen ambtenaar aov beheerder bestuur bewoner bewoners board buren \
    burgemeester burger burgers buurman buurvrouw chair colleague colleagues collega collega's collegae collegas \
    college commissaris commissie committee council councillor dame damen dames deelnemer deelnemers directeur \
    directie directrice dorpsgenoten edelachtbare everybody everyone familie frau gemeente god griffie griffier \
    handhaver heer heren herr herren hulpdienst iedereen inspecteur inwoner inwoners jongen jongens kamer kanaal \
    klant klanten kollege kollegen kollegin kolleginnen leden lezer lezers lid luisteraars madam mama manager \
    mayor medewerker medewerkers meisje melder meldpunt meneer mensen mensheid mevrouw minister ministerie \
    nederland notaris officer officier oma ombudsman ondernemer ondernemers opa organisatie ouder ouders papa \
    politie provincie publiek raad rechter redacteur redactie relatie relaties schat secretaris senior sir staff \
    stichting student studenten team teams there toezichthouder voorzitter vriend vrienden vriendin wethouder \
    wethouders zorgverlener zwager";
/// What words for functions and bodies end in.
const NO_NAME_ENDS: &str = "\
    adviseur afdeling ambtenaar ambtenaren beheerder bestuur bewaarder burgemeester commissie consulent \
    coordinator functionaris genoten houder houders inspecteur leden leider leidinggevende leraar lezer lezers \
    loket manager medewerker medewerkers meldpunt persoon raad raadslid secretaris team voorzitter werker werkers";

/// A name at the start of some bytes.
pub(super) struct Name {
    pub(super) length: usize,
    /// A first and a last name, or initials and a last name: more than a word with a capital.
    pub(super) full: bool,
}

impl Name {
    pub(super) fn at(bytes: &[u8]) -> Option<Self> {
        let titles = TITLES.length(bytes).unwrap_or_default();
        let untitled = &bytes[titles..];
        let length = CAPITALS.length(untitled).or_else(|| if titles > 0 { ANY_CASE.length(untitled) } else { None })?;
        let words = || untitled[..length].split(|byte| *byte == b' ');
        let named = words().filter(|word| word.len() > 1).all(|word| !is_no_name(word));
        let parts = words().flat_map(|word| word.split_inclusive(|byte| *byte == b'.')).filter(|part| is_capital(part));
        named.then(|| Self { length: titles + length, full: parts.count() > 1 })
    }
}

fn is_capital(word: &[u8]) -> bool {
    word.first().is_some_and(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
}

/// Whether a word with a capital is a function, a group, a body or an abbreviation.
fn is_no_name(word: &[u8]) -> bool {
    let lower = word.to_ascii_lowercase();
    let abbreviation = word.iter().all(u8::is_ascii_uppercase);
    abbreviation
        || NO_NAMES.split(' ').any(|other| other.as_bytes() == lower)
        || NO_NAME_ENDS.split(' ').any(|end| lower.ends_with(end.as_bytes()))
}
