# Sourced by the run.sh of WildFly. With an archive of the JVM's classes (AppCDS), a server starts faster. The JVM writes the archive
# at the first orderly stop, and again after the JDK or the server's jars have changed. That stop takes much longer, so the JVM writes the
# archive only with ABAKUS_CLASS_ARCHIVE=on. Nothing here prevents a start, because without an archive the server starts as usual.

# Sets archive_options, the options for the JVM.
#   use_class_archive FOLDER JAVA CLASSPATH FILE...
# The archive is in FOLDER. CLASSPATH is the class path of the JVM. The content of each FILE says which jars the server has.
use_class_archive() {
    archive_options=()
    [ "${ABAKUS_CLASS_ARCHIVE:-off}" = on ] || return 0
    local folder=$1 java=$2 classpath=$3 jdk key
    shift 3
    jdk=$(jdk_of "$java")
    [ -n "$jdk" ] || return 0
    { mkdir -p "$folder" && [ -w "$folder" ]; } 2> /dev/null || return 0
    key=$(archive_key "$jdk" "$classpath" "$@")
    accept_class_archive "$folder" "$java" "$classpath" "$key"
    # The JVM reports on stdout which classes it cannot archive or does not use. Since JDK 25, it does so with the log tag aot, too.
    archive_options=("-Xlog:cds*=off")
    [ "$(jdk_version "$jdk")" -lt 25 ] || archive_options+=("-Xlog:aot*=off")
    if [ "$(cat "$folder/classes.key" 2> /dev/null)" = "$key $(checksum_of "$folder/classes.jsa")" ]; then
        archive_options+=("-XX:SharedArchiveFile=$folder/classes.jsa" -Xshare:auto)
        return 0
    fi
    rm -f "$folder/classes.jsa" "$folder/classes.key"
    # Several servers may share the folder, so each writes a file of its own.
    echo "$key" > "$folder/new-$$.key"
    archive_options+=("-XX:ArchiveClassesAtExit=$folder/new-$$.jsa")
}

# Prints the folder of the JDK or JRE; prints nothing if that folder has no file "release".
jdk_of() {
    local binary
    binary=$(readlink -f "$(command -v "$1")" 2> /dev/null) || return 0
    [ ! -f "${binary%/bin/java}/release" ] || echo "${binary%/bin/java}"
}

jdk_version() {
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    echo "${version:-0}"
}

# Prints a key that changes whenever an existing archive may no longer fit. The JVM checks most of this, too.
archive_key() {
    local jdk=$1
    shift
    { cat "$jdk/release" "$jdk/lib/server/libjvm.so" "$@" 2> /dev/null || true; } | cksum | tr ' ' -
}

# Prints the checksum of a file, or nothing if there is no such file.
checksum_of() {
    [ ! -f "$1" ] || cksum < "$1" | tr ' ' -
}

# Accepts an archive that an earlier stop has left, if a JVM can use it. No archive is used without this check, because the process that
# wrote it may have been killed before the end. Files of servers that are still running are left alone.
accept_class_archive() {
    local folder=$1 java=$2 classpath=$3 key=$4 left process
    for left in "$folder"/new-*.key; do
        process=${left##*/new-}; process=${process%.key}
        [ -e "$left" ] && { [ "$process" = $$ ] || ! kill -0 "$process" 2> /dev/null; } || continue
        if [ "$(cat "$left")" = "$key" ] && is_whole "$java" "$classpath" "${left%.key}.jsa"; then
            mv -f "${left%.key}.jsa" "$folder/classes.jsa"
            echo "$key $(checksum_of "$folder/classes.jsa")" > "$left"
            mv -f "$left" "$folder/classes.key"
        else
            rm -f "$left" "${left%.key}.jsa"
        fi
    done
}

# Checks the archive with all its checksums in a separate JVM, because a damaged archive may crash the JVM that reads it.
is_whole() {
    [ -s "$3" ] && "$1" "-XX:SharedArchiveFile=$3" -Xshare:on -XX:+UnlockDiagnosticVMOptions -XX:+VerifySharedSpaces \
        -cp "$2" -version > /dev/null 2>&1 < /dev/null
}
