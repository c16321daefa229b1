package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** What the JDK's loggers and the server itself log on a thread has the context of that thread, on every server. */
@Tag("long")
@ArquillianTest
@Execution(SAME_THREAD)
public class ServerLogsIT {

    private static final String LOGGER = "third.party.Library";

    /** Identifies this run's lines. */
    private final String mark = UUID.randomUUID().toString();

    private LogScope scope;

    @EJB
    Failing failing;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(ServerLogsIT.class, Failing.class, ServerFile.class);
    }

    @BeforeEach
    void bind() {
        scope = LogContext.bind("order_id", 7, "mark", mark);
    }

    @AfterEach
    void unbind() {
        scope.close();
    }

    @Test
    void a_line_of_the_jdks_logger() throws Exception {
        Logger.getLogger(LOGGER).log(Level.WARNING, "{0} of {1} by jul, " + mark, new Object[] {1, "many"});

        assertLine(ServerFile.event("1 of many by jul, " + mark), "warning");
    }

    @Test
    void a_line_of_the_platforms_logger() throws Exception {
        System.getLogger(LOGGER).log(System.Logger.Level.ERROR, "{0} of {1} by system, " + mark, 1, "many");

        assertLine(ServerFile.event("1 of many by system, " + mark), "error");
    }

    @Test
    void what_the_server_says_of_a_bean_that_fails() throws Exception {
        assertThrows(EJBException.class, () -> failing.fail(mark));

        ServerFile.await("the server's, of the bean that failed", line -> mark.equals(line.getString("mark", "")));
        List<JsonObject> lines = ServerFile.all(line -> mark.equals(line.getString("mark", "")));
        assertFalse(lines.isEmpty());
        for (JsonObject line : lines) {
            assertEquals(7, line.getInt("order_id"), line::toString);
            assertTrue(Set.of("warning", "error").contains(line.getString("level")), line::toString);
            assertFalse(line.getString("logger").startsWith("no.abakus"), line::toString);
        }
        assertTrue(
                lines.stream().anyMatch(line -> line.getString("event").contains("Failing")),
                () -> "one names the bean: " + lines);
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.containsKey("exception")
                                && line.get("exception").toString().contains(mark)),
                () -> "one has the exception: " + lines);
    }

    private static void assertLine(JsonObject line, String level) {
        assertEquals(LOGGER, line.getString("logger"));
        assertEquals(level, line.getString("level"));
        assertEquals(7, line.getInt("order_id"));
    }
}
