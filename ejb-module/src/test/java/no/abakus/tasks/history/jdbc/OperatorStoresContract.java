package no.abakus.tasks.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.SavedView;
import no.abakus.tasks.operate.SavedViews;
import no.abakus.tasks.port.DepthStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores for operators do in each database. */
abstract class OperatorStoresContract {

    private static final Instant THEN = Instant.parse("2030-01-01T12:00:00Z");

    private SavedViews views;
    private DepthStore depths;
    private DepthStore ofTheShop;

    /** A database without tables. */
    protected abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        Database database = database();
        views = new JdbcViews(database);
        depths = new JdbcDepths(database, Owner.PLAIN);
        ofTheShop = new JdbcDepths(database, new Owner("shop"));
    }

    private static SavedView view(String owner, String name, String query, boolean shared) {
        return new SavedView(owner, name, "tasks", query, shared);
    }

    @Test
    void a_user_sees_own_views_first_and_shared_ones() {
        assertThat(views.keep(view("anna", "mails", "task:mail.*", false))).isTrue();
        views.keep(view("anna", "all", "", true));
        views.keep(view("bob", "mine", "task:b", false));
        views.keep(view("bob", "mails", "task:x", true));

        assertThat(views.seenBy("anna"))
                .containsExactly(
                        view("anna", "all", "", true),
                        view("anna", "mails", "task:mail.*", false),
                        view("bob", "mails", "task:x", true));
        assertThat(views.find("anna", "mails")).contains(view("anna", "mails", "task:mail.*", false));
        assertThat(views.find("carl", "mails")).contains(view("bob", "mails", "task:x", true));
        assertThat(views.find("anna", "mine")).isEmpty();
    }

    @Test
    void a_view_is_replaced_and_deleted_by_its_owner_alone() {
        views.keep(view("anna", "mails", "task:a", true));
        views.keep(view("anna", "mails", "task:b", true));
        assertThat(views.find("anna", "mails").orElseThrow().query()).isEqualTo("task:b");

        assertThat(views.delete("bob", "mails")).isFalse();
        assertThat(views.delete("anna", "mails")).isTrue();
        assertThat(views.seenBy("anna")).isEmpty();
    }

    @Test
    void an_owner_has_a_hundred_views_at_most() {
        IntStream.range(0, SavedViews.MOST).forEach(i -> views.keep(view("anna", "v" + i, "", false)));

        assertThat(views.keep(view("anna", "another", "", false))).isFalse();
        assertThat(views.keep(view("anna", "v7", "task:x", false))).isTrue();
        assertThat(views.keep(view("bob", "another", "", false))).isTrue();
    }

    private static QueueDepth depth(int minute, String queue, long waiting) {
        return new QueueDepth(
                THEN.plusSeconds(60L * minute),
                queue,
                OptionalLong.of(waiting),
                OptionalLong.empty(),
                OptionalLong.of(3),
                OptionalLong.of(0));
    }

    @Test
    void depths_come_back_in_the_order_of_time() {
        assertThat(depths.has(THEN)).isFalse();
        depths.add(List.of(depth(1, "mail", 5), depth(1, "default", 7)));
        depths.add(List.of(depth(0, "mail", 4)));

        assertThat(depths.has(THEN)).isTrue();
        assertThat(depths.depths(THEN, THEN.plusSeconds(61), Optional.empty()))
                .containsExactly(depth(0, "mail", 4), depth(1, "default", 7), depth(1, "mail", 5));
        assertThat(depths.minutes(THEN, THEN.plusSeconds(61))).containsExactly(THEN, THEN.plusSeconds(60));
        assertThat(depths.minutes(THEN, THEN.plusSeconds(60))).containsExactly(THEN);
        assertThat(ofTheShop.minutes(THEN, THEN.plusSeconds(61))).isEmpty();
        assertThat(depths.depths(THEN, THEN.plusSeconds(60), Optional.of("mail")))
                .containsExactly(depth(0, "mail", 4));
    }

    @Test
    void each_application_has_its_own_depths_of_queues_with_one_name() {
        depths.add(List.of(depth(0, "mail", 4)));
        assertThat(ofTheShop.has(THEN)).isFalse();
        ofTheShop.add(List.of(depth(0, "mail", 9)));

        assertThat(depths.depths(THEN, THEN.plusSeconds(1), Optional.of("mail")))
                .containsExactly(depth(0, "mail", 4));
        assertThat(ofTheShop.depths(THEN, THEN.plusSeconds(1), Optional.empty()))
                .containsExactly(depth(0, "mail", 9));
    }

    @Test
    void the_first_node_of_a_minute_wins_and_old_numbers_go() {
        depths.add(List.of(depth(0, "mail", 4)));
        depths.add(List.of(depth(0, "mail", 9)));
        depths.add(List.of(depth(1, "mail", 5)));

        assertThat(depths.depths(THEN, THEN.plusSeconds(1), Optional.empty())).containsExactly(depth(0, "mail", 4));
        assertThat(depths.removeDepths(THEN.plusSeconds(60))).isEqualTo(1);
        assertThat(depths.depths(THEN, THEN.plusSeconds(600), Optional.empty())).hasSize(1);
    }
}
