package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.registry.AttributeReader;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.testing.MapSource;
import org.junit.jupiter.api.Test;

/** The plan of a start, and all problems that prevent the start, in one report. */
class DeploymentPlanTest {

    static class Mailer {
        @AbakusTask(name = "mail.send", queue = "mail", priority = 7, maxRetries = 5, retryDelay = "PT30S")
        public void send() {}

        @AbakusTask
        public void unnamed() {}
    }

    static class Copycat {
        @AbakusTask(name = "mail.send")
        public void send() {}
    }

    @SuppressWarnings("UnusedMethod") // the point is that it cannot be called
    static class Unfit {
        @AbakusTask(name = "unfit.private")
        private void hidden() {}

        @AbakusTask(name = "unfit.static")
        public static void ofNobody() {}

        @AbakusTask(name = "unfit.final")
        public final void fixed() {}
    }

    static class Wrong {
        @AbakusTask(name = "wrong.queue", queue = "nowhere")
        public void queue() {}

        @AbakusTask(name = "wrong.priority", priority = 10)
        public void priority() {}

        @AbakusTask(name = "wrong.retries", maxRetries = -2)
        public void retries() {}

        @AbakusTask(name = "wrong.delay", retryDelay = "soon")
        public void delay() {}
    }

    private final StartupProblems problems = new StartupProblems();
    private final Map<String, String> settings = new HashMap<>(Map.of("abakus.tasks.node.name", "n"));

