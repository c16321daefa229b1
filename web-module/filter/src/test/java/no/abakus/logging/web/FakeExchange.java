package no.abakus.logging.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request and its response, as far as the filter needs. Everything else is refused, so that no return value is made
 * up.
 */
final class FakeExchange {
    final Map<String, String> requestHeaders = new HashMap<>();
    final Map<String, String> responseHeaders = new HashMap<>();
    String method = "GET";
    String uri = "/app/orders/7";
    String user;
    int status = 200;
    ServletInputStream body;
    ServletOutputStream output;
    String servlet = "orders";
    DispatcherType dispatch = DispatcherType.REQUEST;
    private final Map<String, Object> attributes = new HashMap<>();
    private List<AsyncListener> listeners = new ArrayList<>();
    private boolean async;

    final HttpServletRequest request = proxy(HttpServletRequest.class, this::onRequest);
    final HttpServletResponse response = proxy(HttpServletResponse.class, this::onResponse);
    private final AsyncContext cycle = proxy(AsyncContext.class, this::onCycle);

    /** What the container does after {@code complete()}. */
    void complete() throws Exception {
        async = false;
        for (AsyncListener listener : listeners) {
            listener.onComplete(new AsyncEvent(cycle));
        }
    }

    /** What the container does after {@code dispatch()} and another {@code startAsync()}. */
    void startNextCycle() throws Exception {
        List<AsyncListener> before = listeners;
        listeners = new ArrayList<>();
        for (AsyncListener listener : before) {
            listener.onStartAsync(new AsyncEvent(cycle));
        }
    }

    void failAsync(Throwable thrown) throws Exception {
        for (AsyncListener listener : listeners) {
            listener.onError(new AsyncEvent(cycle, thrown));
        }
        status = 500;
        complete();
    }

    private Object onRequest(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getHeaders" -> {
                String value = requestHeaders.get(((String) arguments[0]).toLowerCase(Locale.ROOT));
                yield Collections.enumeration(value == null ? List.of() : List.of(value.split("\n", -1)));
            }
            case "getHeader" -> requestHeaders.get(((String) arguments[0]).toLowerCase(Locale.ROOT));
            case "getMethod" -> this.method;
            case "getRequestURI" -> uri;
            case "getRemoteAddr" -> "10.0.0.9";
            case "getUserPrincipal" -> user == null ? null : (Principal) () -> user;
            case "getDispatcherType" -> dispatch;
            case "getInputStream" -> body;
            case "getReader" -> new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            case "getHttpServletMapping" -> proxy(HttpServletMapping.class, (mapping, called, none) -> servlet);
            case "isAsyncStarted" -> async;
            case "getAsyncContext" -> cycle;
            case "startAsync" -> {
                async = true;
                yield cycle;
            }
            case "login" -> become((String) arguments[0]);
            case "logout" -> become(null);
            case "authenticate" -> become("authenticated");
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private boolean become(String name) {
        user = name;
        return true;
    }

    private Object onResponse(Object proxy, Method method, Object[] arguments) throws IOException {
        return switch (method.getName()) {
            case "setHeader" -> responseHeaders.put((String) arguments[0], (String) arguments[1]);
            case "getStatus" -> status;
            case "getOutputStream" -> output;
            case "flushBuffer" -> {
                output.flush();
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private Object onCycle(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "addListener" -> listeners.add((AsyncListener) arguments[0]);
            case "getRequest" -> request;
            case "getResponse" -> response;
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answers) {
        InvocationHandler voidSafe = (proxy, method, arguments) -> {
            Object answer = answers.invoke(proxy, method, arguments);
            return method.getReturnType() == void.class ? null : answer;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, voidSafe));
    }
}
