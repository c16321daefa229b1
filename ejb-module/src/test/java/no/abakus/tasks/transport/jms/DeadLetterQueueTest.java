package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.abakus.logging.LogContext;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQuery;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dead letters are counted, listed, read, resent as they were, and deleted. */
@ExtendWith(EmbeddedBroker.class)
class DeadLetterQueueTest {

    private static final long PATIENCE_MILLIS = 5_000;

    private final String dead = "dead." + UUID.randomUUID();
    private final String origin = "revived-" + UUID.randomUUID();
    private final List<String> redacted = new ArrayList<>();
    private final DeadLetterQueue office = new JmsDeadLetterQueue(
            EmbeddedBroker.connections(), dead, QueueNames.PLAIN, new ShownDeadLetter(this::redact), new EachAlone());

    private String redact(String text) {
        redacted.add(text);
        return text.replace("secret", "[redacted]");
    }

    private void letter(String id, String reason) throws JMSException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            TextMessage message = jms.createTextMessage("{\"args\":[\"" + id + "\"]}");
            message.setStringProperty(WireFormat.ID, id);
            message.setStringProperty(WireFormat.TASK, "mail.send");
            message.setStringProperty(WireFormat.ARGUMENTS, "secret");
            message.setStringProperty(WireFormat.DEAD_REASON, reason);
            message.setStringProperty(WireFormat.DEAD_DETAIL, "a secret detail");
            message.setStringProperty(WireFormat.DEAD_QUEUE, origin);
            message.setStringProperty("of_their_own", "kept");
            ContextProperties.write(LogContext.ofPairs("request_id", "abc-" + id), message);
            message.setIntProperty(WireFormat.RETURNS, 20);
            message.setIntProperty(WireFormat.DEATHS, 2);
            jms.createProducer().setPriority(7).send(jms.createQueue(dead), message);
        }
    }

    private DeadLetterQueue.Page all(Optional<String> after, int most) {
        return office.page(letter -> true, after, most);
    }

    @Test
    void they_are_listed_page_by_page_without_repeat_or_gap() throws JMSException {
        for (int i = 0; i < 5; i++) {
            letter("t-" + i, i == 2 ? "arguments" : "unknown-task");
        }

        DeadLetterQueue.Page first = all(Optional.empty(), 2);
        DeadLetterQueue.Page second = all(Optional.of(first.letters().get(1).id()), 3);

        assertThat(first.letters()).extracting(DeadLetter::taskId).containsExactly("t-0", "t-1");
        assertThat(first.hasMore()).isTrue();
        assertThat(first.total()).isEqualTo(5);
        assertThat(second.letters()).extracting(DeadLetter::taskId).containsExactly("t-2", "t-3", "t-4");
        assertThat(second.hasMore()).isFalse();
        assertThat(office.page(letter -> letter.reason().equals("arguments"), Optional.empty(), 10)
                        .letters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.taskId()).isEqualTo("t-2");
                    assertThat(letter.detail()).isEqualTo("a [redacted] detail");
                    assertThat(letter.arguments()).contains("[redacted]");
                    assertThat(letter.requestId()).contains("abc-t-2");
                });
    }

    @Test
    void only_the_letters_of_the_page_are_redacted() throws JMSException {
        for (int i = 0; i < 5; i++) {
            letter("t-" + i, "unknown-task");
        }
        List<DeadLetter> seen = new ArrayList<>();

        DeadLetterQueue.Page page = office.page(seen::add, Set.of(), Optional.empty(), 1);

        assertThat(page.total()).isEqualTo(5);
        assertThat(redacted).as("the detail and the arguments of one letter").hasSize(2);
        assertThat(page.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.detail()).isEqualTo("a [redacted] detail");
            assertThat(letter.arguments()).contains("[redacted]");
            assertThat(letter.requestId()).contains("abc-t-0");
        });
        assertThat(seen).hasSize(5).allSatisfy(letter -> {
            assertThat(letter.detail()).isEmpty();
            assertThat(letter.arguments()).isEmpty();
            assertThat(letter.context()).isEmpty();
        });
    }

    @Test
    void a_condition_sees_what_it_reads_only_as_it_is_shown() throws JMSException {
        letter("t-1", "unknown-task");
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message message = jms.createMessage();
            ContextProperties.write(LogContext.ofPairs("password", "hunter2"), message);
            jms.createProducer().send(jms.createQueue(dead), message);
        }
        assertThat(total("ctx.request_id:abc-t-1")).isEqualTo(1);
        assertThat(total("args:secret")).isZero();
        assertThat(total("args:redacted")).isEqualTo(1);
        assertThat(total("error:*secret*")).isZero();
        assertThat(total("ctx.password:hunter2")).isZero();
        assertThat(total("ctx.password:*")).isEqualTo(1);
    }

    private long total(String q) {
        DeadLetterQuery query = DeadLetterQuery.parse(q);
        return office.page(query::fits, query.read(), Optional.empty(), 10).total();
    }

    @Test
    void one_is_sent_again_as_it_was_and_is_gone() throws JMSException {
        letter("t-1", "unknown-task");
        letter("t-2", "unknown-task");
        String id = all(Optional.empty(), 10).letters().get(1).id();
        assertThat(office.find(id)).map(DeadLetter::taskId).contains("t-2");

        assertThat(office.requeue(id)).contains(origin);

        assertThat(office.find(id)).isEmpty();
        assertThat(office.requeue(id)).isEmpty();
        assertThat(all(Optional.empty(), 10).total()).isEqualTo(1);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message again = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(origin)))
                    .receive(PATIENCE_MILLIS);
            assertThat(again.getBody(String.class)).isEqualTo("{\"args\":[\"t-2\"]}");
            assertThat(again.getStringProperty(WireFormat.ID)).isEqualTo("t-2");
            assertThat(again.getStringProperty("of_their_own")).isEqualTo("kept");
            assertThat(again.getJMSPriority()).isEqualTo(7);
            assertThat(again.propertyExists(WireFormat.DEAD_REASON)).isFalse();
            assertThat(again.getIntProperty(WireFormat.DEATHS)).isEqualTo(2);
            assertThat(again.propertyExists(WireFormat.RETURNS))
                    .as("it may wait once more")
                    .isFalse();
        }
    }

    @Test
    void one_is_deleted_and_an_id_of_nobody_finds_nothing() throws JMSException {
        letter("t-1", "unknown-task");
        String id = all(Optional.empty(), 10).letters().get(0).id();

        assertThat(office.delete(id)).isTrue();
        assertThat(office.delete(id)).isFalse();
        for (String odd : new String[] {
            "", "%%%", "x' OR 1=1", LetterId.of("x' OR '1'='1"), LetterId.of("a\0æ"), "a".repeat(2_000)
        }) {
            assertThat(office.find(odd)).as(odd).isEmpty();
            assertThat(office.requeue(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void a_broker_out_of_reach_is_an_operational_exception() {
        DeadLetterQueue unreachable = new JmsDeadLetterQueue(
                EmbeddedBroker.unreachable(),
                dead,
                QueueNames.PLAIN,
                new ShownDeadLetter(text -> text),
                new EachAlone());

        assertThatThrownBy(() -> unreachable.page(letter -> true, Optional.empty(), 1))
                .isInstanceOf(OperationalException.class);
    }
}
