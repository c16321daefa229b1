package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker receives exactly the number that was sent, or the call says why it cannot. */
class ExactNumbersTest extends EchoedValues {

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "12345678901234567890.12", "0.1234567890123456789012", "9007199254740993.0"})
    void a_decimal_beyond_doubles_keeps_its_digits_where_no_type_is_said(String number) {
        BigDecimal value = new BigDecimal(number);
        for (String task : List.of("echo", "number")) {
            bench.tasks().call(task).args(value).applyAsync();
        }
        bench.tasks().call("echo").args(Map.of("in", List.of(value))).applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(value, value, Map.of("in", List.of(value)));
    }

    @Test
    void a_decimal_that_doubles_hold_stays_a_double() {
        bench.tasks().call("echo").args(1.5).applyAsync();
        bench.tasks().call("number").args(0.1).applyAsync();
        bench.drain();

        assertThat(echo.seen).containsExactly(1.5, 0.1);
    }

    @Test
    void an_integer_that_msgpack_has_no_room_for_is_refused_where_no_type_is_said_and_arrives_where_one_is() {
        BigInteger tooBig = BigInteger.ONE.shiftLeft(70);
        for (Object value : List.of(tooBig, List.of(tooBig), Map.of("in", tooBig))) {
            refused("echo", value, "msgpack");
        }
        refused("number", new BigDecimal("0.1234567890123456789012"), "msgpack");

        bench.tasks().call("big").args(tooBig).serializer("msgpack").applyAsync();
        bench.tasks().call("echo").args(tooBig).serializer("cbor").applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(tooBig, tooBig);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_json_has_no_number_for_is_refused_where_it_would_become_a_text(double value) {
        refused("echo", value, "json");
        refused("echo", List.of(value), "json");
        refused("number", value, "json");
    }

    @Test
    void a_whole_number_that_a_double_does_not_hold_is_refused_for_one() {
        refused("half_precision", 9_007_199_254_740_993L, "json");

        bench.tasks().call("half_precision").args(9_007_199_254_740_992L).applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(9_007_199_254_740_992.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "msgpack", "cbor"})
    void a_number_that_a_float_does_not_hold_is_refused_for_one(String serializer) {
        refused("single", 16_777_217, serializer);
        refused("single", 1e39, serializer);
        refused("single", 0.1234567890123, serializer);
        refused("singles", List.of(1, 16_777_217), serializer);

        bench.tasks().call("single").args(16_777_216).serializer(serializer).applyAsync();
        bench.tasks().call("single").args(1.5f).serializer(serializer).applyAsync();
        bench.drain();
        assertThat(echo.seen).containsExactly(16_777_216f, 1.5f);
    }
}
