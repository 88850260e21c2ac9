//! ODT and ODS as LibreOffice makes them: remarks, changes, a printer, a thumbnail, a signature.

mod meaning;

use clean::{Kind, Removed};

use super::{
    Sample,
    documents::photo,
    pictures,
    secrets::{AUTHOR, CAMERA, HIDDEN, ISO_DATE, PATH, RSID, SERIAL},
    zips::{self, archive},
};

const SPACES: &str = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
                      xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' \
                      xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' \
                      xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' \
                      xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' \
                      xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' \
                      xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/' \
                      xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' \
                      xmlns:config='urn:oasis:names:tc:opendocument:xmlns:config:1.0' \
                      xmlns:officeooo='http://openoffice.org/2009/office' office:version='1.2'";

fn content(body: &str) -> Vec<u8> {
    let who = format!("<dc:creator>{AUTHOR} &amp; zoon</dc:creator><dc:date>{ISO_DATE}</dc:date>");
    format!(
        "<?xml version='1.0'?><office:document-content {SPACES}><office:scripts>{HIDDEN}</office:scripts>\
         <office:automatic-styles><style:style style:name='T1'><style:text-properties officeooo:rsid='{RSID}' \
         officeooo:paragraph-rsid='{RSID}'/></style:style></office:automatic-styles><office:body>\
         <text:tracked-changes><text:changed-region><text:deletion><office:change-info>{who}</office:change-info>\
         <text:p>weggehaald</text:p></text:deletion></text:changed-region></text:tracked-changes>{body}\
         <text:p>met een opmerking<office:annotation>{who}<meta:creator-initials>CANARIE</meta:creator-initials>\
         <text:p>een opmerking</text:p></office:annotation></text:p>\
         <text:p>Datum: <text:date text:date-value='2024-05-06'>6 mei 2024</text:date></text:p>\
         <text:p>Naam: <text:creator>de afzender</text:creator></text:p>\
         <text:p><text:reference-mark-start text:name='ZOTERO_ITEM {{uris: http://zotero.org/users/canarie}}'/></text:p>\
         <text:p><text:bookmark text:name='ZOTERO_BREF_{HIDDEN}'/><text:a xlink:href='https://example.org/' office:title='{HIDDEN}'>met uitleg</text:a></text:p>\
         <draw:frame draw:name='{HIDDEN}.jpg'><draw:text-box draw:chain-next-name='{HIDDEN} 2'/></draw:frame>\
         <draw:frame draw:name='{HIDDEN} 2'><draw:image xlink:href='Pictures/CANARIE_2034.jpg'/><svg:desc>{PATH}</svg:desc></draw:frame>\
         <draw:image xlink:href='file:///C:/Users/canarie/geheim.png'/><text:a xlink:href='https://example.org?a=\"1\"&amp;b=2'>link</text:a>\
         </office:body></office:document-content>"
    )
    .into_bytes()
}

fn settings() -> Vec<u8> {
    let item = |name: &str, kind: &str, value: &str| {
        format!("<config:config-item config:name='{name}' config:type='{kind}'>{value}</config:config-item>")
    };
    let items = [
        item("PrinterName", "string", AUTHOR),
        item("RsidRoot", "int", RSID),
        item("PrinterSetup", "base64Binary", SERIAL),
        item("AddParaTableSpacing", "boolean", "true"),
    ];
    format!(
        "<office:document-settings {SPACES}><office:settings><config:config-item-set config:name='ooo:configuration-settings'>\
         {}</config:config-item-set></office:settings></office:document-settings>",
        items.concat()
    )
    .into_bytes()
}

fn manifest(kind: Kind) -> Vec<u8> {
    let entries: String = ["content.xml", "settings.xml", "meta.xml", "Pictures/CANARIE_2034.jpg"]
        .iter()
        .map(|path| format!("<manifest:file-entry manifest:full-path='{path}' manifest:media-type='text/xml'/>"))
        .collect();
    format!(
        "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><manifest:file-entry \
         manifest:full-path='/' manifest:media-type='{}'/>{entries}<manifest:file-entry manifest:full-path='Object 1/' \
         manifest:media-type='application/vnd.oasis.opendocument.chart'/></manifest:manifest>",
        kind.media_type()
    )
    .into_bytes()
}

