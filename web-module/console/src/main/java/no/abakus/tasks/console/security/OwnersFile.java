package no.abakus.tasks.console.security;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A file that only its owner may read, if the file system has POSIX permissions. */
final class OwnersFile {

    private final Path path;

    OwnersFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    List<String> lines() throws IOException {
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    /**
     * Replaces the file in one step if the file system can do that, so that a reader sees either the old lines or the
     * new ones.
     */
    void write(List<String> lines) throws IOException {
        Files.createDirectories(path.getParent());
        Path fresh = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".tmp", ownerOnly());
        try {
            Files.write(fresh, lines);
            move(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Returns permissions for the owner alone. On a file system without POSIX permissions, returns none, and a
     * temporary file gets its permissions from the folder.
     */
    private FileAttribute<?>[] ownerOnly() throws IOException {
        return Files.getFileStore(path.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[] {};
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
