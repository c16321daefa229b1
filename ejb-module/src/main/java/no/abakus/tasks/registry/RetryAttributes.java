package no.abakus.tasks.registry;

import java.time.Duration;
import java.util.List;
import no.abakus.tasks.AbakusTask;

/**
 * When a task is retried automatically after an exception, and how the delays between its retries grow.
 *
 * @param autoretryFor the exceptions that cause a retry
 * @param dontAutoretryFor the exceptions that cause no retry, even if {@code autoretryFor} includes them
 * @param backoff whether the delay doubles with each retry
 * @param backoffFactor the first delay with backoff
 * @param backoffMax the longest delay
 * @param jitter whether delays are spread, so that tasks that failed together do not come back together
 */
public record RetryAttributes(
        ExceptionTypes autoretryFor,
        ExceptionTypes dontAutoretryFor,
        boolean backoff,
        Duration backoffFactor,
        Duration backoffMax,
        boolean jitter) {

    static final Attribute<ExceptionTypes> AUTORETRY_FOR = new Attribute<>(
            "autoretry-for",
            said -> ExceptionTypes.write(said.autoretryFor()),
            ExceptionTypes::parse,
            all -> all.retry().autoretryFor());
    static final Attribute<ExceptionTypes> DONT_AUTORETRY_FOR = new Attribute<>(
            "dont-autoretry-for",
            said -> ExceptionTypes.write(said.dontAutoretryFor()),
            ExceptionTypes::parse,
            all -> all.retry().dontAutoretryFor());
    static final Attribute<Boolean> BACKOFF = Attribute.yesOrNo(
            "retry-backoff", AbakusTask::retryBackoff, all -> all.retry().backoff());
    static final Attribute<Duration> BACKOFF_FACTOR =
            Attribute.duration("retry-backoff-factor", AbakusTask::retryBackoffFactor, all -> all.retry()
                    .backoffFactor());
    static final Attribute<Duration> BACKOFF_MAX = Attribute.duration(
            "retry-backoff-max", AbakusTask::retryBackoffMax, all -> all.retry().backoffMax());
    static final Attribute<Boolean> JITTER = Attribute.yesOrNo(
            "retry-jitter", AbakusTask::retryJitter, all -> all.retry().jitter());

    static final List<Attribute<?>> ALL =
            List.of(AUTORETRY_FOR, DONT_AUTORETRY_FOR, BACKOFF, BACKOFF_FACTOR, BACKOFF_MAX, JITTER);

    static final RetryAttributes DEFAULTS = new RetryAttributes(
            ExceptionTypes.NONE, ExceptionTypes.NONE, false, Duration.ofSeconds(1), Duration.ofMinutes(10), true);

    static RetryAttributes read(AttributeReader reader) {
        return new RetryAttributes(
                reader.read(AUTORETRY_FOR, DEFAULTS.autoretryFor),
                reader.read(DONT_AUTORETRY_FOR, DEFAULTS.dontAutoretryFor),
                reader.read(BACKOFF, DEFAULTS.backoff),
                reader.read(BACKOFF_FACTOR, DEFAULTS.backoffFactor),
                reader.read(BACKOFF_MAX, DEFAULTS.backoffMax),
                reader.read(JITTER, DEFAULTS.jitter));
    }

    /** Whether a task that threw this exception is retried automatically. */
    public boolean asksFor(Throwable thrown) {
        return autoretryFor.include(thrown) && !dontAutoretryFor.include(thrown);
    }
}
