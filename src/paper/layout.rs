//! From parts to lines on pages. Sizes are points, 72 to the inch; y grows downwards from the top of the page.

use crate::{
    Paper, Part, PdfError,
    words::{BOLD, Letters, REGULAR, UNKNOWN},
};

/// A4.
pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
pub const MARGIN: f32 = 62.0;
/// Where the text begins and ends.
const TOP: f32 = 86.0;
const BOTTOM: f32 = HEIGHT - 74.0;
/// Where the values of rows begin.
const COLUMN: f32 = MARGIN + 160.0;

pub const BODY: f32 = 10.5;
pub const SMALL: f32 = 8.5;
/// From one line to the next, in parts of its size.
const LEADING: f32 = 1.42;
/// Lines that a heading keeps with it.
const KEPT: f32 = 3.0;

/// What a block is, to those who hear it read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Title,
    Heading,
    Subheading,
    Paragraph,
}

/// A piece of a line in one font.
#[derive(Debug, Clone)]
pub struct Run {
    pub x: f32,
    pub size: f32,
    pub bold: bool,
    pub text: String,
}

/// A line of a block, with nothing in it where the author left one empty.
#[derive(Debug, Clone, Default)]
struct Line {
    height: f32,
    runs: Vec<Run>,
}

/// Lines that belong together.
struct Block {
    role: Role,
    before: f32,
    lines: Vec<Line>,
    /// Whether it begins a new page.
    new_page: bool,
}

/// A line in its place.
pub struct Placed {
    pub page: usize,
    /// Of the baseline.
    pub y: f32,
    /// Which of the blocks it is of.
    pub block: usize,
    pub runs: Vec<Run>,
}

/// Everything in its place.
pub struct Layout {
    pub regular: Letters,
    pub bold: Letters,
    /// The role of each block, and its text where it is a heading.
    pub blocks: Vec<(Role, String)>,
    pub lines: Vec<Placed>,
    pub pages: usize,
}

impl Layout {
    pub fn of(paper: &Paper) -> Result<Self, PdfError> {
        let mut layout = Self {
            regular: Letters::of(REGULAR)?,
            bold: Letters::of(BOLD)?,
            blocks: Vec::new(),
            lines: Vec::new(),
            pages: 1,
        };
        let blocks = layout.compose(paper);
        layout.place(blocks);
        Ok(layout)
    }

    pub const fn letters(&self, bold: bool) -> &Letters {
        if bold { &self.bold } else { &self.regular }
    }