    @Test
    void a_plan_without_problems_holds_queues_and_attributes() {
        DeploymentPlan plan = plan(Mailer.class);

        assertThat(problems.all()).isEmpty();
        assertThat(plan.queues()).containsExactly("default", "mail");
        TaskAttributes said = attributes(plan).get("mail.send");
        assertThat(said.queue()).contains("mail");
        assertThat(said.priority()).isEqualTo(7);
        assertThat(said.typing()).isTrue();
        assertThat(said.maxRetries()).isEqualTo(5);
        assertThat(said.retryDelay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(attributes(plan)).containsEntry(Mailer.class.getName() + ".unnamed", TaskAttributes.DEFAULTS);
    }

    @Test
    void the_annotations_defaults_are_the_defaults() throws NoSuchMethodException {
        AbakusTask nothingSaid = Mailer.class.getMethod("unnamed").getAnnotation(AbakusTask.class);

        assertThat(TaskAttributes.read(AttributeReader.of("unnamed", nothingSaid)))
                .isEqualTo(TaskAttributes.DEFAULTS);
    }

    @Test
    void every_member_of_the_annotation_can_be_overridden() {
        Set<String> members = Arrays.stream(AbakusTask.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> !name.equals("name"))
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(AttributeOverrides.ATTRIBUTES).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void configuration_says_more_than_the_annotation() {
        override("mail.send", "queue", "default");
        override("mail.send", "priority", "0");
        override("mail.send", "typing", "false");
        override("mail.send", "max-retries", "-1");
        override("mail.send", "retry-delay", "PT1H");
        override("mail.send", "autoretry-for", "java.io.IOException");
        override("mail.send", "dont-autoretry-for", "java.nio.charset.CharacterCodingException");
        override("mail.send", "retry-backoff", "true");
        override("mail.send", "rate-limit", "2/m");
        override("mail.send", "rate-limit-scope", "cluster");
        override("mail.send", "rate-limit-burst", "3");
        override("mail.send", "rate-limit-key", "context:tenant");
        override("mail.send", "ignore-result", "false");
        override("mail.send", "store-errors-even-if-ignored", "true");
        override("mail.send", "track-started", "false");
        override("mail.send", "trail", "false");
        override("mail.send", "result-retention", "P7D");
        override("mail.send", "keep-failed", "false");

        DeploymentPlan plan = plan(Mailer.class);

        assertThat(problems.all()).isEmpty();
        TaskAttributes said = attributes(plan).get("mail.send");
        assertThat(said.queue()).contains("default");
        assertThat(said.priority()).isZero();
        assertThat(said.typing()).isFalse();
        assertThat(said.maxRetries()).isEqualTo(-1);
        assertThat(said.retryDelay()).isEqualTo(Duration.ofHours(1));
        assertThat(said.retry().asksFor(new java.io.FileNotFoundException("gone")))
                .isTrue();
        assertThat(said.retry().asksFor(new java.nio.charset.MalformedInputException(1)))
                .isFalse();
        assertThat(said.retry().backoff()).isTrue();
        assertThat(said.results())
                .isEqualTo(new ResultAttributes(false, true, false, false, Optional.of(Duration.ofDays(7)), false));
        assertThat(said.rateLimit().orElseThrow()).hasToString("2/m burst 3 cluster per context:tenant");
    }

    @Test
    void a_rate_limit_that_cannot_be_is_a_problem() {
        override("mail.send", "rate-limit", "2/fortnight");
        override("mail.send", "rate-limit-scope", "galaxy");
        override("mail.send", "rate-limit-burst", "0");

        plan(Mailer.class);

        assertThat(problems.all())
                .contains(
                        "Setting abakus.tasks.task.\"mail.send\".rate-limit is '2/fortnight', which is not a valid rate-limit:"
                                + " the value must be a rate such as 100/s, 100/m, 100/h or 100/d, or 0 for no limit.",
                        "Setting abakus.tasks.task.\"mail.send\".rate-limit-scope is 'galaxy', which is not a valid"
                                + " rate-limit-scope: the value must be node or cluster.",
                        "Setting abakus.tasks.task.\"mail.send\".rate-limit-burst is '0', which is not a valid"
                                + " rate-limit-burst: the value must be 1 or more.");
    }

    @Test
    void a_rate_limit_per_what_there_is_not_is_a_problem() {
        override("mail.send", "rate-limit", "2/m");
        override("mail.send", "rate-limit-key", "tenant");

        plan(Mailer.class);

        assertProblem("Task " + Mailer.class.getName() + ".send has the rateLimitKey 'tenant', which is not one of the"
                + " task's parameters []; for a key of the log context, write 'context:tenant'.");
    }

    @Test
    void a_class_name_that_is_none_is_a_problem() {
        override("mail.send", "autoretry-for", "java.io.IOException, 7 seas");

        plan(Mailer.class);

        assertProblem(
                "Setting abakus.tasks.task.\"mail.send\".autoretry-for is 'java.io.IOException, 7 seas', which is not a"
                        + " valid autoretry-for: '7 seas' is not a class name; the value must be fully qualified names"
                        + " of exception classes, separated by commas.");
    }

    @Test
    void a_retention_of_results_that_are_ignored_is_a_problem() {
        override("mail.send", "result-retention", "P7D");

        plan(Mailer.class);

        assertProblem("Task " + Mailer.class.getName() + ".send has the resultRetention PT168H and ignores its results;"
                + " set ignoreResult = false, or leave out the retention.");
    }

    @Test
    void a_retention_of_no_time_is_a_problem() {
        override("mail.send", "ignore-result", "false");
        override("mail.send", "result-retention", "PT0S");

        plan(Mailer.class);

        assertProblem("Task " + Mailer.class.getName() + ".send has the resultRetention PT0S, which must be longer than"
                + " zero; to keep no result, set ignoreResult.");
    }

    @Test
    void a_name_that_is_given_twice_names_both_places() {
        plan(Mailer.class, Copycat.class);

        assertProblem("The task name 'mail.send' is given 2 times, by " + Mailer.class.getName() + ".send and "
                + Copycat.class.getName() + ".send; a name belongs to one task, so rename all but one.");
    }

    @Test
    void a_method_that_no_proxy_can_call_is_named_with_the_modifier() {
        plan(Unfit.class);

        assertThat(problems.all())
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("Task " + Unfit.class.getName() + ".hidden is private,"))
                .anyMatch(problem -> problem.startsWith("Task " + Unfit.class.getName() + ".ofNobody is static,"))
                .anyMatch(problem -> problem.startsWith("Task " + Unfit.class.getName() + ".fixed is final,"));
    }

    @Test
    void a_queue_that_nobody_consumes_is_named_with_those_that_are() {
        plan(Mailer.class, Wrong.class);

        assertThat(problems.all())
                .anyMatch(problem -> problem.startsWith("Task " + Wrong.class.getName()
                        + ".queue goes to the queue 'nowhere', which no listener of this application consumes; the"
                        + " listeners consume [default, mail]."));
    }

    @Test
    void a_queue_of_another_application_is_declared_by_a_setting() {
        settings.put("abakus.tasks.routing.external-queues", "nowhere");
        override("wrong.priority", "priority", "9");
        override("wrong.retries", "max-retries", "0");
        override("wrong.delay", "retry-delay", "PT1S");

        plan(Wrong.class);

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void a_default_queue_that_nobody_consumes_is_a_problem() {
        settings.put("abakus.tasks.routing.default-queue", "slow");

        plan();

        assertProblem("The default queue 'slow' (abakus.tasks.routing.default-queue) is not consumed by this"
                + " application, whose listeners consume [default, mail].");
    }

    @Test
    void a_default_queue_without_a_name_is_a_problem() {
        settings.put("abakus.tasks.routing.default-queue", " ");

        plan();

        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0)).startsWith("The default queue ' ' (abakus.tasks.routing.default-queue)");
    }

    @Test
    void an_override_that_cannot_be_read_or_is_out_of_range_is_a_problem() {
        override("mail.send", "priority", "high");
        override("mail.send", "typing", "perhaps");
        override("mail.send", "max-retries", "-7");
        override("mail.send", "retry-delay", "soon");

        plan(Mailer.class);

        assertThat(problems.all())
                .hasSize(4)
                .anyMatch(p -> p.contains("\"mail.send\".priority is 'high', which is not a valid priority"))
                .anyMatch(p ->
                        p.contains("\"mail.send\".typing is 'perhaps', which is not a valid typing: the value must be"))
                .anyMatch(p -> p.contains("\"mail.send\".retry-delay is 'soon', which is not a valid retry-delay"))
                .anyMatch(p -> p.contains("has maxRetries -7; maxRetries must be 0 or more, or -1 for no limit."));
    }

