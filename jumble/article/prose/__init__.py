"""Processing of text in any format: cleaning, datelines, page furniture, notes, language, sentences, chapters."""
