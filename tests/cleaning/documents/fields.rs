//! Fields of a text: those that Word needs to show the same again stay, and the text of a remark stays what was said.

use super::{
    super::{cleaned, hostile::bombs::document, sheets, zips},
    W,
};

/// The codes of a text after cleaning.
fn codes(xml: &str) -> Vec<String> {
    let text = document(format!("<w:document {W}>{xml}</w:document>").into_bytes());
    let (clean, _) = cleaned(&text).expect("a text");
    let part = zips::part(&clean, "word/document.xml").expect("a text");
    zips::text(&part, &["w:instrText"]).split('|').map(|code| code.trim().to_owned()).collect()
}

fn field(codes: &[&str]) -> String {
    let pieces: String = codes.iter().map(|code| format!("<w:instrText>{code}</w:instrText>")).collect();
    format!("<w:fldChar w:fldCharType='begin'/>{pieces}<w:fldChar w:fldCharType='end'/>")
}

#[test]
fn codes_that_show_something_stay() {
    for code in [
        "PAGE",
        "NUMPAGES \\* MERGEFORMAT",
        "TOC \\o 1-3 \\h \\z \\u",
        "REF _Ref123 \\h",
        "SEQ Figuur \\* ARABIC",
        "HYPERLINK https://example.org/home/",
        "HYPERLINK mailto:iemand@example.org",
        "HYPERLINK \\l _Toc12",
        "FORMCHECKBOX",
        "EQ \\f(1;2)",
        "MACROBUTTON NoMacro [Klik]",
    ] {
        assert_eq!(codes(&field(&[code])), [code, ""], "{code}");
    }
}

#[test]
fn other_codes_are_worked_out_no_more() {
    for code in
        ["AUTHOR", "FILENAME \\p", "DATE", "PAGEX", "HYPERLINK x.docx", "HYPERLINK \\\\server\\deel", "ref C:\\x"]
    {
        assert_eq!(codes(&field(&[code])), ["ADDIN", ""], "{code}");
    }
    assert_eq!(codes(&field(&["IN", "CLUDETEXT x.docx"])), ["ADDIN", ""]);
    assert_eq!(codes(&field(&["HYPERLINK ", "https://example.org"])), ["HYPERLINK", "https://example.org", ""]);
    // A field in a field has a code of its own.
    let nested = field(&[
        "IF ",
        "</w:instrText><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>\
                          <w:fldChar w:fldCharType='end'/><w:instrText>=1",
    ]);
    assert_eq!(codes(&nested), ["ADDIN", "PAGE", ""]);
}

#[test]
fn a_name_in_a_remark_is_what_was_said() {
    let remark = |text: &str| {
        let (clean, _) = cleaned(&sheets::with_remark(text)).expect("a workbook");
        zips::text(&zips::part(&clean, "xl/comments1.xml").expect("remarks"), &["t"])
    };
    let name = "Jansen &amp; Zoon";
    assert_eq!(remark(&format!("<r><t>{name}:\n</t></r><r><t>Jansen: nee</t></r>")), "\n|Jansen: nee|");
    assert_eq!(remark(&format!("<r><t>{name}: ja</t></r>")), " ja|");
    assert_eq!(remark("<r><t>Pietersen: ja</t></r>"), "Pietersen: ja|");
}

#[test]
fn where_its_author_last_worked_is_not_told() {
    let text = format!(
        "<w:document {W}><w:bookmarkStart w:id='3' w:name='_GoBack'/><w:bookmarkStart w:id='4' w:name='_Toc1'/>\
         <w:bookmarkEnd w:id='3'/><w:bookmarkEnd w:id='4'/></w:document>"
    );
    let (clean, removed) = cleaned(&document(text.into_bytes())).expect("a text");
    assert_eq!(removed, [clean::Removed::History]);
    let part = String::from_utf8(zips::part(&clean, "word/document.xml").expect("a text")).expect("UTF-8");
    let marks = "<w:bookmarkStart w:id=\"4\" w:name=\"_Toc1\"/><w:bookmarkEnd w:id=\"4\"/>";
    assert!(part.contains(marks) && !part.contains("_GoBack") && !part.contains("\"3\""), "{part}");
}
