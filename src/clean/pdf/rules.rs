//! What of a document is kept: for the parts that make pages, annotations, outlines and forms a list of keys; for what
//! these lead to (fonts, functions, patterns) all but what tells of its making.

use std::borrow::Cow;

use super::{
    keys,
    object::{Dictionary, Object},
};
use crate::found::Removed;

/// What an object is to the one that refers to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Catalog,
    Names,
    Pages,
    Annotation,
    Field,
    Action,
    Form,
    Outline,
    Resources,
    Image,
    FormXObject,
    Appearance,
    /// A dictionary whose keys are names of the document's own: of resources, glyphs, states.
    Named,
    Other,
}

use Role::{
    Action, Annotation, Appearance, Catalog, Field, Form, FormXObject, Image, Named, Names, Other, Outline, Pages,
    Resources,
};

/// What goes wherever it stands, with what it was.
const NOWHERE: [(&str, Removed); 31] = [
    ("Metadata", Removed::OtherMetadata),
    ("PieceInfo", Removed::OtherMetadata),
    ("LastModified", Removed::Dates),
    ("Thumb", Removed::Thumbnail),
    ("AF", Removed::Attachments),
    ("EF", Removed::Attachments),
    ("RF", Removed::Attachments),
    ("AA", Removed::Scripts),
    ("OpenAction", Removed::Scripts),
    ("JS", Removed::Scripts),
    ("JavaScript", Removed::Scripts),
    ("EmbeddedFiles", Removed::Attachments),
    ("XFA", Removed::OtherMetadata),
    ("OPI", Removed::OtherMetadata),
    ("Info", Removed::OtherMetadata),
    ("Author", Removed::Author),
    ("Creator", Removed::Device),
    ("CreatorInfo", Removed::Device),
    ("Producer", Removed::Device),
    ("User", Removed::Author),
    ("CreationDate", Removed::Dates),
    ("ModDate", Removed::Dates),
    ("M", Removed::Dates),
    ("NM", Removed::OtherMetadata),
    ("Private", Removed::OtherMetadata),
    ("Ref", Removed::Attachments),
    ("Measure", Removed::Place),
    ("PtData", Removed::Place),
    ("VP", Removed::Place),
    ("LGIDict", Removed::Place),
    ("FFilter", Removed::Attachments),
];
/// What belongs to the structure of the text, or to how a stream lay in the file: gone, and not worth a word.
const UNSAID: [&str; 11] = [
    "Length",
    "StructParent",
    "StructParents",
    "StructTreeRoot",
    "MarkInfo",
    "Version",
    "Extensions",
    "OutputIntents",
    "Lang",
    "DL",
    "Next",
];

pub const KEPT_ANNOTATIONS: [&[u8]; 17] = [
    b"Link",
    b"Widget",
    b"Text",
    b"FreeText",
    b"Highlight",
    b"Underline",
    b"StrikeOut",
    b"Squiggly",
    b"Ink",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Stamp",
    b"Popup",
    b"Caret",
];

/// Kinds of objects that are never part of a page.
const REFUSED: [&[u8]; 9] =
    [b"Filespec", b"EmbeddedFile", b"Metadata", b"Sig", b"DocTimeStamp", b"Catalog", b"XRef", b"ObjStm", b"F"];

/// Undoes the escapes of a name.
pub fn decoded(name: &[u8]) -> Cow<'_, [u8]> {
    if !name.contains(&b'#') {
        return Cow::Borrowed(name);
    }
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (first, hex) {
            (b'#', Some(byte)) => {
                plain.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                plain.push(*first);
                rest = after;
            }
        }
    }
    Cow::Owned(plain)
}

/// What becomes of a key: kept for what it is, dropped, or dropped with a word.
pub enum Fate {
    Keep(Role),
    Drop(Option<Removed>),
}

