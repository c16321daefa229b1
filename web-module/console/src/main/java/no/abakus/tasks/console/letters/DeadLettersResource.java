package no.abakus.tasks.console.letters;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.executions.Given;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQuery;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.DeadLetterQueue.Page;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** The messages that no worker would accept. Users with write access may send them again. */
@RequestScoped
@Path("dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    private static final Log log = Log.get();

    private static final ProblemType NOT_FOUND = new ProblemType("dead-letter-not-found", 404, "No such dead letter");
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, "Invalid position in the list");
    private static final ProblemType UNAVAILABLE =
            new ProblemType("broker-unavailable", 503, "The broker does not respond");

    @Inject
    DeadLetterQueue office;

    @Inject
    TaskControl control;

    @Inject
    ConsoleClock clock;

    @GET
    @ApiCall(
            value = "Lists dead letters.",
            problems = {"bad-query", "bad-cursor", "broker-unavailable", "control-unavailable", "not-supported"})
    public Listed list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("application") String application) {
        DeadLetterQueue letters = ApplicationName.of(application).letters(office, control);
        DeadLetterQuery query = DeadLetterQuery.parse(q, clock.now());
        int most = Given.limit(limit);
        Optional<String> cursor = Optional.ofNullable(after);
        DeadLetterQuery others = query.withoutReasons();
        Map<String, Long> reasons = new TreeMap<>();
        Page page = reached(() -> {
            if (cursor.isPresent() && letters.find(cursor.get()).isEmpty()) {
                throw new ProblemException(
                        BAD_CURSOR,
                        "'after' names no existing dead letter; use 'next' of the previous page, or start over");
            }
            reasons.clear();
            return letters.page(
                    letter -> counted(letter, others, reasons) && query.fits(letter), query.read(), cursor, most);
        });
        return Listed.of(page, reasons);
    }

    @GET
    @Path("{id}")
    @ApiCall(
            value = "Returns a dead letter.",
            problems = {"dead-letter-not-found", "broker-unavailable"})
    public LetterView letter(@PathParam("id") String id) {
        return LetterView.of(reached(() -> office.find(id)).orElseThrow(() -> unknown(id)));
    }

    @POST
    @Path("{id}/requeue")
    @ApiCall(
            value = "Sends a dead letter back to the queue it came from.",
            status = 202,
            answer = Requeued.class,
            problems = {"dead-letter-not-found", "broker-unavailable"})
    public Response requeue(@PathParam("id") String id) {
        DeadLetter letter = reached(() -> office.find(id)).orElseThrow(() -> unknown(id));
        String queue = reached(() -> office.requeue(id)).orElseThrow(() -> unknown(id));
        log.info("dead_letter_requeued", "task_id", letter.taskId(), "task_name", letter.task(), "queue", queue);
        return Response.accepted(new Requeued(letter.taskId(), queue)).build();
    }

    @DELETE
    @Path("{id}")
    @ApiCall(
            value = "Deletes a dead letter for good.",
            status = 204,
            answer = Void.class,
            problems = {"dead-letter-not-found", "broker-unavailable"})
    public Response delete(@PathParam("id") String id) {
        DeadLetter letter = reached(() -> office.find(id)).orElseThrow(() -> unknown(id));
        if (!reached(() -> office.delete(id))) {
            throw unknown(id);
        }
        log.info("dead_letter_deleted", "task_id", letter.taskId(), "task_name", letter.task());
        return Response.noContent().build();
    }

    /**
     * Counts a letter that matches the query without its terms for reasons, so that clients see each reason's count
     * before they choose one. Returns whether the letter was counted.
     */
    private static boolean counted(DeadLetter letter, DeadLetterQuery others, Map<String, Long> reasons) {
        boolean fits = others.fits(letter);
        if (fits) {
            reasons.merge(letter.reason(), 1L, Long::sum);
        }
        return fits;
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                NOT_FOUND, "There is no dead letter '" + id + "'; perhaps an operator has sent it again or deleted it");
    }

    private static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (OperationalException e) {
            log.error("dead_letters_unavailable", e);
            throw new ProblemException(UNAVAILABLE, "Ask again once GET health returns UP", e);
        }
    }

    record Requeued(String taskId, String queue) {}

    record Total(long value, boolean exact) {}

    record Scan(int scanned, boolean complete) {}

    record Sources(Scan broker) {}

    /** How many letters have this reason; {@code value} is null if the reason is unknown. */
    record Reason(String value, long count) {
        static Reason of(Map.Entry<String, Long> reason) {
            return new Reason(reason.getKey().isEmpty() ? null : reason.getKey(), reason.getValue());
        }
    }

    /** A page; {@code reasons} counts the letters that match the query without its terms for reasons. */
    record Listed(List<LetterView> items, String next, Total total, List<Reason> reasons, Sources sources) {
        static Listed of(Page page, Map<String, Long> reasons) {
            List<DeadLetter> letters = page.letters();
            return new Listed(
                    letters.stream().map(LetterView::of).toList(),
                    page.hasMore() ? letters.get(letters.size() - 1).id() : null,
                    new Total(page.total(), page.isComplete()),
                    reasons.entrySet().stream().map(Reason::of).toList(),
                    new Sources(new Scan(page.scanned(), page.isComplete())));
        }
    }
}
