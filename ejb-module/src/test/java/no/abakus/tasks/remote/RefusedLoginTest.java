package no.abakus.tasks.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.Tasks;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A program with a wrong password, at a broker that asks for one. */
final class RefusedLoginTest {

    private static final String URL = "vm://71";
    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();
    private static final Guarded GUARD = new Guarded();

    @BeforeAll
    static void start() throws Exception {
        BROKER.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setSecurityInvalidationInterval(0)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("in-vm", URL));
        BROKER.setSecurityManager(GUARD);
        BROKER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        BROKER.stop();
    }

    @Test
    void a_wrong_password_is_an_error_at_the_first_attempt_and_says_what_to_look_at() {
        GUARD.asked.set(0);
        try (RemoteTasks remote = RemoteTasks.over(new ActiveMQConnectionFactory(URL))
                .login("batch", "wrong")
                .node("night-batch")
                .connect()) {
            Tasks tasks = remote.tasks();

            assertThatThrownBy(() -> tasks.call("mail.send").applyAsync())
                    .isInstanceOf(OperationalException.class)
                    .hasMessageContainingAll("refused the sender", "mail.send", "password", "nothing was sent")
                    .hasMessageNotContaining("tried");
        }
        assertThat(GUARD.asked).hasValue(1);
    }

    @Test
    void so_is_a_user_who_may_not_send() {
        try (RemoteTasks remote = RemoteTasks.over(new ActiveMQConnectionFactory(URL))
                .login("guest", "right")
                .node("night-batch")
                .connect()) {
            Tasks tasks = remote.tasks();

            assertThatThrownBy(() -> tasks.call("mail.send").applyAsync())
                    .isInstanceOf(OperationalException.class)
                    .hasMessageContainingAll("refused the sender", "allowed to send to 'abakus.default'")
                    .hasMessageNotContaining("tried");
        }
    }

    /** Knows one password, and lets no user send. */
    private static final class Guarded implements ActiveMQSecurityManager {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public boolean validateUser(String user, String password) {
            asked.incrementAndGet();
            return "right".equals(password);
        }

        @Override
        public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
            return false;
        }
    }
}
