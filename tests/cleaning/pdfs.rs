//! PDF as office programs, scanners and editors make it: properties, earlier versions, attachments, remarks, scripts,
//! pictures of a phone on its pages.

use clean::{Kind, Removed};
use jpeg_encoder::ColorType;
use lopdf::{Document, Object, ObjectId, SaveOptions, Stream, dictionary};

use super::{
    Sample,
    documents::photo,
    pictures,
    secrets::{AUTHOR, CAMERA, DELETED, HIDDEN, PATH, SERIAL},
    tiff,
};

const WHEN: &str = "D:20240517112233+02'00'";

fn text(text: &str) -> Object {
    Object::string_literal(text)
}

/// A document of pages with a line of text and a photo each, and nothing else yet.
struct Draft {
    document: Document,
    catalog: ObjectId,
    pages: Vec<ObjectId>,
}

impl Draft {
    fn new(count: usize) -> Self {
        let mut document = Document::with_version("1.4");
        let tree = document.new_object_id();
        let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, CAMERA.as_bytes().to_vec()));
        let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" };
        let font = document.add_object(font);
        let mut pages = Vec::new();
        for number in 0..count {
            let image = dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "Width" => 48, "Height" => 32, "BitsPerComponent" => 8,
                "ColorSpace" => vec!["ICCBased".into(), profile.into()], "Filter" => "DCTDecode",
                "Metadata" => document.add_object(Stream::new(dictionary! { "Subtype" => "XML" }, tiff::xmp())),
            };
            let image = document.add_object(Stream::new(image, photo()));
            let line = format!("BT /F1 24 Tf 100 600 Td (Bladzijde {number}) Tj ET /I1 Do");
            let content = document.add_object(Stream::new(dictionary! {}, line.into_bytes()));
            let resources = dictionary! {
                "Font" => dictionary! { "F1" => font }, "XObject" => dictionary! { "I1" => image },
            };
            let thumbnail = document.add_object(Stream::new(dictionary! {}, tiff::THUMBNAIL.to_vec()));
            pages.push(document.add_object(dictionary! {
                "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources,
                "LastModified" => text(WHEN), "PieceInfo" => dictionary! { "Canarie" => text(AUTHOR) },
                "Thumb" => thumbnail,
            }));
        }
        let kids: Vec<Object> = pages.iter().map(|id| (*id).into()).collect();
        let media = vec![0.into(), 0.into(), 595.into(), 842.into()];
        let node = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count as i64, "MediaBox" => media };
        document.objects.insert(tree, node.into());
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        document.trailer.set("Root", catalog);
        Self { document, catalog, pages }
    }

    fn with(mut self, id: ObjectId, key: &str, value: impl Into<Object>) -> Self {
        self.document.get_dictionary_mut(id).expect("a dictionary").set(key, value.into());
        self
    }

    fn with_properties(mut self) -> Self {
        let info = dictionary! {
            "Author" => text(AUTHOR), "Producer" => text(CAMERA), "CreationDate" => text(WHEN), "Title" => text(PATH),
        };
        let info = self.document.add_object(info);
        self.document.trailer.set("Info", info);
        self.document.trailer.set("ID", vec![text(SERIAL), text(SERIAL)]);
        let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, tiff::xmp());
        let xmp = self.document.add_object(xmp);
        let catalog = self.catalog;
        self.with(catalog, "Metadata", xmp).with(catalog, "Lang", text("nl-NL"))
    }

    /// A file inside, in the list of names and on the page, and a script that runs.
    fn with_attachments(mut self) -> Self {
        let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, HIDDEN.as_bytes().to_vec());
        stream.compress().expect("packed");
        let file = self.document.add_object(stream);
        let file = dictionary! { "Type" => "Filespec", "F" => text(PATH), "EF" => dictionary! { "F" => file } };
        let file = self.document.add_object(file);
        let script = dictionary! { "S" => "JavaScript", "JS" => text(HIDDEN) };
        let names = dictionary! {
            "EmbeddedFiles" => dictionary! { "Names" => vec![text(PATH), file.into()] },
            "JavaScript" => dictionary! { "Names" => vec![text("x"), script.clone().into()] },
        };
        let paperclip =
            dictionary! { "Type" => "Annot", "Subtype" => "FileAttachment", "FS" => file, "T" => text(AUTHOR) };
        let paperclip = self.document.add_object(paperclip);
        let (catalog, page) = (self.catalog, self.pages[0]);
        self.with(catalog, "Names", names)
            .with(catalog, "OpenAction", script)
            .with(catalog, "AF", vec![file.into()])
            .with(page, "Annots", vec![paperclip.into()])
    }

    fn with_remarks(mut self) -> Self {
        let page = self.pages[0];
        let rect = || -> Object { vec![10.into(), 10.into(), 50.into(), 50.into()].into() };
        let note = self.document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Text", "Rect" => rect(), "Contents" => text("een opmerking"), "T" => text(AUTHOR),
            "M" => text(WHEN), "NM" => text(SERIAL), "RC" => text(AUTHOR), "P" => page,
        });
        let link = |address: &str| dictionary! { "S" => "URI", "URI" => text(address) };
        let link_to = |address| dictionary! { "Subtype" => "Link", "Rect" => rect(), "A" => link(address) };
        let launch = dictionary! { "S" => "Launch", "F" => text(PATH) };
        let launch = dictionary! { "Subtype" => "Link", "Rect" => rect(), "A" => launch };
        let signature = dictionary! { "Type" => "Sig", "Name" => text(AUTHOR), "ByteRange" => vec![0.into()] };
        let signature = self.document.add_object(signature);
        let field = self.document.add_object(dictionary! {
            "Subtype" => "Widget", "FT" => "Sig", "T" => text(AUTHOR), "V" => signature, "Rect" => rect(),
        });
        let blank = self.document.add_object(dictionary! {
            "Subtype" => "Widget", "FT" => "Tx", "T" => text("naam"), "V" => text("ingevuld"), "Rect" => rect(),
        });
        let annotations: Vec<Object> = vec![
            note.into(),
            link_to("https://example.org").into(),
            link_to("file:///C:/Users/canarie").into(),
            launch.into(),
            field.into(),
            blank.into(),
        ];
        let form = dictionary! { "Fields" => vec![field.into(), blank.into()], "XFA" => text(AUTHOR) };
        let catalog = self.catalog;
        self.with(page, "Annots", annotations).with(catalog, "AcroForm", form)
    }

    fn save(mut self) -> Vec<u8> {
        let mut out = Vec::new();
        self.document.save_to(&mut out).expect("saved");
        out
    }

    /// In streams of objects, with a table that is a stream.
    fn save_packed(mut self) -> Vec<u8> {
        self.document.version = "1.6".to_owned();
        let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
        let mut out = Vec::new();
        self.document.save_with_options(&mut out, options).expect("saved");
        out
    }
}

