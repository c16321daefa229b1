package no.abakus.tasks.history.jdbc;

import static no.abakus.tasks.testing.SampleHistory.THEN;
import static no.abakus.tasks.testing.SampleHistory.failure;
import static no.abakus.tasks.testing.SampleHistory.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.order.jdbc.JdbcOrders;
import no.abakus.tasks.order.jdbc.JdbcOrdersTakeOver;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.spi.Pause;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application takes over the history and the orders of its earlier name. */
abstract class TakenOverContract {

    private static final Instant LATER = THEN.plus(Duration.ofHours(1));
    private static final Owner SHOP = new Owner("shop");
    private static final Owner STRANGER = new Owner("stranger");

    private Database database;
    private HistoryStores earlier;
    private HistoryStores shop;
    private HistoryStores stranger;

    /** An empty database. */
    abstract DataSource source();

    @BeforeEach
    void open() {
        DataSource source = source();
        database = new Database(() -> source, new EachAlone());
        earlier = JdbcHistory.in(database, Owner.PLAIN);
        shop = JdbcHistory.in(database, SHOP);
        stranger = JdbcHistory.in(database, STRANGER);
    }

    private static HistoryRow success(int second, String id) {
        return row(second, id, TaskState.SUCCESS, "mail.send");
    }

    private static HistoryRow failed(int second, String id) {
        return failure(second, id, "mail.send");
    }

    private int moveAll() {
        JdbcHistoryTakeOver takeOver = new JdbcHistoryTakeOver(database, SHOP);
        int all = 0;
        for (int some = takeOver.move(Owner.PLAIN, LATER); some > 0; some = takeOver.move(Owner.PLAIN, LATER)) {
            all += some;
        }
        return all;
    }

    private static List<String> ids(HistoryStores stores) {
        return stores.ends().page(HistoryQuery.ALL, Long.MAX_VALUE, 10_000).stream()
                .map(EndedTask::taskId)
                .toList();
    }

    @Test
    void ended_tasks_move_and_those_of_a_third_application_stay() {
        earlier.ends()
                .add(IntStream.range(0, 1_500)
                        .mapToObj(number -> success(2 * number, "e-" + number))
                        .toList());
        shop.ends().add(List.of(success(4_000, "s-1")));
        stranger.ends().add(List.of(success(701, "x-1")));

        assertThat(moveAll()).isEqualTo(1_500);

        assertThat(ids(shop)).hasSize(1_501).startsWith("s-1", "e-1499").endsWith("e-0");
        assertThat(ids(earlier)).isEmpty();
        assertThat(ids(stranger)).containsExactly("x-1");
    }

    @Test
    void a_group_of_failures_that_both_have_becomes_one() {
        earlier.ends().add(List.of(failed(0, "e-1"), failed(1, "e-2")));
        String id = earlier.groups().groups(Instant.EPOCH, 10).get(0).id();
        earlier.groups().change(id, FailureGroupChange.NONE.note(Optional.of("known")));
        shop.ends().add(List.of(failed(9, "s-1")));

        moveAll();

        FailureGroup group = shop.groups().group(id).orElseThrow();
        assertThat(group.total()).isEqualTo(3);
        assertThat(group.firstAt()).isEqualTo(THEN);
        assertThat(group.lastAt()).isEqualTo(THEN.plusSeconds(9));
        assertThat(group.sampleId()).isEqualTo("s-1");
        assertThat(group.note()).contains("known");
        assertThat(earlier.groups().groups(Instant.EPOCH, 10)).isEmpty();
        assertThat(shop.ends().evidence(shop.ends().executions("e-1", 1).get(0).id()))
                .isPresent();
    }

    @Test
    void a_group_that_only_the_earlier_name_has_is_renamed() {
        earlier.ends().add(List.of(failed(0, "e-1")));

        moveAll();

        assertThat(shop.groups().groups(Instant.EPOCH, 10))
                .extracting(FailureGroup::total)
                .containsExactly(1L);
    }

    @Test
    void counts_are_added_unless_they_may_still_be_written() {
        earlier.minutes().count(List.of(counts(THEN, 5), counts(LATER, 2)));
        shop.minutes().count(List.of(counts(THEN, 1)));

        moveAll();

        assertThat(shop.minutes().minutes(THEN, LATER.plusSeconds(60), Optional.empty()))
                .containsExactly(counts(THEN, 6));
        assertThat(earlier.minutes().minutes(THEN, LATER.plusSeconds(60), Optional.empty()))
                .containsExactly(counts(LATER, 2));
    }

    private static MinuteCounts counts(Instant at, long count) {
        return new MinuteCounts(
                at, "node-a", "mail.send", Map.of("succeeded", count), Map.of(3, count), Map.of(4, count));
    }

    @Test
    void what_operators_did_moves() {
        OperatorAction action =
                new OperatorAction("anna", Optional.empty(), "pause", Optional.empty(), Optional.empty(), "ok");
        earlier.audit().add(new AuditEntry(7, THEN, action));

        moveAll();

        assertThat(shop.audit().entries(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsExactly(action);
        assertThat(earlier.audit().entries(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void orders_are_copied_once_so_that_nodes_of_the_earlier_name_still_follow_them() {
        JdbcOrders theirs = new JdbcOrders(database, Owner.PLAIN);
        JdbcOrders ours = new JdbcOrders(database, SHOP);
        JdbcOrdersTakeOver takeOver = new JdbcOrdersTakeOver(database, SHOP);
        Pause pause = new Pause(Pause.Of.QUEUE, "default", THEN);
        MatchingRevocation revocation = new MatchingRevocation(
                new Revocable.Matching(Revocable.By.HEADER, "tenant", "7", Duration.ofHours(1)),
                false,
                THEN,
                THEN.plus(Duration.ofHours(1)),
                THEN.plus(Duration.ofDays(1)));
        theirs.pause(pause);
        theirs.revoke(revocation);
        new JdbcOrders(database, STRANGER).pause(new Pause(Pause.Of.QUEUE, "mail", THEN));

        assertThat(takeOver.copyOnce(Owner.PLAIN, LATER)).isEqualTo(2);
        assertThat(ours.pauses()).containsExactly(pause);
        assertThat(ours.revocations()).containsExactly(revocation);
        assertThat(theirs.pauses()).containsExactly(pause);

        ours.resume(Pause.Of.QUEUE, "default");
        assertThat(takeOver.copyOnce(Owner.PLAIN, LATER)).isZero();
        assertThat(ours.pauses()).isEmpty();
    }

    @Test
    void an_application_takes_nothing_over_from_itself() {
        shop.ends().add(List.of(success(1, "s-1")));

        assertThat(new JdbcHistoryTakeOver(database, SHOP).move(SHOP, LATER)).isZero();
        assertThat(new JdbcOrdersTakeOver(database, SHOP).copyOnce(SHOP, LATER)).isZero();
    }
}
