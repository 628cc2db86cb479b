# shellcheck shell=bash
# psql against a connection string: the system's own psql when there is one, else the private root's.

psql_with() {
  local connection=$1
  shift
  local -x PGHOST PGPORT PGDATABASE PGUSER PGPASSWORD
  PGHOST=$(npgsql_part "$connection" Host Server)
  PGPORT=$(npgsql_part "$connection" Port)
  PGDATABASE=$(npgsql_part "$connection" Database DB)
  PGUSER=$(npgsql_part "$connection" Username 'User ID' User)
  PGPASSWORD=$(npgsql_part "$connection" Password PWD)
  if command -v psql >/dev/null; then
    psql "$@"
  elif find_postgres && [ -z "$PG_ROOT" ]; then
    "$PG_BIN/psql" "$@"
  elif [ -n "$PG_ROOT" ]; then
    # sudo would drop the variables; through env they would be readable in the process list.
    as_root_keeping_pg chroot --userspec=postgres:postgres "$PG_ROOT" "$PG_BIN/psql" "$@"
  else
    fail "psql is not installed." "apt-get install postgresql-client"
  fi
}

as_root_keeping_pg() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else
    sudo --preserve-env=PGHOST,PGPORT,PGDATABASE,PGUSER,PGPASSWORD -- "$@"
  fi
}
