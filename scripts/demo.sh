# shellcheck shell=bash
# What belongs to the demo: its shop's database, its key, its two processes.

SANDBOX_TOKEN=shpat_sandbox
SANDBOX_MAIL_KEY=re_sandbox

# Each shop has a database of its own, so that trying another one loses nothing.
demo_name() { if [ -z "$1" ]; then echo demo; else echo "shop_$(printf '%s' "$1" | sha256sum | cut -c1-8)"; fi; }

start_demo_database() {
  use_database 7>&-
  external_database || [ "$1" = demo ] || create_database "${PG_DATABASE}_$1"
}

demo_connection() {
  if external_database || [ "$1" = demo ]; then database_connection; else cluster_connection "${PG_DATABASE}_$1"; fi
}

api_key() {
  local file="$STATE/api-key"
  [ -s "$file" ] || (umask 077 && printf 'reva_demo_%s\n' "$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')" >"$file")
  cat "$file"
}

# The shop's pages are seen through the server, which puts the widget's address on the same origin.
start_sandbox() {
  local store=$1 name=$2 url=$3 public_url=$4
  mkdir -p "$STATE/sandbox/$name"
  start_process sandbox "$APP/sandbox" dotnet Reva.Sandbox.dll serve --urls "$url" --public-url "$public_url" \
    --token "$SANDBOX_TOKEN" --state "$STATE/sandbox/$name" ${store:+--store "$store"}
}

# The keys are the server's own (docs/contracts.md); what the caller has exported besides reaches it too.
start_server() {
  local name=$1 url=$2 sandbox=$3 shop
  mapfile -t shop < <(node "$ROOT/scripts/demo.mjs" shop "$sandbox" "$SANDBOX_TOKEN")
  [ ${#shop[@]} -eq 3 ] || fail "the sandbox did not tell its shop." "Its log: $LOGS/sandbox.log"
  local -x ASPNETCORE_URLS=$url Demo__StorefrontUrl=$sandbox Widget__Directory=$WIDGET_DIST
  local -x ConnectionStrings__Reva ApiKeys__demo
  ConnectionStrings__Reva=$(demo_connection "$name")
  ApiKeys__demo=$(api_key)
  local -x Stores__demo__Name=${shop[0]} Stores__demo__Currency=${shop[1]} Stores__demo__TimeZone=${shop[2]} Stores__demo__Locale=en
  local -x Stores__demo__Shopify__ShopUrl=$sandbox Stores__demo__Shopify__StorefrontUrl=$url
  local -x Stores__demo__Shopify__AccessToken=$SANDBOX_TOKEN
  # What the demo shop's own pages promise; another shop begins with the defaults.
  if [ "$name" = demo ]; then
    local -x Stores__demo__Policies
    Stores__demo__Policies=$(<"$ROOT/scripts/demo-policies.json")
  fi
  local -x Mail__BaseUrl=$sandbox/resend Mail__ApiKey=$SANDBOX_MAIL_KEY Mail__From=care@demo.example Stores__demo__Support__Mailbox=team@demo.example
  start_process server "$APP/server" dotnet Reva.Server.dll
}
