//! HEIC as a phone makes it: a picture of tiles, transparency, a thumbnail, a map of depth, EXIF and XMP.

use clean::{Kind, Removed};

use super::{
    super::{
        Sample,
        secrets::{AUTHOR, CAMERA, HIDDEN},
        tiff,
    },
    be, boxed, coded, full, messages, places,
};

struct Item {
    id: u16,
    kind: &'static [u8; 4],
    data: Vec<u8>,
    /// In the directory itself rather than in the media data.
    inside: bool,
    properties: Vec<u8>,
}

fn shown() -> Vec<Vec<u8>> {
    vec![coded(1, 300), coded(2, 280), coded(7, 90)]
}

fn items(turned: bool) -> Vec<Item> {
    let [first, second, alpha] = shown().try_into().expect("three");
    let item = |id, kind, data, properties| Item { id, kind, data, inside: false, properties };
    let exif = [&[0, 0, 0, 0][..], &tiff::exif(Some(6), false)].concat();
    let grid = vec![0, 0, 0, 1, 0, 64, 0, 32];
    vec![
        item(2, b"hvc1", first, vec![1, 0x82]),
        item(3, b"hvc1", second, vec![1, 0x82]),
        item(4, b"Exif", exif, vec![]),
        item(5, b"mime", tiff::xmp(), vec![]),
        item(6, b"hvc1", [&coded(5, 60)[..], b"CANARIE-THUMBNAIL"].concat(), vec![1, 0x82]),
        item(7, b"hvc1", alpha, vec![1, 0x82, 5]),
        item(8, b"hvc1", [&coded(6, 50)[..], HIDDEN.as_bytes()].concat(), vec![1, 0x82, 6]),
        Item { id: 1, kind: b"grid", data: grid, inside: true, properties: vec![1, if turned { 0x83 } else { 4 }, 7] },
    ]
}

fn references() -> Vec<u8> {
    let reference = |name: &[u8; 4], from: u16, to: &[u16]| {
        let to: Vec<u8> = to.iter().flat_map(|id| id.to_be_bytes()).collect();
        boxed(name, &[&from.to_be_bytes(), &(to.len() as u16 / 2).to_be_bytes(), &to])
    };
    let list = [
        reference(b"dimg", 1, &[2, 3]),
        reference(b"cdsc", 4, &[1]),
        reference(b"cdsc", 5, &[1]),
        reference(b"thmb", 6, &[1]),
        reference(b"auxl", 7, &[1]),
        reference(b"auxl", 8, &[1]),
    ];
    full(b"iref", 0, &[&list.concat()])
}

fn properties(items: &[Item]) -> Vec<u8> {
    let auxiliary = |urn: &str| full(b"auxC", 0, &[urn.as_bytes(), &[0]]);
    let list = [
        full(b"ispe", 0, &[&be(64), &be(32)]),
        boxed(b"hvcC", &[&messages::record_h265()]),
        boxed(b"irot", &[&[3]]),
        boxed(b"colr", &[b"prof", CAMERA.as_bytes()]),
        auxiliary("urn:mpeg:hevc:2015:auxid:1"),
        auxiliary("urn:canarie:depth"),
        full(b"udes", 0, &[b"nl\0", AUTHOR.as_bytes(), &[0, 0, 0]]),
    ];
    let mut associations = be(items.len()).to_vec();
    for item in items {
        associations.extend(item.id.to_be_bytes());
        associations.push(item.properties.len() as u8);
        associations.extend(&item.properties);
    }
    boxed(b"iprp", &[&boxed(b"ipco", &[&list.concat()]), &full(b"ipma", 0, &[&associations])])
}

fn locations(items: &[Item], data_at: usize) -> Vec<u8> {
    let (mut list, mut at, mut inside) = (Vec::new(), data_at, 0);
    for item in items {
        let start = if item.inside { inside } else { at };
        list.extend(item.id.to_be_bytes());
        list.extend([0, u8::from(item.inside), 0, 0, 0, 1]);
        list.extend(be(start));
        list.extend(be(item.data.len()));
        if item.inside { inside += item.data.len() } else { at += item.data.len() }
    }
    full(b"iloc", 1, &[&[0x44, 0], &(items.len() as u16).to_be_bytes(), &list])
}

fn directory(items: &[Item], data_at: usize) -> Vec<u8> {
    let infos: Vec<u8> = items
        .iter()
        .flat_map(|item| {
            let mime: &[u8] = if item.kind == b"mime" { b"application/rdf+xml\0" } else { b"" };
            full(b"infe", 2, &[&item.id.to_be_bytes(), &[0, 0], item.kind, b"CANARIE\0", mime])
        })
        .collect();
    let inside: Vec<u8> = items.iter().filter(|item| item.inside).flat_map(|item| item.data.clone()).collect();
    let content = [
        full(b"hdlr", 0, &[&[0; 4], b"pict", &[0; 12], b"CANARIE\0"]),
        full(b"pitm", 0, &[&[0, 1]]),
        full(b"iinf", 0, &[&(items.len() as u16).to_be_bytes(), &infos]),
        references(),
        properties(items),
        boxed(b"idat", &[&inside, HIDDEN.as_bytes()]),
        locations(items, data_at),
    ];
    full(b"meta", 0, &[&content.concat()])
}

fn photo(turned: bool, extra: &[Vec<u8>]) -> Vec<u8> {
    let items = items(turned);
    let head = [boxed(b"ftyp", &[b"heic", &[0; 4], b"mif1heic"]), extra.concat()].concat();
    let data_at = head.len() + directory(&items, 0).len() + 8;
    let data: Vec<u8> = items.iter().filter(|item| !item.inside).flat_map(|item| item.data.clone()).collect();
    [head, directory(&items, data_at), boxed(b"mdat", &[&data, HIDDEN.as_bytes()])].concat()
}

/// Where the tiles and the transparency are, and that the way up is told.
fn shows(file: &[u8]) -> Vec<u8> {
    let turning = file.windows(9).any(|bytes| bytes == b"\0\0\0\x09irot\x03");
    [places(file, &shown()), vec![u8::from(turning)]].concat()
}

pub fn samples() -> Vec<Sample> {
    let told = &[Removed::Place, Removed::Device, Removed::Author, Removed::Dates, Removed::Thumbnail];
    let uuid = boxed(b"uuid", &[&[7; 16], AUTHOR.as_bytes()]);
    let sample = |name, bytes| Sample { name, kind: Kind::Heic, bytes, told, shows };
    vec![
        sample("a phone's HEIC", photo(true, &[])),
        sample("a HEIC with boxes of a program", photo(true, &[uuid, boxed(b"free", &[HIDDEN.as_bytes()])])),
    ]
}
