//! Clauses in which the reporter is the only one ("ik ben de enige die daar controleert"), in Dutch, English and
//! German. About somebody else, denied or asked, they tell nobody who writes.

use super::context::{before, behind};
use super::pattern::Pattern;
use std::ops::Range;

/// Longest clause that is marked, in bytes.
const LONGEST: usize = 300;

static DUTCH: Pattern = Pattern::new(
    r"(?i)\b(?:
    ik (?:ben|was|blijf|bleef|bleek) (?:(?:hier|daar|er|dus|nu|nog|echt|toen|ook|wel|toch|namelijk|eigenlijk|zowat
        |ongeveer|volgens mij|helaas|waarschijnlijk|bijna|vrijwel|momenteel|inmiddels|verder|zelf|immers|gewoon|denk ik
        |nu eenmaal|steeds|zo'n beetje|vaak|meestal|altijd|soms|op dit moment|(?:in|binnen|op|van|bij)
        (?: de| het| ons| onze| dit| deze| mijn) [a-z]{2,30}) ){0,4}de e?enig(?:st)?e
    |(?:ben|was) ik (?:(?:hier|daar|er|dus|nu|nog|echt|toen|ook|wel|toch|namelijk|eigenlijk|zowat|ongeveer|helaas
        |waarschijnlijk|bijna|vrijwel|momenteel|inmiddels|verder|zelf|immers|gewoon|vaak|meestal|altijd|soms) ){0,4}
        de e?enig(?:st)?e
    |ik (?:(?:hier|daar|er|dus|nu|nog|toen|ook|zelf|daarvan|toevallig) ){0,3}de e?enig(?:st)?e
        [^.,;:!?\n]{0,60}? ?\b(?:ben|was)
    |ik (?:zijn|waren) (?:[a-z]{2,12} ){0,3}de e?enig(?:st)?en?
    |de e?enig(?:st)?e[^.,;:!?\n]{0,80} (?:ben|was) ik
    |ik (?:(?:heb|had|kan|kon|mag|mocht|moet|moest|weet|wist|doe|deed|werk|werkte|ben|was|sta|stond|zit|zat|kom|kwam
        |zie|zag|ken|kende|krijg|kreeg|teken|controleer|beheer) )?(?:(?:hier|daar|er|dus|nu|nog|toen|ook|zelf) ){0,3}
        als (?:de )?e?enige
    |als (?:de )?e?enige (?:[a-z]{2,20} ){0,3}(?:heb|had|kan|kon|mag|mocht|moet|moest|weet|wist|doe|deed|werk|werkte
        |ben|was|sta|stond|zit|zat|kom|kwam|zie|zag|ken|kende) ik
    |(?:alleen|enkel) ik (?:heb|had|weet|wist|kan|kon|mag|mocht|doe|deed|kom|ken)
    |(?:niemand|geen ander|geen enkele collega)[^.,;:!?\n]{0,50} (?:behalve|buiten|anders dan) (?:ik|mij|mijzelf|mezelf)
    |behalve (?:ik|mij|mijzelf|mezelf)[^.,;:!?\n]{0,50} niemand
    )\b",
);
static ENGLISH: Pattern = Pattern::new(
    r"(?i)\b(?:
    i(?:'m| am| was|'ve been| have been) (?:(?:also|now|still|probably|currently|here|there|basically|literally|actually
        |really|indeed) ){0,3}(?:the|their|its) (?:only|sole)
    |the only[^.,;:!?\n]{0,60} (?:is|was) (?:me|i)
    |only i (?:have|had|know|knew|can|could|do|did|work)
    )\b",
);
static GERMAN: Pattern = Pattern::new(
    r"(?i)\b(?:
    (?:ich (?:bin|war|bleibe)|(?:bin|war) ich) (?:(?:hier|da|dort|dabei|nur|noch|leider|auch|wohl|ja|aber|momentan
        |inzwischen|in der [a-z]{2,30}|im [a-z]{2,30}) ){0,3}(?:der|die|das) einzige[rn]?
    |ich (?:(?:hier|da|dort|dabei) ){0,2}(?:der|die) einzige[rn]?[^.,;:!?\n]{0,60}? ?\b(?:bin|war)
    |(?:der|die) einzige[rn]?[^.;:!?\n]{0,80} (?:bin|war) ich
    |nur ich (?:habe|hatte|weiss|wusste|kann|konnte|kenne)
    )\b",
);

// "Of ik de enige ben, weet ik niet"; "ik denk niet dat ik de enige ben"; "niet alleen ik weet dit".
static UNTOLD_BEFORE: Pattern = Pattern::new(
    r"(?i)\b(?:of|alsof|niet|niet dat|if|whether|though|not|not that|nicht|nicht,? dass|ob
    |(?:don't|do not|doubt|didn't|can't|cannot)(?: think| believe| be)?(?: that)?) $",
);
// "Ik ben de enige niet"; "ik zie als enige oplossing"; "alleen ik heb geen bewijs".
static UNTOLD_WITHIN: Pattern = Pattern::new(
    r"(?i)\b(?:(?:enige|enigste|only|einzige) (?:niet|nicht)
    |(?:als|ik) (?:de )?enige (?:oplossing|optie|uitweg|mogelijkheid|manier|reden|verklaring|oorzaak|kans|hoop|bewijs
        |alternatief|antwoord|reactie)
    |(?:(?:alleen|enkel) ik|only i|nur ich) (?:[a-z]{2,20} ){1,4}(?:niet|geen|not|no|nicht|kein|keine))\b",
);
static QUESTION: Pattern = Pattern::new(r"(?i)^(?:ben|was|bin|war) (?:ik|ich) ");
// "De enige die dat weet, ben ik" ends there; "de enige keer dat het misging was ik ziek" does not.
static ENDS_IN_ME: Pattern = Pattern::new(r"(?i)^(?:de|der|die|the) ");
static END: Pattern = Pattern::new("^ ?(?:[.,;:!?)\"\\n]|$|zelf\\b|myself\\b|selbst\\b)");

pub(super) fn clauses(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let all = DUTCH.all(bytes).chain(ENGLISH.all(bytes)).chain(GERMAN.all(bytes));
    all.filter_map(|found| {
        let clause = found.start..clause_end(bytes, found.end);
        let text = &bytes[clause.clone()];
        let asked = QUESTION.matches(text) && bytes[clause.end..].starts_with(b"?");
        let untold = UNTOLD_BEFORE.matches(before(bytes, clause.start)) || UNTOLD_WITHIN.matches(text);
        let mine = !ENDS_IN_ME.matches(text) || END.matches(behind(bytes, found.end));
        (!asked && !untold && mine).then_some(clause)
    })
}

/// Where the clause ends that goes on here: at punctuation, or at the end of a line.
fn clause_end(bytes: &[u8], from: usize) -> usize {
    let ends = |at: &usize| match bytes[*at] {
        b'.' => !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric),
        byte => matches!(byte, b',' | b';' | b':' | b'!' | b'?' | b')' | b'"' | b'\n'),
    };
    let limit = bytes.len().min(from + LONGEST);
    (from..limit).find(ends).unwrap_or(limit)
}
