package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.List;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.TaskMessage;

/** The in-memory transport fulfils the contract of all transports. */
class InMemoryTransportTest extends TransportContract {

    private final SettableClock clock = new SettableClock();
    private final InMemoryTransport memory = new InMemoryTransport(clock);

    @Override
    protected TransportHarness harness() {
        return new TransportHarness() {
            @Override
            public Transport transport() {
                return memory;
            }

            @Override
            public Transport unreachable() {
                InMemoryTransport broken = new InMemoryTransport(clock);
                broken.breakDown("connection refused");
                return broken;
            }

            @Override
            public Instant now() {
                return clock.now();
            }

            @Override
            public boolean deliverNext(String queue, DeliveryHandler handler) {
                memory.nextDue(queue).filter(clock.now()::isBefore).ifPresent(clock::set);
                return memory.deliverNext(queue, handler);
            }

            @Override
            public boolean deliverWhatIsThere(String queue, DeliveryHandler handler) {
                return memory.deliverNext(queue, handler);
            }

            @Override
            public List<TaskMessage> deadLetters() {
                return memory.deadLetters().stream()
                        .map(InMemoryTransport.DeadLetter::message)
                        .toList();
            }
        };
    }
}
