#!/bin/sh
# Removes what install.sh put there: ./uninstall.sh [FOLDER], by default ~/.local. Your inventory stays.
set -eu
prefix=${1:-"$HOME/.local"}
rm -rf "$prefix/lib/plimsoll"
rm -f "$prefix/bin/plimsoll" "$prefix/share/applications/plimsoll.desktop" \
    "$prefix/share/metainfo/org.plimsoll.Plimsoll.metainfo.xml" "$prefix/share/man/man1/plimsoll.1.gz" \
    "${XDG_CONFIG_HOME:-$HOME/.config}/autostart/plimsoll.desktop"
for icon in "$prefix"/share/icons/hicolor/*/apps/plimsoll.png "$prefix"/share/icons/hicolor/scalable/apps/plimsoll.svg; do
    rm -f "$icon"
done
echo "Plimsoll is removed. Your inventory and its backups are still in ${XDG_DATA_HOME:-$HOME/.local/share}/Plimsoll."
