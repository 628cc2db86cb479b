# shellcheck shell=bash
# Debian packages that are missing get installed; elsewhere the reader is told what to install.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -- "$@"
  else
    fail "this step needs root, and sudo is not installed: $*"
  fi
}

has_apt() { command -v apt-get >/dev/null; }

# apt_candidate PACKAGE: succeeds when the configured sources offer the package.
apt_candidate() {
  local candidate
  candidate=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p')
  [ -n "$candidate" ] && [ "$candidate" != "(none)" ]
}

apt_install() {
  say "Installing $* …"
  apt_candidate "$1" || run_logged "$LOGS/apt.log" "apt-get update" as_root apt-get update -q
  run_logged "$LOGS/apt.log" "Installing $*" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

# need_program PROGRAM PACKAGE...: installs the Debian packages unless the program is there.
need_program() {
  local program=$1
  shift
  ! PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null || return 0
  has_apt || fail "$program is missing." "Install it with your system's package manager and try again."
  apt_install "$@"
}
