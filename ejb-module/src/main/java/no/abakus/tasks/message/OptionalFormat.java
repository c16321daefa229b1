package no.abakus.tasks.message;

import no.abakus.tasks.config.OptionalLibrary;
import no.abakus.tasks.spi.TaskSerializer;

/** The built-in serializers whose library an application may leave out. */
enum OptionalFormat {
    YAML("yaml", "application/yaml", "no.abakus.jackson.dataformat.yaml.YAMLMapper"),
    MSGPACK("msgpack", "application/vnd.msgpack", "no.abakus.jackson.org.msgpack.jackson.dataformat.MessagePackMapper"),
    CBOR("cbor", "application/cbor", "no.abakus.jackson.dataformat.cbor.databind.CBORMapper");

    private final String serializer;
    private final String contentType;
    private final String type;

    OptionalFormat(String serializer, String contentType, String type) {
        this.serializer = serializer;
        this.contentType = contentType;
        this.type = type;
    }

    /** Returns the name of the format's serializer. */
    String serializer() {
        return serializer;
    }

    String contentType() {
        return contentType;
    }

    OptionalLibrary library() {
        return new OptionalLibrary("no.abakus:abakus-jackson-formats", type);
    }

    /** Creates the format's serializer. Fails without the library. */
    TaskSerializer create() {
        return switch (this) {
            case YAML -> new YamlTaskSerializer();
            case MSGPACK -> new MsgpackTaskSerializer();
            case CBOR -> new CborTaskSerializer();
        };
    }
}
