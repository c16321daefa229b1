# Makes a file database beside the server's other data the default data source. README.md, "The databases", gives the reasons.
. "$here/scripts/pool.sh"

install_default_database() {
    local default
    remove_default_database
    default=$(default_pool)
    # The pool remembers which pool it replaces, so that the removal can restore that pool.
    add_file_pool AbakusPool "in place of $default" tasks
    take_default AbakusPool
}

remove_default_database() {
    give_default_back AbakusPool
    remove_pool AbakusPool
}
