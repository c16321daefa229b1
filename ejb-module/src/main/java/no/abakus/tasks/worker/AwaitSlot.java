package no.abakus.tasks.worker;

import no.abakus.tasks.Acks;

/** Waits for a slot if the task is acknowledged before it runs. */
final class AwaitSlot implements Step {

    private final EarlySlots slots;

    AwaitSlot(EarlySlots slots) {
        this.slots = slots;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        if (execution.acks().acks() != Acks.EARLY) {
            return rest.apply(execution);
        }
        slots.take(execution.message().id(), execution.begun());
        boolean isHandedOver = false;
        try {
            Outcome outcome = rest.apply(execution);
            isHandedOver = outcome instanceof Outcome.HandedOver;
            return outcome;
        } finally {
            if (!isHandedOver) {
                slots.free();
            }
        }
    }
}
