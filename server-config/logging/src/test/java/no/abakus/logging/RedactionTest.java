package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import no.abakus.logging.Redaction.Concern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redaction STANDARD = Redaction.standard();

    /** Made up, with right check digits. */
    private static final String NATIONAL_ID = nationalId();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "user_password",
                "userPassword",
                "password2",
                "db.password",
                "passwords",
                "X-Api-Key",
                "apiKey",
                "apikey",
                "api_keys",
                "APIKey",
                "client_secret",
                "accessToken",
                "token",
                "Authorization",
                "Set-Cookie",
                "cookie",
                "private_key",
                "credentials",
                "sessionId",
                "JSESSIONID",
                "session_id",
                "ssn",
                "fodselsnummer",
                "fødselsnummer",
                "cardNumber",
                "cvv"
            })
    void keys_that_name_a_secret_hide_any_value(String key) {
        assertThat(STANDARD.value(key, 42)).isEqualTo("[redacted]");
        assertThat(STANDARD.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordless",
                "tokenizer",
                "secretary",
                "cookiecutter",
                "key",
                "session",
                "author",
                "card",
                "id"
            })
    void keys_that_only_resemble_a_secret_stay(String key) {
        assertThat(STANDARD.value(key, "plain")).isEqualTo("plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent to ola.nordmann@example.no today | sent to [redacted] today",
                "<a+b@x.co>                            | <[redacted]>",
                "at org.jboss.weld.core@5.1.6.Final//x | at org.jboss.weld.core@5.1.6.Final//x",
                "Authorization: Bearer abc.def-123     | Authorization: Bearer [redacted]",
                "basic dXNlcjpwYXNz and more           | basic [redacted] and more",
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln end | jwt [redacted] end",
                "card 4111 1111 1111 1111 declined     | card [redacted] declined",
                "card 4111-1111-1111-1111              | card [redacted]",
                "card 4111 1111 1111 1111 12 tickets   | card [redacted] 12 tickets",
                "row 2235 4111 1111 1111 1111 paid     | row 2235 [redacted] paid",
                "card 6304 0000 0000 0000 000 maestro  | card [redacted] maestro",
                "amex 3782 822463 10005                | amex [redacted]",
                "from 2026-11-22 2026-11-23 on         | from 2026-11-22 2026-11-23 on",
                "took 0.4111111111111111 s             | took 0.4111111111111111 s",
                "card 4111111111111112                 | card 4111111111111112",
                "order 12345678901                     | order 12345678901",
                "basic things happen                   | basic things happen",
                "Basic authentication failed           | Basic authentication failed",
                "no secrets here                       | no secrets here"
            })
    void texts_lose_what_looks_like_a_secret_and_nothing_else(String text, String expected) {
        assertThat(STANDARD.text(text)).isEqualTo(expected);
    }

    @Test
    void a_norwegian_identity_number_is_known_by_its_check_digits() {
        assertThat(STANDARD.text("person " + NATIONAL_ID + " paid")).isEqualTo("person [redacted] paid");
        assertThat(STANDARD.text(NATIONAL_ID.substring(0, 6) + " " + NATIONAL_ID.substring(6)))
                .isEqualTo("[redacted]");
        String wrong = NATIONAL_ID.substring(0, 10) + (NATIONAL_ID.charAt(10) == '0' ? '1' : '0');
        assertThat(STANDARD.text("order " + wrong)).isEqualTo("order " + wrong);
    }

    @Test
    void a_text_without_secrets_is_returned_as_it_is() {
        String text = "Kjell-Åge løp 10 000 m";

        assertThat(STANDARD.text(text)).isSameAs(text);
    }

    @Test
    void each_concern_can_be_switched_off() {
        String text = "a@b.no " + NATIONAL_ID + " 4111111111111111 Bearer abcdef";

        assertThat(STANDARD.without(Concern.EMAILS).text(text)).startsWith("a@b.no [redacted] [redacted]");
        assertThat(STANDARD.without(Concern.NATIONAL_IDS).text(text)).contains(NATIONAL_ID);
        assertThat(STANDARD.without(Concern.CARDS).text(text)).contains("4111111111111111");
        assertThat(STANDARD.without(Concern.CREDENTIALS).text(text)).endsWith("Bearer abcdef");
        assertThat(STANDARD.without(Concern.KEYS).value("password", "x")).isEqualTo("x");
        assertThat(Redaction.none().text(text)).isEqualTo(text);
    }

    @Test
    void the_list_of_keys_can_be_extended_and_excepted_from() {
        Redaction own =
                STANDARD.withSecretKeys(List.of("allergy", "home address")).withOpenKeys(List.of("page_token"));

        assertThat(own.value("user_allergies", "x")).isEqualTo("x");
        assertThat(own.value("userAllergy", "nuts")).isEqualTo("[redacted]");
        assertThat(own.value("home_address", "x")).isEqualTo("[redacted]");
        assertThat(own.value("pageToken", "p2")).isEqualTo("p2");
        assertThat(own.value("token", "p2")).isEqualTo("[redacted]");
    }

    @Test
    void values_inside_maps_collections_and_arrays_are_redacted() {
        Object value = Map.of("user", Map.of("password", "x", "mails", List.of("a@b.no")));

        assertThat(STANDARD.value("payload", value))
                .isEqualTo(Map.of("user", Map.of("password", "[redacted]", "mails", List.of("[redacted]"))));
        assertThat(STANDARD.value("seats", new TreeMap<>(Map.of("a@b.no", 1, "c@d.no", 2))))
                .isEqualTo(Map.of("[redacted]", 1, "[redacted] 2", 2));
        assertThat(STANDARD.value("payload", new Object[] {"a@b.no", null}))
                .isEqualTo(Arrays.asList("[redacted]", null));
    }

    @Test
    void an_object_is_itself_unless_its_text_has_a_secret() {
        URI harmless = URI.create("https://abakus.no/");
        URI harmful = URI.create("mailto:a@b.no");

        assertThat(STANDARD.value("x", harmless)).isSameAs(harmless);
        assertThat(STANDARD.value("x", harmful)).isEqualTo("mailto:[redacted]");
    }

    @Test
    void hostile_values_neither_throw_nor_hang() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        Object throwing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("boom");
            }
        };

        assertThat(STANDARD.value("x", cycle)).isInstanceOf(List.class);
        assertThat(STANDARD.value("x", throwing)).asString().startsWith("[unreadable ");
        assertThat(STANDARD.text("@".repeat(50_000) + "a.".repeat(50_000) + "1 ".repeat(50_000)))
                .isNotNull();
    }

    /** Searches an individual number for which both check digits exist. */
    private static String nationalId() {
        Random random = new Random(1);
        while (true) {
            String candidate = "150890" + String.format("%05d", random.nextInt(100_000));
            if (NationalId.isValid(candidate)) {
                return candidate;
            }
        }
    }
}
