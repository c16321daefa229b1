package no.abakus.sample.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Collections;
import java.util.List;

/** Places of an event for the members of some groups. */
@Entity
@Table(name = "sample_pool")
public class Pool {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "event_id")
    private Event event;

    private int position;

    private String name;

    private int capacity;

    @Column(name = "group_names")
    @Convert(converter = GroupNames.class)
    private List<String> groups;

    protected Pool() {}

    Pool(Event event, int position, String name, int capacity, List<String> groups) {
        this.event = event;
        this.position = position;
        this.name = name;
        this.capacity = capacity;
        this.groups = List.copyOf(groups);
    }

    Event event() {
        return event;
    }

    String name() {
        return name;
    }

    int capacity() {
        return capacity;
    }

    /** Whether a member of these groups may have one of its places. */
    boolean takes(List<String> memberOf) {
        return !Collections.disjoint(groups, memberOf);
    }
}
