package no.abakus.tasks.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.config.ServerDefaults;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskRouter;
import no.abakus.tasks.testing.CapturedLines;
import no.abakus.tasks.testing.MapSource;
import org.junit.jupiter.api.Test;

/**
 * Where calls go. The call takes precedence over a route, a route over the task, and the task over the default.
 * Exchanges work as in AMQP.
 */
class RouterTest {

    private final StartupProblems problems = new StartupProblems();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "abakus.tasks.node.name",
            "n",
            "abakus.tasks.routing.exchanges",
            "news topic news.*.mail -> mail, news.# -> archive; all fanout mail, archive; orders direct paid -> mail",
            "abakus.tasks.routing.routes",
            "mail.* -> queue=archive, priority=2; mail.send -> queue=mail; /x\\d+/ -> exchange=all"));

    @Test
    void a_topic_exchange_copies_to_every_queue_whose_pattern_matches() {
        assertThat(queues(exchange("news", "news.sport.mail"))).containsExactly("archive", "mail");
        assertThat(queues(exchange("news", "news"))).containsExactly("archive");
        assertThatThrownBy(() -> queues(exchange("news", "weather")))
                .isInstanceOf(TaskOptionException.class)
                .hasMessage("The exchange 'news' leads to no queue for the routing key 'weather'; the bound keys are"
                        + " news.*.mail, news.#");
    }

    @Test
    void a_direct_exchange_wants_the_key_itself_and_a_fanout_none() {
        assertThat(queues(exchange("orders", "paid"))).containsExactly("mail");
        assertThatThrownBy(() -> queues(exchange("orders", "pai"))).isInstanceOf(TaskOptionException.class);
        assertThat(queues(TaskOptions.empty().with(TaskOption.EXCHANGE, "all"))).containsExactly("archive", "mail");
    }

    @Test
    void a_route_tells_exchange_key_and_delivery_mode() {
        TaskOptions options = exchange("orders", "paid").with(TaskOption.DELIVERY_MODE, DeliveryMode.TRANSIENT);

        assertThat(router().destinations(TaskAttributes.DEFAULTS, options))
                .containsExactly(
                        new Route("mail", 4, Optional.of("orders"), Optional.of("paid"), DeliveryMode.TRANSIENT));
    }

    @Test
    void a_routing_key_alone_names_the_queue_and_with_a_queue_travels_along() {
        TaskOptions key = TaskOptions.empty().with(TaskOption.ROUTING_KEY, "mail");

        assertThat(queues(key)).containsExactly("mail");
        assertThat(router().destinations(TaskAttributes.DEFAULTS, key.with(TaskOption.QUEUE, "archive")))
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.queue()).isEqualTo("archive");
                    assertThat(route.routingKey()).contains("mail");
                });
        assertThatThrownBy(() -> queues(TaskOptions.empty().with(TaskOption.ROUTING_KEY, "nobody")))
                .hasMessageContaining(
                        "No queue is called 'nobody' here; the known queues are [archive, default, mail]");
    }

    @Test
    void queue_and_exchange_in_one_call_contradict_each_other() {
        assertThatThrownBy(() -> queues(exchange("orders", "paid").with(TaskOption.QUEUE, "mail")))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("Name only one of them");
        assertThatThrownBy(() -> queues(exchange("nobodys", "paid")))
                .hasMessageContaining("No exchange is called 'nobodys' here; use one of [all, news, orders]");
    }

    @Test
    void a_tasks_own_route_goes_before_patterns_and_patterns_in_their_order() {
        assertThat(routed("mail.send").get(TaskOption.QUEUE)).contains("mail");
        assertThat(routed("mail.send").get(TaskOption.PRIORITY)).isEmpty();
        assertThat(routed("mail.other").get(TaskOption.QUEUE)).contains("archive");
        assertThat(routed("mail.other").get(TaskOption.PRIORITY)).contains(2);
        assertThat(routed("x42").get(TaskOption.EXCHANGE)).contains("all");
        assertThat(routed("x")).isEqualTo(TaskOptions.empty());
    }

    @Test
    void a_call_says_more_than_a_route_and_none_is_a_word_too() {
        TaskSignature call = TaskSignature.of("x42").set(TaskOptions.empty().with(TaskOption.QUEUE, "mail"));
        assertThat(queues(router().options(call))).containsExactly("mail");

        TaskSignature none =
                TaskSignature.of("mail.send").set(TaskOptions.empty().withNone(TaskOption.QUEUE));
        assertThat(queues(router().options(none))).containsExactly("default");
    }

    @Test
    void a_router_bean_goes_before_configuration_and_the_first_answer_counts() {
        TaskRouter silent = call -> Optional.empty();
        TaskRouter second = new OfOrder(2, "default");
        TaskRouter first = new OfOrder(1, "archive");
        Router router = router(second, silent, first);

        assertThat(router.options(TaskSignature.of("mail.send")).get(TaskOption.QUEUE))
                .contains("archive");
    }

    private record OfOrder(int order, String queue) implements TaskRouter {
        @Override
        public Optional<TaskOptions> route(TaskSignature call) {
            return Optional.of(TaskOptions.empty().with(TaskOption.QUEUE, queue));
        }
    }

    @Test
    void a_queue_that_nobody_consumes_is_sent_to_only_if_it_may_be_created() {
        TaskOptions nowhere = TaskOptions.empty().with(TaskOption.QUEUE, "nowhere");
        assertThatThrownBy(() -> queues(nowhere)).isInstanceOf(TaskOptionException.class);

        settings.put("abakus.tasks.routing.create-missing", "true");
        assertThat(queues(nowhere)).containsExactly("nowhere");
    }

    @Test
    void why_a_call_goes_where_it_goes_is_told_at_level_debug() {
        Router router = router();
        try (CapturedLines lines = CapturedLines.of("no.abakus.tasks.routing")) {
            router.destinations(TaskAttributes.DEFAULTS, router.options(TaskSignature.of("mail.send")));

            assertThat(lines.only("task_route_found").level()).isIn("fine", "debug");
            assertThat(lines.only("task_route_found").fields()).containsEntry("why", "route mail.send");
            assertThat(lines.only("task_routed").fields())
                    .containsEntry("queue", "mail")
                    .containsEntry("why", "the call or its route says so");
        }
    }

    @Test
    void tables_that_lead_nowhere_are_problems_at_start() {
        settings.put("abakus.tasks.routing.exchanges", "news topic a -> gone; news fanout mail");
        settings.put(
                "abakus.tasks.routing.routes",
                "a -> queue=gone; b -> prioriti=1; c -> priority=high; d -> priority=10; /(/ -> queue=mail");

        router();

        assertThat(problems.all())
                .hasSize(7)
                .anyMatch(problem -> problem.contains("leads to the queue 'gone', which has no known consumer"))
                .anyMatch(problem ->
                        problem.contains("The exchange 'news' (abakus.tasks.routing.exchanges) occurs twice"))
                .anyMatch(problem -> problem.contains("The route of 'a' (abakus.tasks.routing.routes) leads nowhere"))
                .anyMatch(problem -> problem.contains("did you mean 'priority'?"))
                .anyMatch(problem -> problem.contains("priority is 'high'; the value must be a whole number"))
                .anyMatch(problem -> problem.contains("Priority 10 is out of range"))
                .anyMatch(problem -> problem.contains("not a regular expression"));
    }

    private TaskOptions routed(String task) {
        return router().options(TaskSignature.of(task));
    }

    private List<String> queues(TaskOptions options) {
        return router().destinations(TaskAttributes.DEFAULTS, options).stream()
                .map(Route::queue)
                .toList();
    }

    private Router router(TaskRouter... routers) {
        TaskSystemConfig config = TaskSystemConfig.read(new MapSource(settings), ServerDefaults.NONE, problems);
        return new Router(config.routing(), Set.of("mail", "archive"), List.of(routers), problems::add);
    }

    private static TaskOptions exchange(String name, String key) {
        return TaskOptions.empty().with(TaskOption.EXCHANGE, name).with(TaskOption.ROUTING_KEY, key);
    }

    @Test
    void an_earlier_task_goes_where_it_went_unless_an_option_changes_that() {
        Route before = new Route("mail", 7, Optional.of("news"), Optional.of("news.mail"), DeliveryMode.TRANSIENT);

        assertThat(again(TaskOptions.empty(), before)).isEqualTo(before);
        assertThat(again(TaskOptions.empty().with(TaskOption.PRIORITY, 2), before))
                .isEqualTo(new Route("mail", 2, before.exchange(), before.routingKey(), DeliveryMode.TRANSIENT));
        assertThat(again(TaskOptions.empty().with(TaskOption.QUEUE, "archive"), before))
                .isEqualTo(new Route("archive", 7, Optional.empty(), Optional.empty(), DeliveryMode.TRANSIENT));
        assertThat(again(TaskOptions.empty().with(TaskOption.ROUTING_KEY, "news"), before)
                        .queue())
                .as("in the same exchange")
                .isEqualTo("archive");
        assertThat(again(exchange("orders", "paid"), before).priority()).isEqualTo(7);
        assertThatThrownBy(() -> again(TaskOptions.empty().with(TaskOption.PRIORITY, 10), before))
                .isInstanceOf(TaskOptionException.class);
    }

    @Test
    void an_earlier_task_of_another_application_stays_there() {
        Route before = new Route("billing/invoices", 4);

        assertThat(again(TaskOptions.empty(), before).queue()).isEqualTo("billing/invoices");
        assertThat(again(TaskOptions.empty().with(TaskOption.QUEUE, "late"), before)
                        .queue())
                .isEqualTo("billing/late");
        assertThat(again(TaskOptions.empty().with(TaskOption.APPLICATION, "shop"), before)
                        .queue())
                .isEqualTo("shop/invoices");
    }

    private Route again(TaskOptions changes, Route before) {
        return router().destinations(TaskAttributes.DEFAULTS, changes, before).get(0);
    }

    @Test
    void a_call_for_another_application_goes_to_its_queue_whether_known_here_or_not() {
        TaskOptions billing = TaskOptions.empty().with(TaskOption.APPLICATION, "billing");

        assertThat(queues(billing)).containsExactly("billing/default");
        assertThat(queues(billing.with(TaskOption.QUEUE, "letters"))).containsExactly("billing/letters");
        assertThat(router().leadsSomewhere(billing)).isTrue();
    }

    @Test
    void an_application_has_no_exchange_of_this_one_and_a_valid_name() {
        assertThatThrownBy(() -> queues(exchange("orders", "paid").with(TaskOption.APPLICATION, "billing")))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("billing")
                .hasMessageContaining("orders");
        assertThatThrownBy(() -> queues(TaskOptions.empty().with(TaskOption.APPLICATION, "bill/ing")))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("letters, digits and underscores");
    }
}
