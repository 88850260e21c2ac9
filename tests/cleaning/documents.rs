//! DOCX as an office makes it: by several hands, with remarks, changes, a template and pictures of a phone.

mod fields;

use clean::{Kind, Removed};
use jpeg_encoder::ColorType;

use super::{
    Sample, pictures,
    secrets::{AUTHOR, CAMERA, HIDDEN, ISO_DATE, PATH, RSID, SERIAL},
    zips::{self, archive, relations, types},
};

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
                 xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
                 xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' \
                 xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
                 xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
                 xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' \
                 xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'";

pub fn core() -> Vec<u8> {
    format!(
        "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' \
         xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>\
         <dc:creator>{AUTHOR}</dc:creator><cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy>\
         <dcterms:created>{ISO_DATE}</dcterms:created></cp:coreProperties>"
    )
    .into_bytes()
}

pub fn app() -> Vec<u8> {
    let space = "xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'";
    format!("<Properties {space}><Application>{CAMERA}</Application><Company>Canarie BV</Company></Properties>")
        .into_bytes()
}

pub fn photo() -> Vec<u8> {
    let segment = pictures::exif_segment(Some(6), true);
    pictures::with_segments(&pictures::jpeg(false, ColorType::Rgb), &[segment])
}

/// Fields, links and shapes that remember where something was: as Word and Zotero write them.
fn remembering() -> String {
    let field = |code: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType='begin'><w:fldData>{SERIAL}</w:fldData></w:fldChar></w:r>{code}\
             <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>uitkomst</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    };
    let code = |text: &str| format!("<w:r><w:instrText xml:space='preserve'>{text}</w:instrText></w:r>");
    let escaped = PATH.replace('\\', "\\\\");
    let fields = [
        code(" INCLUDEPICTURE \"/var/folders/9k/canarie/T/p1\" \\* MERGEFORMATINET "),
        code(&format!(" LINK Excel.Sheet.12 &quot;{escaped}.xlsx&quot; Blad1!R1C1 ")),
        code(" ADDIN ZOTERO_ITEM CSL_CITATION {\"uris\":[\"http://zotero.org/users/canarie/items/X\"]} "),
        // Cut in two, in CDATA, in a field that is kept.
        [code(" INCLUDE"), code("TEXT \"/home/canarie/x.docx\" ")].concat(),
        code(&format!("<![CDATA[ FILENAME {PATH} ]]>")),
        [code(" HYPERLINK "), code(" \"file:///home/canarie/x\" ")].concat(),
        code(&format!(" STYLEREF \"{PATH}\" ")),
        code(" PAGEREF _Toc1 \\h "),
    ];
    format!(
        "<w:p>{}<w:fldSimple w:instr=' FILENAME \\p {PATH} '><w:r><w:t>naam</w:t></w:r></w:fldSimple>\
         <w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>\
         <w:r><w:delInstrText> INCLUDETEXT &quot;{PATH}&quot; </w:delInstrText></w:r></w:p>\
         <w:bookmarkStart w:id='8' w:name='ZOTERO_BREF_{HIDDEN}'/><w:bookmarkEnd w:id='8'/>\
         <w:hyperlink r:id='rLink' w:tooltip='{HIDDEN}'><w:r><w:t>met uitleg</w:t></w:r></w:hyperlink>\
         <w:sdt><w:sdtPr><w:tag w:val='MENDELEY_{HIDDEN}'/></w:sdtPr></w:sdt>\
         <w:pict><v:shape id='a' alt='Beschrijving: {PATH}' title='{HIDDEN}'><v:imagedata src='file:///{HIDDEN}' \
         o:title='{HIDDEN}'/><o:signatureline o:suggestedsigner='{AUTHOR}'/></v:shape></w:pict>\
         <w:customXml w:uri='&#92;&#92;canarie&#92;deel' w:element='file:///%43:/Users/canarie'/>",
        fields.map(|code| field(&code)).concat()
    )
}

fn body() -> String {
    let change = format!("w:author='{AUTHOR}' w:date='{ISO_DATE}'");
    format!(
        "<?xml version='1.0'?><!-- {AUTHOR} --><w:document {W}><w:body>\
         <w:p w:rsidR='{RSID}' w14:paraId='CANARIE1' w14:textId='77777777'><w:r w:rsidRPr='{RSID}'><w:t>Eerste &amp; regel</w:t></w:r>\
         <w:ins w:id='1' {change}><w:r><w:t xml:space='preserve'> toegevoegd </w:t></w:r></w:ins>\
         <w:del w:id='2' {change}><w:r><w:delText>weggehaald</w:delText></w:r></w:del>\
         <w:commentRangeStart w:id='0'/><w:permStart w:id='3' w:ed='{AUTHOR}'/></w:p>\
         <w:p><w:pPr><w:rPr><w:rPrChange w:id='4' {change}/></w:rPr></w:pPr>\
         <w:hyperlink r:id='rLink'><w:r><w:t>een link</w:t></w:r></w:hyperlink>\
         <w:hyperlink r:id='rPath'><w:r><w:t>een pad</w:t></w:r></w:hyperlink>\
         <w:r><w:drawing><wp:inline><wp:docPr id='1' name='{HIDDEN}.jpg' descr='{PATH}' title='{HIDDEN}'/><a:graphic>\
         <pic:cNvPr id='1' name='{HIDDEN}.jpg'/><a:blip r:embed='rPhoto'><a:extLst><a:ext uri='{SERIAL}'/></a:extLst></a:blip>\
         </a:graphic></wp:inline></w:drawing></w:r>\
         <w:object><o:OLEObject r:id='rObject' ProgID='Canarie'/></w:object></w:p>\
         {}<w:sectPr w:rsidSect='{RSID}'><w:headerReference r:id='rHeader'/></w:sectPr></w:body></w:document>",
        remembering()
    )
}

