package no.abakus.tasks.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The formats of message bodies.
 *
 * @param serializer the default serializer
 * @param accept the serializers that may write and read messages
 * @param compression the default compressor
 * @param javaClasses the classes that Java serialization may instantiate
 */
public record BodyConfig(String serializer, Set<String> accept, Optional<String> compression, Set<String> javaClasses) {

    static final Setting<String> SERIALIZER = Setting.text(
            "abakus.tasks.body.serializer",
            "json",
            "The serializer of calls that name none; abakus.tasks.body.accept must list it.");

    static final Setting<Set<String>> ACCEPT = Setting.names(
            "abakus.tasks.body.accept",
            "json, yaml, msgpack, cbor",
            "The serializers that may write and read messages. A serializer that is not listed is off, even java or a"
                    + " bean's serializer. yaml, msgpack and cbor need abakus-jackson-formats.");

    static final Setting<String> COMPRESSION = Setting.text(
            "abakus.tasks.body.compression",
            "",
            "The compressor of calls that name none: gzip, zlib, bzip2, xz, zstd or the name of a bean's compressor."
                    + " Empty for no compression. bzip2, xz and zstd each need a library.");

    static final Setting<Set<String>> JAVA_CLASSES = Setting.names(
            "abakus.tasks.body.java-classes",
            "",
            "Classes (or `package.**`) that the java serializer may read in addition to common JDK classes.");

    static final List<Setting<?>> SETTINGS = List.of(SERIALIZER, ACCEPT, COMPRESSION, JAVA_CLASSES);

    /**
     * Whether the accepted serializers are the default ones. If they are, a missing library is not reported as a
     * problem.
     */
    public boolean acceptsStandard() {
        return accept.equals(ACCEPT.parser().apply(ACCEPT.defaultValue()));
    }

    static BodyConfig from(SettingReader reader) {
        return new BodyConfig(
                reader.read(SERIALIZER),
                reader.read(ACCEPT),
                Optional.of(reader.read(COMPRESSION)).filter(name -> !name.isEmpty()),
                reader.read(JAVA_CLASSES));
    }
}
