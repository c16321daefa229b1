package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two members with the same name in one object, neither is lost silently: the body is refused, at any depth. */
class RepeatedMembersTest {

    private record Bag(Map<String, Object> more, int count) {}

    private record Anything(Type type) implements ParameterTypes {
        @Override
        public Optional<Type> at(int position) {
            return Optional.of(type);
        }

        @Override
        public Optional<Type> named(String name) {
            return Optional.of(type);
        }
    }

    public static final class Echo {
        @AbakusTask(name = "echo")
        public void echo(Object value) {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'args':[1],'args':[2]}",
                "{'kwargs':{'a':1},'kwargs':{}}",
                "{'kwargs':{'a':1,'a':2}}",
                "{'kwargs':{'a':1,'b':2,'c':3,'a':1}}",
                "{'args':[{'a':1,'a':1}]}",
                "{'args':[[{'x':{'a':1,'b':2,'c':{},'c':[]}}]]}",
                "{'later':{'a':1,'a':2},'args':[]}"
            })
    void json_and_yaml_with_a_member_twice_are_refused(String body) {
        for (TaskSerializer serializer : List.of(new JsonTaskSerializer(), new YamlTaskSerializer())) {
            expectRefused(serializer, new MessageBody.Text(body.replace('\'', '"')), Object.class, "at line 1, column");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a2 64 61726773 81 01 64 61726773 81 02", // args and args
                "a1 66 6b7761726773 a2 61 61 01 61 61 02", // in kwargs
                "a1 64 61726773 81 a1 61 78 a3 61 61 01 61 62 02 61 61 03", // deeper
                "bf 64 61726773 9f bf 61 61 01 61 61 02 ff ff ff", // of unknown lengths
                "a1 64 61726773 81 a2 01 01 61 31 02", // a number and the same as text
                "a1 64 61726773 81 a2 7f 61 61 ff 01 61 61 02" // in pieces
            })
    void cbor_with_a_member_twice_is_refused(String hex) {
        expectRefused(new CborTaskSerializer(), binary(hex), Object.class, "at byte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "82 a4 61726773 91 01 a4 61726773 91 02",
                "81 a6 6b7761726773 82 a1 61 01 a1 61 02",
                "81 a4 61726773 91 81 a1 78 83 a1 61 01 a1 62 02 a1 61 03",
                "81 a4 61726773 91 82 a1 61 01 d9 01 61 02", // the same name, written in another way
                "81 a4 61726773 91 82 01 01 a1 31 02"
            })
    void msgpack_with_a_member_twice_is_refused(String hex) {
        expectRefused(new MsgpackTaskSerializer(), binary(hex), Object.class, "");
    }

    /** The parser would end the map at such a member, and lose the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "81 a4 61726773 91 82 c0 01 c0 02",
                "81 a4 61726773 91 82 a1 61 c0 c0 02",
                "81 a4 61726773 91 de 0001 c0 02",
                "82 a4 61726773 90 c0 01"
            })
    void msgpack_with_a_member_without_a_name_is_refused(String hex) {
        assertThatThrownBy(() -> new MsgpackTaskSerializer().read(binary(hex), new Anything(Object.class)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("a member without a name");
    }

    @Test
    void a_member_twice_is_refused_whatever_it_would_be_read_as() {
        MessageBody body = new MessageBody.Text("{\"args\":[{\"count\":1,\"more\":{},\"count\":2}]}");

        for (Type type : List.of(Bag.class, Map.class, HashMap.class, Object.class)) {
            expectRefused(new JsonTaskSerializer(), body, type, "at line 1, column");
        }
    }

    @Test
    void a_large_body_with_a_member_twice_is_refused_too() {
        String body = "{\"args\":[\"" + "x".repeat(MessageCodec.SMALL) + "\",{\"a\":1,\"a\":2}]}";

        assertThatThrownBy(() -> HostileBodiesTest.codec(1 << 20)
                        .decode(
                                HostileBodiesTest.draft("application/json", new MessageBody.Text(body)),
                                new Anything(Object.class)))
                .hasMessageContaining("the same member twice");
    }

    @Test
    void a_name_may_appear_in_several_objects() throws UnreadableMessageException {
        List<Object> args = List.of(Map.of("a", Map.of("a", 1)), Map.of("a", List.of(Map.of("a", 2))));
        for (TaskSerializer serializer : List.of(
                new JsonTaskSerializer(),
                new YamlTaskSerializer(),
                new CborTaskSerializer(),
                new MsgpackTaskSerializer())) {
            TaskArguments sent = new TaskArguments(args, Map.of("a", 1));

            assertThat(serializer.read(serializer.write(sent), new Anything(Object.class)))
                    .isEqualTo(sent);
        }
    }

    /** A number and a text are two keys of a map in Java, and one member of an object. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml", "cbor", "msgpack"})
    void an_argument_that_would_have_a_member_twice_is_refused_at_the_call(String serializer) {
        Map<Object, Object> keys = new HashMap<>(Map.of(1, "number", "1", "text"));

        assertThatThrownBy(() -> Workbench.of(new Echo())
                        .tasks()
                        .call("echo")
                        .args(keys)
                        .serializer(serializer)
                        .applyAsync())
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("the same member twice")
                .hasMessageContaining("nothing was sent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'task':'a','task':'b'}]",
                "[{'task':'a','args':[{'x':1,'x':2}]}]",
                "[{'task':'a','options':{'link':[{'task':'b','kwargs':{'x':1,'x':2}}]}}]"
            })
    void a_link_with_a_member_twice_is_refused(String signatures) {
        assertThatThrownBy(() -> new SignatureCodec().read(signatures.replace('\'', '"')))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("the same member twice");
    }

    private static void expectRefused(TaskSerializer serializer, MessageBody body, Type type, String where) {
        assertThatThrownBy(() -> serializer.read(body, new Anything(type)))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> {
                    assertThat(e.rejection().reason()).isEqualTo(Reason.UNREADABLE_BODY);
                    assertThat(e.rejection().detail())
                            .contains("the same member twice")
                            .contains(where)
                            .doesNotContain("-1");
                });
    }

    private static MessageBody binary(String hex) {
        return new MessageBody.Binary(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
