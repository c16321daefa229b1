package no.abakus.tasks.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupPage;
import no.abakus.tasks.operate.FailureGroupPage.Position;

/** Divides groups of failures into pages. */
final class GroupPages {

    /**
     * The maximum number of groups to examine. If there are more, the failures of some task probably differ so much
     * that each makes a new group.
     */
    static final int MOST_SCANNED = 10_000;

    private GroupPages() {}

    /**
     * Returns a page of these groups.
     *
     * @param all at most one group more than {@value #MOST_SCANNED}; the group with the latest failure comes first
     */
    static FailureGroupPage page(
            List<FailureGroup> all, Predicate<FailureGroup> wanted, Optional<Position> after, int most) {
        List<FailureGroup> matching =
                all.stream().limit(MOST_SCANNED).filter(wanted).toList();
        List<FailureGroup> rest = matching.stream()
                .filter(group -> after.isEmpty() || after.get().isBefore(group))
                .toList();
        List<FailureGroup> groups = rest.subList(0, Math.min(most, rest.size()));
        Optional<Position> next = groups.size() < rest.size()
                ? Optional.of(groups.get(groups.size() - 1)).map(last -> new Position(last.lastAt(), last.id()))
                : Optional.empty();
        return new FailureGroupPage(groups, next, matching.size(), all.size() <= MOST_SCANNED);
    }
}
