package no.abakus.tasks.deployment;

import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.engine.Formats;
import no.abakus.tasks.registry.TaskAttributes;

/** Checks at startup whether settings and tasks name only serializers and compressors that exist. */
final class FormatChecks {

    private FormatChecks() {}

    /** Returns the formats of this plan and of the application's beans, after checking them. */
    static Formats checked(DeploymentPlan plan, UserBeans beans, StartupProblems problems) {
        Formats formats = Formats.of(
                plan.config(), plan.queues(), beans.serializers(), beans.compressors(), beans.routers(), problems::add);
        checkStandard(formats, plan.config().body(), problems);
        plan.attributes().forEach((task, attributes) -> check(formats, task, attributes, problems));
        return formats;
    }

    private static void checkStandard(Formats formats, BodyConfig config, StartupProblems problems) {
        config.compression()
                .filter(name -> !formats.compressors().knows(name))
                .ifPresent(name -> problems.add("The compressor '" + name + "' (abakus.tasks.body.compression) "
                        + formats.compressors().unknown(name) + "."));
    }

    private static void check(Formats formats, TaskCandidate task, TaskAttributes said, StartupProblems problems) {
        said.serializer()
                .filter(name -> !formats.serializers().accepts(name))
                .ifPresent(name -> problems.add("Task " + task.where() + " has the serializer '" + name + "', which "
                        + formats.serializers().unknown(name) + "."));
        said.compression()
                .filter(name -> !formats.compressors().knows(name))
                .ifPresent(name -> problems.add("Task " + task.where() + " has the compression '" + name + "', which "
                        + formats.compressors().unknown(name) + "."));
    }
}
