package no.abakus.tasks.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTicketsTest {

    private static final int FEW_ITERATIONS = 100;
    private static final Duration LIFE = Duration.ofHours(12);

    private final Random random = new Random(3);
    private Instant now = Instant.parse("2026-11-29T12:00:00.5Z");

    @Test
    void a_ticket_is_accepted_until_its_time_is_up() {
        SessionTickets node = node("look", "touch");
        String cookie = node.text(node.begin("operator"));

        assertThat(node.read(cookie)).hasValueSatisfying(ticket -> {
            assertThat(ticket.user()).isEqualTo("operator");
            assertThat(ticket.expires()).isEqualTo("2026-11-30T00:00:00Z");
        });
        now = now.plus(LIFE);
        assertThat(node.read(cookie)).isEmpty();
    }

    @Test
    void another_node_with_the_same_passwords_accepts_it() {
        SessionTickets one = node("look", "touch");
        SessionTickets other = node("look", "touch");

        assertThat(other.read(one.text(one.begin("operator")))).isPresent();
    }

    @Test
    void a_new_password_ends_the_sessions_of_its_user_alone() {
        SessionTickets before = node("look", "touch");
        SessionTickets after = node("look", "changed");

        assertThat(after.read(before.text(before.begin("operator")))).isEmpty();
        assertThat(after.read(before.text(before.begin("viewer")))).isPresent();
    }

    @Test
    void a_viewer_cannot_turn_a_ticket_into_an_operators() {
        SessionTickets node = node("same", "same");
        String cookie = node.text(node.begin("viewer"));

        assertThat(node.read(cookie.replace("viewer", "operator"))).isEmpty();
        assertThat(node.read(cookie.replaceFirst("\\d+", "9999999999"))).isEmpty();
    }

    @Test
    void a_session_that_was_ended_stays_ended() {
        SessionTickets node = node("look", "touch");
        SessionTicket ticket = node.begin("viewer");
        SessionTicket other = node.begin("viewer");
        node.end(ticket);

        assertThat(node.read(node.text(ticket))).isEmpty();
        assertThat(node.read(node.text(other))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "operator", "operator.1.x.y", "root.9999999999.AAAAAAAAAAAAAAAAAAAAAA.A", "....", "é"})
    void anything_else_is_no_ticket(String cookie) {
        assertThat(node("look", "touch").read(cookie)).isEmpty();
    }

    @Test
    void a_cookie_is_found_among_others() {
        assertThat(SessionCookie.in("a=1; abakus_session=x.y; b=2")).hasValue("x.y");
        assertThat(SessionCookie.in("xabakus_session=x.y")).isEmpty();
        assertThat(SessionCookie.in(null)).isEmpty();
    }

    @Test
    void a_cookie_is_for_this_site_and_not_for_scripts() {
        assertThat(SessionCookie.set("v", LIFE, "/abakus/", true))
                .isEqualTo("abakus_session=v; Path=/abakus/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure");
        assertThat(SessionCookie.set("v", LIFE, "/abakus/", false)).doesNotContain("Secure");
    }

    private SessionTickets node(String viewer, String operator) {
        FreshPassword fresh = new FreshPassword(random, FEW_ITERATIONS);
        Accounts accounts = new Accounts(Map.of(
                Account.VIEWER, fresh.sharedHashOf(viewer, Account.VIEWER),
                Account.OPERATOR, fresh.sharedHashOf(operator, Account.OPERATOR)));
        return new SessionTickets(accounts::sessionKey, LIFE, () -> now, random);
    }
}
