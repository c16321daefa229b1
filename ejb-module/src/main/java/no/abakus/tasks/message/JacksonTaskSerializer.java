package no.abakus.tasks.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import no.abakus.jackson.core.JsonFactory;
import no.abakus.jackson.core.JsonGenerator;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.core.JsonToken;
import no.abakus.jackson.databind.JavaType;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.ObjectReader;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Writes {@code {"args":[…],"kwargs":{…}}} in any format that Jackson supports, and reads each argument as its
 * parameter's type. Unknown members of the body are skipped, because later versions may add some. An object with
 * the same member twice is rejected.
 */
abstract sealed class JacksonTaskSerializer implements TaskSerializer, Weighing
        permits JsonTaskSerializer, YamlTaskSerializer, MsgpackTaskSerializer, CborTaskSerializer {

    private static final String ARGS = "args";
    private static final String KWARGS = "kwargs";
    private static final Pattern ASIDES = Pattern.compile(" \\((?:but might|start marker)[^\n]*");

    private final String name;
    private final String contentType;
    private final boolean text;
    private final ObjectMapper mapper;
    private final JsonFactory factory;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    JacksonTaskSerializer(String name, String contentType, boolean text, ObjectMapper mapper) {
        this.name = name;
        this.contentType = contentType;
        this.text = text;
        this.mapper = mapper;
        this.factory = mapper.getFactory();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String contentType() {
        return contentType;
    }

    @Override
    public final MessageBody write(TaskArguments arguments) {
        try {
            return text ? writeText(arguments) : writeBytes(arguments);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            throw new TaskArgumentException(
                    "An argument cannot be written as " + name + ": " + message(e) + "; nothing was sent", e);
        }
    }

    private MessageBody writeText(TaskArguments arguments) throws IOException {
        StringWriter written = new StringWriter(128);
        try (JsonGenerator json = new WholeTexts(factory.createGenerator(written))) {
            writeMembers(arguments, json);
        }
        return new MessageBody.Text(written.toString());
    }

    private MessageBody writeBytes(TaskArguments arguments) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream(128);
        try (JsonGenerator json = new WholeTexts(factory.createGenerator(written))) {
            writeMembers(arguments, json);
        }
        return new MessageBody.Binary(written.toByteArray());
    }

    /**
     * Tells the generator the number of members and elements in advance, because some formats start with that number.
     */
    private void writeMembers(TaskArguments arguments, JsonGenerator json) throws IOException {
        Map<String, Object> kwargs = arguments.kwargs();
        json.writeStartObject(arguments, kwargs.isEmpty() ? 1 : 2);
        json.writeFieldName(ARGS);
        json.writeStartArray(arguments, arguments.args().size());
        for (Object argument : arguments.args()) {
            writeValue(argument, json);
        }
        json.writeEndArray();
        if (!kwargs.isEmpty()) {
            json.writeFieldName(KWARGS);
            json.writeStartObject(arguments, kwargs.size());
            for (Map.Entry<String, Object> argument : kwargs.entrySet()) {
                json.writeFieldName(argument.getKey());
                writeValue(argument.getValue(), json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeValue(Object value, JsonGenerator json) throws IOException {
        // The most common cases need no serializer of their own.
        if (value instanceof String string) {
            json.writeString(string);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            mapper.writeValue(json, value);
        }
    }

    @Override
    public final TaskArguments read(MessageBody body, ParameterTypes types) throws UnreadableMessageException {
        inspect(body);
        try (JsonParser json = open(body)) {
            return readFrom(json, types);
        } catch (IOException e) {
            throw BodyTrouble.ofBody(name, e);
        }
    }

    @Override
    public final TaskArguments read(MessageBody body, ParameterTypes types, Weight weight)
            throws UnreadableMessageException {
        inspect(body);
        try (JsonParser json = new WeighingParser(open(body), weight)) {
            return readFrom(json, types);
        } catch (IOException e) {
            throw BodyTrouble.ofBody(name, e);
        }
    }

    /** Rejects input that must never reach the format's parser. */
    void inspect(MessageBody body) throws UnreadableMessageException {}

    private TaskArguments readFrom(JsonParser json, ParameterTypes types)
            throws IOException, UnreadableMessageException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "The body is not a " + name + " object {\"args\":[…],\"kwargs\":{…}}");
        }
        TaskArguments arguments = readMembers(json, types);
        if (!atEnd(json)) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "Something follows the " + name + " object of the body");
        }
        return arguments;
    }

    /** Whether nothing follows the value that was read. */
    boolean atEnd(JsonParser parser) throws IOException {
        return parser.nextToken() == null;
    }

    private JsonParser open(MessageBody body) throws IOException {
        if (body instanceof MessageBody.Text written) {
            return guarded(factory.createParser(written.text()));
        }
        byte[] bytes = ((MessageBody.Binary) body).bytes();
        return guarded(text ? factory.createParser(decoded(bytes)) : factory.createParser(bytes));
    }

    /** Accepts only valid UTF-8, because parsers would silently replace invalid bytes. */
    private static String decoded(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Returns the parser, or a wrapper that rejects features of the format that arguments never use. */
    JsonParser guarded(JsonParser parser) {
        return parser;
    }

    private TaskArguments readMembers(JsonParser json, ParameterTypes types)
            throws IOException, UnreadableMessageException {
        List<Object> args = null;
        Map<String, Object> kwargs = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (member.equals(ARGS)) {
                expect(value, JsonToken.START_ARRAY, "args is not an array");
                args = readArgs(json, types);
            } else if (member.equals(KWARGS)) {
                expect(value, JsonToken.START_OBJECT, "kwargs is not an object");
                kwargs = readKwargs(json, types);
            } else {
                json.skipChildren();
            }
        }
        return new TaskArguments(args == null ? List.of() : args, kwargs == null ? Map.of() : kwargs);
    }

    private List<Object> readArgs(JsonParser json, ParameterTypes types)
            throws IOException, UnreadableMessageException {
        List<Object> args = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int position = args.size();
            args.add(readValue(json, types.at(position), () -> "args[" + position + "]"));
        }
        return args;
    }

    private Map<String, Object> readKwargs(JsonParser json, ParameterTypes types)
            throws IOException, UnreadableMessageException {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            kwargs.put(name, readValue(json, types.named(name), () -> "kwargs." + name));
        }
        return kwargs;
    }

    private Object readValue(JsonParser json, Optional<Type> type, Supplier<String> where)
            throws IOException, UnreadableMessageException {
        if (type.isEmpty()) {
            throw new UnreadableMessageException(Reason.ARGUMENTS, "The task has no parameter for " + where.get());
        }
        // The most common cases need no reader of their own.
        if (type.get() == String.class && json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (type.get() == int.class && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return readInt(json, where);
        }
        ObjectReader reader = readers.get(type.get());
        if (reader == null) {
            reader = readers.computeIfAbsent(type.get(), this::readerFor);
        }
        if (json.currentToken() == JsonToken.VALUE_NULL && reader.getValueType().isPrimitive()) {
            // The binder reports, with the task's name, that this parameter takes no null.
            return null;
        }
        try {
            return reader.readValue(json);
        } catch (IOException e) {
            throw BodyTrouble.ofArgument(name, where.get(), e);
        }
    }

    private int readInt(JsonParser json, Supplier<String> where) throws UnreadableMessageException {
        try {
            return json.getIntValue();
        } catch (IOException e) {
            throw BodyTrouble.ofArgument(name, where.get(), e);
        }
    }

    private ObjectReader readerFor(Type type) {
        return mapper.readerFor(mapper.constructType(type));
    }

    @Override
    public final Object convert(Object value, Type type) {
        JavaType target = mapper.constructType(type);
        try {
            return mapper.convertValue(value, target);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(message(e), e);
        }
    }

    private static void expect(JsonToken found, JsonToken expected, String otherwise)
            throws UnreadableMessageException {
        if (found != expected) {
            throw new UnreadableMessageException(Reason.UNREADABLE_BODY, otherwise);
        }
    }

    /**
     * Returns Jackson's message without the hints about Jackson's settings. The message may show the argument's value,
     * because the caller owns that value.
     */
    private static String message(Throwable thrown) {
        Throwable told =
                thrown instanceof IllegalArgumentException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = told instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : TaskFailure.of(told).toString();
        return ASIDES.matcher(String.valueOf(message)).replaceAll("");
    }
}
