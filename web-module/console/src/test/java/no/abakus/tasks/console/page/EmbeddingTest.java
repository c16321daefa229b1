package no.abakus.tasks.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {

    @Test
    void nobody_shows_the_page_in_a_frame_unless_the_property_says_so() {
        assertThat(Embedding.ancestors(name -> null)).isEqualTo("'none'");
        assertThat(Embedding.ancestors(name -> " ")).isEqualTo("'none'");
    }

    @Test
    void the_named_sites_may() {
        assertThat(Embedding.ancestors(name -> name.equals("abakus.console.embedded-by")
                        ? " 'self'  https://portal.example.com https://*.example.com:8443 "
                        : null))
                .isEqualTo("'self' https://portal.example.com https://*.example.com:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example;script-src",
                "https://a.example, https://b.example",
                "*",
                "portal.example.com",
                "https://a.example/path"
            })
    void what_is_not_a_site_is_refused(String named) {
        assertThatThrownBy(() -> Embedding.ancestors(name -> named))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abakus.console.embedded-by")
                .hasMessageContaining("https://portal.example.com");
    }
}
