package no.abakus.tasks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.testing.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** CDI finds the tracer, which uses the OpenTelemetry that a server, or the application, offers as a bean. */
@ExtendWith(WorkbenchExtension.class)
class AsABeanTest {

    /** As a server has it. */
    @ApplicationScoped
    static class Server {
        static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

        @Produces
        @ApplicationScoped
        OpenTelemetry telemetry() {
            return OpenTelemetrySdk.builder()
                    .setTracerProvider(SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                            .build())
                    .build();
        }
    }

    /** Has one task. */
    public static class Mailer {
        @AbakusTask(name = "mail.send")
        public void send() {}
    }

    @Test
    void its_spans_reach_the_servers_exporter(Workbench bench, Tasks tasks) {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                // Finds the annotated classes of this jar, as a server does. A named class is a bean in any case.
                .addPackages(TaskSpans.class)
                .addBeanClasses(Server.class)
                .initialize()) {
            bench.register(new Mailer())
                    .tracer(container.select(TaskTracer.class).get());

            tasks.call("mail.send").applyAsync();
            bench.runDue();
        }

        assertThat(Server.SPANS.getFinishedSpanItems())
                .extracting(span -> span.getName())
                .containsExactly("send default", "process default");
    }
}
