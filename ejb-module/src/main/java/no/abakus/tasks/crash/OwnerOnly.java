package no.abakus.tasks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Removes other users' permissions on a file or folder, whatever the umask and whatever permissions an earlier release
 * left. The file database is in the same folder, so this protects the database too. If the file system has no such
 * permissions, its own rules apply. Files of another user stay unchanged.
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
            // The file system does not support permissions, or another user owns the file. This process cannot change
            // that.
            return;
        }
    }
}
