package no.abakus.it.guest.host;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A servlet without JAX-RS: reads parameters and bodies, redirects, fails. */
@WebServlet("/plain")
public class PlainServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (String.valueOf(request.getParameter("do"))) {
            case "redirect" -> response.sendRedirect("plain?do=nothing");
            case "refuse" -> response.sendError(403, "not you");
            case "fail" -> throw new ServletException("failed");
            default -> {
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().println("user " + request.getRemoteUser() + ", query " + request.getQueryString());
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(body.length + ": " + new String(body, StandardCharsets.UTF_8));
    }
}
