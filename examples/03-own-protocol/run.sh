#!/usr/bin/env bash
# Assesses the first case by a protocol of one's own: ledger-v1 under another id, with one number changed.
# "Deeds weigh no more than words" is what somebody may well believe; then let us see what hangs on it.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sed -e 's/^id  .*/id      = "deeds-as-words"/' \
    -e 's/^name    = "ledger-v1"/name    = "deeds as words"/' \
    -e 's/^act        = 6/act        = 3/' ../../protocols/ledger-v1.toml >"$work/deeds-as-words.toml"

echo "What differs:"
diff ../../protocols/ledger-v1.toml "$work/deeds-as-words.toml" || true

for protocol in ledger-v1 "$work/deeds-as-words.toml"; do
    echo
    echo "$(basename "$protocol" .toml):"
    entente assess ../01-first-case --protocol "$protocol" | sed -n '/^ VERDICT/,/^ OUTLOOK/{/^ OUTLOOK/!p}'
done
