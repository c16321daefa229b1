package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoggingSettingTest {
    @AfterEach
    void forget() {
        System.clearProperty(LoggingSetting.MAX_DEPTH.key());
        System.clearProperty(LoggingSetting.REDACTION_SECRET_KEYS.key());
        System.clearProperty(LoggingSetting.TRUST_FORWARDED_FOR.key());
    }

    @ParameterizedTest
    @EnumSource
    void every_setting_has_a_key_of_its_own_a_readable_default_and_a_sentence(LoggingSetting setting) {
        assertThat(setting.key()).matches("abakus\\.logging\\.[a-z.-]+");
        assertThat(Arrays.stream(LoggingSetting.values()).filter(s -> s.key().equals(setting.key())))
                .hasSize(1);
        assertThat(setting.meaning()).endsWith(".");
        assertThat(setting.text()).isEqualTo(setting.defaultValue());
        assertThat(setting.type() != LoggingSetting.Type.NUMBER || setting.number() > 0)
                .isTrue();
    }

    @Test
    void the_environment_variable_is_the_key_in_capitals() {
        assertThat(LoggingSetting.REDACTION_NATIONAL_IDS.environmentVariable())
                .isEqualTo("ABAKUS_LOGGING_REDACTION_NATIONAL_IDS");
    }

    @Test
    void a_readable_value_counts() {
        System.setProperty(LoggingSetting.MAX_DEPTH.key(), " 3 ");
        System.setProperty(LoggingSetting.REDACTION_SECRET_KEYS.key(), "a, b_c ,,");
        System.setProperty(LoggingSetting.TRUST_FORWARDED_FOR.key(), "TRUE");

        assertThat(LoggingSetting.MAX_DEPTH.number()).isEqualTo(3);
        assertThat(LoggingSetting.REDACTION_SECRET_KEYS.list()).containsExactly("a", "b_c");
        assertThat(LoggingSetting.TRUST_FORWARDED_FOR.isOn()).isTrue();
        assertThat(LoggingSetting.MAX_DEPTH.problem()).isNull();
    }

    @Test
    void an_unreadable_value_is_reported_and_the_default_counts() {
        System.setProperty(LoggingSetting.MAX_DEPTH.key(), "deep");

        assertThat(LoggingSetting.MAX_DEPTH.number()).isEqualTo(8);
        assertThat(LoggingSetting.MAX_DEPTH.problem())
                .isEqualTo("abakus.logging.max-depth is 'deep' but has to be a whole number above zero;"
                        + " 8 is used instead");
    }
}
