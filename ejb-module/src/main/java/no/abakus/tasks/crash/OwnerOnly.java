package no.abakus.tasks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Removes other users' permissions on a file or folder, regardless of the umask and of the permissions that an earlier
 * release set. If the file system does not support such permissions, or the file belongs to another user, nothing is
 * changed.
 */
public final class OwnerOnly {

    /** The name of the folder that belongs to Abakus alone. */
    static final String OURS = "abakus";

    private OwnerOnly() {}

    /**
     * Denies other users access to Abakus' folder in the server's data folder. Creates the folder first if it is
     * missing. The scripts of the server put the file database there, even if {@code abakus.tasks.acks.data-folder}
     * names another folder.
     */
    public static void inDataFolder(Path dataFolder) {
        Path ours = dataFolder.resolve(OURS);
        try {
            Files.createDirectories(ours);
        } catch (IOException e) {
            // Nothing can be written there, so there is nothing to protect.
            return;
        }
        folder(ours);
    }

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
