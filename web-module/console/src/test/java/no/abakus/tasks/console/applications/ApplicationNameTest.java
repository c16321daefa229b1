package no.abakus.tasks.console.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.HistoryTotal;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationNameTest {

    @ParameterizedTest
    @CsvSource({
        "shop,   abakus.shop.default,   true",
        "shop,   abakus.shop2.default,  false",
        "shop,   abakus.default,        false",
        "shop,   shop.default,          false",
        "abakus, abakus.default,        true",
        "abakus, abakus.shop.default,   false"
    })
    void a_queue_belongs_to_the_application_in_its_name(String application, String queue, boolean isOwned) {
        assertThat(ApplicationName.of(application).owns(queue)).isEqualTo(isOwned);
    }

    @Test
    void without_a_name_all_queues_are_listed() {
        assertThat(ApplicationName.of(null).owns("abakus.shop.default")).isTrue();
        assertThat(ApplicationName.of(null).isGiven()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "shop' OR 1=1", "*", "\u00e5", "a\u0000b"})
    void another_text_is_no_name(String text) {
        assertThatThrownBy(() -> ApplicationName.of(text))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("application takes the name of an application");
    }

    @Test
    void a_mistake_in_a_name_is_reported_where_it_is() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> ApplicationName.of("shop.a"))
                .satisfies(e -> assertThat(e.position()).isEqualTo(4));
    }

    private static <T> T source(Class<T> type, Map<String, Supplier<Object>> answers) {
        InvocationHandler handler =
                (proxy, method, arguments) -> answers.get(method.getName()).get();
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A history of the application {@code abakus} only. */
    private static TaskHistory history() {
        HistoryOrigin database = new HistoryOrigin(HistoryOrigin.Kind.DATABASE, "a", "");
        HistoryPage empty = new HistoryPage(List.of(), Optional.empty(), new HistoryTotal(0, 0, true), database);
        HistoryReader others = source(HistoryReader.class, Map.of("page", () -> empty));
        return source(TaskHistory.class, Map.of("application", () -> Optional.of("abakus"), "of", () -> others));
    }

    private static TaskControl broker(String... queues) {
        return source(TaskControl.class, Map.of("queuesOfAllApplications", () -> Stream.of(queues)
                .map(QueueState::empty)
                .toList()));
    }

    @Test
    void the_own_application_is_found_by_its_name_too() {
        TaskHistory own = history();
        ApplicationName abakus = ApplicationName.of("abakus");

        assertThat(abakus.isOther(own)).isFalse();
        assertThat(abakus.history(own, broker())).isSameAs(own);
        abakus.checkOwn(own, "Nodes");
        assertThat(ApplicationName.of(null).history(own, broker())).isSameAs(own);
    }

    @Test
    void another_application_is_known_by_its_queues() {
        TaskHistory own = history();
        ApplicationName shop = ApplicationName.of("shop");
        TaskControl broker = broker("abakus.default", "abakus.shop.mail", "abakus.shop.dead_letter");

        assertThat(shop.isOther(own)).isTrue();
        assertThat(shop.history(own, broker)).isNotSameAs(own);
        assertThat(shop.knownQueues(broker)).extracting(QueueState::queue).containsExactly("mail", "dead_letter");
        assertThat(shop.knownQueues(broker).stream().filter(ApplicationName::isForTasks))
                .hasSize(1);
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> shop.checkOwn(own, "Nodes"))
                .withMessageContaining("Nodes of the application 'shop'");
    }

    @Test
    void an_application_that_nobody_knows_is_refused() {
        ApplicationName nobody = ApplicationName.of("nobody");
        TaskControl broker = broker("abakus.default");

        assertThatThrownBy(() -> nobody.history(history(), broker))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("There is no application 'nobody'");
        assertThatThrownBy(() -> nobody.knownQueues(broker)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void while_the_broker_is_away_an_application_may_exist() {
        TaskControl away = source(TaskControl.class, Map.of("queuesOfAllApplications", () -> {
            throw new OperationalException("The broker does not respond");
        }));

        assertThat(ApplicationName.of("shop").history(history(), away)).isNotNull();
    }

    @Test
    void a_name_has_a_length() {
        assertThat(ApplicationName.of("a".repeat(64)).isGiven()).isTrue();
        assertThatThrownBy(() -> ApplicationName.of("a".repeat(65))).isInstanceOf(InvalidQueryException.class);
    }
}
