# shellcheck shell=bash
# ./reva db: the database of this checkout, or the one that REVA_DATABASE names.

help_db() {
  cat <<'HELP'
Usage: ./reva db COMMAND

  start          start this checkout's PostgreSQL (made on first use) and print how to reach it
  stop           stop it
  status         say whether it runs, and where
  url            print its connection string
  psql [ARGS…]   open psql on it
  reset [--yes]  empty it: everything that Reva has stored is lost

PostgreSQL listens on 127.0.0.1:54329, or on the next free port. Its data is in .reva/postgres.
REVA_DATABASE=postgresql://user:password@host:port/database uses a PostgreSQL of your own
instead (15 or newer, with pgvector); nothing is started or stopped then.
HELP
}

STARTED_DATABASE=

external_database() { [ -n "${REVA_DATABASE:-}" ]; }

database_connection() {
  if external_database; then npgsql_string "$REVA_DATABASE"; else cluster_connection; fi
}

# create_database [NAME]: makes the database unless it is there.
create_database() {
  local name=${1:-$PG_DATABASE} exists
  exists=$(psql_with "$(cluster_connection postgres)" -XAtc "select 1 from pg_database where datname = '$name'")
  [ -n "$exists" ] || psql_with "$(cluster_connection postgres)" -Xqc "create database $name"
}

# use_database: starts this checkout's PostgreSQL for as long as the script runs, unless somebody else started it.
use_database() {
  ! external_database || return 0
  cluster_is_running || STARTED_DATABASE=yes
  start_cluster
}

# Another command of this checkout may have come to rely on it meanwhile.
leave_database() {
  if [ -n "$STARTED_DATABASE" ] && { [ -n "${1:-}" ] || ! demo_is_running; }; then
    stop_cluster || true
  fi
}

db_start() {
  if external_database; then
    say "REVA_DATABASE is set: nothing to start."
  else
    start_cluster
    say "PostgreSQL is ready on 127.0.0.1:$(remembered_port postgres)."
  fi
  database_connection
}

db_stop() {
  if external_database; then
    say "REVA_DATABASE is set: it is not Reva's to stop."
  elif stop_cluster; then
    say "PostgreSQL is stopped. Its data is kept."
  else
    say "PostgreSQL is not running."
  fi
}

db_status() {
  if external_database; then
    say "REVA_DATABASE is set: $(npgsql_part "$(database_connection)" Host Server)."
  elif cluster_is_running; then
    say "PostgreSQL is running on 127.0.0.1:$(remembered_port postgres) (process $(cluster_pid))."
  else
    say "PostgreSQL is not running."
    return 3
  fi
}

db_psql() {
  external_database || start_cluster
  psql_with "$(database_connection)" "$@"
}

db_reset() {
  local answer=${1:-}
  ! demo_is_running || fail "./reva up is running in this checkout. Stop it first."
  ! external_database || fail "REVA_DATABASE is set, and Reva does not empty a database that it did not make."
  if [ "$answer" != --yes ]; then
    [ -t 0 ] || fail "this deletes everything that Reva has stored; say --yes when that is meant."
    read -rp "Delete everything that Reva has stored here? [y/N] " answer
    [[ $answer == [yY]* ]] || fail "nothing was changed."
  fi
  start_cluster
  # Shops that were tried with --store have databases of their own.
  psql_with "$(cluster_connection postgres)" -Xq -v ON_ERROR_STOP=1 <<SQL
select format('drop database %I with (force)', datname) from pg_database
where datname = '$PG_DATABASE' or datname like '$PG_DATABASE\\_shop\\_%' \\gexec
create database $PG_DATABASE
SQL
  say "The database is empty. Reva fills it again at its next start."
}

reva_db() {
  local command=${1:-}
  shift || true
  case $command in
    start) db_start ;;
    stop) db_stop ;;
    status) db_status ;;
    url) database_connection ;;
    psql) db_psql "$@" ;;
    reset) db_reset "$@" ;;
    -h | --help) help_db ;;
    '') misuse db "say what to do with the database." ;;
    *) misuse db "there is no 'db $command'." ;;
  esac
}
