# shellcheck shell=bash
# The tools that building needs: found, or named with the way to get them.

need_dotnet() {
  local version
  need_icu
  version=$(cd "$ROOT" && dotnet --version 2>/dev/null) ||
    fail "the .NET 10 SDK is needed, and 'dotnet --version' did not answer." "Get it from https://dotnet.microsoft.com/download/dotnet/10.0"
  [ "${version%%.*}" -ge 10 ] || fail "the .NET 10 SDK is needed; this is $version." "Get it from https://dotnet.microsoft.com/download/dotnet/10.0"
}

# .NET needs the system's Unicode library, which a bare Debian lacks; its package carries its version in its name.
need_icu() {
  local package
  ! compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || return 0
  [ -z "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" ] && has_apt || return 0
  apt_candidate libc6 || as_root apt-get update -q >/dev/null
  package=$(apt-cache search --names-only '^libicu[0-9]+$' | cut -d' ' -f1 | tail -n 1)
  [ -z "$package" ] || apt_install "$package"
}

# 20.19 is the first that the widget's build tools run on.
need_node() {
  local version
  version=$(node --version 2>/dev/null) || fail "Node.js 20.19 or newer is needed." "Get it from https://nodejs.org/en/download"
  printf '20.19.0\n%s\n' "${version#v}" | sort -VC ||
    fail "Node.js 20.19 or newer is needed; this is ${version#v}." "Get it from https://nodejs.org/en/download"
  command -v npm >/dev/null || fail "npm is needed to build the widget." "It comes with Node.js: https://nodejs.org/en/download"
}

need_chromium() {
  [ -z "${CHROMIUM_PATH:-}" ] || return 0
  need_program chromium chromium fonts-liberation
  CHROMIUM_PATH=$(command -v chromium)
  export CHROMIUM_PATH
}
