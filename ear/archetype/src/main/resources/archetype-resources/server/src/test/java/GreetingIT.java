package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
#if( $archive == "ear" )
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
#else
import org.jboss.shrinkwrap.api.spec.WebArchive;
#end
import org.junit.jupiter.api.Test;

/** Tests the archive on a server, over HTTP and with the server's broker and database. */
@ArquillianTest
public class GreetingIT {

    private static final String GREETINGS = "http://localhost:9080/${artifactId}/api/greetings/";

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    public static Archive<?> application() {
        File file = new File(System.getProperty("application.file"));
#if( $archive == "ear" )
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file);
#else
        return ShrinkWrap.createFromZipFile(WebArchive.class, file);
#end
    }

    @Test
    void a_request_sends_a_task_which_a_worker_runs() throws Exception {
        String id = send(HttpRequest.newBuilder().POST(BodyPublishers.noBody()), "Ada");

        assertEquals("Hello, Ada", send(HttpRequest.newBuilder().GET(), "results/" + id));
    }

    private String send(HttpRequest.Builder request, String path) throws Exception {
        return client.send(request.uri(URI.create(GREETINGS + path)).build(), BodyHandlers.ofString())
                .body();
    }
}
