package no.abakus.tasks.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.operate.HistoryQuery;
import org.junit.jupiter.api.Test;

/** Users learn what would make their query quicker. */
class NarrowerTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void a_query_without_bounds_is_told_all_ways() {
        assertThat(sentence("args:anna"))
                .isEqualTo(
                        "The query was cancelled after 10 s. To narrow it, add an exact id, request_id, user, group or"
                                + " task. Or add an age, such as 'age<1h'. Or leave out args, error, ctx and patterns"
                                + " with a star.");
    }

    @Test
    void what_is_there_is_not_asked_for() {
        assertThat(sentence("task:mail.send age<30d"))
                .isEqualTo("The query was cancelled after 10 s. To narrow it, choose a shorter age.");
        assertThat(sentence("task:mail.* age<30d")).contains("add an exact").contains("patterns with a star");
    }

    private static String sentence(String q) {
        return Narrower.sentence(HistoryQuery.parse(q, Instant.parse("2030-01-01T12:00:00Z")), LIMIT);
    }
}
