package no.abakus.bench.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Shows one line of each encoder, so that a reader sees that all lines contain the same data. */
final class Shown {
    private static final Set<String> SHOWN = ConcurrentHashMap.newKeySet();

    private Shown() {}

    /** Writes one line. */
    @FunctionalInterface
    interface Writing {
        void to(ByteArrayOutputStream bytes) throws IOException;
    }

    static void once(String encoder, Writing writing) throws IOException {
        if (SHOWN.add(encoder)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.to(bytes);
            System.out.println(encoder + ", " + bytes.size() + " bytes: "
                    + bytes.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
