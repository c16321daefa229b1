package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.abakus.tasks.delay.ParkingLot;

/**
 * While the application runs, moves delayed tasks to the database, and moves them to their queues shortly before they
 * are due.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DelayLifecycle {

    @Inject
    private ParkingLot parking;

    @PostConstruct
    void begin() {
        parking.begin();
    }

    @PreDestroy
    void end() {
        parking.end();
    }
}
