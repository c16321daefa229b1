package no.abakus.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedForTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "10.0.0.1 | 10.0.0.1",
                "6.6.6.6, 10.0.0.1 | 10.0.0.1",
                "10.0.0.1:51234 | 10.0.0.1",
                "2001:db8::1 | 2001:db8::1",
                "::ffff:10.0.0.1 | ::ffff:10.0.0.1",
                "<script> | none",
                "unknown | none",
                "none | none",
            })
    void the_last_address_counts_without_its_port(String line, String address) {
        assertThat(ForwardedFor.lastAddress(line)).isEqualTo(address);
    }
}
