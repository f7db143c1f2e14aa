#!/bin/sh
# Puts Plimsoll into your own folder: ./install.sh [FOLDER], by default ~/.local. Needs no root, changes nothing else.
# Run it again with a newer Plimsoll to replace the older one. Your inventory is not touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${1:-"$HOME/.local"}
place="$prefix/lib/plimsoll"
case $place in
    "$here"*) echo "Install it somewhere else than in the folder it was unpacked to." >&2; exit 2 ;;
esac
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
rm -rf "$place.new"
cp -a "$here/plimsoll" "$place.new"
"$place.new/plimsoll" --version >/dev/null || {
    echo "Plimsoll does not start here: it needs glibc 2.36 or newer. Nothing was installed." >&2
    rm -rf "$place.new"
    exit 1
}
rm -rf "$place.old"
if [ -e "$place" ]; then mv "$place" "$place.old"; fi
mv "$place.new" "$place"
rm -rf "$place.old"
cp -R "$here/share/." "$prefix/share/"
cp "$here/uninstall.sh" "$place/uninstall.sh"
ln -sf "$place/plimsoll" "$prefix/bin/plimsoll"
# The menu starts it by its full name: ~/.local/bin is not always on the path of a desktop.
sed -i "s|^Exec=plimsoll|Exec=\"$place/plimsoll\"|" "$prefix/share/applications/plimsoll.desktop"
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$prefix/share/applications" || true; fi
echo "Plimsoll is installed in $place."
echo "Start it from your menu, or with $prefix/bin/plimsoll"
echo "Remove it with $place/uninstall.sh"
