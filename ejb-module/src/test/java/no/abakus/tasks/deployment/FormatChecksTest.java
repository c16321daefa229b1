package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A start with the name of an unknown serializer or compressor fails, whoever gives the name. */
class FormatChecksTest extends PlannedDeployment {

    private void check() {
        FormatChecks.checked(plan(Mailer.class), UserBeans.NONE, problems);
    }

    @Test
    void formats_that_exist_are_no_problem() {
        settings.put("abakus.tasks.body.compression", "gzip");
        override("mail.send", "serializer", "json");
        override("mail.send", "compression", "zlib");

        check();

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void a_serializer_that_is_not_accepted_is_a_problem_of_its_task() {
        override("mail.send", "serializer", "java");

        check();

        assertThat(problems.all())
                .singleElement()
                .asString()
                .startsWith("Task " + Mailer.class.getName() + ".send has the serializer 'java', which is not accepted")
                .contains("abakus.tasks.body.accept");
    }

    @Test
    void a_compressor_that_does_not_exist_is_a_problem_of_its_task() {
        override("mail.send", "compression", "rar");

        check();

        assertThat(problems.all())
                .singleElement()
                .asString()
                .startsWith("Task " + Mailer.class.getName() + ".send has the compression 'rar', which is not known")
                .contains("gzip");
    }

    @Test
    void a_compressor_of_the_settings_that_does_not_exist_is_a_problem() {
        settings.put("abakus.tasks.body.compression", "rar");

        check();

        assertThat(problems.all())
                .singleElement()
                .asString()
                .startsWith("The compressor 'rar' (abakus.tasks.body.compression) is not known");
    }
}
