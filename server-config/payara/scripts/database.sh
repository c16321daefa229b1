# Adds a data source only for Abakus, over a file database beside the server's other data. README.md, "The databases", gives the reasons.
. "$here/scripts/pool.sh"

install_database() {
    remove_database
    ! has_resource || return 0
    add_file_pool AbakusSystemPool "of Abakus" system
    add_resource AbakusSystemPool
}

remove_database() {
    remove_resource AbakusSystemPool
    remove_pool AbakusSystemPool
}
