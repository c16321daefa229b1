package no.abakus.tasks.console.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import no.abakus.web.problem.Problem;
import no.abakus.web.problem.ProblemType;

/** Sends the files of the page. It replaces the container's own file delivery, so nothing else of the archive is sent. */
@WebServlet(urlPatterns = "/", loadOnStartup = 1)
public class PageServlet extends HttpServlet {

    /**
     * Allows scripts, styles, images and calls from this server alone. The sites that may embed the page follow.
     * Browsers obey them and not {@code X-Frame-Options}.
     */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors ";

    private static final ProblemType NOT_ALLOWED = new ProblemType("method-not-allowed", 405, "Method Not Allowed");
    private static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not Found");

    private transient volatile PageFiles files;
    private transient volatile String policy;

    @Override
    public void init() throws ServletException {
        try {
            policy = POLICY + Embedding.ancestors(System::getProperty);
            files = PageFiles.read(getServletContext()::getResourcePaths, getServletContext()::getResourceAsStream);
        } catch (IOException e) {
            throw new ServletException("The operators' page cannot be read from the archive", e);
        } catch (IllegalArgumentException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            new Problem(NOT_ALLOWED, "The page can only be read; the API is below /api").send(response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.isEmpty()) {
            // The document's links are relative to its folder.
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", request.getContextPath() + "/");
            return;
        }
        Optional<PageFiles.Found> found = files.at(path);
        if (found.isEmpty()) {
            new Problem(NOT_FOUND, "There is nothing at this path; the page is at /, and the API is below /api")
                    .send(response);
            return;
        }
        send(found.get(), request, response);
    }

    private void send(PageFiles.Found found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + files.version() + "\"";
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cache-Control", found.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        PageFile file = found.file();
        String accepted = request.getHeader("Accept-Encoding");
        boolean compress = accepted != null && accepted.contains("gzip");
        byte[] content = compress ? file.compressed() : file.plain();
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
