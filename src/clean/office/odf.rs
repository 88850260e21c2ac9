//! ODT and ODS (ISO 26300): the content, its styles and its pictures, named in a manifest of ours.

mod names;
mod rules;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    io::Write,
};

use flate2::Compression;
use quick_xml::events::Event;

use super::{
    archive::Archive,
    ooxml::room,
    pictures,
    writer::Writer,
    xml::{self, Work},
};
use crate::{
    CleanError, Kind, Limits, Result,
    found::{Found, Removed},
    limits::Budget,
};

use rules::PartRules;

const MANIFEST: &str = "META-INF/manifest.xml";
const TYPE: &str = "application/vnd.oasis.opendocument.";
/// Documents inside a document: a chart, a formula, a sheet.
const INNER: [&str; 5] = ["chart", "formula", "text", "spreadsheet", "graphics"];

pub fn kind(mimetype: &[u8]) -> Option<Kind> {
    [Kind::Odt, Kind::Ods].into_iter().find(|kind| mimetype == kind.media_type().as_bytes())
}

enum Role {
    Xml { settings: bool },
    Media(Kind),
}

/// One part that stays.
struct Kept<'a> {
    source: &'a str,
    name: String,
    role: Role,
}

struct Plan<'a> {
    parts: Vec<Kept<'a>>,
    /// Types of folders with a document in them.
    inner: BTreeMap<String, String>,
    /// Pictures by their old name.
    media: BTreeMap<String, String>,
}

pub fn clean(input: &[u8], out: &mut dyn Write, limits: &Limits, found: &mut Found) -> Result<()> {
    let archive = Archive::open(input, limits)?;
    let (mut budget, mut work) = (Budget::new(limits), Work::new());
    let mimetype = archive.part("mimetype").ok_or(CleanError::Damaged)?.whole(128, &mut budget)?;
    let plan = plan(&archive, &mut budget, &mut work, found)?;
    let mut writer = Writer::new(out);
    writer.store("mimetype", &mimetype)?;
    for part in &plan.parts {
        let source = archive.part(part.source).ok_or(CleanError::Damaged)?;
        match part.role {
            Role::Media(kind) => {
                let content = source.whole(room(input, limits), &mut budget)?;
                let fast = Compression::fast();
                writer.deflate(&part.name, fast, |out| pictures::clean(content, kind, out, found))?;
            }
            Role::Xml { settings } => {
                let mut rules = PartRules::new(settings, &plan.media, &plan.inner, found);
                writer.deflate(&part.name, Compression::default(), |out| {
                    xml::rewrite(source.reader(&mut budget), out, &mut work, &mut rules)
                })?;
            }
        }
    }
    let manifest = manifest(&String::from_utf8_lossy(&mimetype), &plan);
    writer.deflate(MANIFEST, Compression::default(), |out| Ok(out.write_all(manifest.as_bytes())?))?;
    writer.finish()
}

fn plan<'a>(archive: &Archive<'a>, budget: &mut Budget, work: &mut Work, found: &mut Found) -> Result<Plan<'a>> {
    let inner = inner(archive, budget, work)?;
    let (mut parts, mut media) = (Vec::new(), BTreeMap::new());
    for source in archive.names() {
        let (folder, name) = source.rsplit_once('/').map_or(("", source), |(folder, name)| (folder, name));
        let is_document = folder.is_empty() || inner.contains_key(folder);
        match (is_document, name) {
            (true, "content.xml" | "styles.xml") => {
                parts.push(Kept { source, name: source.to_owned(), role: Role::Xml { settings: false } });
            }
            (true, "settings.xml") => {
                parts.push(Kept { source, name: source.to_owned(), role: Role::Xml { settings: true } });
            }
            _ if source == "mimetype" || source == MANIFEST => {}
            _ if folder == "Pictures" || folder == "Media" => {
                let start = archive.part(source).map(|part| part.start(budget)).unwrap_or_default();
                let Some(kind) = pictures::kind(&start) else {
                    found.note(Removed::Attachments);
                    continue;
                };
                let name = format!("Pictures/image{:05}.{}", media.len() + 1, kind.extension());
                media.insert(source.to_owned(), name.clone());
                parts.push(Kept { source, name, role: Role::Media(kind) });
            }
            _ => note(archive, folder, name, budget, found),
        }
    }
    if !parts.iter().any(|part| part.name == "content.xml") {
        return Err(CleanError::Damaged);
    }
    Ok(Plan { parts, inner, media })
}

/// Says what a part was that is not written.
fn note(archive: &Archive<'_>, folder: &str, name: &str, budget: &mut Budget, found: &mut Found) {
    match (folder.split('/').next().unwrap_or_default(), name) {
        (_, "meta.xml") => {
            let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
            let content = archive.part(&path).map(|part| part.whole(64 * 1024, budget));
            found.block(&content.and_then(Result::ok).unwrap_or_default());
        }
        ("Thumbnails", _) => found.note(Removed::Thumbnail),
        ("Basic" | "Scripts" | "Dialogs", _) => found.note(Removed::Scripts),
        ("META-INF", _) => found.note(Removed::Author),
        ("", "manifest.rdf" | "layout-cache") | ("Configurations2", _) => found.note(Removed::OtherMetadata),
        _ => found.note(Removed::Attachments),
    }
}

/// Folders that the manifest says hold a document, with its type.
fn inner(archive: &Archive<'_>, budget: &mut Budget, work: &mut Work) -> Result<BTreeMap<String, String>> {
    let mut inner = BTreeMap::new();
    let Some(manifest) = archive.part(MANIFEST) else { return Ok(inner) };
    xml::events(manifest.reader(budget), work, |event| {
        let (Event::Start(element) | Event::Empty(element)) = event else { return Ok(()) };
        match element.local_name().as_ref() {
            "encryption-data" => return Err(CleanError::Protected),
            "file-entry" => {
                let path = xml::value(&element, "full-path").unwrap_or_default();
                let media_type = xml::value(&element, "media-type").unwrap_or_default();
                let known = media_type.strip_prefix(TYPE).is_some_and(|kind| INNER.contains(&kind));
                let number = path.strip_prefix("Object ").and_then(|rest| rest.strip_suffix('/'));
                let neutral = number.is_some_and(|n| n.len() < 6 && n.bytes().all(|b| b.is_ascii_digit()));
                if let Some(folder) = path.strip_suffix('/').filter(|_| known && neutral) {
                    inner.insert(folder.to_owned(), media_type);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(inner)
}

fn manifest(mimetype: &str, plan: &Plan<'_>) -> String {
    let mut manifest = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest ");
    manifest
        .push_str("xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">");
    let mut entry = |path: &str, media_type: &str| {
        let (path, kind) = (quick_xml::escape::escape(path), quick_xml::escape::escape(media_type));
        let _ = write!(manifest, "<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>");
    };
    entry("/", mimetype);
    let written: BTreeSet<_> =
        plan.parts.iter().filter_map(|part| part.name.rsplit_once('/')).map(|(folder, _)| folder).collect();
    for (folder, media_type) in &plan.inner {
        if written.contains(folder.as_str()) {
            entry(&format!("{folder}/"), media_type);
        }
    }
    for part in &plan.parts {
        match part.role {
            Role::Xml { .. } => entry(&part.name, "text/xml"),
            Role::Media(kind) => entry(&part.name, kind.media_type()),
        }
    }
    manifest.push_str("</manifest:manifest>");
    manifest
}
