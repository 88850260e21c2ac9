//! What the process itself must not do: leave memory behind in a core file or to be found in what it freed, or let files
//! be read by others.

use std::alloc::System;

use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit, umask};
use zeroizing_alloc::ZeroAlloc;

/// Wipes memory as it is freed, whoever held it: a body that came in, a page that went out, a text inside a library. Who
/// seizes the machine finds no report that was answered before (A3 of the threat model).
#[global_allocator]
static WIPES: ZeroAlloc<System> = ZeroAlloc(System);

/// Turns core dumps off (also through a crash handler), makes new files readable by their owner alone, and takes as many
/// connections as the system lets us have.
pub fn harden() -> std::io::Result<()> {
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    let most = getrlimit(Resource::Nofile).maximum;
    setrlimit(Resource::Nofile, Rlimit { current: most, maximum: most })?;
    umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    Ok(())
}
