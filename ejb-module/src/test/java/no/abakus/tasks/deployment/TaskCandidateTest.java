package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.abakus.tasks.AbakusTask;
import org.junit.jupiter.api.Test;

/** Which methods of a bean class are tasks, and their names. */
class TaskCandidateTest {

    static class Base {
        @AbakusTask
        public void inherited() {}

        @AbakusTask
        public void overridden() {}

        @AbakusTask
        public void silenced() {}
    }

    static class Bean extends Base {
        @AbakusTask(name = "mail.send")
        public void send(String to) {}

        @AbakusTask
        public void send(int number) {}

        @Override
        @AbakusTask
        public void overridden() {}

        @Override
        public void silenced() {}

        public void noTask() {}
    }

    abstract static class Generic<T> {
        @AbakusTask
        public void handle(T value) {}
    }

    static class OfStrings extends Generic<String> {
        @Override
        @AbakusTask
        public void handle(String value) {}
    }

    static class LessPublic {
        @AbakusTask
        public void run() {}
    }

    /** The compiler adds a method to it that calls the inherited one. */
    public static class Public extends LessPublic {}

    @Test
    void a_method_inherited_from_a_class_that_is_less_public_is_one_task() throws NoSuchMethodException {
        assertThat(Public.class.getDeclaredMethods()).hasSize(1).allMatch(method -> method.isBridge());

        assertThat(TaskCandidate.of(Public.class))
                .extracting(TaskCandidate::method)
                .containsExactly(LessPublic.class.getMethod("run"));
    }

    @Test
    void marked_methods_are_tasks_inherited_ones_too() {
        assertThat(names(Bean.class))
                .containsExactlyInAnyOrder(
                        "mail.send",
                        Bean.class.getName() + ".send",
                        Bean.class.getName() + ".overridden",
                        Bean.class.getName() + ".inherited");
    }

    @Test
    void a_task_that_is_overridden_and_marked_again_is_one_task() throws NoSuchMethodException {
        assertThat(TaskCandidate.of(Bean.class))
                .filteredOn(task -> task.method().getName().equals("overridden"))
                .extracting(TaskCandidate::method)
                .containsExactly(Bean.class.getMethod("overridden"));
    }

    @Test
    void a_method_that_a_compiler_added_is_no_second_task() throws NoSuchMethodException {
        assertThat(TaskCandidate.of(OfStrings.class))
                .extracting(TaskCandidate::method)
                .contains(OfStrings.class.getMethod("handle", String.class));
        assertThat(names(OfStrings.class)).containsExactly(OfStrings.class.getName() + ".handle");
    }

    @Test
    void a_candidate_says_where_it_stands() {
        assertThat(TaskCandidate.of(Base.class))
                .extracting(TaskCandidate::where)
                .contains(Base.class.getName() + ".inherited");
    }

    private static List<String> names(Class<?> type) {
        return TaskCandidate.of(type).stream().map(TaskCandidate::name).toList();
    }
}
