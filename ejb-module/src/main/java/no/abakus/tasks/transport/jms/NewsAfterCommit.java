package no.abakus.tasks.transport.jms;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.TaskNews;

/**
 * Sends notifications after their transaction commits, from another thread, in batches across transactions. Sending
 * inside the transaction would make the broker its second participant. A transaction with two participants costs
 * several disk waits instead of one.
 *
 * <p>If a notification is lost because the process ends or the broker is unavailable, a waiting caller finds the
 * outcome by polling. Thread-safe.
 */
final class NewsAfterCommit implements NewsChannel {

    private static final Log log = Log.get(NewsAfterCommit.class);

    private static final int ROOM = 10_000;
    /**
     * The maximum number of notifications in a message. A message of this size is small enough that no broker treats it
     * as a large one.
     */
    private static final int BATCH = 200;

    /**
     * How long to gather notifications for a message under load. One message with many notifications costs the nodes
     * less than many messages.
     */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final BlockingQueue<TaskNews> waiting = new LinkedBlockingQueue<>(ROOM);
    private final AtomicBoolean isTelling = new AtomicBoolean();
    private final JmsNews news;
    private final TransactionSynchronizationRegistry transactions;
    private final Executor threads;

    NewsAfterCommit(JmsNews news, TransactionSynchronizationRegistry transactions, Executor threads) {
        this.news = news;
        this.transactions = transactions;
        this.threads = threads;
    }

    @Override
    public void tell(TaskNews told) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            add(told);
        } else {
            transactions.registerInterposedSynchronization(new AfterCommit(told));
        }
    }

    private void add(TaskNews told) {
        if (!waiting.offer(told)) {
            log.debug("news_not_told", "task_id", told.id(), "reason", "too many notifications wait");
            return;
        }
        begin();
    }

    private void begin() {
        if (!isTelling.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.execute(this::tellAll);
        } catch (RejectedExecutionException e) {
            // The application is stopping.
            isTelling.set(false);
            log.debug("news_not_told", e, "news", waiting.size());
        }
    }

    private void tellAll() {
        List<TaskNews> batch = new ArrayList<>();
        try {
            while (waiting.drainTo(batch, BATCH) > 0) {
                news.tell(batch);
                boolean isThick = batch.size() > 1;
                batch.clear();
                if (isThick) {
                    LockSupport.parkNanos(GATHERING_NANOS);
                }
            }
        } catch (OperationalException e) {
            log.debug("news_not_told", e, "news", batch.size());
        } finally {
            isTelling.set(false);
        }
        // Notifications that arrived after the last check started no other thread, because this one was still sending.
        if (!waiting.isEmpty()) {
            begin();
        }
    }

    /** Queues a notification after its transaction commits. */
    private final class AfterCommit implements Synchronization {

        private final TaskNews told;

        AfterCommit(TaskNews told) {
            this.told = told;
        }

        @Override
        public void beforeCompletion() {
            // The transaction may still roll back.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                add(told);
            }
        }
    }
}
