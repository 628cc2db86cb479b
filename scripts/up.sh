# shellcheck shell=bash
# ./reva up: the demo shop, PostgreSQL and the server, together until Ctrl-C.

help_up() {
  cat <<'HELP'
Usage: ./reva up [--store DIR] [--port N]

Starts PostgreSQL, the sandbox (the demo shop and everything outside that Reva talks to) and the
server, and says where Reva is. Ctrl-C stops what it started. Data is kept until the next time.

  --store DIR   serve the shop in this folder (docs/sandbox-store.md) instead of the demo store
  --port N      the server's port; 5080, or the next free one, unless given

What people and scripts need to try it is in .reva/demo.json; logs are in .reva/logs.
Settings of the server (docs/operations.md) are taken from the environment.
HELP
}

reva_up() {
  local store='' port=''
  while [ $# -gt 0 ]; do
    case $1 in
      --store) [ $# -ge 2 ] || misuse up "--store needs a folder." ; store=$2 ; shift 2 ;;
      --port) [[ ${2:-} =~ ^[0-9]{1,5}$ ]] || misuse up "--port needs a number." ; port=$2 ; shift 2 ;;
      *) misuse up "there is no option '$1'." ;;
    esac
  done
  [ -z "$store" ] || [ -f "$store/shop.json" ] || fail "'$store' is not a store: it has no shop.json." "docs/sandbox-store.md tells what a store's folder holds."
  only_one_demo
  build_widget
  publish_app
  trap stop_everything EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  run_demo "${store:+$(cd "$store" && pwd)}" "$port"
}

demo_is_running() { ! (exec 7>>"$STATE/up.lock" && flock -n 7) 2>/dev/null; }

only_one_demo() {
  mkdir -p "$STATE"
  exec 7>>"$STATE/up.lock"
  flock -n 7 || fail "Reva is already running in this checkout: $(sed -n 's/.*"url": "\(.*\)".*/\1/p' "$STATE/demo.json" 2>/dev/null)" \
    "Stop it with Ctrl-C where it was started."
}

server_port() {
  if [ -z "$1" ]; then
    choose_port server 5080
  elif port_is_free "$1"; then
    printf '%s\n' "$1"
  else
    fail "port $1 is taken." "Leave --port out to get the next free one."
  fi
}

run_demo() {
  local store=$1 port name sandbox url
  port=$(server_port "$2")
  name=$(demo_name "$store")
  url="http://localhost:$port"
  sandbox="http://localhost:$(choose_port sandbox 5090)"
  rm -f "$STATE/demo.json"
  start_sandbox "$store" "$name" "$sandbox" "$url"
  start_demo_database "$name"
  wait_until_ready sandbox "${sandbox##*:}" /_control/sample-orders 60
  start_server "$name" "$url" "$sandbox"
  wait_until_ready server "$port" /health/ready 180
  node "$ROOT/scripts/demo.mjs" write "$STATE/demo.json" "$sandbox" "$url" "$(api_key)"
  printf 'Reva is ready at %s\n' "$url"
  watch_processes
}
