package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.MessageDraft;
import org.junit.jupiter.api.Test;

/** A message that is sent back again and again for one reason keeps the time at which this began. */
class HeldMessageTest {

    private static final Instant FIRST = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(60);

    private final TaskMessage message = new MessageDraft("1", "mail.send").message();

    @Test
    void the_same_reason_goes_on() {
        TaskMessage again = message.heldBy(hold("10/m|a|run-1"), FIRST).heldBy(hold("10/m|b|run-2"), SECOND);

        assertThat(again.hold().orElseThrow().since()).contains(FIRST);
        assertThat(again.hold().orElseThrow().grant()).isEqualTo("10/m|b|run-2");
    }

    @Test
    void another_reason_begins_anew() {
        TaskMessage again = message.heldBy(hold("suspect"), FIRST).heldBy(hold("claimed"), SECOND);

        assertThat(again.hold().orElseThrow().since()).contains(SECOND);
    }

    private static Hold hold(String grant) {
        return new Hold(SECOND, SECOND, grant);
    }
}
