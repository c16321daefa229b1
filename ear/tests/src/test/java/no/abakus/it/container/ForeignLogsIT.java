package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import java.util.List;
import java.util.UUID;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.apache.logging.log4j.ThreadContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.logging.Logger;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;

/**
 * All logging APIs besides the JDK's that WildFly offers to applications end in the same lines: with the context of the
 * thread, with the framework's own fields, and with each key once.
 */
@ArquillianTest
@Execution(SAME_THREAD)
@Tag("long")
public class ForeignLogsIT {

    private static final String LOGGER = "third.party.Library";

    /** Identifies this run's lines. */
    private final String mark = UUID.randomUUID().toString();

    private LogScope scope;

    @PersistenceUnit(unitName = "foreign-logs")
    EntityManagerFactory entities;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(
                war -> war.addAsResource("foreign-logs-persistence.xml", "META-INF/persistence.xml"),
                ForeignLogsIT.class,
                ServerFile.class);
    }

    @BeforeEach
    void bind() {
        scope = LogContext.bind("order_id", 7, "tenant", "from the context");
    }

    @AfterEach
    void unbind() {
        scope.close();
        ThreadContext.clearAll();
        org.slf4j.MDC.clear();
        org.jboss.logging.MDC.clear();
    }

    @Test
    void jboss_logging_with_its_mdc_and_exception() throws Exception {
        org.jboss.logging.MDC.put("seat", "12");
        org.jboss.logging.MDC.put("tenant", "from the MDC");
        Logger.getLogger(LOGGER).errorf(new IllegalStateException("boom"), "%s of %s by jboss, %s", 1, "many", mark);

        JsonObject line = line("1 of many by jboss, " + mark, "error");
        assertEquals("12", line.getString("seat"));
        assertEquals("from the context", line.getString("tenant"));
        assertEquals("boom", line.getJsonObject("exception").getString("message"));
    }

    @Test
    void slf4j_with_its_mdc() throws Exception {
        org.slf4j.MDC.put("seat", "13");
        org.slf4j.MDC.put("tenant", "from the MDC");
        LoggerFactory.getLogger(LOGGER)
                .warn("{} of {} by slf4j, {}", 1, "many", mark, new IllegalStateException("boom"));

        JsonObject line = line("1 of many by slf4j, " + mark, "warning");
        assertEquals("13", line.getString("seat"));
        assertEquals("from the context", line.getString("tenant"));
        assertEquals("boom", line.getJsonObject("exception").getString("message"));
    }

    @Test
    void slf4j_with_its_key_values_in_their_types() throws Exception {
        LoggerFactory.getLogger(LOGGER)
                .atInfo()
                .addKeyValue("attempt", 2)
                .addKeyValue("user", "Ola Nordmann")
                .addKeyValue("tenant", "from the call")
                .addMarker(MarkerFactory.getMarker("MAIL"))
                .log("{} by fluent slf4j, {}", "sent", mark);

        JsonObject line = line("sent by fluent slf4j, " + mark, "info");
        assertEquals(2, line.getInt("attempt"));
        assertEquals("Ola Nordmann", line.getString("user"));
        assertEquals("from the call", line.getString("tenant"));
        assertEquals("MAIL", line.getJsonArray("markers").getString(0));
    }

    @Test
    void log4j_with_its_thread_context() throws Exception {
        ThreadContext.put("seat", "14");
        ThreadContext.put("tenant", "from the ThreadContext");
        org.apache.logging.log4j.LogManager.getLogger(LOGGER)
                .error("{} of {} by log4j, {}", 1, "many", mark, new IllegalStateException("boom"));

        JsonObject line = line("1 of many by log4j, " + mark, "error");
        assertEquals("14", line.getString("seat"));
        assertEquals("from the context", line.getString("tenant"));
        assertEquals("boom", line.getJsonObject("exception").getString("message"));
    }

    @Test
    void hibernate() throws Exception {
        try (LogScope own = LogContext.bind("mark", mark)) {
            EntityManager manager = entities.createEntityManager();
            assertThrows(PersistenceException.class, () -> manager.createNativeQuery("select nowhere from nothing")
                    .getResultList());
            manager.close();
        }

        List<JsonObject> lines =
                ServerFile.all(line -> line.getString("mark", "").equals(mark));
        assertFalse(lines.isEmpty());
        assertTrue(lines.stream().allMatch(line -> line.getString("logger").startsWith("org.hibernate")));
        assertTrue(lines.stream().allMatch(line -> line.getInt("order_id") == 7));
        assertTrue(lines.stream().anyMatch(line -> line.getString("event").contains("NOTHING")));
    }

    @Test
    void the_servers_own_from_its_start_on() throws Exception {
        List<JsonObject> lines =
                ServerFile.all(line -> line.getString("logger", "").equals("org.jboss.as"));

        assertTrue(lines.stream().anyMatch(line -> line.getString("event").contains("WFLYSRV0049")));
    }

    private static JsonObject line(String event, String level) throws Exception {
        JsonObject line = ServerFile.event(event);
        assertEquals(LOGGER, line.getString("logger"));
        assertEquals(level, line.getString("level"));
        assertEquals(7, line.getInt("order_id"));
        return line;
    }
}
