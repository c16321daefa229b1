package no.abakus.tasks.history;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.abakus.logging.LogContext;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.port.HistoryBody;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskMessage;

/** Creates the rows of ended executions. Thread-safe. */
final class Rows {

    /** The maximum size of a body that is kept, in bytes. */
    static final int BODY = 64 * 1024;

    private static final int ERROR = 1_024;
    private static final int TRACEBACK = 32_768;
    private static final int PROPERTIES = 131_072;
    private static final int LINES = 16_384;
    private static final int CONTEXT_KEYS = 50;
    private static final int CONTEXT_VALUE = 255;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String REQUEST_ID = "request_id";
    private static final String USER = "current_user";

    private final String node;
    private final TaskClock clock;
    private final RowIds ids;
    private final Redaction redaction;
    private final Stacks stacks;
    private final ShownTraceback tracebacks;
    private final MessageProperties properties;
    private final Predicate<String> keepsBodies;

    /**
     * Creates an object that makes the rows of this node.
     *
     * @param keepsBodies whether bodies of a task with this name may be kept
     */
    Rows(
            String node,
            TaskClock clock,
            RowIds ids,
            Redaction redaction,
            MessageProperties properties,
            Predicate<String> keepsBodies) {
        this.node = Fits.key(node);
        this.clock = clock;
        this.ids = ids;
        this.redaction = redaction;
        this.stacks = new Stacks(redaction, TRACEBACK);
        this.tracebacks = new ShownTraceback(redaction, stacks, TRACEBACK);
        this.properties = properties;
        this.keepsBodies = keepsBodies;
    }

    /**
     * Returns the row of an ended execution.
     *
     * @param lines the last log lines of the execution
     */
    HistoryRow of(End end, int weight, List<String> lines) {
        boolean isFailure = EndedTask.isFailure(end.state());
        Optional<Fingerprint> fingerprint = isFailure ? fingerprint(end) : Optional.empty();
        Optional<HistoryEvidence> evidence = isFailure || end.state() == TaskState.RETRY
                ? Optional.of(evidence(end, fingerprint, lines))
                : Optional.empty();
        boolean isRetryable =
                isFailure && evidence.flatMap(HistoryEvidence::body).isPresent();
        return new HistoryRow(ended(end, weight, fingerprint, isRetryable), evidence);
    }

    private Optional<Fingerprint> fingerprint(End end) {
        if (end.state() == TaskState.REJECTED) {
            return Optional.of(Fingerprint.of(end.task(), end.why().orElse("")));
        }
        return end.failure().map(failure -> Fingerprint.of(end.task(), failure, stacks));
    }

    private EndedTask ended(End end, int weight, Optional<Fingerprint> fingerprint, boolean isRetryable) {
        Instant now = clock.now();
        Optional<Instant> started = end.took().map(now::minus);
        LogContext context = end.message().map(TaskMessage::context).orElse(LogContext.empty());
        return new EndedTask(
                ids.next(),
                Fits.key(end.id()),
                end.retries(),
                Fits.key(end.task()),
                Fits.key(end.queue()),
                node,
                end.state(),
                end.delivery().map(Delivery::sent).filter(Rows::isStorable),
                started,
                now,
                started.flatMap(at -> end.delivery().map(delivery -> waited(delivery.due(), at))),
                end.took(),
                Fits.key(end.message().map(TaskMessage::rootId).orElse(end.id())),
                Fits.key(end.message().flatMap(TaskMessage::parentId)),
                said(context, REQUEST_ID),
                said(context, USER),
                plain(context),
                end.message().flatMap(TaskMessage::summary).map(line -> Fits.text(line, Fits.LINE)),
                end.failure().map(Rows::simpleType),
                errorMessage(end),
                fingerprint.map(Fingerprint::group),
                weight,
                isRetryable);
    }

    /** Whether a database can store the instant. The clock of another sender may be wrong by any amount. */
    private static boolean isStorable(Instant instant) {
        return instant.isAfter(Instant.EPOCH) && instant.isBefore(LAST);
    }

    private static Duration waited(Instant due, Instant started) {
        return due.isBefore(started) && isStorable(due) ? Duration.between(due, started) : Duration.ZERO;
    }

    private Optional<String> errorMessage(End end) {
        Optional<String> message = end.failure().isPresent() ? end.failure().flatMap(TaskFailure::message) : end.why();
        return message.map(text -> Fits.text(redaction.text(text), ERROR));
    }

    private static String simpleType(TaskFailure failure) {
        String type = failure.type();
        return Fits.key(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1));
    }

    private static Optional<String> said(LogContext context, String key) {
        Object value = context.get(key);
        return value == null ? Optional.empty() : Optional.of(Fits.key(value.toString()));
    }

    /** Returns the context as short strings, for searching. The evidence of a failure has the whole context. */
    private static Map<String, String> plain(LogContext context) {
        Map<String, String> plain = new LinkedHashMap<>();
        context.forEach((key, value) -> {
            if (plain.size() < CONTEXT_KEYS && value != null) {
                plain.put(Fits.key(key), Fits.text(value.toString(), CONTEXT_VALUE));
            }
        });
        return plain;
    }

    private HistoryEvidence evidence(End end, Optional<Fingerprint> fingerprint, List<String> lines) {
        Optional<TaskMessage> message = end.message();
        Optional<String> parts = message.flatMap(known -> properties(end, known));
        Optional<HistoryBody> body = end.state() != TaskState.RETRY && parts.isPresent() && keepsBodies.test(end.task())
                ? message.flatMap(Rows::body)
                : Optional.empty();
        return new HistoryEvidence(
                Fits.key(end.failure().map(TaskFailure::type).orElse(end.state().name())),
                fingerprint.flatMap(Fingerprint::frame).map(frame -> Fits.text(frame, 512)),
                message.map(known -> Fits.key(known.contentType())),
                message.flatMap(TaskMessage::compression).map(name -> Fits.text(name, 64)),
                message.map(known -> known.body().size()).orElse(0L),
                body,
                parts,
                end.failure().filter(failure -> !failure.frames().isEmpty()).map(tracebacks::of),
                lines.isEmpty() ? Optional.empty() : Optional.of(Fits.text(String.join("\n", lines), LINES)),
                Optional.empty());
    }

    private Optional<String> properties(End end, TaskMessage message) {
        try {
            String text = properties.write(message, end.delivery().map(Delivery::route), end.queue());
            return Optional.of(text)
                    .filter(parts -> parts.length() <= PROPERTIES && parts.equals(Fits.text(parts, PROPERTIES)));
        } catch (TaskException e) {
            // A header may hold a string that JSON cannot represent. The failure is kept, but the task cannot be sent
            // again.
            return Optional.empty();
        }
    }

    private static Optional<HistoryBody> body(TaskMessage message) {
        if (message.body().size() > BODY) {
            return Optional.empty();
        }
        return Optional.of(HistoryBody.of(message.body())).filter(body -> body.bytes().length <= BODY);
    }
}
