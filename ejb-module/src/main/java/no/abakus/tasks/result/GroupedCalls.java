package no.abakus.tasks.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Combines calls from several threads into one call, as databases do in a group commit. A single call is made
 * immediately, by its own thread. Calls that arrive while the maximum number of groups is in flight wait, and one of
 * their threads makes them all together. So groups grow with the load, and no call waits for a timer. Thread-safe.
 *
 * @param <Q> the request of a call
 * @param <A> the response
 */
final class GroupedCalls<Q, A> {

    /** The maximum size of a group. Larger groups would hold locks for long, without saving more. */
    private static final int MOST = 100;

    /**
     * How many groups may be in flight. With one group, a thread would wait for two round trips to a distant database.
     * With many groups, each group would stay small.
     */
    private static final int GROUPS = 2;

    private final Queue<Call<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore groups = new Semaphore(GROUPS);
    private final Function<List<Q>, List<A>> together;

    /**
     * Creates calls that this function answers, in the order of the requests. If the function throws for a group, each
     * call is repeated alone, so that no call fails because of another call.
     */
    GroupedCalls(Function<List<Q>, List<A>> together) {
        this.together = together;
    }

    /**
     * Returns the answer, or throws the function's exception. If the thread is interrupted while it waits, its
     * interrupt status is set again afterwards.
     */
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

    /** Returns the number of calls that wait for their turn. */
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
            // A call may have come after this group was taken, while no other group was free.
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

    /** A request and its calling thread. Its outcome is written before {@code isOver}, and read after it. */
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
