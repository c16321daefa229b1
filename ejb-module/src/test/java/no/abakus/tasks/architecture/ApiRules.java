package no.abakus.tasks.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The parts of the task system that applications may see. */
record ApiRules(String base) {

    List<ArchRule> all() {
        return List.of(apiStandsAlone(), operatorsApiHasNoInside(), apiIsClosed());
    }

    private ArchRule apiStandsAlone() {
        return noClasses()
                .that()
                .resideInAPackage(base)
                .should()
                .dependOnClassesThat(resideInAPackage(base + ".*..")
                        .or(resideInAnyPackage("jakarta.jms..", "jakarta.ejb..", "jakarta.servlet..", "java.sql..")))
                .because("a task's author must not meet the inside, nor the technology that happens to carry messages");
    }

    private ArchRule operatorsApiHasNoInside() {
        return noClasses()
                .that()
                .resideInAnyPackage(base + ".operate..", base + ".spi..")
                .should()
                .dependOnClassesThat(resideInAPackage(base + ".port..")
                        .or(resideInAnyPackage("jakarta.jms..", "jakarta.ejb..", "jakarta.servlet..", "java.sql..")))
                .because("what an application implements or calls must not change whenever an adapter does");
    }

    private ArchRule apiIsClosed() {
        return classes()
                .that()
                .resideInAnyPackage(base, base + ".operate", base + ".jms")
                .and()
                .arePublic()
                .should(beClosed())
                .because("a class that others extend cannot be changed any more");
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed, a record, an enum or an interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isInterface()
                        || type.isEnum()
                        || type.isRecord()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(
                        type, closed, type.getName() + (closed ? " is closed" : " can be extended by anybody")));
            }
        };
    }
}