/// A second version behind the first: another text, and another table that leads to the first.
fn changed(file: &[u8], content: ObjectId, root: ObjectId) -> Vec<u8> {
    let previous = String::from_utf8_lossy(file);
    let start: usize = previous
        .rsplit("startxref")
        .next()
        .expect("a start")
        .trim()
        .lines()
        .next()
        .expect("a number")
        .parse()
        .expect("a number");
    let line = "BT /F1 24 Tf 100 600 Td (Nieuwe tekst) Tj ET /I1 Do";
    let object = format!("\n{} 0 obj\n<</Length {}>>\nstream\n{line}\nendstream\nendobj\n", content.0, line.len());
    let (at, table) = (file.len() + 1, file.len() + object.len());
    let size = content.0.max(root.0) + 100;
    let trailer = format!(
        "xref\n{} 1\n{at:010} 00000 n \ntrailer\n<</Size {size}/Root {} 0 R/Prev {start}>>\nstartxref\n{table}\n%%EOF\n",
        content.0, root.0
    );
    [file, object.as_bytes(), trailer.as_bytes()].concat()
}

fn with_earlier_version() -> Vec<u8> {
    let mut draft = Draft::new(1).with_properties();
    let old = format!("BT /F1 24 Tf 100 600 Td ({DELETED}) Tj ET");
    let content = draft.document.get_dictionary(draft.pages[0]).and_then(|page| page.get(b"Contents")).cloned();
    let content = content.and_then(|content| content.as_reference()).expect("a content");
    draft.document.objects.insert(content, Stream::new(dictionary! {}, old.into_bytes()).into());
    let root = draft.catalog;
    changed(&draft.save(), content, root)
}

