package no.abakus.tasks.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.logging.Log;
import no.abakus.tasks.config.AckConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.crash.FlightRecorder;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.crash.NodeRun;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.crash.jdbc.CrashTables;
import no.abakus.tasks.crash.jdbc.JdbcClaimStore;
import no.abakus.tasks.crash.jdbc.JdbcSuspicionStore;
import no.abakus.tasks.spi.Transactions;
import no.abakus.tasks.worker.CrashSeams;
import no.abakus.tasks.worker.EarlySlots;

/** What lets tasks survive this node, put together, and what has to be done for it now and then. Thread-safe. */
public final class Survival {

    private static final Log log = Log.get("no.abakus.tasks");
    private static final int MOST_SHOWN = 20;

    private final CrashSeams seams;
    private final CrashTables tables;
    private final Optional<FlightRecorder> recorder;
    private final Duration drain;

    private Survival(CrashSeams seams, CrashTables tables, Optional<FlightRecorder> recorder, Duration drain) {
        this.seams = seams;
        this.tables = tables;
        this.recorder = recorder;
        this.drain = drain;
    }

    static Survival of(
            TaskSystemConfig config,
            NodeRun run,
            TaskClock clock,
            Transactions transactions,
            ThreadFactory threads,
            Supplier<DataSource> database) {
        AckConfig said = config.acks();
        Optional<FlightRecorder> recorder = said.dataFolder().flatMap(folder -> opened(folder, run, clock));
        Trace trace = recorder.<Trace>map(one -> one).orElse(Trace.NOWHERE);
        tellOf(trace.left());
        CrashTables tables = new CrashTables(database, transactions);
        Duration retention = config.results().retention();
        Claims claims =
                new Claims(new JdbcClaimStore(tables), run, trace.formerRun(), said.nodeLostAfter(), retention, clock);
        Suspects suspects = new Suspects(
                new JdbcSuspicionStore(tables),
                run,
                trace.left(),
                config.results().unfinishedRetention(),
                clock);
        EarlySlots slots = new EarlySlots(said.earlySlots(), executor(said.earlySlots(), threads));
        CrashSeams seams = new CrashSeams(transactions, claims, suspects, trace, slots);
        return new Survival(seams, tables, recorder, said.earlyDrain());
    }

    private static Optional<FlightRecorder> opened(Path folder, NodeRun run, TaskClock clock) {
        try {
            return Optional.of(FlightRecorder.open(folder, run.id(), clock));
        } catch (IOException | RuntimeException e) {
            log.warning(
                    "running_tasks_not_noted",
                    e,
                    "folder",
                    folder.toString(),
                    "next",
                    "after a crash of this node its next start will not know what it ran"
                            + " (abakus.tasks.acks.data-folder)");
            return Optional.empty();
        }
    }

    private static void tellOf(List<LeftTask> left) {
        if (!left.isEmpty()) {
            log.warning(
                    "node_died",
                    "last_seen",
                    left.get(0).seenAt().toString(),
                    "running",
                    left.size(),
                    "tasks",
                    left.stream()
                            .limit(MOST_SHOWN)
                            .map(task -> task.task() + "[" + task.id() + "]")
                            .toList());
        }
    }

    /** Threads of the server's, one for each slot that is needed, gone when they are not. */
    private static ThreadPoolExecutor executor(int slots, ThreadFactory threads) {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(slots, slots, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    CrashSeams seams() {
        return seams;
    }

    /** Notes that the node is alive, and what its long running tasks do. */
    void look() {
        recorder.ifPresent(FlightRecorder::look);
    }

    /** Whether anything was kept in the database so far. */
    boolean hasTables() {
        return tables.isPrepared();
    }

    /** Deletes what has expired. */
    void removeExpired() {
        seams.claims().removeExpired();
        seams.suspects().removeExpired();
    }

    /** Waits for the tasks whose message is acknowledged, and closes the notes. */
    void end() throws InterruptedException {
        if (!seams.slots().drain(drain)) {
            log.error(
                    "early_tasks_interrupted_by_shutdown",
                    "running",
                    seams.slots().taken());
        }
        try {
            if (recorder.isPresent()) {
                recorder.get().close();
            }
        } catch (IOException e) {
            log.warning("running_tasks_not_closed", e);
        }
    }
}
