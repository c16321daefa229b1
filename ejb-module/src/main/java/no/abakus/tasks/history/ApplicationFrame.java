package no.abakus.tasks.history;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.abakus.tasks.port.ServerTraits;

/** Recognises the stack frames of the application, and removes what changes from build to build. */
final class ApplicationFrame {

    /** The JDK, libraries that call the application, and the task system. */
    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "io.netty.",
            "org.apache.",
            "org.hibernate.",
            "org.eclipse.",
            "org.h2.",
            "org.postgresql.",
            "com.fasterxml.",
            "org.slf4j.",
            "no.abakus.logging.",
            "no.abakus.tasks.");

    /**
     * Includes the packages of every known server, whichever this is. So a failure keeps its group when the application
     * moves to another server.
     */
    private static final List<String> OTHERS = Stream.concat(
                    LIBRARIES.stream(),
                    ServiceLoader.load(ServerTraits.class, ApplicationFrame.class.getClassLoader()).stream()
                            .flatMap(server -> server.get().ownPackages().stream()))
            .toList();

    private static final Pattern LOCATION = Pattern.compile("\\([^()]*\\)$");

    /** The address of a hidden class. */
    private static final Pattern HIDDEN = Pattern.compile("/0x[0-9a-f]+");

    /** Numbers of lambdas, hidden classes and proxies. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$Lambda.*?(?=\\.)|(?<=\\$)[0-9]+(?=$|\\.|\\$)");

    private ApplicationFrame() {}

    /** The class and method of a frame; empty if it is not the application's. */
    static Optional<String> of(String frame) {
        // A frame may name its class loader and module first: app//no.example/no.example.Mailer.send(Mailer.java:7)
        String shown = HIDDEN.matcher(LOCATION.matcher(frame).replaceFirst("")).replaceAll("");
        String plain = shown.substring(shown.lastIndexOf('/') + 1);
        if (OTHERS.stream().anyMatch(plain::startsWith)
                || plain.contains("$Proxy")
                || plain.contains("_WeldSubclass")) {
            return Optional.empty();
        }
        return Optional.of(GENERATED.matcher(plain).replaceAll(""));
    }
}
