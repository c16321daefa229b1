package no.abakus.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of a cluster. They are created once and kept beside the cluster's data. */
final class Secrets {

    private static final String FILE = "secrets.properties";
    private static final int BYTES = 16;

    private final Path file;
    private final Properties known = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path folder) throws IOException {
        Secrets secrets = new Secrets(folder.resolve(FILE));
        if (Files.exists(secrets.file)) {
            try (Reader reader = Files.newBufferedReader(secrets.file)) {
                secrets.known.load(reader);
            }
        } else {
            Files.createDirectories(folder);
            Files.createFile(
                    secrets.file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return secrets;
    }

    synchronized String of(String whose) {
        String password = known.getProperty(whose);
        if (password != null) {
            return password;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        known.setProperty(whose, made);
        try (Writer writer = Files.newBufferedWriter(file)) {
            known.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }
}
