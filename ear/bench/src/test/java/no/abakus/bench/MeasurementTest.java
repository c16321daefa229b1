package no.abakus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void medianLiesBetweenTheTwoInTheMiddle() {
        Measurement measurement = new Measurement("drain", "ours", "tasks/s", List.of(9.0, 1.0, 2.0, 4.0));

        assertThat(measurement.median()).isEqualTo(3.0);
        assertThat(measurement.min()).isEqualTo(1.0);
        assertThat(measurement.max()).isEqualTo(9.0);
    }

    @Test
    void quantileInterpolates() {
        assertThat(Measurement.quantile(List.of(0.0, 10.0, 20.0), 0.95)).isCloseTo(19.0, within(1e-9));
    }

    @Test
    void ratioPairsWhatWasMeasuredNextToEachOther() {
        Measurement ours = new Measurement("drain", "ours", "tasks/s", List.of(80.0, 8.0, 900.0));
        Measurement bare = new Measurement("drain", "bare", "tasks/s", List.of(100.0, 10.0, 1000.0));

        Measurement ratio = ours.relativeTo(bare, "0 keys");

        assertThat(ratio.values()).containsExactly(0.8, 0.8, 0.9);
        assertThat(ratio.unit()).isEqualTo("x");
    }

    @Test
    void aFigureThatWasNeverMeasuredIsNoFigure() {
        assertThatThrownBy(() -> new Measurement("drain", "ours", "tasks/s", List.of()))
                .hasMessageContaining("drain of ours was never measured");
    }
}
