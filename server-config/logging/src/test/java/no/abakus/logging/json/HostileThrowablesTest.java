package no.abakus.logging.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.Records;
import no.abakus.logging.Redaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions whose own methods fail lose neither the line nor its other fields. */
class HostileThrowablesTest {

    private static class Endless extends RuntimeException {
        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    private static List<Throwable> hostile() {
        Throwable nested = new RuntimeException("innermost");
        for (int i = 0; i < 20_000; i++) {
            Throwable outer = new RuntimeException("level");
            outer.addSuppressed(nested);
            nested = outer;
        }
        return List.of(
                nested,
                new Endless(),
                new RuntimeException() {
                    @Override
                    public String getMessage() {
                        throw new NoClassDefFoundError("gone");
                    }
                },
                new RuntimeException() {
                    @Override
                    public String getMessage() {
                        return "" + this;
                    }
                },
                new RuntimeException() {
                    @Override
                    public synchronized Throwable getCause() {
                        throw new IllegalStateException("no cause");
                    }
                },
                new RuntimeException() {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        throw new StackOverflowError();
                    }
                },
                new RuntimeException() {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        return null;
                    }
                },
                new RuntimeException() {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        return new StackTraceElement[2];
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abakus", "ecs", "otel", "gcp", "logfmt", "console"})
    void a_line_tells_what_can_be_told(String format) {
        LineEncoder encoder = new LineEncoder(Redaction.standard(), Encoding.LIMITS);
        encoder.format(format);
        for (Throwable thrown : hostile()) {
            LogRecord record = Records.own("mail_failed", "attempt", 2);
            record.setThrown(thrown);

            assertThat(Encoding.line(encoder, record, Map.of()))
                    .contains("mail_failed")
                    .contains("attempt")
                    .contains(thrown.getClass().getName())
                    .doesNotContain("\"logging_failed\"");
        }
    }
}
