#!/bin/bash
# Sign the bundle that PyInstaller made, pack it into a disk image, have it notarised: bundle.sh DIST
#
# Without PKM_IDENTITY ("Developer ID Application: NAME (TEAM)") the bundle is signed for this machine only and the
# image is not notarised: other Macs ask before they open it. With PKM_NOTARY_PROFILE (made once by
# `xcrun notarytool store-credentials PROFILE --apple-id ... --team-id ...`) Apple looks at it, and the answer is
# stapled to it, so that it opens without a network too.
set -euo pipefail
dist=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
app="$dist/PKM Workbench.app"
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$here/../../pkm_app/__init__.py")
image="$dist/PKM-Workbench-$version-$(uname -m).dmg"
identity=${PKM_IDENTITY:--}

options=(--force --timestamp --options runtime --entitlements "$here/entitlements.plist")
[ "$identity" != - ] || options=(--force)
# From the inside out: libraries first, what holds them after, the bundle last.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -print0 |
    while IFS= read -r -d '' file; do
        if file -b "$file" | grep -q 'Mach-O'; then codesign "${options[@]}" --sign "$identity" "$file"; fi
    done
codesign "${options[@]}" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname "PKM Workbench" -srcfolder "$folder" -fs HFS+ -format UDZO "$image"

if [ "$identity" != - ]; then
    codesign --force --timestamp --sign "$identity" "$image"
    if [ -n "${PKM_NOTARY_PROFILE:-}" ]; then
        xcrun notarytool submit "$image" --keychain-profile "$PKM_NOTARY_PROFILE" --wait
        xcrun stapler staple "$image"
        spctl --assess --type open --context context:primary-signature --verbose "$image"
    fi
fi
echo "$image"
