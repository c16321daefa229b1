package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.ControlListener;
import no.abakus.tasks.port.ControlMessage;
import org.junit.jupiter.api.Test;

/** The contract of every channel between nodes. The test of a channel extends this class. */
public abstract class ControlChannelContract {

    private static final ControlMessage QUESTION = new ControlMessage(
            "ping",
            "q-1",
            "node-a",
            "run-a",
            Optional.empty(),
            "{\"args\":[\"ø\"]}",
            Instant.parse("2026-01-01T12:00:00Z"));
    private static final ControlMessage ANSWER =
            new ControlMessage("answer", "", "node-b", "run-b", Optional.of("run-a"), "", Instant.EPOCH);

    /** The channel. */
    protected abstract ControlChannel channel() throws Exception;

    /** A channel whose broker is out of reach. */
    protected abstract ControlChannel unreachable() throws Exception;

    /** Makes this listener receive all messages from now on. */
    protected abstract void join(ControlListener listener) throws Exception;

    @Test
    void what_is_said_is_heard_by_all_as_it_was_said() throws Exception {
        BlockingQueue<ControlMessage> first = new LinkedBlockingQueue<>();
        BlockingQueue<ControlMessage> second = new LinkedBlockingQueue<>();
        join(first::add);
        join(second::add);

        channel().tell(QUESTION);
        channel().tell(ANSWER);

        for (BlockingQueue<ControlMessage> heard : List.of(first, second)) {
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(QUESTION);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(ANSWER);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void what_cannot_be_said_is_an_operational_exception() {
        assertThatThrownBy(() -> unreachable().tell(QUESTION))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("The broker did not take the message");
    }
}
