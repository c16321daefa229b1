package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.abakus.tasks.Signature;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import org.junit.jupiter.api.Test;

class SignatureCodecTest {

    private static final String SMILE = "\ud83d\ude00";

    private final SignatureCodec codec = new SignatureCodec();

    @Test
    void signatures_that_a_broker_would_accept_but_never_deliver_are_refused() {
        // 44,000 bytes in UTF-8, but 66,000 in a property of OpenMQ.
        for (String argument : List.of(SMILE.repeat(11_000), "a".repeat(60_000), "\u00e6".repeat(30_000))) {
            assertThatThrownBy(() -> codec.write(TaskOption.LINK, followedWith(argument)))
                    .isInstanceOf(TaskOptionException.class)
                    .hasMessageContaining("a message carries at most 60000");
        }
    }

    @Test
    void shorter_ones_are_written_and_read() {
        for (String argument : List.of(SMILE.repeat(9_900), "a".repeat(59_900), "\u00e6".repeat(29_900))) {
            String written =
                    codec.write(TaskOption.LINK, followedWith(argument)).orElseThrow();

            assertThat(codec.read(written)).isEqualTo(List.of(signature(argument)));
        }
    }

    private static TaskOptions followedWith(String argument) {
        return TaskOptions.empty().with(TaskOption.LINK, List.<Signature>of(signature(argument)));
    }

    private static TaskSignature signature(String argument) {
        return TaskSignature.of("mail.send").withArgs(argument);
    }
}
