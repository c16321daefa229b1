package no.abakus.tasks.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.spi.TaskArguments;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Arguments are bound to the right parameters, and a caller learns immediately which one does not fit. */
class ArgumentsTest {

    record Address(String street, int number) {}

    enum Size {
        SMALL,
        LARGE
    }

    static class Tasks {
        public void mail(String to, int copies, Optional<String> subject) {}

        public void dates(Map<String, List<LocalDate>> byName) {}

        public void visit(Address address, Size size) {}

        public void any(Object value) {}

        public void count(long number, double ratio, char letter, boolean yes) {}
    }

    private static final TaskDefinition MAIL = Definitions.of(Tasks.class, "mail");

    private final ArgumentCheck check = new ArgumentCheck(new JsonTaskSerializer());

    @Test
    void positional_and_named_arguments_go_to_their_parameters() {
        assertThat(ArgumentBinder.bind(MAIL, arguments(List.of("a@b.no"), Map.of("copies", 2))))
                .containsExactly("a@b.no", 2, Optional.empty());
    }

    @Test
    void an_optional_that_is_left_out_is_empty_and_one_that_is_null_stays_null() {
        assertThat(bound("a@b.no", 2)).containsExactly("a@b.no", 2, Optional.empty());
        assertThat(bound("a@b.no", 2, null)).containsExactly("a@b.no", 2, null);
    }

    @Test
    void null_is_an_argument_where_an_object_is_wanted() {
        assertThat(bound(null, 2)).containsExactly(null, 2, Optional.empty());
        assertThat(ArgumentBinder.bind(MAIL, arguments(List.of(), nulls("to", 2))))
                .startsWith((Object) null);
    }

    @Test
    void too_many_arguments_are_counted() {
        assertMisfit(arguments("a@b.no", 2, Optional.empty(), "more"))
                .hasMessage("Task task.mail(String to, int copies, Optional<String> subject) got 4 positional arguments"
                        + " for 3 parameters; nothing was run or sent");
    }

    @Test
    void missing_arguments_are_named_all_of_them() {
        assertMisfit(arguments()).hasMessageContaining("got nothing for to, copies;");
        assertMisfit(arguments("a@b.no")).hasMessageContaining("got nothing for copies;");
    }

    @Test
    void an_unknown_name_is_named() {
        assertMisfit(arguments(List.of("a@b.no", 2), Map.of("subjct", "hei")))
                .hasMessageContaining("has no parameter 'subjct'");
    }

    @Test
    void an_argument_that_is_given_twice_is_named() {
        assertMisfit(arguments(List.of("a@b.no", 2), Map.of("to", "c@d.no")))
                .hasMessageContaining("got 'to' twice, by position and by name");
    }

    @Test
    void null_for_a_primitive_is_refused() {
        assertMisfit(arguments("a@b.no", null)).hasMessageContaining("got null for 'copies', which takes a int");
    }

    @Test
    void a_value_of_another_type_is_refused_with_both_types_and_the_parameter() {
        assertUnfit(MAIL, 7, 2).hasMessageContaining("got a Integer for 'to', which takes a String");
        assertUnfit(MAIL, "a@b.no", "two").hasMessageContaining("got a String for 'copies', which takes a int");
        assertUnfit(MAIL, "a@b.no", 2.5).hasMessageContaining("got a Double for 'copies'");
        assertUnfit(MAIL, "a@b.no", 1L << 40).hasMessageContaining("got a Long for 'copies'");
        assertUnfit(MAIL, true, 2).hasMessageContaining("got a Boolean for 'to'");
        assertUnfit(MAIL, List.of("a"), 2).hasMessageContaining("for 'to', which takes a String");
    }

