package no.abakus.tasks.config;

import java.util.Collection;

/**
 * A library that an application may leave out. Without the library, one serializer or compressor of message bodies is
 * missing, but all others work.
 *
 * @param artifact what to add, as {@code groupId:artifactId}
 * @param type the name of a class in the library
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

    /**
     * Returns the end of a sentence that begins with the name of the serializer or compressor. It says that the library
     * is missing, how to add it, and which serializers or compressors work without it.
     */
    public String isMissing(Collection<String> available) {
        return "needs " + artifact + ", which this application does not have; add that dependency, or use one of "
                + available;
    }
}
