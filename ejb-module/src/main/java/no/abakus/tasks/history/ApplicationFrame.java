package no.abakus.tasks.history;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the stack frames of the application, and removes what changes from build to build. */
final class ApplicationFrame {

    /** The JDK, the servers, the libraries that they call the application through, and the task system. */
    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.jboss.",
            "org.wildfly.",
            "io.undertow.",
            "io.smallrye.",
            "io.netty.",
            "org.glassfish.",
            "fish.payara.",
            "org.apache.",
            "org.hibernate.",
            "org.eclipse.",
            "org.h2.",
            "org.postgresql.",
            "com.fasterxml.",
            "org.slf4j.",
            "no.abakus.logging.",
            "no.abakus.tasks.");

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
