package no.abakus.sample.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {

    @Test
    void a_column_gives_back_what_it_was_given() {
        for (List<String> names : List.of(List.<String>of(), List.of("a"), List.of("b, c", "a", "å"))) {
            Groups groups = Groups.of(names);
            assertThat(Groups.ofColumn(groups.toColumn())).isEqualTo(groups);
        }
    }

    @Test
    void groups_overlap_when_one_is_in_both() {
        assertThat(Groups.of(List.of("a", "b")).overlap(Groups.of(List.of("c", "b"))))
                .isTrue();
        assertThat(Groups.of(List.of("a", "b")).overlap(Groups.of(List.of("c"))))
                .isFalse();
        assertThat(Groups.of(null).overlap(Groups.of(List.of("c")))).isFalse();
    }

    @Test
    void a_name_that_a_column_could_not_give_back_is_refused() {
        for (String name : Arrays.asList("", " ", "a\nb", null, "x".repeat(4001))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Groups.of(Arrays.asList(name)));
        }
    }
}
