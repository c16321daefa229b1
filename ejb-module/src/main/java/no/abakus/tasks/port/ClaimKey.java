package no.abakus.tasks.port;

import java.util.Optional;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The key of a claim. The token is part of the key, because anyone who may send to a queue can guess an id, but not the
 * token of another send. So no message finds, takes or ends the claim of another message.
 *
 * @param id the id of the message
 * @param execution the number of retries of the message
 * @param token the token of the message; empty if it has none
 * @param deaths how often the message became a dead letter and was sent again. It is part of the key because an
 *     operator who sends a dead letter again wants its task to run, although the last execution has ended.
 */
public record ClaimKey(String id, int execution, Optional<String> token, int deaths) {

    /** The key of the execution that this message starts. */
    public static ClaimKey of(TaskMessage message) {
        return new ClaimKey(
                message.id(),
                message.retries(),
                message.token(),
                message.extras().deaths());
    }

    /** The key of this claim. */
    public static ClaimKey of(Claim claim) {
        return new ClaimKey(claim.id(), claim.execution(), claim.token(), claim.deaths());
    }
}
