package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.registry.AttributeReader;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.registry.TaskAttributes;
import org.junit.jupiter.api.Test;

/** The plan of a start: queues, attributes, and attributes that contradict each other. */
class DeploymentPlanTest extends PlannedDeployment {

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

    private static Map<String, TaskAttributes> attributes(DeploymentPlan plan) {
        return plan.attributes().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }
}
