package no.abakus.tasks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URL;
import java.net.URLClassLoader;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import org.junit.jupiter.api.Test;

/** The server's span in the lines of a request, and a server without OpenTelemetry. */
class RequestTraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void the_servers_span_replaces_that_of_the_caller() {
        Span span = Span.wrap(SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));

        try (LogScope request = LogContext.bind("trace_id", TRACE, "span_id", "1111111111111111")) {
            try (Scope scope = span.makeCurrent()) {
                new RequestTrace().filter(null);
            }
            assertThat(LogContext.current()).isEqualTo(LogContext.ofPairs("trace_id", TRACE, "span_id", SPAN));
        }
        assertThat(LogContext.current().isEmpty()).isTrue();
    }

    @Test
    void without_a_span_nothing_is_bound() {
        try (LogScope request = LogContext.bind("request_id", "r1")) {
            new RequestTrace().filter(null);

            assertThat(LogContext.current()).isEqualTo(LogContext.ofPairs("request_id", "r1"));
        }
    }

    @Test
    void where_opentelemetry_is_absent_the_filter_does_nothing_and_the_tracer_is_no_class() throws Exception {
        try (URLClassLoader archive = withoutOpenTelemetry()) {
            Class<?> filter = archive.loadClass(RequestTrace.class.getName());
            assertThat(filter).isNotSameAs(RequestTrace.class);
            filter.getMethod("filter", ContainerRequestContext.class)
                    .invoke(filter.getConstructor().newInstance(), (Object) null);

            assertThatThrownBy(() -> archive.loadClass(TaskSpans.class.getName()))
                    .isInstanceOf(NoClassDefFoundError.class)
                    .hasMessageContaining("io/opentelemetry/");
        }
    }

    private static URLClassLoader withoutOpenTelemetry() {
        ClassLoader server = new ClassLoader(RequestTraceTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("io.opentelemetry.") || name.startsWith(RequestTrace.class.getPackageName())) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        URL classes = RequestTrace.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {classes}, server);
    }
}
