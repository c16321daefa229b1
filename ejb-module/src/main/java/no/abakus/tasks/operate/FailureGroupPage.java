package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of groups of failures. The group with the latest failure comes first.
 *
 * @param groups the groups of this page
 * @param next where the next page starts; empty on the last page
 * @param total how many groups match
 * @param isComplete whether all groups were examined; if not, more than {@code total} groups may match
 */
public record FailureGroupPage(List<FailureGroup> groups, Optional<Position> next, long total, boolean isComplete) {

    public FailureGroupPage {
        groups = List.copyOf(groups);
    }

    /**
     * The position of the last group of a page.
     *
     * @param lastAt when the group's last failure happened
     * @param id the group's id
     */
    public record Position(Instant lastAt, String id) {

        /** Whether the group comes after this position. */
        public boolean isBefore(FailureGroup group) {
            int order = group.lastAt().compareTo(lastAt);
            return order < 0 || (order == 0 && group.id().compareTo(id) > 0);
        }
    }
}
