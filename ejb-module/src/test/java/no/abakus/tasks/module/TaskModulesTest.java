package no.abakus.tasks.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskModulesTest {

    private static final String SAYS_SO = "no/abakus/web/module/ModuleStart.class";

    /** Stands for a bean with tasks; loaded from wherever a test puts it. */
    static final class Bean {}

    private final FakeModule server = new FakeModule();

    @TempDir
    Path folder;

    @Test
    void a_class_in_a_web_module_waits_for_it_and_gets_its_context() throws Throwable {
        Class<?> bean = bean("shop.war/WEB-INF/classes", true);
        TaskModules modules = TaskModules.of(List.of(bean, bean));

        assertThat(modules.all()).extracting(TaskModule::toString).containsExactly("shop.war");
        server.enter(() -> modules.started(bean.getClassLoader(), server::capture));
        assertThat(modules.of(bean).awaitStart(1)).isTrue();
        assertThat(modules.of(bean).call(server::isCurrent)).isEqualTo(true);
    }

    @Test
    void a_class_in_another_kind_of_module_has_nothing_to_wait_for() throws Exception {
        Class<?> bean = bean("shop-ejb.jar", true);
        TaskModules modules = TaskModules.of(List.of(bean));

        assertThat(modules.all()).isEmpty();
        assertThat(modules.of(bean).awaitStart(1)).isTrue();
    }

    @Test
    void nor_has_one_beside_the_listeners_in_a_single_archive() {
        TaskModules modules = TaskModules.of(List.of(Bean.class));

        assertThat(modules.all()).isEmpty();
        assertThat(modules.of(Bean.class)).isSameAs(TaskModule.OWN);
    }

    @Test
    void a_web_module_that_cannot_say_that_it_has_started_is_not_waited_for() throws Exception {
        assertThat(TaskModules.of(List.of(bean("shop.war/WEB-INF/classes", false)))
                        .all())
                .isEmpty();
    }

    @Test
    void the_node_is_not_healthy_before_its_modules_have_started() throws Exception {
        Class<?> bean = bean("shop.war/WEB-INF/classes", true);
        TaskModules modules = TaskModules.of(List.of(bean));
        ModulesProbe probe = new ModulesProbe(modules);

        assertThatThrownBy(probe::check).hasMessageContaining("shop.war");
        server.enter(() -> modules.started(bean.getClassLoader(), server::capture));
        assertThatCode(probe::check).doesNotThrowAnyException();
    }

    @Test
    void modules_without_tasks_may_start_as_they_like() throws Exception {
        Class<?> bean = bean("shop.war/WEB-INF/classes", true);
        TaskModules modules = TaskModules.of(List.of(bean));

        modules.started(getClass().getClassLoader(), server::capture);

        assertThat(modules.of(bean).awaitStart(1)).isFalse();
    }

    private Class<?> bean(String place, boolean withWebFilter) throws Exception {
        Path classes = folder.resolve(place);
        String file = Bean.class.getName().replace('.', '/') + ".class";
        copy(file, classes);
        if (withWebFilter) {
            Files.createDirectories(classes.resolve(SAYS_SO).getParent());
            Files.createFile(classes.resolve(SAYS_SO));
        }
        URL[] path = {classes.toUri().toURL()};
        // The parent is the platform's class loader, so that the copy is found and not the original.
        return new URLClassLoader(path, ClassLoader.getPlatformClassLoader()).loadClass(Bean.class.getName());
    }

    private void copy(String file, Path classes) throws IOException {
        Files.createDirectories(classes.resolve(file).getParent());
        try (InputStream original = getClass().getClassLoader().getResourceAsStream(file)) {
            Files.copy(original, classes.resolve(file));
        }
    }
}
