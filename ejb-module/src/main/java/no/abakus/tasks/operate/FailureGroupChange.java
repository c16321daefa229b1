package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of a group of failures. What it does not change stays as it is, also if somebody else changes it now.
 *
 * @param changesNote whether the note changes
 * @param note the new note; empty to remove it
 * @param changesMuting whether it changes until when the group is muted
 * @param mutedUntil until when it is muted; empty to show it again
 */
public record FailureGroupChange(
        boolean changesNote, Optional<String> note, boolean changesMuting, Optional<Instant> mutedUntil) {

    /** Changes nothing. */
    public static final FailureGroupChange NONE =
            new FailureGroupChange(false, Optional.empty(), false, Optional.empty());

    /** This change, and another note. */
    public FailureGroupChange note(Optional<String> newNote) {
        return new FailureGroupChange(true, newNote, changesMuting, mutedUntil);
    }

    /** This change, and another time of muting. */
    public FailureGroupChange mutedUntil(Optional<Instant> until) {
        return new FailureGroupChange(changesNote, note, true, until);
    }
}
