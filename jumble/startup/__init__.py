"""What makes the start quick: work is put off until it is needed, or done meanwhile by another process."""
