package no.abakus.tasks.history;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.abakus.tasks.port.ServerTraits;

/**
 * Recognises the stack frames of the application, and removes the parts of their names that change from build to build.
 */
final class ApplicationFrame {

    /** The packages of the JDK, of libraries that call the application, and of the task system. */
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
     * Includes the packages of all known servers, so that a failure keeps its group when the application moves to
     * another server.
     */
    private static final List<String> OTHERS = Stream.concat(
                    LIBRARIES.stream(),
                    ServiceLoader.load(ServerTraits.class, ApplicationFrame.class.getClassLoader()).stream()
                            .flatMap(server -> server.get().ownPackages().stream()))
            .toList();

    /** The address of a hidden class. */
    private static final Pattern HIDDEN = Pattern.compile("/0x[0-9a-f]+");

    /** Numbers of lambdas, hidden classes and proxies. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$Lambda.*?(?=\\.)|(?<=\\$)[0-9]+(?=$|\\.|\\$)");

    private ApplicationFrame() {}

    /** Returns the class and method of a frame; empty if the frame is not the application's. */
    static Optional<String> of(String frame) {
        // This is not a frame. It may be a note of how many frames were left out. That number can differ between equal
        // failures, because the number of frames of a reflective call changes after some calls.
        if (frame.startsWith("…") || frame.startsWith("[")) {
            return Optional.empty();
        }
        // Most frames belong to libraries, so these frames are recognised before any string is copied.
        int end = endOfName(frame);
        int hidden = frame.indexOf("/0x");
        // A frame may name its class loader and module first: app//no.example/no.example.Mailer.send(Mailer.java:7)
        int start = frame.lastIndexOf('/', (hidden < 0 ? end : Math.min(hidden, end)) - 1) + 1;
        for (String other : OTHERS) {
            if (frame.startsWith(other, start)) {
                return Optional.empty();
            }
        }
        String plain = frame.substring(start, end);
        if (hidden >= 0) {
            plain = HIDDEN.matcher(plain).replaceAll("");
        }
        if (plain.contains("$Proxy") || plain.contains("_WeldSubclass")) {
            return Optional.empty();
        }
        if (plain.indexOf('$') < 0) {
            return Optional.of(plain);
        }
        return Optional.of(GENERATED.matcher(plain).replaceAll(""));
    }

    /** Returns the index of the parenthesis before the file and line; the length of the frame if there is none. */
    private static int endOfName(String frame) {
        int open = frame.lastIndexOf('(');
        return open >= 0 && frame.indexOf(')', open) == frame.length() - 1 ? open : frame.length();
    }
}
