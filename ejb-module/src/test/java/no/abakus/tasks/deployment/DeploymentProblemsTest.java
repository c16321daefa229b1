package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.tasks.AbakusTask;
import org.junit.jupiter.api.Test;

/** All problems that prevent a start, in one report. */
class DeploymentProblemsTest extends PlannedDeployment {

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
    void a_soft_time_limit_beyond_the_time_limit_is_a_problem() {
        override("mail.send", "time-limit", "PT1M");
        override("mail.send", "soft-time-limit", "PT2M");

        plan(Mailer.class);

        assertProblem("Task " + Mailer.class.getName() + ".send has the softTimeLimit PT2M beyond the timeLimit PT1M,"
                + " so the task would reach its time limit before the soft one.");
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

    private void assertProblem(String problem) {
        assertThat(problems.all()).containsExactly(problem);
    }
}
