package no.abakus.logging.json;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import no.abakus.logging.Redaction;

/**
 * Shows an exception to a developer. For each exception of the chain, shows the message and the frames of the
 * developer's own code. Other frames are only counted, but if an exception has no frames of that code, its first three
 * frames are shown.
 */
final class UserFrames {
    private static final int SHOWN_WITHOUT_OWN = 3;
    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "jakarta.",
            "org.jboss.",
            "org.wildfly.",
            "io.undertow.",
            "org.xnio.",
            "org.apache.",
            "org.glassfish.",
            "fish.payara.",
            "com.sun.enterprise.",
            "org.hibernate.",
            "org.eclipse.",
            "org.junit.",
            "io.smallrye.");

    private UserFrames() {}

    static String of(Throwable thrown, Redaction redaction, Limits limits) {
        StringBuilder text = new StringBuilder(512);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String before = "";
        for (Throwable one = thrown;
                one != null && seen.size() < Told.MOST_EXCEPTIONS && seen.add(one);
                one = Told.cause(one)) {
            text.append("    ").append(before).append(one.getClass().getName());
            String message = Told.message(one);
            if (message != null) {
                text.append(": ").append(StackText.oneLine(redaction.text(message, limits.textChars())));
            }
            text.append('\n');
            frames(text, Told.frames(one), limits);
            before = "caused by ";
        }
        return text.toString();
    }

    private static void frames(StringBuilder text, StackTraceElement[] frames, Limits limits) {
        int own = 0;
        for (StackTraceElement frame : frames) {
            if (isOwn(frame) && own < limits.frames()) {
                own++;
                text.append("        at ").append(frame).append('\n');
            }
        }
        int shown = own;
        for (int i = 0; own == 0 && i < Math.min(SHOWN_WITHOUT_OWN, frames.length); i++) {
            shown++;
            text.append("        at ").append(frames[i]).append('\n');
        }
        if (shown < frames.length) {
            text.append("        … ").append(frames.length - shown).append(" more frames\n");
        }
    }

    private static boolean isOwn(StackTraceElement frame) {
        return LIBRARIES.stream().noneMatch(frame.getClassName()::startsWith);
    }
}
