package no.abakus.tasks.transport.jms;

/** The names of the message properties, and the version of the whole. */
final class WireFormat {

    /** Raised when a message can no longer be read by a worker of the version before. */
    static final int VERSION = 1;

    static final String VERSION_PROPERTY = "abakus_version";
    static final String ID = "abakus_id";
    static final String TASK = "abakus_task";
    static final String ROOT_ID = "abakus_root_id";
    static final String PARENT_ID = "abakus_parent_id";
    static final String RETRIES = "abakus_retries";
    static final String ETA = "abakus_eta";
    static final String ORIGIN = "abakus_origin";
    static final String CONTENT_TYPE = "abakus_content_type";

    /** The arguments as a console may show them; nobody reads them back. */
    static final String ARGUMENTS = "abakus_args";

    /** The context's keys in their order, separated by blanks; a key without a property of its own is null. */
    static final String CONTEXT_KEYS = "abakus_context";

    static final String CONTEXT_PREFIX = "abakus_ctx_";

    static final String DEAD_REASON = "abakus_dead_reason";
    static final String DEAD_DETAIL = "abakus_dead_detail";
    static final String DEAD_QUEUE = "abakus_dead_queue";
    static final String DEAD_AT = "abakus_dead_at";
    static final String DEAD_NODE = "abakus_dead_node";

    /** The JMSType of a message that only asks whether somebody consumes the queue. */
    static final String PROBE_TYPE = "abakus.probe";

    private WireFormat() {}
}
