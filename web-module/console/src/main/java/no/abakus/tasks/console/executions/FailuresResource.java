package no.abakus.tasks.console.executions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.operate.FailureGroupPage;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Groups of failures. A group consists of the failures of a task that are alike. */
@RequestScoped
@Path("failures")
@Produces(MediaType.APPLICATION_JSON)
public class FailuresResource {

    private static final int LONGEST_NOTE = 1_000;
    private static final String NOTE = "note";
    private static final String MUTED_UNTIL = "muted_until";

    private static final ProblemType NOT_FOUND = new ProblemType("group-not-found", 404, "No such group of failures");
    private static final ProblemType BAD_GROUP = new ProblemType("bad-group", 400, "Not a change of a group");

    @Inject
    TaskHistory history;

    @Inject
    TaskControl control;

    @Inject
    ConsoleClock clock;

    @GET
    @ApiCall(
            value = "Lists groups of failures, the latest failure first.",
            problems = {"bad-query", "bad-cursor", "history-unavailable"})
    public Listed list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("limit") @DefaultValue("200") String limit,
            @QueryParam("after") String after,
            @QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        GroupQuery query = GroupQuery.of(q, clock.now());
        int most = Given.limit(limit);
        Optional<FailureGroupPage.Position> position = GroupCursor.read(after);
        HistoryReader read = Given.reached(() -> named.history(history, control));
        return Given.reached(() ->
                Listed.of(read.groups(query.since(), query::fits, position, most), SourcesView.of(read.origin())));
    }

    @GET
    @Path("{group}")
    @ApiCall(
            value = "Returns a group of failures.",
            problems = {"group-not-found", "history-unavailable"})
    public GroupView group(@PathParam("group") String id) {
        return GroupView.of(found(id));
    }

    @PATCH
    @Path("{group}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Changes the note of a group, or the time until which the group is muted.",
            body = GroupChange.class,
            problems = {"bad-group", "group-not-found", "history-unavailable"})
    public GroupView change(@PathParam("group") String id, Map<String, Object> body) {
        Map<String, Object> members = body == null ? Map.of() : body;
        for (String member : members.keySet()) {
            if (!member.equals(NOTE) && !member.equals(MUTED_UNTIL)) {
                throw bad("There is no member '" + member + "'; the members are note and muted_until");
            }
        }
        FailureGroupChange change = FailureGroupChange.NONE;
        if (members.containsKey(NOTE)) {
            change = change.note(note(members.get(NOTE)));
        }
        if (members.containsKey(MUTED_UNTIL)) {
            change = change.mutedUntil(instant(members.get(MUTED_UNTIL)));
        }
        FailureGroupChange whole = change;
        return GroupView.of(Given.reached(() -> history.annotate(id, whole)).orElseThrow(() -> unknown(id)));
    }

    private FailureGroup found(String id) {
        return Given.reached(() -> history.group(id)).orElseThrow(() -> unknown(id));
    }

    private static Optional<String> note(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && text.length() <= LONGEST_NOTE && text.indexOf('\0') < 0) {
            return Optional.of(text).filter(given -> !given.isBlank());
        }
        throw bad("note takes a string of at most " + LONGEST_NOTE + " characters, without NUL, or null");
    }

    private static Optional<Instant> instant(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value instanceof String text) {
                return Optional.of(Given.instant(MUTED_UNTIL, text, Instant.EPOCH));
            }
        } catch (InvalidQueryException e) {
            throw new ProblemException(
                    BAD_GROUP, "muted_until takes an instant such as 2026-11-29T12:00:00Z, or null", e);
        }
        throw bad("muted_until takes an instant such as 2026-11-29T12:00:00Z, or null");
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(BAD_GROUP, detail);
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                NOT_FOUND, "There is no group '" + id + "'; a group is deleted once its failures are too old");
    }

    /** The request body of a change; an omitted member stays as it is. */
    record GroupChange(String note, Instant mutedUntil) {}

    /**
     * A page of groups; {@code next} is null on the last page, and {@code total} is not exact if there are too many
     * groups to count.
     */
    record Listed(List<GroupView> items, String next, ExecutionList.Total total, SourcesView sources) {
        static Listed of(FailureGroupPage page, SourcesView sources) {
            return new Listed(
                    page.groups().stream().map(GroupView::of).toList(),
                    page.next().map(GroupCursor::write).orElse(null),
                    new ExecutionList.Total(page.total(), page.isComplete()),
                    sources);
        }
    }

    /** A group as clients see it; unknown values are null. */
    record GroupView(
            String group,
            String name,
            String errorType,
            String frame,
            String sampleId,
            Instant dateFirst,
            Instant dateLast,
            long total,
            String note,
            Instant mutedUntil) {
        static GroupView of(FailureGroup group) {
            return new GroupView(
                    group.id(),
                    group.task(),
                    group.errorType(),
                    group.frame().orElse(null),
                    group.sampleId(),
                    group.firstAt(),
                    group.lastAt(),
                    group.total(),
                    group.note().orElse(null),
                    group.mutedUntil().orElse(null));
        }
    }
}
