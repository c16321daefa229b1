package no.abakus.tasks.console.security;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file with the hashes, one line {@code user:hash} per user, and beside it a file with newly generated passwords.
 */
final class CredentialsFile {

    private final OwnersFile file;
    private final OwnersFile fresh;

    CredentialsFile(Path path) {
        this.file = new OwnersFile(path);
        this.fresh = new OwnersFile(path.resolveSibling(path.getFileName() + "-fresh"));
    }

    /** Returns the hashes by user; none if there is no file yet. */
    Map<String, PasswordHash> read() throws IOException {
        Map<String, PasswordHash> hashes = new LinkedHashMap<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            try {
                hashes.put(line.substring(0, Math.max(0, colon)), PasswordHash.parse(line.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        file + ", line " + (i + 1) + ": " + e.getMessage()
                                + ". Delete the file to have new passwords generated",
                        e);
            }
        }
        return hashes;
    }

    /** Replaces the hashes. */
    void write(Map<String, PasswordHash> hashes) throws IOException {
        file.write(hashes.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .toList());
    }

    /** Writes newly generated passwords to a file for the owner, one line {@code user:password} per user. */
    void show(Map<String, String> passwords) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : fresh.lines()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                all.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        all.putAll(passwords);
        fresh.write(all.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .toList());
    }

    /** Returns the path of the file that {@link #show} writes. */
    String freshFile() {
        return fresh.toString();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
