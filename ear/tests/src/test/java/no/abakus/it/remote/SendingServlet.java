package no.abakus.it.remote;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.abakus.tasks.remote.RemoteTasks;

/** Lets another application of its server run a task. Its own application has no engine. */
@WebServlet("/sent")
public class SendingServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** The factory of WildFly's own broker for code in its process. */
    @Resource(lookup = "java:/ConnectionFactory")
    private transient ConnectionFactory connections;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (RemoteTasks remote =
                RemoteTasks.over(connections).application("billing").connect()) {
            response.getWriter()
                    .print(remote.tasks()
                            .call("counted.note")
                            .args("billing", request.getParameter("key"))
                            .applyAsync()
                            .id());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("ready");
    }
}
