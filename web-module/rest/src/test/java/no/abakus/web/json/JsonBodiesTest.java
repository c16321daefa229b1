package no.abakus.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.web.problem.ProblemException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    private record Slot(String title, Instant opensAt, List<Integer> sizes) {}

    private final JsonBodies bodies = new JsonBodies();

    @Test
    void records_are_read_in_snake_case() throws Exception {
        assertThat(read("{\"title\":\"Tur\",\"opens_at\":\"2026-11-22T10:00:00Z\",\"sizes\":[1,2]}", Slot.class))
                .isEqualTo(new Slot("Tur", Instant.parse("2026-11-22T10:00:00Z"), List.of(1, 2)));
    }

    @Test
    void records_are_written_in_snake_case() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Slot slot = new Slot("Tur", Instant.parse("2026-11-22T10:00:00Z"), List.of(1));
        bodies.writeTo(
                slot,
                Slot.class,
                Slot.class,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"title\":\"Tur\",\"opens_at\":\"2026-11-22T10:00:00Z\",\"sizes\":[1]}");
    }

    @Test
    void a_map_keeps_its_keys_and_the_kinds_of_its_values() throws Exception {
        assertThat(read("{\"camelCase\":1,\"f\":1.5,\"n\":null,\"l\":[true]}", Map.class))
                .isEqualTo(read("{\"l\":[true],\"n\":null,\"f\":1.5,\"camelCase\":1}", Map.class))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("camelCase", 1)
                .containsEntry("f", 1.5)
                .containsEntry("n", null);
    }

    @Test
    void what_is_no_json_is_told_by_its_position_and_not_quoted() {
        assertProblem("bad-json", "{\"secret\":hush}", Map.class)
                .withMessageContaining("line 1")
                .withMessageNotContaining("hush");
        assertProblem("bad-json", "", Map.class).withMessageContaining("{}");
        assertProblem("bad-body", "{} {}", Map.class);
        assertProblem("bad-body", "[]", Map.class).withMessageContaining("not a JSON object");
    }

    @Test
    void a_member_that_does_not_fit_is_named_with_what_would() {
        assertProblem("bad-body", "{\"titel\":1}", Slot.class)
                .withMessageContaining("'titel'")
                .withMessageContaining("title");
        assertProblem("bad-body", "{\"opens_at\":\"soon\"}", Slot.class)
                .withMessageContaining("'opens_at' is no Instant");
        assertProblem("bad-body", "{\"sizes\":{}}", Slot.class).withMessageContaining("'sizes'");
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_it_says_so_or_not() throws Exception {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, Long.toString(JsonBodies.LIMIT + 1L));
        // Once closed it throws when it is read.
        InputStream unread = InputStream.nullInputStream();
        unread.close();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(headers, unread, Map.class))
                .withMessageStartingWith("body-too-large");
        assertProblem("body-too-large", "\"" + "x".repeat(JsonBodies.LIMIT) + "\"", Object.class);
    }

    @Test
    void texts_and_bytes_are_left_to_the_server() {
        for (Class<?> type : List.of(String.class, byte[].class)) {
            assertThat(bodies.isWriteable(type, type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'a':2} | /a",
                "{'a':1,'b':2,'c':3,'b':4} | /b",
                "{'a':{'b':[0,{'c':1,'c':1}]}} | /a/b/1/c",
                "[{'a':1},{'a':1,'a':1}] | /1/a",
                "{'\\u0061':1,'a':2} | /a",
                "{'':1,'':2} | /"
            })
    void a_member_that_appears_twice_is_refused_at_any_depth_and_named(String body, String member) {
        for (Class<?> type : List.of(Map.class, Object.class, Slot.class)) {
            assertProblem("bad-json", body.replace('\'', '"'), type)
                    .withMessageContaining("'" + member + "' appears twice");
        }
    }

    @Test
    void a_name_may_appear_in_several_objects() throws Exception {
        assertThat(read("[{\"a\":{\"a\":1}},{\"a\":2}]", Object.class))
                .isEqualTo(List.of(Map.of("a", Map.of("a", 1)), Map.of("a", 2)));
    }

    private record Kinds(
            String text, Instant at, int count, Double share, Boolean yes, List<String> texts, Slot slot) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'count':1.5}",
                "{'count':1.0}",
                "{'count':'3'}",
                "{'count':true}",
                "{'count':null}",
                "{'count':[1]}",
                "{'count':9999999999}",
                "{'count':1,'text':1}",
                "{'count':1,'text':true}",
                "{'count':1,'text':1.5}",
                "{'count':1,'text':['a']}",
                "{'count':1,'at':5}",
                "{'count':1,'at':1.5}",
                "{'count':1,'at':''}",
                "{'count':1,'at':'+999999999-12-31T23:59:59Z'}",
                "{'count':1,'share':'1'}",
                "{'count':1,'share':true}",
                "{'count':1,'share':''}",
                "{'count':1,'yes':1}",
                "{'count':1,'yes':'true'}",
                "{'count':1,'yes':''}",
                "{'count':1,'texts':[1]}",
                "{'count':1,'texts':'a'}",
                "{'count':1,'slot':''}",
                "{'count':1,'slot':[]}"
            })
    void no_kind_of_value_becomes_another(String body) {
        assertProblem("bad-body", body.replace('\'', '"'), Kinds.class);
    }

    @Test
    void numbers_keep_their_digits() throws Exception {
        assertThat(read(
                        "{\"a\":[1e400,9007199254740993.0,0.1234567890123456789012,12345678901234567890123,-0.0,2]}",
                        Map.class))
                .isEqualTo(Map.of(
                        "a",
                        List.of(
                                new BigDecimal("1e400"),
                                new BigDecimal("9007199254740993.0"),
                                new BigDecimal("0.1234567890123456789012"),
                                new BigInteger("12345678901234567890123"),
                                -0.0,
                                2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':'\\ud800'}",
                "{'a':'\\udc00x'}",
                "{'\\udc00':1}",
                "{'a':1e-2147483647}",
                "{'a':1e99999999999}",
                "{'a':NaN}",
                "{'a':1"
            })
    void what_cannot_be_passed_on_is_refused(String body) {
        assertProblem("bad-json", body.replace('\'', '"'), Map.class);
    }

    @Test
    void a_body_that_is_deep_or_has_too_many_values_is_refused_before_anything_is_made_of_it() {
        assertProblem("bad-json", "[".repeat(100_000), Object.class);
        assertProblem("bad-json", "[" + "1,".repeat(JsonScan.MOST_TOKENS) + "1]", Object.class)
                .withMessageContaining("too many values");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};
        for (byte[] body : List.of(overlong, "{}".getBytes(StandardCharsets.UTF_16))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> read(new MultivaluedHashMap<>(), new ByteArrayInputStream(body), Map.class))
                    .withMessageContaining("UTF-8");
        }
    }

    private ThrowableAssertAlternative<ProblemException> assertProblem(String code, String body, Class<?> type) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(body, type))
                .satisfies(e -> assertThat(e.problem().type().code()).isEqualTo(code))
                .withMessageNotContaining("no.abakus");
    }

    private Object read(String body, Class<?> type) throws Exception {
        return read(new MultivaluedHashMap<>(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type);
    }

    @SuppressWarnings("unchecked") // JAX-RS passes any class to a provider of Object
    private Object read(MultivaluedMap<String, String> headers, InputStream body, Class<?> type) throws Exception {
        return bodies.readFrom(
                (Class<Object>) type, type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE, headers, body);
    }
}
