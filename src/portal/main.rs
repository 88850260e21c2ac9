//! `signaalkluis-portal`: the portal alone.

fn main() -> std::process::ExitCode {
    portal::command::main()
}
