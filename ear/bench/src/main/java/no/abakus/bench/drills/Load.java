package no.abakus.bench.drills;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Sends tasks of all modes one after the other until this object is closed, and records which tasks were accepted. */
final class Load implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 25;
    private static final double TASK_SECONDS = 0.02;

    /**
     * The distance between the first numbers of two loads. No load sends so many tasks, so no two loads use the same
     * number.
     */
    private static final int APART = 10_000_000;

    private final Sender sender;
    private final boolean isLossStored;
    private final Map<Mode, Set<Integer>> taken = new EnumMap<>(Mode.class);
    private final Thread thread = new Thread(this::sendUntilFailure, "load");
    private volatile boolean isOver;
    private final AtomicInteger refused = new AtomicInteger();

    private volatile int next;
    private volatile RuntimeException failure;

    /** Where the load goes: to one server, or to the server that a balancer selects. */
    interface Sender {

        /**
         * Sends a task and returns its id.
         *
         * @throws IOException if the task was not accepted; it may have been sent nevertheless
         */
        String send(String task, Map<String, ?> call) throws IOException, InterruptedException;
    }

    private Load(Sender sender, int first, boolean isLossStored) {
        this.sender = sender;
        this.next = first;
        this.isLossStored = isLossStored;
        for (Mode mode : Mode.values()) {
            taken.put(mode, ConcurrentHashMap.newKeySet());
        }
    }

    static Load on(Sender sender) {
        return begin(new Load(sender, 0, false));
    }

    /**
     * Starts several loads. If a node dies while it runs their EARLY tasks, another node stores that these tasks have
     * failed.
     */
    static List<Load> several(int count, Sender sender) {
        return IntStream.range(0, count)
                .mapToObj(number -> begin(new Load(sender, number * APART, true)))
                .toList();
    }

    /** Starts a load whose numbers follow those of another load. The other load must be closed. */
    static Load from(Load former, Sender sender) {
        return begin(new Load(sender, former.next, former.isLossStored));
    }

    private static Load begin(Load load) {
        load.thread.setDaemon(true);
        load.thread.start();
        return load;
    }

    /** A load that has ended unnoticed would let a drill pass that has sent almost nothing. */
    private void sendUntilFailure() {
        try {
            send();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void send() {
        for (int number = next; !isOver; number++) {
            next = number + 1;
            for (Mode mode : Mode.values()) {
                try {
                    sender.send(mode.task(), call(mode, number));
                    taken.get(mode).add(number);
                } catch (IOException e) {
                    refused.incrementAndGet();
                } catch (InterruptedException e) {
                    return;
                }
            }
            try {
                Thread.sleep(BETWEEN_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Map<String, Object> call(Mode mode, int number) {
        Map<String, Object> call = new HashMap<>();
        call.put("args", Arrays.asList(mode.key(number), TASK_SECONDS));
        call.put("task_id", mode.key(number));
        // The drill must see refusals without delay.
        call.put("retry", false);
        if (isLossStored && mode == Mode.EARLY) {
            call.put("ignore_result", false);
        }
        return call;
    }

    /** Returns the numbers of the tasks of this mode that were accepted. */
    Set<Integer> taken(Mode mode) {
        return taken.get(mode);
    }

    /** Returns how many calls got an error, or no response at all. */
    int refused() {
        return refused.get();
    }

    /**
     * Ends the load.
     *
     * @throws IllegalStateException if it had already ended, because a call was wrong
     */
    @Override
    public void close() throws InterruptedException {
        isOver = true;
        thread.join();
        if (failure != null) {
            throw new IllegalStateException("The load has ended before the drill", failure);
        }
    }
}
