package no.abakus.bench.deployed;

import no.abakus.tasks.Tasks;

/** Sends tasks that fail. */
final class FailingSender implements Sender {

    private final Tasks tasks;

    FailingSender(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void send(int number) {
        tasks.delay(FailingTask::run, number, BareSender.TEXT);
    }
}
