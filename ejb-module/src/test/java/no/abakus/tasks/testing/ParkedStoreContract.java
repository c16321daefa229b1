package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.port.ParkedStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of parked messages keeps and gives back. */
@SuppressWarnings("JUnitClassModifiers") // to be extended in other packages
public abstract class ParkedStoreContract {

    protected static final Instant DUE = Instant.parse("2030-01-01T12:00:00.123Z");
    private static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59.999Z");

    protected ParkedStore store;

    /** An empty store. */
    protected abstract ParkedStore store() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = store();
    }

    /** A message with this id. */
    protected static ParkedMessage message(String id, Instant due) {
        return message(id, "default", due, id.getBytes(StandardCharsets.UTF_8));
    }

    protected static ParkedMessage message(String id, String queue, Instant due, byte[] content) {
        return new ParkedMessage(id, "mail.send", queue, 7, 2, due, Optional.of("\"a\""), content);
    }

    private List<String> taken(Instant until, int most, String... without) {
        return store.take(until, most, Set.of(without)).stream()
                .map(ParkedMessage::taskId)
                .toList();
    }

    @Test
    void an_empty_store_has_nothing_to_give() {
        assertThat(store.firstDue()).isEmpty();
        assertThat(taken(FOREVER, 10)).isEmpty();
        assertThat(store.count("default")).isZero();
        assertThat(store.list("default", 10)).isEmpty();
        assertThat(store.remove("default", "1")).isFalse();
    }

    @Test
    void a_message_comes_back_as_it_was() {
        byte[] content = {0, -1, 127, -128};
        store.add(List.of(message("1", "mail", DUE, content)));

        List<ParkedMessage> taken = store.take(DUE, 10, Set.of());

        assertThat(taken).hasSize(1);
        assertThat(taken.get(0))
                .usingRecursiveComparison()
                .isEqualTo(new ParkedMessage("1", "mail.send", "mail", 7, 2, DUE, Optional.of("\"a\""), content));
    }

    @Test
    void the_list_has_the_log_contexts_for_which_operators_search() {
        Map<String, String> context = Map.of("request_id", "r-1", "odd=key", "a=b\nc\\d");
        store.add(List.of(
                new ParkedMessage("1", "mail.send", "mail", 7, 2, DUE, Optional.empty(), context, new byte[1])));

        assertThat(store.list("mail", 1)).extracting(WaitingTask::context).containsExactly(context);
        assertThat(store.list("mail", 1).get(0).requestId()).contains("r-1");
        assertThat(store.find("mail", "1")).map(WaitingTask::context).contains(context);
        assertThat(store.find("mail", "2")).isEmpty();
        assertThat(store.find("default", "1")).isEmpty();
    }

    @Test
    void long_messages_come_back_whole_and_a_few_at_a_time() {
        byte[] content = new byte[7 * 1024 * 1024];
        content[content.length - 1] = 17;
        for (int i = 0; i < 4; i++) {
            store.add(List.of(message("long-" + i, "default", DUE.plusMillis(i), content)));
        }

        List<ParkedMessage> first = store.take(FOREVER, 100, Set.of());
        List<ParkedMessage> rest = store.take(FOREVER, 100, Set.of());

        assertThat(first).hasSizeBetween(1, 3);
        assertThat(first.size() + rest.size()).isEqualTo(4);
        assertThat(first.get(0).content()).isEqualTo(content);
    }

    @Test
    void what_is_taken_is_gone() {
        store.add(List.of(message("1", DUE), message("2", DUE)));

        assertThat(taken(DUE, 10)).containsExactlyInAnyOrder("1", "2");
        assertThat(taken(DUE, 10)).isEmpty();
        assertThat(store.firstDue()).isEmpty();
    }

    @Test
    void the_earliest_go_first_and_no_more_than_asked_for() {
        store.add(List.of(message("3", DUE.plusSeconds(3)), message("1", DUE.plusSeconds(1))));
        store.add(List.of(message("2", DUE.plusSeconds(2))));

        assertThat(store.firstDue()).contains(DUE.plusSeconds(1));
        assertThat(taken(FOREVER, 2)).containsExactly("1", "2");
        assertThat(store.firstDue()).contains(DUE.plusSeconds(3));
    }

    @Test
    void what_is_due_later_stays() {
        store.add(List.of(message("now", DUE), message("later", DUE.plusMillis(1))));

        assertThat(taken(DUE, 10)).containsExactly("now");
        assertThat(store.firstDue()).contains(DUE.plusMillis(1));
    }

    @Test
    void messages_of_a_queue_that_is_left_out_stay_and_the_others_go() {
        store.add(List.of(message("stuck", "full", DUE, new byte[1]), message("1", DUE.plusSeconds(1))));

        assertThat(taken(FOREVER, 10, "full", "another")).containsExactly("1");
        assertThat(taken(FOREVER, 10)).containsExactly("stuck");
    }

    @Test
    void the_same_id_may_be_there_several_times() {
        store.add(List.of(message("1", DUE), message("1", DUE), message("1", "mail", DUE, new byte[1])));

        assertThat(store.count("default")).isEqualTo(2);
        assertThat(store.remove("default", "1")).isTrue();
        assertThat(store.count("default")).isZero();
        assertThat(taken(FOREVER, 10)).containsExactly("1");
    }

    @Test
    void a_removed_message_is_gone_and_its_neighbours_are_not() {
        store.add(List.of(message("1", DUE), message("2", DUE)));

        assertThat(store.remove("default", "1")).isTrue();
        assertThat(store.remove("default", "1")).isFalse();
        assertThat(taken(FOREVER, 10)).containsExactly("2");
    }

    @Test
    void a_queue_is_listed_by_due_time_and_counted_again_each_time() {
        store.add(List.of(message("2", DUE.plusSeconds(2)), message("x", "mail", DUE, new byte[1])));
        assertThat(store.count("default")).isEqualTo(1);
        store.add(List.of(message("1", DUE.plusSeconds(1)), message("3", DUE.plus(Duration.ofDays(3)))));

        assertThat(store.count("default")).isEqualTo(3);
        assertThat(store.list("default", 2)).extracting(WaitingTask::id).containsExactly("1", "2");
        assertThat(store.list("default", 1))
                .containsExactly(new WaitingTask(
                        "1", "mail.send", "default", 7, 2, Optional.of(DUE.plusSeconds(1)), Optional.of("\"a\"")));
    }
}
