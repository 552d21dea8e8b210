"""The use-cases, one file a stage: ports and pure functions put together; no SQL, no HTML."""
