package no.abakus.tasks.deployment;

import java.util.List;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskRouter;
import no.abakus.tasks.spi.TaskSerializer;

/**
 * The application's beans that extend how messages are sent and read.
 *
 * @param serializers the application's serializers
 * @param compressors the application's compressors
 * @param routers the application's routers
 */
record UserBeans(List<TaskSerializer> serializers, List<TaskCompressor> compressors, List<TaskRouter> routers) {

    /** The beans of a program without a container. */
    static final UserBeans NONE = new UserBeans(List.of(), List.of(), List.of());
}
