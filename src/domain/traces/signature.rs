//! Where somebody stands with a name: the closing of a letter with the lines below it, a greeting with a name, "mijn
//! naam is". A closing counts whoever signs, as "een medewerker van de balie" tells too; one without a signer does not.

use super::name::Name;
use super::pattern::Pattern;
use std::ops::Range;

/// Longest line of a signature, in bytes, and most lines of one; how far a line is read at all.
const LONGEST: usize = 90;
const LINES: usize = 7;
const READ: usize = 200;

pub(super) fn signatures(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let closings = CLOSING.all(bytes).filter_map(|found| signed(bytes, found));
    let thanks = THANKS.all(bytes).filter_map(|found| thanked(bytes, found));
    let greetings = GREETING.all(bytes).filter_map(|found| greeted(bytes, found));
    let introductions = INTRODUCTION.all(bytes).filter_map(|found| introduced(bytes, found, false));
    let called = CALLED.all(bytes);
    let being = BEING.all(bytes).filter_map(|found| introduced(bytes, found, true));
    closings.chain(thanks).chain(greetings).chain(introductions).chain(called).chain(being)
}

// At the start of a line or a sentence.
static CLOSING: Pattern = Pattern::new(
    r"(?i)(?:^|\n|[.!?)] {1,2})[ >|*_-]{0,12}((?:
    (?:met (?:een )?)?(?:vriendelijke|vriendelijk|hartelijke|hartelijk|beste|warme|collegiale|lieve|vr\.|vr) ?
        (?:groet(?:en|jes)?|gr\.?)
    |(?:met )?(?:groet(?:en|jes)?)|gr|grtz|m\.?v\.?g|mvrgr|hoogachtend|met (?:de meeste )?hoogachting
    |(?:was )?getekend|ondertekend|w\.g
    |(?:with )?(?:(?:kind|kindest|best|warm|warmest) )?(?:regards|wishes)
    |(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?
    |mit (?:freundliche[nm]|besten|herzlichen|vielen|lieben) gr(?:u|ue)ss(?:en)?
    |(?:(?:freundliche|viele|beste|liebe|herzliche|schone|schoene) )?gr(?:u|ue)sse|gruss|hochachtungsvoll|mfg
    )\b)",
);
static AFTER_CLOSING: Pattern = Pattern::new(r"^[ ,.:;!*_-]{0,4}(?:van )?");
static AFTER_NAME: Pattern = Pattern::new(r"^(?: ?(?:[,.!(|/-]|$)| van (?:de|het|team|afdeling)\b)");
static QUOTED: Pattern = Pattern::new(r"^[ >|*_-]{0,12}");
// Headers of the next mail, and sentences.
static GOES_ON: Pattern = Pattern::new(
    r"(?i)^(?:(?:van|from|von|aan|to|an|verzonden|sent|gesendet|onderwerp|subject|betreff|datum|date|cc|bijlagen?) ?:
    |p\.?s\b|(?:ik|u|je|jij|wij|we|ze|hij|zij|dit|dat|er|daarna|toen|maar|als|toch|nu|vervolgens|wat|waarom|alvast|dank
    |bedankt|tot|graag|en|of|doet|deed|krijg|uit|aan|van|voor|i|he|she|it|this|that|then|they
    |ich|wir|sie|es|das|dann)\b)",
);
static ANONYMOUS: Pattern = Pattern::new(
    r"(?i)^[\[(]?(?:(?:een|an?|eine?) )?(?:anon[a-z]*|n\.?n\.?|x{1,5}
    |(?:mijn )?naam(?: is)?(?: bij u| bij jullie)? bekend|naam)(?: [a-z]{2,20})?[\])]?[.! ]*$",
);

/// A closing with whoever signs: behind it on the line, or on the lines below.
fn signed(bytes: &[u8], closing: Range<usize>) -> Option<Range<usize>> {
    let mut lines = Lines { bytes, at: closing.end };
    let same_line = lines.next()?;
    let rest = &bytes[same_line.clone()];
    let gap = AFTER_CLOSING.length(rest).unwrap_or_default();
    let signer = &rest[gap..];
    let mut end = None;
    if !signer.is_empty() {
        let apart = rest[..gap].iter().any(|byte| matches!(byte, b',' | b':' | b'-'));
        let named = || Name::at(signer).is_some_and(|name| AFTER_NAME.matches(&signer[name.length..]));
        let said = apart && signer.split(|byte| *byte == b' ').count() < 9 || named();
        if !said || !signs(signer) {
            return None;
        }
        end = Some(same_line.end);
    }
    for line in lines.take(LINES) {
        let line = line.start + QUOTED.length(&bytes[line.clone()]).unwrap_or_default()..line.end;
        let text = &bytes[line.clone()];
        if text.is_empty() && end.is_none() {
            continue;
        }
        if text.is_empty() || !signs(text) {
            break;
        }
        end = Some(line.end);
    }
    end.map(|end| closing.start..end)
}

