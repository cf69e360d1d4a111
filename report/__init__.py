"""Pages for people, made of what a release holds. Everything that a document says is escaped."""
