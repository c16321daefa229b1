package no.abakus.tasks.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;

/**
 * The parts of a task's outcome that are stored, according to {@link no.abakus.tasks.AbakusTask} and configuration.
 *
 * @param ignore whether the result is not needed
 * @param storeErrorsEvenIfIgnored whether a failure is still stored
 * @param trackStarted whether the start is stored
 * @param trail whether the ids of the task's children are stored
 * @param retention how long the record is kept after the task has ended; empty for the general retention
 * @param keepFailed whether the history keeps the bodies of failed executions
 */
public record ResultAttributes(
        boolean ignore,
        boolean storeErrorsEvenIfIgnored,
        boolean trackStarted,
        boolean trail,
        Optional<Duration> retention,
        boolean keepFailed) {

    static final Attribute<Boolean> IGNORE = Attribute.yesOrNo(
            "ignore-result", AbakusTask::ignoreResult, all -> all.results().ignore());
    static final Attribute<Boolean> STORE_ERRORS =
            Attribute.yesOrNo("store-errors-even-if-ignored", AbakusTask::storeErrorsEvenIfIgnored, all -> all.results()
                    .storeErrorsEvenIfIgnored());
    static final Attribute<Boolean> TRACK_STARTED = Attribute.yesOrNo(
            "track-started", AbakusTask::trackStarted, all -> all.results().trackStarted());
    static final Attribute<Boolean> TRAIL =
            Attribute.yesOrNo("trail", AbakusTask::trail, all -> all.results().trail());
    static final Attribute<Optional<Duration>> RETENTION =
            Attribute.optionalDuration("result-retention", AbakusTask::resultRetention, all -> all.results()
                    .retention());
    static final Attribute<Boolean> KEEP_FAILED = Attribute.yesOrNo(
            "keep-failed", AbakusTask::keepFailed, all -> all.results().keepFailed());

    static final List<Attribute<?>> ALL = List.of(IGNORE, STORE_ERRORS, TRACK_STARTED, TRAIL, RETENTION, KEEP_FAILED);

    /** The attributes of a task that sets none. */
    public static final ResultAttributes DEFAULTS =
            new ResultAttributes(true, false, true, true, Optional.empty(), true);

    static ResultAttributes read(AttributeReader reader) {
        return new ResultAttributes(
                reader.read(IGNORE, DEFAULTS.ignore),
                reader.read(STORE_ERRORS, DEFAULTS.storeErrorsEvenIfIgnored),
                reader.read(TRACK_STARTED, DEFAULTS.trackStarted),
                reader.read(TRAIL, DEFAULTS.trail),
                reader.read(RETENTION, DEFAULTS.retention),
                reader.read(KEEP_FAILED, DEFAULTS.keepFailed));
    }
}
