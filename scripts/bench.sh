# shellcheck shell=bash
# ./reva bench: builds for speed and measures.

help_bench() {
  cat <<'HELP'
Usage: ./reva bench [--only NAME] [--json FILE]

Measures Reva, each figure beside its floor in the same run; prints a table and writes it into
docs/benchmarks.md.

  --only NAME   only this measurement
  --json FILE   also write {name: {value, unit, floor?}} to FILE
HELP
}

reva_bench() {
  trap leave_database EXIT
  need_node
  build_widget
  build_dotnet "$ROOT/tests/Reva.Benchmarks"
  use_test_database
  dotnet "$ROOT/tests/Reva.Benchmarks/bin/Release/net10.0/Reva.Benchmarks.dll" "$@"
}
