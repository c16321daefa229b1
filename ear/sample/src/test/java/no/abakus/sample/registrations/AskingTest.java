package no.abakus.sample.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import no.abakus.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskingTest {

    private static final Asking STUDENT = new Asking("student1", false);
    private static final Asking WEBKOM = new Asking("webkom", true);

    @Test
    void without_a_name_whoever_asks_is_registered() {
        assertThat(STUDENT.checked(wanted(null, "users")).user()).isEqualTo("student1");
    }

    @Test
    void a_student_registers_a_guest_who_has_no_login() {
        assertThat(STUDENT.checked(wanted("0", "users")).user()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"student2", "student3", "webkom"})
    void a_student_registers_nobody_else_who_has_a_login(String other) {
        refused(() -> STUDENT.checked(wanted(other, "users")), other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webkom", "abakus", "USERS", "users "})
    void a_student_names_no_group_but_his_own(String group) {
        refused(() -> STUDENT.checked(wanted(null, "users", group)), group);
        refused(() -> STUDENT.checked(wanted("0", group)), group);
    }

    @Test
    void webkom_registers_anybody_in_any_group() {
        assertThat(WEBKOM.checked(wanted("student3", "abakus")).user()).isEqualTo("student3");
    }

    @Test
    void a_registration_is_taken_back_by_its_person_its_maker_and_webkom() {
        Registration ofGuest = registration("0", "student1");

        assertThatCode(() -> STUDENT.checkTakesBack(ofGuest)).doesNotThrowAnyException();
        assertThatCode(() -> WEBKOM.checkTakesBack(ofGuest)).doesNotThrowAnyException();
        assertThatCode(() -> STUDENT.checkTakesBack(registration("student1", "webkom")))
                .doesNotThrowAnyException();
    }

    @Test
    void nobody_else_takes_it_back() {
        refused(() -> new Asking("student2", false).checkTakesBack(registration("0", "student1")), "may take it back");
        refused(() -> STUDENT.checkTakesBack(registration("student2", "student2")), "may take it back");
        refused(() -> STUDENT.checkTakesBack(registration("7", null)), "may take it back");
    }

    private static void refused(Runnable call, String reason) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .withMessageContaining(reason)
                .satisfies(
                        problem -> assertThat(problem.problem().type().status()).isEqualTo(403));
    }

    private static NewRegistration wanted(String user, String... groups) {
        return new NewRegistration(user, List.of(groups), null);
    }

    private static Registration registration(String member, String madeBy) {
        return new Registration(
                "r1", new Event("e1", "t", null), member, madeBy, Groups.of(List.of("users")), Instant.EPOCH);
    }
}
