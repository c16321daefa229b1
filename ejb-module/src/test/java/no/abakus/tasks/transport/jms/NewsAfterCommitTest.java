package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.jms.ConnectionFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.TaskNews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notifications of a transaction are sent after its commit, by another thread. */
@ExtendWith(EmbeddedBroker.class)
class NewsAfterCommitTest {

    private static final long PATIENCE_SECONDS = 20;

    private final FakeTransactions transactions = new FakeTransactions();
    private final List<Runnable> work = new ArrayList<>();
    private final BlockingQueue<TaskNews> heard = new LinkedBlockingQueue<>();
    private final NewsFeed feed =
            new NewsFeed(new KeptConnection(EmbeddedBroker.connections()), heard::add, QueueNames.PLAIN);
    private final NewsChannel news = over(EmbeddedBroker.connections(), work::add);

    private NewsChannel over(ConnectionFactory connections, Executor threads) {
        return new JmsTransport(
                        connections,
                        TaskClock.system(),
                        transactions,
                        BrokerTraits.UNKNOWN,
                        Parking.NONE,
                        QueueNames.PLAIN)
                .newsAfterCommit(transactions, threads);
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void it_is_told_after_the_commit_and_what_comes_meanwhile_is_told_with_it() throws InterruptedException {
        feed.listen();
        transactions.begin();
        news.tell(of("t-1"));
        assertThat(work).as("before the commit").isEmpty();
        transactions.commit();
        transactions.begin();
        news.tell(of("t-2"));
        transactions.commit();

        assertThat(work).as("one tells both").hasSize(1);
        work.remove(0).run();

        assertThat(next()).isEqualTo(of("t-1"));
        assertThat(next()).isEqualTo(of("t-2"));
    }

    @Test
    void of_many_none_is_lost_and_each_is_heard_once() throws InterruptedException {
        feed.listen();
        for (int i = 0; i < 1_000; i++) {
            news.tell(of("t-" + i));
        }
        work.remove(0).run();

        for (int i = 0; i < 1_000; i++) {
            assertThat(next()).isEqualTo(of("t-" + i));
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void what_is_rolled_back_is_never_told() {
        transactions.begin();
        news.tell(of("t-1"));
        transactions.rollback();

        assertThat(work).isEmpty();
    }

    @Test
    void without_a_transaction_it_is_told_as_soon_as_somebody_has_time() throws InterruptedException {
        feed.listen();
        news.tell(of("t-1"));
        work.remove(0).run();
        news.tell(of("t-2"));
        work.remove(0).run();

        assertThat(next()).isEqualTo(of("t-1"));
        assertThat(next()).isEqualTo(of("t-2"));
    }

    @Test
    void a_broker_that_is_away_is_no_trouble_to_the_task_and_the_next_news_is_told_again() {
        NewsChannel nowhere = over(EmbeddedBroker.unreachable(), work::add);
        nowhere.tell(of("t-1"));
        assertThatNoException().isThrownBy(() -> work.remove(0).run());

        nowhere.tell(of("t-2"));
        assertThat(work).hasSize(1);
    }

    @Test
    void when_the_application_stops_nobody_is_kept_from_ending() {
        NewsChannel stopping = over(EmbeddedBroker.connections(), refused -> {
            throw new RejectedExecutionException("stopping");
        });

        assertThatNoException().isThrownBy(() -> stopping.tell(of("t-1")));
    }

    private TaskNews next() throws InterruptedException {
        return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static TaskNews of(String id) {
        return new TaskNews(id, "sum", TaskState.SUCCESS, "node-a", Instant.parse("2026-11-26T17:00:00Z"));
    }
}
