package no.abakus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Controls WildFly through its management API, over HTTP. */
final class WildFlySteering implements Steering {

    private final Management management;
    private final Map<Way, HeldQueue> queues = new EnumMap<>(Way.class);
    private final Map<Way, LogLines> lines = new EnumMap<>(Way.class);

    WildFlySteering(Management management, Path archive) throws IOException {
        this.management = management;
        List<String> module = List.of("deployment", archive.getFileName().toString(), "subdeployment", "bench.war");
        for (Way way : Way.values()) {
            queues.put(way, new HeldQueue(management, module, way.queue()));
            lines.put(way, new LogLines(management, way.logger()));
        }
    }

    @Override
    public String server() throws IOException {
        return management.version();
    }

    @Override
    public String journal() throws IOException {
        return management.journal();
    }

    @Override
    public void hold(Way way) throws IOException {
        queues.get(way).hold();
    }

    @Override
    public void release(Way way) throws IOException {
        queues.get(way).release();
    }

    @Override
    public void clear(Way way) throws IOException {
        queues.get(way).clear();
    }

    @Override
    public void lines(Way way, boolean on) throws IOException {
        lines.get(way).on(on);
    }
}
