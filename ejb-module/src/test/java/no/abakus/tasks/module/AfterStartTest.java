package no.abakus.tasks.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.MessageDraft;
import no.abakus.tasks.testing.ScriptedHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AfterStartTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<Delivery> handedOn = Collections.synchronizedList(new ArrayList<>());
    private final ScriptedHandler worker = ScriptedHandler.of(delivery -> {
        handedOn.add(delivery);
        return Settlement.ACKNOWLEDGE;
    });
    private final FakeModule server = new FakeModule();
    private final TaskModule shop = TaskModule.web("shop.war", new ClassLoader() {});
    private final TaskModule depot = TaskModule.web("depot.war", new ClassLoader() {});
    private final ExecutorService listener = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        listener.shutdownNow();
    }

    @Test
    void a_delivery_waits_until_all_modules_have_started() throws Exception {
        AfterStart handler = new AfterStart(List.of(shop, depot), LONG, worker);
        start(shop);

        Future<Settlement> delivered = listener.submit(() -> handler.deliver(delivery()));

        assertThatThrownBy(() -> delivered.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(handedOn).isEmpty();
        start(depot);
        assertThat(delivered.get(10, TimeUnit.SECONDS)).isEqualTo(Settlement.ACKNOWLEDGE);
        assertThat(handedOn).hasSize(1);
    }

    @Test
    void a_module_that_does_not_start_holds_deliveries_once_and_is_told() {
        AfterStart handler = new AfterStart(List.of(shop, depot), Duration.ofMillis(50), worker);
        start(depot);

        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks.module")) {
            handler.deliver(delivery());
            handler.deliver(delivery());

            assertThat(lines.only("task_modules_not_started").fields())
                    .containsEntry("modules", List.of("shop.war"))
                    .containsEntry("waited_ms", 50L);
        }
        assertThat(handedOn).hasSize(2);
    }

    @Test
    void a_server_that_stops_meanwhile_gets_its_message_back() {
        AfterStart handler = new AfterStart(List.of(shop), LONG, worker);

        Future<Settlement> delivered = listener.submit(() -> handler.deliver(delivery()));
        listener.shutdownNow();

        assertThatThrownBy(() -> delivered.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OperationalException.class);
        assertThat(handedOn).isEmpty();
    }

    private void start(TaskModule module) {
        server.enter(() -> module.started(server::capture));
    }

    private static Delivery delivery() {
        return new Delivery(
                new MessageDraft("t-1", "shop.sell").message(), new Route("default", 4), Instant.EPOCH, 1, false);
    }
}
