//! XLSX and PPTX: remarks with the names of who wrote them, printers, paths, links to other workbooks, film on a slide.

use clean::{Kind, Removed};

use super::{
    Sample, bmff,
    documents::{app, core, photo},
    pictures,
    secrets::{AUTHOR, CAMERA, DELETED, HIDDEN, ISO_DATE, PATH, SERIAL},
    zips::{self, archive, relations, types},
};

const X: &str = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' \
                 xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
                 xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
                 xmlns:x15ac='http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac' \
                 xmlns:xr='http://schemas.microsoft.com/office/spreadsheetml/2014/revision'";

fn workbook() -> String {
    format!(
        "<workbook {X}><fileVersion appName='xl' lastEdited='7' rupBuild='{SERIAL}'/><fileSharing userName='{AUTHOR}'/>\
         <mc:AlternateContent><mc:Choice Requires='x15'><x15ac:absPath url='{PATH}'/></mc:Choice></mc:AlternateContent>\
         <xr:revisionPtr documentId='{SERIAL}'/><sheets><sheet name='Blad1' sheetId='1' r:id='rSheet'/></sheets>\
         <externalReferences><externalReference r:id='rLink'/></externalReferences>\
         <definedNames><definedName name='n' comment='x'>'{PATH}\\[boek.xlsx]Blad1'!$A$1</definedName></definedNames>\
         <customWorkbookViews><customWorkbookView name='{AUTHOR}'/></customWorkbookViews></workbook>"
    )
}

fn sheet() -> String {
    format!(
        "<worksheet {X} xr:uid='{{{SERIAL}}}'><sheetData><row><c t='inlineStr'><is><t>een cel</t></is></c>\
         <c><f>[1]Blad1!A1</f><v>42</v></c></row></sheetData><pageSetup paperSize='9' r:id='rPrinter'/>\
         <hyperlinks><hyperlink ref='A1' r:id='rPath' display='{PATH}' tooltip='{HIDDEN}'/></hyperlinks>\
         <scenarios><scenario name='s' user='{AUTHOR}' comment='Gemaakt door {AUTHOR}'/></scenarios>\
         <row><c><f>HYPERLINK(\"{PATH}\",\"hier\")</f><v>hier</v></c></row>\
         <drawing r:id='rDrawing'/><legacyDrawing r:id='rNotes'/></worksheet>"
    )
}

fn remarks() -> String {
    format!(
        "<comments {X}><authors><author>{AUTHOR}</author></authors><commentList><comment ref='A1' authorId='0'><text>\
         <r><t>{AUTHOR}:</t></r><r><t>een opmerking</t></r></text></comment></commentList></comments>"
    )
}

