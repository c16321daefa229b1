package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;
import java.util.UUID;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.jms.JmsLogContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** A request keeps its id through a hand-written producer and a hand-written message-driven bean, and on into a task. */
@Tag("long")
@ArquillianTest
@Execution(SAME_THREAD)
public class PlainMessagesIT {

    private static final long SOON = 20_000;

    @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
    ConnectionFactory connections;

    @Resource(lookup = "java:app/jms/tests/plain")
    Queue queue;

    @Inject
    JmsLogContext logContext;

    @Inject
    Received received;

    private final String mark = UUID.randomUUID().toString();

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(
                PlainMessagesIT.class, PlainListener.class, Received.class, ServerFile.class);
    }

    @Test
    void the_request_id_travels_with_a_producers_message() throws Exception {
        try (JMSContext jms = connections.createContext();
                LogScope scope = LogContext.bind("request_id", "by-producer-" + mark, "log_level", "debug")) {
            logContext.into(jms.createProducer()).send(queue, mark);
        }

        assertChain("by-producer-" + mark);
    }

    @Test
    void the_request_id_travels_with_a_message() throws Exception {
        try (JMSContext jms = connections.createContext();
                LogScope scope = LogContext.bind("request_id", "by-message-" + mark)) {
            TextMessage message = jms.createTextMessage(mark);
            jms.createProducer().send(queue, logContext.into(message));
        }

        assertChain("by-message-" + mark);
    }

    @Test
    void a_message_without_a_context_says_only_that_nobody_knows_its_sender() throws Exception {
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer().send(queue, mark);
        }

        assertEquals(mark, received.next(SOON));
        assertFalse(line("plain_message_received").containsKey("request_id"));
    }

    private void assertChain(String requestId) throws Exception {
        assertEquals(mark, received.next(SOON));
        JsonObject own = line("plain_message_received");
        assertEquals(requestId, own.getString("request_id"));
        assertEquals(PlainListener.class.getName(), own.getString("logger"));
        assertFalse(own.getString("abakus_sender").isEmpty());
        assertFalse(own.containsKey("log_level"));
        JsonObject created = ServerFile.await(
                "the creation of the task",
                line -> line.getString("event", "").equals("async_task_created")
                        && line.getString("request_id", "").equals(requestId));
        JsonObject ended = ServerFile.await(
                "the end of the task",
                line -> line.getString("event", "").equals("task_succeeded")
                        && line.getString("task_id", "").equals(created.getString("task_id")));
        assertEquals(requestId, ended.getString("request_id"));
    }

    private JsonObject line(String event) throws Exception {
        return ServerFile.await(
                event,
                line -> line.getString("event", "").equals(event)
                        && line.getString("text", "").equals(mark));
    }
}
