package no.abakus.tasks.worker;

import no.abakus.tasks.Acks;

/** Waits for a slot for a task that is acknowledged before it runs. */
final class AwaitSlot implements Step {

    private final EarlySlots slots;

    AwaitSlot(EarlySlots slots) {
        this.slots = slots;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return line.acks() == Acks.EARLY;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
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
