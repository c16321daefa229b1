package no.abakus.tasks.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSetupTest {

    private static final int FEW_ITERATIONS = 100;

    private final Map<String, String> environment = new HashMap<>();
    private final Events events = new Events();
    private final Random random = new Random(7);
    private final Logger logger = Logger.getLogger(AccountSetup.class.getName());

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        logger.addHandler(events);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(events);
        logger.setUseParentHandlers(true);
    }

    @Test
    void passwords_of_the_environment_are_taken_and_nothing_is_written() throws IOException {
        environment.put("ABAKUS_VIEWER_PASSWORD", "look");
        environment.put("ABAKUS_OPERATOR_PASSWORD", "touch");

        Accounts accounts = start();

        assertThat(accounts.roles("viewer", "look"))
                .hasValueSatisfying(roles -> assertThat(roles).containsExactly("viewer"));
        assertThat(accounts.roles("operator", "touch"))
                .hasValueSatisfying(roles -> assertThat(roles).containsExactlyInAnyOrder("viewer", "operator"));
        assertThat(accounts.roles("operator", "look")).isEmpty();
        assertThat(accounts.roles("root", "touch")).isEmpty();
        assertThat(file()).doesNotExist();
        assertThat(events.texts).isEmpty();
    }

    @Test
    void a_missing_password_is_made_shown_once_and_kept_as_a_hash() throws IOException {
        environment.put("ABAKUS_VIEWER_PASSWORD", "look");

        assertThat(start().roles("operator", shown("operator"))).isPresent();
        assertThat(Files.readString(file())).contains("operator:pbkdf2-sha512$").doesNotContain(shown("operator"));

        String password = shown("operator");
        events.texts.clear();
        Accounts restarted = start();

        assertThat(events.texts).isEmpty();
        assertThat(restarted.roles("operator", password)).isPresent();
        assertThat(restarted.roles("operator", password)).as("remembered").isPresent();
        assertThat(restarted.roles("operator", password + "x")).isEmpty();
    }

    @Test
    void lines_say_where_a_fresh_password_is_and_never_what_it_is() throws IOException {
        start();

        String[] passwords = {shown("operator"), shown("viewer")};
        assertThat(events.texts).hasSize(2).allSatisfy(text -> assertThat(text)
                .contains("console_password_created")
                .doesNotContain(passwords));
    }

    @Test
    void a_password_made_later_leaves_the_others_readable() throws IOException {
        environment.put("ABAKUS_VIEWER_PASSWORD", "look");
        start();
        String operator = shown("operator");
        environment.clear();

        Accounts accounts = start();

        assertThat(shown("operator")).isEqualTo(operator);
        assertThat(accounts.roles("viewer", shown("viewer"))).isPresent();
    }

    @Test
    void only_the_owner_may_read_the_files() throws IOException {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(freshFile())))
                .isEqualTo("rw-------");
        assertThat(file().getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        start();
        environment.put("ABAKUS_OPERATOR_PASSWORD", "touch");

        Accounts accounts = start();

        assertThat(accounts.roles("operator", "touch")).isPresent();
        assertThat(accounts.roles("operator", shown("operator"))).isEmpty();
    }

    @Test
    void a_file_that_somebody_broke_is_named_with_its_line() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), List.of("operator:password"));

        assertThatIOException()
                .isThrownBy(this::start)
                .withMessageContaining(file() + ", line 1")
                .withMessageContaining("Delete the file");
    }

    private Accounts start() throws IOException {
        return new AccountSetup(
                        environment::get, new CredentialsFile(file()), new FreshPassword(random, FEW_ITERATIONS))
                .accounts();
    }

    private Path file() {
        return folder.resolve("data").resolve("console-credentials");
    }

    private Path freshFile() {
        return folder.resolve("data").resolve("console-credentials-fresh");
    }

    private String shown(String user) throws IOException {
        return Files.readAllLines(freshFile()).stream()
                .filter(line -> line.startsWith(user + ":"))
                .map(line -> line.substring(user.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static final class Events extends Handler {
        private final List<String> texts = new ArrayList<>();

        private Events() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            texts.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
