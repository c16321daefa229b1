package no.abakus.sample.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * The places of an event for certain groups. The database also checks that no more people are admitted than there are
 * places.
 */
@Entity
@Table(name = "sample_pool")
@SuppressWarnings("UnusedVariable") // event and place are read by the mapping of Event.pools
class Pool {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "event_id")
    private Event event;

    private int place;
    private String name;
    private int capacity;
    private int admitted;

    @Column(name = "group_names")
    @Convert(converter = GroupsColumn.class)
    private Groups groups;

    protected Pool() {}

    Pool(String id, Event event, int place, String name, int capacity, Groups groups) {
        this.id = id;
        this.event = event;
        this.place = place;
        this.name = name;
        this.capacity = capacity;
        this.groups = groups;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    int capacity() {
        return capacity;
    }

    /** Returns whether one more person from these groups gets a place. */
    boolean takes(Groups candidates) {
        return admitted < capacity && groups.overlap(candidates);
    }

    void takePlace() {
        admitted++;
    }

    void freePlace() {
        admitted--;
    }
}
