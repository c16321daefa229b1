package no.abakus.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import no.abakus.web.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OddRequestTest {

    @Test
    void an_ordinary_request_is_not_odd() {
        assertThat(OddRequest.in(
                        request("/a%C3%A6/b", null, "application/json; charset=utf-8", "text/html;q=0.5, */*")))
                .isEmpty();
        assertThat(OddRequest.in(request("/", null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/%ff", "/%C0%AF", "/%ED%A0%80"})
    void a_path_that_is_no_text_is_refused(String path) {
        assertThat(codeOf(request(path, null, null))).isEqualTo("bad-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"most=%", "most=%zz", "q=%ff", "a=1&b=%C0%AF"})
    void a_query_that_is_no_text_is_refused(String query) {
        assertThat(codeOf(request("/", query, "application/x-www-form-urlencoded")))
                .isEqualTo("bad-path");
    }

    @Test
    void a_query_may_have_any_text() {
        assertThat(OddRequest.in(request("/", "q=task%3Aa+state%3Aæ%F0%9F%98%80&&=", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "json", ";", "application/json;charset"})
    void a_body_without_one_type_is_refused(String type) {
        assertThat(codeOf(request("/", null, type))).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"abc,*/*", "*/*,abc", "*/*,text/html;q=2", "*/*,;"})
    void each_line_of_the_accepted_types_counts(String first, String second) {
        assertThat(codeOf(request("/", null, null, first, second))).isEqualTo("not-acceptable");
    }

    private static String codeOf(HttpServletRequest request) {
        return OddRequest.in(request).map(Problem::type).orElseThrow().code();
    }

    private static HttpServletRequest request(String uri, String query, String type, String... accepted) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OddRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getRequestURI" -> uri;
                    case "getQueryString" -> query;
                    case "getContentType" -> type;
                    case "getHeaders" -> Collections.enumeration(List.of(accepted));
                    default -> throw new UnsupportedOperationException(called.toString());
                });
    }
}
