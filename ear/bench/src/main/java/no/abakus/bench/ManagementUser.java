package no.abakus.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The user who may manage the benchmark's server, created for this run.
 *
 * @param name the name of the user
 * @param password the random password of the user
 */
public record ManagementUser(String name, String password) {

    private static final String REALM = "ManagementRealm";

    /**
     * Creates a new user and adds it to this configuration. Call this before a server starts with the configuration.
     */
    public static ManagementUser addedTo(Path configuration) throws IOException {
        ManagementUser user = new ManagementUser("bench", UUID.randomUUID().toString());
        Files.write(
                configuration.resolve("mgmt-users.properties"),
                List.of(user.name + "=" + user.digest()),
                StandardOpenOption.APPEND);
        return user;
    }

    /** Returns the digest in the format that the server's add-user.sh writes. The server prescribes the algorithm. */
    private String digest() {
        try {
            byte[] text = (name + ":" + REALM + ":" + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
