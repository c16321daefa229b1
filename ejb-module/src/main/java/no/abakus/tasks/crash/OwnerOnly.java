package no.abakus.tasks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Takes other users' permissions on a file or folder away, whatever umask the process has and whatever an earlier
 * release left. The file database is in the same folder, so a closed folder protects it as well. If the file system has
 * no such permissions, its own rules apply. What another user owns is left to that user.
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
            // As described above: there is nothing that this process could do.
            return;
        }
    }
}
