package no.abakus.tasks.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangedThingTest {

    @Test
    void the_end_of_the_path_says_what_is_done_and_the_rest_to_what() {
        assertThat(ChangedThing.of("POST", "/queues/mail/pause"))
                .contains(new ChangedThing("pause", Optional.of("queues/mail")));
        assertThat(ChangedThing.of("POST", "executions/17/retry"))
                .contains(new ChangedThing("retry", Optional.of("executions/17")));
        assertThat(ChangedThing.of("POST", "control/quiet")).contains(new ChangedThing("quiet", Optional.empty()));
        assertThat(ChangedThing.of("DELETE", "dead-letters/17"))
                .contains(new ChangedThing("delete", Optional.of("dead-letters/17")));
        assertThat(ChangedThing.of("PATCH", "failures/9f"))
                .contains(new ChangedThing("change", Optional.of("failures/9f")));
    }

    @Test
    void calls_and_logins_are_no_changes() {
        assertThat(ChangedThing.of("POST", "/tasks/mail.send/apply-async")).isEmpty();
        assertThat(ChangedThing.of("POST", "/session")).isEmpty();
        assertThat(ChangedThing.of("DELETE", "session")).isEmpty();
    }
}
