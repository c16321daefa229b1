package no.abakus.tasks.message;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.core.type.TypeReference;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.node.ArrayNode;
import no.abakus.jackson.databind.node.ObjectNode;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.port.OptionsFormat;

/**
 * Writes and reads signatures as JSON like Celery's, {@code
 * {"task":…,"args":[…],"kwargs":{…},"options":{…},"immutable":true}}, so that a message can carry its follow-up tasks.
 * The arguments of these tasks are always JSON, whatever the message's own format. They are read without types; the
 * worker that runs such a task restores the types. Thread-safe.
 */
public final class SignatureCodec implements OptionsFormat {

    /** OpenMQ limits a message property to 64 KiB. */
    static final int MAX_BYTES = 60_000;

    private static final String TASK = "task";
    private static final String ARGS = "args";
    private static final String KWARGS = "kwargs";
    private static final String OPTIONS = "options";
    private static final String IMMUTABLE = "immutable";

    private static final TypeReference<Boolean> YES_OR_NO = new TypeReference<>() {};
    private static final TypeReference<List<Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> VALUES_BY_NAME = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapping.strict();

    /**
     * Returns the signatures of an option as JSON; empty if there are none.
     *
     * @throws TaskArgumentException if an argument or an option of a signature cannot be written
     * @throws TaskOptionException if a signature has a connection, or if the signatures together are too large for a
     *     message property
     */
    public Optional<String> write(TaskOption<List<Signature>> option, TaskOptions options) {
        List<Signature> signatures = options.get(option).orElse(List.of());
        if (signatures.isEmpty()) {
            return Optional.empty();
        }
        String text = array(signatures).toString();
        int size = bytesInProperty(text);
        if (size > MAX_BYTES) {
            throw new TaskOptionException("The signatures of " + option + " take " + size
                    + " bytes as JSON, but a message carries at most " + MAX_BYTES
                    + ". Store their arguments and send keys instead; nothing was sent");
        }
        return Optional.of(text);
    }

