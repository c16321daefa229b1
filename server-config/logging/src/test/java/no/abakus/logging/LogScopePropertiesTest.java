package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Units of work on one reused thread that do anything with scopes, forget to close some and fail in between. */
class LogScopePropertiesTest {
    private enum Act {
        BIND,
        BIND_MANY,
        REPLACE,
        PUT,
        CLOSE_LAST,
        CLOSE_ANY,
        CLOSE_AGAIN,
        FAIL
    }

    @Property
    void nothing_of_one_unit_of_work_is_seen_by_the_next(@ForAll("unitsOfWork") List<List<Act>> units) {
        for (List<Act> unit : units) {
            assertThat(LogContext.current()).isEqualTo(LogContext.empty());
            try (LogScope unitScope = LogContext.replace(LogContext.empty().with("unit", 1))) {
                perform(unit);
            } catch (UnitFailed expected) {
                // The scope is closed on the way out, as in any unit of work.
            }
        }
        assertThat(LogContext.current()).isEqualTo(LogContext.empty());
    }

    @Property
    void each_well_nested_scope_restores_what_was_there(@ForAll("unitsOfWork") List<List<Act>> units) {
        Deque<LogContext> before = new ArrayDeque<>();
        Deque<LogScope> open = new ArrayDeque<>();
        for (List<Act> unit : units) {
            for (Act act : unit) {
                if (act == Act.BIND || act == Act.REPLACE || act == Act.BIND_MANY) {
                    before.push(LogContext.current());
                    open.push(open(act, open.size()));
                } else if (!open.isEmpty() && act != Act.FAIL) {
                    open.pop().close();
                    assertThat(LogContext.current()).isEqualTo(before.pop());
                }
            }
        }
        while (!open.isEmpty()) {
            open.pop().close();
            assertThat(LogContext.current()).isEqualTo(before.pop());
        }
    }

    @Provide
    Arbitrary<List<List<Act>>> unitsOfWork() {
        return Arbitraries.of(Act.class).list().ofMaxSize(12).list().ofMaxSize(6);
    }

    private static void perform(List<Act> unit) throws UnitFailed {
        List<LogScope> scopes = new ArrayList<>();
        for (Act act : unit) {
            switch (act) {
                case BIND, BIND_MANY, REPLACE -> scopes.add(open(act, scopes.size()));
                case PUT -> LogContext.put("put", scopes.size());
                case CLOSE_LAST -> {
                    if (!scopes.isEmpty()) {
                        scopes.remove(scopes.size() - 1).close();
                    }
                }
                case CLOSE_ANY -> {
                    if (!scopes.isEmpty()) {
                        scopes.get(scopes.size() / 2).close();
                    }
                }
                case CLOSE_AGAIN -> scopes.forEach(LogScope::close);
                case FAIL -> throw new UnitFailed();
            }
        }
    }

    private static LogScope open(Act act, int number) {
        return switch (act) {
            case BIND -> LogContext.bind("key" + number % 3, number);
            case BIND_MANY -> LogContext.bind("a", number, "b", number, "c");
            default -> LogContext.replace(LogContext.empty().with("replaced", number));
        };
    }

    private static final class UnitFailed extends Exception {}
}
