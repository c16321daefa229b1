package no.abakus.logging.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import java.util.ServiceLoader;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.junit.jupiter.api.Test;

class LogContextProviderTest {
    private final LogContextProvider provider = new LogContextProvider();

    @Test
    void work_sees_the_context_of_the_thread_that_submitted_it_and_the_worker_its_own_again() {
        ThreadContextSnapshot submitted;
        try (LogScope scope = LogContext.bind("request_id", "r1")) {
            submitted = provider.currentContext(Map.of());
        }
        try (LogScope scope = LogContext.bind("worker", 7)) {
            ThreadContextRestorer restorer = submitted.begin();
            assertThat(LogContext.current().toMap()).isEqualTo(Map.of("request_id", "r1"));
            restorer.endContext();
            assertThat(LogContext.current().toMap()).isEqualTo(Map.of("worker", 7));
        }
    }

    @Test
    void a_cleared_context_is_empty() {
        try (LogScope scope = LogContext.bind("worker", 7)) {
            ThreadContextRestorer restorer = provider.clearedContext(Map.of()).begin();
            assertThat(LogContext.current().isEmpty()).isTrue();
            restorer.endContext();
            assertThat(LogContext.current().isEmpty()).isFalse();
        }
    }

    @Test
    void servers_find_it() {
        assertThat(ServiceLoader.load(ThreadContextProvider.class))
                .hasAtLeastOneElementOfType(LogContextProvider.class);
    }
}
