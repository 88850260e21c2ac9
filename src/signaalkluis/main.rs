//! `signaalkluis`: portal and desk in one process, and the operator's commands.

fn main() -> std::process::ExitCode {
    signaalkluis::main()
}
