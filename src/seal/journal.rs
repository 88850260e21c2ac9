//! The log as a chain: every line commits to the one before, so that none can be changed, taken out or put in without a
//! trace. Nothing is secret here and nothing is signed: who writes the database can write the *whole* chain anew. What he
//! cannot do is write it anew so that a head which somebody else keeps is still in it.

use std::{fmt, str::FromStr};

use domain::journal::{Line, line::NOTHING_BEFORE};

use crate::Digest;

/// The digest of a line, as it stands in the line and in the next one.
pub fn digest(line: &Line) -> String {
    Digest::of(&line.bytes()).to_string()
}

/// A line with its digest.
pub fn sealed(mut line: Line) -> Line {
    line.digest = digest(&line);
    line
}

/// The last line of a chain in one text of a fixed length: its number (12 digits), a dash, its digest. Who keeps it
/// elsewhere can tell later that nothing up to there was changed or taken away.
///
/// The digest alone says the same to who looks for it, and not how many lines there were: so it stands in a mail. Such a head
/// has the number 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainHead {
    pub number: i64,
    pub digest: String,
}

impl ChainHead {
    /// Characters of its text.
    pub const LENGTH: usize = 12 + 1 + 64;

    /// The head of a log without lines.
    pub fn none() -> Self {
        Self { number: 0, digest: NOTHING_BEFORE.to_owned() }
    }
}

impl fmt::Display for ChainHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}-{}", self.number, self.digest)
    }
}

/// A text that is no head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a head is 12 digits, a dash and 64 hexadecimal digits, or those 64 alone")]
pub struct NoHead;

impl FromStr for ChainHead {
    type Err = NoHead;

    /// Forgives white space around it and capitals.
    fn from_str(text: &str) -> Result<Self, NoHead> {
        let (number, digest) = text.trim().split_once('-').unwrap_or(("000000000000", text.trim()));
        let digits = number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit());
        let hexadecimal = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = number.parse().ok().filter(|_| digits && hexadecimal).ok_or(NoHead)?;
        Ok(Self { number, digest: digest.to_ascii_lowercase() })
    }
}

/// What is wrong with a log, and at which line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// What the line says is not what its digest is of, or the next line follows another.
    #[error("line {number} was changed")]
    Changed { number: i64 },
    #[error("lines {first} to {last} are gone")]
    Gone { first: i64, last: i64 },
    /// The line that has this number had the next one.
    #[error("line {number} is gone: those after it were numbered anew")]
    Moved { number: i64 },
    #[error("line {number} was put in")]
    PutIn { number: i64 },
    #[error("line {number} is another than the given head says: it, or what stands before it, was written anew")]
    Rewritten { number: i64 },
    #[error("lines {first} to {last} are gone from the end: the given head says that they were there")]
    CutOff { first: i64, last: i64 },
    /// Of a head whose number is not known.
    #[error("no line up to {last} has the given head: one was written anew, or is gone from the end")]
    NotThere { last: i64 },
}

impl Broken {
    /// The number of the (first) line that it is about.
    pub const fn number(&self) -> i64 {
        match self {
            Self::Changed { number } | Self::Moved { number } | Self::PutIn { number } | Self::Rewritten { number } => {
                *number
            }
            Self::Gone { first, .. } | Self::CutOff { first, .. } => *first,
            Self::NotThere { last } => *last,
        }
    }

    /// The same for a page.
    pub fn in_dutch(&self) -> String {
        match self {
            Self::Changed { number } => format!("regel {number} is veranderd"),
            Self::Gone { first, last } if first == last => format!("regel {first} is weg"),
            Self::Gone { first, last } => format!("regel {first} tot en met {last} zijn weg"),
            Self::Moved { number } => format!("regel {number} is weg, en wat erna komt is opnieuw genummerd"),
            Self::PutIn { number } => format!("regel {number} is ertussen gezet"),
            Self::Rewritten { number } => format!("regel {number}, of wat ervoor staat, is herschreven"),
            Self::CutOff { first, last } => format!("regel {first} tot en met {last} zijn aan het einde weggehaald"),
            Self::NotThere { last } => format!("geen regel tot en met {last} heeft het zegel dat is bewaard"),
        }
    }
}

/// Reads a chain from its first line on, one line at a time, and says what is wrong first.
#[derive(Debug, Default)]
pub struct Verifier {
    /// Digests of the line before the last, and the last.
    before: Option<String>,
    last: Option<ChainHead>,
    /// The last line does not follow the one of this number: which of the two was changed, the next line tells.
    doubt: Option<i64>,
    /// The head that must be in it, until it was found.
    wanted: Option<ChainHead>,
}

impl Verifier {
    /// A chain in which this head must be found, if one is given.
    pub fn new(wanted: Option<ChainHead>) -> Self {
        Self { wanted, ..Self::default() }
    }

    /// The next line.
    pub fn take(&mut self, line: &Line) -> Result<(), Broken> {
        let number = line.number;
        let (last, last_digest) =
            self.last.as_ref().map_or((0, NOTHING_BEFORE), |head| (head.number, head.digest.as_str()));
        let follows = line.previous == last_digest;
        if let Some(doubtful) = self.doubt {
            return Err(Broken::Changed { number: if follows { doubtful } else { last } });
        }
        if number <= last {
            return Err(Broken::PutIn { number });
        }
        if number > last + 1 {
            return Err(Broken::Gone { first: last + 1, last: number - 1 });
        }
        let computed = digest(line);
        if computed != line.digest {
            return Err(Self::renumbered(line).unwrap_or(Broken::Changed { number }));
        }
        if self.wanted.as_ref().is_some_and(|wanted| wanted.number == number && wanted.digest != computed) {
            return Err(Broken::Rewritten { number });
        }
        self.wanted.take_if(|wanted| wanted.digest == computed);
        if !follows {
            if self.before.as_ref().is_some_and(|before| *before == line.previous) {
                return Err(Broken::PutIn { number: last });
            }
            if last == 0 {
                return Err(Broken::Changed { number });
            }
            self.doubt = Some(last);
        }
        self.before = self.last.take().map(|head| head.digest).or_else(|| Some(NOTHING_BEFORE.to_owned()));
        self.last = Some(ChainHead { number, digest: computed });
        Ok(())
    }

    /// A line that was hashed under the number beside its own was moved there: one before it is gone, or was put in.
    fn renumbered(line: &Line) -> Option<Broken> {
        let number = line.number;
        let was = |number| digest(&Line { number, ..line.clone() }) == line.digest;
        if was(number.saturating_add(1)) {
            return Some(Broken::Moved { number });
        }
        was(number.saturating_sub(1)).then_some(Broken::PutIn { number: number - 1 })
    }

    /// After the last line: the head of the chain.
    pub fn end(self) -> Result<ChainHead, Broken> {
        if let Some(number) = self.doubt {
            return Err(Broken::Changed { number });
        }
        let last = self.last.unwrap_or_else(ChainHead::none);
        match self.wanted {
            Some(wanted) if wanted.number > last.number => {
                Err(Broken::CutOff { first: last.number + 1, last: wanted.number })
            }
            Some(wanted) if wanted.digest != NOTHING_BEFORE => Err(Broken::NotThere { last: last.number }),
            _ => Ok(last),
        }
    }
}

/// Verifies a whole chain.
pub fn verify<'a>(lines: impl IntoIterator<Item = &'a Line>, wanted: Option<ChainHead>) -> Result<ChainHead, Broken> {
    let mut verifier = Verifier::new(wanted);
    for line in lines {
        verifier.take(line)?;
    }
    verifier.end()
}
