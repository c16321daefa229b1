package no.abakus.web.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A request and its response. Both have only what a login uses. */
final class Exchange {

    final Map<String, String> responseHeaders = new HashMap<>();
    final AtomicReference<HttpServletRequest> reached = new AtomicReference<>();
    final Map<String, Object> attributes = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final String method;
    private final Map<String, String> headers = new HashMap<>();
    private String uri = "/app/somewhere";
    private boolean secure;
    int status = 200;

    Exchange(String method, String authorization) {
        this.method = method;
        with("Authorization", authorization);
    }

    Exchange at(String requestUri) {
        uri = requestUri;
        return this;
    }

    Exchange overTls() {
        secure = true;
        return this;
    }

    Exchange with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Exchange through(BasicLogin login) throws IOException, ServletException {
        FilterChain chain = (request, response) -> reached.set((HttpServletRequest) request);
        login.doFilter(request(), response(), chain);
        return this;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getHeaders" ->
                Collections.enumeration(
                        Optional.ofNullable(headers.get(arguments[0])).stream().toList());
            case "getHeader" -> headers.get(arguments[0]);
            case "getContentType" -> headers.get("Content-Type");
            case "getContentLengthLong" -> Long.parseLong(headers.getOrDefault("Content-Length", "0"));
            case "getRequestURI" -> uri;
            case "getQueryString" -> null;
            case "getContextPath" -> "/app";
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getAttribute" -> attributes.get(arguments[0]);
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getMethod" -> method;
            case "isSecure" -> secure;
            case "getRemoteAddr" -> "10.0.0.1";
            default -> throw new UnsupportedOperationException(called.toString());
        });
    }

    private HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, called, arguments) -> {
            switch (called.getName()) {
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> responseHeaders.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> responseHeaders.put("Content-Type", (String) arguments[0]);
                case "getOutputStream" -> {
                    return new Recorder();
                }
                default -> throw new UnsupportedOperationException(called.toString());
            }
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private final class Recorder extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("blocking only");
        }

        @Override
        public void write(int b) {
            body.write(b);
        }
    }
}
