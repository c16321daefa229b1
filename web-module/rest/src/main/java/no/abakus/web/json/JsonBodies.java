package no.abakus.web.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import no.abakus.jackson.core.JsonFactory;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.core.StreamReadConstraints;
import no.abakus.jackson.core.StreamReadFeature;
import no.abakus.jackson.databind.DatabindException;
import no.abakus.jackson.databind.DeserializationFeature;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.jackson.databind.MapperFeature;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.PropertyNamingStrategies;
import no.abakus.jackson.databind.SerializationFeature;
import no.abakus.jackson.databind.json.JsonMapper;
import no.abakus.jackson.databind.module.SimpleModule;
import no.abakus.jackson.databind.type.LogicalType;
import no.abakus.jackson.datatype.jsr310.JavaTimeModule;
import no.abakus.jackson.jakarta.rs.json.JacksonJsonProvider;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * Reads and writes the JSON bodies of a JAX-RS application: names in snake_case, instants in ISO-8601. This provider is
 * strict: it rejects unknown members, duplicate members and text after the end. It is Jackson's own provider with a
 * size limit, and with errors that a client understands. Thread-safe.
 *
 * <p>This class is not marked as a provider, so no server registers it unasked. List it in {@code
 * Application.getClasses()}.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBodies extends JacksonJsonProvider {

    /**
     * The maximum size of a body in bytes. It is below the sizes at which servers close the connection instead of
     * responding.
     */
    public static final int LIMIT = 10_000_000;

    /**
     * Properties for an application that has this provider. By default, Payara's JAX-RS (Jersey) prefers its own JSON
     * provider. These properties make Jersey leave its own provider out. Other implementations ignore them.
     */
    public static final Map<String, Object> ALONE = Map.of(
            "jersey.config.jsonFeature", JsonBodies.class.getSimpleName(), "jersey.config.disableJsonBinding", true);

    private static final ProblemType TOO_LARGE = new ProblemType("body-too-large", 413, "Body too large");
    private static final ProblemType BAD_JSON = new ProblemType("bad-json", 400, "Not JSON");
    private static final ProblemType BAD_BODY = new ProblemType("bad-body", 400, "Unexpected body");

    private static final int DEEPEST = 200;
    private static final int LONGEST_NAME = 10_000;

    private static final ObjectMapper MAPPER = mapper();

    private final ObjectMapper json;

    public JsonBodies() {
        this(MAPPER);
    }

    private JsonBodies(ObjectMapper json) {
        super(json);
        this.json = json;
    }

    private static ObjectMapper mapper() {
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LIMIT)
                        .build())
                .build();
        return JsonMapper.builder(json)
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(Instant.class, new StrictInstant()))
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(Coercions::refuse)
                .withCoercionConfig(LogicalType.Textual, Coercions::refuseAll)
                .build();
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = bounded(headers, body);
        if (bytes.length == 0) {
            throw new ProblemException(BAD_JSON, "The body is empty; send a JSON object, or {} if it has no members");
        }
        try {
            String text = JsonText.of(bytes);
            JsonScan.check(json.getFactory(), text);
            return json.readerFor(json.constructType(genericType))
                    .readValue(new ExactParser(json.getFactory().createParser(text)));
        } catch (DatabindException e) {
            throw new ProblemException(BAD_BODY, Misfit.describe(e), e);
        } catch (JsonProcessingException e) {
            throw new ProblemException(BAD_JSON, Misfit.describe(e), e);
        }
    }

    /**
     * Converts the members of a body to another type, as strictly as when a body of that type is read.
     *
     * @throws ProblemException 400 {@code bad-body} if the members do not fit
     */
    public static <T> T convert(Map<String, ?> members, Class<T> type) {
        try {
            return MAPPER.readerFor(type).readValue(MAPPER.<JsonNode>valueToTree(members));
        } catch (DatabindException e) {
            throw new ProblemException(BAD_BODY, Misfit.describe(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("A tree in memory could not be read", e);
        }
    }

    /** Returns a value as JSON on one line, as the body of a response would be. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A value could not be written as JSON", e);
        }
    }

    private static byte[] bounded(MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        // A body whose announced length is too large is rejected unread.
        byte[] bytes = announced(headers) > LIMIT ? null : body.readNBytes(LIMIT + 1);
        if (bytes == null || bytes.length > LIMIT) {
            throw new ProblemException(TOO_LARGE, "A body may have " + LIMIT + " bytes at most");
        }
        return bytes;
    }

    private static long announced(MultivaluedMap<String, String> headers) {
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
