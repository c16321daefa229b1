#!/usr/bin/env bash
# Configures a created Artemis instance for Abakus: roles, address settings, limits, and a user for the nodes. ../README.md gives the reasons.
# Stop the broker first. Running this script again is safe. --remove undoes what it has done.
set -euo pipefail
# The files that this script writes may contain passwords.
umask 077
here=$(cd "$(dirname "$0")" && pwd -P)
usage() {
    cat >&2 <<'TEXT'
Usage: configure.sh [--core-only] [--tls KEYSTORE] [--guard JAR | --no-guard] INSTANCE
       configure.sh --remove INSTANCE
  INSTANCE     a folder made by "artemis create"
  --core-only  makes the acceptors speak only Artemis' own protocol, which Abakus uses
  --tls KEYSTORE  turns on TLS at the acceptors, with this key store (PKCS12 or JKS). Its password is
               $ABAKUS_BROKER_KEYSTORE_PASSWORD. Without this option, the script removes TLS that it has set up earlier
  --guard JAR  the path of abakus-guard.jar, which a broker before 2.52 needs (default: ../../guard/target/abakus-guard-VERSION.jar)
The nodes log in as $ABAKUS_BROKER_USER (default: abakus) with the password $ABAKUS_BROKER_PASSWORD.
TEXT
    exit 2
}
fail() { echo "configure.sh: $*" >&2; exit 2; }

core=; tls=; guard=; guarded=yes; remove=
while [ $# -gt 0 ]; do
    case $1 in
        --core-only) core=yes; shift ;;
        --tls) tls=${2:?--tls needs the path of a key store}; shift 2 ;;
        --guard) guard=${2:?--guard needs the path of a jar}; shift 2 ;;
        --no-guard) guarded=; shift ;;
        --remove) remove=yes; shift ;;
        -h|--help) usage ;;
        -*) usage ;;
        *) break ;;
    esac
done
[ $# -eq 1 ] || usage
instance=$1
broker=$instance/etc/broker.xml users=$instance/etc/artemis-users.properties roles=$instance/etc/artemis-roles.properties
for file in "$broker" "$users" "$roles"; do
    [ -f "$file" ] || fail "$instance is not an instance of Artemis: there is no $file. \"artemis create\" makes one."
done
user=${ABAKUS_BROKER_USER:-abakus}

# Prints the configuration without our parts. Each part is between two comments, so that it can be replaced and removed. Only our role
# for "#" and the settings for TLS are inside lines that the instance had before.
bare() {
    awk '/<!-- abakus: begin/ { skip = 1 } !skip { print } /<!-- abakus: end/ { skip = 0 }' "$broker" | sed -e 's/,abakus"/"/' \
        -e 's#;sslEnabled=true;keyStorePath=[^;<]*;keyStorePassword=[^;<]*</acceptor>#</acceptor>#' \
        -e 's#?sslEnabled=true</connector>#</connector>#'
}
# Creates a new file beside the file that it will replace, with the same owner and mode, because the user who runs this script may not
# be the user who runs the broker.
successor() { rm -f "$1.new"; cp -p "$1" "$1.new"; }
without_user() { grep -v -e "^${user//./\\.} *=" -e '^abakus *=' -e '^# abakus$' "$1" || true; }

if [ -n "$remove" ]; then
    for file in "$broker" "$users" "$roles"; do successor "$file"; done
    bare > "$broker.new"; mv "$broker.new" "$broker"
    for file in "$users" "$roles"; do without_user "$file" > "$file.new"; chmod 600 "$file.new"; mv "$file.new" "$file"; done
    rm -f "$instance/lib/abakus-guard.jar"
    echo "The broker in $instance no longer has any settings of Abakus. Its protocols and its data are unchanged."
    exit 0
fi

password=${ABAKUS_BROKER_PASSWORD:-}
[ -n "$password" ] || fail "set ABAKUS_BROKER_PASSWORD. The nodes log in to the broker as $user with this password. Nothing was changed."
[[ $user =~ ^[A-Za-z0-9._-]+$ ]] || fail "ABAKUS_BROKER_USER may have letters, digits, '.', '_' and '-'. Nothing was changed."
case $password in *[!\ -~]*) fail "ABAKUS_BROKER_PASSWORD may only have printable ASCII characters, because the file of users cannot contain others. Nothing was changed." ;; esac
if [ -n "$tls" ]; then
    # The path and the password become parts of a URL, in which other characters would have a special meaning.
    [[ $tls =~ ^/[A-Za-z0-9._/-]+$ ]] || fail "--tls needs an absolute path of letters, digits, '.', '_', '-' and '/'. Nothing was changed."
    [ -r "$tls" ] || fail "there is no key store at $tls, or it cannot be read. Nothing was changed."
    [[ ${ABAKUS_BROKER_KEYSTORE_PASSWORD:-} =~ ^[A-Za-z0-9._-]+$ ]] \
        || fail "set ABAKUS_BROKER_KEYSTORE_PASSWORD, of letters, digits, '.', '_' and '-'. Nothing was changed."
