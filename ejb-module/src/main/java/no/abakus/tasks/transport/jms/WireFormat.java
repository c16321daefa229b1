package no.abakus.tasks.transport.jms;

/** The names of the message properties, and the version of the wire format. */
final class WireFormat {

    /** The version. It is incremented when workers of the previous version could no longer read a message. */
    static final int VERSION = 1;

    static final String VERSION_PROPERTY = "abakus_version";
    /** Whether the message has no rare properties, so that a reader need not look for them. */
    static final String PLAIN = "abakus_plain";

    static final String ID = "abakus_id";
    static final String TASK = "abakus_task";
    /** A value that the sender created for this send only. */
    static final String TOKEN = "abakus_token";

    static final String ROOT_ID = "abakus_root_id";
    static final String PARENT_ID = "abakus_parent_id";
    static final String RETRIES = "abakus_retries";
    static final String ETA = "abakus_eta";
    static final String HOLD_UNTIL = "abakus_hold_until";
    static final String HOLD_SLOT = "abakus_hold_slot";
    static final String HOLD_GRANT = "abakus_hold_grant";
    /** When the message was first sent back for the current reason. */
    static final String HOLD_SINCE = "abakus_hold_since";

    static final String EXPIRES = "abakus_expires";
    static final String SHADOW = "abakus_shadow";

    /** The limit in milliseconds; zero means no limit. */
    static final String TIME_LIMIT = "abakus_time_limit";

    static final String SOFT_TIME_LIMIT = "abakus_soft_time_limit";

    /**
     * The queue that the task was sent to. It is only in messages that may expire and in messages to be parked, because
     * these move to other queues.
     */
    static final String QUEUE = "abakus_queue";

    /**
     * When the task was first sent. It is only in messages that were parked, because their JMS timestamp is the time
     * when they reached their queue.
     */
    static final String SENT = "abakus_sent";

    static final String EXCHANGE = "abakus_exchange";
    static final String ROUTING_KEY = "abakus_routing_key";

    /** The escaped names of the headers in order, separated by spaces. A header without its own property is null. */
    static final String HEADERS = "abakus_headers";

    /** The message group. JMS defines the name. */
    static final String GROUP = "JMSXGroupID";

    static final String ORIGIN = "abakus_origin";
    static final String CONTENT_TYPE = "abakus_content_type";
    static final String COMPRESSION = "abakus_compression";

    /** Whether the result is ignored. If absent, the task's own setting applies. */
    static final String IGNORE_RESULT = "abakus_ignore_result";

    /** The tasks to send on success: a JSON array of signatures. */
    static final String LINK = "abakus_link";

    /** The tasks to send on failure: a JSON array of signatures. */
    static final String LINK_ERROR = "abakus_link_error";

    /** In notifications: the task's new state. {@link #NODE} and {@link #AT} say which node reports it and when. */
    static final String STATE = "abakus_state";

    static final String NODE = "abakus_node";
    static final String AT = "abakus_at";

    /**
     * In messages between nodes: the run of the sending node. {@link #TO} is the receiving run, if only one is
     * addressed.
     */
    static final String RUN = "abakus_run";

    static final String TO = "abakus_to";

    /** A summary of the arguments for display. A worker reads the arguments themselves from the body. */
    static final String ARGUMENTS = "abakus_args";

    /** The context's keys in order, separated by spaces. A key without its own property is null. */
    static final String CONTEXT_KEYS = "abakus_context";

    static final String CONTEXT_PREFIX = "abakus_ctx_";

    /**
     * The first sender of a message that a node forwards but did not create. It is needed because the broker reports
     * the node as the sender of such a message. Valid only with a valid {@link #SENDER_SEAL}.
     */
    static final String SENDER = "abakus_sender";

    static final String SENDER_SEAL = "abakus_sender_seal";

    /** How often a worker has returned the message because it could not run the task then. */
    static final String RETURNS = "abakus_returns";

    /**
     * How often the message was returned during an outage that affected other tasks too. The number of these returns is
     * not limited, and {@link #RETURNS} does not include them.
     */
    static final String RETURNS_AWAY = "abakus_returns_away";

    /** Why the message was last returned. {@link #RETURNED_SINCE} is when it was first returned for that reason. */
    static final String RETURNED_FOR = "abakus_returned_for";

    static final String RETURNED_SINCE = "abakus_returned_since";

    /**
     * How often a worker has returned the message without a wait, because another node has the task. {@link #RETURNS}
     * does not include these returns.
     */
    static final String RETURNS_PASSED = "abakus_returns_passed";

    /**
     * How many of the {@link #RETURNS} were due to a failure that affected only this message. Their number is limited.
     */
    static final String RETURNS_ALONE = "abakus_returns_alone";

    /** How often the message became a dead letter. The count remains when an operator sends the message again. */
    static final String DEATHS = "abakus_deaths";

    static final String DEAD_REASON = "abakus_dead_reason";
    static final String DEAD_DETAIL = "abakus_dead_detail";
    static final String DEAD_QUEUE = "abakus_dead_queue";
    static final String DEAD_AT = "abakus_dead_at";
    static final String DEAD_NODE = "abakus_dead_node";

    /** The JMSType of a message that only checks whether the queue has a consumer. */
    static final String PROBE_TYPE = "abakus.probe";

    private WireFormat() {}
}
