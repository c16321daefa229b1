package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import no.abakus.tasks.OperationalException;
import org.junit.jupiter.api.Test;

class ConnectionFailuresTest {

    private final ConnectionFailures failures = ConnectionFailures.known();

    @Test
    void what_drivers_pools_and_mappers_throw_for_a_connection_is_one() {
        for (Throwable thrown : List.of(
                new SQLException("refused", "08001"),
                new SQLException("terminated by administrator", "57P01"),
                new SQLException("jakarta.resource.ResourceException: IJ000453: Unable to get managed connection"),
                new SQLException("Error in allocating a connection. Cause: Connection could not be allocated"),
                new SQLTransientConnectionException("timeout"),
                new IllegalStateException(new RuntimeException(new SQLException("lost", "08006"))),
                new OperationalException("The broker did not take the message"))) {
            assertThat(failures.isNoneToHave(thrown) || failures.isLost(thrown))
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    @Test
    void a_mistake_is_none_whatever_its_message_quotes() {
        for (Throwable thrown : List.of(
                new SQLException("duplicate key", "23505"),
                new SQLIntegrityConstraintViolationException("duplicate", "23000"),
                new IllegalStateException("somebody said IJ000453, Unable to acquire JDBC Connection"),
                new IllegalStateException(new ConnectException("their web service refused")))) {
            assertThat(failures.isNoneToHave(thrown) || failures.isLost(thrown))
                    .as("%s", thrown)
                    .isFalse();
        }
    }

    @Test
    void a_connection_lost_in_the_middle_of_the_work_is_told_from_one_that_was_never_there() {
        assertThat(failures.isNoneToHave(new SQLException("lost", "08006"))).isFalse();
        assertThat(failures.isLost(new SQLException("lost", "08006"))).isTrue();
        assertThat(failures.isNoneToHave(new SQLException("refused", "08001"))).isTrue();
    }

    @Test
    void a_call_that_the_broker_did_not_take_does_not_say_that_nothing_was_done_before() {
        Throwable refused = new IllegalStateException(new OperationalException("The broker did not take the message"));
        assertThat(failures.isNoneToHave(refused)).isFalse();
        assertThat(failures.isLost(refused)).isTrue();
    }

    @Test
    void a_chain_of_causes_without_end_is_looked_at_for_a_while_only() {
        RuntimeException first = new RuntimeException("a");
        RuntimeException second = new RuntimeException("b", first);
        first.initCause(second);
        assertThat(failures.isNoneToHave(first)).isFalse();
    }

    @Test
    void an_exception_of_a_brokers_client_counts_by_its_code() {
        assertThat(failures.isNoneToHave(new JMSException("[C4003]: Error occurred on connection creation")))
                .isTrue();
        assertThat(failures.isNoneToHave(new JMSException("[C4000]: Packet acknowledge failed")))
                .isFalse();
        assertThat(failures.isNoneToHave(new IllegalStateException("they said [C4003]")))
                .isFalse();
    }
}
