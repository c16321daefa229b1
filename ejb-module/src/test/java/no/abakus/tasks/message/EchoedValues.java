package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.testing.Workbench;

/** Tasks that record their arguments, and a check that a call with an unfit argument is refused. */
abstract class EchoedValues {

    /** JSON cannot tell which implementation an object is. */
    public interface Shape {}

    public static final class Unsaved {
        public Long id;

        @Override
        public boolean equals(Object other) {
            return other instanceof Unsaved unsaved && id.equals(unsaved.id);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    public record Price(BigDecimal amount) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Price {}
    }

    public record Circle(double radius) implements Shape {}

    /** Written through its getter, but a parser has no way to create it. */
    public static final class Money {
        private final long cents;

        private Money(long amount) {
            this.cents = amount;
        }

        static Money of(long cents) {
            return new Money(cents);
        }

        public long getCents() {
            return cents;
        }
    }

    public static class Echo {
        final List<Object> seen = new ArrayList<>();

        @AbakusTask(name = "echo", ignoreResult = false)
        public Object echo(Object value) {
            seen.add(value);
            return value;
        }

        @AbakusTask(name = "half", ignoreResult = false)
        public String half() {
            return "\ud800";
        }

        @AbakusTask(name = "enormous", ignoreResult = false)
        public BigInteger enormous() {
            return BigInteger.TEN.pow(1_001);
        }

        @AbakusTask(name = "twice", ignoreResult = false)
        public Object twice() {
            return Map.of(1, "a", "1", "b");
        }

        @AbakusTask(name = "big")
        public void big(BigInteger value) {
            seen.add(value);
        }

        @AbakusTask(name = "decimal")
        public void decimal(BigDecimal value) {
            seen.add(value);
        }

        @AbakusTask(name = "half_precision")
        public void precise(double value) {
            seen.add(value);
        }

        @AbakusTask(name = "single")
        public void single(float value) {
            seen.add(value);
        }

        @AbakusTask(name = "singles")
        public void singles(List<Float> values) {
            seen.add(values);
        }

        @AbakusTask(name = "timestamp")
        public void timestamp(Timestamp value) {
            seen.add(value);
        }

        @AbakusTask(name = "path")
        public void path(Path value) {
            seen.add(value);
        }

        @AbakusTask(name = "bits")
        public void bits(BitSet value) {
            seen.add(value);
        }

        @AbakusTask(name = "shape")
        public void shape(Shape value) {
            seen.add(value);
        }

        @AbakusTask(name = "unsaved")
        public void unsaved(Unsaved value) {
            seen.add(value);
        }

        @AbakusTask(name = "price")
        public void price(Price value) {
            seen.add(value);
        }

        @AbakusTask(name = "circle")
        public void circle(Circle value) {
            seen.add(value);
        }

        @AbakusTask(name = "money")
        public void money(Money value) {
            seen.add(value);
        }

        @AbakusTask(name = "number")
        public void number(Number value) {
            seen.add(value);
        }
    }

    final Echo echo = new Echo();
    final Workbench bench = Workbench.of(echo);

    void refused(String task, Object value, String serializer) {
        String what = task + " with a " + value.getClass().getSimpleName() + " by " + serializer;
        assertThatExceptionOfType(TaskArgumentException.class)
                .as(what)
                .isThrownBy(() -> bench.tasks()
                        .call(task)
                        .args(value)
                        .serializer(serializer)
                        .applyAsync())
                .withMessageContaining("nothing was sent");
    }
}
