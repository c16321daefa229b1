package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RequestLevelTest {
    @Test
    void a_bound_level_is_reached_by_itself_and_what_is_above() {
        assertThat(RequestLevel.isReached(Level.FINE, "debug")).isTrue();
        assertThat(RequestLevel.isReached(Level.INFO, "debug")).isTrue();
        assertThat(RequestLevel.isReached(Level.FINE, "info")).isFalse();
        assertThat(RequestLevel.isReached(Level.FINE, "everything")).isFalse();
        assertThat(RequestLevel.isReached(Level.FINE, 7)).isFalse();
        assertThat(RequestLevel.isReached(Level.FINE, null)).isFalse();
    }

    @Test
    void nobody_is_granted_a_level_unless_the_setting_names_somebody() {
        assertThat(RequestLevel.granted("ola", "debug")).isNull();
        assertThat(RequestLevel.allows(Level.FINE)).isFalse();
    }

    @Test
    void users_of_the_setting_are_granted_the_levels_there_are() {
        assertThat(RequestLevel.granted("ola", "debug", List.of("ola"))).isEqualTo("debug");
        assertThat(RequestLevel.granted("kari", "debug", List.of("ola"))).isNull();
        assertThat(RequestLevel.granted(null, "debug", List.of("ola"))).isNull();
        assertThat(RequestLevel.granted(null, "debug", List.of("*"))).isEqualTo("debug");
        assertThat(RequestLevel.granted("ola", "all", List.of("*"))).isNull();
    }

    @Test
    void a_record_goes_past_the_levels_of_loggers_to_the_handlers_it_would_have_come_to() {
        List<String> seen = new ArrayList<>();
        Logger parent = Logger.getLogger("request.level");
        Logger child = Logger.getLogger("request.level.child");
        parent.setUseParentHandlers(false);
        child.setLevel(Level.OFF);
        try (RecordingHandler atParent = new RecordingHandler("request.level", Level.SEVERE)) {
            RequestLevel.publish(child, new LogRecord(Level.FINE, "hello"));
            atParent.records.forEach(record -> seen.add(record.getMessage()));
        }

        assertThat(seen).containsExactly("hello");
    }
}
