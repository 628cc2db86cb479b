# shellcheck shell=bash
# This checkout's own PostgreSQL server: its programs run, its start and its stop.

# pg PROGRAM ARGUMENTS...: runs one of PostgreSQL's programs as the owner of the data (never root, which it refuses).
pg() {
  local program="$PG_BIN/$1"
  shift
  if [ -z "$PG_ROOT" ] && [ "$(id -u)" -ne 0 ]; then
    "$program" "$@"
  elif [ -z "$PG_ROOT" ]; then
    (cd / && exec setpriv --reuid postgres --regid postgres --init-groups "$program" "$@")
  elif [ -L "$DATA" ]; then
    as_root chroot --userspec=postgres:postgres "$PG_ROOT" "$program" "$@"
  else
    # shellcheck disable=SC2016 # the inner shell expands these
    as_root unshare --mount sh -c 'mount --bind "$1" "$2/reva" && root=$2 && shift 2 && exec chroot --userspec=postgres:postgres "$root" "$@"' \
      sh "$DATA" "$PG_ROOT" "$program" "$@"
  fi
}

cluster_pid() {
  local pid
  [ -e "$DATA" ] || return 1
  pid=$(as_owner head -n 1 "$DATA/postmaster.pid" 2>/dev/null) || return 1
  # A pid file outlives a crash: its number may be another program's, or a dead process' (no command line).
  tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q 'postgres.* -D ' && printf '%s\n' "$pid"
}

cluster_is_running() { cluster_pid >/dev/null; }

# The lock holds one port search at a time among all checkouts of this user; the server must not inherit it.
start_cluster() {
  local port
  mkdir -p "$LOGS" "$CACHE"
  exec 9>"$CACHE/start.lock"
  flock 9
  if ! cluster_is_running; then
    find_postgres install
    create_cluster
    port=$(choose_port postgres 54329)
    if ! pg pg_ctl start -w -t 60 -D "$(data_seen)" -o "-p $port" >>"$LOGS/postgres.log" 2>&1 </dev/null 9>&-; then
      tail -n 20 "$LOGS/postgres.log" >&2
      fail "PostgreSQL did not start." "The whole log: $LOGS/postgres.log"
    fi
  fi
  exec 9>&-
  create_database
}

stop_cluster() {
  local pid
  pid=$(cluster_pid) || return 1
  # SIGINT: PostgreSQL's fast shutdown, which ends sessions and writes a checkpoint.
  as_owner kill -INT "$pid"
  for _ in $(seq 300); do
    cluster_is_running || return 0
    sleep 0.1
  done
  fail "PostgreSQL (process $pid) did not stop within 30 seconds."
}

cluster_connection() {
  local database=${1:-$PG_DATABASE} port
  port=$(remembered_port postgres)
  if [ -z "$port" ] || [ ! -r "$PASSWORD_FILE" ]; then
    fail "this checkout has no database yet." "./reva db start makes it."
  fi
  printf 'Host=127.0.0.1;Port=%s;Database=%s;Username=%s;Password=%s\n' "$port" "$database" "$PG_USER" "$(cat "$PASSWORD_FILE")"
}