    /**
     * Returns how many bytes OpenMQ needs for the text. It writes each UTF-16 unit on its own, so a character beyond
     * U+FFFF takes six bytes, and four in UTF-8.
     */
    private static int bytesInProperty(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7ff) {
                bytes += 3;
            } else {
                bytes += c > 0x7f || c == 0 ? 2 : 1;
            }
        }
        return bytes;
    }

    private ArrayNode array(List<Signature> signatures) {
        ArrayNode array = mapper.createArrayNode();
        signatures.forEach(signature -> array.add(signature.<ObjectNode>accept(this::node)));
        return array;
    }

    private ObjectNode node(TaskSignature signature) {
        ObjectNode node = mapper.createObjectNode().put(TASK, signature.task());
        if (!signature.args().isEmpty()) {
            node.set(ARGS, tree(signature, signature.args()));
        }
        if (!signature.kwargs().isEmpty()) {
            node.set(KWARGS, tree(signature, signature.kwargs()));
        }
        ObjectNode options = options(signature);
        if (!options.isEmpty()) {
            node.set(OPTIONS, options);
        }
        if (signature.immutable()) {
            node.put(IMMUTABLE, true);
        }
        return node;
    }

    private ObjectNode options(TaskSignature signature) {
        ObjectNode node = mapper.createObjectNode();
        for (TaskOption<?> option : TaskOption.all()) {
            if (option == TaskOption.CONNECTION && signature.options().says(option)) {
                throw new TaskOptionException("The signature of " + signature.task() + " has a " + option
                        + ", but a connection does not travel in a message, because a worker sends the signature over a"
                        + " connection of its own; nothing was sent");
            }
            if (signature.options().says(option)) {
                node.set(
                        option.optionName(),
                        signature
                                .options()
                                .get(option)
                                .map(value -> node(signature, option, value))
                                .orElse(mapper.nullNode()));
            }
        }
        return node;
    }

    private JsonNode node(TaskSignature signature, TaskOption<?> option, Object value) {
        if (isSignatures(option)) {
            return nested(value);
        }
        return value instanceof Expiry expiry ? SignatureExpiry.write(expiry) : tree(signature, value);
    }

    private JsonNode nested(Object signatures) {
        return array(((List<?>) signatures).stream().map(Signature.class::cast).toList());
    }

    private JsonNode tree(TaskSignature signature, Object value) {
        try {
            return mapper.valueToTree(value);
        } catch (IllegalArgumentException | StackOverflowError e) {
            throw new TaskArgumentException(
                    "A value of the signature of " + signature.task() + " cannot be written as JSON: " + e.getMessage()
                            + "; nothing was sent",
                    e);
        }
    }

    /**
     * Reads signatures written by {@link #write} or another program. Skips unknown members, such as those of Celery
     * that have no meaning here.
     *
     * @throws TaskOptionException if the text is not an array of signatures, or a signature has a member twice, an
     *     unknown option or an option of the wrong type
     */
    public List<Signature> read(String text) {
        try (JsonParser json = new ExactDecimals(mapper.createParser(text))) {
            return signatures(json.nextToken() == null ? mapper.missingNode() : mapper.readTree(json));
        } catch (IOException | StackOverflowError e) {
            throw new TaskOptionException(
                    BodyTrouble.isRepetition(e)
                            ? "The signatures that follow the task have a JSON object with the same member twice"
                            : "The signatures that follow the task are not a JSON array",
                    e);
        }
    }

    private List<Signature> signatures(JsonNode array) {
        if (!array.isArray()) {
            throw new TaskOptionException("The signatures that follow the task are not a JSON array");
        }
        List<Signature> signatures = new ArrayList<>();
        for (JsonNode node : array) {
            signatures.add(signature(node));
        }
        return signatures;
    }

    private TaskSignature signature(JsonNode node) {
        JsonNode task = node.path(TASK);
        if (!task.isTextual() || task.asText().isBlank()) {
            throw new TaskOptionException("A signature that follows the task has no string 'task' that names its task");
        }
        return new TaskSignature(
                task.asText(),
                isThere(node, ARGS) ? value(node.get(ARGS), VALUES, ARGS) : List.of(),
                isThere(node, KWARGS) ? value(node.get(KWARGS), VALUES_BY_NAME, KWARGS) : Map.of(),
                isThere(node, OPTIONS) ? options(node.get(OPTIONS)) : TaskOptions.empty(),
                isThere(node, IMMUTABLE) && value(node.get(IMMUTABLE), YES_OR_NO, IMMUTABLE));
    }

    private static boolean isThere(JsonNode node, String member) {
        return node.hasNonNull(member);
    }

    private <T> T value(JsonNode node, TypeReference<T> type, String member) {
        try {
            return mapper.readValue(mapper.treeAsTokens(node), type);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(member, e);
        }
    }

    private <T> T value(JsonNode node, Class<T> type, String member) {
        try {
            return mapper.treeToValue(node, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unreadable(member, e);
        }
    }

    /** Leaves out Jackson's own message, because it quotes the value. */
    private static TaskOptionException unreadable(String member, Exception e) {
        return new TaskOptionException("'" + member + "' in a signature that follows the task has the wrong type", e);
    }

    private TaskOptions options(JsonNode node) {
        if (!node.isObject()) {
            throw new TaskOptionException("The options of a signature that follows the task are not a JSON object");
        }
        TaskOptions options = TaskOptions.empty();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            TaskOption<?> option = TaskOption.all().stream()
                    .filter(known -> known.optionName().equals(name))
                    .filter(known -> known != TaskOption.CONNECTION)
                    .findFirst()
                    .orElseThrow(() -> new TaskOptionException("A signature has the option '" + name
                            + "', which is not known here; use one of " + TaskOption.all()));
            options = with(options, option, node.get(name));
        }
        return options;
    }

    @SuppressWarnings("unchecked") // these options are compared by identity
    private <T> TaskOptions with(TaskOptions options, TaskOption<T> option, JsonNode value) {
        if (value.isNull()) {
            return options.withNone(option);
        }
        if (isSignatures(option)) {
            return options.with((TaskOption<List<Signature>>) option, signatures(value));
        }
        if (option == TaskOption.EXPIRES) {
            return options.with(TaskOption.EXPIRES, SignatureExpiry.read(value));
        }
        if (option == TaskOption.HEADERS) {
            Map<String, Object> headers = new LinkedHashMap<>(value(value, VALUES_BY_NAME, option.optionName()));
            headers.replaceAll((name, header) -> header instanceof BigDecimal decimal ? decimal.doubleValue() : header);
            return options.with(TaskOption.HEADERS, headers);
        }
        return options.with(option, value(value, option.type(), option.optionName()));
    }

    @Override
    public String writeOptions(TaskOptions options) {
        return options(TaskSignature.of("options").set(options)).toString();
    }

    @Override
    public TaskOptions readOptions(String text) {
        try {
            return options(mapper.readTree(text));
        } catch (JsonProcessingException | StackOverflowError e) {
            throw new TaskOptionException("The options are not a JSON object", e);
        }
    }

    private static boolean isSignatures(TaskOption<?> option) {
        return option == TaskOption.LINK || option == TaskOption.LINK_ERROR;
    }
}
