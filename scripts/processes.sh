# shellcheck shell=bash
# Processes that the script starts and is answerable for: each leads a group of its own, has a log, and ends with it.

declare -A PROCESS_IDS=()

# start_process NAME FOLDER COMMAND...: should the script itself be killed, the kernel ends the process.
start_process() {
  local name=$1 folder=$2
  shift 2
  mkdir -p "$LOGS"
  (cd "$folder" && exec setsid setpriv --pdeathsig TERM "$@") >"$LOGS/$name.log" 2>&1 </dev/null 7>&- &
  PROCESS_IDS[$name]=$!
}

process_is_alive() { kill -0 "${PROCESS_IDS[$1]}" 2>/dev/null; }

explain_death() {
  tail -n 25 "$LOGS/$1.log" >&2
  fail "$1 ended unexpectedly. Above are its last words." "The whole log: $LOGS/$1.log"
}

# http_status PORT PATH: the status code, or nothing when nobody answers.
http_status() {
  local status=
  {
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 0
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    read -r -t 10 status <&3 || true
    exec 3>&-
  } 2>/dev/null
  status=${status#HTTP/* }
  printf '%s' "${status%% *}"
}

# wait_until_ready NAME PORT PATH SECONDS: waits for the answer 200.
wait_until_ready() {
  local name=$1 port=$2 path=$3 deadline=$((SECONDS + $4))
  until [ "$(http_status "$port" "$path")" = 200 ]; do
    process_is_alive "$name" || explain_death "$name"
    if [ "$SECONDS" -ge "$deadline" ]; then
      tail -n 25 "$LOGS/$name.log" >&2
      fail "$name did not become ready within $4 seconds." "The whole log: $LOGS/$name.log"
    fi
    sleep 0.05
  done
}

stop_process() {
  local id=${PROCESS_IDS[$1]}
  kill -TERM -- "-$id" 2>/dev/null || return 0
  for _ in $(seq 150); do
    kill -0 -- "-$id" 2>/dev/null || return 0
    sleep 0.1
  done
  say "$1 did not stop within 15 seconds and is killed."
  kill -KILL -- "-$id" 2>/dev/null || true
}

stop_everything() {
  local name
  trap '' INT TERM HUP
  for name in server sandbox; do
    [ -z "${PROCESS_IDS[$name]:-}" ] || stop_process "$name"
  done
  leave_database even-if-demo
}

# watch_processes: returns only by ending the script, when one of the processes has ended.
watch_processes() {
  local name
  wait -n "${PROCESS_IDS[@]}" 2>/dev/null || true
  for name in "${!PROCESS_IDS[@]}"; do
    process_is_alive "$name" || explain_death "$name"
  done
}
