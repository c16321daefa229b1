package no.abakus.logging.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogDraft;
import no.abakus.logging.LogEvent;

/**
 * Limits the number of an event's lines per second, minute or hour. A line {@code log_events_suppressed} reports what
 * was dropped, with the pattern, the count and the period. That line is written with the first line of any kind after
 * the period, or at the end of the process.
 */
final class LimitRate implements Summarizing {
    private static final Pattern FORM = Pattern.compile("(.+)=([1-9][0-9]{0,8})/([smh])");

    private final List<Limit> limits = new ArrayList<>();
    private final LongSupplier nanoTime;

    /** @param settings each {@code pattern=count/unit}, with s, m or h as the unit */
    LimitRate(List<String> settings, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        for (String setting : settings) {
            Matcher matcher = FORM.matcher(setting);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + setting + "' must be event=count/unit with unit s, m or h, such as retry_failed=10/m");
            }
            limits.add(new Limit(
                    new EventPattern(matcher.group(1)), Integer.parseInt(matcher.group(2)), period(matcher.group(3))));
        }
    }

    @Override
    public boolean process(LogDraft draft) {
        for (Limit limit : limits) {
            if (limit.pattern.matches(draft)) {
                return limit.admits(nanoTime.getAsLong());
            }
        }
        return true;
    }

    @Override
    public void takeDue(boolean atEnd, List<LogRecord> due) {
        long now = nanoTime.getAsLong();
        for (Limit limit : limits) {
            long count = limit.takeSuppressed(now, atEnd);
            if (count > 0) {
                due.add(summary(limit, count));
            }
        }
    }

    private static LogRecord summary(Limit limit, long count) {
        LogContext fields = LogContext.empty()
                .with("suppressed_event", limit.pattern.text())
                .with("count", count)
                .with("period_s", limit.period.toSeconds());
        LogRecord record = new LogRecord(Level.WARNING, "log_events_suppressed");
        record.setLoggerName("no.abakus.logging");
        record.setParameters(new Object[] {LogEvent.captured("log_events_suppressed", fields)});
        return record;
    }

    private static Duration period(String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    private static final class Limit {
        private final EventPattern pattern;
        private final int most;
        private final Duration period;
        private boolean begun;
        private long periodStart;
        private int admitted;
        private volatile long suppressed;

        Limit(EventPattern pattern, int most, Duration period) {
            this.pattern = pattern;
            this.most = most;
            this.period = period;
        }

        synchronized boolean admits(long now) {
            if (!begun || now - periodStart >= period.toNanos()) {
                begun = true;
                periodStart = now;
                admitted = 0;
            }
            if (admitted < most) {
                admitted++;
                return true;
            }
            suppressed = suppressed + 1;
            return false;
        }

        long takeSuppressed(long now, boolean atEnd) {
            if (suppressed == 0) {
                return 0;
            }
            synchronized (this) {
                if (!atEnd && now - periodStart < period.toNanos()) {
                    return 0;
                }
                long count = suppressed;
                suppressed = 0;
                return count;
            }
        }
    }
}
