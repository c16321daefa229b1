package no.abakus.tasks.console.security;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file with the hashes: a line per user, {@code user:hash}, readable by its owner alone. */
final class CredentialsFile {

    private final Path path;

    CredentialsFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** The hashes by user; none where there is no file yet. */
    Map<String, PasswordHash> read() throws IOException {
        Map<String, PasswordHash> hashes = new LinkedHashMap<>();
        if (!Files.exists(path)) {
            return hashes;
        }
        List<String> lines = Files.readAllLines(path);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            try {
                hashes.put(line.substring(0, Math.max(0, colon)), PasswordHash.parse(line.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        path + ", line " + (i + 1) + ": " + e.getMessage()
                                + ". Delete the file to have new passwords made",
                        e);
            }
        }
        return hashes;
    }

    /** Replaces the file, in one step: a reader sees the former hashes or these. */
    void write(Map<String, PasswordHash> hashes) throws IOException {
        Files.createDirectories(path.getParent());
        Path fresh = Files.createTempFile(path.getParent(), "console-credentials", ".tmp", ownerOnly());
        try {
            Files.write(
                    fresh,
                    hashes.entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + entry.getValue())
                            .toList());
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

    /** Where the file system knows no permissions of this kind, a temporary file is the owner's by the folder's rules. */
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
