package no.abakus.tasks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupedCallsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_call_that_comes_alone_is_made_by_its_own_thread() {
        List<Thread> by = new ArrayList<>();
        GroupedCalls<Integer, Integer> calls = new GroupedCalls<>(questions -> {
            by.add(Thread.currentThread());
            return doubled(questions);
        });

        assertThat(calls.answer(21)).isEqualTo(42);

        assertThat(by).containsExactly(Thread.currentThread());
    }

    @Test
    void those_that_come_while_groups_are_on_their_way_are_made_together() throws Exception {
        Held held = new Held();
        GroupedCalls<Integer, Integer> calls = new GroupedCalls<>(held);
        List<Future<Integer>> answers = new ArrayList<>();
        // As many as may be on their way at once, each alone.
        answers.add(threads.submit(() -> calls.answer(1)));
        held.awaitGroups(1);
        answers.add(threads.submit(() -> calls.answer(2)));
        held.awaitGroups(2);
        for (int i = 3; i <= 20; i++) {
            int question = i;
            answers.add(threads.submit(() -> calls.answer(question)));
        }
        held.awaitCallers(18);

        held.release();

        for (int i = 0; i < 20; i++) {
            assertThat(answers.get(i).get()).isEqualTo(2 * (i + 1));
        }
        assertThat(held.groups).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void each_gets_its_own_answer_however_many_ask() throws Exception {
        AtomicInteger groups = new AtomicInteger();
        GroupedCalls<Integer, Integer> calls = new GroupedCalls<>(questions -> {
            groups.incrementAndGet();
            return doubled(questions);
        });
        List<Future<Boolean>> all = IntStream.range(0, 32)
                .mapToObj(thread -> threads.submit(() -> IntStream.range(0, 5_000)
                        .map(i -> thread * 5_000 + i)
                        .allMatch(question -> calls.answer(question) == 2 * question)))
                .toList();

        for (Future<Boolean> right : all) {
            assertThat(right.get()).isTrue();
        }
        assertThat(groups.get()).isLessThanOrEqualTo(32 * 5_000);
    }

    @Test
    void nobody_fails_by_what_another_asks() throws Exception {
        Held held = new Held();
        GroupedCalls<Integer, Integer> calls = new GroupedCalls<>(held);
        List<Future<Integer>> answers = new ArrayList<>();
        answers.add(threads.submit(() -> calls.answer(1)));
        held.awaitGroups(1);
        answers.add(threads.submit(() -> calls.answer(2)));
        held.awaitGroups(2);
        answers.add(threads.submit(() -> calls.answer(3)));
        answers.add(threads.submit(() -> calls.answer(Held.REFUSED)));
        answers.add(threads.submit(() -> calls.answer(4)));
        held.awaitCallers(3);

        held.release();

        assertThat(answers.get(2).get()).isEqualTo(6);
        assertThat(answers.get(4).get()).isEqualTo(8);
        assertThatThrownBy(() -> answers.get(3).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_refused_alone_is_asked_once() {
        AtomicInteger asked = new AtomicInteger();
        GroupedCalls<Integer, Integer> calls = new GroupedCalls<>(questions -> {
            asked.incrementAndGet();
            throw new IllegalStateException("refused");
        });

        assertThatThrownBy(() -> calls.answer(1)).hasMessage("refused");

        assertThat(asked).hasValue(1);
    }

    @Test
    void an_interrupt_neither_loses_the_answer_nor_itself() throws Exception {
        Held held = new Held();
        GroupedCalls<Integer, Integer> calls = new GroupedCalls<>(held);
        Future<Integer> first = threads.submit(() -> calls.answer(1));
        held.awaitGroups(1);
        Future<Integer> second = threads.submit(() -> calls.answer(2));
        held.awaitGroups(2);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<Boolean> third = threads.submit(() -> {
            Thread.currentThread().interrupt();
            interrupted.countDown();
            return calls.answer(3) == 6 && Thread.currentThread().isInterrupted();
        });
        interrupted.await();
        held.awaitCallers(1);

        held.release();

        assertThat(third.get()).isTrue();
        assertThat(first.get() + second.get()).isEqualTo(6);
    }

    private static List<Integer> doubled(List<Integer> questions) {
        return questions.stream().map(question -> 2 * question).toList();
    }

    /** Holds all groups back until it is told otherwise, and refuses those with a certain question. */
    private static final class Held implements Function<List<Integer>, List<Integer>> {

        static final int REFUSED = -1;

        final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public List<Integer> apply(List<Integer> questions) {
            groups.add(questions);
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

        void awaitGroups(int count) throws InterruptedException {
            while (groups.size() < count) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }

        /** Until so many wait for their turn. */
        void awaitCallers(int count) throws InterruptedException {
            while (Thread.getAllStackTraces().entrySet().stream()
                            .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
                            .filter(thread -> waitsForTurn(thread.getValue()))
                            .count()
                    < count) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }

        private static boolean waitsForTurn(StackTraceElement[] stack) {
            return Arrays.stream(stack).anyMatch(at -> at.getClassName().equals(GroupedCalls.class.getName()))
                    && Arrays.stream(stack).noneMatch(at -> at.getMethodName().equals("answerGroup"));
        }

        void release() {
            released.countDown();
        }
    }
}
