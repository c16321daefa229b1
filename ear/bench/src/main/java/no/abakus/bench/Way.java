package no.abakus.bench;

/** Who takes the task from its sender to its body. */
enum Way {
    OURS("ours", "abakus.bench", "no.abakus.tasks"),
    BARE("bare", "abakus.bare", "no.abakus.bench.bare");

    private final String parameter;
    private final String queue;
    private final String logger;

    Way(String parameter, String queue, String logger) {
        this.parameter = parameter;
        this.queue = queue;
        this.logger = logger;
    }

    /** What the deployed archive, and reports, call it. */
    String parameter() {
        return parameter;
    }

    /** What the broker calls its queue. */
    String queue() {
        return queue;
    }

    /** Where its log lines come from. */
    String logger() {
        return logger;
    }
}
