package no.abakus.sample.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticsSwitchTest {

    @Test
    void is_off_unless_somebody_says_true() {
        assertThat(isOn(Map.of(), Map.of())).isFalse();
        assertThat(isOn(Map.of("abakus.sample.diagnostics", "true"), Map.of())).isTrue();
        assertThat(isOn(Map.of(), Map.of("ABAKUS_SAMPLE_DIAGNOSTICS", "true"))).isTrue();
        assertThat(isOn(Map.of("abakus.sample.diagnostics", "yes"), Map.of())).isFalse();
    }

    @Test
    void the_property_wins_over_the_environment() {
        assertThat(isOn(Map.of("abakus.sample.diagnostics", "false"), Map.of("ABAKUS_SAMPLE_DIAGNOSTICS", "true")))
                .isFalse();
    }

    private static boolean isOn(Map<String, String> properties, Map<String, String> environment) {
        return DiagnosticsSwitch.isOn(properties::get, environment::get);
    }
}