pub fn fate(role: Role, key: &[u8], is_stream: bool) -> Fate {
    let key = decoded(key);
    let find = |keys: keys::Keys| keys.iter().find(|(name, _)| name.as_bytes() == &*key).map(|(_, role)| *role);
    let listed = match role {
        Catalog => find(keys::CATALOG),
        Names => find(&[("Dests", Other)]),
        Pages => find(keys::PAGES),
        Annotation => find(keys::ANNOTATION),
        Field => find(keys::FIELD).or_else(|| find(keys::ANNOTATION)),
        Action => find(keys::ACTION),
        Form => find(keys::FORM),
        Outline => find(keys::OUTLINE),
        Resources => find(keys::RESOURCES),
        Image => find(keys::IMAGE),
        FormXObject => find(keys::FORM_XOBJECT),
        Other => find(keys::OTHER).or(Some(Other)),
        Appearance => return Fate::Keep(Named),
        Named => return Fate::Keep(Other),
    };
    let unsaid = UNSAID.iter().any(|name| name.as_bytes() == &*key);
    let nowhere = NOWHERE.iter().find(|(name, _)| name.as_bytes() == &*key).map(|(_, removed)| *removed);
    let of_annotation = matches!(role, Annotation | Field) && matches!(&*key, b"T" | b"Subj" | b"RC");
    let private = key.starts_with(b"PTEX.") || key.starts_with(b"ADBE_") || (is_stream && &*key == b"F");
    match listed {
        _ if unsaid && role != Outline => Fate::Drop(None),
        Some(role) if nowhere.is_none() && !private => Fate::Keep(role),
        _ if of_annotation => Fate::Drop(Some(Removed::Author)),
        _ => Fate::Drop(Some(nowhere.unwrap_or(Removed::OtherMetadata))),
    }
}

/// What an object is by what it says of itself, where its referrer says less.
pub fn role_of(role: Role, dictionary: &Dictionary<'_>) -> Role {
    let subtype = dictionary.name(b"Subtype");
    match (role, dictionary.name(b"Type"), subtype) {
        (Other | Named, Some(b"Page" | b"Pages"), _) => Pages,
        (Other | Named, Some(b"Annot"), _) => Annotation,
        (Annotation, _, Some(b"Widget")) => Field,
        (Other | Named, _, Some(b"Image")) => Image,
        (Other | Named, _, Some(b"Form")) => FormXObject,
        _ => role,
    }
}

/// Whether an object is none that a document of pages has; with what it was.
pub fn is_refused(role: Role, dictionary: &Dictionary<'_>) -> Option<Removed> {
    let (kind, subtype) = (dictionary.name(b"Type"), dictionary.name(b"Subtype"));
    let signature = dictionary.get(b"ByteRange").is_some() || kind == Some(b"Sig") || is_signature(dictionary);
    if signature {
        return Some(Removed::Author);
    }
    match role {
        Annotation | Field => {
            let unknown = subtype.is_some_and(|subtype| !KEPT_ANNOTATIONS.contains(&subtype));
            unknown.then_some(Removed::Attachments)
        }
        Action => (!is_harmless(dictionary)).then_some(Removed::Scripts),
        Catalog => None,
        _ if subtype == Some(b"XML") => Some(Removed::OtherMetadata),
        _ => kind.filter(|kind| REFUSED.contains(kind)).map(|_| Removed::Attachments),
    }
}

/// A field for a signature: its picture and its value both name who signed.
fn is_signature(dictionary: &Dictionary<'_>) -> bool {
    dictionary.name(b"FT") == Some(b"Sig")
}

/// Goes to a page of this document, or to a public address.
fn is_harmless(action: &Dictionary<'_>) -> bool {
    match (action.name(b"S"), action.get(b"URI")) {
        (Some(b"GoTo"), _) => true,
        (Some(b"URI"), Some(Object::Plain(address))) => {
            let address = address.to_ascii_lowercase();
            [b"(http://".as_slice(), b"(https://", b"(mailto:", b"(www."].iter().any(|start| address.starts_with(start))
        }
        _ => false,
    }
}
