package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.TaskArguments;
import org.junit.jupiter.api.Test;

/** Consoles show a call's arguments on one line, without secrets. */
class ArgumentSummaryTest {

    private record Login(String user, String password) {}

    static final class Endless {
        public Endless getSelf() {
            return this;
        }
    }

    private final ArgumentSummary summary = summary(200);

    @Test
    void arguments_are_shown_by_the_names_of_their_parameters() {
        assertThat(of(List.of("to", "copies"), "Ola", 2)).contains("to=\"Ola\", copies=2");
        assertThat(summary.of(new TaskArguments(List.of(1), Map.of("urgent", true)), List.of("copies", "urgent")))
                .contains("copies=1, urgent=true");
    }

    @Test
    void arguments_of_a_task_that_is_not_known_here_have_no_names() {
        assertThat(of(List.of(), "Ola", null, 2.5)).contains("\"Ola\", null, 2.5");
    }

    @Test
    void values_are_shown_as_they_travel() {
        assertThat(of(List.of("on", "login"), LocalDate.of(2026, 1, 2), new Login("ola", "hunter2")))
                .contains("on=\"2026-01-02\", login={user=ola, password=[redacted]}");
    }

    @Test
    void secrets_are_not_shown() {
        assertThat(of(List.of("password", "to"), "hunter2", "ola@example.org"))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("password=\"[redacted]\", to=")
                        .doesNotContain("hunter2")
                        .doesNotContain("ola@example.org"));
    }

    @Test
    void a_secret_that_goes_on_beyond_the_cut_is_hidden_as_a_whole() {
        String key = "-----BEGIN PRIVATE KEY-----\nSEKRET" + "x".repeat(100_000);
        for (int before = 120; before < 200; before++) {
            assertThat(of(List.of("text"), "x".repeat(before) + " 4111-1111-1111-1111 ghp_SEKRETabcdefgh " + key))
                    .hasValueSatisfying(line -> assertThat(line)
                            .doesNotContain("411", "ghp_", "SEKRET")
                            .hasSizeLessThanOrEqualTo(200));
        }
    }

    @Test
    void a_long_line_is_cut() {
        assertThat(of(List.of("text"), "x".repeat(10_000)))
                .hasValueSatisfying(line ->
                        assertThat(line).hasSize(200).startsWith("text=\"xxx").endsWith("…"));
    }

    @Test
    void a_line_is_not_cut_within_a_character() {
        assertThat(of(List.of("text"), "🎈".repeat(200)))
                .hasValueSatisfying(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(200).endsWith("🎈…"));
        assertThat(of(List.of("texts"), "🎈".repeat(200)))
                .hasValueSatisfying(line -> assertThat(line).endsWith("🎈…"));
    }

    @Test
    void a_line_is_one_line() {
        assertThat(of(List.of("text"), "a\nb\r\u2028c\u0000d")).hasValueSatisfying(line -> assertThat(line)
                .doesNotContain("\n", "\r", "\u2028", "\u0000")
                .contains("a")
                .contains("d"));
    }

    @Test
    void a_value_that_cannot_travel_is_shown_by_its_type() {
        assertThat(of(List.of("value"), new Endless())).contains("value=<Endless>");
    }

    @Test
    void there_is_no_line_without_arguments_or_where_it_is_switched_off() {
        assertThat(of(List.of("to"))).isEmpty();
        assertThat(summary(0).of(new TaskArguments(List.of("a"), Map.of()), List.of("to")))
                .isEmpty();
    }

    private Optional<String> of(List<String> names, Object... args) {
        return summary.of(new TaskArguments(Arrays.asList(args), Map.of()), names);
    }

    private static ArgumentSummary summary(int size) {
        return new ArgumentSummary(
                new MessageConfig(1024, 64, 8192, size, 8192), Redaction.standard(), new JsonTaskSerializer());
    }
}
