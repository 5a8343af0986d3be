"""Document formats: one reader each, format detection, encodings, and the subprocess in which readers run."""
