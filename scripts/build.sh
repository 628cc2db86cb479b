# shellcheck shell=bash
# Builds what changed. A stamp holds the hash of the sources that a result was built from, written when it is whole.

STAMPS="$STATE/stamps"
APP="$STATE/app"
WIDGET_DIST="$ROOT/widget/dist"

# sources_hash PATH...: one hash over the names and contents of all source files under these paths.
sources_hash() {
  (cd "$ROOT" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name coverage \) -prune \
    -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64)
}

is_built() { [ -e "$3" ] && [ "$(cat "$STAMPS/$1" 2>/dev/null)" = "$2" ]; }

stamp() { mkdir -p "$STAMPS" && printf '%s\n' "$2" >"$STAMPS/$1"; }

install_widget_packages() {
  local hash
  hash=$(sources_hash widget/package.json widget/package-lock.json)
  ! is_built widget-packages "$hash" "$ROOT/widget/node_modules" || return 0
  say "Installing the widget's packages …"
  run_logged "$LOGS/npm.log" "npm ci" npm --prefix "$ROOT/widget" ci --no-audit --no-fund
  stamp widget-packages "$hash"
}

build_widget() {
  local hash
  hash=$(sources_hash widget)
  ! is_built widget "$hash" "$WIDGET_DIST/loader.js" || return 0
  need_node
  install_widget_packages
  say "Building the widget …"
  run_logged "$LOGS/widget-build.log" "Building the widget" npm --prefix "$ROOT/widget" run build
  stamp widget "$hash"
}

# The demo runs from copies in .reva/app, so that building and testing beside it never changes a file under its feet.
publish_app() {
  local hash project
  hash=$(sources_hash src Directory.Build.props Directory.Packages.props global.json)
  ! is_built app "$hash" "$APP/server/Reva.Server.dll" || return 0
  need_dotnet
  rm -rf "$APP"
  for project in Server Sandbox; do
    say "Building Reva.$project …"
    run_logged "$LOGS/build.log" "Building Reva.$project" dotnet publish "$ROOT/src/Reva.$project" -c Release -v q \
      -clp:ErrorsOnly --nologo -o "$APP/${project,,}"
  done
  stamp app "$hash"
}

# build_dotnet PROJECT: builds a project or the solution for tests and benchmarks.
build_dotnet() {
  need_dotnet
  say "Building $(basename "$1") …"
  run_logged "$LOGS/build.log" "Building $(basename "$1")" dotnet build "$1" -c Release -v q -clp:ErrorsOnly --nologo
}
