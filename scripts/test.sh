# shellcheck shell=bash
# ./reva test: builds everything and runs every test, one project after another.

RESULTS="$STATE/tests"
PREPARED=

help_test() {
  cat <<'HELP'
Usage: ./reva test [--only NAME]

Builds everything, starts PostgreSQL, and runs the tests of the server, of the widget and in the
browser. Closes with one line: N passed, N failed.

  --only NAME   only the project whose name holds NAME (Core, Server, widget, …); where no project's
                does, only the tests whose full name holds NAME

Results are kept in .reva/tests. REVA_SHARED names the folder of public data sets that some tests
use (../shared unless set); without it those tests are skipped.
HELP
}

reva_test() {
  local only=
  while [ $# -gt 0 ]; do
    case $1 in
      --only) [ -n "${2:-}" ] || misuse test "--only needs a name." ; only=$2 ; shift 2 ;;
      *) misuse test "there is no option '$1'." ;;
    esac
  done
  rm -rf "$RESULTS"
  mkdir -p "$RESULTS"
  choose_tests "$only"
  trap end_tests EXIT
  prepare_tests
  PREPARED=yes
  run_chosen_tests
  node "$ROOT/scripts/test-results.mjs" "$RESULTS"
}

# What cannot be built counts as one failure: the closing line is there for whoever reads only that.
end_tests() {
  [ -n "$PREPARED" ] || echo "0 passed, 1 failed"
  leave_database
}

test_projects() { grep -l 'Microsoft.NET.Test.Sdk' "$ROOT"/tests/*/*.csproj; }

# choose_tests ONLY: sets CHOSEN (project files, and 'widget') and TEST_FILTER (part of a test's name).
choose_tests() {
  local project name
  CHOSEN=()
  TEST_FILTER=
  while read -r project; do
    name=$(basename "$project" .csproj)
    [[ ${name,,} != *"${1,,}"* ]] || CHOSEN+=("$project")
  done < <(test_projects)
  [[ widget != *"${1,,}"* ]] || CHOSEN+=(widget)
  if [ ${#CHOSEN[@]} -eq 0 ]; then
    TEST_FILTER=$1
    mapfile -t CHOSEN < <(test_projects && echo widget)
  fi
}

prepare_tests() {
  need_node
  need_chromium
  install_widget_packages
  build_widget
  [ "${CHOSEN[*]}" != widget ] || return 0
  build_dotnet "$ROOT/Reva.sln"
  use_test_database
}

use_test_database() {
  if [ -z "${REVA_TEST_DATABASE:-}" ]; then
    use_database
    REVA_TEST_DATABASE=$(database_connection)
  fi
  export REVA_TEST_DATABASE
}

run_chosen_tests() {
  local chosen
  for chosen in "${CHOSEN[@]}"; do
    if [ "$chosen" = widget ]; then test_widget; else test_project "$chosen"; fi
  done
}

# A project that ends badly without a result file is itself counted as a failure, by the marker that is left here.
test_project() {
  local name log
  name=$(basename "$1" .csproj)
  log="$RESULTS/$name.log"
  say "Testing $name …"
  printf '%s\n' "$name" >"$RESULTS/$name.started"
  dotnet test "$1" -c Release --no-build --nologo -v q --results-directory "$RESULTS" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 5m --blame-hang-dump-type none ${TEST_FILTER:+--filter "FullyQualifiedName~$TEST_FILTER"} \
    >"$log" 2>&1 || say "  $name has failures."
}

test_widget() {
  say "Testing the widget …"
  printf 'widget\n' >"$RESULTS/widget.started"
  npm --prefix "$ROOT/widget" test --silent -- --reporter=json --outputFile="$RESULTS/widget.json" \
    ${TEST_FILTER:+--testNamePattern "$TEST_FILTER" --passWithNoTests} >"$RESULTS/widget.log" 2>&1 || say "  widget has failures."
}
