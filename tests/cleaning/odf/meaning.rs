//! What a name means is said by its namespace: a date of the text stays, the date of a remark goes, whatever their prefixes.

use clean::Kind;

use super::{
    super::{cleaned, zips},
    SPACES, archive,
};

fn content(xml: &str) -> String {
    let file =
        archive(&[("=mimetype", Kind::Odt.media_type().as_bytes().to_vec()), ("content.xml", xml.as_bytes().to_vec())]);
    let (clean, _) = cleaned(&file).expect("a text");
    String::from_utf8(zips::part(&clean, "content.xml").expect("a text")).expect("UTF-8")
}

#[test]
fn a_date_in_the_text_is_not_the_date_of_a_remark() {
    let clean = content(&format!(
        "<office:document-content {SPACES}><text:date>6 mei 2024</text:date><dc:date>2024-05-07</dc:date>\
         <text:sender-initials>AB</text:sender-initials></office:document-content>"
    ));
    assert!(clean.contains("<text:date>6 mei 2024</text:date>"), "{clean}");
    assert!(clean.contains("<text:sender-initials>AB</text:sender-initials>"), "{clean}");
    assert!(clean.contains("<dc:date>1980-01-01T00:00:00</dc:date>"), "{clean}");
}

#[test]
fn prefixes_mean_what_they_are_declared_to_mean() {
    let clean = content(
        "<document xmlns='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
         xmlns:dc='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><dc:date>6 mei 2024</dc:date>\
         <a xmlns:x='http://purl.org/dc/elements/1.1/'><x:date>2024-05-07</x:date></a><x:date xmlns:x='x'>blijft</x:date>\
         <b xmlns='http://purl.org/dc/elements/1.1/'><creator>Jansen</creator></b><meta>weg</meta></document>",
    );
    assert!(clean.contains("<dc:date>6 mei 2024</dc:date>") && clean.contains("blijft"), "{clean}");
    assert!(!clean.contains("2024-05-07") && !clean.contains("Jansen") && !clean.contains("weg"), "{clean}");
}

#[test]
fn frames_that_follow_each_other_still_do() {
    let clean = content(&format!(
        "<office:document-content {SPACES}><draw:frame draw:name='een.jpg'><draw:text-box draw:chain-next-name='twee'/></draw:frame>\
         <draw:frame draw:name='twee'/><draw:gradient draw:name='verloop'/></office:document-content>"
    ));
    assert!(
        clean.contains("chain-next-name=\"vorm2\"") && clean.contains("<draw:frame draw:name=\"vorm2\"/>"),
        "{clean}"
    );
    assert!(clean.contains("draw:name=\"verloop\"") && !clean.contains("een.jpg"), "{clean}");
}
