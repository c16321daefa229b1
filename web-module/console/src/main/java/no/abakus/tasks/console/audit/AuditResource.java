package no.abakus.tasks.console.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.executions.Given;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;

/** What users of the console changed, the latest first. */
@RequestScoped
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    TaskHistory history;

    @Inject
    TaskControl control;

    @GET
    @ApiCall(
            value = "Lists what users changed, the latest change first.",
            problems = {"bad-query", "bad-cursor", "history-unavailable"})
    public Listed list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limitText,
            @QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        int limit = Given.limit(limitText);
        HistoryReader read = Given.reached(() -> named.history(history, control));
        List<AuditEntry> found = Given.reached(() -> read.audit(Given.after(after), limit));
        return new Listed(
                found.stream().map(EntryView::of).toList(),
                found.size() < limit ? null : Given.cursor(found.get(limit - 1).id()));
    }

    record EntryView(
            Instant date, String user, String requestId, String action, String target, String reason, String outcome) {
        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.at(),
                    entry.action().user(),
                    entry.action().requestId().orElse(null),
                    entry.action().action(),
                    entry.action().target().orElse(null),
                    entry.action().reason().orElse(null),
                    entry.action().outcome());
        }
    }

    record Listed(List<EntryView> items, String next) {}
}