fn parts(kind: Kind, body: &str) -> Vec<(&'static str, Vec<u8>)> {
    let meta = format!(
        "<office:document-meta {SPACES}><office:meta><meta:initial-creator>{AUTHOR}</meta:initial-creator>\
         <meta:generator>{CAMERA}</meta:generator><dc:date>{ISO_DATE}</dc:date></office:meta></office:document-meta>"
    );
    let styles = format!("<office:document-styles {SPACES}><office:styles/></office:document-styles>");
    vec![
        ("=mimetype", kind.media_type().as_bytes().to_vec()),
        ("content.xml", content(body)),
        ("styles.xml", styles.into_bytes()),
        ("settings.xml", settings()),
        ("meta.xml", meta.into_bytes()),
        ("Thumbnails/thumbnail.png", pictures::png()),
        ("Configurations2/accelerator/current.xml", AUTHOR.as_bytes().to_vec()),
        ("manifest.rdf", AUTHOR.as_bytes().to_vec()),
        ("Pictures/CANARIE_2034.jpg", photo()),
        ("Object 1/content.xml", content("<text:p>een grafiek</text:p>")),
        ("Object 1/meta.xml", AUTHOR.as_bytes().to_vec()),
        ("ObjectReplacements/Object 1", HIDDEN.as_bytes().to_vec()),
        ("META-INF/documentsignatures.xml", AUTHOR.as_bytes().to_vec()),
        ("Basic/Standard/Module1.xml", PATH.as_bytes().to_vec()),
        ("META-INF/manifest.xml", manifest(kind)),
    ]
}

fn shows(file: &[u8]) -> Vec<u8> {
    assert!(file[30..].starts_with(b"mimetypeapplication/vnd.oasis.opendocument."), "its type stands first, as it is");
    let text = |name| {
        zips::text(&zips::part(file, name).expect("a text"), &["text:p", "text:a", "text:date", "text:creator"])
            .into_bytes()
    };
    // As an attribute stands in the file, whatever its quotes.
    let content = String::from_utf8(zips::part(file, "content.xml").expect("a text")).expect("UTF-8");
    let link = content.replace("&quot;", "\"");
    assert!(link.contains("https://example.org?a=\"1\"&amp;b=2"), "{content}");
    let picture = zips::parts(file).into_iter().find(|(name, _)| name.starts_with("Pictures/")).expect("a picture").1;
    let settings = zips::text(&zips::part(file, "settings.xml").expect("settings"), &["config:config-item"]);
    let kept = settings.split('|').filter(|value| *value == "true").count() as u8;
    [text("content.xml"), text("Object 1/content.xml"), pictures::shows(&picture), vec![kept]].concat()
}

pub fn samples() -> Vec<Sample> {
    let told = &[
        Removed::Author,
        Removed::Device,
        Removed::Dates,
        Removed::History,
        Removed::Thumbnail,
        Removed::Scripts,
        Removed::Place,
    ];
    let sample = |name, kind, body| Sample { name, kind, bytes: archive(&parts(kind, body)), told, shows };
    let table = "<table:table table:name='Blad1'><table:table-row><table:table-cell><text:p>een cel</text:p></table:table-cell>\
                 <table:table-cell office:value='1' table:formula='of:=[&apos;file:///C:/Users/canarie/x.ods&apos;#$Blad1.A1]'><text:p>1</text:p></table:table-cell>\
                 <table:table-cell office:value='2' table:formula='of:=[.A1]+1'><text:p>2</text:p></table:table-cell>\
                 <table:table-cell office:string-value='/home/canarie/x'/></table:table-row></table:table>\
                 <table:table table:name='&apos;file:///home/canarie/x.ods&apos;#$Blad1'><table:table-source xlink:href='file:///home/canarie/x.ods'/></table:table>\
                 <table:scenario table:comment='Gemaakt door Canarie'/>";
    vec![
        sample("a text of LibreOffice", Kind::Odt, "<text:p>eerste regel</text:p>"),
        sample("a sheet of LibreOffice", Kind::Ods, table),
    ]
}
