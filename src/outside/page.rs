//! What is read from a page: our own pages, written by one hand. What does not look like them is no page of ours, and that is
//! what the canary is to find.

use domain::canary::Link;

use crate::Broken;

/// An answer.
pub struct Page {
    path: String,
    status: u16,
    to: Option<String>,
    text: String,
}

/// A form with what the page has filled in, and what was filled in since.
pub struct Form {
    pub action: String,
    /// Whether it goes out as `multipart/form-data`.
    pub takes_files: bool,
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The same with an answer more.
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

/// A tag: its name and what stands in it.
struct Tag<'a> {
    name: &'a str,
    inside: &'a str,
    /// Where it ends in the page.
    end: usize,
}

impl Page {
    pub(crate) fn new(path: &str, status: u16, to: Option<String>, text: String) -> Self {
        Self { path: path.to_owned(), status, to, text }
    }

    /// The path of this site that a redirect leads to.
    pub(crate) fn location(&self) -> Option<String> {
        self.to.clone().filter(|to| self.status == 303 && to.starts_with('/') && !to.starts_with("//"))
    }

    /// The page, if it is one that went well.
    pub fn must_be_fine(self) -> Result<Self, Broken> {
        let why = format!("answered with status {}", self.status);
        match self.status {
            200 => Ok(self),
            500.. => Err(Broken::at(Link::Reach, format!("{} {why}", self.path))),
            _ => Err(self.odd(&why)),
        }
    }

    pub const fn status(&self) -> u16 {
        self.status
    }

    pub fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    pub fn has_tag(&self, name: &str) -> bool {
        self.tags().any(|tag| tag.name.eq_ignore_ascii_case(name))
    }

    /// The form that goes to a path, with its hidden fields.
    pub fn form(&self, action: &str) -> Result<Form, Broken> {
        let mut tags = self.tags();
        let open = tags.find(|tag| tag.name == "form" && attribute(tag.inside, "action").as_deref() == Some(action));
        let open = open.ok_or_else(|| self.odd(&format!("has no form that goes to {action}")))?;
        let takes_files = attribute(open.inside, "enctype").as_deref() == Some("multipart/form-data");
        let mut fields = Vec::new();
        for tag in tags.take_while(|tag| tag.name != "/form") {
            let kind = attribute(tag.inside, "type");
            if tag.name == "input" && kind.as_deref() == Some("hidden") {
                fields.extend(attribute(tag.inside, "name").zip(attribute(tag.inside, "value")));
            }
        }
        Ok(Form { action: action.to_owned(), takes_files, fields })
    }

    /// The words in the element with an id, apart by single spaces.
    pub fn words_in(&self, name: &str, id: &str) -> Result<String, Broken> {
        let mut tags = self.tags();
        let open = tags.find(|tag| tag.name == name && attribute(tag.inside, "id").as_deref() == Some(id));
        let open = open.ok_or_else(|| self.odd(&format!("has no {name} called {id}")))?;
        let (mut at, mut words) = (open.end, String::new());
        for tag in tags {
            // Up to this tag's `<`.
            let start = tag.end - tag.name.len() - tag.inside.len() - 2;
            words.push_str(self.text.get(at..start).unwrap_or_default());
            words.push(' ');
            at = tag.end;
            if tag.name.strip_prefix('/') == Some(name) {
                break;
            }
        }
        Ok(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// That this is not the page it should be.
    pub fn odd(&self, why: &str) -> Broken {
        Broken::at(Link::Pages, format!("{} {why}", self.path))
    }

    fn tags(&self) -> impl Iterator<Item = Tag<'_>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let start = at + self.text.get(at..)?.find('<')? + 1;
                let rest = self.text.get(start..)?;
                if rest.starts_with("!--") {
                    at = start + rest.find("-->")? + 3;
                    continue;
                }
                let length = end_of_tag(rest)?;
                let whole = rest.get(..length)?;
                at = start + length + 1;
                let name = whole.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
                return Some(Tag { name, inside: whole.get(name.len()..)?, end: at });
            }
        })
    }
}

/// Where a tag's `>` is: not one in a quoted value.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quoted = false;
    rest.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == '>' && !quoted).then_some(at)
    })
}

/// The value of an attribute, as it was before it was written.
fn attribute(inside: &str, name: &str) -> Option<String> {
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once("=\"")?;
        let (value, left) = after.split_once('"')?;
        if before.split_whitespace().last() == Some(name) {
            let plain = value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
            return Some(plain.replace("&amp;", "&"));
        }
        rest = left;
    }
}
