package no.abakus.tasks.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules, for the packages below one base. */
record ArchitectureRules(String base) {

    List<ArchRule> all() {
        return Stream.of(
                        new DirectionRules(base).all(),
                        new ApiRules(base).all(),
                        new AdapterRules(base).all(),
                        new CodeRules(base).all())
                .flatMap(List::stream)
                .toList();
    }
}
