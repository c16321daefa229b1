package no.abakus.tasks.module;

import no.abakus.tasks.spi.HealthProbe;

/**
 * Checks whether the web modules of all tasks have started. On a server whose listeners start first, tasks wait until
 * then.
 */
final class ModulesProbe implements HealthProbe {

    private final TaskModules modules;

    ModulesProbe(TaskModules modules) {
        this.modules = modules;
    }

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public void check() throws InterruptedException {
        for (TaskModule module : modules.all()) {
            if (!module.awaitStart(0)) {
                throw new IllegalStateException("The web module " + module + " has not started yet, so its tasks wait");
            }
        }
    }
}
