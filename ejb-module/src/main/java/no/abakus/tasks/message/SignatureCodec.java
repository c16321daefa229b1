package no.abakus.tasks.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * Signatures as JSON in Celery's own form, {@code {"task":…,"args":[…],"kwargs":{…},"options":{…},"immutable":true}}, so
 * that a message can carry what follows its task. Their arguments are always JSON, whatever the message's own are, and are
 * read without types; the task that they are for gives them their types again. Thread-safe.
 */
public final class SignatureCodec {

    /** A message property of OpenMQ's ends at 64 KiB. */
    static final int MAX_BYTES = 60_000;

    private static final String TASK = "task";
    private static final String ARGS = "args";
    private static final String KWARGS = "kwargs";
    private static final String OPTIONS = "options";
    private static final String IMMUTABLE = "immutable";

    private static final TypeReference<List<Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> VALUES_BY_NAME = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapping.strict().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * Writes the signatures of an option; empty where there are none.
     *
     * @throws TaskArgumentException if an argument of one of them cannot be written
     * @throws TaskOptionException if all together are too large for a message property
     */
    public Optional<String> write(TaskOption<List<Signature>> option, TaskOptions options) {
        List<Signature> signatures = options.get(option).orElse(List.of());
        if (signatures.isEmpty()) {
            return Optional.empty();
        }
        String text = array(signatures).toString();
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_BYTES) {
            throw new TaskOptionException("The signatures of " + option + " take " + size
                    + " bytes as JSON, and a message carries at most " + MAX_BYTES
                    + ": store their arguments and send their keys; nothing was sent");
        }
        return Optional.of(text);
    }

    private ArrayNode array(List<Signature> signatures) {
        ArrayNode array = mapper.createArrayNode();
        signatures.forEach(signature -> array.add(node((TaskSignature) signature)));
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
                        + ", and a connection does not travel in a message: a worker sends it over one of its own;"
                        + " nothing was sent");
            }
            if (signature.options().says(option)) {
                node.set(
                        option.optionName(),
                        signature
                                .options()
                                .get(option)
                                .map(value -> isSignatures(option) ? nested(value) : tree(signature, value))
                                .orElse(mapper.nullNode()));
            }
        }
        return node;
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
     * Reads what {@link #write} wrote.
     *
     * @throws TaskOptionException if it is no array of signatures, or one has an option that is not known here
     */
    public List<Signature> read(String text) {
        try {
            return signatures(mapper.readTree(text));
        } catch (JsonProcessingException | StackOverflowError e) {
            throw new TaskOptionException("What follows the task is no JSON array of signatures", e);
        }
    }

    private List<Signature> signatures(JsonNode array) throws JsonProcessingException {
        List<Signature> signatures = new ArrayList<>();
        for (JsonNode node : array) {
            signatures.add(signature(node));
        }
        return signatures;
    }

    private TaskSignature signature(JsonNode node) throws JsonProcessingException {
        return new TaskSignature(
                node.required(TASK).asText(),
                node.has(ARGS) ? mapper.treeToValue(node.get(ARGS), VALUES) : List.of(),
                node.has(KWARGS) ? mapper.treeToValue(node.get(KWARGS), VALUES_BY_NAME) : Map.of(),
                options(node.path(OPTIONS)),
                node.path(IMMUTABLE).asBoolean());
    }

    private TaskOptions options(JsonNode node) throws JsonProcessingException {
        TaskOptions options = TaskOptions.empty();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            TaskOption<?> option = TaskOption.all().stream()
                    .filter(known -> known.optionName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TaskOptionException("What follows the task has the option '" + name
                            + "', which is not known here; these are: " + TaskOption.all()));
            options = with(options, option, node.get(name));
        }
        return options;
    }

    @SuppressWarnings("unchecked") // an option of signatures is recognised by its identity
    private <T> TaskOptions with(TaskOptions options, TaskOption<T> option, JsonNode value)
            throws JsonProcessingException {
        if (value.isNull()) {
            return options.withNone(option);
        }
        return isSignatures(option)
                ? options.with((TaskOption<List<Signature>>) option, signatures(value))
                : options.with(option, mapper.treeToValue(value, option.type()));
    }

    private static boolean isSignatures(TaskOption<?> option) {
        return option == TaskOption.LINK || option == TaskOption.LINK_ERROR;
    }
}
