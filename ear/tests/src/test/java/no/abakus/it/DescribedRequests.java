package no.abakus.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests derived from an OpenAPI description of the console's API. Each parameter and each member of a body is left
 * out, and takes each odd value, alone and beside proper values of all others. The targets that requests name do not
 * exist, so other tests of the server are not affected.
 */
final class DescribedRequests {

    private static final String API = "/abakus/api";
    private static final String JSON = "application/json";
    private static final String TASK = "diagnostics.add";
    private static final String APPLY_ASYNC = "/tasks/{name}/apply-async";
    private static final Set<String> BODILESS = Set.of("get", "delete");

    /** Orders that name no target reach all nodes. The orders listed here do no harm there. */
    private static final List<String> HARMLESS_ORDERS = List.of("revoke", "rate-limit", "time-limit", "resume", "wake");

    /** Every odd value would be a wrong password, and after several of these the address would have to wait. */
    private static final Set<String> OF_PASSWORDS = Set.of("/session");

    private final JsonNode description;
    private final String endedTask;
    private final List<RawRequest> requests = new ArrayList<>();

    private DescribedRequests(JsonNode description, String endedTask) {
        this.description = description;
        this.endedTask = endedTask;
    }

    /**
     * The requests to every operation of the description.
     *
     * @param endedTask the id of a task that has ended
     */
    static List<RawRequest> of(JsonNode description, String endedTask) {
        DescribedRequests all = new DescribedRequests(description, endedTask);
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> all.add(path.getKey(), operation.getKey(), operation.getValue())));
        return List.copyOf(all.requests);
    }

    private void add(String path, String method, JsonNode operation) {
        List<String> inPath = parameters(operation, "path");
        for (String parameter : inPath) {
            for (String segment : OddValues.SEGMENTS) {
                // No order concerns a task that exists.
                if (!segment.equals(TASK) || path.equals(APPLY_ASYNC)) {
                    String target = proper(path.replace("{" + parameter + "}", segment));
                    add(method, target, BODILESS.contains(method) ? "" : "{}");
                }
            }
        }
        addQueries(method, proper(path), parameters(operation, "query"));
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            for (String target : path.equals("/control/{order}") ? HARMLESS_ORDERS : List.of("")) {
                addBodies(method, path, proper(path.replace("{order}", target)), members(schema));
            }
        }
    }

    private static List<String> parameters(JsonNode operation, String place) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals(place)) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    /** The path with proper values in place of its parameters. */
    private String proper(String path) {
        return path.replace(APPLY_ASYNC, APPLY_ASYNC.replace("{name}", TASK))
                .replace("{id}", path.startsWith("/executions") ? endedTask : "none")
                .replaceAll("\\{\\w+}", "nobody");
    }

    private void addQueries(String method, String path, List<String> names) {
        add(method, path, "");
        for (String name : names) {
            for (String value : OddValues.PARAMETERS) {
                add(method, path + "?" + name + "=" + value, "");
                String others = names.stream()
                        .filter(other -> !other.equals(name))
                        .map(other -> other + "=0")
                        .collect(Collectors.joining("&"));
                if (!others.isEmpty()) {
                    add(method, path + "?" + others + "&" + name + "=" + value, "");
                }
            }
        }
    }

    private void addBodies(String method, String described, String path, Map<String, JsonNode> members) {
        for (String body : OddValues.BODIES) {
            add(method, path, body);
        }
        for (String member : members.keySet()) {
            add(method, path, body(members, member, "", true));
            for (String value : OddValues.JSON) {
                if (!OF_PASSWORDS.contains(described) || !value.startsWith("\"")) {
                    add(method, path, body(members, member, value, false));
                    add(method, path, body(members, member, value, true));
                }
            }
        }
    }

    /** An object with this value, if there is one, and perhaps with all other members. */
    private static String body(Map<String, JsonNode> members, String member, String value, boolean withOthers) {
        return members.entrySet().stream()
                .filter(each -> withOthers || each.getKey().equals(member))
                .filter(each -> !each.getKey().equals(member) || !value.isEmpty())
                .map(each ->
                        '"' + each.getKey() + "\":" + (each.getKey().equals(member) ? value : proper(each.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A value that its schema allows, and that makes nobody wait. */
    private static String proper(JsonNode schema) {
        String types = schema.path("type").toString();
        if (types.contains("array")) {
            return "[]";
        }
        if (types.contains("string")) {
            return schema.path("format").asText().equals("date-time") ? "\"2030-01-01T00:00:00Z\"" : "\"fuzz\"";
        }
        if (types.contains("integer")) {
            return "1";
        }
        if (types.contains("number")) {
            return "0.01";
        }
        return types.contains("boolean") ? "false" : "{}";
    }

    /** The members of a schema, and of all schemas that it may be. */
    private Map<String, JsonNode> members(JsonNode schema) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        JsonNode resolved =
                schema.has("$ref") ? description.at(schema.get("$ref").asText().substring(1)) : schema;
        resolved.path("properties")
                .properties()
                .forEach(member -> members.putIfAbsent(member.getKey(), member.getValue()));
        for (String several : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : resolved.path(several)) {
                members(one).forEach(members::putIfAbsent);
            }
        }
        return members;
    }

    private void add(String method, String path, String body) {
        requests.add(new RawRequest(method.toUpperCase(Locale.ROOT), API + path, body, JSON, "*/*"));
    }
}
