package no.abakus.tasks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.crash.Claims.Verdict;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.InMemoryClaims;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** Several threads of a node that handle the same message. */
class ClaimsTest {

    private final SettableClock clock = new SettableClock();
    private final TaskMessage message = SampleMessages.ours(SampleMessages.minimal("t-1"));
    private Runnable afterClaim = () -> {};
    private final Claims claims = new Claims(
            interrupted(new InMemoryClaims(clock)),
            new NodeIdentity("a", "run-1", clock.now()),
            Optional.empty(),
            Duration.ofSeconds(30),
            Duration.ofDays(1),
            clock);

    /** This store, in which something else happens just after a claim is stored. */
    private ClaimStore interrupted(ClaimStore store) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object answer = method.invoke(store, arguments);
            if (method.getName().equals("claim")) {
                Runnable then = afterClaim;
                afterClaim = () -> {};
                then.run();
            }
            return answer;
        };
        return (ClaimStore)
                Proxy.newProxyInstance(ClaimStore.class.getClassLoader(), new Class<?>[] {ClaimStore.class}, handler);
    }

    @Test
    void of_two_deliveries_at_the_same_time_only_one_begins() {
        List<Verdict> verdicts = new ArrayList<>();
        afterClaim = () -> verdicts.add(claims.begin(message, false));

        verdicts.add(claims.begin(message, false));

        assertThat(verdicts).containsExactly(new Verdict.Unsure(), new Verdict.Begin());
        assertThat(claims.begin(message, false)).isEqualTo(new Verdict.Unsure());
    }

    @Test
    void an_outcome_that_another_thread_has_recorded_is_not_forgotten() {
        claims.begin(message, false);
        claims.end(message);
        claims.done(message);

        claims.abandon(message);

        assertThat(claims.begin(message, false)).isEqualTo(new Verdict.Over());
    }

    @Test
    void what_has_not_started_may_start_later() {
        claims.begin(message, false);
        claims.abandon(message);

        assertThat(claims.begin(message, false)).isEqualTo(new Verdict.Begin());
    }
}
