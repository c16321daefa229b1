package no.abakus.h2;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * Before rolling back a transaction that is not the latest one started on this resource, asks H2 for the transactions
 * in doubt. Without that, H2 would not roll the transaction back.
 */
final class RecoverableResource implements XAResource {

    private final XAResource resource;

    /** The transaction that was started last; null after a commit or a rollback. */
    private Xid begun;

    RecoverableResource(XAResource resource) {
        this.resource = resource;
    }

    @Override
    public void start(Xid xid, int flags) throws XAException {
        resource.start(xid, flags);
        begun = xid;
    }

    @Override
    public void end(Xid xid, int flags) throws XAException {
        resource.end(xid, flags);
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        return resource.prepare(xid);
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        resource.commit(xid, onePhase);
        begun = null;
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        if (!xid.equals(begun)) {
            resource.recover(TMSTARTRSCAN | TMENDRSCAN);
        }
        resource.rollback(xid);
        begun = null;
    }

    @Override
    public void forget(Xid xid) throws XAException {
        resource.forget(xid);
    }

    @Override
    public Xid[] recover(int flags) throws XAException {
        return resource.recover(flags);
    }

    @Override
    public boolean isSameRM(XAResource other) throws XAException {
        return resource.isSameRM(other instanceof RecoverableResource same ? same.resource : other);
    }

    @Override
    public int getTransactionTimeout() throws XAException {
        return resource.getTransactionTimeout();
    }

    @Override
    public boolean setTransactionTimeout(int seconds) throws XAException {
        return resource.setTransactionTimeout(seconds);
    }
}
