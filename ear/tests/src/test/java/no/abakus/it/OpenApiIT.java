package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.JsonInstance;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.schema.SchemaVersion;
import io.openapiprocessor.jsonschema.validator.Validator;
import io.openapiprocessor.jsonschema.validator.steps.ValidationStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** The server's responses match its description. */
@OnSharedServer
final class OpenApiIT {

    private static final String API = "/abakus/api";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final URI DOCUMENT = URI.create("urn:openapi");

    @Test
    void viewers_may_read_the_description_and_strangers_may_not(Server server) throws Exception {
        Http.Answer answer = server.http().as("viewer", Server.VIEWER_PASSWORD).get(API + "/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().path("openapi").asText()).startsWith("3.1");
        assertThat(server.http().get(API + "/openapi.json").status()).isEqualTo(401);
    }

    @Test
    void answers_have_the_described_status_and_members(Server server) throws Exception {
        Http http = server.operator();
        JsonNode document = http.get(API + "/openapi.json").json();
        String failed = http.applyAsync(
                "diagnostics.fail", "{\"args\":[\"described\"],\"task_id\":\"api-" + UUID.randomUUID() + "\"}");
        http.get(API + "/results/" + failed + "?wait=5");
        Map<String, String> calls = new LinkedHashMap<>();
        for (String path : List.of(
                "/health",
                "/health/live",
                "/tasks",
                "/workers",
                "/workers/active",
                "/queues",
                "/queues/reserved",
                "/dead-letters",
                "/executions",
                "/failures",
                "/overview",
                "/audit",
                "/session")) {
            calls.put(path, path);
        }
        calls.put("/executions?q=x", "/executions");
        calls.put("/executions?after=x", "/executions");
        calls.put("/executions/facets?by=state", "/executions/facets");
        calls.put("/executions/facets?by=node&q=state:running", "/executions/facets");
        calls.put("/executions/facets?by=task&q=state:waiting", "/executions/facets");
        calls.put("/executions/facets?by=x", "/executions/facets");
        calls.put("/series?of=throughput", "/series");
        calls.put("/executions/" + failed, "/executions/{id}");
        calls.put("/executions/" + failed + "/lines", "/executions/{id}/lines");
        calls.put("/executions/" + failed + "/why", "/executions/{id}/why");
        calls.put("/executions/nothing-" + failed, "/executions/{id}");
        calls.put("/executions/nothing-" + failed + "/why", "/executions/{id}/why");
        calls.put("/results/nothing-" + failed, "/results/{id}");
        calls.put("/workers/nobody/active", "/workers/{node}/active");
        calls.put("/dead-letters/nothing", "/dead-letters/{id}");

        List<String> mistakes = new ArrayList<>();
        for (Map.Entry<String, String> call : calls.entrySet()) {
            mistakes.addAll(mistakes(document, "get", call.getValue(), http.get(API + call.getKey())));
        }
        mistakes.addAll(mistakes(
                document,
                "post",
                "/tasks/{name}/apply-async",
                http.post(API + "/tasks/diagnostics.add/apply-async", "{\"args\":[1]}")));
        mistakes.addAll(mistakes(
                document, "post", "/executions/{id}/retry", http.post(API + "/executions/" + failed + "/retry", "{}")));
        mistakes.addAll(mistakes(
                document,
                "post",
                "/control/{order}",
                http.post(API + "/control/revoke", "{\"ids\":[\"" + failed + "\"]}")));
        mistakes.addAll(
                mistakes(document, "post", "/control/{order}", http.post(API + "/control/nothing", "{\"nodes\":[]}")));
        mistakes.addAll(mistakes(
                document, "delete", "/results/{id}", http.delete(API + "/results/nothing-" + UUID.randomUUID())));

        assertThat(mistakes).isEmpty();
        assertThat(mistakes(document, "get", "/audit", http.get(API + "/queues")))
                .as("a difference is noticed")
                .isNotEmpty();
    }

    private static List<String> mistakes(JsonNode document, String verb, String path, Http.Answer answer)
            throws IOException {
        JsonNode response =
                document.path("paths").path(path).path(verb).path("responses").path(String.valueOf(answer.status()));
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asText().substring(1));
        }
        if (response.isMissingNode()) {
            return List.of(verb + " " + path + ": " + answer.status() + " is not described, " + answer.body());
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of(verb + " " + path + " has a body: " + answer.body());
        }
        Map<String, Object> schema =
                new LinkedHashMap<>(JSON.convertValue(content.elements().next().path("schema"), MEMBERS));
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("components", JSON.convertValue(document.path("components"), MEMBERS));
        List<String> mistakes = new ArrayList<>();
        ValidationStep step = validated(schema, JSON.readValue(answer.body(), Object.class));
        if (!step.isValid()) {
            mistakes.add(verb + " " + path + " " + answer.status() + ": " + failures(step) + " in " + answer.body());
        }
        return mistakes;
    }

    private static ValidationStep validated(Map<String, Object> schema, Object instance) {
        DocumentLoader loader = new DocumentLoader(new UriReader(), text -> {
            try {
                return JSON.readValue(text, Object.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        SchemaStore schemas = new SchemaStore(loader);
        schemas.registerDraft202012();
        schemas.register(DOCUMENT, schema);
        return new Validator()
                .validate(schemas.getSchema(DOCUMENT, SchemaVersion.Draft202012), new JsonInstance(instance));
    }

    private static List<String> failures(ValidationStep step) {
        List<String> failures = new ArrayList<>();
        if (!step.isValid()) {
            if (step.getSteps().isEmpty() && step.getMessage() != null) {
                failures.add(
                        step.getInstanceLocation() + " " + step.getMessage().getText());
            }
            step.getSteps().forEach(below -> failures.addAll(failures(below)));
        }
        return failures;
    }
}
