package no.abakus.tasks.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterQueryTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private static final DeadLetter LETTER = new DeadLetter(
            "x",
            "t-1",
            "mail.send.all",
            "unknown-task",
            "No task, no mail",
            "mail",
            "2030-01-01T11:30:00Z",
            "a",
            0,
            Optional.of("(1, to=a@b)"),
            Map.of("request_id", "abc-123", "current_user", "anna", "tenant", "7"));

    private static final DeadLetter OF_A_STRANGER =
            new DeadLetter("y", "", "", "", "", "", "yesterday", "", 0, Optional.empty());

    private static DeadLetterQuery parse(String q) {
        return DeadLetterQuery.parse(q, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                    | true
                    reason:unknown-task                   | true
                    reason:arguments,unknown-task         | true
                    reason:arguments                      | false
                    -reason:arguments                     | true
                    task:mail.*                           | true
                    task:*.send.*                         | true
                    task:*all                             | true
                    task:mail.send.all*all                | false
                    task:mail.*  queue:mail node:a id:t-1 | true
                    task:mail.* -queue:mail               | false
                    error:unknown-task                    | true
                    error:"unknown-task: No task, no mail" | true
                    error:"*no mail",x                    | true
                    error:"*no, mail"                     | false
                    task:"mail.send.all"                  | true
                    args:a@b                              | true
                    -args:"to=a@b"                        | false
                    request_id:abc-123 user:anna          | true
                    ctx.tenant:6,7                        | true
                    -ctx.tenant:7                         | false
                    ctx.nothing:*                         | false
                    age<1h                                | true
                    age>1h                                | false
                    age>10m age<31m                       | true
                    """)
    void a_letter_fits_all_terms(String q, boolean fits) {
        assertThat(parse(q).fits(LETTER)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "reason:*, false", "-user:anna, true", "age<1h, false", "age>1h, false", "error:*, false"})
    void what_a_letter_does_not_say_matches_only_a_negation(String q, boolean fits) {
        assertThat(parse(q).fits(OF_A_STRANGER)).isEqualTo(fits);
    }

    @Test
    void a_query_knows_which_redacted_parts_it_reads() {
        assertThat(parse("reason:arguments task:mail.* id:t-1 queue:mail node:a age<1h")
                        .read())
                .isEmpty();
        assertThat(parse("-error:x").read()).isEqualTo(Set.of(DeadLetter.Part.DETAIL));
        assertThat(parse("task:x args:7").read()).isEqualTo(Set.of(DeadLetter.Part.ARGUMENTS));
        for (String q : new String[] {"ctx.tenant:7", "-ctx.tenant:7", "request_id:x", "user:x"}) {
            assertThat(parse(q).read()).as(q).isEqualTo(Set.of(DeadLetter.Part.CONTEXT));
        }
        assertThat(parse("error:x user:y").read()).isEqualTo(Set.of(DeadLetter.Part.DETAIL, DeadLetter.Part.CONTEXT));
    }

    @Test
    void without_its_reasons_a_query_selects_letters_of_all_reasons() {
        assertThat(parse("reason:arguments task:mail.*").withoutReasons().fits(LETTER))
                .isTrue();
        assertThat(parse("-reason:unknown-task task:x").withoutReasons().fits(LETTER))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reason | 7",
                "reason: | 14",
                "state:failed | 7",
                "-state:failed | 8",
                "group:9f | 7",
                "took>5s | 7",
                "-age<1h | 7",
                "age:1h | 7",
                "age<1 | 11",
                "queue:\"a | 13",
                "ctx.:7 | 7",
                ":x | 7",
                "- | 7"
            })
    void what_is_not_understood_is_refused_with_its_place(String term, int position) {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> parse("task:a " + term))
                .withMessageContaining("position " + position)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void ages_need_an_instant_to_count_from() {
        assertThatThrownBy(() -> DeadLetterQuery.parse("age<1h")).isInstanceOf(InvalidQueryException.class);
        assertThat(DeadLetterQuery.parse("task:mail.*").fits(LETTER)).isTrue();
    }

    @Test
    void a_query_is_bounded() {
        assertThatThrownBy(() -> DeadLetterQuery.parse("a".repeat(1_001))).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> DeadLetterQuery.parse("task:\0")).isInstanceOf(InvalidQueryException.class);
    }
}
