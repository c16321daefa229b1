package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.SampleMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One connection for many sends, and what happens to it when something breaks or ends. */
@ExtendWith(EmbeddedBroker.class)
class KeptConnectionTest {

    private static final Route ROUTE = new Route("kept", 4);

    private final List<JMSContext> opened = new ArrayList<>();
    private final List<List<Object>> logins = new ArrayList<>();
    private int refusals;
    private final ConnectionFactory factory = (ConnectionFactory) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {ConnectionFactory.class}, (proxy, method, args) -> {
                if (refusals-- > 0) {
                    throw new JMSRuntimeException("the broker is away");
                }
                logins.add(args == null ? List.of() : Arrays.asList(args));
                try {
                    JMSContext made = (JMSContext) method.invoke(EmbeddedBroker.connections(), args);
                    opened.add(made);
                    return made;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    private final KeptConnection connection = new KeptConnection(factory);
    private final JmsTransport transport =
            new JmsTransport(connection, TaskClock.system(), Parking.NONE, QueueNames.PLAIN);

    @Test
    void sends_share_a_connection_and_one_after_the_other_a_context() {
        transport.send(ROUTE, SampleMessages.minimal("1"));
        transport.send(ROUTE, SampleMessages.minimal("2"));

        assertThat(opened).hasSize(1);
        try (SendingContext first = connection.borrow()) {
            JMSContext jms = first.jms();
            first.close();
            assertThat(connection.borrow().jms()).isSameAs(jms);
        }
    }

    @Test
    void those_who_send_at_once_have_a_context_each() {
        try (SendingContext first = connection.borrow();
                SendingContext second = connection.borrow()) {
            assertThat(first.jms()).isNotSameAs(second.jms());
        }
        assertThat(opened).hasSize(1);
    }

    @Test
    void a_login_is_the_connections() {
        try (KeptConnection ours = new KeptConnection(factory, "batch", "secret")) {
            ours.borrow().close();
        }
        assertThat(logins).containsExactly(List.of("batch", "secret"));
    }

    @Test
    void a_broker_that_was_away_is_found_by_the_next_send() {
        refusals = 1;

        assertThatThrownBy(() -> transport.send(ROUTE, SampleMessages.minimal("1")))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("the broker is away");
        transport.send(ROUTE, SampleMessages.minimal("2"));

        assertThat(opened).hasSize(1);
    }

    @Test
    void work_after_the_commit_waits_for_sends_that_belong_together() {
        List<String> done = new ArrayList<>();
        connection.afterCommit(() -> done.add("alone"));
        connection.together(() -> {
            connection.afterCommit(() -> done.add("together"));
            connection.apart(() -> {
                connection.afterCommit(() -> done.add("apart"));
                return null;
            });
            assertThat(done).containsExactly("alone", "apart");
            return null;
        });
        assertThat(done).containsExactly("alone", "apart", "together");

        assertThatThrownBy(() -> connection.together(() -> {
                    connection.afterCommit(() -> done.add("rolled back"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(done).hasSize(3);
    }

    @Test
    void a_connection_that_broke_is_replaced_after_the_send_that_found_out() {
        transport.send(ROUTE, SampleMessages.minimal("1"));
        opened.get(0).close();
        try (SendingContext idle = connection.borrow()) {
            idle.jms().close();
        }

        assertThatThrownBy(() -> transport.send(ROUTE, SampleMessages.minimal("2")))
                .isInstanceOf(OperationalException.class);
        transport.send(ROUTE, SampleMessages.minimal("3"));

        assertThat(opened).hasSize(2);
    }

    @Test
    void one_context_that_cannot_be_closed_keeps_neither_the_others_nor_the_connection_open() {
        List<String> closed = new ArrayList<>();
        KeptConnection ours = new KeptConnection(failingAt("close", closed));
        SendingContext first = ours.borrow();
        SendingContext second = ours.borrow();
        first.close();
        second.close();

        ours.close();

        assertThat(closed).containsExactly("context", "context", "connection");
    }

    @Test
    void sends_that_are_committed_together_are_sent_even_if_their_context_cannot_be_closed() {
        List<String> closed = new ArrayList<>();
        KeptConnection ours = new KeptConnection(failingAt("close", closed));

        assertThat(ours.together(() -> "sent")).isEqualTo("sent");
        ours.close();

        assertThat(closed).containsExactly("context", "connection");
    }

    @Test
    void a_context_without_a_producer_is_closed() {
        List<String> closed = new ArrayList<>();
        KeptConnection ours = new KeptConnection(failingAt("createProducer", closed));

        assertThatThrownBy(ours::borrow).isInstanceOf(JMSRuntimeException.class);

        assertThat(closed).containsExactly("context", "connection");
    }

    @Test
    void a_connection_that_is_lost_while_it_is_opened_is_closed() {
        List<String> closed = new ArrayList<>();
        KeptConnection ours = new KeptConnection(failingAt("setExceptionListener", closed));

        assertThatThrownBy(ours::borrow).isInstanceOf(JMSRuntimeException.class);

        assertThat(closed).containsExactly("connection");
    }

    /** Connections without a broker, on which this method fails. They record what was closed. */
    private static ConnectionFactory failingAt(String failing, List<String> closed) {
        return (ConnectionFactory) Proxy.newProxyInstance(
                KeptConnectionTest.class.getClassLoader(),
                new Class<?>[] {ConnectionFactory.class},
                (proxy, method, args) -> context("connection", failing, closed));
    }

    private static JMSContext context(String name, String failing, List<String> closed) {
        return (JMSContext) Proxy.newProxyInstance(
                KeptConnectionTest.class.getClassLoader(), new Class<?>[] {JMSContext.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        closed.add(name);
                    }
                    if (method.getName().equals(failing)) {
                        throw new JMSRuntimeException("the connection is lost");
                    }
                    return method.getName().equals("createContext") ? context("context", failing, closed) : null;
                });
    }

    @Test
    void closing_waits_for_sends_under_way_and_refuses_later_ones() {
        SendingContext underWay = connection.borrow();

        connection.close();
        underWay.producer().send(underWay.jms().createQueue("abakus.kept"), "still there");
        underWay.close();

        assertThatThrownBy(() -> underWay.jms().createTextMessage("gone")).isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> transport.send(ROUTE, SampleMessages.minimal("1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed");
        connection.close();
    }
}
