"""One module a source, and the readers it is put together from."""
