package no.abakus.tasks.console.contract;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the OpenAPI document of the API's classes: from JAX-RS's annotations, {@link ApiCall} and the records. */
final class ApiDocument {

    private static final Map<Class<? extends Annotation>, String> VERBS = Map.of(
            GET.class, "get",
            POST.class, "post",
            PUT.class, "put",
            PATCH.class, "patch",
            DELETE.class, "delete");

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("q", "terms separated by blanks, all of which must match"),
            Map.entry("format", "csv or ndjson"),
            Map.entry("limit", "the maximum number of items, from 1 to 200"),
            Map.entry("after", "next of the previous page"),
            Map.entry("by", "state, task, queue, node, user or error"),
            Map.entry("of", "throughput, failed, waited_p50, waited_p95, took_p50, took_p95 or depth"),
            Map.entry("queue", "the name of a queue, for depth; all queues if it is missing"),
            Map.entry("task", "the name of a task; all tasks if it is missing"),
            Map.entry("from", "the start of the time, inclusive; an hour before its end if it is missing"),
            Map.entry("to", "the end of the time, exclusive; now if it is missing"),
            Map.entry("step", "a number of seconds, a multiple of 60"),
            Map.entry("application", "the name of one application"),
            Map.entry("topics", "a comma-separated list of overview, queues, workers and bulk"),
            Map.entry("wait", "the response comes when the task has ended, or after this many seconds"),
            Map.entry("most", "the maximum number of tasks of each queue, from 1 to 1000"));

    private final ApiProblems problems;
    private final ApiSchemas schemas = new ApiSchemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();
    private final Map<String, Object> reports = new TreeMap<>();

    ApiDocument(Collection<Class<?>> classes, ApiProblems problems) {
        this.problems = problems;
        classes.stream().filter(type -> type.isAnnotationPresent(Path.class)).forEach(this::add);
    }

    /** Methods that answer calls but are not described. */
    static List<String> undescribed(Collection<Class<?>> classes) {
        return classes.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> verb(method).isPresent() && !method.isAnnotationPresent(ApiCall.class))
                .map(Method::toString)
                .toList();
    }

    private static Optional<String> verb(Method method) {
        return VERBS.entrySet().stream()
                .filter(verb -> method.isAnnotationPresent(verb.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void add(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        Stream.of(resource.getMethods())
                .filter(method -> verb(method).isPresent())
                .forEach(method -> {
                    Path below = method.getAnnotation(Path.class);
                    String path = "/" + base + (below == null ? "" : "/" + below.value());
                    Object before = paths.computeIfAbsent(path, first -> new TreeMap<>())
                            .put(verb(method).orElseThrow(), operation(base, path, method));
                    if (before != null) {
                        throw new IllegalStateException("Two methods answer " + path);
                    }
                });
    }

    private Map<String, Object> operation(String tag, String path, Method method) {
        ApiCall call = method.getAnnotation(ApiCall.class);
        String verb = verb(method).orElseThrow();
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", (verb + path).replaceAll("[^A-Za-z]+", "_").replaceAll("_$", ""));
        operation.put("tags", List.of(tag));
        operation.put("summary", call.value());
        if (call.isOpen()) {
            operation.put("security", List.of());
        }
        List<Object> parameters = Stream.of(method.getParameters())
                .map(ApiDocument::parameter)
                .flatMap(Optional::stream)
                .toList();
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        Optional<Type> body = body(method, call);
        body.ifPresent(type -> operation.put(
                "requestBody", ordered("required", true, "content", content("application/json", schemas.taken(type)))));
        operation.put("responses", responses(method, call, body.isPresent(), !verb.equals("get")));
        return operation;
    }

    private static Optional<Object> parameter(Parameter parameter) {
        PathParam inPath = parameter.getAnnotation(PathParam.class);
        QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "string"));
        if (inPath != null) {
            return Optional.of(ordered("name", inPath.value(), "in", "path", "required", true, "schema", schema));
        }
        if (inQuery == null) {
            return Optional.empty();
        }
        DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
        if (otherwise != null && !otherwise.value().isEmpty()) {
            schema.put("default", otherwise.value());
        }
        String said = PARAMETERS.get(inQuery.value());
        if (said == null) {
            throw new IllegalStateException("The parameter " + inQuery.value() + " is not described");
        }
        return Optional.of(ordered("name", inQuery.value(), "in", "query", "description", said, "schema", schema));
    }

    private static Optional<Type> body(Method method, ApiCall call) {
        if (call.body() != void.class) {
            return Optional.of(call.body());
        }
        if (!method.isAnnotationPresent(Consumes.class)) {
            return Optional.empty();
        }
        return Stream.of(method.getParameters())
                .filter(parameter -> Stream.of(PathParam.class, QueryParam.class, Context.class, Suspended.class)
                        .noneMatch(parameter::isAnnotationPresent))
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    private Map<String, Object> responses(Method method, ApiCall call, boolean hasBody, boolean writes) {
        Map<String, Object> responses = new TreeMap<>();
        Type type = call.answer() == void.class ? method.getGenericReturnType() : call.answer();
        Map<String, Object> success = ordered("description", "Success");
        if (type != Void.class) {
            Map<String, Object> contents = new LinkedHashMap<>();
            for (String media : call.types()) {
                contents.putAll(content(
                        media, media.equals("application/json") ? schemas.answered(type) : Map.of("type", "string")));
            }
            success.put("content", contents);
        }
        responses.put(String.valueOf(call.status()), success);
        problems.of(call, hasBody, writes).forEach((status, codes) -> {
            String name = status + "." + String.join(".", codes);
            reports.computeIfAbsent(name, first -> report(codes));
            responses.put(String.valueOf(status), Map.of("$ref", "#/components/responses/" + name));
        });
        return responses;
    }

    private static Map<String, Object> report(Collection<String> codes) {
        Map<String, Object> schema = ordered(
                "allOf",
                List.of(Map.of("$ref", "#/components/schemas/Problem")),
                "properties",
                Map.of("code", Map.of("enum", codes)));
        return ordered("description", String.join(", ", codes), "content", content("application/problem+json", schema));
    }

    private static Map<String, Object> content(String media, Map<String, Object> schema) {
        return ordered(media, Map.of("schema", schema));
    }

    /** The document. */
    Map<String, Object> whole() {
        Map<String, Object> components = new TreeMap<>(schemas.components());
        components.put("Problem", ApiProblems.schema());
        List<Object> logins = new ArrayList<>(List.of(Map.of("basic", List.of()), Map.of("session", List.of())));
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                ordered(
                        "title",
                        "Abakus",
                        "version",
                        "1",
                        "description",
                        "Tasks, their results and their history, queues, nodes, and orders to nodes. GET is for"
                                + " viewers, everything else for operators. Durations are seconds. Unknown values are"
                                + " null."),
                "servers",
                List.of(Map.of("url", "/abakus/api")),
                "security",
                logins,
                "paths",
                paths,
                "components",
                ordered(
                        "schemas",
                        components,
                        "responses",
                        reports,
                        "securitySchemes",
                        ordered(
                                "basic",
                                ordered("type", "http", "scheme", "basic"),
                                "session",
                                ordered("type", "apiKey", "in", "cookie", "name", "abakus_session"))));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
