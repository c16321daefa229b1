package no.abakus.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.abakus.tasks.AbakusTask;

/** A service with a transaction, a task, and a method without either. */
@ApplicationScoped
public class ShopService {

    /** Has a transaction. */
    @Transactional
    public void order() {}

    /** A task. */
    @AbakusTask(name = "shop.bill")
    public void bill() {}

    /** Has neither. */
    public void look() {}
}
