"""What the release announces."""
