//! From the catalog along the pages to everything they need, each object once, numbered as it is met.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    object::{Indirect, Object},
    rules::{self, Role},
    streams::{Inflated, Source},
    xref::Table,
};
use crate::{
    CleanError, Result,
    found::{Found, Removed},
    limits::Budget,
};

pub struct Walk<'a, 'b> {
    pub source: Source<'a>,
    pub budget: &'b Budget,
    pub found: &'b mut Found,
    /// New numbers by index in the table; 0 for what was not met.
    numbers: Vec<u32>,
    /// What is to be written, in the order of new numbers: index and role.
    pub queue: Vec<(u32, Role)>,
    /// How many of these are the catalog and the tree of pages.
    pub tree: usize,
    /// What was looked at ahead, by index and by what it is to its referrer: whether it is refused, and what it was.
    pub looked_at: BTreeMap<(usize, Role), Option<Removed>>,
    /// What all streams together may still be long: none lies over another.
    pub streams_left: usize,
}

/// An object with what it is read from.
pub struct Held {
    pub place: super::xref::Place,
    pub holder: Option<Rc<Inflated>>,
}

impl<'a, 'b> Walk<'a, 'b> {
    pub fn new(input: &'a [u8], table: Table, budget: &'b Budget, found: &'b mut Found) -> Result<Self> {
        let (numbers, root) = (vec![0; table.len()], table.root);
        let (queue, tree, looked_at, streams_left) = (Vec::new(), 0, BTreeMap::new(), input.len());
        let source = Source::new(input, table);
        let mut walk = Self { source, budget, found, numbers, queue, tree, looked_at, streams_left };
        walk.number(root, Role::Catalog)?.ok_or(CleanError::Damaged)?;
        let held = walk.hold(root)?.ok_or(CleanError::Damaged)?;
        let catalog = walk.read(&held)?.ok_or(CleanError::Damaged)?;
        let pages = catalog.object.dictionary().and_then(|catalog| catalog.get(b"Pages")?.reference());
        walk.pages(pages.ok_or(CleanError::Damaged)?)?;
        walk.tree = walk.queue.len();
        Ok(walk)
    }

    /// Numbers the tree of pages first: a page that something else refers to is then known to be in it, or not.
    fn pages(&mut self, root: u32) -> Result<()> {
        let (mut open, mut shown) = (vec![root], 0_usize);
        while let Some(number) = open.pop() {
            if self.is_numbered(number) || self.number(number, Role::Pages)?.is_none() {
                continue;
            }
            let Some(held) = self.hold(number)? else { continue };
            let Some(node) = self.read(&held)? else { continue };
            let Some(node) = node.object.dictionary() else { continue };
            // What says that it is something else is no page, and would leave a hole.
            if rules::is_refused(Role::Pages, node).is_some() {
                return Err(CleanError::Damaged);
            }
            let before = open.len();
            match node.get(b"Kids") {
                Some(Object::Array(kids)) => open.extend(kids.iter().rev().filter_map(Object::reference)),
                Some(Object::Reference(list)) => {
                    let Some(held) = self.hold(*list)? else { continue };
                    let list = self.read(&held)?;
                    let kids = list.as_ref().and_then(|list| list.object.array()).unwrap_or_default();
                    open.extend(kids.iter().rev().filter_map(Object::reference));
                }
                _ => shown += 1,
            }
            if open.len() - before > self.numbers.len() || open.len() > 4 * self.numbers.len() {
                return Err(CleanError::TooMuchWork);
            }
        }
        // A document shows something, or it is none.
        if shown > 0 { Ok(()) } else { Err(CleanError::Damaged) }
    }

    fn is_numbered(&self, number: u32) -> bool {
        self.source.table.index(number).and_then(|index| self.numbers.get(index)).is_some_and(|new| *new != 0)
    }

    /// The new number of an object; a first mention puts it in the queue. `None` for one that is not there.
    pub fn number(&mut self, number: u32, role: Role) -> Result<Option<u32>> {
        let Some(index) = self.source.table.index(number) else { return Ok(None) };
        let new = self.numbers.get_mut(index).ok_or(CleanError::Damaged)?;
        if *new == 0 {
            self.queue.push((index as u32, role));
            *new = self.queue.len() as u32;
        }
        Ok(Some(*new))
    }

    /// Where an object is, with the stream it is in.
    pub fn hold(&mut self, number: u32) -> Result<Option<Held>> {
        match self.source.table.index(number) {
            Some(index) => self.hold_index(index).map(Some),
            None => Ok(None),
        }
    }

    pub fn hold_index(&mut self, index: usize) -> Result<Held> {
        let place = self.source.table.place(index);
        let holder = self.source.holder(place, self.budget)?;
        Ok(Held { place, holder })
    }

    pub fn read<'c>(&mut self, held: &'c Held) -> Result<Option<Indirect<'c>>>
    where
        'a: 'c,
    {
        self.source.object(held.place, held.holder.as_deref(), self.budget)
    }
}
