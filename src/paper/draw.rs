//! From lines on pages to a PDF: krilla draws and tags, nothing is decided here.

use std::num::NonZeroU16;

use chrono::Datelike;
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::Point,
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree},
    text::{Font, GlyphId, KrillaGlyph},
};

use crate::{
    Paper, PdfError,
    layout::{BODY, HEIGHT, Layout, MARGIN, Role, Run, SMALL, WIDTH},
    words::{BOLD, REGULAR},
};

struct Fonts {
    regular: Font,
    bold: Font,
}

pub fn pdf(paper: &Paper) -> Result<Vec<u8>, PdfError> {
    let layout = Layout::of(paper)?;
    let font = |bytes: &'static [u8]| Font::new(bytes.into(), 0).ok_or(PdfError::Font);
    let fonts = Fonts { regular: font(REGULAR)?, bold: font(BOLD)? };
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| PdfError::Krilla(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(paper));
    let mut tagged: Vec<Vec<Identifier>> = layout.blocks.iter().map(|_| Vec::new()).collect();
    let mut outline = Outline::new();
    // What reads aloud wants an outline, also of a letter without a heading.
    if paper.letter {
        outline.push_child(OutlineNode::new(paper.title.clone(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    }
    let mut listed = vec![false; layout.blocks.len()];
    for number in 0..layout.pages {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PdfError::Font)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.set_fill(Some(Fill::default()));
        around(&mut surface, &layout, &fonts, paper, number);
        for line in layout.lines.iter().filter(|line| line.page == number) {
            tagged[line.block].push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
            for run in &line.runs {
                draw(&mut surface, &layout, &fonts, run, line.y);
            }
            surface.end_tagged();
            let (role, title) = &layout.blocks[line.block];
            if *role != Role::Paragraph && !std::mem::replace(&mut listed[line.block], true) {
                let place = XyzDestination::new(number, Point::from_xy(0.0, line.y - 2.0 * BODY));
                outline.push_child(OutlineNode::new(title.clone(), place));
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tags(&layout, tagged));
    document.finish().map_err(|error| PdfError::Krilla(format!("{error:?}")))
}

/// Title, language and day. No author and no program: the first is on the paper where he belongs, the second helps nobody.
fn metadata(paper: &Paper) -> Metadata {
    let part = |part: u32| u8::try_from(part).unwrap_or(1);
    let day = DateTime::new(u16::try_from(paper.day.year()).unwrap_or(0))
        .month(part(paper.day.month()))
        .day(part(paper.day.day()));
    Metadata::new().title(paper.title.clone()).language("nl".to_owned()).creation_date(day)
}

/// Head and foot of a page, which are no part of what is read aloud.
fn around(surface: &mut Surface<'_>, layout: &Layout, fonts: &Fonts, paper: &Paper, number: usize) {
    let page = format!("Bladzijde {} van {}", number + 1, layout.pages);
    if paper.letter {
        if layout.pages > 1 {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
            draw(surface, layout, fonts, &Run { x: MARGIN, size: SMALL, bold: false, text: page }, HEIGHT - 40.0);
            surface.end_tagged();
        }
        return;
    }
    let known = |text: &str| layout.regular.known(&text.replace('\n', " "));
    let small = |text: String| Run { x: MARGIN, size: SMALL, bold: false, text };
    let fitting = |text: &str| small(shortened(layout, &known(text), WIDTH - 2.0 * MARGIN));
    let head = format!("{}  |  {}  |  {}", paper.organisation, paper.title, paper.purpose);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
    draw(surface, layout, fonts, &fitting(&head), 44.0);
    surface.end_tagged();
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    draw(surface, layout, fonts, &fitting(&paper.printed), HEIGHT - 46.0);
    draw(surface, layout, fonts, &small(page), HEIGHT - 33.0);
    surface.end_tagged();
}

/// As much of a line as fits.
fn shortened(layout: &Layout, text: &str, width: f32) -> String {
    let mut used = 0.0;
    let fits = |c: &char| {
        used += layout.regular.letter(*c).map_or(0.0, |letter| letter.width) * SMALL;
        used <= width
    };
    text.chars().take_while(fits).collect()
}

fn draw(surface: &mut Surface<'_>, layout: &Layout, fonts: &Fonts, run: &Run, y: f32) {
    let letters = layout.letters(run.bold);
    let glyph = |(at, c): (usize, char)| {
        let letter = letters.letter(c)?;
        Some(KrillaGlyph {
            glyph_id: GlyphId::new(letter.glyph),
            text_range: at..at + c.len_utf8(),
            x_advance: letter.width,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        })
    };
    let glyphs: Vec<_> = run.text.char_indices().filter_map(glyph).collect();
    let font = if run.bold { &fonts.bold } else { &fonts.regular };
    surface.draw_glyphs(Point::from_xy(run.x, y), &glyphs, font.clone(), &run.text, run.size, false);
}

/// What each block is, to those who hear it read.
fn tags(layout: &Layout, tagged: Vec<Vec<Identifier>>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some("nl".to_owned()));
    for ((role, title), lines) in layout.blocks.iter().zip(tagged) {
        let heading = |level| Tag::Hn(NonZeroU16::MIN.saturating_add(level), Some(title.clone()));
        let mut group = match role {
            Role::Title => TagGroup::new(heading(0)),
            Role::Heading => TagGroup::new(heading(1)),
            Role::Subheading => TagGroup::new(heading(2)),
            Role::Paragraph => TagGroup::new(Tag::P),
        };
        lines.into_iter().for_each(|line| group.push(line));
        tree.push(group);
    }
    tree
}