fi
if [ -n "$guarded" ] && [ -z "$guard" ]; then
    for guard in "$here"/../../guard/target/abakus-guard-*[0-9T].jar; do break; done
fi
[ -z "$guarded" ] || [ -f "$guard" ] || fail "there is no broker guard at $guard. \"mvn package\" builds it. Artemis 2.52 and newer needs no guard: give --no-guard. Nothing was changed."

successor "$broker"
bare > "$broker.new"
for anchor in '<security-settings>' '<address-settings>' '<addresses>' '<acceptors>' 'security-setting match="#"'; do
    grep -q "$anchor" "$broker.new" || { rm "$broker.new"; fail "$broker has no $anchor. Nothing was changed."; }
done
if [ -n "$tls" ] && grep -q 'sslEnabled=' "$broker.new"; then
    rm "$broker.new"
    fail "$broker already has TLS that this script has not set up. Remove TLS first. Nothing was changed."
fi
! grep -q 'match="jms.queue.abakus' "$broker.new" \
    || { rm "$broker.new"; fail "$broker already has settings for jms.queue.abakus that this script has not written. Remove these settings first. Nothing was changed."; }

awk -v blocks="$here/broker-parts.xml" -v guarded="$guarded" '
    function part(name,   line, on) {
        print "      <!-- abakus: begin " name " -->"
        while ((getline line < blocks) > 0) {
            if (line ~ "<!-- part " name " -->") { on = 1; continue }
            if (line ~ "<!-- part ") on = 0
            if (on && line !~ "</?parts>") print line
        }
        close(blocks)
        print "      <!-- abakus: end -->"
    }
    /<acceptors>/ && guarded { part("guard") }
    /<security-setting match="#"/ { inAll = 1 }
    /<\/security-setting>/ { inAll = 0 }
    # WildFly asks the broker to create queues, and receives the answers in temporary queues whose names are bare UUIDs. Only this
    # setting matches those.
    inAll && /"(createNonDurableQueue|deleteNonDurableQueue|createAddress|deleteAddress|consume|send)"/ { sub(/" *\/>/, ",abakus\"/>") }
    { print }
    /<security-settings>/ { part("security") }
    /<address-settings>/ { part("settings") }
    /<addresses>/ { part("addresses") }
    /<replication>/ { inReplication = 1 }
    # A primary that comes back must not be active beside the backup that took over.
    /<primary>/ && inReplication && !checked { part("replication"); checked = 1 }
' "$broker.new" > "$broker.configured"
[ -z "$core" ] || sed -i.before -E 's/protocols=[A-Z,]+/protocols=CORE/' "$broker.configured"
# Brokers send their connectors to clients, so a connector contains neither a password nor a path.
[ -z "$tls" ] || sed -i.before -E \
    -e "s#(<acceptor name=[^?]*[?].*)</acceptor>#\\1;sslEnabled=true;keyStorePath=$tls;keyStorePassword=$ABAKUS_BROKER_KEYSTORE_PASSWORD</acceptor>#" \
    -e 's#(<connector name[^?]*)</connector>#\1?sslEnabled=true</connector>#' "$broker.configured"
rm -f "$broker.configured.before"
cat "$broker.configured" > "$broker.new"
rm "$broker.configured"

# The configuration is replaced last. So a broker that reads the new configuration also finds all files that it refers to.
if [ -n "$guarded" ]; then mkdir -m 755 -p "$instance/lib"; cp "$guard" "$instance/lib/abakus-guard.jar"; chmod 644 "$instance/lib/abakus-guard.jar"; fi
# In these files, a backslash escapes the next character, and a blank at the start of a value is lost unless it is escaped.
value=${password//\\/\\\\}
case $value in ' '*) value=\\$value ;; esac
for file in "$users" "$roles"; do successor "$file"; done
{ without_user "$users"; echo "# abakus"; printf '%s = %s\n' "$user" "$value"; } > "$users.new"
{ without_user "$roles"; echo "# abakus"; echo "abakus = $user"; } > "$roles.new"
chmod 600 "$users.new" "$roles.new"
mv "$users.new" "$users"
mv "$roles.new" "$roles"
mv "$broker.new" "$broker"
echo "The broker in $instance is configured for Abakus. Nodes log in as $user. Start the broker with $instance/bin/artemis run."
