//! DOCX, XLSX and PPTX (ISO 29500). The package is followed along relationships we know; what it reaches is written again
//! under neutral names, in an order of ours; what it does not reach is not written.

mod fields;
mod formulas;
mod lists;
mod parts;
mod plan;
mod rules;

use std::io::Write;

use flate2::Compression;
use quick_xml::escape::escape;

use super::{
    archive::Archive,
    pictures,
    writer::Writer,
    xml::{self, Work},
};
use crate::{
    CleanError, Kind, Limits, Result,
    found::{Found, Removed},
    limits::Budget,
};

use parts::Role;
use plan::{Plan, Relation};
use rules::PartRules;

const TYPES: &str = "[Content_Types].xml";
/// Beside input and largest part: inflater, deflater, buffers, tables.
const OVERHEAD: usize = 4 * 1024 * 1024;

/// What is left to hold one part whole.
pub fn room(input: &[u8], limits: &Limits) -> usize {
    limits.memory.saturating_sub(input.len() + OVERHEAD)
}

/// The kind of a package, by the type of its main part.
pub fn kind(archive: &Archive<'_>, budget: &mut Budget) -> Option<Kind> {
    let types = archive.part(TYPES)?.whole(1024 * 1024, budget).ok()?;
    let says = |text: &str| crate::bytes::holds(&types, text.as_bytes());
    [
        ("wordprocessingml.document.main", "ms-word.document.macroEnabled", Kind::Docx),
        ("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled", Kind::Xlsx),
        ("presentationml.presentation.main", "ms-powerpoint.presentation.macroEnabled", Kind::Pptx),
    ]
    .into_iter()
    .find(|(plain, macros, _)| says(plain) || says(macros))
    .map(|(_, _, kind)| kind)
}

pub fn clean(input: &[u8], kind: Kind, out: &mut dyn Write, limits: &Limits, found: &mut Found) -> Result<()> {
    let archive = Archive::open(input, limits)?;
    let (mut budget, mut work) = (Budget::new(limits), Work::new());
    let types = archive.part(TYPES).ok_or(CleanError::Damaged)?.whole(1024 * 1024, &mut budget)?;
    // Without its macros a document may not be what it was: that is for its sender to judge.
    if crate::bytes::holds(&types, b"macroEnabled") || crate::bytes::holds(&types, b"vbaProject") {
        return Err(CleanError::Protected);
    }
    let plan = Plan::make(&archive, kind, &mut budget, &mut work, found)?;
    let mut writer = Writer::new(out);
    writer.deflate(TYPES, Compression::default(), |out| Ok(out.write_all(plan.types().as_bytes())?))?;
    relations(&mut writer, "_rels/.rels", &plan.root)?;
    for part in &plan.parts {
        let source = archive.part(part.source).ok_or(CleanError::Damaged)?;
        match part.role {
            Role::Media(kind) => {
                let content = source.whole(room(input, limits), &mut budget)?;
                let fast = Compression::fast();
                writer.deflate(&part.name, fast, |out| pictures::clean(content, kind, out, found))?;
            }
            Role::Xml(known) => {
                let mut rules = PartRules::new(known, &part.dropped, found);
                writer.deflate(&part.name, Compression::default(), |out| {
                    xml::rewrite(source.reader(&mut budget), out, &mut work, &mut rules)
                })?;
            }
        }
        if !part.relations.is_empty() {
            relations(&mut writer, &part.relations_name(), &part.relations)?;
        }
    }
    writer.finish()
}

fn relations(writer: &mut Writer<'_>, name: &str, list: &[Relation]) -> Result<()> {
    writer.deflate(name, Compression::default(), |out| {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"")?;
        out.write_all(b"http://schemas.openxmlformats.org/package/2006/relationships\">")?;
        for relation in list {
            let mode = if relation.external { " TargetMode=\"External\"" } else { "" };
            let (id, target) = (escape(&relation.id), escape(&relation.target));
            write!(out, "<Relationship Id=\"{id}\" Type=\"{}\" Target=\"{target}\"{mode}/>", relation.kind)?;
        }
        Ok(out.write_all(b"</Relationships>")?)
    })
}

/// Says what a part was that is not written.
fn note(relation: &str, found: &mut Found) {
    if relation == "core-properties" {
        found.note(Removed::Dates);
    }
    found.note(match relation {
        "core-properties" | "person" | "people" | "authors" | "origin" | "signature" => Removed::Author,
        "extended-properties" | "printerSettings" => Removed::Device,
        "commentsExtended" | "commentsIds" | "commentsExtensible" | "threadedComment" => Removed::Dates,
        "revisionHeaders" | "usernames" => Removed::History,
        "thumbnail" => Removed::Thumbnail,
        "oleObject" | "package" | "image" | "video" | "audio" | "aFChunk" | "subDocument" => Removed::Attachments,
        "control" | "ctrlProp" | "activeXControlBinary" => Removed::Scripts,
        _ => Removed::OtherMetadata,
    });
}