    @Test
    void an_override_of_what_there_is_not_comes_with_the_nearest_name() {
        settings.put("abakus.tasks.task.\"mail.sned\".queue", "mail");
        settings.put("abakus.tasks.task.\"mail.send\".que", "mail");
        settings.put("abakus.tasks.task.mail.send.queue", "mail");

        plan(Mailer.class);

        assertThat(problems.all())
                .containsExactly(
                        "Setting abakus.tasks.task.\"mail.send\".que names an unknown attribute; did you mean"
                                + " queue?",
                        "Setting abakus.tasks.task.\"mail.sned\".queue names an unknown task; did you mean"
                                + " mail.send?",
                        "Setting abakus.tasks.task.mail.send.queue is not known; a task setting has the form"
                                + " abakus.tasks.task.\"<name>\".<attribute>.");
    }

    @Test
    void all_that_is_wrong_is_in_one_report() {
        settings.put("abakus.tasks.message.max-body-size", "huge");
        settings.put("abakus.tasks.nothing", "x");
        override("nobody", "queue", "mail");

        plan(Mailer.class, Copycat.class, Unfit.class, Wrong.class);

        assertThat(problems.all()).hasSize(1 + 1 + 1 + 1 + 3 + 4);
        assertThat(problems.report())
                .startsWith("Abakus cannot start; there are 11 problems:")
                .contains("abakus.tasks.nothing")
                .contains("max-body-size")
                .contains("given 2 times")
                .contains("is private")
                .contains("'nowhere'")
                .contains("has the priority 10")
                .contains("has maxRetries -2")
                .contains("has the retryDelay 'soon'")
                .contains("\"nobody\".queue names an unknown task");
    }

    static class Contrary {
        @AbakusTask(
                name = "contrary.errors",
                ignoreResult = false,
                storeErrorsEvenIfIgnored = true,
                autoretryFor = IllegalStateException.class,
                maxRetries = 0)
        public void errors() {}

        @AbakusTask(
                name = "contrary.limits",
                rateLimitBurst = 5,
                dontAutoretryFor = IllegalStateException.class,
                retryBackoffFactor = "PT1H",
                retryBackoffMax = "PT1M")
        public void limits() {}

        @AbakusTask(name = "contrary.tracked")
        public void tracked() {}
    }

    @Test
    void attributes_that_make_no_sense_together_are_told_and_stop_nothing() {
        override("contrary.tracked", "track-started", "true");
        override("contrary.tracked", "trail", "true");

        DeploymentPlan plan = plan(Contrary.class);

        assertThat(problems.all()).isEmpty();
        assertThat(details(plan, "contrary.errors"))
                .hasSize(2)
                .anyMatch(detail -> detail.startsWith("storeErrorsEvenIfIgnored is set and results are not ignored"))
                .anyMatch(detail -> detail.startsWith("autoretryFor is set and maxRetries is 0"));
        assertThat(details(plan, "contrary.limits"))
                .hasSize(3)
                .anyMatch(detail -> detail.contains("rateLimit is not, so nothing is limited"))
                .anyMatch(detail -> detail.startsWith("dontAutoretryFor is set"))
                .anyMatch(detail -> detail.startsWith("retryBackoffFactor PT1H is beyond retryBackoffMax PT1M"));
        assertThat(details(plan, "contrary.tracked"))
                .hasSize(2)
                .anyMatch(detail -> detail.startsWith("track-started is set and results are ignored"))
                .anyMatch(detail -> detail.startsWith("trail is set and results are ignored"));
    }

    @Test
    void what_an_annotation_says_by_default_contradicts_nothing() {
        assertThat(plan(Mailer.class).contradictions()).isEmpty();
    }

    private static List<String> details(DeploymentPlan plan, String task) {
        return plan.contradictions().stream()
                .filter(one -> one.task().equals(task))
                .map(Contradiction::detail)
                .toList();
    }

    private DeploymentPlan plan(Class<?>... beans) {
        List<TaskCandidate> candidates = new ArrayList<>();
        for (Class<?> bean : beans) {
            candidates.addAll(TaskCandidate.of(bean));
        }
        return DeploymentPlan.of(new MapSource(settings), candidates, Set.of("mail", "default"), problems);
    }

    private void override(String task, String attribute, String value) {
        settings.put("abakus.tasks.task.\"" + task + "\"." + attribute, value);
    }

    private void assertProblem(String problem) {
        assertThat(problems.all()).containsExactly(problem);
    }

    private static Map<String, TaskAttributes> attributes(DeploymentPlan plan) {
        return plan.attributes().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }
}
