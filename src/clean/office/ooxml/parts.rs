//! Which parts a package may have: by the kind of relationship that leads to them, with their name and type as written.

use crate::Kind;

/// A part of XML that is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    /// The last word of the relationship's type.
    pub relation: &'static str,
    /// Its place under the folder of the kind, without number and extension.
    pub path: &'static str,
    /// There is one of it.
    single: bool,
    /// Its type after `application/vnd.`, without `+xml`.
    media_type: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Xml(&'static Known),
    Media(Kind),
}

const fn one(relation: &'static str, path: &'static str, media_type: &'static str) -> Known {
    Known { relation, path, single: true, media_type }
}

const fn many(relation: &'static str, path: &'static str, media_type: &'static str) -> Known {
    Known { relation, path, single: false, media_type }
}

static SHARED: [Known; 12] = [
    many("theme", "theme/theme", "openxmlformats-officedocument.theme"),
    many("themeOverride", "theme/themeOverride", "openxmlformats-officedocument.themeOverride"),
    many("chart", "charts/chart", "openxmlformats-officedocument.drawingml.chart"),
    many("chartStyle", "charts/style", "ms-office.chartstyle"),
    many("chartColorStyle", "charts/colors", "ms-office.chartcolorstyle"),
    many("chartUserShapes", "drawings/shapes", "openxmlformats-officedocument.drawingml.chartshapes"),
    many("vmlDrawing", "drawings/vmlDrawing", "openxmlformats-officedocument.vmlDrawing"),
    many("diagramData", "diagrams/data", "openxmlformats-officedocument.drawingml.diagramData"),
    many("diagramLayout", "diagrams/layout", "openxmlformats-officedocument.drawingml.diagramLayout"),
    many("diagramQuickStyle", "diagrams/quickStyle", "openxmlformats-officedocument.drawingml.diagramStyle"),
    many("diagramColors", "diagrams/colors", "openxmlformats-officedocument.drawingml.diagramColors"),
    many("diagramDrawing", "diagrams/drawing", "ms-office.drawingml.diagramDrawing"),
];

static WORD: [Known; 10] = [
    one("officeDocument", "document", "openxmlformats-officedocument.wordprocessingml.document.main"),
    one("styles", "styles", "openxmlformats-officedocument.wordprocessingml.styles"),
    one("settings", "settings", "openxmlformats-officedocument.wordprocessingml.settings"),
    one("numbering", "numbering", "openxmlformats-officedocument.wordprocessingml.numbering"),
    one("fontTable", "fontTable", "openxmlformats-officedocument.wordprocessingml.fontTable"),
    one("footnotes", "footnotes", "openxmlformats-officedocument.wordprocessingml.footnotes"),
    one("endnotes", "endnotes", "openxmlformats-officedocument.wordprocessingml.endnotes"),
    one("comments", "comments", "openxmlformats-officedocument.wordprocessingml.comments"),
    many("header", "header", "openxmlformats-officedocument.wordprocessingml.header"),
    many("footer", "footer", "openxmlformats-officedocument.wordprocessingml.footer"),
];

static SHEETS: [Known; 13] = [
    one("officeDocument", "workbook", "openxmlformats-officedocument.spreadsheetml.sheet.main"),
    one("styles", "styles", "openxmlformats-officedocument.spreadsheetml.styles"),
    one("sharedStrings", "sharedStrings", "openxmlformats-officedocument.spreadsheetml.sharedStrings"),
    one("sheetMetadata", "metadata", "openxmlformats-officedocument.spreadsheetml.sheetMetadata"),
    many("worksheet", "worksheets/sheet", "openxmlformats-officedocument.spreadsheetml.worksheet"),
    many("chartsheet", "chartsheets/sheet", "openxmlformats-officedocument.spreadsheetml.chartsheet"),
    many("comments", "comments", "openxmlformats-officedocument.spreadsheetml.comments"),
    many("table", "tables/table", "openxmlformats-officedocument.spreadsheetml.table"),
    many("drawing", "drawings/drawing", "openxmlformats-officedocument.drawing"),
    many("pivotTable", "pivotTables/pivotTable", "openxmlformats-officedocument.spreadsheetml.pivotTable"),
    many(
        "pivotCacheDefinition",
        "pivotCache/pivotCacheDefinition",
        "openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition",
    ),
    many(
        "pivotCacheRecords",
        "pivotCache/pivotCacheRecords",
        "openxmlformats-officedocument.spreadsheetml.pivotCacheRecords",
    ),
    many("externalLink", "externalLinks/externalLink", "openxmlformats-officedocument.spreadsheetml.externalLink"),
];

static SLIDES: [Known; 10] = [
    one("officeDocument", "presentation", "openxmlformats-officedocument.presentationml.presentation.main"),
    one("presProps", "presProps", "openxmlformats-officedocument.presentationml.presProps"),
    one("tableStyles", "tableStyles", "openxmlformats-officedocument.presentationml.tableStyles"),
    one("commentAuthors", "commentAuthors", "openxmlformats-officedocument.presentationml.commentAuthors"),
    many("slide", "slides/slide", "openxmlformats-officedocument.presentationml.slide"),
    many("slideLayout", "slideLayouts/slideLayout", "openxmlformats-officedocument.presentationml.slideLayout"),
    many("slideMaster", "slideMasters/slideMaster", "openxmlformats-officedocument.presentationml.slideMaster"),
    many("notesSlide", "notesSlides/notesSlide", "openxmlformats-officedocument.presentationml.notesSlide"),
    many("notesMaster", "notesMasters/notesMaster", "openxmlformats-officedocument.presentationml.notesMaster"),
    many("comments", "comments/comment", "openxmlformats-officedocument.presentationml.comments"),
];

/// Prefixes of the types of relationships: transitional, strict, Microsoft's.
const PREFIXES: [&str; 4] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    "http://schemas.microsoft.com/office/2011/relationships/",
    "http://schemas.microsoft.com/office/2007/relationships/",
];

/// The last word of a relationship's type, if we know who defined it.
pub fn word(kind: &str) -> Option<&str> {
    let word = PREFIXES.iter().find_map(|prefix| kind.strip_prefix(prefix))?;
    (!word.contains('/')).then_some(word)
}

pub fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Docx => "word",
        Kind::Xlsx => "xl",
        _ => "ppt",
    }
}

/// The part a relationship of this kind leads to.
pub fn known(kind: Kind, relation: &str) -> Option<&'static Known> {
    let own: &[Known] = match kind {
        Kind::Docx => &WORD,
        Kind::Xlsx => &SHEETS,
        _ => &SLIDES,
    };
    own.iter().chain(&SHARED).find(|known| known.relation == relation)
}

impl Known {
    /// Where its `number`th is written.
    pub fn name(&self, kind: Kind, number: usize) -> String {
        let extension = if self.relation == "vmlDrawing" { "vml" } else { "xml" };
        let number = if self.single && number == 1 { String::new() } else { number.to_string() };
        format!("{}/{}{number}.{extension}", folder(kind), self.path)
    }

    pub fn media_type(&self) -> String {
        let suffix = if self.relation == "vmlDrawing" { "" } else { "+xml" };
        format!("application/vnd.{}{suffix}", self.media_type)
    }
}
