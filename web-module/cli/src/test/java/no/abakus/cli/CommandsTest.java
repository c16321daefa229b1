package no.abakus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.abakus.cli.rest.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands against a server, with their output and exit codes. */
final class CommandsTest {

    private static final String API = "/abakus/api/";

    @TempDir
    private Path folder;

    private final RecordedConsole console = new RecordedConsole();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path password;

    @BeforeEach
    void write() throws IOException {
        password = Files.writeString(folder.resolve("password"), "op\n");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", console.url(), "--user", "operator", "--password-file", password.toString()));
        CommandLine commandLine = Abakus.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    @Test
    void status_ends_with_1_if_something_is_wrong() {
        console.answers(
                "GET " + API + "overview",
                200,
                "{'verdict':{'level':'warning','sentence':'mail.send fails 38 %.'},'rates':{'throughput':812.04,"
                        + "'failed':0.38,'waited_p95':4,'took_p95':0.1},'queues':[],'failing':[{'name':'mail.send',"
                        + "'failed':0.38,'error':'Timeout'}],'nodes':[{'node':'a','takes_tasks':true,'active':3,'heap':0.41}]}");

        assertThat(run("status")).isEqualTo(1);
        assertThat(out.toString())
                .contains("mail.send fails 38 %.", "throughput 812.0/s, failing 38 %, waiting p95 4 s")
                .containsPattern("a +yes +3 +41 %");
    }

    @Test
    void terms_of_a_query_may_hold_any_character() {
        console.answers(
                "GET " + API + "executions?q=task%3Amail.*%20args%3A%22a%20%26%20b%22&limit=2", 200, "{'items':[]}");

        assertThat(run("tasks", "task:mail.*", "args:\"a & b\"", "--limit", "2"))
                .isZero();
        assertThat(out.toString()).isEqualTo("No execution matches." + System.lineSeparator());
    }

    @Test
    void a_name_of_a_task_cannot_steer_the_terminal() {
        console.answers(
                "GET " + API + "executions?limit=50",
                200,
                "{'items':[{'name':'mail\\u001b[2Jsend\\u202e','state':'SUCCESS','runtime':0.25,'task_id':'1'}],'next':'abc'}");

        run("tasks");

        assertThat(out.toString())
                .contains("mail [2Jsend ", "0.25 s", "More: --after abc")
                .doesNotContain("\u001b");
    }

    @Test
    void values_of_a_call_are_json_or_strings_and_numbers_keep_their_digits() {
        console.answers("POST " + API + "tasks/mail.send/apply-async", 202, "{'task_id':'id-1','state':'PENDING'}");

        int code = run(
                "call",
                "mail.send",
                "anna",
                "9007199254740993.0",
                "[-0.0,0.0]",
                "\"3\"",
                "-k",
                "urgent=true",
                "-o",
                "countdown=1.50");

        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo("id-1" + System.lineSeparator());
        assertThat(console.asked())
                .containsExactly("POST " + API + "tasks/mail.send/apply-async {\"countdown\":1.50,"
                        + "\"args\":[\"anna\",9007199254740993.0,[-0.0,0.0],\"3\"],\"kwargs\":{\"urgent\":true}}");
    }

    @Test
    void a_string_that_starts_like_json_stays_whole() {
        console.answers("POST " + API + "tasks/mail.send/apply-async", 202, "{'task_id':'id-1','state':'PENDING'}");

        assertThat(run("call", "mail.send", "12 Main Street", "true story", "[1] 2", " 3 "))
                .isZero();
        assertThat(console.asked().get(0)).endsWith("{\"args\":[\"12 Main Street\",\"true story\",\"[1] 2\",3]}");
    }

    @Test
    void a_call_that_waits_keeps_the_result_and_prints_it() {
        console.answers("POST " + API + "tasks/add/apply-async", 202, "{'task_id':'id-1','state':'PENDING'}");
        console.answers("GET " + API + "results/id-1", 200, "{'state':'SUCCESS','result':3}");

        assertThat(run("call", "add", "1", "2", "--wait", "5")).isZero();
        assertThat(out.toString().lines()).containsExactly("SUCCESS", "3");
        assertThat(console.asked().get(0)).contains("\"ignore_result\":false");
    }

    @Test
    void a_result_says_by_its_exit_code_how_the_task_ended() {
        console.answers(
                "GET " + API + "results/failed",
                200,
                "{'state':'FAILURE','exception':{'type':'T','message':'m','traceback':''}}");
        console.answers("GET " + API + "results/running", 200, "{'state':'STARTED'}");

        assertThat(run("result", "failed")).isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly("FAILURE", "T: m");
        assertThat(run("result", "running")).isZero();
        assertThat(run("result", "running", "--wait", "0.01")).isEqualTo(5);
    }

    @Test
    void a_call_that_waits_ends_as_the_task_does() {
        console.answers("POST " + API + "tasks/mail.send/apply-async", 202, "{'task_id':'id-1','state':'PENDING'}");
        console.answers(
                "GET " + API + "results/id-1",
                200,
                "{'state':'FAILURE','exception':{'type':'T','message':'m','traceback':''}}");
        assertThat(run("call", "mail.send", "--wait", "1")).isEqualTo(1);

        console.answers("GET " + API + "results/id-1", 200, "{'state':'STARTED'}");
        assertThat(run("call", "mail.send", "--wait", "0.01")).isEqualTo(5);
        assertThat(run("call", "mail.send")).isZero();
    }

    @Test
    void a_wait_that_cannot_end_is_a_mistake_and_nothing_is_sent() {
        assertThat(run("call", "mail.send", "--wait", "1", "-o", "ignore_result=true"))
                .isEqualTo(2);
        assertThat(run("call", "mail.send", "--wait", "-1")).isEqualTo(2);
        assertThat(run("result", "id-1", "--wait", "NaN")).isEqualTo(2);
        assertThat(console.asked()).isEmpty();
    }

    @Test
    void every_exit_code_is_in_the_documentation_and_in_the_help() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        CommandLine commandLine = Abakus.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        assertThat(commandLine.execute("--help")).isZero();
        List<Integer> codes = Stream.concat(
                        Stream.of(2), Stream.of(Exit.values()).map(Exit::code))
                .sorted()
                .toList();

        assertThat(readme.lines()
                        .filter(line -> line.matches("\\| [0-9] \\| .*"))
                        .map(line -> Integer.valueOf(line.substring(2, 3))))
                .containsExactlyElementsOf(codes);
        assertThat(codes).allSatisfy(code -> assertThat(out.toString()).containsPattern("(?m)^ *" + code + " {2,}"));
    }

