package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import no.abakus.it.server.EveryLine;
import no.abakus.it.server.Line;
import no.abakus.it.server.ManagementCli;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** An operator chooses the layout of lines while the server runs, with the server's own console. */
@Tag("long")
@ArquillianTest
@Execution(SAME_THREAD)
@RunAsClient
public class LogFormatIT {

    private static final String HANDLER = "/subsystem=logging/custom-handler=ABAKUS";
    private static final int PORT_OFFSET = 2000;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(LogFormatIT.class);
    }

    @Test
    void lines_are_laid_out_anew_from_the_next_one_on_and_back_again() throws Exception {
        String before = request();
        format("ecs");
        String between;
        try {
            between = request();
        } finally {
            format("abakus");
        }
        String after = request();

        assertTrue(finished(before, "request_id", "event"));
        assertTrue(finished(between, "http.request.id", "message"));
        assertTrue(finished(after, "request_id", "event"));
    }

    private static boolean finished(String id, String idKey, String eventKey) {
        return EveryLine.ofArquillian().stream()
                .map(Line::json)
                .anyMatch(line -> line.path(idKey).asText().equals(id)
                        && line.path(eventKey).asText().equals("request_finished"));
    }

    private static String request() throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (8080 + PORT_OFFSET) + "/abakus/api/health/live"))
                .header("X-Request-ID", id)
                .build();
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode());
        return id;
    }

    private static void format(String name) {
        ManagementCli.at(9990 + PORT_OFFSET)
                .run(HANDLER + ":write-attribute(name=properties,value={format=" + name + "})");
    }
}
