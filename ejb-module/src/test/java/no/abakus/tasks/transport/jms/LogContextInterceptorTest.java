package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.ServerDefaults;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.jms.CarriesLogContext;
import no.abakus.tasks.jms.JmsLogContext;
import no.abakus.tasks.testing.MapSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bean with {@code @CarriesLogContext} handles a message in the context that the message carries. */
class LogContextInterceptorTest {

    private static final MessageConfig LIMITS = TaskSystemConfig.read(
                    new MapSource(Map.of()), ServerDefaults.NONE, new StartupProblems())
            .message();

    @CarriesLogContext
    @ApplicationScoped
    static class Orders implements MessageListener {
        private final List<Map<String, Object>> contexts = new ArrayList<>();

        @Override
        public void onMessage(Message message) {
            contexts.add(LogContext.current().toMap());
        }

        public void remind(String customer) {
            contexts.add(LogContext.current().with("customer", customer).toMap());
        }

        public List<Map<String, Object>> contexts() {
            return List.copyOf(contexts);
        }
    }

    /** Stands for the task system, which produces this bean on a server. */
    static class Contexts implements Extension {
        void offer(@Observes AfterBeanDiscovery event) {
            event.<JmsLogContext>addBean()
                    .types(JmsLogContext.class)
                    .createWith(context -> new MessageLogContext(LIMITS, UnaryOperator.identity()));
        }
    }

    private final SeContainer container = SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new Contexts())
            .addBeanClasses(Orders.class, LogContextInterceptor.class)
            .initialize();
    private final Orders orders = container.select(Orders.class).get();

    @AfterEach
    void shutDown() {
        container.close();
    }

    @Test
    void the_messages_context_replaces_the_threads_own_while_it_is_handled() throws JMSException {
        Message message = PropertiesOnly.message();
        message.setStringProperty("abakus_ctx_request_id", "r-1");

        try (LogScope scope = LogContext.bind("left_over", "from before")) {
            orders.onMessage(message);

            assertThat(LogContext.current().toMap()).containsExactly(Map.entry("left_over", "from before"));
        }
        assertThat(orders.contexts()).containsExactly(Map.of("request_id", "r-1", "abakus_sender", "unknown"));
    }

    @Test
    void a_method_without_a_message_keeps_the_threads_context() {
        try (LogScope scope = LogContext.bind("request_id", "r-2")) {
            orders.remind("kari");
        }

        assertThat(orders.contexts()).containsExactly(Map.of("request_id", "r-2", "customer", "kari"));
    }
}
