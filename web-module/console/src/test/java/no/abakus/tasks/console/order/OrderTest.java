package no.abakus.tasks.console.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.abakus.jackson.core.type.TypeReference;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.ControlAnswer;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.web.json.JsonBodies;
import no.abakus.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect that orders over REST have on nodes, and the orders that are refused. */
class OrderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> calls = new ArrayList<>();
    private RuntimeException failure;

    private final TaskControl control = (TaskControl) Proxy.newProxyInstance(
            TaskControl.class.getClassLoader(), new Class<?>[] {TaskControl.class}, (proxy, method, arguments) -> {
                String said = arguments == null
                        ? ""
                        : String.join(
                                ", ",
                                Arrays.stream(arguments)
                                        .map(argument -> argument instanceof Object[] many
                                                ? Arrays.toString(many)
                                                : String.valueOf(argument))
                                        .toList());
                calls.add(method.getName() + "(" + said + ")");
                if (failure != null) {
                    throw failure;
                }
                return switch (method.getName()) {
                    case "on", "within" -> proxy;
                    case "revoke" ->
                        new RevokeReport(RevokeOutcome.CANCELLING, Map.of("17", RevokeOutcome.ALREADY_DONE));
                    case "pauseQueue", "pauseTask" -> null;
                    case "resumeQueue", "resumeTask" -> true;
                    default -> Map.of("node", ControlAnswer.done("so be it"));
                };
            });

    private Object give(String order, String body) throws Exception {
        Map<String, Object> members = JSON.readValue(body.replace('\'', '"'), new TypeReference<>() {});
        Class<? extends Order> type = OrderNames.named(order);
        Order given = JsonBodies.convert(OrderNames.membersOf(type, members), type);
        return ControlProblems.reached(() -> given.give(control));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "revoke | {'ids':['17'],'terminate':true} | revoke(Ids[ids=[17]], true)",
                "revoke | {'task':'mail.send'} | revoke(task mail.send, false)",
                "revoke | {'header':{'name':'tenant','value':7}} | revoke(header tenant=7, false)",
                "revoke | {'context':{'name':'request_id','value':'r'}} | revoke(context request_id=r, false)",
                "pause | {'queue':'mail'} | pauseQueue(mail)",
                "pause | {'task':'mail.send'} | pauseTask(mail.send)",
                "resume | {'queue':'mail'} | resumeQueue(mail)",
                "resume | {'task':'mail.send'} | resumeTask(mail.send)",
                "rate-limit | {'task':'mail.send','rate':'5/m'} | rateLimit(mail.send, Optional[5/m])",
                "rate-limit | {'task':'mail.send'} | rateLimit(mail.send, Optional.empty)",
                "add-consumer | {'queue':'mail'} | addConsumer(mail)",
                "cancel-consumer | {'queue':'mail'} | cancelConsumer(mail)",
                "quiet | {} | quiet()",
                "wake | {} | wake()",
                "shutdown | {'grace':2.5} | shutdown(PT2.5S)",
                "shutdown | {} | shutdown(PT5M)",
                "enable-events | {} | enableEvents()",
                "disable-events | {} | disableEvents()"
            })
    void an_order_is_given(String order, String body, String call) throws Exception {
        give(order, body);

        assertThat(calls).containsExactly(call);
    }

    @Test
    void some_nodes_are_named_and_waited_for() throws Exception {
        give("quiet", "{'nodes':['a','b'],'timeout':2.5}");

        assertThat(calls).containsExactly("on([a, b])", "within(PT2.5S)", "quiet()");
    }

    @Test
    void answers_are_shown_as_the_contract_says() throws Exception {
        assertThat(give("revoke", "{'ids':['17']}"))
                .isEqualTo(new OrderResult.Revoked("cancelling", Map.of("17", "already-done")));
        assertThat(give("quiet", "{}"))
                .isEqualTo(new OrderResult.Answers(Map.of("node", ControlAnswer.done("so be it")), List.of()));
        assertThat(give("resume", "{'queue':'mail'}")).isEqualTo(new OrderResult.Resumed(false, true));
    }

    @Test
    void named_nodes_that_do_not_answer_are_named() throws Exception {
        assertThat(give("quiet", "{'nodes':['node','gone','away']}"))
                .isEqualTo(new OrderResult.Answers(
                        Map.of("node", ControlAnswer.done("so be it")), List.of("away", "gone")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoke {}",
                "revoke {'ids':[]}",
                "revoke {'ids':[null]}",
                "revoke {'ids':['1'],'task':'mail.send'}",
                "revoke {'header':{'name':'tenant','value':[1]}}",
                "revoke {'header':{'name':'','value':1}}",
                "revoke {'context':{'value':1}}",
                "pause {}",
                "pause {'queue':'a','task':'b'}",
                "rate-limit {'rate':'5/m'}",
                "add-consumer {'queue':' '}",
                "shutdown {'grace':-1}",
                "quiet {'timeout':31}"
            })
    void an_order_that_misses_something_is_refused_and_not_given(String line) {
        int blank = line.indexOf(' ');

        assertThatThrownBy(() -> give(line.substring(0, blank), line.substring(blank + 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("bad-order");
        assertThat(calls).isEmpty();
    }

    @Test
    void a_member_that_no_order_has_is_refused_with_those_that_this_one_takes() {
        assertThatThrownBy(() -> give("quiet", "{'rat':'5/m'}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("bad-body")
                .hasMessageContaining("nodes, timeout");
        assertThatThrownBy(() -> give("shutdown", "{'grace':'5'}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("bad-body");
        assertThat(calls).isEmpty();
    }

    @Test
    void one_body_with_the_members_of_all_orders_serves_each_of_them() throws Exception {
        give("pause", "{'queue':'mail','task':null,'rate':null,'terminate':false,'also_sent_within':null,'grace':1}");

        assertThat(calls).containsExactly("pauseQueue(mail)");
    }

    @Test
    void an_unknown_order_is_told_with_those_that_there_are() {
        assertThatThrownBy(() -> give("dance", "{}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("order-not-found")
                .hasMessageContaining("cancel-consumer");
    }

    @Test
    void what_is_out_of_reach_or_impossible_is_a_problem_without_names_of_hosts() {
        failure = new OperationalException("jdbc:postgresql://db.internal");
        assertThatThrownBy(() -> give("quiet", "{}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("control-unavailable")
                .hasMessageNotContaining("internal");

        failure = new UnsupportedOperationException("OpenMQ does not list them");
        assertThatThrownBy(() -> give("quiet", "{}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("not-supported");
    }
}
