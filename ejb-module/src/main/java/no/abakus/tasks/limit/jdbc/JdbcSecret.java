package no.abakus.tasks.limit.jdbc;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Session;

/**
 * The secret with which nodes seal what they write into messages. All nodes that use the same database share this
 * secret. The first node that needs the secret creates it. All applications in the database have the same secret, so
 * that each application accepts the seals of the others.
 */
public final class JdbcSecret {

    private static final int BYTES = 32;
    private static final String NAME = "seals";

    private static final String READ = "SELECT secret FROM abakus_secret WHERE name = ?";
    private static final String MAKE = "INSERT INTO abakus_secret (secret, name) VALUES (?, ?)";

    private final Database database;

    /** Creates an object that reads the secret from this database. */
    public JdbcSecret(Database database) {
        this.database = database;
    }

    /**
     * Returns the secret. Creates it if there is none yet.
     *
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     */
    public byte[] read() {
        return HexFormat.of().parseHex(database.run("The secret of the nodes could not be read", JdbcSecret::read));
    }

    private static String read(Session session) throws SQLException {
        Optional<String> known = known(session);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        try {
            session.update(MAKE, parameters -> parameters.text(secret).text(NAME));
            return secret;
        } catch (SQLException e) {
            // Another node may have created the secret first.
            return known(session).orElseThrow(() -> e);
        }
    }

    private static Optional<String> known(Session session) throws SQLException {
        return session.first(READ, parameters -> parameters.text(NAME), row -> row.text("secret"));
    }
}
