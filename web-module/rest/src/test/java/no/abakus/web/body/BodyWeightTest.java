package no.abakus.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weight of a body, computed from its bytes before they are parsed. */
class BodyWeightTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | 144",
                "[{},{},{}] | 512",
                "[1,-2.5e3,true,null] | 176",
                "[ 1 , 2 ] | 128",
                "[12345] | 104",
                "[\"a\",\"\"] | 176",
                "{\"a\":1} | 280",
                "{\"args\":[[]]} | 416",
                "\"a text\" | 48"
            })
    void each_value_and_each_name_counts_as_what_it_becomes(String body, long values) {
        assertThat(weight(body)).isEqualTo(values + (long) BodyWeight.BYTE * body.length());
    }

    @Test
    void what_a_text_contains_is_no_value() {
        for (String body : List.of("\"{[:,1 2\"", "\"\\\"{[\"", "\"\\\\\"", "\"\\u0022{[\"")) {
            assertThat(weight(body)).as(body).isEqualTo(BodyWeight.TEXT + (long) BodyWeight.BYTE * body.length());
        }
        assertThat(weight("[\"\\\\\",{}]"))
                .isEqualTo(BodyWeight.ARRAY + BodyWeight.TEXT + BodyWeight.OBJECT + 9L * BodyWeight.BYTE);
    }

    @Test
    void a_body_weighs_the_same_wherever_its_pieces_end() {
        String body = "{\"args\":[\"a\\\"{}[],\\\\\",[{\"b\":12.50}],true],\"n\":-17}";
        BodyWeight inBytes = new BodyWeight();
        for (byte octet : body.getBytes(StandardCharsets.UTF_8)) {
            inBytes.add(new byte[] {octet}, 1);
        }

        assertThat(inBytes.bytes()).isEqualTo(weight(body));
    }

    @Test
    void only_the_part_of_a_piece_that_has_arrived_counts() {
        BodyWeight weight = new BodyWeight();
        weight.add("[1]{}{}".getBytes(StandardCharsets.UTF_8), 3);

        assertThat(weight.bytes()).isEqualTo(weight("[1]"));
        weight.reset();
        assertThat(weight.bytes()).isZero();
    }

    @Test
    void half_a_million_empty_objects_weigh_more_than_seventy_megabytes() {
        String body = "{\"args\":[[" + "{},".repeat(498_999) + "{}]]}";

        assertThat(body).hasSizeLessThan(1_500_020);
        assertThat(weight(body)).isGreaterThan(70_000_000);
    }

    private static long weight(String body) {
        BodyWeight weight = new BodyWeight();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        weight.add(bytes, bytes.length);
        return weight.bytes();
    }
}
