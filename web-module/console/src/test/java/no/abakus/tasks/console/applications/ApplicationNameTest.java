package no.abakus.tasks.console.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.abakus.tasks.operate.InvalidQueryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationNameTest {

    @ParameterizedTest
    @CsvSource({
        "shop,   abakus.shop.default,   true",
        "shop,   abakus.shop2.default,  false",
        "shop,   abakus.default,        false",
        "shop,   shop.default,          false",
        "abakus, abakus.default,        true",
        "abakus, abakus.shop.default,   false"
    })
    void a_queue_belongs_to_the_application_in_its_name(String application, String queue, boolean isOwned) {
        assertThat(ApplicationName.of(application).owns(queue)).isEqualTo(isOwned);
    }

    @Test
    void without_a_name_all_queues_are_listed() {
        assertThat(ApplicationName.of(null).owns("abakus.shop.default")).isTrue();
        assertThat(ApplicationName.of(null).isGiven()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "shop' OR 1=1", "*", "\u00e5", "a\u0000b"})
    void another_text_is_no_name(String text) {
        assertThatThrownBy(() -> ApplicationName.of(text))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("application takes the name of an application");
    }

    @Test
    void a_mistake_in_a_name_is_reported_where_it_is() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> ApplicationName.of("shop.a"))
                .satisfies(e -> assertThat(e.position()).isEqualTo(4));
    }

    @Test
    void a_name_has_a_length() {
        assertThat(ApplicationName.of("a".repeat(64)).isGiven()).isTrue();
        assertThatThrownBy(() -> ApplicationName.of("a".repeat(65))).isInstanceOf(InvalidQueryException.class);
    }
}
