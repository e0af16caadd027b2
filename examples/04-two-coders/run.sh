#!/usr/bin/env bash
# Adds a second coder to a copy of the first case, and asks how far the two agree and what that does to the verdict.
set -euo pipefail
cd "$(dirname "$0")"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r ../01-first-case/. "$copy"
cp you.toml "$copy/codings/"

entente check "$copy"
entente agreement "$copy"
for coder in me you; do
    echo
    echo "$coder alone:"
    entente assess "$copy" --coder "$coder" | sed -n '/^ VERDICT/,/^ OUTLOOK/{/^ OUTLOOK/!p}'
done
