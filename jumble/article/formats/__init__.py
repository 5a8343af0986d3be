"""Document formats: one reader each, what tells them apart, encodings, and the fence around their readers."""
