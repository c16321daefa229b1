package no.abakus.web.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ModuleStartInitializerTest {
    private final List<Object> listeners = new ArrayList<>();

    @Test
    void containers_find_it() {
        assertThat(ServiceLoader.load(ServletContainerInitializer.class))
                .hasAtLeastOneElementOfType(ModuleStartInitializer.class);
    }

    @Test
    void it_has_the_start_of_the_module_told() {
        new ModuleStartInitializer().onStartup(null, context());

        assertThat(listeners).singleElement().isInstanceOf(ModuleStart.class);
    }

    @Test
    void a_module_without_beans_starts_all_the_same() {
        assertThatCode(() -> new ModuleStart().contextInitialized(new ServletContextEvent(context())))
                .doesNotThrowAnyException();
    }

    private ServletContext context() {
        return (ServletContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("addListener");
                    listeners.add(arguments[0]);
                    return null;
                });
    }
}
