package no.abakus.tasks.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.openapiparser.OpenApiParser;
import io.openapiparser.OpenApiResult;
import io.openapiparser.OpenApiSchemas;
import io.openapiparser.ValidationError;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.DocumentStore;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.validator.Validator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.SerializationFeature;
import no.abakus.tasks.console.call.CallMembers;
import no.abakus.tasks.console.problem.BadQueries;
import no.abakus.tasks.console.rest.ConsoleApi;
import org.junit.jupiter.api.Test;

/** The description of the API in the archive says what the code does, and is valid OpenAPI. */
class OpenApiTest {

    private static final java.nio.file.Path KEPT = java.nio.file.Path.of("src/main/webapp" + OpenApiResource.FILE);
    private static final java.nio.file.Path MADE = java.nio.file.Path.of("target/openapi.json");
    /** In an order that is the same in each run. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Collection<Class<?>> classes = Stream.concat(
                    new ConsoleApi().getClasses().stream(), Stream.of(LiveCall.class))
            .toList();

    @Test
    void the_file_in_the_archive_is_what_the_code_says() throws Exception {
        String made = JSON.writeValueAsString(new ApiDocument(classes, new ApiProblems()).whole()) + "\n";
        Files.writeString(MADE, made);

        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("%s differs from the code; if the change of the API is meant, copy %s there", KEPT, MADE)
                .isEqualTo(made);
    }

    @Test
    void it_is_valid() throws Exception {
        assertThat(mistakes(Files.readString(KEPT))).isEmpty();
        assertThat(mistakes(Files.readString(KEPT).replace("\"info\" :", "\"inf\" :")))
                .as("a mistake is noticed")
                .isNotEmpty();
    }

    private static List<String> mistakes(String document) throws IOException {
        DocumentLoader loader = new DocumentLoader(new UriReader(), text -> {
            try {
                return JSON.readValue(text, Object.class);
            } catch (IOException e) {
                throw new IllegalArgumentException(text, e);
            }
        });
        SchemaStore schemas = new SchemaStore(loader);
        schemas.registerDraft202012();
        schemas.register(OpenApiSchemas.OPENAPI_SCHEMA_31_ID, OpenApiSchemas.OPENAPI_SCHEMA_31);
        OpenApiResult result = new OpenApiParser(new DocumentStore(), loader)
                .parse(URI.create("file:///openapi.json"), JSON.readValue(document, Object.class));
        boolean isValid = result.validate(new Validator(), schemas);
        List<String> mistakes = new ArrayList<>();
        for (ValidationError error : result.getValidationErrors()) {
            mistakes.add(error.getInstanceLocation() + ": " + error.getText());
        }
        return isValid ? List.of() : mistakes;
    }

    @Test
    void each_call_is_described() {
        assertThat(ApiDocument.undescribed(classes)).isEmpty();
        assertThat(ApiDocument.undescribed(List.of(Undescribed.class))).hasSize(1);
    }

    @Path("undescribed")
    public static final class Undescribed {
        @GET
        public String answer() {
            return "";
        }
    }

    /** Servlets below the API are not found by JAX-RS's annotations. */
    @Test
    void the_only_servlet_of_the_api_is_described() {
        List<String> patterns = new ClassFileImporter()
                .importPackages("no.abakus.tasks.console").stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .flatMap(type -> Stream.of(
                                type.getAnnotationOfType(WebServlet.class).urlPatterns()))
                        .sorted()
                        .toList();

        assertThat(patterns).containsExactly("/", "/api/live");
    }

    @Test
    void each_option_of_a_call_is_described() {
        assertThat(ApiSchemas.callMembers()).containsExactlyInAnyOrderElementsOf(CallMembers.names());
    }

    /** One class reports bad queries, so that none is reported without its position. */
    @Test
    void each_bad_query_names_a_position() throws Exception {
        assertThat(new ApiProblems().ofTheConsole().entrySet())
                .filteredOn(known -> known.getValue().contains("bad-query"))
                .extracting(Map.Entry::getKey)
                .containsExactly(BadQueries.class.getName());
    }

    /** A class that can report a problem must have a call, or serve calls, whose description lists the problem. */
    @Test
    void each_problem_of_the_console_is_described() throws Exception {
        ApiProblems problems = new ApiProblems();
        String all = new ApiDocument(classes, problems).whole().get("paths").toString()
                + new ApiDocument(classes, problems).whole().get("components");

        for (Map.Entry<String, List<String>> known : problems.ofTheConsole().entrySet()) {
            assertThat(known.getValue()).as(known.getKey()).allMatch(all::contains);
        }
        for (Class<?> resource : classes.stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .toList()) {
            String own = new ApiDocument(List.of(resource), problems)
                    .whole()
                    .get("paths")
                    .toString();
            assertThat(problems.ofTheConsole().getOrDefault(resource.getName(), List.of()))
                    .as(resource.getName())
                    .allMatch(own::contains);
        }
    }
}
