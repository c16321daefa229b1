package no.abakus.tasks.message;

/** JSON text. The default, as in Celery. */
public final class JsonTaskSerializer extends JacksonTaskSerializer {

    public JsonTaskSerializer() {
        super("json", "application/json", true, JsonMapping.strict());
    }
}
