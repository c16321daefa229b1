package no.abakus.tasks.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.junit.jupiter.api.Test;

class TaskModuleTest {

    private final FakeModule server = new FakeModule();
    private final ClassLoader loader = new ClassLoader() {};
    private final TaskModule module = TaskModule.web("shop.war", loader);

    @Test
    void a_body_runs_in_the_context_that_the_module_started_in() throws Throwable {
        server.enter(() -> module.started(server::capture));

        assertThat(module.call(server::isCurrent)).isEqualTo(true);
        assertThat(server.isCurrent()).isFalse();
    }

    @Test
    void a_thread_that_is_the_modules_already_needs_no_context() throws Throwable {
        server.enter(() -> module.started(server::capture));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            assertThat(module.call(server::isCurrent)).isEqualTo(false);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void a_module_that_starts_twice_keeps_its_first_context() throws Throwable {
        server.enter(() -> module.started(server::capture));
        server.enter(() -> module.started(() -> {
            throw new IllegalStateException("Captured again");
        }));

        assertThat(module.call(server::isCurrent)).isEqualTo(true);
    }

    @Test
    void the_log_context_stays_the_callers_though_the_servers_context_brings_another() throws Throwable {
        module.started(() -> work -> {
            try (LogScope scope = LogContext.replace(LogContext.empty().with("started_by", "deployer"))) {
                work.run();
            }
        });

        try (LogScope scope = LogContext.bind("request_id", "r-1")) {
            assertThat(module.call(() -> LogContext.current().toMap())).isEqualTo(Map.of("request_id", "r-1"));
        }
    }

    @Test
    void what_a_body_throws_is_thrown_as_it_is_though_the_server_would_wrap_it() {
        module.started(() -> work -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                throw new UndeclaredThrowableException(e);
            }
        });

        assertThatThrownBy(() -> module.call(() -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> module.call(() -> {
                    throw new IOException("disk");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void before_the_start_and_in_the_listeners_own_module_a_body_just_runs() throws Throwable {
        assertThat(module.call(() -> "early")).isEqualTo("early");
        assertThat(TaskModule.OWN.call(() -> "here")).isEqualTo("here");
        assertThat(module.awaitStart(1)).isFalse();
        assertThat(TaskModule.OWN.awaitStart(1)).isTrue();
    }
}
