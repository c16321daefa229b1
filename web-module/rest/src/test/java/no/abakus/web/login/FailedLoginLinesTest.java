package no.abakus.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.abakus.logging.LogEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Guessed passwords leave lines with the name and the address. There is not a line for each guess, and no line has a
 * password.
 */
final class FailedLoginLinesTest {

    private static final String ADDRESS = "10.0.0.1";

    private final Logger logger = Logger.getLogger(LoginDoor.class.getName());
    private final Lines lines = new Lines();
    private long now;
    private final LoginDoor door =
            new LoginDoor((user, password) -> Optional.empty(), Duration.ZERO, () -> now, new SecureRandom());

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
        logger.setUseParentHandlers(true);
    }

    @Test
    void the_first_failure_is_a_warning_with_name_and_address() {
        guess("kari", 1);

        assertThat(lines.levels).containsExactly(Level.WARNING);
        assertThat(lines.events).containsExactly("login_failed");
        assertThat(lines.fields).containsExactly(Map.of("user", "kari", "address", ADDRESS, "failures", 1));
    }

    @Test
    void many_failures_leave_a_line_whenever_their_number_has_doubled() {
        guess("kari", 40);

        assertThat(lines.fields).extracting(line -> line.get("failures")).containsExactly(1, 2, 4, 8, 16, 32);
    }

    @Test
    void each_name_and_each_address_has_lines_of_its_own() {
        guess("kari", 1);
        guess("ola", 1);
        door.login("10.0.0.2", new Credentials("kari", "hush"));

        assertThat(lines.fields)
                .extracting(line -> line.get("user") + " " + line.get("address"))
                .containsExactly("kari 10.0.0.1", "ola 10.0.0.1", "kari 10.0.0.2");
    }

    @Test
    void a_long_name_is_cut_and_no_line_has_the_password() {
        guess("k".repeat(1_000), 4);

        assertThat(lines.fields).isNotEmpty().allSatisfy(line -> assertThat(line.toString())
                .hasSizeLessThan(200)
                .doesNotContain("hush"));
    }

    private void guess(String user, int times) {
        for (int i = 0; i < times; i++) {
            now += Duration.ofSeconds(31).toNanos();
            assertThat(door.login(ADDRESS, new Credentials(user, "hush"))).isInstanceOf(LoginOutcome.Refused.class);
        }
    }

    private static final class Lines extends Handler {

        private final List<Level> levels = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private final List<Map<String, Object>> fields = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            LogEvent event = LogEvent.of(record);
            levels.add(record.getLevel());
            events.add(event.event());
            fields.add(event.merged().toMap());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
