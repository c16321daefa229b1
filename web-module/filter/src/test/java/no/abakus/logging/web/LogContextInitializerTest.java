package no.abakus.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LogContextInitializerTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void containers_find_it() {
        assertThat(ServiceLoader.load(ServletContainerInitializer.class))
                .hasAtLeastOneElementOfType(LogContextInitializer.class);
    }

    @Test
    void the_filter_stands_first_for_requests_their_continuations_and_error_pages() {
        new LogContextInitializer().onStartup(null, context(registration()));

        assertThat(calls).containsExactly("asyncSupported true", "mapped [REQUEST, ASYNC, ERROR] after=false [/*]");
    }

    @Test
    void a_name_already_taken_is_left_alone() {
        new LogContextInitializer().onStartup(null, context(null));

        assertThat(calls).isEmpty();
    }

    private static ServletContext context(FilterRegistration.Dynamic registration) {
        return proxy(ServletContext.class, (method, arguments) -> {
            assertThat(method).isEqualTo("addFilter");
            assertThat(arguments[0]).isEqualTo(LogContextInitializer.FILTER_NAME);
            assertThat(arguments[1]).isInstanceOf(LogContextFilter.class);
            return registration;
        });
    }

    private FilterRegistration.Dynamic registration() {
        return proxy(FilterRegistration.Dynamic.class, (method, arguments) -> {
            switch (method) {
                case "setAsyncSupported" -> calls.add("asyncSupported " + arguments[0]);
                case "addMappingForUrlPatterns" ->
                    calls.add("mapped " + arguments[0] + " after=" + arguments[1] + " "
                            + Arrays.toString((String[]) arguments[2]));
                default -> throw new UnsupportedOperationException(method);
            }
            return null;
        });
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
