package no.abakus.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import no.abakus.tasks.Tasks;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** A send inside a JTA transaction is part of it. */
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
        return InContainer.applicationWith(TransactionIT.class, Received.class);
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
