package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.logging.LoggingApi;
import no.abakus.tasks.config.StartupProblems;
import org.junit.jupiter.api.Test;

class SharedLoggingTest {

    private final StartupProblems problems = new StartupProblems();

    @Test
    void a_copy_older_than_the_application_is_a_problem_with_its_remedy() {
        SharedLogging.check(1, 2, problems);

        assertThat(problems.all())
                .singleElement()
                .asString()
                .contains("older than this application", "level 1", "level 2", "restart the server");
    }

    @Test
    void a_copy_as_old_or_newer_is_none() {
        SharedLogging.check(2, 2, problems);
        SharedLogging.check(3, 2, problems);
        SharedLogging.check(LoggingApi.loaded(), LoggingApi.LEVEL, problems);

        assertThat(problems.isEmpty()).isTrue();
    }
}
