#!/bin/bash
# Signs, notarises and packs dist/Plimsoll.app: packaging/macos/make.sh. Written only: it was never run on a Mac.
# Needs IDENTITY ("Developer ID Application: …") and PROFILE (of `xcrun notarytool store-credentials`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
app=dist/Plimsoll.app
version=$(python3 -c 'import app; print(app.__version__)')
entitlements=packaging/macos/entitlements.plist
sign() { codesign --force --timestamp --options runtime --entitlements "$entitlements" --sign "$IDENTITY" "$@"; }

# The inner ones first: a bundle that is signed before what is in it does not hold.
find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 | while IFS= read -r -d '' file; do sign "$file"; done
find "$app" -type d -name '*.framework' -print0 | while IFS= read -r -d '' folder; do sign "$folder"; done
sign "$app"
codesign --verify --deep --strict "$app"

ditto -c -k --keepParent "$app" build/Plimsoll.zip
xcrun notarytool submit build/Plimsoll.zip --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$app"

rm -rf build/dmg
mkdir -p build/dmg
cp -R "$app" build/dmg/
ln -s /Applications build/dmg/Applications
hdiutil create -volname Plimsoll -srcfolder build/dmg -ov -format UDZO "dist/Plimsoll-$version.dmg"
codesign --timestamp --sign "$IDENTITY" "dist/Plimsoll-$version.dmg"
