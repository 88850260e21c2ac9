//! The main binary once more, where tests find it.

fn main() -> std::process::ExitCode {
    signaalkluis::main()
}
