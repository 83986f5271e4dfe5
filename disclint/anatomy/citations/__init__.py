"""Acts, sections, rules, forms and instruments, as cited and as they are called."""
