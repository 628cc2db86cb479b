# shellcheck shell=bash
# Where PostgreSQL's programs come from: this system's own PostgreSQL with pgvector, or a private Debian 13 root.

CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/reva"
PRIVATE_ROOT="$CACHE/postgres-17"
# Set by find_postgres: the folder of the programs, as they see it, and the root they see (empty: the system's own).
PG_BIN=
# shellcheck disable=SC2034 # read by postgres-data.sh
PG_ROOT=

# A PostgreSQL is of use when it is 15 or newer and offers the vector extension.
native_postgres() {
  local config major bin best_major=0 best=
  for config in "$(command -v pg_config || true)" /usr/lib/postgresql/*/bin/pg_config; do
    [ -x "$config" ] || continue
    major=$("$config" --version 2>/dev/null | sed -n 's/^PostgreSQL \([0-9]*\).*/\1/p')
    bin=$("$config" --bindir)
    if [ "${major:-0}" -ge 15 ] && [ "$major" -gt "$best_major" ] && [ -x "$bin/initdb" ] &&
      [ -e "$("$config" --sharedir)/extension/vector.control" ]; then
      best=$bin best_major=$major
    fi
  done
  # The server packages alone bring no pg_config.
  for bin in /usr/lib/postgresql/*/bin; do
    major=${bin#/usr/lib/postgresql/} major=${major%/bin}
    if [[ $major =~ ^[0-9]+$ ]] && [ "$major" -ge 15 ] && [ "$major" -gt "$best_major" ] && [ -x "$bin/initdb" ] &&
      [ -e "/usr/share/postgresql/$major/extension/vector.control" ]; then
      best=$bin best_major=$major
    fi
  done
  [ -n "$best" ] && printf '%s\n' "$best"
}

use_private_root() {
  [ -x "$PRIVATE_ROOT/usr/lib/postgresql/17/bin/postgres" ] || return 1
  # shellcheck disable=SC2034 # read by postgres-data.sh
  PG_ROOT=$PRIVATE_ROOT
  PG_BIN=/usr/lib/postgresql/17/bin
}

# Built aside and renamed when whole, under a lock: a start that was interrupted leaves nothing half made.
install_private_root() {
  local building="$CACHE/postgres-17.building"
  need_program debootstrap debootstrap
  mkdir -p "$CACHE"
  exec 8>"$CACHE/install.lock"
  flock 8
  if [ ! -d "$PRIVATE_ROOT" ]; then
    say "Fetching PostgreSQL 17 with pgvector into $PRIVATE_ROOT (once, about a minute) …"
    as_root rm -rf "$building"
    run_logged "$LOGS/postgres-install.log" "Fetching PostgreSQL" as_root env PATH="$PATH:/usr/sbin:/sbin" \
      debootstrap --variant=minbase --include=postgresql-17-pgvector trixie "$building" \
      "${REVA_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
    as_root sh -c "rm -rf '$building'/var/cache/apt/archives/*.deb '$building'/var/lib/apt/lists/*; mkdir -p '$building/reva'"
    as_root mv "$building" "$PRIVATE_ROOT"
  fi
  exec 8>&-
}

packaged_postgres() {
  local major
  for major in 18 17 16 15; do
    if apt_candidate "postgresql-$major-pgvector"; then
      printf 'postgresql-%s-pgvector\n' "$major"
      return
    fi
  done
  return 1
}

# find_postgres: sets PG_BIN and PG_ROOT; installs what is missing when called with 'install'.
find_postgres() {
  local package
  if PG_BIN=$(native_postgres) || use_private_root; then return; fi
  [ "${1:-}" = install ] || return 1
  has_apt || fail "PostgreSQL 15 or newer with pgvector is needed." \
    "Install it, or point REVA_DATABASE at one: REVA_DATABASE=postgresql://user:password@host/database ./reva up"
  if package=$(packaged_postgres); then
    apt_install "$package"
    # shellcheck disable=SC2034 # read by postgres-server.sh
    PG_BIN=$(native_postgres) || fail "$package was installed, but its programs were not found."
  else
    install_private_root
    use_private_root || fail "$PRIVATE_ROOT holds no PostgreSQL." "Remove that folder and try again."
  fi
}
