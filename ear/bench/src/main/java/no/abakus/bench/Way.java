package no.abakus.bench;

/** The ways of sending and running a task: through the task system, or through a hand-written sender and listener. */
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

    /** Returns the way's name in requests to the deployed archive and in reports. */
    String parameter() {
        return parameter;
    }

    /** Returns the broker's name for the way's queue. */
    String queue() {
        return queue;
    }

    /** Returns the name of the logger whose level switches the way's lines on and off. */
    String logger() {
        return logger;
    }
}
