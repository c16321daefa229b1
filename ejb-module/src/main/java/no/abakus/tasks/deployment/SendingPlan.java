package no.abakus.tasks.deployment;

import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.compression.BuiltInCompressors;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.message.CborTaskSerializer;
import no.abakus.tasks.message.Compressors;
import no.abakus.tasks.message.JavaTaskSerializer;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.message.MsgpackTaskSerializer;
import no.abakus.tasks.message.Serializers;
import no.abakus.tasks.message.YamlTaskSerializer;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.routing.Router;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskSerializer;

/**
 * What bodies are written with and where calls go, the application's own beans included, and checked.
 *
 * @param serializers what is accepted
 * @param compressors what there is
 * @param router what decides
 */
record SendingPlan(Serializers serializers, Compressors compressors, Router router) {

    static SendingPlan of(DeploymentPlan plan, UserBeans beans, StartupProblems problems) {
        SendingPlan sending = new SendingPlan(
                new Serializers(plan.config().body(), serializers(plan.config().body(), beans), problems::add),
                new Compressors(compressors(beans), problems::add),
                new Router(plan.config().routing(), plan.queues(), beans.routers(), problems::add));
        sending.checkStandard(plan.config().body(), problems);
        plan.attributes().forEach((task, attributes) -> sending.check(task, attributes, problems));
        return sending;
    }

    private static List<TaskSerializer> serializers(BodyConfig config, UserBeans beans) {
        List<TaskSerializer> all = new ArrayList<>(List.of(
                new JsonTaskSerializer(),
                new YamlTaskSerializer(),
                new MsgpackTaskSerializer(),
                new CborTaskSerializer(),
                new JavaTaskSerializer(config)));
        all.addAll(beans.serializers());
        return all;
    }

    private static List<TaskCompressor> compressors(UserBeans beans) {
        List<TaskCompressor> all = new ArrayList<>(BuiltInCompressors.all());
        all.addAll(beans.compressors());
        return all;
    }

    private void checkStandard(BodyConfig config, StartupProblems problems) {
        config.compression()
                .filter(name -> !compressors.knows(name))
                .ifPresent(name -> problems.add("The compressor '" + name
                        + "' (abakus.tasks.body.compression) is not known; there are: " + compressors.names()
                        + "."));
    }

    private void check(TaskCandidate task, TaskAttributes said, StartupProblems problems) {
        said.serializer()
                .filter(name -> !serializers.accepts(name))
                .ifPresent(name -> problems.add("Task " + task.where()
                        + " has the serializer '" + name
                        + "', which is not accepted here (abakus.tasks.body.accept); these"
                        + " are: " + serializers.names() + "."));
        said.compression()
                .filter(name -> !compressors.knows(name))
                .ifPresent(name -> problems.add("Task " + task.where() + " has the compression '" + name
                        + "', which is not known; there are: " + compressors.names() + "."));
    }
}