    @Test
    void a_value_that_a_worker_would_read_as_the_type_is_accepted() {
        assertFits(Definitions.of(Tasks.class, "count"), 1, 2, 'c', true);
        assertFits(Definitions.of(Tasks.class, "count"), (short) 1, 2.5f, "c", true);
        assertFits(Definitions.of(Tasks.class, "visit"), Map.of("street", "Høgskoleringen", "number", 3), "SMALL");
        assertFits(Definitions.of(Tasks.class, "any"), List.of(1, "two", Map.of()));
        assertFits(MAIL, "a@b.no", 2, "hei");
        assertFits(MAIL, "a@b.no", 2, Optional.of("hei"));
    }

    @Test
    void what_is_inside_a_generic_value_is_looked_at() {
        TaskDefinition dates = Definitions.of(Tasks.class, "dates");

        assertFits(dates, Map.of("born", List.of("2001-02-03")));
        assertFits(dates, Map.of("born", List.of(LocalDate.of(2001, 2, 3))));
        assertUnfit(dates, Map.of("born", List.of("3rd of February")))
                .hasMessageContaining("which takes a Map<String, List<LocalDate>>");
        assertUnfit(dates, Map.of("born", "2001-02-03")).hasMessageContaining("for 'byName'");
    }

    @Test
    void an_enum_is_known_by_name_only() {
        TaskDefinition visit = Definitions.of(Tasks.class, "visit");
        Address address = new Address("Høgskoleringen", 3);

        assertUnfit(visit, address, "MEDIUM").hasMessageContaining("for 'size', which takes a Size");
        assertUnfit(visit, address, 1).hasMessageContaining("for 'size', which takes a Size");
    }

    @Test
    void what_the_compiler_has_seen_is_not_looked_into_again() {
        TaskDefinition dates = Definitions.of(Tasks.class, "dates");
        TaskArguments unlikely = arguments(Map.of("born", List.of("no date")));

        assertThatCode(() -> check.check(dates, unlikely, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(dates, unlikely, false)).isInstanceOf(TaskArgumentException.class);
    }

    @Test
    void parameters_without_names_get_a_hint() {
        TaskParameters unnamed = new TaskParameters(
                List.of(new TaskParameter("arg0", String.class)), ArgumentsTest.class.getClassLoader());
        TaskDefinition task =
                new TaskDefinition("old", TaskAttributes.DEFAULTS, Tasks.class, MAIL.method(), unnamed, MAIL.target());

        assertThatThrownBy(() -> ArgumentBinder.bind(task, arguments(List.of(), Map.of("to", "a@b.no"))))
                .hasMessageContaining("compiled without -parameters");
    }

    @Test
    void parameters_are_shown_as_an_author_writes_them() {
        assertThat(Definitions.of(Tasks.class, "dates")).hasToString("task.dates(Map<String, List<LocalDate>> byName)");
        assertThat(Definitions.of(Tasks.class, "visit")).hasToString("task.visit(Address address, Size size)");
    }

    private static Object[] bound(Object... args) {
        return ArgumentBinder.bind(MAIL, arguments(args));
    }

    private static TaskArguments arguments(Object... args) {
        return new TaskArguments(Arrays.asList(args), Map.of());
    }

    private static TaskArguments arguments(List<Object> args, Map<String, Object> kwargs) {
        return new TaskArguments(args, kwargs);
    }

    private static Map<String, Object> nulls(String nullKey, int copies) {
        Map<String, Object> kwargs = new java.util.HashMap<>(Collections.singletonMap(nullKey, null));
        kwargs.put("copies", copies);
        return kwargs;
    }

    private static AbstractThrowableAssert<?, ?> assertMisfit(TaskArguments arguments) {
        return assertThatThrownBy(() -> ArgumentBinder.bind(MAIL, arguments)).isInstanceOf(TaskArgumentException.class);
    }

    private AbstractThrowableAssert<?, ?> assertUnfit(TaskDefinition task, Object... args) {
        return assertThatThrownBy(() -> check.check(task, arguments(args), false))
                .isInstanceOf(TaskArgumentException.class)
                .hasMessageEndingWith("nothing was sent");
    }

    private void assertFits(TaskDefinition task, Object... args) {
        assertThatCode(() -> check.check(task, arguments(args), false)).doesNotThrowAnyException();
    }
}
