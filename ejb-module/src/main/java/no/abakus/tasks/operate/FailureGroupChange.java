package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;

/**
 * A change to the note or the muting of a group of failures. A part that the change leaves out stays as it is, so a
 * change that another operator makes to that part at the same time is not lost.
 *
 * @param changesNote whether the note changes
 * @param note the new note; empty to remove it
 * @param changesMuting whether the end of the muting changes
 * @param mutedUntil the new end of the muting; empty to show the group again
 */
public record FailureGroupChange(
        boolean changesNote, Optional<String> note, boolean changesMuting, Optional<Instant> mutedUntil) {

    /** A change that changes nothing. */
    public static final FailureGroupChange NONE =
            new FailureGroupChange(false, Optional.empty(), false, Optional.empty());

    /** Returns a change that also sets the note. */
    public FailureGroupChange note(Optional<String> newNote) {
        return new FailureGroupChange(true, newNote, changesMuting, mutedUntil);
    }

    /** Returns a change that also sets the end of the muting. */
    public FailureGroupChange mutedUntil(Optional<Instant> until) {
        return new FailureGroupChange(changesNote, note, true, until);
    }
}
