package no.abakus.tasks.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.operate.TaskDescription;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    public static class Mailer {

        @AbakusTask(
                name = "mail.send",
                queue = "default",
                acks = Acks.EARLY,
                timeLimit = "PT1.14S",
                rateLimit = "5/m",
                rateLimitScope = RateLimitScope.CLUSTER,
                autoretryFor = IllegalStateException.class)
        public void send(String to, List<String> lines) {}

        @AbakusTask(name = "mail.plain")
        public void plain() {}
    }

    private final TaskDescription send = described("mail.send");

    private static TaskDescription described(String task) {
        return Workbench.of(new Mailer()).catalogue().find(task).orElseThrow();
    }

    @Test
    void every_attribute_of_the_annotation_is_shown() {
        List<String> members = Arrays.stream(AbakusTask.class.getDeclaredMethods())
                .map(member -> member.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .filter(name -> !name.equals("name"))
                .toList();

        assertThat(send.attributes().keySet()).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void values_are_texts_numbers_lists_and_seconds() {
        assertThat(send.attributes())
                .containsAllEntriesOf(Map.of(
                        "acks",
                        "early",
                        "time-limit",
                        1.14,
                        "rate-limit",
                        "5/m",
                        "rate-limit-scope",
                        "cluster",
                        "rate-limit-burst",
                        1,
                        "max-retries",
                        3,
                        "typing",
                        true,
                        "autoretry-for",
                        List.of("java.lang.IllegalStateException")));
    }

    @Test
    void what_a_task_does_not_have_is_null() {
        assertThat(described("mail.plain").attributes())
                .containsEntry("time-limit", null)
                .containsEntry("rate-limit", null)
                .containsEntry("rate-limit-scope", null)
                .containsEntry("rate-limit-burst", null);
    }

    @Test
    void parameters_are_named_as_an_author_writes_them() {
        assertThat(send.parameters())
                .containsExactly(
                        new TaskDescription.Parameter("to", "String"),
                        new TaskDescription.Parameter("lines", "List<String>"));
    }
}
