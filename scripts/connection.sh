# shellcheck shell=bash
# A PostgreSQL address in its two spellings: postgresql://… (libpq) and Host=…;Port=… (Npgsql).

percent_decode() { local text=${1//\\/\\\\}; printf '%b' "${text//%/\\x}"; }

# npgsql_from_url URL: the same address as an Npgsql connection string.
npgsql_from_url() {
  local rest=${1#*://} credentials='' address query='' result pair
  [[ $rest != *\?* ]] || query=${rest#*\?}
  rest=${rest%%\?*}
  if [[ $rest == *@* ]]; then
    credentials=${rest%@*}
    rest=${rest##*@}
  fi
  address=${rest%%/*}
  result="Host=${address%%:*}"
  [[ $address != *:* ]] || result+=";Port=${address##*:}"
  [[ $rest != */?* ]] || result+=";Database=$(percent_decode "${rest#*/}")"
  if [ -n "$credentials" ]; then
    result+=";Username=$(percent_decode "${credentials%%:*}")"
    [[ $credentials != *:* ]] || result+=";Password='$(percent_decode "${credentials#*:}" | sed "s/'/''/g")'"
  fi
  IFS='&' read -ra pairs <<<"$query"
  for pair in "${pairs[@]}"; do
    [ "${pair%%=*}" != sslmode ] || result+=";SSL Mode=$(percent_decode "${pair#*=}" | sed 's/verify-ca/VerifyCA/;s/verify-full/VerifyFull/')"
  done
  printf '%s\n' "$result"
}

# npgsql_string TEXT: an Npgsql connection string from either spelling.
npgsql_string() {
  case $1 in
    postgres://* | postgresql://*) npgsql_from_url "$1" ;;
    *=*) printf '%s\n' "$1" ;;
    *) fail "REVA_DATABASE is neither an address (postgresql://user:password@host:port/database) nor a connection string (Host=…;Database=…)." ;;
  esac
}

# npgsql_part STRING NAME...: the value of the first of these keys, in any case, without its quotes.
npgsql_part() {
  local string=$1 name value
  shift
  for name in "$@"; do
    value=$(grep -ioP "(?:^|;)\s*$name\s*=\s*\K('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[^;]*)" <<<"$string" | tail -n 1) || continue
    case $value in
      \'*\') value=${value:1:-1} value=${value//"''"/"'"} ;;
      \"*\") value=${value:1:-1} value=${value//'""'/'"'} ;;
    esac
    printf '%s\n' "$value"
    return
  done
}
