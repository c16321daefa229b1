# Makes a PostgreSQL outside the server the data source for Abakus, in place of the file database. All nodes of a cluster share it.
# README.md, "A node of several", gives the reasons. The option --artemis of run.sh names the broker of the nodes at each start.
. "$here/scripts/database.sh"

install_cluster() {
    remove_cluster
    # Removes the data source over a file. A data source that an administrator has made over another database stays.
    remove_database
    ! has_resource || return 0
    add_shared_pool AbakusSharedPool "of Abakus, shared by the nodes"
    add_resource AbakusSharedPool
}

remove_cluster() {
    # This step comes first, because only the pool AbakusSharedPool records which pool the default data source had before.
    give_default_back AbakusSharedPool
    remove_resource AbakusSharedPool
    remove_pool AbakusSharedPool
}
