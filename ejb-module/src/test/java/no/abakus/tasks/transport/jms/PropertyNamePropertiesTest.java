package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.lang.model.SourceVersion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any key survives the conversion to a property name and back. */
class PropertyNamePropertiesTest {

    @Property(tries = 2_000)
    void every_key_comes_back(@ForAll("keys") String key) {
        String name = PropertyName.of(key);

        assertThat(PropertyName.key(name.substring(WireFormat.CONTEXT_PREFIX.length())))
                .isEqualTo(key);
    }

    @Property(tries = 2_000)
    void every_name_is_a_java_identifier_of_ascii(@ForAll("keys") String key) {
        String name = PropertyName.of(key);

        assertThat(SourceVersion.isIdentifier(name)).isTrue();
        assertThat(name).matches("[A-Za-z0-9_$]+").startsWith("abakus_ctx_");
    }

    @Property
    void different_keys_have_different_names(@ForAll("keys") String one, @ForAll("keys") String other) {
        assertThat(PropertyName.of(one).equals(PropertyName.of(other))).isEqualTo(one.equals(other));
    }

    @Property
    void names_that_nobody_escaped_are_taken_as_they_are(@ForAll("strangers") String name) {
        assertThat(PropertyName.key(name)).isEqualTo(name);
    }

    @Example
    void plain_keys_stay_readable() {
        assertThat(PropertyName.of("request_id")).isEqualTo("abakus_ctx_request_id");
        assertThat(PropertyName.of("user-agent")).isEqualTo("abakus_ctx_user$002dagent");
        assertThat(PropertyName.of("a$b")).isEqualTo("abakus_ctx_a$0024b");
        assertThat(PropertyName.of("å")).isEqualTo("abakus_ctx_$00e5");
    }

    /** All strings, including those that look like escapes or hold unpaired surrogates. */
    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.strings().all(),
                Arbitraries.strings().withCharRange('\uD800', '\uDFFF').ofMaxLength(4),
                Arbitraries.strings().withChars("$0024abx_- ").ofMaxLength(12)));
    }

    @Provide
    Arbitrary<String> strangers() {
        return Arbitraries.strings().withChars("xyz_$").ofMaxLength(8);
    }
}
