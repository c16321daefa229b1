package no.abakus.tasks.console.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.abakus.web.problem.ProblemException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A short string that says how long to wait is read quickly, whatever its characters are. */
@Timeout(10) // An exponent that is expanded takes minutes.
class WaitTimeTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "2.5, 2500", "0.0001, 1", "1e-9, 1", "3E2, 300000", "'  1 ', 1000", "300.000, 300000", "-0, 0"})
    void seconds_become_milliseconds_rounded_up(String seconds, long millis) {
        assertThat(WaitTime.millis(seconds)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-1000000",
                "1e-10000000",
                "1e-900000000",
                "1e-2147483647",
                "1e2147483647",
                "1e-2147483648",
                "1e99999999999",
                "0e999999999",
                "-1",
                "300.001",
                "NaN",
                "Infinity",
                "abc",
                "",
                "0x1",
                "00000000000000000000000000000000000000000001"
            })
    void anything_else_is_refused_with_its_code(String seconds) {
        assertThatThrownBy(() -> WaitTime.millis(seconds))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type().code()).isEqualTo("bad-wait"));
    }
}
