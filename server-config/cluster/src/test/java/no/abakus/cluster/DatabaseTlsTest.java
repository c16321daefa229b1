package no.abakus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.xa.PGXADataSource;

/** What a node's {@code ABAKUS_DB_SSL_MODE=verify-full} and {@code ABAKUS_DB_SSL_ROOT_CERT} mean to its data source. */
@Tag("long")
final class DatabaseTlsTest {

    private static final String PASSWORD = "of-the-keys";
    private static final String ALIAS = "database";

    @TempDir
    private Path folder;

    private record Identity(Path certificate, Path key) {}

    @Test
    void connections_are_encrypted_and_a_database_with_another_certificate_is_refused() throws Exception {
        Identity trusted = identity("trusted");
        Identity foreign = identity("foreign");
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("database"))
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", trusted.certificate().toString())
                .setServerConfig("ssl_key_file", trusted.key().toString())
                .start()) {
            assertThat(isEncrypted(database.getPort(), trusted.certificate())).isTrue();
            assertThatThrownBy(() -> isEncrypted(database.getPort(), foreign.certificate()))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** Uses the properties that install-cluster.cli and pool.sh set. */
    private static boolean isEncrypted(int port, Path rootCertificate) throws SQLException {
        PGXADataSource nodes = new PGXADataSource();
        nodes.setServerNames(new String[] {"localhost"});
        nodes.setPortNumbers(new int[] {port});
        nodes.setDatabaseName(ClusterDatabase.NAME);
        nodes.setUser(ClusterDatabase.USER);
        nodes.setSslMode("verify-full");
        nodes.setSslRootCert(rootCertificate.toString());
        try (Connection connection = nodes.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Makes a key and a certificate that is signed with it. */
    private Identity identity(String name) throws Exception {
        Path keys = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] certificate = store.getCertificate(ALIAS).getEncoded();
        byte[] key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        return new Identity(pem(name + ".crt", "CERTIFICATE", certificate), pem(name + ".key", "PRIVATE KEY", key));
    }

    private Path pem(String file, String kind, byte[] content) throws IOException {
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Path pem = folder.resolve(file);
        Files.writeString(pem, "-----BEGIN " + kind + "-----\n" + encoded + "\n-----END " + kind + "-----\n");
        Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-------"));
        return pem;
    }
}
