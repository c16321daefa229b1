package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensitiveTest {
    private static final Redaction REDACTION = Redaction.standard();

    @Test
    void a_sensitive_component_is_hidden_and_the_others_are_shown() {
        assertThat(REDACTION.value("login", new Login("ola", "1234")))
                .isEqualTo(Map.of("user", "ola", "pin", "[redacted]"));
    }

    @Test
    void a_sensitive_type_and_its_subtypes_are_hidden_also_within_collections() {
        assertThat(REDACTION.value("k", List.of(new Diagnosis("J06"), 1))).isEqualTo(List.of("[redacted]", 1));
        assertThat(REDACTION.value("k", Map.of("a", new Diagnosis("J06")))).isEqualTo(Map.of("a", "[redacted]"));
    }

    @Test
    void records_without_the_annotation_stay_what_they_are() {
        Plain plain = new Plain("a");

        assertThat(REDACTION.value("k", plain)).isSameAs(plain);
    }

    @Test
    void without_redaction_nothing_is_hidden() {
        Login login = new Login("ola", "1234");

        assertThat(Redaction.none().value("k", login)).isSameAs(login);
    }

    private record Login(String user, @Sensitive String pin) {}

    private record Plain(String a) {}

    @Sensitive
    private interface Medical {}

    private record Diagnosis(String code) implements Medical {}
}
