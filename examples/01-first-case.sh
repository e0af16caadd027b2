#!/usr/bin/env bash
# Checks the first case, then assesses it. (This script stands beside the case: in a case's folder only the case's own files.)
set -euo pipefail
cd "$(dirname "$0")"
entente check 01-first-case
entente assess 01-first-case
