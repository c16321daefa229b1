package no.abakus.tasks.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Makes one call of those that several threads make at about the same time: databases know it as group commit. A call
 * that comes alone is made at once, by its own thread. Those that come while groups are on their way wait, and one of
 * their threads makes them all: so groups grow with the load, and nobody waits for a clock. Thread-safe.
 *
 * @param <Q> what a call asks
 * @param <A> what it is answered
 */
final class GroupedCalls<Q, A> {

    /** More would hold locks for long, and save nothing more. */
    private static final int MOST = 100;

    /** One would have a thread wait for two trips to a database far away; many would leave each group small. */
    private static final int GROUPS = 2;

    private final Queue<Call<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore groups = new Semaphore(GROUPS);
    private final Function<List<Q>, List<A>> together;

    /**
     * Calls that are answered by this function, in the order of the questions; what it throws for several is thrown for none: each of them is
     * made again alone, so that nobody fails by another's.
     */
    GroupedCalls(Function<List<Q>, List<A>> together) {
        this.together = together;
    }

    /** Answers, or throws what the function throws. An interrupt meanwhile is kept for later. */
    A answer(Q question) {
        Call<Q, A> call = new Call<>(question, Thread.currentThread());
        waiting.add(call);
        boolean interrupted = false;
        while (!call.isOver) {
            if (!call.isTaken && groups.tryAcquire()) {
                answerGroup();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return call.failedWithOthers ? together.apply(List.of(question)).get(0) : call.outcome();
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    private void answerGroup() {
        try {
            List<Call<Q, A>> group = nextGroup();
            if (!group.isEmpty()) {
                answer(group);
            }
        } finally {
            groups.release();
            // It may have come after the group was taken, and found no room for another.
            Call<Q, A> next = waiting.peek();
            if (next != null) {
                LockSupport.unpark(next.thread);
            }
        }
    }

    private List<Call<Q, A>> nextGroup() {
        List<Call<Q, A>> group = new ArrayList<>();
        while (group.size() < MOST) {
            Call<Q, A> call = waiting.poll();
            if (call == null) {
                break;
            }
            call.isTaken = true;
            group.add(call);
        }
        return group;
    }

    private void answer(List<Call<Q, A>> group) {
        List<A> answers = null;
        RuntimeException thrown = null;
        try {
            answers = together.apply(group.stream().map(call -> call.question).toList());
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            for (int i = 0; i < group.size(); i++) {
                Call<Q, A> call = group.get(i);
                if (answers != null) {
                    call.answer = answers.get(i);
                } else if (thrown != null && group.size() == 1) {
                    call.thrown = thrown;
                } else {
                    call.failedWithOthers = true;
                }
                call.isOver = true;
                LockSupport.unpark(call.thread);
            }
        }
    }

    /** A question and who asks it. What is told of its end is written before {@code isOver}, and read after it. */
    private static final class Call<Q, A> {
        private final Q question;
        private final Thread thread;
        private volatile boolean isTaken;
        private volatile boolean isOver;
        private A answer;
        private RuntimeException thrown;
        private boolean failedWithOthers;

        Call(Q question, Thread thread) {
            this.question = question;
            this.thread = thread;
        }

        A outcome() {
            if (thrown != null) {
                throw thrown;
            }
            return answer;
        }
    }
}
