package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import no.abakus.logging.Redaction.Concern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redaction STANDARD = Redaction.standard();

    /** Made up, with correct check digits. */
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
                "cvv",
                "pass",
                "db_pass",
                "pw",
                "pin",
                "auth",
                "dbpassword",
                "mypassword",
                "userpassword",
                "pass_word",
                "passordet",
                "encryption_key",
                "aes_key",
                "signature",
                "session",
                "user_session",
                "securityCode",
                "clientsecret",
                "dbpass",
                "userpass",
                "DBPASS",
                "rootpw",
                "dbpw",
                "sslpassword",
                "keypass",
                "storepass",
                "keystorepass",
                "dbpass2",
                "bearer",
                "code_verifier",
                "accesstoken"
            })
    void keys_that_name_a_secret_hide_any_value(String key) {
        assertThat(STANDARD.value(key, 42)).isEqualTo("[redacted]");
        assertThat(STANDARD.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordless",
                "session_count",
                "sessions_open",
                "auth_type",
                "signature_algorithm",
                "pinned",
                "compass",
                "passed",
                "bypass_count",
                "maxSession",
                "bypass",
                "bypasses",
                "trespass",
                "passenger",
                "bearer_format",
                "code",
                "value",
                "pipeline",
                "public_key",
                "primary_key",
                "tokenizer",
                "secretary",
                "cookiecutter",
                "key",
                "author",
                "card",
                "id"
            })
    void keys_that_only_resemble_a_secret_stay(String key) {
        assertThat(STANDARD.value(key, "plain")).isEqualTo("plain");
    }

    @Test
    void keys_with_the_same_hash_are_told_apart() {
        assertThat("pxE").hasSameHashCodeAs("pwd");
        for (int time = 0; time < 3; time++) {
            assertThat(STANDARD.isSecret("pwd")).isTrue();
            assertThat(STANDARD.isSecret("pxE")).isFalse();
        }
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
    void card_and_identity_numbers_are_hidden_whatever_their_type() {
        long card = 4111111111111111L;

        for (Number number : List.of(
                card,
                new AtomicLong(card),
                BigInteger.valueOf(card),
                new BigDecimal("4111111111111111.00"),
                new BigDecimal("4.111111111111111E15"),
                (double) card,
                Long.valueOf(NATIONAL_ID))) {
            assertThat(STANDARD.value("n", number)).as("%s", number).isEqualTo("[redacted]");
            assertThat(STANDARD.value("n", List.of(number))).isEqualTo(List.of("[redacted]"));
        }
        assertThat(STANDARD.without(Concern.CARDS).value("n", card)).isEqualTo(card);
    }

    @Test
    void other_numbers_are_shown() {
        for (Number number : List.of(
                42,
                -4111111111111111L,
                4111111111111112L,
                1764403200123L,
                1764403200123456789L,
                5368709120000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new BigDecimal("4111111111111111.37"),
                new BigDecimal("1e1000000000"),
                new BigDecimal("1e-1000000000"),
                BigInteger.TEN.pow(5000),
                4.5,
                Double.NaN,
                1e300)) {
            assertThat(STANDARD.value("n", number)).as("%s", number.getClass()).isSameAs(number);
        }
    }

    @Test
    void ids_are_shown_whatever_they_look_like_and_nothing_else_is_under_their_keys() {
        for (String key : List.of(
                "request_id",
                "x_request_id",
                "task_id",
                "root_task_id",
                "parent_task_id",
                "retry_of",
                "trace_id",
                "span_id")) {
            for (String id : List.of("4209788742205283029", "4111-1111-1111-1111", "eyJhbGciOiJI.eyJzdWIiOiIx.abc")) {
                assertThat(STANDARD.value(key, id)).isEqualTo(id);
                assertThat(STANDARD.value("context", Map.of(key, id))).isEqualTo(Map.of(key, id));
                assertThat(STANDARD.text("by context " + key + "=" + id + " now"))
                        .endsWith("=" + id + " now");
            }
            assertThat(STANDARD.value(key, "mail ola@abakus.no")).isEqualTo("mail [redacted]");
            assertThat(STANDARD.value(key, "card 4111111111111111")).isEqualTo("card [redacted]");
        }
        assertThat(STANDARD.value("order_id", "4111-1111-1111-1111")).isEqualTo("[redacted]");
    }

    @Test
    void forms_of_ones_own_are_hidden_too() {
        Redaction own = STANDARD.withSecretForms(List.of("ACME-[0-9A-F]{8,16}", "cust_\\w+"));

        assertThat(own.text("key ACME-0123456789ABCDEF, cust_a1b2 cust_ ACME-12 x"))
                .isEqualTo("key [redacted], [redacted] cust_ ACME-12 x");
        assertThat(STANDARD.text("key ACME-0123456789ABCDEF")).endsWith("CDEF");
        assertThat(Redaction.none().withSecretForms(List.of("a{3}")).text("aaa"))
                .isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a*", "a+b", "(a|b)", "a.b", "[^a]b", "[a", "a{", "a{2,1}", "a{300}b", "a\\", "\\b", "^a", "æ"
            })
    void a_form_that_could_take_long_or_says_nothing_is_refused(String form) {
        assertThatThrownBy(() -> STANDARD.withSecretForms(List.of(form)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + form + "' is not a pattern of a secret:");
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
            if (STANDARD.isSecretNumber(Long.parseLong(candidate))) {
                return candidate;
            }
        }
    }
}
