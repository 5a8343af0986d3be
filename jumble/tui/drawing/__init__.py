"""Values become lines to be drawn: a round on its table, games of the past, the record in figures and pictures."""
