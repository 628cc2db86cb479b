# shellcheck shell=bash
# What the script tells people: plain lines on standard error, so that standard output stays free for results.

say() { printf '%s\n' "$*" >&2; }

# fail MESSAGE...: says every argument on a line of its own and ends the script.
fail() {
  printf 'reva: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '      %s\n' "$@" >&2
  exit 1
}

# misuse COMMAND MESSAGE: a wrong command line, told apart from a failure by its exit code.
misuse() {
  local command=$1
  shift
  printf 'reva: %s\n' "$*" >&2
  printf "      See './reva%s --help'.\n" "${command:+ $command}" >&2
  exit 2
}

# run_logged LOG WHAT COMMAND...: runs quietly and shows the end of the log only when it fails.
run_logged() {
  local log=$1 what=$2
  shift 2
  mkdir -p "$LOGS"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "$what failed." "The whole log: $log"
  fi
}
