package no.abakus.tasks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.testing.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The spans that an SDK receives, and what lines and messages carry. */
@ExtendWith(WorkbenchExtension.class)
class TaskSpansTest {

    /** Its tasks send others, fail, and wait to be retried. */
    public static class Mailer {
        private final Tasks tasks;
        private final TaskRequest request;
        String traceOfBody = "";

        Mailer(Workbench bench) {
            tasks = bench.tasks();
            request = bench.request();
        }

        @AbakusTask(name = "mail.send")
        public void send(String to) {
            traceOfBody = Span.current().getSpanContext().getTraceId();
        }

        @AbakusTask(name = "mail.all")
        public void all() {
            tasks.call("mail.send").args("a@b.no").applyAsync();
        }

        @AbakusTask(name = "mail.lost")
        public void lost() {
            throw new IllegalStateException("password=hunter2");
        }

        @AbakusTask(name = "mail.again")
        public void again() {
            if (request.retries() == 0) {
                throw request.retry(Duration.ofHours(1));
            }
        }
    }

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();

    private Workbench traced(Workbench bench, Relation relation) {
        return bench.tracer(new TaskSpans(() -> sdk, relation));
    }

    private Span request() {
        return sdk.getTracer("server").spanBuilder("POST /members").startSpan();
    }

    private SpanData span(String name) {
        return spans(name).get(0);
    }

    private List<SpanData> spans(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static Map<String, Object> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
    }

