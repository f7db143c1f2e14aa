"""What surrounds every page: menus, sidebar, status bar, bars, palette, undo. The pages themselves live next door."""