    fn compose(&self, paper: &Paper) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !paper.letter {
            blocks.push(self.block(Role::Title, &paper.title, 17.0, true, 0.0));
            blocks.push(self.block(Role::Paragraph, &paper.purpose, BODY, false, 4.0));
        }
        let mut new_page = false;
        for part in &paper.parts {
            let from = blocks.len();
            match part {
                Part::Heading(text) => blocks.push(self.block(Role::Heading, text, 13.0, true, 18.0)),
                Part::Subheading(text) => blocks.push(self.block(Role::Subheading, text, 11.0, true, 12.0)),
                Part::Text(text) => blocks.push(self.block(Role::Paragraph, text, BODY, false, 6.0)),
                Part::Quiet(text) => blocks.push(self.block(Role::Paragraph, text, SMALL, false, 4.0)),
                Part::Warning(text) => blocks.push(self.block(Role::Paragraph, text, BODY, true, 8.0)),
                Part::List(items) => {
                    blocks.extend(
                        items.iter().map(|item| self.block(Role::Paragraph, &format!("– {item}"), BODY, false, 3.0)),
                    );
                }
                Part::Rows(rows) => blocks.extend(rows.iter().map(|(label, value)| self.row(label, value))),
                Part::NewPage => new_page = true,
            }
            if let Some(first) = blocks.get_mut(from) {
                first.new_page = std::mem::take(&mut new_page);
            }
        }
        let unknown =
            |block: &Block| block.lines.iter().flat_map(|line| &line.runs).any(|run| run.text.contains(UNKNOWN));
        if blocks.iter().any(unknown) {
            let said = format!(
                "Letters of tekens die dit papier niet kan tonen, staan er als {UNKNOWN}. Op het scherm staan ze wel."
            );
            blocks.push(self.block(Role::Paragraph, &said, SMALL, false, 12.0));
        }
        blocks.retain(|block| !block.lines.is_empty());
        blocks
    }

    fn block(&self, role: Role, text: &str, size: f32, bold: bool, before: f32) -> Block {
        let lines = self.wrapped(text, size, bold, MARGIN);
        Block { role, before, lines, new_page: false }
    }

    /// A label beside its value.
    fn row(&self, label: &str, value: &str) -> Block {
        let mut lines = self.wrapped(value, BODY, false, COLUMN);
        let labels = self.wrap(label, BODY, true, COLUMN - MARGIN - 10.0);
        lines.resize_with(lines.len().max(labels.len()), || Line { height: BODY * LEADING, runs: Vec::new() });
        for (line, text) in lines.iter_mut().zip(labels) {
            line.runs.insert(0, Run { x: MARGIN, size: BODY, bold: true, text });
        }
        Block { role: Role::Paragraph, before: 4.0, lines, new_page: false }
    }

    /// A text as lines from `x` to the right margin.
    fn wrapped(&self, text: &str, size: f32, bold: bool, x: f32) -> Vec<Line> {
        let line = |text: String| {
            let runs = if text.is_empty() { Vec::new() } else { vec![Run { x, size, bold, text }] };
            Line { height: size * LEADING, runs }
        };
        self.wrap(text, size, bold, WIDTH - MARGIN - x).into_iter().map(line).collect()
    }

    /// Breaks a text at its own line breaks, between words and after slashes; a word that is wider than a line, between letters. A line
    /// that goes on in the next ends with a space, so that who copies it gets its words apart.
    fn wrap(&self, text: &str, size: f32, bold: bool, width: f32) -> Vec<String> {
        let letters = self.letters(bold);
        let most = width / size;
        let mut lines = Vec::new();
        for line in text.trim_end().lines() {
            let line = letters.known(line);
            let mut current = String::new();
            let mut used = 0.0;
            for word in line.trim_end().split_inclusive([' ', '/']) {
                let wide = letters.width(word.trim_end());
                if used + wide > most && !current.is_empty() {
                    lines.push(std::mem::take(&mut current));
                    used = 0.0;
                }
                if wide <= most {
                    current.push_str(word);
                    used += letters.width(word);
                    continue;
                }
                for letter in word.chars() {
                    let wide = letters.letter(letter).map_or(0.0, |letter| letter.width);
                    if used + wide > most {
                        lines.push(std::mem::take(&mut current));
                        used = 0.0;
                    }
                    current.push(letter);
                    used += wide;
                }
            }
            lines.push(current);
        }
        lines
    }

    fn place(&mut self, blocks: Vec<Block>) {
        let (mut page, mut y) = (0, TOP);
        for (number, block) in blocks.into_iter().enumerate() {
            let heading = block.role != Role::Paragraph;
            let own: f32 = block.lines.iter().map(|line| line.height).sum();
            let needed =
                if heading { own + KEPT * BODY * LEADING } else { 2.0_f32.min(block.lines.len() as f32) * BODY };
            let begun = y > TOP;
            y += if begun { block.before } else { 0.0 };
            if begun && (block.new_page || y + needed > BOTTOM) {
                (page, y) = (page + 1, TOP);
            }
            let title = if heading { text_of(&block.lines) } else { String::new() };
            self.blocks.push((block.role, title));
            for line in block.lines {
                if y + line.height > BOTTOM {
                    (page, y) = (page + 1, TOP);
                }
                let baseline = y + line.height * 0.75;
                y += line.height;
                if !line.runs.is_empty() {
                    self.lines.push(Placed { page, y: baseline, block: number, runs: line.runs });
                }
            }
        }
        self.pages = page + 1;
    }
}

fn text_of(lines: &[Line]) -> String {
    lines.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect::<String>().trim().to_owned()
}
