package no.abakus.tasks.transport.jms;

/** The names of the message properties, and the version of the wire format. */
final class WireFormat {

    /** Raised when workers of the previous version can no longer read a message. */
    static final int VERSION = 1;

    static final String VERSION_PROPERTY = "abakus_version";
    /** The message has none of the properties that only some messages have, so they need not be looked for. */
    static final String PLAIN = "abakus_plain";

    static final String ID = "abakus_id";
    static final String TASK = "abakus_task";
    /** A value that the sender created for this one send. */
    static final String TOKEN = "abakus_token";

    static final String ROOT_ID = "abakus_root_id";
    static final String PARENT_ID = "abakus_parent_id";
    static final String RETRIES = "abakus_retries";
    static final String ETA = "abakus_eta";
    static final String HOLD_UNTIL = "abakus_hold_until";
    static final String HOLD_SLOT = "abakus_hold_slot";
    static final String HOLD_GRANT = "abakus_hold_grant";

    static final String EXPIRES = "abakus_expires";
    static final String SHADOW = "abakus_shadow";

    /** In milliseconds; zero if the call asked for no limit. */
    static final String TIME_LIMIT = "abakus_time_limit";

    static final String SOFT_TIME_LIMIT = "abakus_soft_time_limit";

    /** The queue that it was sent to, for finding it elsewhere; in messages that may expire, and in parked ones. */
    static final String QUEUE = "abakus_queue";

    /** When it was first sent; in parked messages, whose JMS timestamp says when they came to their queue. */
    static final String SENT = "abakus_sent";

    static final String EXCHANGE = "abakus_exchange";
    static final String ROUTING_KEY = "abakus_routing_key";

    /**
     * The names of the headers in order, escaped, separated by blanks; a header without a property of its own is null.
     */
    static final String HEADERS = "abakus_headers";

    /** JMS's own name. */
    static final String GROUP = "JMSXGroupID";

    static final String ORIGIN = "abakus_origin";
    static final String CONTENT_TYPE = "abakus_content_type";
    static final String COMPRESSION = "abakus_compression";

    /** Whether nobody wants the result; if absent, the task's own setting applies. */
    static final String IGNORE_RESULT = "abakus_ignore_result";

    /** What is sent when it has succeeded: a JSON array of signatures. */
    static final String LINK = "abakus_link";

    /** What is sent when it has failed: a JSON array of signatures. */
    static final String LINK_ERROR = "abakus_link_error";

    /** In news: the task's new state, with the node that reports it and when. */
    static final String STATE = "abakus_state";

    static final String NODE = "abakus_node";
    static final String AT = "abakus_at";

    /**
     * In what nodes say to each other: the run of the node that says it. {@link #TO} is the only run that is to receive
     * it.
     */
    static final String RUN = "abakus_run";

    static final String TO = "abakus_to";

    /** The arguments for display in a console; nobody reads them back. */
    static final String ARGUMENTS = "abakus_args";

    /** The context's keys in order, separated by blanks; a key without a property of its own is null. */
    static final String CONTEXT_KEYS = "abakus_context";

    static final String CONTEXT_PREFIX = "abakus_ctx_";

    /** How often a worker has given the message back because it could not run it then. */
    static final String RETURNS = "abakus_returns";

    /**
     * How often it was given back in addition during an outage that affects other tasks too; there is no limit on
     * these.
     */
    static final String RETURNS_AWAY = "abakus_returns_away";

    /** Why it was last given back, and when it was first given back for that reason. */
    static final String RETURNED_FOR = "abakus_returned_for";

    static final String RETURNED_SINCE = "abakus_returned_since";

    /** How many of the returns happened without an outage that affects other tasks too. */
    static final String RETURNS_ALONE = "abakus_returns_alone";

    static final String DEAD_REASON = "abakus_dead_reason";
    static final String DEAD_DETAIL = "abakus_dead_detail";
    static final String DEAD_QUEUE = "abakus_dead_queue";
    static final String DEAD_AT = "abakus_dead_at";
    static final String DEAD_NODE = "abakus_dead_node";

    /** The JMSType of a message that only asks whether somebody consumes the queue. */
    static final String PROBE_TYPE = "abakus.probe";

    private WireFormat() {}
}
