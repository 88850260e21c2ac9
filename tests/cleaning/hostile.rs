//! Files made to harm.
