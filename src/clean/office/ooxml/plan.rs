//! What of a package is kept: found by following its relationships from the root, each part once.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt::Write,
};

use quick_xml::events::Event;

use super::{
    super::{
        archive::Archive,
        paths, pictures,
        xml::{self, Work},
    },
    TYPES, note,
    parts::{self, Role},
};
use crate::{
    CleanError, Kind, Result,
    found::{Found, Removed},
    limits::Budget,
};

/// More relationships than all parts of a document have together.
const RELATIONS: usize = 50_000;
/// Bytes of their ids, types and targets together. They are held while the parts are written.
const HELD: usize = 4 * 1024 * 1024;

pub struct Relation {
    pub id: String,
    /// The whole type, one of those we know.
    pub kind: String,
    pub target: String,
    pub external: bool,
}

pub struct Planned<'a> {
    pub source: &'a str,
    pub name: String,
    pub role: Role,
    pub relations: Vec<Relation>,
    /// Ids of relationships that are not written: what refers to them goes too.
    pub dropped: BTreeSet<String>,
}

pub struct Plan<'a> {
    pub root: Vec<Relation>,
    pub parts: Vec<Planned<'a>>,
}

impl Planned<'_> {
    pub fn relations_name(&self) -> String {
        relations_of(&self.name)
    }
}

fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

struct Planner<'a, 'b> {
    archive: &'b Archive<'a>,
    kind: Kind,
    budget: &'b mut Budget,
    work: &'b mut Work,
    found: &'b mut Found,
    parts: Vec<Planned<'a>>,
    /// The number of a part in `parts`, by its name in the input.
    numbers: BTreeMap<&'a str, usize>,
    counts: BTreeMap<&'static str, usize>,
    relations: usize,
    held: usize,
}

impl<'a> Plan<'a> {
    pub fn make(
        archive: &Archive<'a>,
        kind: Kind,
        budget: &mut Budget,
        work: &mut Work,
        found: &mut Found,
    ) -> Result<Self> {
        let mut planner = Planner {
            archive,
            kind,
            budget,
            work,
            found,
            parts: Vec::new(),
            numbers: BTreeMap::new(),
            counts: BTreeMap::new(),
            relations: 0,
            held: 0,
        };
        let (root, _) = planner.follow("")?;
        if !root.iter().any(|relation| relation.kind.ends_with("/officeDocument")) {
            return Err(CleanError::Damaged);
        }
        let mut open: VecDeque<usize> = (0..planner.parts.len()).collect();
        while let Some(number) = open.pop_front() {
            let before = planner.parts.len();
            let (source, role) = (planner.parts[number].source, planner.parts[number].role);
            if matches!(role, Role::Xml(_)) {
                let (relations, dropped) = planner.follow(source)?;
                planner.parts[number].relations = relations;
                planner.parts[number].dropped = dropped;
            }
            open.extend(before..planner.parts.len());
        }
        let Planner { parts, numbers, .. } = planner;
        let reached = |name: &str| numbers.contains_key(name) || name == TYPES || name.ends_with(".rels");
        if archive.names().any(|name| !reached(name)) {
            found.note(Removed::OtherMetadata);
        }
        Ok(Self { root, parts })
    }

    /// The list of types, made anew.
    pub fn types(&self) -> String {
        let mut types = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"");
        types.push_str("http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ");
        types.push_str("ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        types.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        let media: BTreeSet<Kind> = self.parts.iter().filter_map(Planned::media).collect();
        for kind in media {
            let (extension, media_type) = (kind.extension(), kind.media_type());
            let _ = write!(types, "<Default Extension=\"{extension}\" ContentType=\"{media_type}\"/>");
        }
        for part in &self.parts {
            if let Role::Xml(known) = part.role {
                let (name, media_type) = (&part.name, known.media_type());
                let _ = write!(types, "<Override PartName=\"/{name}\" ContentType=\"{media_type}\"/>");
            }
        }
        types.push_str("</Types>");
        types
    }
}

impl Planned<'_> {
    fn media(&self) -> Option<Kind> {
        match self.role {
            Role::Media(kind) => Some(kind),
            Role::Xml(_) => None,
        }
    }
}

/// One relationship as it stands in the input.
struct Raw {
    id: String,
    kind: String,
    target: String,
    external: bool,
}

