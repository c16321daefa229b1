package no.abakus.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.abakus.web.body.Intake.Next;
import org.junit.jupiter.api.Test;

final class IntakeTest {

    private static final BodyRules RULES = new BodyRules(1_000_000, Duration.ofSeconds(10), 50_000);

    private final BodyBudget strangers = new BodyBudget(memory(100_000));
    private final BodyBudget users = new BodyBudget(memory(1_500_000));

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
        assertThat(strangers.left()).isEqualTo(memory(100_000));
        assertThat(users.left()).isEqualTo(memory(530_000));
    }

    @Test
    void strangers_cannot_take_the_room_of_users() {
        add(intake(), 64_000);

        Intake second = intake();
        assertThat(add(second, 64_000)).as("no room among strangers").isEqualTo(Next.VERIFY);
        assertThat(users.left()).isEqualTo(memory(1_500_000));
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
        assertThat(users.left()).isEqualTo(memory(1_500_000));
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
        assertThat(users.left()).as("given back at once").isEqualTo(memory(1_500_000));
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

    @Test
    void a_body_takes_the_memory_of_the_objects_that_will_be_made_of_it() {
        // 30 kB of empty objects become 1.5 MB of maps.
        byte[] objects = objects(10_000);
        long memory = 10_000 * (BodyWeight.OBJECT + 3L * BodyWeight.BYTE) + BodyWeight.ARRAY + BodyWeight.BYTE;
        BodyBudget forTwo = new BodyBudget(2 * memory);
        Intake first = verified(forTwo);
        Intake second = verified(forTwo);
        Intake third = verified(forTwo);

        assertThat(first.add(objects, objects.length)).isEqualTo(Next.READ);
        assertThat(second.add(objects, objects.length)).isEqualTo(Next.READ);
        assertThat(forTwo.left()).isLessThan(memory);
        assertThat(third.add(objects, objects.length)).isEqualTo(Next.REFUSE);
        assertThat(third.problem()).isEqualTo(BodyProblem.TOO_MANY);

        first.release();
        assertThat(verified(forTwo).add(objects, objects.length)).isEqualTo(Next.READ);
    }

    @Test
    void a_body_whose_values_never_fit_is_too_large() {
        byte[] objects = objects(100_000);
        Intake intake = verified();

        assertThat(intake.add(objects, objects.length)).isEqualTo(Next.REFUSE);
        assertThat(intake.problem()).isEqualTo(BodyProblem.TOO_MANY_VALUES);
        assertThat(intake.problem().told(RULES).type().status()).isEqualTo(413);
        assertThat(users.left()).isEqualTo(memory(1_500_000));
    }

    @Test
    void a_small_body_of_a_stranger_with_many_values_needs_a_verified_login() {
        byte[] objects = objects(10_000);
        Intake intake = intake();

        assertThat(intake.add(objects, objects.length)).isEqualTo(Next.VERIFY);
        assertThat(strangers.left()).isEqualTo(memory(100_000));
        assertThat(intake.verified()).isEqualTo(Next.READ);
        assertThat(users.left()).isLessThan(memory(1_500_000) - 10_000L * BodyWeight.OBJECT);
        intake.release();
        assertThat(users.left()).isEqualTo(memory(1_500_000));
    }

    private static byte[] objects(int count) {
        return ("[" + "{},".repeat(count - 1) + "{}]").getBytes(StandardCharsets.UTF_8);
    }

    /** The memory for this many bytes without a value. */
    private static long memory(long bytes) {
        return BodyWeight.BYTE * bytes;
    }

    private static Next add(Intake intake, int bytes) {
        return intake.add(" ".repeat(bytes).getBytes(StandardCharsets.UTF_8), bytes);
    }

    private Intake verified() {
        return verified(users);
    }

    private Intake verified(BodyBudget budget) {
        Intake intake = new Intake(RULES, strangers, budget);
        intake.verified();
        return intake;
    }

    private Intake intake() {
        return new Intake(RULES, strangers, users);
    }
}
