package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.IllegalStateRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.transaction.Status;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedBroker.class)
class TransactionContextsTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final List<JMSContext> opened = new ArrayList<>();
    private final ConnectionFactory connections = recording(opened::add);
    private final JmsTransport transport = new JmsTransport(
            connections, TaskClock.system(), transactions, BrokerTraits.UNKNOWN, Parking.NONE, QueueNames.PLAIN);
    private final String queue = "transactions." + UUID.randomUUID();

    @Test
    void all_sends_of_a_transaction_go_over_one_context() throws Exception {
        transactions.begin();
        send("1");
        send("2");
        send("3");

        assertThat(opened).hasSize(1);
        assertOpen(opened.get(0));
        transactions.commit();
        assertClosed(opened.get(0));
        assertThat(arrived()).isEqualTo(3);
    }

    @Test
    void a_transaction_that_is_rolled_back_closes_its_context_too() {
        transactions.begin();
        send("1");

        transactions.rollback();

        assertClosed(opened.get(0));
    }

    @Test
    void the_next_transaction_has_a_context_of_its_own() {
        for (int i = 0; i < 2; i++) {
            transactions.begin();
            send("in-" + i);
            transactions.commit();
        }

        assertThat(opened).hasSize(2);
    }

    @Test
    void a_transaction_that_ends_while_its_context_is_opened_leaves_no_context_open() {
        ConnectionFactory slow = recording(context -> {
            opened.add(context);
            transactions.in(Status.STATUS_MARKED_ROLLBACK);
        });
        SendingContexts contexts = new TransactionContexts(slow, transactions);
        transactions.begin();

        assertThatThrownBy(contexts::borrow).isInstanceOf(IllegalStateException.class);

        assertThat(opened).hasSize(1).allSatisfy(TransactionContextsTest::assertClosed);
    }

    @Test
    void outside_of_a_transaction_each_send_has_its_own_and_closes_it() {
        send("1");
        send("2");

        assertThat(opened).hasSize(2).allSatisfy(TransactionContextsTest::assertClosed);
    }

    @Test
    void what_is_sent_while_the_transaction_completes_still_arrives() throws Exception {
        transactions.begin();
        send("1");
        transactions.registerInterposedSynchronization(new jakarta.transaction.Synchronization() {
            @Override
            public void beforeCompletion() {
                send("2");
            }

            @Override
            public void afterCompletion(int status) {}
        });

        transactions.commit();

        assertThat(arrived()).isEqualTo(2);
        assertThat(opened).allSatisfy(TransactionContextsTest::assertClosed);
    }

    @Test
    void a_delay_of_one_send_is_not_the_delay_of_the_next() throws Exception {
        transactions.begin();
        transport.send(
                new Route(queue, 4),
                SampleMessages.draft("later")
                        .eta(TaskClock.system().now().plusSeconds(3600))
                        .message());
        send("now");
        transactions.commit();

        assertThat(arrived()).isEqualTo(1);
    }

    private void send(String id) {
        transport.send(new Route(queue, 4), SampleMessages.minimal(id));
    }

    private int arrived() throws Exception {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            return JmsHarness.browse(jms, QueueNames.PLAIN.atBroker(queue)).size();
        }
    }

    private static void assertOpen(JMSContext context) {
        context.createTextMessage();
    }

    private static void assertClosed(JMSContext context) {
        assertThatThrownBy(context::createTextMessage).isInstanceOf(IllegalStateRuntimeException.class);
    }

    private static ConnectionFactory recording(Consumer<JMSContext> opened) {
        ConnectionFactory real = EmbeddedBroker.connections();
        return (ConnectionFactory) Proxy.newProxyInstance(
                TransactionContextsTest.class.getClassLoader(),
                new Class<?>[] {ConnectionFactory.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(real, arguments);
                    if (result instanceof JMSContext context) {
                        opened.accept(context);
                    }
                    return result;
                });
    }
}
