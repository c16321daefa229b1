package no.abakus.tasks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Removes other users' permissions on a file or folder, regardless of the umask and of the permissions that an earlier
 * release set. The file database is in the same folder, so this protects the database too. If the file system does not
 * support such permissions, or the file belongs to another user, nothing is changed.
 */
final class OwnerOnly {

    private OwnerOnly() {}

    static void folder(Path folder) {
        set(folder, "rwx------");
    }

    static void file(Path file) {
        set(file, "rw-------");
    }

    private static void set(Path path, String permissions) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException | UnsupportedOperationException e) {
            // The permissions cannot be changed; see the comment on the class.
            return;
        }
    }
}
