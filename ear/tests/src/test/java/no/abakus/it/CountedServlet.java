package no.abakus.it;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.naming.NamingException;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskCall;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;

/** Sends tasks to its own application or another one, pauses tasks, and shows dead letters, pauses and queues. */
@WebServlet("/counted")
public class CountedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** What this application knows of the other ones. */
    interface Elsewhere {
        @AbakusTask(name = "counted.note")
        void note(String meant, String key);
    }

    @Inject
    private transient Tasks tasks;

    @Inject
    private transient TaskControl control;

    @Inject
    private transient DeadLetterQueue deadLetters;

    /** Sends this many tasks with this key to the application that is named; or pauses the task that is named. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("pause") != null) {
            control.pauseTask(request.getParameter("pause"));
            return;
        }
        try {
            int count = Integer.parseInt(request.getParameter("count"));
            String application = request.getParameter("to");
            String key = request.getParameter("key");
            TaskCall<?> call = application.equals(Counted.here())
                    ? tasks.call("counted.note").args(application, key)
                    : tasks.call(Elsewhere::note, application, key).application(application);
            String countdown = request.getParameter("countdown");
            if (countdown != null) {
                call = call.countdown(Duration.ofSeconds(Long.parseLong(countdown)));
            }
            for (int i = 0; i < count; i++) {
                call.applyAsync();
            }
        } catch (NamingException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("paused") != null) {
            response.getWriter().print(String.join(" ", control.pausedTasks()));
            return;
        }
        if (request.getParameter("queues") != null) {
            for (QueueState queue : control.queuesOfAllApplications()) {
                response.getWriter().println(queue.queue());
            }
            return;
        }
        response.getWriter()
                .print(deadLetters.page(letter -> true, Optional.empty(), 1).total());
    }
}
