package no.abakus.logging.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.abakus.logging.LoggingSetting;
import no.abakus.logging.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsReportTest {
    private static final String TYPO = "abakus.logging.max-dept";

    @AfterEach
    void forget() {
        System.clearProperty(TYPO);
        System.clearProperty(LoggingSetting.MAX_FRAMES.key());
    }

    @Test
    void all_problems_are_said_before_the_first_line_and_only_there() {
        System.setProperty(TYPO, "4");
        System.setProperty(LoggingSetting.MAX_FRAMES.key(), "many");
        TakenLines stdout = new TakenLines();
        JsonHandler handler = new JsonHandler(TakenLines.lines(), stdout);

        handler.publish(Records.own("first"));
        handler.publish(Records.own("second"));

        List<JsonNode> lines = stdout.parsed();
        assertThat(lines.stream().map(line -> line.get("event").asText()))
                .containsExactly("logging_setting_unreadable", "logging_setting_unknown", "first", "second");
        assertThat(lines.get(0).get("problem").asText()).contains("'many'", "50 is used instead");
        assertThat(lines.get(1).get("setting").asText()).isEqualTo(TYPO);
        assertThat(lines.get(1).get("problem").asText()).endsWith("the nearest setting is abakus.logging.max-depth");
    }

    @Test
    void keys_of_others_and_known_keys_are_no_problem() {
        assertThat(SettingsReport.unknown(List.of("abakus.tasks.x", "java.home", LoggingSetting.SYSTEM.key())))
                .isEmpty();
    }
}
