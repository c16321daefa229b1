package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import no.abakus.tasks.config.StartupProblems;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Only one archive on a server can have the name of an application. */
class NameOnServerTest {

    private final String name = "shop_" + UUID.randomUUID().toString().replace('-', '_');
    private final StartupProblems problems = new StartupProblems();

    @Test
    void a_second_archive_of_the_same_name_is_a_problem_that_names_both() {
        NameOnServer.take(name, "shop.ear", problems);
        NameOnServer.take(name, "shop-copy.ear", problems);

        assertThat(problems.all())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("'" + name + "'")
                .contains("shop.ear")
                .contains("shop-copy.ear")
                .contains("abakus.tasks.application");
    }

    @Test
    void the_same_archive_may_come_again_and_another_one_after_it_has_left() {
        NameOnServer.take(name, "shop.ear", problems);
        NameOnServer.take(name, "shop.ear", problems).release();
        NameOnServer.take(name, "shop-2.ear", problems);

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void an_archive_that_was_refused_does_not_give_the_name_away() {
        NameOnServer.take(name, "shop.ear", problems);
        NameOnServer.take(name, "shop-copy.ear", problems).release();
        NameOnServer.take(name, "shop-copy.ear", problems);

        assertThat(problems.all()).hasSize(2);
    }
}
