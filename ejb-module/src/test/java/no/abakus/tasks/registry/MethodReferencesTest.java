package no.abakus.tasks.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskNotFoundException;
import org.junit.jupiter.api.Test;

/** Which method a reference refers to, and the error for a reference that refers to no task. */
class MethodReferencesTest {

    static class Base {
        public String inherited(String text) {
            return text;
        }

        public int overridden() {
            return 1;
        }
    }

    static class Bean extends Base {
        public void none() {}

        public int noneWithResult() {
            return 0;
        }

        public void one(long a) {}

        public String oneWithResult(List<String> a) {
            return a.get(0);
        }

        public void eight(int a, int b, int c, int d, int e, int f, int g, int h) {}

        public Integer eightWithResult(String a, String b, String c, String d, String e, String f, String g, String h) {
            return 8;
        }

        public void overloaded(String text) {}

        public void overloaded(int number) {}

        @Override
        public int overridden() {
            return 2;
        }

        void packagePrivate() {}

        public static void ofNobody(Bean bean) {}

        public String variable(String... parts) {
            return String.join("", parts);
        }
    }

    static class Generic<T> {
        public void handle(T value) {}
    }

    static class OfStrings extends Generic<String> {}

    private final MethodReferences references = new MethodReferences();

    @Test
    void methods_without_a_result_are_found() {
        assertThat(method((TaskMethod.P0<Bean>) Bean::none)).isEqualTo("none()");
        assertThat(method((TaskMethod.P1<Bean, Long>) Bean::one)).isEqualTo("one(long)");
        assertThat(method((TaskMethod.P8<Bean, Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer>)
                        Bean::eight))
                .isEqualTo("eight(int, int, int, int, int, int, int, int)");
    }

    @Test
    void methods_with_a_result_are_found() {
        assertThat(method((TaskMethod.F0<Bean, Integer>) Bean::noneWithResult)).isEqualTo("noneWithResult()");
        assertThat(method((TaskMethod.F1<Bean, List<String>, String>) Bean::oneWithResult))
                .isEqualTo("oneWithResult(List)");
        assertThat(method((TaskMethod.F8<Bean, String, String, String, String, String, String, String, String, Integer>)
                        Bean::eightWithResult))
                .startsWith("eightWithResult(String, String");
    }

    @Test
    void an_overload_is_chosen_by_a_cast() {
        assertThat(method((TaskMethod.P1<Bean, String>) Bean::overloaded)).isEqualTo("overloaded(String)");
        assertThat(method((TaskMethod.P1<Bean, Integer>) Bean::overloaded)).isEqualTo("overloaded(int)");
    }

    @Test
    void an_inherited_method_is_that_of_the_class_that_declares_it() throws NoSuchMethodException {
        TaskMethod.F1<Bean, String, String> reference = Bean::inherited;

        assertThat(references.method(reference).method())
                .isEqualTo(Base.class.getDeclaredMethod("inherited", String.class));
    }

    @Test
    void an_inherited_method_is_remembered_with_the_class_it_was_named_through() {
        TaskMethod.F1<Bean, String, String> throughBean = Bean::inherited;
        TaskMethod.F1<Base, String, String> throughBase = Base::inherited;

        assertThat(references.method(throughBean).through()).isEqualTo(Bean.class);
        assertThat(references.method(throughBase).through()).isEqualTo(Base.class);
    }

    @Test
    void an_overridden_method_is_that_of_the_class_that_is_named() throws NoSuchMethodException {
        TaskMethod.F0<Bean, Integer> reference = Bean::overridden;

        assertThat(references.method(reference).method()).isEqualTo(Bean.class.getDeclaredMethod("overridden"));
    }

    @Test
    void a_method_inherited_from_a_generic_class_is_found() throws NoSuchMethodException {
        TaskMethod.P1<OfStrings, String> reference = OfStrings::handle;

        assertThat(references.method(reference).method())
                .isEqualTo(Generic.class.getDeclaredMethod("handle", Object.class));
    }

    @Test
    void a_method_that_is_not_public_is_found() {
        assertThat(method((TaskMethod.P0<Bean>) Bean::packagePrivate)).isEqualTo("packagePrivate()");
    }

    @Test
    void a_method_of_variable_arity_takes_its_array() {
        assertThat(method((TaskMethod.F1<Bean, String[], String>) Bean::variable))
                .isEqualTo("variable(String[])");
    }

    @Test
    void the_same_place_in_the_code_is_looked_up_once() {
        Object first = references.method(atOnePlace());

        assertThat(references.method(atOnePlace())).isSameAs(first);
    }

    private static TaskMethod<?> atOnePlace() {
        return (TaskMethod.P0<Bean>) Bean::none;
    }

    @Test
    void a_lambda_names_no_task() {
        assertRejected((TaskMethod.P0<Bean>) bean -> bean.none())
                .hasMessage("A lambda does not name a task. Pass a reference to the task's method, such as Mailer::send"
                        + ", and then its arguments");
    }

    @Test
    void a_reference_to_one_objects_method_names_no_task() {
        TaskMethod.F0<String, String> bound = new Bean()::inherited;

        assertRejected(bound)
                .hasMessageContaining("of one particular object")
                .hasMessageContaining("::inherited, with the class's name");
    }

    @Test
    void a_static_method_is_no_task() {
        assertRejected((TaskMethod.P0<Bean>) Bean::ofNobody)
                .hasMessageContaining("Bean.ofNobody is static, so it belongs to no bean");
    }

    @Test
    void an_object_that_is_no_reference_names_no_task() {
        TaskMethod.P0<Bean> object = new TaskMethod.P0<>() {
            @Override
            public void call(Bean bean) {}
        };

        assertRejected(object).hasMessageContaining("does not name a task. Pass a reference to the task's method");
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRejected(TaskMethod<?> reference) {
        return assertThatThrownBy(() -> references.method(reference)).isInstanceOf(TaskNotFoundException.class);
    }

    private String method(TaskMethod<?> reference) {
        Method method = references.method(reference).method();
        return method.getName() + TaskParametersText.of(method);
    }

    /** Parameter types as an author writes them. */
    private static final class TaskParametersText {
        static String of(Method method) {
            return java.util.Arrays.stream(method.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
        }
    }
}
