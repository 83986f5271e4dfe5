"""Forward-looking statements, and the passage that cautions about them."""
