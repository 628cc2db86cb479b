# shellcheck shell=bash
# Which port each process of this checkout uses. A port is remembered, so that addresses stay the same between runs.

PORTS_FILE="$STATE/ports"

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

first_free_port() {
  local port=$1 last=$(($1 + 100))
  while [ "$port" -lt "$last" ]; do
    if port_is_free "$port"; then
      printf '%s\n' "$port"
      return
    fi
    port=$((port + 1))
  done
  fail "no free port between $1 and $last."
}

remembered_port() { sed -n "s/^$1=//p" "$PORTS_FILE" 2>/dev/null; }

remember_port() {
  local kept
  mkdir -p "$STATE"
  kept=$(grep -v "^$1=" "$PORTS_FILE" 2>/dev/null || true)
  printf '%s%s=%s\n' "${kept:+$kept$'\n'}" "$1" "$2" >"$PORTS_FILE"
}

# choose_port NAME DEFAULT: the remembered port when it is free, else the first free one from the default on.
choose_port() {
  local port
  port=$(remembered_port "$1")
  if [ -z "$port" ] || ! port_is_free "$port"; then
    port=$(first_free_port "$2")
  fi
  remember_port "$1" "$port"
  printf '%s\n' "$port"
}
