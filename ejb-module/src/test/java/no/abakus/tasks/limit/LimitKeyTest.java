package no.abakus.tasks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.testing.MessageDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each value of a limit's key has a line of its own, whatever the value is. */
class LimitKeyTest {

    private static final RateLimit LIMIT = limit();

    private static RateLimit limit() {
        RateLimit plain = RateLimit.parse("10/s").orElseThrow();
        return new RateLimit(plain.rate(), plain.interval(), plain.scope(), 1, Optional.of("context:tenant"));
    }

    private static String key(String tenant) {
        return LimitKey.of(
                LIMIT,
                LimitedTask.definition(),
                new MessageDraft("1", "limited")
                        .context(Map.of("tenant", tenant))
                        .message(),
                new Object[0]);
    }

    @Test
    void an_everyday_value_is_its_own_line() {
        assertThat(key("oslo")).isEqualTo("oslo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "half \ud800", "\udc00"})
    void one_that_no_database_stores_has_a_line_too(String tenant) {
        assertThat(KeyText.fits(key(tenant))).isTrue();
        assertThat(key(tenant)).isNotEqualTo(key(tenant + "x"));
    }

    @Test
    void long_ones_that_begin_alike_have_different_lines() {
        String begin = "x".repeat(1_000_000);

        assertThat(KeyText.fits(key(begin + "a"))).isTrue();
        assertThat(key(begin + "a")).isNotEqualTo(key(begin + "b"));
    }
}
