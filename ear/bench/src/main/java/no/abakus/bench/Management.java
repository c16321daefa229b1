package no.abakus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls WildFly's management API over HTTP. */
public final class Management {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BROKER = List.of("subsystem", "messaging-activemq", "server", "default");

    private final URI address;
    private final Authenticator authenticator;

    public Management(URI server, ManagementUser user) {
        this.address = server.resolve("/management");
        this.authenticator = new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.name(), user.password().toCharArray());
            }
        };
    }

    /** Returns the name and the version that the server reports. */
    String version() throws IOException {
        return attribute(List.of(), "product-name") + " " + attribute(List.of(), "product-version");
    }

    /**
     * Returns how the broker writes its journal. At its start, the broker chooses AIO, or NIO if the library for AIO is
     * missing.
     */
    String journal() throws IOException {
        return attribute(BROKER, "runtime-journal-type");
    }

    private String attribute(List<String> resource, String name) throws IOException {
        return execute("read-attribute", resource, Map.of("name", name)).asText();
    }

    /**
     * Executes an operation.
     *
     * @param resource the resource's address, as alternating keys and values
     * @return the result of the operation
     */
    public JsonNode execute(String operation, List<String> resource, Map<String, ?> parameters) throws IOException {
        Map<String, Object> request = new LinkedHashMap<>(parameters);
        request.put("operation", operation);
        request.put("address", resource);
        // Of the JDK's two HTTP clients, only this one supports digest authentication.
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setAuthenticator(authenticator);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            JSON.writeValue(body, request);
        }
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (body == null) {
                throw new IOException(
                        "The server answered " + operation + " on " + resource + " with " + status + " and no body");
            }
            JsonNode answer = JSON.readTree(body);
            if (status >= 400) {
                throw new IOException("The server refused " + operation + " on " + resource + ": " + answer);
            }
            return answer.path("result");
        }
    }
}
