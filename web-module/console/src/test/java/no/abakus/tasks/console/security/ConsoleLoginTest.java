package no.abakus.tasks.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleLoginTest {

    private final ConsoleLogin login = new ConsoleLogin(new Accounts(Map.of()));

    @Test
    void health_is_open() {
        assertThat(login.needsLogin(request("GET", "/abakus/api/health"))).isFalse();
        assertThat(login.needsLogin(request("GET", "/abakus/api/health/live"))).isFalse();
        assertThat(login.needsLogin(request("GET", "/abakus/api/health/ready"))).isFalse();
        assertThat(login.needsLogin(request("GET", "/abakus/api/health/started")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/abakus/api/tasks",
                "/abakus/api/health/",
                "/abakus/api/health/live/..;/tasks",
                "/abakus/api/health;x=1",
                "/abakus/api/tasks/..%2fhealth",
                "/abakus/api//health",
                "/abakus/api/%68ealth",
                "/abakus/index.html",
                "/abakus/WEB-INF/beans.xml",
                "/abakus//",
                "/abakus/;x=1",
                "/abakus/page/0123456789abcdef/js/../../../api/tasks",
                "/abakus/page/0123456789abcdef/js/main.js;x=1",
                "/abakus/page/0123456789abcdef/js/%6dain.js",
                "/abakus/page/0123456789abcdef/js/a.b.js",
                "/abakus/page/0123456789abcdef//main.js",
                "/abakus/page/../api/tasks"
            })
    void everything_else_is_not_even_what_looks_alike(String uri) {
        assertThat(login.needsLogin(request("GET", uri))).isTrue();
    }

    @Test
    void the_files_of_the_page_are_open_for_reading() {
        for (String uri : List.of("/abakus", "/abakus/", "/abakus/page/0123456789abcdef/js/pages/task.js")) {
            assertThat(login.needsLogin(request("GET", uri))).as(uri).isFalse();
            assertThat(login.needsLogin(request("POST", uri))).as(uri).isTrue();
        }
    }

    @Test
    void only_the_session_is_a_place_to_sign_in() {
        assertThat(login.isSignIn("/api/session")).isTrue();
        assertThat(login.isSignIn("/api/session/")).isFalse();
        assertThat(login.isSignIn("/api/tasks")).isFalse();
    }

    @Test
    void a_viewer_may_sign_out() {
        Set<String> viewer = Account.VIEWER.roles();

        assertThat(login.permits(request("DELETE", "/abakus/api/session"), viewer))
                .isTrue();
        assertThat(login.permits(request("POST", "/abakus/api/session"), viewer))
                .isFalse();
        assertThat(login.permits(request("DELETE", "/abakus/api/session/x"), viewer))
                .isFalse();
    }

    @Test
    void a_viewer_reads_and_an_operator_writes() {
        Set<String> viewer = Account.VIEWER.roles();
        Set<String> operator = Account.OPERATOR.roles();

        assertThat(login.permits(request("GET", "/abakus/api/tasks"), viewer)).isTrue();
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "get"}) {
            assertThat(login.permits(request(method, "/abakus/api/tasks"), viewer))
                    .isFalse();
            assertThat(login.permits(request(method, "/abakus/api/tasks"), operator))
                    .isTrue();
        }
    }

    private static HttpServletRequest request(String method, String uri) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ConsoleLoginTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> uri;
                    case "getContextPath" -> "/abakus";
                    default -> throw new UnsupportedOperationException(called.toString());
                });
    }
}
