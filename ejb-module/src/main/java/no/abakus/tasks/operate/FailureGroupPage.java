package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of groups of failures, the latest failure first.
 *
 * @param groups the groups of this page
 * @param next where the next page starts; empty on the last page
 * @param total how many groups match
 * @param isComplete whether all groups were looked at; otherwise there may be more than {@code total}
 */
public record FailureGroupPage(List<FailureGroup> groups, Optional<Position> next, long total, boolean isComplete) {

    public FailureGroupPage {
        groups = List.copyOf(groups);
    }

    /**
     * The last group of a page.
     *
     * @param lastAt when its last failure happened
     * @param id its id
     */
    public record Position(Instant lastAt, String id) {

        /** Whether the group comes after this position. */
        public boolean isBefore(FailureGroup group) {
            int order = group.lastAt().compareTo(lastAt);
            return order < 0 || (order == 0 && group.id().compareTo(id) > 0);
        }
    }
}
