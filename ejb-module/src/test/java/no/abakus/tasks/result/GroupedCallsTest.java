package no.abakus.tasks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupedCallsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Held held = new Held();
    private final GroupedCalls<Integer, Integer> calls = new GroupedCalls<>(held);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_call_that_comes_alone_is_made_by_its_own_thread() {
        List<Thread> by = new ArrayList<>();
        GroupedCalls<Integer, Integer> free = new GroupedCalls<>(questions -> {
            by.add(Thread.currentThread());
            return doubled(questions);
        });

        assertThat(free.answer(21)).isEqualTo(42);

        assertThat(by).containsExactly(Thread.currentThread());
    }

    @Test
    void those_that_come_while_groups_are_on_their_way_are_made_together() throws Exception {
        fillTheRoomForGroups();
        List<Future<Integer>> answers = IntStream.rangeClosed(3, 20)
                .mapToObj(question -> threads.submit(() -> calls.answer(question)))
                .toList();
        awaitCallers(18);

        held.release();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(2 * (i + 3));
        }
        assertThat(held.groups).as("two alone, and the others").hasSizeBetween(3, 4);
    }

    @Test
    void each_is_asked_once_and_gets_its_own_answer_however_many_ask() throws Exception {
        int callers = 32;
        int each = 5_000;
        AtomicInteger asked = new AtomicInteger();
        GroupedCalls<Integer, Integer> free = new GroupedCalls<>(questions -> {
            asked.addAndGet(questions.size());
            return doubled(questions);
        });
        List<Future<Boolean>> all = IntStream.range(0, callers)
                .mapToObj(caller -> threads.submit(() -> IntStream.range(0, each)
                        .map(i -> caller * each + i)
                        .allMatch(question -> free.answer(question) == 2 * question)))
                .toList();

        for (Future<Boolean> right : all) {
            assertThat(right.get()).isTrue();
        }
        assertThat(asked).hasValue(callers * each);
    }

    @Test
    void nobody_fails_by_what_another_asks() throws Exception {
        fillTheRoomForGroups();
        Future<Integer> before = threads.submit(() -> calls.answer(3));
        Future<Integer> refused = threads.submit(() -> calls.answer(Held.REFUSED));
        Future<Integer> after = threads.submit(() -> calls.answer(4));
        awaitCallers(3);

        held.release();

        assertThat(before.get()).isEqualTo(6);
        assertThat(after.get()).isEqualTo(8);
        assertThatThrownBy(refused::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_refused_alone_is_asked_once() {
        held.release();

        assertThatThrownBy(() -> calls.answer(Held.REFUSED)).hasMessage("refused");

        assertThat(held.groups).hasSize(1);
    }

    @Test
    void an_interrupt_neither_loses_the_answer_nor_itself() throws Exception {
        fillTheRoomForGroups();
        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            return calls.answer(3) == 6 && Thread.currentThread().isInterrupted();
        });
        awaitCallers(1);

        held.release();

        assertThat(interrupted.get()).isTrue();
    }

    /** Starts as many groups as may be in flight at once, each of one call. */
    @SuppressWarnings("FutureReturnValueIgnored") // the test is not about their answers
    private void fillTheRoomForGroups() {
        for (int question = 1; question <= 2; question++) {
            int asked = question;
            threads.submit(() -> calls.answer(asked));
            held.begun.acquireUninterruptibly();
        }
    }

    private void awaitCallers(int count) {
        while (calls.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    private static List<Integer> doubled(List<Integer> questions) {
        return questions.stream().map(question -> 2 * question).toList();
    }

    /** Holds all groups until released, and refuses those with a certain question. */
    private static final class Held implements Function<List<Integer>, List<Integer>> {

        static final int REFUSED = -1;

        final ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
        final Semaphore begun = new Semaphore(0);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public List<Integer> apply(List<Integer> questions) {
            groups.add(questions);
            begun.release();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("The test is over", e);
            }
            if (questions.contains(REFUSED)) {
                throw new IllegalStateException("refused");
            }
            return doubled(questions);
        }

        void release() {
            released.countDown();
        }
    }
}
