package no.abakus.tasks.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Topic patterns match as AMQP defines. */
class TopicKeyPropertiesTest {

    @Test
    void amqps_own_examples() {
        assertThat(TopicKey.matches("*.stock.#", "usd.stock")).isTrue();
        assertThat(TopicKey.matches("*.stock.#", "eur.stock.db")).isTrue();
        assertThat(TopicKey.matches("*.stock.#", "stock.nasdaq")).isFalse();
        assertThat(TopicKey.matches("#", "")).isTrue();
        assertThat(TopicKey.matches("*", "")).isFalse();
        assertThat(TopicKey.matches("a.#", "a")).isTrue();
        assertThat(TopicKey.matches("a.*", "a")).isFalse();
        assertThat(TopicKey.matches("a", "a.b")).isFalse();
        assertThat(TopicKey.matches("#.#.#.#.#.#.#.#.#.#.x", "a.".repeat(500) + "y"))
                .isFalse();
    }

    @Property
    void it_matches_as_a_plain_search_does(@ForAll("patterns") List<String> pattern, @ForAll("keys") List<String> key) {
        assertThat(TopicKey.matches(String.join(".", pattern), String.join(".", key)))
                .isEqualTo(search(pattern, key));
    }

    /** The definition itself, however slow. */
    private static boolean search(List<String> pattern, List<String> key) {
        if (pattern.isEmpty()) {
            return key.isEmpty();
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (pattern.get(0).equals("#")) {
            return search(rest, key) || (!key.isEmpty() && search(pattern, key.subList(1, key.size())));
        }
        return !key.isEmpty()
                && (pattern.get(0).equals("*") || pattern.get(0).equals(key.get(0)))
                && search(rest, key.subList(1, key.size()));
    }

    @Provide
    Arbitrary<List<String>> patterns() {
        return Arbitraries.of("a", "b", "*", "#").list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.of("a", "b", "c").list().ofMaxSize(6);
    }
}
