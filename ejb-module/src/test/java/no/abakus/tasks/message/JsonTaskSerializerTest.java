package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.TaskSerializerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON fulfils the contract of all serializers, and looks as the wire format prescribes. */
class JsonTaskSerializerTest extends TaskSerializerContract {

    record Login(String user, String password, int attempts) {}

    record Strict(String user, String password, int attempts) {
        Strict {
            if (attempts < 0) {
                throw new IllegalArgumentException("hunter2 is the password and " + attempts + " the attempts");
            }
        }
    }

    private static final String SECRET = "hunter2";

    private final JsonTaskSerializer json = new JsonTaskSerializer();

    @Override
    protected TaskSerializer serializer() {
        return json;
    }

    @Override
    protected List<MessageBody> garbage() {
        return List.of(
                text(""),
                text("   "),
                text("null"),
                text("[]"),
                text("\"args\""),
                text("{"),
                text("{\"args\""),
                text("{\"args\":"),
                text("{\"args\":[\"a\""),
                text("{\"args\":[\"a\"]"),
                text("{\"args\":{}}"),
                text("{\"args\":null}"),
                text("{\"kwargs\":[]}"),
                text("{\"args\":[]} trailing"),
                text("{\"args\":[]}{\"args\":[]}"),
                text("{'args':[]}"),
                text("{\"args\":[NaN]}"),
                text("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA=="),
                new MessageBody.Binary(new byte[0]),
                new MessageBody.Binary(new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5}),
                new MessageBody.Binary("{\"args\":[\"\u00e5\"]}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void a_body_is_as_short_as_it_can_be() {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("urgent", true);
        kwargs.put("on", LocalDate.of(2026, 1, 2));

        assertThat(json.write(new TaskArguments(List.of("a@b.no", 7), kwargs)))
                .isEqualTo(text("{\"args\":[\"a@b.no\",7],\"kwargs\":{\"urgent\":true,\"on\":\"2026-01-02\"}}"));
        assertThat(json.write(new TaskArguments(List.of(), Map.of()))).isEqualTo(text("{\"args\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"args\":[]}",
                "{\"kwargs\":{}}",
                " { \"kwargs\" : {}, \"args\" : [] } ",
                "{\"later\":{\"args\":[1]},\"args\":[]}"
            })
    void members_may_be_missing_in_any_order_or_unknown(String body) throws UnreadableMessageException {
        assertThat(json.read(text(body), new Types(List.of()))).isEqualTo(new TaskArguments(List.of(), Map.of()));
    }

    @Test
    void members_of_a_value_that_are_not_known_are_an_argument_problem() {
        Rejection rejection = rejection(
                "{\"args\":[{\"user\":\"u\",\"password\":\"" + SECRET + "\",\"attempts\":1,\"more\":1}]}", Login.class);

        assertThat(rejection.reason()).isEqualTo(Reason.ARGUMENTS);
        assertThat(rejection.detail())
                .contains("args[0]")
                .contains("[attempts, password, user]")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"args":["hunter2"]} | int
            {"args":["hunter2"]} | date
            {"args":["hunter2"]} | login
            {"args":["hunter2"]} | numbers
            {"args":[{"user":"u","password":"p","attempts":"hunter2"}]} | login
            {"args":[{"user":"u","hunter2":"p","attempts":1}]} | login
            {"args":[{"hunter2":"x"}]} | numbers
            {"args":[hunter2]} | text
            {"args":["a", hunter2]} | text
            {"args":["hunter2} | text
            {"args":[],hunter2} | text
            {"args":[]}hunter2 | text
            {"args":["hunter2\u0001"]} | text
            {"kwargs":{"p0":"hunter2"}} | int
            {"args":[{"user":"u","password":hunter2}]} | login
            {"args":[{"user":"u","password":"p","attempts":-1}]} | strict
            """)
    void what_stands_in_a_body_is_never_told_to_operators(String body, String parameter) {
        Rejection rejection = rejection(body, type(parameter));

        assertThat(rejection.detail()).isNotBlank().doesNotContain(SECRET).doesNotContain("unter");
    }

    @Test
    void a_detail_tells_which_argument_did_not_fit_and_what_would() {
        assertThat(rejection("{\"args\":[\"x\"]}", int.class).detail())
                .contains("args[0]")
                .contains("int");
        assertThat(rejection("{\"kwargs\":{\"p0\":{\"user\":\"u\",\"attempts\":\"x\"}}}", Login.class)
                        .detail())
                .contains("kwargs.p0")
                .contains("attempts")
                .contains("int");
    }

    @Test
    void a_detail_tells_where_json_breaks_off() {
        assertThat(rejection("{\"args\":[\n  1,,2]}", int.class).detail()).contains("line 2");
    }

    @Test
    void json_that_breaks_off_inside_a_value_is_an_unreadable_body() {
        Rejection rejection = rejection("{\"args\":[{\"user\":\"u\",\"password\"", Login.class);

        assertThat(rejection.reason()).isEqualTo(Reason.UNREADABLE_BODY);
    }

    @Test
    void a_type_that_nobody_can_make_is_an_argument_problem() {
        Rejection rejection = rejection("{\"args\":[{}]}", Runnable.class);

        assertThat(rejection.reason()).isEqualTo(Reason.ARGUMENTS);
        assertThat(rejection.detail()).contains("args[0]").contains("java.lang.Runnable");
    }

    @Test
    void deep_nesting_is_refused_before_it_hurts() {
        String deep = "{\"args\":[" + "[".repeat(100_000) + "]".repeat(100_000) + "]}";

        assertThat(rejection(deep, Object.class).reason()).isEqualTo(Reason.UNREADABLE_BODY);
    }

    @Test
    void a_number_of_too_many_digits_is_refused_before_it_hurts() {
        assertThat(rejection("{\"args\":[" + "9".repeat(100_000) + "]}", Object.class)
                        .reason())
                .isEqualTo(Reason.UNREADABLE_BODY);
    }

    @Test
    void no_type_is_chosen_by_the_body() throws UnreadableMessageException {
        Object read = json.read(
                        text("{\"args\":[{\"@class\":\"java.net.URL\",\"@type\":\"x\"}]}"),
                        new Types(List.of(Object.class)))
                .args()
                .get(0);

        assertThat(read).isEqualTo(Map.of("@class", "java.net.URL", "@type", "x"));
    }

    @Test
    void values_do_not_change_their_kind() {
        assertNoConversion("1", boolean.class);
        assertNoConversion("1", Boolean.class);
        assertNoConversion("true", Integer.class);
        assertNoConversion("1.5", long.class);
        assertNoConversion("1", String.class);
        assertNoConversion("\"1\"", Integer.class);
        assertNoConversion("\"true\"", boolean.class);
        assertNoConversion("0", LocalDate.class);
        assertNoConversion("\"\"", Integer.class);
        assertNoConversion("\"\"", Login.class);
        assertNoConversion("\"\"", LocalDate.class);
    }

    private void assertNoConversion(String value, Class<?> type) {
        assertThatThrownBy(() -> json.read(text("{\"args\":[" + value + "]}"), new Types(List.of(type))))
                .as(value + " for a " + type.getSimpleName())
                .isInstanceOf(UnreadableMessageException.class);
    }

    private static Type type(String name) {
        return switch (name) {
            case "int" -> int.class;
            case "date" -> LocalDate.class;
            case "login" -> Login.class;
            case "strict" -> Strict.class;
            case "numbers" -> new Sample<Map<String, Integer>>(Map.of()) {}.type();
            default -> String.class;
        };
    }

    private Rejection rejection(String body, Type type) {
        ParameterTypes types = new Types(List.of(type));
        return Optional.ofNullable(
                        catchThrowableOfType(UnreadableMessageException.class, () -> json.read(text(body), types)))
                .orElseThrow(() -> new AssertionError(body + " was read"))
                .rejection();
    }

    private static MessageBody text(String text) {
        return new MessageBody.Text(text);
    }
}
