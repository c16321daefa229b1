package no.abakus.logging.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import no.abakus.logging.LogContext;
import no.abakus.logging.RequestLevel;

/** Notices when the request gains or loses a user, goes asynchronous, or cannot be read completely. */
final class ObservedRequest extends HttpServletRequestWrapper {
    private final RequestLog requestLog;
    private ServletInputStream body;
    private BufferedReader text;

    ObservedRequest(HttpServletRequest request, RequestLog requestLog) {
        super(request);
        this.requestLog = requestLog;
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
        boolean authenticated = super.authenticate(response);
        rebindUser();
        return authenticated;
    }

    @Override
    public void login(String username, String password) throws ServletException {
        super.login(username, password);
        rebindUser();
    }

    @Override
    public void logout() throws ServletException {
        super.logout();
        rebindUser();
    }

    @Override
    public AsyncContext startAsync() {
        return followed(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return followed(super.startAsync(request, response));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream given = super.getInputStream();
        if (body == null) {
            body = new ObservedBody(given, requestLog::unreadable);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        BufferedReader given = super.getReader();
        if (text == null) {
            text = new BufferedReader(new ObservedReader(given, requestLog::unreadable));
        }
        return text;
    }

    private AsyncContext followed(AsyncContext cycle) {
        requestLog.follow(cycle);
        return cycle;
    }

    private void rebindUser() {
        String user = RequestContext.user(this);
        LogContext.put(RequestContext.CURRENT_USER, user);
        RequestLevel.bind(user, getHeader(RequestLevel.HEADER));
    }
}
