package no.abakus.tasks.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.transport.jms.EmbeddedBroker;
import no.abakus.tasks.transport.jms.QueueNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which kind of broker is behind the connections. */
@ExtendWith(EmbeddedBroker.class)
class KnownBrokersTest {

    private final List<String> asked = new ArrayList<>();

    private final class Absent implements BrokerKind {
        @Override
        public Optional<BrokerAdmin> admin(ConnectionFactory connections, QueueNames names) {
            asked.add("absent");
            return Optional.empty();
        }

        @Override
        public boolean isNoConnection(Throwable thrown) {
            return false;
        }
    }

    private record Strict() implements BrokerTraits {
        @Override
        public boolean dropsSilently() {
            return true;
        }

        @Override
        public boolean neverBlocks() {
            return false;
        }
    }

    private static final class Down implements BrokerKind {
        @Override
        public Optional<BrokerAdmin> admin(ConnectionFactory connections, QueueNames names) {
            throw new OperationalException("The broker could not be asked");
        }

        @Override
        public BrokerTraits traits(ConnectionFactory connections) {
            return new Strict();
        }

        @Override
        public boolean isNoConnection(Throwable thrown) {
            return thrown instanceof IllegalStateException;
        }
    }

    @Test
    void the_brokers_of_both_servers_are_listed() {
        KnownBrokers listed = KnownBrokers.listed();

        assertThat(listed.admin(EmbeddedBroker.connections(), QueueNames.PLAIN).capabilities())
                .as("Artemis")
                .contains(Capability.REMOVE);
        assertThat(listed.traits(EmbeddedBroker.connections()).neverBlocks()).isFalse();
    }

    @Test
    void a_broker_of_an_unknown_kind_is_browsed_and_searched_for_once() {
        BrokerAdmin broker =
                new KnownBrokers(List.of(new Absent())).admin(EmbeddedBroker.connections(), QueueNames.PLAIN);
        assertThat(asked).as("before the first query").isEmpty();

        assertThat(broker.capabilities()).isEqualTo(Set.of(Capability.LIST_WAITING));
        assertThat(broker.capabilities()).isEqualTo(Set.of(Capability.LIST_WAITING));
        assertThat(asked).containsExactly("absent");
    }

    @Test
    void a_broker_that_is_down_is_not_taken_for_one_of_another_kind() {
        BrokerAdmin broker =
                new KnownBrokers(List.of(new Down())).admin(EmbeddedBroker.connections(), QueueNames.PLAIN);

        assertThatThrownBy(broker::capabilities).isInstanceOf(OperationalException.class);
    }

    @Test
    void a_trait_of_one_kind_is_asked_of_all() {
        KnownBrokers both = new KnownBrokers(List.of(new Absent(), new Down()));

        assertThat(both.traits(EmbeddedBroker.connections()).dropsSilently()).isTrue();
        assertThat(both.traits(EmbeddedBroker.connections()).neverBlocks()).isFalse();
        assertThat(both.isNoConnection(new IllegalStateException())).isTrue();
        assertThat(both.isNoConnection(new IllegalArgumentException())).isFalse();
    }
}