impl<'a> Planner<'a, '_> {
    /// The relationships of a part: those that stay, and the ids of those that go.
    fn follow(&mut self, source: &str) -> Result<(Vec<Relation>, BTreeSet<String>)> {
        let (mut kept, mut dropped) = (Vec::new(), BTreeSet::new());
        for raw in self.read(&relations_of(source))? {
            let word = parts::word(&raw.kind);
            let target = match word {
                Some(word) if raw.external => outside(word, &raw.target),
                Some(word) => self.inside(word, source, &raw.target)?.map(|name| format!("/{name}")),
                None => None,
            };
            match target {
                Some(target) => {
                    if raw.external && target != raw.target {
                        self.found.note(Removed::OtherMetadata);
                    }
                    let Raw { id, kind, external, .. } = raw;
                    kept.push(Relation { id, kind, target, external });
                }
                None => {
                    note(raw.kind.rsplit('/').next().unwrap_or_default(), self.found);
                    dropped.insert(raw.id);
                }
            }
        }
        Ok((kept, dropped))
    }

    fn read(&mut self, name: &str) -> Result<Vec<Raw>> {
        let mut list = Vec::new();
        let Some(part) = self.archive.part(name) else { return Ok(list) };
        let (relations, held) = (&mut self.relations, &mut self.held);
        xml::events(part.reader(self.budget), self.work, |event| {
            let (Event::Start(element) | Event::Empty(element)) = event else { return Ok(()) };
            if element.local_name().as_ref() == "Relationship" {
                *relations += 1;
                if *relations > RELATIONS {
                    return Err(CleanError::TooMuchWork);
                }
                let value = |name: &str| xml::value(&element, name).ok_or(CleanError::Damaged);
                let external = xml::value(&element, "TargetMode").is_some_and(|mode| mode == "External");
                let raw = Raw { id: value("Id")?, kind: value("Type")?, target: value("Target")?, external };
                *held += raw.id.len() + raw.kind.len() + raw.target.len();
                if *held > HELD {
                    return Err(CleanError::TooMuchWork);
                }
                list.push(raw);
            }
            Ok(())
        })?;
        Ok(list)
    }

    /// The new name of the part that a relationship leads to, if that is kept.
    fn inside(&mut self, word: &str, source: &str, target: &str) -> Result<Option<String>> {
        let Some(path) = resolve(source, target) else { return Ok(None) };
        let Some(name) = self.archive.name(&path) else { return Ok(None) };
        if let Some(number) = self.numbers.get(name) {
            return Ok(self.parts.get(*number).map(|part| part.name.clone()));
        }
        let media = ["image", "video", "audio"].contains(&word);
        let (role, counted) = if media {
            let start = self.archive.part(name).map(|part| part.start(self.budget)).unwrap_or_default();
            let Some(kind) = pictures::kind(&start) else { return Ok(None) };
            (Role::Media(kind), "media")
        } else {
            let Some(known) = parts::known(self.kind, word) else { return Ok(None) };
            (Role::Xml(known), known.path)
        };
        let count = self.counts.entry(counted).or_default();
        *count += 1;
        let written = match role {
            Role::Xml(known) => known.name(self.kind, *count),
            Role::Media(kind) => format!("{}/media/image{count}.{}", parts::folder(self.kind), kind.extension()),
        };
        self.numbers.insert(name, self.parts.len());
        let (relations, dropped) = (Vec::new(), BTreeSet::new());
        self.parts.push(Planned { source: name, name: written.clone(), role, relations, dropped });
        Ok(Some(written))
    }
}

/// What may be pointed at outside the document: pages and addresses, but no path on somebody's disk.
fn outside(word: &str, target: &str) -> Option<String> {
    match word {
        "hyperlink" if paths::public(target) && !paths::tells(target) => Some(target.to_owned()),
        // Formulas refer to the other workbook by number: it stays, without its name.
        "externalLinkPath" | "externalLink" => Some("werkmap.xlsx".to_owned()),
        _ => None,
    }
}

/// The name of a part that another refers to.
fn resolve(source: &str, target: &str) -> Option<String> {
    let (folder, _) = source.rsplit_once('/').unwrap_or_default();
    let (base, rest) = match target.strip_prefix('/') {
        Some(rest) => ("", rest),
        None => (folder, target),
    };
    let mut path: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
    for step in rest.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop()?;
            }
            step => path.push(step),
        }
    }
    Some(path.join("/"))
}
