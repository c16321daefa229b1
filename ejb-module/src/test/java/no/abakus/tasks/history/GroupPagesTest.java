package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupPage;
import org.junit.jupiter.api.Test;

/** Groups of failures are filtered before they are cut into pages. */
class GroupPagesTest {

    private static final Instant THEN = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void every_wanted_group_is_on_one_page() {
        List<FailureGroup> all = groups(950);
        List<String> seen = new ArrayList<>();

        Optional<FailureGroupPage.Position> after = Optional.empty();
        do {
            FailureGroupPage page = GroupPages.page(all, group -> !group.task().equals("t-3"), after, 200);
            assertThat(page.total()).isEqualTo(949);
            assertThat(page.isComplete()).isTrue();
            page.groups().forEach(group -> seen.add(group.task()));
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).hasSize(949).doesNotHaveDuplicates().doesNotContain("t-3");
    }

    @Test
    void a_match_behind_the_first_page_is_found() {
        assertThat(GroupPages.page(groups(950), group -> group.task().equals("t-949"), Optional.empty(), 200)
                        .groups())
                .extracting(FailureGroup::task)
                .containsExactly("t-949");
    }

    @Test
    void more_groups_than_are_looked_at_are_reported() {
        FailureGroupPage page = GroupPages.page(groups(10_001), group -> true, Optional.empty(), 200);

        assertThat(page.isComplete()).isFalse();
        assertThat(page.total()).isEqualTo(10_000);
    }

    /** Two groups each have failed at the same instant, so their ids decide. */
    private static List<FailureGroup> groups(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new FailureGroup(
                        String.format(Locale.ROOT, "%06d", i),
                        "t-" + i,
                        "X",
                        Optional.empty(),
                        "s",
                        THEN,
                        THEN.minusSeconds(i / 2),
                        1,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }
}
