"""What is common to all text, whatever its format: cleaning, datelines, furniture, notes, sentences, chapters."""
