package no.abakus.tasks.transport.jms;

/** The names of the message properties, and the version of the whole. */
final class WireFormat {

    /** Raised when a message can no longer be read by a worker of the version before. */
    static final int VERSION = 1;

    static final String VERSION_PROPERTY = "abakus_version";
    /** The message has none of the properties that only some messages have, and nobody need look for them. */
    static final String PLAIN = "abakus_plain";

    static final String ID = "abakus_id";
    static final String TASK = "abakus_task";
    /** What its sender made up for this send alone. */
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

    /** Milliseconds; zero where the call said that there is no limit. */
    static final String TIME_LIMIT = "abakus_time_limit";

    static final String SOFT_TIME_LIMIT = "abakus_soft_time_limit";

    /** The queue it was sent to, for whoever finds it elsewhere; in messages that may expire, and in those that are parked. */
    static final String QUEUE = "abakus_queue";

    /** When it was first sent; in messages that were parked, whose JMS timestamp says when they came to their queue. */
    static final String SENT = "abakus_sent";

    static final String EXCHANGE = "abakus_exchange";
    static final String ROUTING_KEY = "abakus_routing_key";

    /** The names of the headers in their order, escaped, separated by blanks; one without a property of its own is null. */
    static final String HEADERS = "abakus_headers";

    /** JMS's own name. */
    static final String GROUP = "JMSXGroupID";

    static final String ORIGIN = "abakus_origin";
    static final String CONTENT_TYPE = "abakus_content_type";
    static final String COMPRESSION = "abakus_compression";

    /** Whether nobody wants the result; absent: what the task says of itself. */
    static final String IGNORE_RESULT = "abakus_ignore_result";

    /** What is sent when it has succeeded: a JSON array of signatures. */
    static final String LINK = "abakus_link";

    /** What is sent when it has failed: a JSON array of signatures. */
    static final String LINK_ERROR = "abakus_link_error";

    /** Of news: what has become of the task, which node says so, and when. */
    static final String STATE = "abakus_state";

    static final String NODE = "abakus_node";
    static final String AT = "abakus_at";

    /** Of what nodes say to each other: which run of the node says so, and which alone is to hear it. */
    static final String RUN = "abakus_run";

    static final String TO = "abakus_to";

    /** The arguments as a console may show them; nobody reads them back. */
    static final String ARGUMENTS = "abakus_args";

    /** The context's keys in their order, separated by blanks; a key without a property of its own is null. */
    static final String CONTEXT_KEYS = "abakus_context";

    static final String CONTEXT_PREFIX = "abakus_ctx_";

    /** How often a worker has given the message back because it could not run it then. */
    static final String RETURNS = "abakus_returns";

    /** How often besides, while something was away that others need as well: of these there may be any number. */
    static final String RETURNS_AWAY = "abakus_returns_away";

    /** Why it was given back the last time, and when it was first given back for that. */
    static final String RETURNED_FOR = "abakus_returned_for";

    static final String RETURNED_SINCE = "abakus_returned_since";

    /** How often of these nothing was away that others need as well. */
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