/// Whether a line may be that of a signature: short, no sentence, no header of a mail, and not "anoniem".
fn signs(line: &[u8]) -> bool {
    let sentence = line.ends_with(b":")
        || line.ends_with(b"?")
        || line.ends_with(b".") && line.split(|byte| *byte == b' ').count() > 4;
    line.len() <= LONGEST && !sentence && !GOES_ON.matches(line) && !ANONYMOUS.matches(line)
}

/// Lines without the white space at their ends, the first from where it is. Ends at a line longer than is read.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.bytes.get(self.at..)?;
        let length = rest.iter().take(READ).position(|byte| *byte == b'\n').unwrap_or(rest.len());
        if length > READ {
            return None;
        }
        let line = self.at..self.at + rest[..length].trim_ascii_end().len();
        self.at += length + 1;
        Some(line)
    }
}

// Thanks close a letter only with a name, and nothing else, behind or below them.
static THANKS: Pattern = Pattern::new(
    r"(?i)(?:^|\n|[.!?)] {1,2})[ >|*_-]{0,12}((?:(?:alvast )?bedankt(?: alvast)?
    |(?:met |bij voorbaat )?dank(?: u| je)?(?: wel)?|liefs|namens|tot ziens|(?:many )?thanks(?: in advance)?
    |thank you|cheers|(?:vielen )?dank)\b)",
);

fn thanked(bytes: &[u8], thanks: Range<usize>) -> Option<Range<usize>> {
    for line in (Lines { bytes, at: thanks.end }).take(3) {
        let from = line.start + AFTER_CLOSING.length(&bytes[line.clone()]).unwrap_or_default();
        if from < line.end {
            let name = Name::at(&bytes[from..line.end])?;
            let rest = bytes[from + name.length..line.end].trim_ascii();
            return matches!(rest, b"" | b"." | b"!").then_some(thanks.start..from + name.length);
        }
    }
    None
}

static GREETING: Pattern = Pattern::new(
    "(?i)(?:^|\\n|[\"(])[ >|*_-]{0,12}((?:beste|geachte|hoi|hallo|hai|hey|hi|hello|dag|lieve|waarde
    |goedemorgen|goedemiddag|goedenavond|goedendag|goeiemorgen|dear|good (?:morning|afternoon|evening)
    |liebe[rs]?|sehr geehrte[rs]?
    |guten (?:tag|morgen|abend)|moin) )",
);
static AND: Pattern = Pattern::new(r"(?i)^(?: (?:en|and|und|&|/) |, )");
static GREETING_END: Pattern = Pattern::new("^ ?(?:[,!:;.\\n\")]|-|$)");

fn greeted(bytes: &[u8], greeting: Range<usize>) -> Option<Range<usize>> {
    let rest = |from: usize| &bytes[from..bytes.len().min(from + READ)];
    let mut end = greeting.end + Name::at(rest(greeting.end))?.length;
    // "Beste Jan en Piet".
    for _ in 0..3 {
        let next = AND.length(rest(end)).map(|and| end + and);
        let Some((from, name)) = next.and_then(|from| Name::at(rest(from)).map(|name| (from, name))) else { break };
        end = from + name.length;
    }
    GREETING_END.matches(rest(end)).then_some(greeting.start..end)
}

static INTRODUCTION: Pattern = Pattern::new(
    r"(?i)\b(?:ik heet|m(?:ij|')n naam is|(?:u|je) spreekt met|(?:de |het )?ondergetekende,?|naam ?:
    |my name(?: is|'s)|name ?:|ich heisse|mein name ist)[ ]",
);
// Without a capital, only where nothing else can follow.
static CALLED: Pattern = Pattern::new(
    r"(?i)\b(ik heet [a-z\x80-\xe1\xe3-\xef][a-z'\x80-\xe1\xe3-\xef-]{2,30}) ?(?:[,.!\n]|$|en (?:ik|ben|werk|woon)\b)",
);
static BEING: Pattern = Pattern::new(r"(?i)\b(?:ik ben|i am|i'm)[ ]");

/// What comes before a name, with the name; where less than a full name says nothing, only with that.
fn introduced(bytes: &[u8], before: Range<usize>, full: bool) -> Option<Range<usize>> {
    let name = Name::at(&bytes[before.end..bytes.len().min(before.end + READ)])?;
    (name.full || !full).then_some(before.start..before.end + name.length)
}