fn settings() -> String {
    format!(
        "<w:settings {W}><w:attachedTemplate r:id='rTemplate'/><w:defaultTabStop w:val='720'/><w:rsids>\
         <w:rsidRoot w:val='{RSID}'/></w:rsids><w:docVars><w:docVar w:name='x' w:val='{AUTHOR}'/></w:docVars>\
         <w:compat><w:compatSetting w:name='compatibilityMode' w:val='15'/></w:compat></w:settings>"
    )
}

fn comments() -> String {
    format!(
        "<w:comments {W}><w:comment w:id='0' w:author='{AUTHOR}' w:initials='CANARIE' w:date='{ISO_DATE}'>\
         <w:p w14:paraId='CANARIE2'><w:r><w:t>een opmerking</w:t></w:r></w:p></w:comment></w:comments>"
    )
}

fn parts() -> Vec<(&'static str, Vec<u8>)> {
    let template = format!("file:///{PATH}/sjabloon.dotx");
    vec![
        ("[Content_Types].xml", types("word/document.xml", "wordprocessingml.document.main")),
        (
            "_rels/.rels",
            relations(&[
                ("r1", "officeDocument", "word/document.xml"),
                ("r2", "core-properties", "docProps/core.xml"),
                ("r3", "extended-properties", "docProps/app.xml"),
                ("r4", "thumbnail", "docProps/thumbnail.jpeg"),
                ("r5", "custom-properties", "docProps/custom.xml"),
            ]),
        ),
        ("docProps/core.xml", core()),
        ("docProps/app.xml", app()),
        ("docProps/thumbnail.jpeg", photo()),
        ("docProps/custom.xml", format!("<Properties><p>{SERIAL}</p></Properties>").into_bytes()),
        ("word/document.xml", body().into_bytes()),
        (
            "word/_rels/document.xml.rels",
            relations(&[
                ("rStyles", "styles", "styles.xml"),
                ("rSettings", "settings", "settings.xml"),
                ("rComments", "comments", "comments.xml"),
                ("rExtended", "commentsExtended", "commentsExtended.xml"),
                ("rPeople", "people", "people.xml"),
                ("rHeader", "header", "header1.xml"),
                ("rPhoto", "image", "media/CANARIE_2034.jpg"),
                ("rLink", "hyperlink", "https://example.org/"),
                ("rPath", "hyperlink", "file:///C:/Users/canarie/geheim"),
                ("rObject", "oleObject", "embeddings/oleObject1.bin"),
                ("rCustom", "customXml", "../customXml/item1.xml"),
            ]),
        ),
        ("word/styles.xml", format!("<w:styles {W}><w:style><w:rsid w:val='{RSID}'/></w:style></w:styles>").into()),
        ("word/settings.xml", settings().into_bytes()),
        ("word/_rels/settings.xml.rels", relations(&[("rTemplate", "attachedTemplate", &template)])),
        ("word/comments.xml", comments().into_bytes()),
        ("word/commentsExtended.xml", format!("<x date='{ISO_DATE}'/>").into_bytes()),
        ("word/people.xml", format!("<people><person author='{AUTHOR}'/></people>").into_bytes()),
        (
            "word/header1.xml",
            format!("<w:hdr {W}><w:p w:rsidR='{RSID}'><w:r><w:t>Kop</w:t></w:r></w:p></w:hdr>").into(),
        ),
        ("=word/media/CANARIE_2034.jpg", photo()),
        ("word/embeddings/oleObject1.bin", HIDDEN.as_bytes().to_vec()),
        ("customXml/item1.xml", format!("<x>{AUTHOR}</x>").into_bytes()),
    ]
}

/// The text of its parts, and the pixels of its picture.
fn shows(file: &[u8]) -> Vec<u8> {
    let mut shown = Vec::new();
    for name in ["word/document.xml", "word/comments.xml", "word/header1.xml"] {
        let part = zips::part(file, name).unwrap_or_else(|| panic!("no {name}"));
        shown.extend(zips::text(&part, &["w:t", "w:delText"]).into_bytes());
    }
    let picture = zips::parts(file).into_iter().find(|(name, _)| name.starts_with("word/media/"));
    shown.extend(pictures::shows(&picture.expect("a picture").1));
    shown
}

fn shows_text(file: &[u8]) -> Vec<u8> {
    zips::text(&zips::part(file, "word/document.xml").expect("a text"), &["w:t", "x:t"]).into_bytes()
}

pub fn samples() -> Vec<Sample> {
    let told = &[
        Removed::Author,
        Removed::Device,
        Removed::Dates,
        Removed::History,
        Removed::Thumbnail,
        Removed::Place,
        Removed::Attachments,
    ];
    let sample = |name, bytes, told, shows| Sample { name, kind: Kind::Docx, bytes, told, shows };
    // Another prefix for the same names, a root that begins with a slash, and what nothing refers to.
    let other =
        body().replace("w:", "x:").replace("<x:hyperlink", "<x:smartTag").replace("</x:hyperlink", "</x:smartTag");
    let strange = [
        ("[Content_Types].xml", types("word/document.xml", "wordprocessingml.document.main")),
        ("_rels/.rels", relations(&[("r1", "officeDocument", "/word/document.xml")])),
        ("word/document.xml", other.into_bytes()),
        ("[trash]/0000.dat", HIDDEN.as_bytes().to_vec()),
    ];
    vec![
        sample("a letter by several hands", archive(&parts()), told, shows),
        sample("a letter of another program", archive(&strange), &[Removed::Author, Removed::History], shows_text),
    ]
}
