//! What the process itself must not do: leave memory behind in a core file, or let files be read by others.

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask};

/// Turns core dumps off (also through a crash handler) and makes new files readable by their owner alone.
pub fn harden() -> std::io::Result<()> {
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    Ok(())
}
