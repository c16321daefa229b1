package no.abakus.tasks.console.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.console.call.CallBody;
import no.abakus.tasks.console.call.CallMembers;

/** JSON schemas of the API's bodies, as Jackson writes and reads their records. Not thread-safe. */
final class ApiSchemas {

    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer")),
            Map.entry(Integer.class, Map.of("type", "integer")),
            Map.entry(long.class, Map.of("type", "integer")),
            Map.entry(Long.class, Map.of("type", "integer")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(Duration.class, Map.of("type", "number", "description", "seconds")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")));

    private static final Map<String, Object> SIGNATURE = Map.of(
            "description",
            "a signature, or several of them",
            "anyOf",
            List.of(Map.of("type", "object"), Map.of("type", "array", "items", Map.of("type", "object"))));

    /** The options of a call; a test fails if this table and the code differ. */
    private static final Map<String, Map<String, Object>> CALL = Map.ofEntries(
            Map.entry("args", Map.of("type", "array")),
            Map.entry("kwargs", Map.of("type", "object")),
            Map.entry("countdown", Map.of("type", "number", "description", "seconds")),
            Map.entry("eta", Map.of("type", "string", "format", "date-time")),
            Map.entry("expires", Map.of("type", List.of("number", "string"), "description", "seconds or an instant")),
            Map.entry("shadow", Map.of("type", "string")),
            Map.entry("time_limit", Map.of("type", "number", "description", "seconds")),
            Map.entry("soft_time_limit", Map.of("type", "number", "description", "seconds")),
            Map.entry("queue", Map.of("type", "string")),
            Map.entry("application", Map.of("type", "string")),
            Map.entry("exchange", Map.of("type", "string")),
            Map.entry("routing_key", Map.of("type", "string")),
            Map.entry("priority", Map.of("type", "integer")),
            Map.entry("serializer", Map.of("type", "string")),
            Map.entry("compression", Map.of("type", "string")),
            Map.entry("headers", Map.of("type", "object")),
            Map.entry("delivery_mode", Map.of("type", List.of("integer", "string"))),
            Map.entry("correlation_id", Map.of("type", "string")),
            Map.entry("reply_to", Map.of("type", "string")),
            Map.entry("group", Map.of("type", "string")),
            Map.entry("task_id", Map.of("type", "string")),
            Map.entry("link", SIGNATURE),
            Map.entry("link_error", SIGNATURE),
            Map.entry("add_to_parent", Map.of("type", "boolean")),
            Map.entry("ignore_result", Map.of("type", "boolean")),
            Map.entry("retry", Map.of("type", "boolean")),
            Map.entry("retry_policy", Map.of("type", "object")),
            Map.entry("timeout", Map.of("type", "number", "description", "seconds")));

    private final Map<String, Class<?>> named = new TreeMap<>();
    private final Map<String, Object> components = new TreeMap<>();

    /** All schemas that others refer to, by name. */
    Map<String, Object> components() {
        return components;
    }

    static List<String> callMembers() {
        return CALL.keySet().stream().sorted().toList();
    }

    /** The schema of a body of a request: members may be left out. */
    Map<String, Object> taken(Type type) {
        return of(type, false);
    }

    /** The schema of a body of a response: all members are there, unknown ones are null. */
    Map<String, Object> answered(Type type) {
        return of(type, true);
    }

    private Map<String, Object> of(Type type, boolean complete) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, complete);
        }
        Class<?> plain = (Class<?>) type;
        if (PLAIN.containsKey(plain)) {
            return new TreeMap<>(PLAIN.get(plain));
        }
        if (plain.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
        if (plain == Object.class) {
            return Map.of("description", "any JSON value");
        }
        if (plain == Map.class) {
            return Map.of("type", "object");
        }
        return Map.of("$ref", "#/components/schemas/" + component(plain, complete));
    }

    private Map<String, Object> generic(ParameterizedType type, boolean complete) {
        Type[] arguments = type.getActualTypeArguments();
        Map<String, Object> schema = new LinkedHashMap<>();
        if (type.getRawType() == Map.class) {
            schema.put("type", "object");
            schema.put("additionalProperties", of(arguments[1], complete));
        } else {
            schema.put("type", "array");
            schema.put("items", of(arguments[0], complete));
        }
        return schema;
    }

    private String component(Class<?> type, boolean complete) {
        String name = name(type);
        Class<?> known = named.putIfAbsent(name, type);
        if (known != null) {
            if (known != type) {
                throw new IllegalStateException(known + " and " + type + " are both called " + name);
            }
            return name;
        }
        if (type == CallBody.class) {
            components.put(name, call());
        } else if (type.isSealed()) {
            List<Object> either = new ArrayList<>();
            for (Class<?> one : type.getPermittedSubclasses()) {
                either.add(of(one, complete));
            }
            components.put(name, Map.of("anyOf", either));
        } else if (type.isRecord()) {
            components.put(name, members(type, complete));
        } else {
            throw new IllegalStateException("No schema of " + type);
        }
        return name;
    }

    /** The name of a nested record starts with the name of the enclosing type. */
    private static String name(Class<?> type) {
        String name = type.getSimpleName().replaceAll("View$", "");
        Class<?> around = type.getEnclosingClass();
        return around == null || around.isInterface()
                ? name
                : around.getSimpleName().replaceAll("(Resource|View)$", "") + name;
    }

    private Map<String, Object> members(Class<?> type, boolean complete) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> schema = of(component.getGenericType(), complete);
            properties.put(snake(component.getName()), component.getType().isPrimitive() ? schema : orNull(schema));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "object");
        if (complete && !properties.isEmpty()) {
            members.put("required", List.copyOf(properties.keySet()));
        }
        members.put("properties", properties);
        members.put("additionalProperties", false);
        return members;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            Map<String, Object> nullable = new LinkedHashMap<>(schema);
            nullable.put("type", List.of(type, "null"));
            return nullable;
        }
        return schema.containsKey("$ref") ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema;
    }

    private static Map<String, Object> call() {
        Map<String, Object> properties = new LinkedHashMap<>();
        CallMembers.names().forEach(name -> properties.put(name, orNull(new TreeMap<>(CALL.get(name)))));
        return new LinkedHashMap<>(Map.of("type", "object", "properties", properties, "additionalProperties", false));
    }

    static String snake(String name) {
        // As Jackson: a capital letter after a small one or a digit begins a word.
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
