//! EXIF as a camera writes it: maker, model, serial number, author, dates, place and a thumbnail, in both byte orders.

use super::secrets::{AUTHOR, CAMERA, DATE, GPS, SERIAL};

enum Value {
    Text(&'static str),
    Short(u16),
    Long(u32),
    Rationals(Vec<[u32; 2]>),
    /// Where another directory begins, by its place in the list.
    Directory(usize),
    /// Where the thumbnail begins.
    Thumbnail,
}

pub const THUMBNAIL: &[u8] = b"\xff\xd8\xff\xdbCANARIE-THUMBNAIL\xff\xd9";

/// A whole TIFF block; `None` for no orientation.
pub fn exif(orientation: Option<u16>, intel: bool) -> Vec<u8> {
    let short = |n: u16| if intel { n.to_le_bytes() } else { n.to_be_bytes() };
    let long = |n: u32| if intel { n.to_le_bytes() } else { n.to_be_bytes() };
    let directories = directories(orientation);
    let lens: Vec<_> = directories.iter().map(|directory| 2 + 12 * directory.len() + 4).collect();
    let start_of = |number: usize| 8 + lens[..number].iter().sum::<usize>();
    let extra_at = start_of(lens.len());
    let mut extra = THUMBNAIL.to_vec();
    let mut tiff = if intel { b"II\x2a\0".to_vec() } else { b"MM\0\x2a".to_vec() };
    tiff.extend(long(8));
    for (number, directory) in directories.iter().enumerate() {
        tiff.extend(short(directory.len() as u16));
        for (tag, value) in directory {
            let (kind, count, mut bytes) = match value {
                Value::Text(text) => (2, text.len() + 1, [text.as_bytes(), &[0]].concat()),
                Value::Short(n) => (3, 1, short(*n).to_vec()),
                Value::Long(n) => (4, 1, long(*n).to_vec()),
                Value::Rationals(list) => (5, list.len(), list.iter().flatten().flat_map(|n| long(*n)).collect()),
                Value::Directory(number) => (4, 1, long(start_of(*number) as u32).to_vec()),
                Value::Thumbnail => (4, 1, long(extra_at as u32).to_vec()),
            };
            if bytes.len() > 4 {
                let at = extra_at + extra.len();
                extra.extend(bytes);
                bytes = long(at as u32).to_vec();
            }
            bytes.resize(4, 0);
            tiff.extend(short(*tag));
            tiff.extend(short(kind));
            tiff.extend(long(count as u32));
            tiff.extend(bytes);
        }
        let next = if number == 0 { start_of(3) as u32 } else { 0 };
        tiff.extend(long(next));
    }
    tiff.extend(extra);
    tiff
}

fn directories(orientation: Option<u16>) -> [Vec<(u16, Value)>; 4] {
    let mut first = vec![(0x010f, Value::Text("Canarie BV")), (0x0110, Value::Text(CAMERA))];
    first.extend(orientation.map(|orientation| (0x0112, Value::Short(orientation))));
    first.extend([
        (0x0131, Value::Text("CanarieShop 1.0")),
        (0x0132, Value::Text(DATE)),
        (0x013b, Value::Text(AUTHOR)),
        (0x8298, Value::Text(AUTHOR)),
        (0x8769, Value::Directory(1)),
        (0x8825, Value::Directory(2)),
    ]);
    let camera = vec![(0x9003, Value::Text(DATE)), (0xa431, Value::Text(SERIAL)), (0xa435, Value::Text(SERIAL))];
    let place = vec![
        (1, Value::Text("N")),
        (2, Value::Rationals(GPS.to_vec())),
        (3, Value::Text("E")),
        (4, Value::Rationals(GPS.to_vec())),
    ];
    let thumbnail = vec![
        (0x0103, Value::Short(6)),
        (0x0112, Value::Short(8)),
        (0x0201, Value::Thumbnail),
        (0x0202, Value::Long(THUMBNAIL.len() as u32)),
    ];
    [first, camera, place, thumbnail]
}

/// XMP as an editor writes it.
pub fn xmp() -> Vec<u8> {
    format!(
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF \
         xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
         xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' \
         xmlns:exif='http://ns.adobe.com/exif/1.0/' xmp:CreatorTool='{CAMERA}' xmp:CreateDate='2024-05-17T11:22:33Z' \
         exif:GPSLatitude='52,22.211N'><dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq></dc:creator>\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )
    .into_bytes()
}