fn workbook_parts() -> Vec<(&'static str, Vec<u8>)> {
    let other = format!("file:///{PATH}/begroting.xlsx");
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    vec![
        ("[Content_Types].xml", types("xl/workbook.xml", "spreadsheetml.sheet.main")),
        (
            "_rels/.rels",
            relations(&[
                ("r1", "officeDocument", "xl/workbook.xml"),
                ("r2", "core-properties", "docProps/core.xml"),
                ("r3", "extended-properties", "docProps/app.xml"),
            ]),
        ),
        ("docProps/core.xml", core()),
        ("docProps/app.xml", app()),
        ("xl/workbook.xml", workbook().into_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[
                ("rSheet", "worksheet", "worksheets/sheet-kanarie.xml"),
                ("rLink", "externalLink", "externalLinks/externalLink1.xml"),
                ("rPersons", "person", "persons/person.xml"),
                ("rQueries", "connections", "connections.xml"),
            ]),
        ),
        ("xl/worksheets/sheet-kanarie.xml", sheet().into_bytes()),
        (
            "xl/worksheets/_rels/sheet-kanarie.xml.rels",
            relations(&[
                ("rPrinter", "printerSettings", "../printerSettings/printerSettings1.bin"),
                ("rRemarks", "comments", "../comments1.xml"),
                ("rPath", "hyperlink", "file:///C:/Users/canarie/x"),
                ("rDrawing", "drawing", "../drawings/drawing1.xml"),
                ("rNotes", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
                ("rThread", "threadedComment", "../threadedComments/threadedComment1.xml"),
            ]),
        ),
        ("xl/printerSettings/printerSettings1.bin", AUTHOR.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("xl/comments1.xml", remarks().into_bytes()),
        ("xl/threadedComments/threadedComment1.xml", format!("<x dT='{ISO_DATE}'/>").into_bytes()),
        ("xl/persons/person.xml", format!("<personList><person displayName='{AUTHOR}'/></personList>").into_bytes()),
        ("xl/connections.xml", format!("<x connection='{PATH}'/>").into_bytes()),
        (
            "xl/externalLinks/externalLink1.xml",
            format!("<externalLink {X} xmlns:xxl21='http://schemas.microsoft.com/office/spreadsheetml/2021/extlinks2021'><externalBook r:id='rBook'><xxl21:alternateUrls driveId='b!{SERIAL}' itemId='{HIDDEN}'><xxl21:absoluteUrl r:id='rUrl'/></xxl21:alternateUrls><sheetDataSet><v>{DELETED}</v></sheetDataSet></externalBook></externalLink>").into(),
        ),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", relations(&[("rBook", "externalLinkPath", &other)])),
        (
            "xl/drawings/drawing1.xml",
            format!("<xdr:wsDr xmlns:xdr='{drawing}/spreadsheetDrawing' xmlns:a='{drawing}/main' xmlns:r='x'><xdr:cNvPr id='2' name='{HIDDEN}' descr='{PATH}'/><a:blip r:embed='rPhoto'/></xdr:wsDr>").into(),
        ),
        ("xl/drawings/_rels/drawing1.xml.rels", relations(&[("rPhoto", "image", "../media/kanarie.jpeg")])),
        ("xl/drawings/vmlDrawing1.vml", format!("<xml xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='o'><v:shape alt='vorm' o:gfxdata='{SERIAL}'/></xml>").into()),
        ("xl/media/kanarie.jpeg", photo()),
    ]
}

fn formulas(file: &[u8]) -> String {
    let parts = zips::parts(file);
    let named = parts.iter().filter(|(name, _)| name == "xl/workbook.xml" || name.starts_with("xl/worksheets/sheet"));
    let formulas: String = named.map(|(_, part)| zips::text(part, &["f", "definedName"])).collect();
    formulas.replace(&format!("'{PATH}\\"), "'").replace(PATH, "")
}

fn shows_cells(file: &[u8]) -> Vec<u8> {
    let sheet =
        zips::parts(file).into_iter().find(|(name, _)| name.starts_with("xl/worksheets/") && name.ends_with("xml"));
    let remarks = zips::text(&zips::part(file, "xl/comments1.xml").expect("remarks"), &["t"]);
    let picture = zips::parts(file).into_iter().find(|(name, _)| name.starts_with("xl/media/")).expect("a picture").1;
    let mut shown = zips::text(&sheet.expect("a sheet").1, &["t", "v"]).into_bytes();
    // What a formula refers to in the document stays; not where on a disk.
    shown.extend(formulas(file).into_bytes());
    // Excel sets the name above the remark as text: it goes, the remark stays.
    shown.extend(remarks.split('|').filter(|text| !text.contains(AUTHOR) && !text.is_empty()).flat_map(str::bytes));
    shown.extend(pictures::shows(&picture));
    shown
}

/// A workbook whose remarks have these authors, and one remark.
fn with(authors: &str, remark: &str) -> Vec<u8> {
    let text = format!(
        "<comments {X}><authors>{authors}</authors><commentList><comment ref='A1' authorId='0'><text>{remark}</text>\
         </comment></commentList></comments>"
    );
    archive(&[
        ("[Content_Types].xml", types("xl/workbook.xml", "spreadsheetml.sheet.main")),
        ("_rels/.rels", relations(&[("r1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", format!("<workbook {X}/>").into_bytes()),
        ("xl/_rels/workbook.xml.rels", relations(&[("rRemarks", "comments", "comments1.xml")])),
        ("xl/comments1.xml", text.into_bytes()),
    ])
}

pub fn with_authors(authors: &str) -> Vec<u8> {
    with(authors, "")
}

pub fn with_remark(remark: &str) -> Vec<u8> {
    with("<author>Jansen &amp; Zoon</author><author>Jansen</author>", remark)
}

const P: &str = "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' \
                 xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
                 xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
                 xmlns:p14='http://schemas.microsoft.com/office/powerpoint/2010/main'";

fn slides() -> Vec<(&'static str, Vec<u8>)> {
    let film = bmff::samples().into_iter().find(|sample| sample.kind == Kind::Mp4).expect("a film").bytes;
    let slide = format!(
        "<p:sld {P}><p:cSld><p:cNvPr id='1' name='{HIDDEN}' title='{PATH}'/><a:t>een dia</a:t><a:videoFile r:link='rFilm'/>\
         <p:custDataLst><p:tags r:id='rTags'/></p:custDataLst><p:extLst><p:ext uri='x'><p14:creationId val='{SERIAL}'/></p:ext></p:extLst>\
         </p:cSld></p:sld>"
    );
    vec![
        ("[Content_Types].xml", types("ppt/presentation.xml", "presentationml.presentation.main")),
        ("_rels/.rels", relations(&[("r1", "officeDocument", "ppt/presentation.xml"), ("r2", "core-properties", "docProps/core.xml")])),
        ("docProps/core.xml", core()),
        ("ppt/presentation.xml", format!("<p:presentation {P}><p:sldIdLst><p:sldId id='256' r:id='rSlide'/></p:sldIdLst></p:presentation>").into()),
        (
            "ppt/_rels/presentation.xml.rels",
            relations(&[
                ("rSlide", "slide", "slides/slide1.xml"),
                ("rAuthors", "commentAuthors", "commentAuthors.xml"),
                ("rView", "viewProps", "viewProps.xml"),
            ]),
        ),
        ("ppt/commentAuthors.xml", format!("<p:cmAuthorLst {P}><p:cmAuthor id='0' name='{AUTHOR}' initials='CANARIE' lastIdx='1' clrIdx='0'/></p:cmAuthorLst>").into()),
        ("ppt/viewProps.xml", format!("<x>{CAMERA}</x>").into_bytes()),
        ("ppt/slides/slide1.xml", slide.into_bytes()),
        (
            "ppt/slides/_rels/slide1.xml.rels",
            relations(&[
                ("rFilm", "video", "../media/kanarie.mp4"),
                ("rRemarks", "comments", "../comments/comment1.xml"),
                ("rTags", "tags", "../tags/tag1.xml"),
                ("rNotes", "notesSlide", "../notesSlides/notesSlide1.xml"),
            ]),
        ),
        ("ppt/media/kanarie.mp4", film),
        ("ppt/tags/tag1.xml", format!("<x>{AUTHOR}</x>").into_bytes()),
        ("ppt/comments/comment1.xml", format!("<p:cmLst {P}><p:cm authorId='0' dt='{ISO_DATE}' idx='1'><p:text>een opmerking</p:text></p:cm></p:cmLst>").into()),
        ("ppt/notesSlides/notesSlide1.xml", format!("<p:notes {P}><a:t>een notitie</a:t></p:notes>").into()),
    ]
}

fn shows_slides(file: &[u8]) -> Vec<u8> {
    let text = |name| zips::text(&zips::part(file, name).expect("a part"), &["a:t", "p:text"]).into_bytes();
    let film = zips::parts(file).into_iter().find(|(name, _)| name.starts_with("ppt/media/")).expect("a film").1;
    let parts = ["ppt/slides/slide1.xml", "ppt/comments/comment1.xml", "ppt/notesSlides/notesSlide1.xml"];
    [parts.map(text).concat(), bmff::places(&film, &[bmff::coded(10, 200)])].concat()
}

pub fn samples() -> Vec<Sample> {
    let (sheet, slide) = (archive(&workbook_parts()), archive(&slides()));
    let told = &[Removed::Author, Removed::Device, Removed::Dates, Removed::Place];
    vec![
        Sample { name: "a workbook", kind: Kind::Xlsx, bytes: sheet, told, shows: shows_cells },
        Sample { name: "a presentation", kind: Kind::Pptx, bytes: slide, told, shows: shows_slides },
    ]
}
