package no.abakus.tasks.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterQueryTest {

    private static final DeadLetter LETTER = new DeadLetter(
            "x", "t-1", "mail.send.all", "unknown-task", "No task", "mail", "", "a", 0, Optional.empty());

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
                    """)
    void a_letter_fits_all_terms(String q, boolean fits) {
        assertThat(DeadLetterQuery.parse(q).fits(LETTER)).isEqualTo(fits);
    }

    @Test
    void without_its_reasons_a_query_selects_letters_of_all_reasons() {
        assertThat(DeadLetterQuery.parse("reason:arguments task:mail.*")
                        .withoutReasons()
                        .fits(LETTER))
                .isTrue();
        assertThat(DeadLetterQuery.parse("-reason:unknown-task task:x")
                        .withoutReasons()
                        .fits(LETTER))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "reason:", "args:x", "state:failed", ":x", "-"})
    void what_is_not_understood_is_refused_with_its_place(String term) {
        assertThatThrownBy(() -> DeadLetterQuery.parse("task:a " + term))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("position 7");
    }

    @Test
    void a_query_is_bounded() {
        assertThatThrownBy(() -> DeadLetterQuery.parse("a".repeat(1_001))).isInstanceOf(InvalidQueryException.class);
    }
}
