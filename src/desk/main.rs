//! `signaalkluis-desk`: the desk alone.

fn main() -> std::process::ExitCode {
    desk::command::main()
}
