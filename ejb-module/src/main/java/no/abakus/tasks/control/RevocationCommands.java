package no.abakus.tasks.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.Pause;
import no.abakus.tasks.worker.Interruption;
import no.abakus.tasks.worker.RunningTask;
import no.abakus.tasks.worker.RunningTasks;

/**
 * Handles the announcements of revocations and pauses on this node. Remembers them, and interrupts running tasks if a
 * revocation asks for that.
 */
final class RevocationCommands {

    private static final String[] NOTHING = {};

    private final StandingOrders orders;
    private final RunningTasks running;

    RevocationCommands(StandingOrders orders, RunningTasks running) {
        this.orders = orders;
        this.running = running;
    }

    void answerIn(NodeMessaging conversation) {
        conversation.answer(Orders.REVOKE_IDS.by(this::revoke));
        conversation.answer(Orders.REVOKE_MATCHING.by(this::revoke));
        conversation.answer(Orders.PAUSE.by(this::pause));
        conversation.answer(Orders.RESUME.by(this::resume));
    }

    private String[] revoke(Orders.Ids ids) {
        ids.revocations().forEach(orders::heard);
        List<String> terminated = ids.revocations().stream()
                .filter(Revocation::terminate)
                .map(Revocation::id)
                .toList();
        return terminated.isEmpty() ? NOTHING : interrupt(task -> terminated.contains(task.id()));
    }

    private String[] revoke(MatchingRevocation revocation) {
        orders.heard(revocation);
        if (!revocation.terminate()) {
            return NOTHING;
        }
        // Earlier revocations may match the task, too, but apply only to tasks that were sent before them.
        return interrupt(task -> StandingOrders.appliesToRunning(revocation, task.message()));
    }

    private String[] interrupt(Predicate<RunningTask> which) {
        List<String> interrupted = new ArrayList<>();
        for (RunningTask task : running.all()) {
            if (which.test(task) && task.interrupt(new Interruption.Terminated())) {
                interrupted.add(task.id());
            }
        }
        return interrupted.toArray(String[]::new);
    }

    private String[] pause(Pause pause) {
        orders.heard(pause);
        return NOTHING;
    }

    private String[] resume(Pause pause) {
        orders.resumed(pause.of(), pause.name());
        return NOTHING;
    }
}
