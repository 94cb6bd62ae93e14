"""The look of every paper: fonts, sizes, colours and spacing, loaded from theme.toml and checked."""