    @Test
    void while_it_waits_the_progress_is_a_bar_on_stderr() {
        console.answers(
                "GET " + API + "results/running",
                200,
                "{'state':'STARTED','progress':{'done':4,'total':10,'text':'row\\u001b[31m 4','at':'2026-11-30T00:00:00Z'}}");

        assertThat(run("result", "running", "--wait", "1.2", "--progress")).isEqualTo(5);

        assertThat(err.toString())
                .startsWith("\r[########------------] 4 of 10 (40 %)  row [31m 4")
                .endsWith("\r");
        assertThat(out.toString().lines()).containsExactly("STARTED");
    }

    @Test
    void without_a_terminal_nothing_is_drawn() {
        console.answers(
                "GET " + API + "results/running",
                200,
                "{'state':'STARTED','progress':{'done':4,'total':0,'text':null,'at':'2026-11-30T00:00:00Z'}}");

        assertThat(run("result", "running", "--wait", "1.2", "--no-progress")).isEqualTo(5);

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_running_tasks_have_their_progress() {
        console.answers(
                "GET " + API + "workers/active",
                200,
                "{'a':[{'id':'id-1','name':'import','queue':'default','retries':0,'date_started':'2026-11-30T00:00:00Z',"
                        + "'progress':{'done':12,'total':10}},{'id':'id-2','name':'other','progress':null}]}");

        assertThat(run("workers", "--active")).isZero();

        assertThat(out.toString()).contains("PROGRESS").contains("12 of 10 (100 %)");
    }

    @Test
    void a_refusal_is_told_with_its_code_and_where_the_log_has_more() {
        console.answers(
                "POST " + API + "executions/id-1/retry",
                409,
                "application/problem+json",
                "{'code':'not-retryable','detail':'It did not fail.','request_id':'r-9'}");

        assertThat(run("retry", "id-1")).isEqualTo(3);
        assertThat(err.toString().strip()).isEqualTo("409 not-retryable: It did not fail. (request_id r-9)");
    }

    @Test
    void a_server_that_fails_or_is_none_ends_with_4() {
        console.answers("GET " + API + "queues", 503, "{'code':'control-unavailable'}");
        console.answers("GET " + API + "workers", 200, "text/html", "<html>");

        assertThat(run("queues")).isEqualTo(4);
        assertThat(run("workers")).isEqualTo(4);
        assertThat(err.toString()).contains("503 control-unavailable", "did not answer in JSON");
    }

    @Test
    void a_pause_concerns_a_queue_or_a_task() {
        console.answers("POST " + API + "queues/mail/pause", 202, "{'paused':true}");
        console.answers("POST " + API + "tasks/mail.send/resume", 202, "{'paused':false}");

        assertThat(run("pause", "--queue", "mail")).isZero();
        assertThat(run("resume", "--task", "mail.send")).isZero();
        assertThat(run("pause")).isEqualTo(2);
        assertThat(run("pause", "--queue", "a", "--task", "b")).isEqualTo(2);
        assertThat(out.toString()).contains("Queue mail is paused.", "Task mail.send is resumed.");
    }

    @Test
    void several_tasks_are_revoked_together() {
        console.answers(
                "POST " + API + "control/revoke", 202, "{'outcome':'flagged','tasks':{'a':'removed','b':'flagged'}}");

        assertThat(run("revoke", "a", "b", "--terminate")).isZero();
        assertThat(out.toString()).containsPattern("a +removed").containsPattern("b +flagged");
        assertThat(console.asked().get(0)).endsWith("{\"terminate\":true,\"ids\":[\"a\",\"b\"]}");
    }

    @Test
    void tail_prints_an_event_a_line() {
        console.answers(
                "GET " + API + "live?topics=overview%2Cqueues",
                200,
                "text/event-stream",
                """
                retry: 3000

                : alive

                id: 7
                event: overview
                data: {'verdict':{'sentence':'All is well.'}}

                event: queues
                data: [1,
                data: 2]

                """);

        assertThat(run("tail", "--topics", "overview,queues", "--once")).isZero();
        assertThat(out.toString().lines().map(line -> line.substring(line.indexOf("  ") + 2)))
                .containsExactly("overview  All is well.", "queues  [1, 2]");
    }

    @Test
    void tail_outlasts_a_server_that_restarts_but_not_one_that_was_never_there() throws InterruptedException {
        assertThat(run("tail")).as("no console yet").isEqualTo(3);
        String live = "GET " + API + "live?topics=overview";
        console.answers(live, 200, "text/event-stream", "event: overview\ndata: {}\n\n");
        int[] code = {-1};
        Thread tail = new Thread(() -> code[0] = run("tail"));
        tail.start();
        // The call after the next one shows that the next one was answered.
        console.await(live, 3);
        console.answers(live, 404, "");
        console.await(live, 5);
        console.answers(live, 401, "{'code':'unauthorized'}");

        tail.join();
        assertThat(code[0]).isEqualTo(3);
        assertThat(err.toString()).contains("401 unauthorized");
    }

    @Test
    void json_is_printed_as_the_server_said_it() {
        console.answers("GET " + API + "executions/id-1/why", 200, "{'sentence':'It waits.','n':1.10}");

        assertThat(run("why", "id-1", "--json")).isZero();
        assertThat(out.toString()).contains("\"n\" : 1.10");
    }

    @Test
    void every_command_has_help_and_completion_knows_it() {
        for (String name : Abakus.commandLine().getSubcommands().keySet()) {
            assertThat(run(name, "--help")).as(name).isZero();
        }
        assertThat(out.toString()).contains("Usage: abakus tail");
        out.getBuffer().setLength(0);
        CommandLine commandLine = Abakus.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        assertThat(commandLine.execute("generate-completion")).isZero();
        assertThat(out.toString()).contains("abakus", "failures");
    }
}
