package no.abakus.tasks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import no.abakus.tasks.compression.BuiltInCompressors;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.message.Compressors;
import no.abakus.tasks.message.Serializers;
import no.abakus.tasks.routing.Router;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskRouter;
import no.abakus.tasks.spi.TaskSerializer;

/**
 * The formats of message bodies, and the routing of calls.
 *
 * @param serializers the accepted serializers
 * @param compressors the available compressors
 * @param router decides the queue of a call
 */
public record Formats(Serializers serializers, Compressors compressors, Router router) {

    /**
     * Creates the built-in formats and adds the application's own.
     *
     * @param queues the queues to which calls may be sent
     * @param problems receives a description of each configuration error
     */
    public static Formats of(
            TaskSystemConfig config,
            Set<String> queues,
            List<TaskSerializer> serializers,
            List<TaskCompressor> compressors,
            List<TaskRouter> routers,
            Consumer<String> problems) {
        List<TaskCompressor> allCompressors = new ArrayList<>(BuiltInCompressors.all());
        allCompressors.addAll(compressors);
        return new Formats(
                Serializers.withBuiltIn(config.body(), serializers, problems),
                new Compressors(allCompressors, BuiltInCompressors.missing(), problems),
                new Router(config.routing(), queues, routers, problems));
    }
}
