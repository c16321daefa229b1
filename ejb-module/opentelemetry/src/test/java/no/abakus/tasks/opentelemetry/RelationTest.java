package no.abakus.tasks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationTest {

    @Test
    void a_run_is_in_the_senders_trace_unless_configured_otherwise() {
        assertThat(Relation.of(Optional.empty())).isEqualTo(Relation.PARENT);
        assertThat(Relation.of(Optional.of("parent"))).isEqualTo(Relation.PARENT);
        assertThat(Relation.of(Optional.of("link"))).isEqualTo(Relation.LINK);
    }

    @Test
    void another_value_says_what_is_valid() {
        assertThatThrownBy(() -> Relation.of(Optional.of("child")))
                .hasMessage("abakus.opentelemetry.relation is 'child'; use parent (the default) or link");
    }
}
