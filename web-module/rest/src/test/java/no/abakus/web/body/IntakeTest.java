package no.abakus.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.web.body.Intake.Next;
import org.junit.jupiter.api.Test;

final class IntakeTest {

    private static final BodyRules RULES = new BodyRules(1_000_000, Duration.ofSeconds(10), 50_000);

    private final BodyBudget strangers = new BodyBudget(100_000);
    private final BodyBudget users = new BodyBudget(1_500_000);

    @Test
    void a_small_body_needs_no_verified_login() {
        Intake intake = intake();

        assertThat(intake.announced(64_000)).isEqualTo(Next.READ);
        assertThat(add(intake, 64_000)).isEqualTo(Next.READ);
        assertThat(intake.bytes()).hasSize(64_000);
    }

    @Test
    void a_larger_one_is_read_on_only_for_a_verified_login_and_loses_nothing() {
        Intake intake = intake();
        add(intake, 60_000);

        assertThat(add(intake, 10_000)).isEqualTo(Next.VERIFY);
        assertThat(intake.verified()).isEqualTo(Next.READ);
        assertThat(add(intake, 900_000)).isEqualTo(Next.READ);
        assertThat(intake.bytes()).hasSize(970_000);
        assertThat(strangers.left()).isEqualTo(100_000);
        assertThat(users.left()).isEqualTo(530_000);
    }

    @Test
    void strangers_cannot_take_the_room_of_users() {
        add(intake(), 64_000);

        Intake second = intake();
        assertThat(add(second, 64_000)).as("no room among strangers").isEqualTo(Next.VERIFY);
        assertThat(users.left()).isEqualTo(1_500_000);
        assertThat(second.verified()).isEqualTo(Next.READ);
    }

    @Test
    void bodies_beyond_the_budget_are_told_to_come_again_and_what_is_over_makes_room() {
        Intake first = verified();
        add(first, 900_000);
        Intake second = verified();

        assertThat(add(second, 900_000)).isEqualTo(Next.REFUSE);
        assertThat(second.problem()).isEqualTo(BodyProblem.TOO_MANY);
        first.release();
        first.release();
        assertThat(users.left()).isEqualTo(1_500_000);
        assertThat(add(verified(), 900_000)).isEqualTo(Next.READ);
    }

    @Test
    void too_large_a_body_is_refused_by_what_it_says_and_by_what_it_is() {
        Intake announced = intake();
        assertThat(announced.announced(1_000_001)).isEqualTo(Next.REFUSE);
        assertThat(announced.problem()).isEqualTo(BodyProblem.TOO_LARGE);

        Intake sent = verified();
        add(sent, 1_000_000);
        assertThat(add(sent, 1)).isEqualTo(Next.REFUSE);
        assertThat(sent.problem()).isEqualTo(BodyProblem.TOO_LARGE);
        assertThat(users.left()).as("given back at once").isEqualTo(1_500_000);
    }

    @Test
    void the_time_of_a_body_grows_with_what_has_come_and_not_with_each_byte() {
        Intake intake = verified();
        assertThat(intake.timeLeft(Duration.ofSeconds(10))).isZero();

        add(intake, 1);
        assertThat(intake.timeLeft(Duration.ofSeconds(10))).isZero();
        add(intake, 500_000);
        assertThat(intake.timeLeft(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
    }

    private static Next add(Intake intake, int bytes) {
        return intake.add(new byte[bytes], bytes);
    }

    private Intake verified() {
        Intake intake = intake();
        intake.verified();
        return intake;
    }

    private Intake intake() {
        return new Intake(RULES, strangers, users);
    }
}
