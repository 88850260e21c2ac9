//! Objects of a PDF as they are read: strings and numbers stay as they stand in the input.

/// An object. Borrowed from the input or from an inflated stream.
#[derive(Debug, Clone, PartialEq)]
pub enum Object<'a> {
    /// `null`, `true`, `false`, numbers and strings: written again as they stand.
    Plain(&'a [u8]),
    /// Without its slash, as written: `#` escapes not undone.
    Name(&'a [u8]),
    Reference(u32),
    Array(Vec<Object<'a>>),
    Dictionary(Dictionary<'a>),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dictionary<'a>(pub Vec<(&'a [u8], Object<'a>)>);

impl<'a> Object<'a> {
    pub fn integer(&self) -> Option<usize> {
        match self {
            Self::Plain(text) => std::str::from_utf8(text).ok()?.parse().ok(),
            _ => None,
        }
    }

    pub fn name(&self) -> Option<&'a [u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub fn reference(&self) -> Option<u32> {
        match self {
            Self::Reference(number) => Some(*number),
            _ => None,
        }
    }

    pub fn dictionary(&self) -> Option<&Dictionary<'a>> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        }
    }

    pub fn array(&self) -> Option<&[Object<'a>]> {
        match self {
            Self::Array(list) => Some(list),
            _ => None,
        }
    }
}

impl<'a> Dictionary<'a> {
    pub fn get(&self, key: &[u8]) -> Option<&Object<'a>> {
        self.0.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    pub fn name(&self, key: &[u8]) -> Option<&'a [u8]> {
        self.get(key).and_then(Object::name)
    }
}

/// What stands at an object's place: with the bytes of its stream, still packed.
pub struct Indirect<'a> {
    pub object: Object<'a>,
    pub stream: Option<&'a [u8]>,
}
