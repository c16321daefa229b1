package no.abakus.tasks.console.executions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.web.json.JsonBodies;

/** Ended executions as a file. Rows are read and sent in small steps, so that a long file needs little memory. */
@RequestScoped
@Path("executions/export")
public class ExportResource {

    /** The maximum number of rows in a file. */
    static final int MOST = 100_000;

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    TaskHistory history;

    @Inject
    TaskControl control;

    @Inject
    Exports exports;

    @Inject
    ConsoleClock clock;

    @GET
    @ApiCall(
            value = "Returns ended executions as a file of at most 100,000 rows, the latest end first.",
            types = {CSV, NDJSON},
            problems = {"bad-query", "query-too-wide", "too-many-streams", "history-unavailable"})
    public Response export(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        HistoryQuery query = Given.endedQuery(q, clock.now());
        if (!format.equals("csv") && !format.equals("ndjson")) {
            throw Given.badQuery("format takes csv or ndjson");
        }
        HistoryReader source = Given.reached(() -> named.history(history, control));
        boolean isCsv = format.equals("csv");
        exports.check();
        // Tries the query before the first byte, while a problem can still be sent in place of the file.
        Given.reached(() -> {
            source.forEach(query, first -> false);
            return null;
        });
        Exports running = exports;
        StreamingOutput rows = out -> {
            running.begin();
            try {
                write(source, query, isCsv, out);
            } finally {
                running.end();
            }
        };
        return Response.ok(rows, (isCsv ? CSV : NDJSON) + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"executions." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static void write(HistoryReader history, HistoryQuery query, boolean isCsv, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Function<ExecutionView, String> line = isCsv ? CsvRow::of : view -> JsonBodies.text(view) + "\n";
        if (isCsv) {
            writer.write(CsvRow.head());
        }
        int[] left = {MOST};
        try {
            history.forEach(query, task -> {
                try {
                    writer.write(line.apply(ExecutionView.of(task)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                left[0]--;
                return left[0] > 0;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }
}
