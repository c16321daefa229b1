#!/usr/bin/env bash
# Prepares a domain of a stopped Payara: JSON lines on stdout, the broker's settings, a database for Abakus.
# Running this again is safe. It does nothing if scripts, jars and the domain's own files are as they were after the last run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/scripts/domain.sh"

usage() {
    cat >&2 <<'TEXT'
Usage: provision.sh [--dry-run] [--domain NAME] PAYARA_HOME LOGGING_JAR [PART]...
  --dry-run    prints what would change, and changes nothing
  NAME         a folder of PAYARA_HOME/glassfish/domains (default: domain1)
  PAYARA_HOME  the folder that contains bin and glassfish, which the distribution calls payara6
  LOGGING_JAR  abakus-logging-VERSION.jar
  PART         logging           JSON lines on stdout
               broker            settings of the embedded broker
               database          a data source for Abakus' own tables, which stores them in a file
               default-database  stores the server's default data source in a file, which is written at each commit
               cluster           instead of broker and database: a PostgreSQL outside the server, for the nodes of a
                                 cluster. run.sh --artemis names their Artemis at each start
               shared-default-database  makes that PostgreSQL the server's default data source, too
               password-aliases  after cluster: reads the passwords of broker and database from Payara's password aliases
                                 abakus-broker and abakus-database instead of the environment
               doors             closes entry points that a server running only Abakus does not need, limits slow
                                 clients, and serves health on a port of its own
               (default: logging, broker and database)
The driver of PostgreSQL is target/postgresql.jar, or $POSTGRESQL_JAR.
TEXT
    exit 2
}

name=domain1; dry=
while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry=yes; shift ;;
        --domain) name=${2:?--domain needs the name of a domain}; shift 2 ;;
        -*) usage ;;
        *) break ;;
    esac
done
[ $# -ge 2 ] || usage
require_domain "$1" "$name"
jar=$2; shift 2
parts=("$@"); [ $# -gt 0 ] || parts=(logging broker database)
[ -f "$jar" ] || fail "$jar: there is no such jar; \"mvn package\" builds it in server-config/logging/target."
scripts=()
for part in "${parts[@]}"; do
    case $part in
        logging|broker|database|default-database|cluster|shared-default-database|password-aliases|doors) scripts+=("$here/scripts/$part.sh"); . "$here/scripts/$part.sh" ;;
        *) fail "$part is not a part: use logging, broker, database, default-database, cluster, shared-default-database, password-aliases or doors." ;;
    esac
done
has() { case " ${parts[*]} " in *" $1 "*) return 0 ;; esac; return 1; }
for part in broker database; do
    if has cluster && has "$part"; then
        fail "the parts cluster and $part exclude each other, because the nodes of a cluster share a broker and a database outside the servers. Nothing was changed."
    fi
done
if has shared-default-database && { has default-database || ! has cluster; }; then
    fail "shared-default-database needs the part cluster, and excludes default-database. Nothing was changed."
fi

if has password-aliases; then
    case " ${parts[*]} " in
        *" cluster "*"password-aliases "*) ;;
        *) fail "password-aliases needs the part cluster, named before it. Nothing was changed." ;;
    esac
fi

if has cluster; then
    [ -f "$POSTGRESQL_JAR" ] || fail "there is no driver of PostgreSQL at $POSTGRESQL_JAR: \"mvn -Ppayara package\" copies it there. Or set POSTGRESQL_JAR to its path."
fi

# Installs all parts in the domain's folder, which is in the variable "domain".
install() {
    local part
    for part in "${parts[@]}"; do
        "install_${part//-/_}"
    done
}

if [ -n "$dry" ]; then
    real=$domain
    domain=$(mktemp -d)
    trap 'rm -rf "$domain"' EXIT
    trial_copy "$real" "$domain"
    install
    if show_changes "$real" "$domain"; then
        echo "Nothing would change in the Payara in $home: ${parts[*]} ($name)."
    else
        echo "The Payara in $home would change as shown: ${parts[*]} ($name). Nothing was changed."
    fi
    exit 0
fi

# The stamp says what was installed, and the fingerprint says what the domain's files were afterwards. The stamp alone proves nothing,
# because it stays if somebody restores the configuration.
stamp=$domain/.abakus-provisioned
known=$domain/.abakus-fingerprint
[ ! -f "${H2_JAR:-}" ] || scripts+=("$here/scripts/pool.sh" "$H2_JAR")
if has cluster && [ -f "$POSTGRESQL_JAR" ]; then scripts+=("$POSTGRESQL_JAR"); fi
wanted="${parts[*]} $(cat "${scripts[@]}" "$jar" | digest)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -f "$known" ] && [ "$(cat "$known")" = "$(fingerprint "$domain")" ]; then
    echo "Payara in $home is up to date: ${parts[*]} ($name)."
    exit 0
fi

rm -f "$stamp" "$known"
install
fingerprint "$domain" > "$known"
echo "$wanted" > "$stamp"
echo "Payara in $home is provisioned: ${parts[*]} ($name)."
