package no.abakus.tasks.console.executions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Waiting tasks come in pages, too, although the list changes all the time. */
class CurrentPagesTest {

    private static CurrentTasks.Found waiting(int from, int to) {
        List<ExecutionView> items = IntStream.range(from, to)
                .mapToObj(i -> ExecutionView.of(
                        new WaitingTask("id-" + i, "mail.send", "mail", 4, 0, Optional.empty(), Optional.empty())))
                .toList();
        return new CurrentTasks.Found(Map.of("waiting", items), SourcesView.broker(items.size(), true), true);
    }

    @Test
    void the_pages_together_have_every_task_once() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            ExecutionList page = ExecutionList.of(waiting(0, 101), after, 50);
            page.items().forEach(item -> seen.add(item.taskId()));
            assertThat(page.total().value()).isEqualTo(101);
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(101).doesNotHaveDuplicates();
    }

    @Test
    void the_list_starts_over_if_the_last_task_of_the_page_has_begun_meanwhile() {
        String after = ExecutionList.of(waiting(0, 101), null, 50).next();

        ExecutionList page = ExecutionList.of(waiting(70, 101), after, 50);

        assertThat(page.items()).hasSize(31);
        assertThat(page.next()).isNull();
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        for (String cursor : List.of("", "?", Given.cursor(17), "dGFzaw")) {
            assertThatThrownBy(() -> ExecutionList.of(waiting(0, 1), cursor, 50))
                    .as(cursor)
                    .isInstanceOf(ProblemException.class);
        }
    }
}
