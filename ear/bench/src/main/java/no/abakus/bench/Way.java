package no.abakus.bench;

/** What takes the task from its sender to its body. */
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

    /** Returns its name in the deployed archive and in reports. */
    String parameter() {
        return parameter;
    }

    /** Returns the broker's name for its queue. */
    String queue() {
        return queue;
    }

    /** Returns the logger of its lines. */
    String logger() {
        return logger;
    }
}
