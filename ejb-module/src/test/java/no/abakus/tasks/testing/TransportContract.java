package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.abakus.logging.LogContext;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import org.junit.jupiter.api.Test;

/** What every transport does with a message between {@code send} and its settlement. */
@SuppressWarnings("JUnitClassModifiers") // to be extended in other packages
public abstract class TransportContract {

    /** A queue of its own per test, so that nothing is left over from another. */
    private final String queue = "contract." + UUID.randomUUID();

    /** The transport under test. */
    protected abstract TransportHarness harness();

    @Test
    void a_message_arrives_as_it_was_sent() {
        TaskMessage message = SampleMessages.ours(SampleMessages.everything());

        send(message, 4);

        assertThat(next().message()).isEqualTo(message);
    }

    @Test
    void the_least_message_arrives_as_it_was_sent() {
        TaskMessage message = SampleMessages.ours(SampleMessages.minimal("1"));

        send(message, 4);

        assertThat(next().message()).isEqualTo(message);
    }

    @Test
    void a_context_keeps_its_types_its_nulls_and_its_order() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("zulu", "tekst æøå € 𝄞");
        values.put("current_user", null);
        values.put("count", 42);
        values.put("big", Long.MAX_VALUE);
        values.put("ratio", 0.1);
        values.put("admin", true);
        values.put("empty", "");
        values.put("user-agent", "curl/8");
        LogContext context = LogContext.of(values);

        send(SampleMessages.ours(SampleMessages.draft("1").context(values).message()), 4);

        assertThat(next().message().context()).isEqualTo(context);
    }

    @Test
    void a_body_of_bytes_arrives_as_it_was_sent() {
        byte[] bytes = {0, 1, -1, 127, -128, '{'};

        send(SampleMessages.draft("1").body(new MessageBody.Binary(bytes)).message(), 4);

        assertThat(next().message().body())
                .isInstanceOfSatisfying(MessageBody.Binary.class, body -> assertThat(body.bytes())
                        .containsExactly(bytes));
    }

    @Test
    void a_large_text_arrives_whole() {
        String text = "{\"args\":[\"" + "søppel 🎈 ".repeat(100_000) + "\"]}";
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(1_000_000);

        send(SampleMessages.draft("1").body(new MessageBody.Text(text)).message(), 4);

        assertThat(next().message().body()).isEqualTo(new MessageBody.Text(text));
    }

    @Test
    void a_delivery_tells_where_it_came_from_and_that_it_is_the_first() {
        send(SampleMessages.minimal("1"), 7);

        Delivery delivery = next();

        assertThat(delivery.route()).isEqualTo(new Route(queue, 7));
        assertThat(delivery.deliveryCount()).isEqualTo(1);
        assertThat(delivery.redelivered()).isFalse();
        assertThat(delivery.due()).isBeforeOrEqualTo(harness().now());
    }

    @Test
    void higher_priorities_go_first_and_equals_in_the_order_they_were_sent() {
        send(SampleMessages.minimal("low"), 0);
        send(SampleMessages.minimal("first"), 4);
        send(SampleMessages.minimal("second"), 4);
        send(SampleMessages.minimal("high"), 9);

        assertThat(List.of(nextId(), nextId(), nextId(), nextId())).containsExactly("high", "first", "second", "low");
    }

    @Test
    void a_message_goes_to_its_queue_alone() {
        send(SampleMessages.minimal("1"), 4);

        assertThat(harness().deliverWhatIsThere(queue + ".other", unexpected())).isFalse();
        assertThat(nextId()).isEqualTo("1");
    }

    @Test
    void a_message_is_not_delivered_before_its_eta() {
        Instant eta = harness().now().plusMillis(400);
        send(SampleMessages.draft("later").eta(eta).message(), 9);
        send(SampleMessages.minimal("now"), 0);

        assertThat(nextId()).isEqualTo("now");
        assertThat(harness().deliverWhatIsThere(queue, unexpected())).isFalse();
        Delivery later = next();

        assertThat(later.message().id()).isEqualTo("later");
        assertThat(harness().now()).isAfterOrEqualTo(eta);
        // A broker's clock counts in milliseconds, so its time may be up to a millisecond before ours.
        assertThat(later.due()).isAfterOrEqualTo(eta.minusMillis(1));
    }

    @Test
    void a_message_whose_eta_has_passed_is_delivered_at_once() {
        send(
                SampleMessages.draft("1")
                        .eta(harness().now().minus(Duration.ofDays(1)))
                        .message(),
                4);

        assertThat(nextId()).isEqualTo("1");
    }

    @Test
    void an_acknowledged_message_is_gone() {
        send(SampleMessages.minimal("1"), 4);

        assertThat(nextId()).isEqualTo("1");

        assertThat(harness().deliverWhatIsThere(queue, unexpected())).isFalse();
    }

    @Test
    void a_message_whose_handling_threw_comes_again_and_says_so() {
        send(SampleMessages.minimal("1"), 4);
        OperationalException trouble = new OperationalException("no broker for the retry");

        assertThatThrownBy(() -> harness().deliverNext(queue, ScriptedHandler.of(delivery -> {
                    throw trouble;
                })))
                .isSameAs(trouble);
        Delivery second = next();

        assertThat(second.message().id()).isEqualTo("1");
        assertThat(second.deliveryCount()).isEqualTo(2);
        assertThat(second.redelivered()).isTrue();
    }

    @Test
    void a_dead_letter_is_moved_aside_as_it_was_and_its_death_is_counted() {
        TaskMessage message = SampleMessages.ours(SampleMessages.everything());
        send(message, 4);
        Rejection rejection = new Rejection(Rejection.Reason.UNKNOWN_TASK, "No task is called so here");

        boolean delivered =
                harness().deliverNext(queue, ScriptedHandler.of(delivery -> new Settlement.DeadLetter(rejection)));

        assertThat(delivered).isTrue();
        assertThat(harness().deliverWhatIsThere(queue, unexpected())).isFalse();
        assertThat(harness().deadLetters()).containsExactly(message.died());
    }

    @Test
    void a_broker_that_is_not_there_is_an_operational_exception_naming_task_and_queue() {
        TaskMessage message = SampleMessages.minimal("1");

        assertThatThrownBy(() -> harness().unreachable().send(new Route(queue, 4), message))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining(message.task() + "[1]")
                .hasMessageContaining(queue)
                .hasMessageContaining("nothing was sent");
    }

    private void send(TaskMessage message, int priority) {
        harness().transport().send(new Route(queue, priority), message);
    }

    private String nextId() {
        return next().message().id();
    }

    private Delivery next() {
        List<Delivery> received = new ArrayList<>();
        boolean delivered = harness().deliverNext(queue, ScriptedHandler.of(delivery -> {
            received.add(delivery);
            return Settlement.ACKNOWLEDGE;
        }));
        assertThat(delivered).as("a message in queue " + queue).isTrue();
        return received.get(0);
    }

    private static ScriptedHandler unexpected() {
        return ScriptedHandler.of(delivery -> {
            throw new AssertionError("Not expected: " + delivery);
        });
    }
}
