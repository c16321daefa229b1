package no.abakus.tasks.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.transport.jms.EmbeddedBroker;
import no.abakus.tasks.transport.jms.JmsConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks of a program without a container, seen at the broker. */
@ExtendWith(EmbeddedBroker.class)
class RemoteTasksTest {

    private static final long PATIENCE_MILLIS = 5_000;

    static class Reports {
        @AbakusTask(name = "report.make", queue = "remote-reports", priority = 7)
        public void make(String month, int pages) {}
    }

    static class Broken {
        @AbakusTask(name = "broken.shared")
        public static void shared() {}
    }

    private final RemoteTasks remote = setup().connect();
    private final Tasks tasks = remote.tasks();

    private static RemoteSetup setup() {
        return RemoteTasks.over(EmbeddedBroker.connections())
                .node("night-batch")
                .set("abakus.tasks.routing.default-queue", "remote-default")
                .queues("remote-mail")
                .tasksOf(Reports.class);
    }

    @AfterEach
    void close() {
        remote.close();
    }

    @Test
    void a_task_that_only_the_server_knows_goes_to_the_default_queue() throws JMSException {
        String id = tasks.call("mail.send").args("a@b.no", 3).applyAsync().id();

        Message message = receive("abakus.remote-default");
        assertThat(message.getJMSType()).isEqualTo("mail.send");
        assertThat(message.getStringProperty("abakus_id")).isEqualTo(id);
        assertThat(message.getStringProperty("abakus_origin")).isEqualTo("night-batch");
        assertThat(((TextMessage) message).getText()).contains("[\"a@b.no\",3]");
    }

    @Test
    void the_senders_log_context_travels() throws JMSException {
        try (LogScope scope = LogContext.bind("batch_id", 7)) {
            tasks.call("mail.send").queue("remote-mail").applyAsync();
        }

        assertThat(receive("abakus.remote-mail").getIntProperty("abakus_ctx_batch_id"))
                .isEqualTo(7);
    }

    @Test
    void the_place_in_a_trace_travels_as_message_properties() throws JMSException {
        try (RemoteTasks traced = setup().tracer(new FixedTrace()).connect()) {
            traced.tasks()
                    .call("mail.send")
                    .queue("remote-mail")
                    .headers(Map.of("tenant", 7))
                    .applyAsync();
        }

        Message message = receive("abakus.remote-mail");
        assertThat(message.getStringProperty("traceparent")).isEqualTo(FixedTrace.PARENT);
        assertThat(message.getStringProperty("abakus_ctx_trace_id")).isEqualTo(FixedTrace.TRACE);
        assertThat(message.getIntProperty("tenant")).isEqualTo(7);
    }

    @Test
    void a_class_on_the_class_path_gives_queue_priority_and_checked_arguments() throws JMSException {
        tasks.delay(Reports::make, "2026-11", 12);

        Message message = receive("abakus.remote-reports");
        assertThat(message.getJMSType()).isEqualTo("report.make");
        assertThat(message.getJMSPriority()).isEqualTo(7);
        assertThatThrownBy(() -> tasks.call("report.make").args("2026-11").applyAsync())
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageContaining("got nothing for pages");
    }

    @Test
    void a_queue_that_was_not_named_is_refused() {
        assertThatThrownBy(() -> tasks.call("mail.send").queue("mial").applyAsync())
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("mial")
                .hasMessageContaining("remote-mail");
    }

    @Test
    void mistakes_are_told_together_before_anything_is_opened() {
        RemoteSetup wrong =
                setup().tasksOf(Broken.class, String.class).set("abakus.tasks.message.max-body-size", "lots");

        assertThatThrownBy(wrong::connect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 problems")
                .hasMessageContaining("shared is static")
                .hasMessageContaining("java.lang.String has no task")
                .hasMessageContaining("not a whole number");
    }

    @Test
    void a_broker_that_is_away_is_told_by_the_send() {
        try (RemoteTasks nowhere =
                RemoteTasks.over(EmbeddedBroker.unreachable()).connect()) {
            assertThatThrownBy(() -> nowhere.tasks().call("mail.send").applyAsync())
                    .isInstanceOf(OperationalException.class)
                    .hasMessageContaining("mail.send");
        }
    }

    @Test
    void many_are_sent_in_one_commit_or_not_at_all() {
        List<TaskCall<Object>> calls = IntStream.range(0, 2_000)
                .mapToObj(number -> tasks.call("mail.send").args(number).queue("remote-mail"))
                .toList();

        assertThat(tasks.callAll(calls)).hasSize(2_000);
        assertThat(drained("abakus.remote-mail")).isEqualTo(2_000);

        List<TaskCall<Object>> oneTooUrgent = new ArrayList<>(calls);
        oneTooUrgent.add(tasks.call("mail.send").queue("remote-mail").priority(10));
        assertThatThrownBy(() -> tasks.callAll(oneTooUrgent)).isInstanceOf(TaskOptionException.class);
        assertThat(drained("abakus.remote-mail")).isZero();
    }

    @Test
    void a_call_over_the_callers_context_and_producer_is_sent_when_the_caller_commits() throws JMSException {
        try (JMSContext own = EmbeddedBroker.connections().createContext(JMSContext.SESSION_TRANSACTED)) {
            JMSProducer producer = own.createProducer().setProperty("stamped", true);
            tasks.call("mail.send").connection(JmsConnection.of(own)).applyAsync();
            own.rollback();
            String id = tasks.call("mail.send")
                    .connection(JmsConnection.of(own, producer))
                    .applyAsync()
                    .id();
            assertThat(lies("abakus.remote-default")).isFalse();
            own.commit();

            Message message = receive("abakus.remote-default");
            assertThat(message.getStringProperty("abakus_id")).isEqualTo(id);
            assertThat(message.getBooleanProperty("stamped")).isTrue();
        }
    }

    @Test
    void after_its_end_nothing_is_sent() {
        remote.close();

        assertThatThrownBy(() -> tasks.call("mail.send").applyAsync())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(lies("abakus.remote-default")).isFalse();
    }

    private static Message receive(String queue) {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message message = jms.createConsumer(jms.createQueue(queue)).receive(PATIENCE_MILLIS);
            assertThat(message).as("a message in " + queue).isNotNull();
            return message;
        }
    }

    private static int drained(String queue) {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue));
            int count = 0;
            while (consumer.receiveNoWait() != null) {
                count++;
            }
            return count;
        }
    }

    private static boolean lies(String queue) {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            return jms.createConsumer(jms.createQueue(queue)).receiveNoWait() != null;
        }
    }
}
