# shellcheck shell=bash
# This checkout's own database files: where they live, who owns them, how they are made.

DATA="$STATE/postgres"
PASSWORD_FILE="$STATE/postgres.password"
PG_USER=reva
# shellcheck disable=SC2034 # read by database.sh
PG_DATABASE=reva

# A checkout that was copied with its .reva must not share data with the original, hence the path in the name.
outside_data() { printf '%s/%s\n' "$1" "$(printf '%s' "$ROOT" | sha256sum | cut -c1-16)"; }

# The data belongs to the user that PostgreSQL runs as; only where that is somebody else are root's rights needed.
as_owner() { if [ -O "$DATA/." ]; then "$@"; else as_root "$@"; fi; }

# Beside the programs: in the private root only root may write.
beside_postgres() { if [ -n "$PG_ROOT" ]; then as_root "$@"; else "$@"; fi; }

can_mount() { as_root unshare --mount true 2>/dev/null; }

postgres_can_reach() { (cd / && setpriv --reuid postgres --regid postgres --init-groups test -x "$1") 2>/dev/null; }

# Data lives in .reva/postgres. Where PostgreSQL could not see it there, .reva/postgres is a link to where it can.
place_data() {
  local elsewhere=
  [ ! -e "$DATA" ] || return 0
  if [ -n "$PG_ROOT" ]; then
    can_mount || elsewhere=$(outside_data "$PG_ROOT/reva-data")
  elif [ "$(id -u)" -eq 0 ] && ! postgres_can_reach "$STATE"; then
    elsewhere=$(outside_data /var/lib/reva)
  fi
  if [ -n "$elsewhere" ]; then
    beside_postgres mkdir -p "$elsewhere"
    ln -sfn "$elsewhere" "$DATA"
  else
    mkdir -p "$DATA"
  fi
}

# The data directory as PostgreSQL's programs see it.
data_seen() {
  if [ -z "$PG_ROOT" ]; then
    readlink -f "$DATA"
  elif [ -L "$DATA" ]; then
    local target
    target=$(readlink "$DATA")
    printf '%s\n' "${target#"$PG_ROOT"}"
  else
    printf '/reva\n'
  fi
}

# own MODE FILE: gives a file to the user that PostgreSQL runs as.
own() {
  if [ -n "$PG_ROOT" ]; then
    as_root chown "$(as_root chroot "$PG_ROOT" id -u postgres):$(as_root chroot "$PG_ROOT" id -g postgres)" "$2"
  elif [ "$(id -u)" -eq 0 ]; then
    chown postgres:postgres "$2"
  fi
  beside_postgres chmod "$1" "$2"
}

# Settings of a developer's machine. Durability stays as in production: what was acknowledged is on the disk.
# Written last: a cluster that has them is whole.
write_settings() {
  echo "include 'postgresql.conf.reva'" | as_owner tee -a "$DATA/postgresql.conf" >/dev/null
  as_owner tee "$DATA/postgresql.conf.reva" >/dev/null <<'SETTINGS'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
dynamic_shared_memory_type = sysv
max_connections = 300
shared_buffers = 256MB
maintenance_work_mem = 256MB
max_wal_size = 2GB
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_error_verbosity = terse
SETTINGS
  own 600 "$DATA/postgresql.conf.reva"
}

# A generated password reaches initdb in a file of its own, because an argument could be read in the process list.
init_cluster() {
  local handed
  (umask 077 && head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$PASSWORD_FILE")
  handed=$(beside_postgres mktemp -p "${PG_ROOT:-}/tmp")
  beside_postgres tee "$handed" <"$PASSWORD_FILE" >/dev/null
  own 600 "$handed"
  own 700 "$DATA/."
  run_logged "$LOGS/postgres-init.log" "Making the database" pg initdb -D "$(data_seen)" -U "$PG_USER" \
    --auth=scram-sha-256 --pwfile="${handed#"$PG_ROOT"}" --encoding=UTF8 --locale=C.UTF-8
  beside_postgres rm -f "$handed"
}

create_cluster() {
  place_data
  ! as_owner test -e "$DATA/postgresql.conf.reva" || return 0
  say "Making this checkout's database in ${DATA#"$ROOT"/} …"
  # What an interrupted attempt left would make initdb refuse.
  as_owner find "$DATA/" -mindepth 1 -delete
  init_cluster
  write_settings
}
