package no.abakus.tasks.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.operate.HistoryQuery.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryQueryTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private static HistoryQuery parse(String text) {
        return HistoryQuery.parse(text, NOW);
    }

    @Test
    void an_empty_query_selects_every_ended_task() {
        assertThat(parse("")).isEqualTo(HistoryQuery.ALL);
        assertThat(parse("   ")).isEqualTo(HistoryQuery.ALL);
    }

    @Test
    void all_kinds_of_terms_are_read() {
        HistoryQuery query = parse("state:failed,retry task:mail.* -user:anna ctx.tenant:7 took>5s waited<200ms age<1h"
                + " args:\"a, b\"");

        assertThat(query.source()).isEqualTo(Source.HISTORY);
        assertThat(query.terms())
                .containsExactly(
                        new HistoryQuery.Text(
                                HistoryField.STATE,
                                false,
                                List.of(new TextPattern("failed"), new TextPattern("retry"))),
                        new HistoryQuery.Text(HistoryField.TASK, false, List.of(new TextPattern("mail.*"))),
                        new HistoryQuery.Text(HistoryField.USER, true, List.of(new TextPattern("anna"))),
                        new HistoryQuery.Context("tenant", false, List.of(new TextPattern("7"))),
                        new HistoryQuery.Span(true, true, Duration.ofSeconds(5)),
                        new HistoryQuery.Span(false, false, Duration.ofMillis(200)),
                        new HistoryQuery.Ended(true, NOW.minus(Duration.ofHours(1))),
                        new HistoryQuery.Text(HistoryField.ARGS, false, List.of(new TextPattern("*a, b*"))));
    }

    @Test
    void the_states_say_where_to_look() {
        assertThat(parse("state:waiting,delayed").source()).isEqualTo(Source.BROKER);
        assertThat(parse("state:running task:x").source()).isEqualTo(Source.NODES);
        assertThat(parse("-state:running").source()).isEqualTo(Source.HISTORY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mail.send | 0",
                "state:failed x:y | 13",
                "state: | 6",
                "state:broken | 6",
                "task:a, | 7",
                "task:\"a | 5",
                "task:\"a\"b | 8",
                "took:5s | 0",
                "took>5 | 5",
                "took>s | 5",
                "took>9999999999s | 5",
                "-took>5s | 0",
                "size>5s | 0",
                "ctx.:7 | 0",
                "- | 0",
                "state:running state:failed | 20",
                "state:running,waiting | 14",
                "state:failed,retyr | 13",
                "state:* | 6"
            })
    void a_mistake_is_reported_where_it_is(String text, int position) {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> parse(text))
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void a_term_that_is_refused_is_found() {
        assertThat(HistoryQuery.positionOfState("task:\"a b\" -state:failed  state:running took>5s"))
                .isEqualTo(26);
        assertThat(HistoryQuery.positionOfState("-state:running")).isZero();
        assertThat(HistoryQuery.position("age<1h -ctx.a:b", HistoryQuery.Context.class::isInstance))
                .isEqualTo(7);
    }

    @Test
    void an_age_beyond_1970_is_1970() {
        assertThat(parse("age<999999999d").terms()).containsExactly(new HistoryQuery.Ended(true, Instant.EPOCH));
    }

    @Test
    void a_query_that_is_too_long_is_refused() {
        assertThat(parse("task:" + "x".repeat(HistoryQuery.LONGEST - 5)).terms())
                .hasSize(1);
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> parse("task:" + "x".repeat(HistoryQuery.LONGEST - 4)));
    }

    @Test
    void a_star_matches_anything_and_everything_else_itself() {
        assertThat(new TextPattern("mail.*").fits("mail.send")).isTrue();
        assertThat(new TextPattern("mail.*").fits("mailXsend")).isFalse();
        assertThat(new TextPattern("*a*a*").fits("a")).isFalse();
        assertThat(new TextPattern("*a*a*").fits("banana")).isTrue();
        assertThat(new TextPattern("ab*ba").fits("aba")).isFalse();
        assertThat(new TextPattern("*").fits("")).isTrue();
    }

    @Test
    void what_no_database_can_search_for_is_refused_with_its_position() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> HistoryQuery.parse("task:a\0b", Instant.EPOCH))
                .satisfies(thrown -> assertThat(thrown.position()).isEqualTo(6));
    }
}
