#!/bin/sh
# What pip cannot install: Python's venv, and Pango, with which WeasyPrint lays out text.
# Installs Debian's packages where that is possible, else says which they are.
# Usage: ensure_system.sh PYTHON
python="$1"
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Det behövs Python 3.11 eller senare. Installera det, eller ange var det finns: make run PYTHON=/sökväg/python3.11" >&2
  exit 1
fi

has() { { /sbin/ldconfig -p || ldconfig -p; } 2>/dev/null | grep -q "$1"; }
missing=""
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
if [ "$(uname)" = Darwin ]; then
  if command -v brew >/dev/null 2>&1 && brew list pango >/dev/null 2>&1; then exit 0; fi
  echo "Pango saknas, som dokumenten behöver. Installera det med: brew install pango" >&2
  exit 1
fi
has libpango-1.0.so || missing="$missing libpango-1.0-0"
has libpangoft2-1.0.so || missing="$missing libpangoft2-1.0-0"
has libharfbuzz-subset.so || missing="$missing libharfbuzz-subset0"
[ -z "$missing" ] && exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
  echo "Installerar$missing"
  # shellcheck disable=SC2086  the packages are words
  $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null &&
    exit 0
fi
echo "Det saknas något som dokumenten behöver. Be den som sköter datorn installera:" >&2
echo "  apt-get install$missing" >&2
exit 1
