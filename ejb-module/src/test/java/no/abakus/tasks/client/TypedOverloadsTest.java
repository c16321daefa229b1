package no.abakus.tasks.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import no.abakus.tasks.CallByMethod;
import no.abakus.tasks.DelayByMethod;
import org.junit.jupiter.api.Test;

/** Java needs an overload per number of parameters, in each interface. None of the interfaces may forget one. */
class TypedOverloadsTest {

    @Test
    void whatever_can_be_sent_without_options_can_be_sent_with_options() {
        assertThat(parameters(DelayByMethod.class, "delay"))
                .hasSize(19)
                .isEqualTo(parameters(CallByMethod.class, "call"));
    }

    private static Set<String> parameters(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .map(method -> Arrays.toString(method.getTypeParameters())
                        + Arrays.toString(method.getGenericParameterTypes()))
                .collect(Collectors.toSet());
    }
}
