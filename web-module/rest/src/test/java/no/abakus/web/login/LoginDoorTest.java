package no.abakus.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LoginDoorTest {

    private static final Credentials RIGHT = new Credentials("kari", "right");
    private static final Credentials WRONG = new Credentials("kari", "wrong");

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();
    private final LoginDoor door = door(Duration.ZERO);

    @Test
    void after_some_failures_nobody_looks_at_the_password_until_the_wait_is_over() {
        fail(6, "10.0.0.1");
        int looked = checks.get();

        assertThat(door.login("10.0.0.1", RIGHT)).isEqualTo(new LoginOutcome.Postponed(Duration.ofSeconds(1)));
        assertThat(checks).hasValue(looked);

        pass(Duration.ofSeconds(1));
        assertThat(door.login("10.0.0.1", RIGHT)).isEqualTo(new LoginOutcome.Granted(Set.of("reader")));
    }

    @Test
    void the_wait_doubles_up_to_half_a_minute() {
        fail(5, "10.0.0.1");
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(door.login("10.0.0.1", WRONG)).isInstanceOf(LoginOutcome.Refused.class);
            assertThat(door.login("10.0.0.1", WRONG))
                    .isEqualTo(new LoginOutcome.Postponed(Duration.ofSeconds(seconds)));
            pass(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void guesses_from_elsewhere_do_not_hold_up_the_right_user() {
        for (int host = 0; host < 200; host++) {
            fail(1, "10.0.1." + host);
        }

        assertThat(door.login("10.0.0.1", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
    }

    @Test
    void a_name_that_is_guessed_from_everywhere_waits_at_addresses_that_have_failed() {
        for (int host = 0; host < 60; host++) {
            fail(1, "10.0.1." + host);
        }

        assertThat(door.login("10.0.1.1", RIGHT)).isInstanceOf(LoginOutcome.Postponed.class);
    }

    @Test
    void an_address_that_tries_many_names_waits() {
        for (int name = 0; name < 21; name++) {
            door.login("10.0.0.1", new Credentials("name" + name, "x"));
        }

        assertThat(door.login("10.0.0.1", RIGHT)).isInstanceOf(LoginOutcome.Postponed.class);
        assertThat(door.login("10.0.0.2", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
    }

    @Test
    void the_addresses_of_one_ipv6_network_count_as_one() {
        for (int host = 0; host < 6; host++) {
            door.login("2001:db8:0:1:0:0:0:" + host, WRONG);
        }

        assertThat(door.login("2001:db8:0:1:0:0:0:9", RIGHT)).isInstanceOf(LoginOutcome.Postponed.class);
        assertThat(door.login("2001:db8:0:2:0:0:0:9", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
    }

    @Test
    void an_ipv6_address_counts_however_it_is_written() {
        for (int host = 0; host < 6; host++) {
            door.login(host % 2 == 0 ? "2001:db8::" + host : "2001:db8:0:0:1:2:3:" + host, WRONG);
        }

        assertThat(door.login("2001:db8::4:0:0:9", RIGHT)).isInstanceOf(LoginOutcome.Postponed.class);
        assertThat(door.login("2001:db8:0:1::9", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
        assertThat(door.login("::what?", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
    }

    @Test
    void a_login_that_was_right_is_not_checked_again_nor_held_up_by_guesses_for_a_while() {
        LoginDoor remembering = door(Duration.ofMinutes(1));
        remembering.login("10.0.0.1", RIGHT);
        for (int i = 0; i < 30; i++) {
            remembering.login("10.0.0.1", WRONG);
        }
        int looked = checks.get();

        assertThat(remembering.login("10.0.0.1", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
        assertThat(checks).hasValue(looked);
        assertThat(remembering.login("10.0.0.2", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
        assertThat(checks).as("elsewhere it is checked").hasValue(looked + 1);
    }

    @Test
    void guesses_from_many_addresses_at_once_do_not_keep_out_those_who_have_logged_in_before() throws Exception {
        CountDownLatch guessing = new CountDownLatch(LoginLane.PERMITS);
        CountDownLatch end = new CountDownLatch(1);
        LoginDoor busy = new LoginDoor(
                (user, password) -> {
                    if (password.equals("right")) {
                        return Optional.of(Set.of("reader"));
                    }
                    guessing.countDown();
                    return awaited(end) ? Optional.empty() : Optional.of(Set.of());
                },
                Duration.ZERO,
                now::get,
                new SecureRandom());
        busy.login("10.0.0.1", RIGHT);
        ExecutorService botnet = Executors.newCachedThreadPool();
        try {
            for (int host = 0; host < 40; host++) {
                String address = "10.0.1." + host;
                botnet.execute(() -> busy.login(address, WRONG));
            }
            assertThat(guessing.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(busy.login("10.0.0.1", RIGHT)).isInstanceOf(LoginOutcome.Granted.class);
        } finally {
            end.countDown();
            botnet.shutdown();
        }
        assertThat(botnet.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void only_the_latest_networks_are_kept() {
        FamiliarNetworks familiar = new FamiliarNetworks();
        familiar.add("first");
        for (int network = 0; network < 1_000; network++) {
            familiar.add("network" + network);
        }

        assertThat(familiar.contains("first")).isFalse();
        assertThat(familiar.contains("network999")).isTrue();
    }

    private static boolean awaited(CountDownLatch end) {
        try {
            return end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void fail(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(door.login(address, WRONG)).isInstanceOf(LoginOutcome.Refused.class);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private LoginDoor door(Duration memory) {
        return new LoginDoor(
                (user, password) -> {
                    checks.incrementAndGet();
                    return user.equals("kari") && password.equals("right")
                            ? Optional.of(Set.of("reader"))
                            : Optional.empty();
                },
                memory,
                now::get,
                new SecureRandom());
    }
}
