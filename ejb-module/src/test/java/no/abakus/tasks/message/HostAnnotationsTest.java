package no.abakus.tasks.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types with the annotations of an application's own Jackson are written and read as that Jackson would. */
class HostAnnotationsTest {

    private final ObjectMapper theirs = JsonMapper.builder().build();
    private final no.abakus.jackson.databind.ObjectMapper ours = JsonMapping.strict();

    public record Renamed(@JsonProperty("full_name") String name, @JsonAlias({"years", "y"}) int age) {}

    public record Delegating(@JsonValue String text) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Delegating {}
    }

    @JsonPropertyOrder({"b", "a"})
    public static final class Ordered {
        public int a = 1;
        public int b = 2;

        @JsonIgnore
        public String secret = "SECRET";

        @Override
        public boolean equals(Object other) {
            return other instanceof Ordered ordered && ordered.a == a && ordered.b == b;
        }

        @Override
        public int hashCode() {
            return a;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle"), @JsonSubTypes.Type(Square.class)})
    public interface Shape {}

    public record Circle(double radius) implements Shape {}

    public record Square(double side) implements Shape {}

    public record Plain(double length) {}

    public record Drawing(Shape shape, List<Shape> more) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Snake(String twoWords) {}

    public enum Size {
        @JsonProperty("s")
        SMALL,
        LARGE
    }

    public record Sized(Size size) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"x", "y"})
    public record Point(int x, int y) {}

    @Retention(RetentionPolicy.RUNTIME)
    @JacksonAnnotationsInside
    @JsonProperty("bundled_name")
    public @interface Bundle {}

    public static final class Bundled {
        @Bundle
        public String name = "x";

        @Override
        public boolean equals(Object other) {
            return other instanceof Bundled bundled && bundled.name.equals(name);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    static List<Object> values() {
        return List.of(
                new Renamed("Ann", 3),
                new Delegating("text"),
                new Ordered(),
                new Drawing(new Circle(1.5), List.of(new Square(2), new Circle(3))),
                new Snake("words"),
                new Sized(Size.SMALL),
                new Point(1, 2),
                new Bundled());
    }

    @ParameterizedTest
    @MethodSource("values")
    void is_written_as_the_applications_jackson_writes_it_and_read_back(Object value) throws Exception {
        String written = ours.writeValueAsString(value);

        assertThat(written).isEqualTo(theirs.writeValueAsString(value));
        assertThat((Object) ours.readValue(written, value.getClass())).isEqualTo(value);
    }

    @Test
    void other_names_of_a_member_are_read() throws Exception {
        assertThat(ours.readValue("{\"full_name\":\"Bob\",\"y\":4}", Renamed.class))
                .isEqualTo(new Renamed("Bob", 4));
    }

    @Test
    void a_type_without_annotations_is_no_different() throws Exception {
        assertThat(ours.writeValueAsString(new Plain(2))).isEqualTo("{\"length\":2.0}");
    }
}
