#!/bin/sh
# WeasyPrint lays out text with Pango. Installs Debian's packages where that is possible,
# else says which they are.
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
has() { /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }
if has libpango-1.0.so && has libpangoft2-1.0.so && has libharfbuzz-subset.so; then exit 0; fi
if [ "$(uname)" = Darwin ]; then
  command -v brew >/dev/null 2>&1 && brew list pango >/dev/null 2>&1 && exit 0
  echo "Pango saknas. Installera det med: brew install pango" >&2; exit 1
fi
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
  echo "Installerar $packages"
  $as_root apt-get update -qq && \
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $packages >/dev/null && exit 0
fi
echo "Pango saknas, som dokumenten behöver. Be den som sköter datorn installera:" >&2
echo "  apt-get install $packages" >&2
exit 1
