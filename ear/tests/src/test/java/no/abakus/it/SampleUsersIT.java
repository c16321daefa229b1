package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;

import no.abakus.it.server.Http;
import no.abakus.it.server.OnSharedServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Test;

/** The actions that one student of the sample may take on behalf of another. */
@OnSharedServer
final class SampleUsersIT {

    private static final String API = "/registrations/api";

    @Test
    void a_student_acts_for_himself_and_for_nobody_else(Server server) throws Exception {
        String event = API + "/events/" + Registrations.on(server).event(10, 10) + "/registrations";
        Http first = server.http().as("student1", "student1");
        Http second = server.http().as("student2", "student2");

        forbidden(first.post(event, "{\"user\":\"student3\",\"groups\":[\"users\"]}"));
        forbidden(first.post(event, "{\"groups\":[\"users\",\"abakus\"]}"));
        Http.Answer registered = second.post(event, "{\"groups\":[\"users\"]}");
        assertThat(registered.status()).as(registered.body()).isEqualTo(202);
        String registration = API + "/registrations/"
                + registered.json().path("registration_id").asText();
        forbidden(first.delete(registration));
        assertThat(second.delete(registration).status()).isEqualTo(202);
    }

    private static void forbidden(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.json().path("code").asText()).isEqualTo("forbidden");
    }
}
