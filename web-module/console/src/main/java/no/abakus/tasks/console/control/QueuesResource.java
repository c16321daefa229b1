package no.abakus.tasks.console.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.order.AddConsumer;
import no.abakus.tasks.console.order.CancelConsumer;
import no.abakus.tasks.console.order.OrderResult;
import no.abakus.tasks.console.order.Pause;
import no.abakus.tasks.console.order.Resume;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.console.waiting.WaitingQuery;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.WaitingTask;

/** The queues that this application consumes, and the messages waiting in them. */
@RequestScoped
@Path("queues")
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {

    private static final int MOST = 1_000;
    private static final String DEAD_LETTER = "dead_letter";
    private static final String EXPIRED = "expired";

    @Inject
    TaskControl control;

    @Inject
    TaskHistory history;

    @Inject
    ConsoleClock clock;

    @GET
    @ApiCall(
            value = "Lists the queues that this application consumes, or those of another application at the broker.",
            problems = {"bad-query", "control-unavailable", "not-supported"})
    public Overview queues(@QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        return named.isOther(history) ? Overview.ofOther(named.knownQueues(control)) : queues(control);
    }

    /** Returns the current queues. */
    public static Overview queues(TaskControl control) {
        return ControlProblems.reached(() -> {
            Map<String, Long> aside = control.setAside();
            return new Overview(
                    control.queues().stream().map(QueueView::of).toList(),
                    control.pausedTasks(),
                    aside.get(DEAD_LETTER),
                    aside.get(EXPIRED));
        });
    }

    /** Returns the queues of all applications at the broker, or of one application, under the broker's names. */
    @GET
    @Path("applications")
    @ApiCall(
            value = "Lists the queues of all applications at the broker, under the broker's names.",
            problems = {"bad-query", "control-unavailable", "not-supported"})
    public List<QueueView> ofApplications(@QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        List<QueueView> queues = ControlProblems.reached(() -> control.queuesOfAllApplications().stream()
                .filter(queue -> named.owns(queue.queue()))
                .map(QueueView::of)
                .toList());
        named.checkKnown(!queues.isEmpty());
        return queues;
    }

    @GET
    @Path("reserved")
    @ApiCall(
            value = "Lists waiting tasks that are due.",
            problems = {"bad-order", "bad-query", "control-unavailable", "not-supported"})
    public List<WaitingView> reserved(
            @QueryParam("most") @DefaultValue("100") String most,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("application") String application) {
        ApplicationName.of(application).checkOwn(history, "Waiting tasks");
        return listed(q, () -> control.reserved(checked(most)));
    }

    @GET
    @Path("scheduled")
    @ApiCall(
            value = "Lists tasks that are due later.",
            problems = {"bad-order", "bad-query", "control-unavailable", "not-supported"})
    public List<WaitingView> scheduled(
            @QueryParam("most") @DefaultValue("100") String most,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("application") String application) {
        ApplicationName.of(application).checkOwn(history, "Waiting tasks");
        return listed(q, () -> control.scheduled(checked(most)));
    }

    @POST
    @Path("{name}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Keeps tasks of this queue from starting on any node.",
            status = 202,
            answer = OrderResult.Paused.class,
            problems = {"bad-order", "control-unavailable"})
    public Response pause(@PathParam("name") String queue, Addressees body) {
        Addressees said = Addressees.orAll(body);
        return GivenOrder.of(new Pause(queue, null, said.nodes(), said.timeout()), control);
    }

    @POST
    @Path("{name}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Lets tasks of this queue start again.",
            status = 202,
            answer = OrderResult.Resumed.class,
            problems = {"bad-order", "control-unavailable"})
    public Response resume(@PathParam("name") String queue, Addressees body) {
        Addressees said = Addressees.orAll(body);
        return GivenOrder.of(new Resume(queue, null, said.nodes(), said.timeout()), control);
    }

    @POST
    @Path("{name}/add-consumer")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Makes nodes consume a queue again.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable"})
    public Response addConsumer(@PathParam("name") String queue, Addressees body) {
        Addressees said = Addressees.orAll(body);
        return GivenOrder.of(new AddConsumer(queue, said.nodes(), said.timeout()), control);
    }

    @POST
    @Path("{name}/cancel-consumer")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Makes nodes stop consuming a queue until these nodes are restarted.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable"})
    public Response cancelConsumer(@PathParam("name") String queue, Addressees body) {
        Addressees said = Addressees.orAll(body);
        return GivenOrder.of(new CancelConsumer(queue, said.nodes(), said.timeout()), control);
    }

    private List<WaitingView> listed(String q, Supplier<List<WaitingTask>> tasks) {
        WaitingQuery query = WaitingQuery.of(q, clock.now());
        return ControlProblems.reached(() ->
                tasks.get().stream().filter(query::fits).map(WaitingView::of).toList());
    }

    private static int checked(String said) {
        int most;
        try {
            most = Integer.parseInt(said);
        } catch (NumberFormatException e) {
            most = 0;
        }
        if (most < 1 || most > MOST) {
            throw ControlProblems.badOrder("most takes a number of tasks per queue, from 1 to " + MOST);
        }
        return most;
    }

    /**
     * The queues, and the numbers of messages that were set aside. The paused tasks of another application are not
     * known.
     */
    public record Overview(List<QueueView> queues, List<String> pausedTasks, Long deadLetter, Long expired) {

        static Overview ofOther(List<QueueState> atBroker) {
            return new Overview(
                    atBroker.stream()
                            .filter(ApplicationName::isForTasks)
                            .map(QueueView::of)
                            .toList(),
                    null,
                    waiting(atBroker, DEAD_LETTER),
                    waiting(atBroker, EXPIRED));
        }

        private static Long waiting(List<QueueState> queues, String name) {
            return queues.stream()
                    .filter(queue -> queue.queue().equals(name))
                    .findFirst()
                    .map(queue -> QueueView.of(queue).waiting())
                    .orElse(null);
        }
    }

    /**
     * A queue; {@code dateOldest} is the time at which the next message to be delivered was sent. Unknown values are
     * null.
     */
    record QueueView(
            String name,
            Long waiting,
            Long scheduled,
            Long delivering,
            Long consumers,
            boolean paused,
            Instant dateOldest) {
        static QueueView of(QueueState state) {
            return new QueueView(
                    state.queue(),
                    orNull(state.waiting()),
                    orNull(state.scheduled()),
                    orNull(state.delivering()),
                    orNull(state.consumers()),
                    state.paused(),
                    state.oldest().orElse(null));
        }

        private static Long orNull(OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
    }

    /** A waiting task; unknown values are null. */
    record WaitingView(
            String id,
            String name,
            String queue,
            int priority,
            int retries,
            Instant eta,
            String args,
            Instant dateQueued,
            String requestId,
            String user,
            Map<String, String> context) {
        static WaitingView of(WaitingTask task) {
            return new WaitingView(
                    task.id(),
                    task.task(),
                    task.queue(),
                    task.priority(),
                    task.retries(),
                    task.due().orElse(null),
                    task.arguments().orElse(null),
                    task.queuedAt().orElse(null),
                    task.requestId().orElse(null),
                    task.user().orElse(null),
                    new TreeMap<>(task.context()));
        }
    }
}