    @Test
    void a_task_is_a_send_and_a_run_in_the_callers_trace(Workbench bench, Tasks tasks) {
        Mailer mailer = new Mailer(bench);
        traced(bench, Relation.PARENT).register(mailer);
        Span request = request();

        try (Scope scope = request.makeCurrent()) {
            tasks.call("mail.send").args("a@b.no").applyAsync();
        }
        bench.runDue();

        SpanData send = span("send default");
        SpanData run = span("process default");
        assertThat(send.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(send.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(run.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(run.getParentSpanId()).isEqualTo(send.getSpanId());
        assertThat(run.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
        assertThat(mailer.traceOfBody).isEqualTo(run.getTraceId());
        assertThat(attributes(send))
                .isEqualTo(Map.of(
                        "messaging.system", "jms",
                        "messaging.operation.name", "send",
                        "messaging.operation.type", "send",
                        "messaging.destination.name", "default",
                        "messaging.message.id", "task-1",
                        "messaging.message.conversation_id", "task-1",
                        "abakus.task.name", "mail.send",
                        "abakus.task.retries", 0L));
        assertThat(attributes(run))
                .containsEntry("messaging.operation.name", "process")
                .containsEntry("abakus.task.state", "succeeded");
    }

    @Test
    void the_message_carries_the_place_of_its_send(Workbench bench, Tasks tasks) {
        traced(bench, Relation.PARENT).register(new Mailer(bench));

        tasks.call("mail.send").args("a@b.no").applyAsync();

        SpanData send = span("send default");
        assertThat(bench.transport().sent().get(0).message().extras().headers())
                .isEqualTo(Map.of("traceparent", "00-" + send.getTraceId() + "-" + send.getSpanId() + "-01"));
    }

    @Test
    void a_run_can_have_a_trace_of_its_own_with_a_link_to_the_send(Workbench bench, Tasks tasks) {
        traced(bench, Relation.LINK).register(new Mailer(bench));

        tasks.call("mail.send").args("a@b.no").applyAsync();
        bench.runDue();

        SpanData send = span("send default");
        SpanData run = span("process default");
        assertThat(run.getTraceId()).isNotEqualTo(send.getTraceId());
        assertThat(run.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(linked -> linked.getTraceId() + linked.getSpanId())
                .containsExactly(send.getTraceId() + send.getSpanId());
    }

    @Test
    void what_a_task_sends_is_below_its_run(Workbench bench, Tasks tasks) {
        traced(bench, Relation.PARENT).register(new Mailer(bench));

        tasks.call("mail.all").applyAsync();
        bench.runDue();

        SpanData outer = spans("process default").stream()
                .filter(run -> "mail.all".equals(run.getAttributes().get(AttributeKey.stringKey("abakus.task.name"))))
                .findFirst()
                .orElseThrow();
        assertThat(spans("send default").get(1).getParentSpanId()).isEqualTo(outer.getSpanId());
    }

    @Test
    void the_follow_up_of_a_task_is_below_its_run(Workbench bench, Tasks tasks) {
        traced(bench, Relation.PARENT).register(new Mailer(bench));

        tasks.call("mail.send")
                .args("a@b.no")
                .link(tasks.signature("mail.send").withArgs("c@d.no").asImmutable())
                .applyAsync();
        bench.runDue();

        assertThat(spans("send default")).hasSize(2);
        assertThat(spans("send default").get(1).getParentSpanId())
                .isEqualTo(spans("process default").get(0).getSpanId());
    }

    @Test
    void each_retry_is_a_run_below_the_same_send(Workbench bench, Tasks tasks) {
        traced(bench, Relation.PARENT).register(new Mailer(bench));

        tasks.call("mail.again").applyAsync();
        bench.runDue();
        bench.clock().advance(Duration.ofHours(1));
        bench.runDue();

        assertThat(spans("send default")).hasSize(1);
        assertThat(spans("process default"))
                .extracting(run -> attributes(run).get("abakus.task.state"))
                .containsExactly("retried", "succeeded");
        assertThat(spans("process default"))
                .extracting(SpanData::getParentSpanId)
                .containsOnly(span("send default").getSpanId());
    }

    @Test
    void a_failure_is_an_error_without_the_exceptions_message(Workbench bench, Tasks tasks) {
        traced(bench, Relation.PARENT).register(new Mailer(bench)).expectFailure(IllegalStateException.class);

        tasks.call("mail.lost").applyAsync();
        bench.runDue();

        SpanData run = span("process default");
        assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attributes(run))
                .containsEntry("error.type", "java.lang.IllegalStateException")
                .containsEntry("abakus.task.state", "failed");
        assertThat(run.toString()).doesNotContain("hunter2");
    }

    @Test
    void lines_of_sender_and_worker_have_the_trace_that_the_server_began(Workbench bench, Tasks tasks) {
        traced(bench, Relation.PARENT).register(new Mailer(bench));
        Span request = request();

        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks")) {
            try (Scope scope = request.makeCurrent()) {
                tasks.call("mail.send").args("a@b.no").applyAsync();
            }
            bench.runDue();

            String trace = request.getSpanContext().getTraceId();
            assertThat(lines.only("async_task_created").fields())
                    .containsEntry("trace_id", trace)
                    .containsEntry("span_id", request.getSpanContext().getSpanId());
            assertThat(lines.only("task_succeeded").fields())
                    .containsEntry("trace_id", trace)
                    .containsEntry("span_id", span("process default").getSpanId());
        }
    }

    @Test
    void the_thread_is_left_without_a_span(Workbench bench, Tasks tasks) {
        traced(bench, Relation.PARENT).register(new Mailer(bench));

        tasks.call("mail.send").args("a@b.no").applyAsync();
        bench.runDue();

        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void a_header_that_is_no_place_in_a_trace_is_ignored(Workbench bench, Tasks tasks) {
        bench.register(new Mailer(bench)).tracer(new WithoutHeaders(new TaskSpans(() -> sdk, Relation.PARENT)));

        tasks.call("mail.send")
                .args("a@b.no")
                .headers(Map.of("traceparent", "00-zz-zz-01", "tracestate", 7))
                .applyAsync();
        bench.runDue();

        assertThat(span("process default").getParentSpanContext().isValid()).isFalse();
        assertThat(span("process default").getLinks()).isEmpty();
    }
}