/// A page that was taken out of the tree, while a bookmark still points at it.
fn with_removed_page() -> Vec<u8> {
    let mut draft = Draft::new(1);
    let secret = format!("BT /F1 24 Tf 100 600 Td ({DELETED}) Tj ET");
    let content = draft.document.add_object(Stream::new(dictionary! {}, secret.into_bytes()));
    let page = draft.document.add_object(dictionary! { "Type" => "Page", "Contents" => content });
    let goes = |page: ObjectId| vec![page.into(), "Fit".into()];
    let item = dictionary! { "Title" => text("Hoofdstuk"), "Dest" => goes(page) };
    let item = draft.document.add_object(item);
    let outlines = draft.document.add_object(dictionary! { "First" => item, "Last" => item, "Count" => 1 });
    let catalog = draft.catalog;
    draft.with(catalog, "Outlines", outlines).save()
}

/// A photo that is packed once more, and one in grey of a scanner with a private dictionary.
fn scan() -> Vec<u8> {
    let mut draft = Draft::new(1).with_properties();
    let segment = pictures::exif_segment(Some(1), false);
    let grey = pictures::with_segments(&pictures::jpeg(false, ColorType::Luma), &[segment]);
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut packed, &grey).expect("packed");
    let image = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => 48, "Height" => 32, "BitsPerComponent" => 8,
        "ColorSpace" => "DeviceGray", "Filter" => vec!["FlateDecode".into(), "DCTDecode".into()],
        "CanarieScanner" => text(SERIAL),
    };
    let image = draft.document.add_object(Stream::new(image, packed.finish().expect("packed")).with_compression(false));
    let page = draft.pages[0];
    let resources = dictionary! { "XObject" => dictionary! { "I1" => image } };
    draft = draft.with(page, "Resources", resources);
    draft.save()
}

/// Text, links, remarks and pixels of every page, as another library reads them.
fn shows(file: &[u8]) -> Vec<u8> {
    let document = Document::load_mem(file).expect("it opens");
    let mut shown = Vec::new();
    for (number, page) in document.get_pages() {
        shown.extend(document.extract_text(&[number]).unwrap_or_default().into_bytes());
        for note in document.get_page_annotations(page).unwrap_or_default() {
            shown.extend(note.get(b"Contents").and_then(Object::as_str).unwrap_or_default());
            shown.extend(note.get(b"V").and_then(Object::as_str).unwrap_or_default());
        }
    }
    for page in document.get_pages().into_values() {
        let image = image_of(&document, page).expect("a picture");
        let mut content = image.content.clone();
        if image.filters().expect("filters").len() == 2 {
            content.clear();
            let mut decoder = flate2::read::ZlibDecoder::new(&image.content[..]);
            std::io::Read::read_to_end(&mut decoder, &mut content).expect("it inflates");
        }
        shown.extend(pictures::shows(&content));
    }
    shown
}

/// The picture on a page, as its resources name it.
fn image_of(document: &Document, page: ObjectId) -> lopdf::Result<&Stream> {
    let resources = document.get_dict_in_dict(document.get_dictionary(page)?, b"Resources")?;
    let image = document.get_dict_in_dict(resources, b"XObject")?.get(b"I1")?;
    document.dereference(image)?.1.as_stream()
}

pub fn samples() -> Vec<Sample> {
    let sample = |name, bytes, told| Sample { name, kind: Kind::Pdf, bytes, told, shows };
    let office = &[Removed::Author, Removed::Device, Removed::Dates, Removed::Place, Removed::Thumbnail];
    vec![
        sample("a letter as PDF", Draft::new(2).with_properties().save(), office),
        sample("a letter as packed PDF", Draft::new(3).with_properties().save_packed(), office),
        sample(
            "a PDF with attachments",
            Draft::new(1).with_attachments().save(),
            &[Removed::Attachments, Removed::Scripts],
        ),
        sample("a PDF with remarks", Draft::new(1).with_remarks().save(), &[Removed::Author, Removed::Dates]),
        sample("packed remarks", Draft::new(2).with_remarks().save_packed(), &[Removed::Author, Removed::Dates]),
        sample("a PDF with an earlier version", with_earlier_version(), &[Removed::History]),
        sample("a PDF with a page taken out", with_removed_page(), &[Removed::History]),
        sample("a scan", scan(), &[Removed::Device, Removed::Place]),
    ]
}

/// A document of many pages, for those who want to see it end.
pub fn pages(count: usize) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let kids: Vec<Object> =
        (0..count).map(|_| document.add_object(dictionary! { "Type" => "Page", "Parent" => tree }).into()).collect();
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count as i64 }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut out = Vec::new();
    document.save_to(&mut out).expect("saved");
    out
}
