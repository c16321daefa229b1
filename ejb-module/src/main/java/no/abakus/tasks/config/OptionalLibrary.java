package no.abakus.tasks.config;

import java.util.Collection;

/**
 * A library that an application may leave out. Without it one format of message bodies is missing, and all others work.
 *
 * @param artifact what to add, as {@code groupId:artifactId}
 * @param type the name of a class in it
 */
public record OptionalLibrary(String artifact, String type) {

    /** Whether this application has the library. */
    public boolean isPresent() {
        try {
            Class.forName(type, false, OptionalLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Says after a format's name that the library is missing, how to add it, and which formats work without it. */
    public String isMissing(Collection<String> available) {
        return "needs " + artifact + ", which this application does not have: add it as a dependency, or use one of "
                + available;
    }
}
