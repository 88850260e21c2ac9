//! Names of elements and attributes, without their prefix, that the rules go by.

use crate::found::Removed;

/// Settings of a text that change how it looks; all others tell how it was made.
pub const SETTINGS: [&str; 19] = [
    "defaultTabStop",
    "characterSpacingControl",
    "footnotePr",
    "endnotePr",
    "compat",
    "evenAndOddHeaders",
    "mirrorMargins",
    "autoHyphenation",
    "consecutiveHyphenLimit",
    "hyphenationZone",
    "doNotHyphenateCaps",
    "clrSchemeMapping",
    "displayBackgroundShape",
    "bookFoldPrinting",
    "gutterAtTop",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "decimalSymbol",
    "mathPr",
];

/// Elements that go, with what they hold.
pub const ELEMENTS: [(&str, Removed); 50] = [
    ("rsids", Removed::History),
    ("rsid", Removed::History),
    ("nsid", Removed::History),
    ("tmpl", Removed::History),
    ("proofErr", Removed::History),
    ("lastRenderedPageBreak", Removed::History),
    ("fileVersion", Removed::Device),
    ("fileSharing", Removed::Author),
    ("absPath", Removed::OtherMetadata),
    ("revisionPtr", Removed::History),
    ("customWorkbookViews", Removed::Author),
    ("customSheetViews", Removed::Author),
    ("fileRecoveryPr", Removed::History),
    ("webPublishing", Removed::OtherMetadata),
    ("webPublishItems", Removed::OtherMetadata),
    ("webPublishObjects", Removed::OtherMetadata),
    ("smartTagPr", Removed::OtherMetadata),
    ("smartTagTypes", Removed::OtherMetadata),
    ("functionGroups", Removed::OtherMetadata),
    ("oleObjects", Removed::Attachments),
    ("oleSize", Removed::Attachments),
    ("OLEObject", Removed::Attachments),
    ("oleObj", Removed::Attachments),
    ("oleLink", Removed::OtherMetadata),
    ("ddeLink", Removed::OtherMetadata),
    ("controls", Removed::Scripts),
    ("control", Removed::Scripts),
    ("customProperties", Removed::OtherMetadata),
    ("customPr", Removed::OtherMetadata),
    ("sheetDataSet", Removed::OtherMetadata),
    ("dataBinding", Removed::OtherMetadata),
    ("docVars", Removed::OtherMetadata),
    ("attachedTemplate", Removed::OtherMetadata),
    ("permStart", Removed::Author),
    ("permEnd", Removed::Author),
    ("altChunk", Removed::Attachments),
    ("subDoc", Removed::Attachments),
    ("custDataLst", Removed::OtherMetadata),
    ("htmlPubPr", Removed::OtherMetadata),
    ("embeddedFontLst", Removed::OtherMetadata),
    ("creationId", Removed::History),
    ("modId", Removed::History),
    ("extLst", Removed::OtherMetadata),
    ("externalData", Removed::Attachments),
    ("alternateUrls", Removed::OtherMetadata),
    ("absoluteUrl", Removed::OtherMetadata),
    ("relativeUrl", Removed::OtherMetadata),
    // What programs keep beside a field or a control, for themselves.
    ("fldData", Removed::OtherMetadata),
    ("tag", Removed::OtherMetadata),
    ("signatureline", Removed::Author),
];

/// Attributes that go wherever they stand.
pub const ATTRIBUTES: [(&str, Removed); 27] = [
    ("paraId", Removed::History),
    ("textId", Removed::History),
    ("paraIdParent", Removed::History),
    ("editId", Removed::History),
    ("anchorId", Removed::History),
    ("durableId", Removed::History),
    ("uid", Removed::History),
    ("initials", Removed::Author),
    ("userId", Removed::Author),
    ("providerId", Removed::Author),
    ("userName", Removed::Author),
    ("refreshedBy", Removed::Author),
    ("refreshedDate", Removed::Dates),
    ("refreshedDateIso", Removed::Dates),
    ("date", Removed::Dates),
    ("dateUtc", Removed::Dates),
    ("gfxdata", Removed::OtherMetadata),
    ("codeName", Removed::OtherMetadata),
    ("documentId", Removed::History),
    ("driveId", Removed::OtherMetadata),
    ("itemId", Removed::OtherMetadata),
    // The file name a picture had, what a program saw in it, where a link led when it was made.
    ("descr", Removed::OtherMetadata),
    ("title", Removed::OtherMetadata),
    ("alt", Removed::OtherMetadata),
    ("tooltip", Removed::OtherMetadata),
    ("screenTip", Removed::OtherMetadata),
    ("invalidUrl", Removed::OtherMetadata),
];

/// Attributes that go from one element.
pub const OF_ELEMENTS: [(&str, &str, Removed); 10] = [
    ("cm", "dt", Removed::Dates),
    ("hyperlink", "display", Removed::OtherMetadata),
    ("imagedata", "src", Removed::OtherMetadata),
    ("scenario", "user", Removed::Author),
    ("scenario", "comment", Removed::Author),
    // The screen it was made on.
    ("workbookView", "xWindow", Removed::Device),
    ("workbookView", "yWindow", Removed::Device),
    ("workbookView", "windowWidth", Removed::Device),
    ("workbookView", "windowHeight", Removed::Device),
    ("snd", "name", Removed::OtherMetadata),
];

/// Where formulas stand.
pub const FORMULAS: [&str; 8] =
    ["f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula", "FmlaMacro"];

/// Elements that stay without what they referred to: text of a link, place of a picture, setup of a page.
pub const STAY_WITHOUT: [&str; 6] = ["hyperlink", "blip", "imagedata", "fill", "pageSetup", "cacheSource"];
