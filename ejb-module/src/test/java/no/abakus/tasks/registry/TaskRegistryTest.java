package no.abakus.tasks.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

/** Tasks are found by name and by reference; for an unknown name the error suggests the nearest one. */
class TaskRegistryTest {

    static class Mailer {
        public void send(String to) {}

        public void receive() {}
    }

    /** Two beans run its task. */
    abstract static class Importer {
        private int runs;

        @AbakusTask
        public void run() {
            runs++;
        }
    }

    static class LessPublic {
        private int runs;

        @AbakusTask
        public void run() {
            runs++;
        }
    }

    /** The compiler adds a method that calls the inherited one. */
    public static class Public extends LessPublic {}

    static class MembersImporter extends Importer {}

    static class EventsImporter extends Importer {}

    private final TaskRegistry registry = new TaskRegistry(List.of(Definitions.of(Mailer.class, "send")));

    @Test
    void a_task_is_found_by_its_name_and_by_reference() {
        TaskDefinition byName = registry.find("task.send").orElseThrow();

        assertThat(registry.get((TaskMethod.P1<Mailer, String>) Mailer::send)).isSameAs(byName);
        assertThat(registry.all()).containsExactly(byName);
    }

    @Test
    void a_method_that_is_no_task_is_named() {
        assertThatThrownBy(() -> registry.get((TaskMethod.P0<Mailer>) Mailer::receive))
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining(
                        "Mailer.receive is not a task of this application. Annotate the method with @AbakusTask");
    }

    @Test
    void a_name_that_is_not_known_comes_with_the_nearest_one() {
        assertThat(registry.notFound("task.sned"))
                .hasMessage("No task is called 'task.sned' here; did you mean 'task.send'? To send a task to another"
                        + " application's worker, name the worker's queue");
    }

    @Test
    void an_application_without_tasks_says_so() {
        assertThat(new TaskRegistry(List.of()).notFound("mail.send"))
                .hasMessageContaining("this application has no tasks");
    }

    @Test
    void a_reference_through_a_bean_class_is_to_that_beans_task_though_another_inherits_the_same_method() {
        MembersImporter members = new MembersImporter();
        EventsImporter events = new EventsImporter();
        Workbench bench = Workbench.of(members, events);

        bench.tasks().delay(MembersImporter::run);
        bench.tasks().delay(EventsImporter::run);
        bench.tasks().delay(EventsImporter::run);
        bench.runDue();

        assertThat(((Importer) members).runs).isEqualTo(1);
        assertThat(((Importer) events).runs).isEqualTo(2);
    }

    @Test
    void a_reference_through_a_base_class_of_several_beans_names_their_tasks() {
        Workbench bench = Workbench.of(new MembersImporter(), new EventsImporter());

        assertThatThrownBy(() -> bench.tasks().delay(Importer::run))
                .isInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("Importer.run is the body of 2 tasks")
                .hasMessageContaining("EventsImporter.run, ")
                .hasMessageEndingWith("Refer to the method through the class of the bean that you mean");
    }

    @Test
    void a_reference_through_a_base_class_of_one_bean_is_to_its_task() {
        MembersImporter members = new MembersImporter();
        Workbench bench = Workbench.of(members);

        bench.tasks().delay(Importer::run);
        bench.runDue();

        assertThat(((Importer) members).runs).isEqualTo(1);
    }

    @Test
    void a_reference_to_a_method_inherited_from_a_class_that_is_less_public_is_to_its_task() {
        Public bean = new Public();
        Workbench bench = Workbench.of(bean);

        bench.tasks().delay(Public::run);
        bench.runDue();

        assertThat(((LessPublic) bean).runs).isEqualTo(1);
    }

    @Test
    void an_unknown_name_of_any_length_is_answered() {
        String name = SampleMessages.minimal("1").task().repeat(1000);

        assertThat(registry.notFound(name)).hasMessageContaining("did you mean 'task.send'?");
    }
}
