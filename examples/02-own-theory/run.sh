#!/usr/bin/env bash
# Reads the first case under a theory of three factors. The original stays as it is: theory and codings go into a copy.
set -euo pipefail
cd "$(dirname "$0")"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r ../01-first-case/. "$copy"
mkdir "$copy/theories"
cp my-theory.toml "$copy/theories/"
cat more-codings.toml >>"$copy/codings/me.toml"

entente theories my-theory.toml
entente check "$copy"
entente assess "$copy" --theory my-theory.toml
