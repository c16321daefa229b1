package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.List;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** A send inside a JTA transaction is part of it, and so is its log line. */
@ArquillianTest
@Execution(SAME_THREAD)
public class TransactionIT {

    private static final long SOON = 10_000;

    /** Long enough for a sent message to arrive, which takes some milliseconds. */
    private static final long LONG_ENOUGH = 500;

    @Inject
    Tasks tasks;

    @Inject
    Received received;

    @Resource
    UserTransaction transaction;

    @Deployment
    public static EnterpriseArchive application() {
        return InContainer.applicationWith(TransactionIT.class, Received.class, ServerFile.class);
    }

    @Test
    void a_committed_transaction_sends_exactly_one_message_and_not_before() throws Exception {
        transaction.begin();
        tasks.delay(Received::receive, "committed");
        assertNull(received.next(LONG_ENOUGH), "nothing is there before the commit");
        transaction.commit();

        assertEquals("committed", received.next(SOON));
        assertNull(received.next(LONG_ENOUGH), "one message was sent, not more");
    }

    @Test
    void a_line_says_that_a_task_was_sent_only_after_the_commit_and_with_the_senders_request() throws Exception {
        transaction.begin();
        String id;
        try (LogScope scope = LogContext.bind("request_id", "committed-later")) {
            id = tasks.delay(Received::receive, "committed with a line").id();
        }
        assertEquals(List.of(), created(id));
        transaction.commit();

        assertEquals("committed with a line", received.next(SOON));
        ServerFile.await("the creation of " + id, line -> isCreation(line, id));
        assertEquals(1, created(id).size());
        assertEquals("committed-later", created(id).get(0).getString("request_id"));
    }

    @Test
    void no_line_says_that_a_task_was_sent_whose_transaction_was_rolled_back() throws Exception {
        transaction.begin();
        String never = tasks.delay(Received::receive, "rolled back").id();
        transaction.rollback();
        String sent = tasks.delay(Received::receive, "after it").id();

        assertEquals("after it", received.next(SOON));
        ServerFile.await("the creation of " + sent, line -> isCreation(line, sent));
        assertEquals(List.of(), created(never));
    }

    private static List<JsonObject> created(String id) throws IOException {
        return ServerFile.all(line -> isCreation(line, id));
    }

    private static boolean isCreation(JsonObject line, String id) {
        return line.getString("event", "").equals("async_task_created")
                && line.getString("task_id", "").equals(id);
    }

    @Test
    void a_rolled_back_transaction_sends_nothing() throws Exception {
        transaction.begin();
        tasks.delay(Received::receive, "rolled back");
        transaction.rollback();
        tasks.delay(Received::receive, "after it");

        assertEquals("after it", received.next(SOON));
        assertNull(received.next(LONG_ENOUGH), "what was rolled back was never sent");
    }

    @Test
    void without_a_transaction_it_is_sent_at_once() throws Exception {
        tasks.delay(Received::receive, "at once");

        assertEquals("at once", received.next(SOON));
        assertEquals(List.of(), received.rest());
    }
}
