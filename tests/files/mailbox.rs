//! Files in the conversation, in both directions.
