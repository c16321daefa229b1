package no.abakus.tasks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Takes from other users of the machine what they may do with a file or folder, whatever the process was started with and whatever an
 * earlier release has left. The file database is in the same folder: closed, it protects that as well. Where the file system knows no such
 * permissions, its own rules hold; and what belongs to another user is that user's.
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
