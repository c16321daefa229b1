package no.abakus.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.testing.SettableClock;
import no.abakus.tasks.worker.RunningTasks;
import no.abakus.tasks.worker.Turnstile;
import org.junit.jupiter.api.Test;

/** A node whose database is down takes no work, and takes work again when the database is back. */
class AbilityTest {

    private final SettableClock clock = new SettableClock();
    private final Turnstile turnstile = new Turnstile(clock);
    private final List<String> turned = new ArrayList<>();
    private boolean isDown;

    private final ListenerSwitch listeners = new ListenerSwitch() {
        @Override
        public java.util.Set<String> queues() {
            return java.util.Set.of("default");
        }

        @Override
        public boolean isConsuming(String queue) {
            return true;
        }

        @Override
        public void turn(String queue, boolean on) {
            turned.add(on ? "on" : "off");
        }
    };

    private final HealthProbe database = new HealthProbe() {
        @Override
        public String name() {
            return "database";
        }

        @Override
        public void check() {
            if (isDown) {
                throw new IllegalStateException("refused");
            }
        }
    };

    private Ability ability(Executor executor) {
        return new Ability(
                List.of(database),
                executor,
                clock,
                turnstile,
                new Listening(listeners, turnstile, new RunningTasks(), (delay, work) -> work.run()));
    }

    private void look(Ability ability, int halfSeconds) {
        for (int i = 0; i < halfSeconds; i++) {
            ability.look();
            clock.advance(Duration.ofMillis(500));
        }
    }

    @Test
    void its_listeners_stop_after_a_second_and_start_again_by_themselves() {
        Ability ability = ability(Runnable::run);
        look(ability, 3);
        assertThat(turned).isEmpty();

        isDown = true;
        look(ability, 2);
        assertThat(turnstile.isOpen("default")).as("after half a second").isTrue();
        look(ability, 2);
        assertThat(turnstile.reasons()).containsExactly(Turnstile.Reason.UNABLE);
        assertThat(turned).containsExactly("off");

        isDown = false;
        look(ability, 2);
        assertThat(turnstile.isOpen("default")).isTrue();
        assertThat(turned).containsExactly("off", "on");
    }

    @Test
    void a_database_that_does_not_answer_for_ten_seconds_is_down() {
        Ability ability = ability(never -> {});
        look(ability, 20);
        assertThat(turnstile.isOpen("default")).isTrue();
        look(ability, 2);
        assertThat(turnstile.isOpen("default")).isFalse();
    }
}
