package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.guichet.core.text.Canonical;

/**
 * The free places of a run, sorted into classes. A <b>class</b> is all places of one centre that begin at one moment:
 * to a single person they are alike. The same places make the same stock, in whatever order they are given.
 *
 * <p>Places, centres and moments are numbered in ascending order. A class has a number too: those of one centre follow
 * one another in the order of time and fill whole words of 64 bits, as {@link Times} do.
 */
public final class Stock {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");

    /** Where a place is, so that it is found again. */
    private record Spot(String centre, int counter, Moment moment) {}

    private final List<Place> places;
    private final List<String> centres;
    private final List<Moment> moments;
    private final Weeks weeks;
    private final int words;
    private final int[] classes;
    private final int[] first;
    private final int[] capacity;
    private final int[] following;

    private Stock(List<Place> places) {
        this.places = places;
        centres = places.stream().map(Place::centre).distinct().sorted().toList();
        moments = places.stream().map(Place::moment).distinct().toList();
        weeks = new Weeks(moments);
        words = Times.words(moments.size());
        classes = places.stream()
                .mapToInt(it -> number(centre(it.centre()), moment(it.moment())))
                .toArray();
        first = new int[classes()];
        capacity = new int[classes()];
        for (var place = places.size() - 1; place >= 0; place--) {
            first[classes[place]] = place;
            capacity[classes[place]]++;
        }
        following = following(places);
    }

    /** Two places of one counter that begin together, and two of one number, are refused. */
    public static Stock of(Collection<Place> places) {
        places.forEach(Stock::judge);
        if (places.stream().map(Place::id).distinct().count() != places.size()) {
            throw new IllegalArgumentException("Two places have one number");
        }
        return new Stock(places.stream().sorted(Place.EARLIEST).toList());
    }

    /** The places, the earliest first. */
    public List<Place> places() {
        return places;
    }

    /** The codes of the centres, ascending. */
    public List<String> centres() {
        return centres;
    }

    /** When places begin, ascending. */
    public List<Moment> moments() {
        return moments;
    }

    /** The moments that suit; what is asked often is better asked once and kept. */
    public Times times(Predicate<Moment> suit) {
        return Times.of(moments.size(), it -> suit.test(moments.get(it)));
    }

    /** What is in these centres at these times; a centre without places counts for nothing. */
    public Wish wish(Collection<String> centres, Times times) {
        var numbers = centres.stream().mapToInt(this::centre).filter(it -> it >= 0);
        return new Wish(numbers.sorted().distinct().toArray(), times);
    }

    /** What is in the centres that suit at the moments that suit. */
    public Wish wish(Predicate<String> where, Predicate<Moment> when) {
        return wish(centres.stream().filter(where).toList(), times(when));
    }

    /** All of it. */
    public Wish anything() {
        return wish(centres, times(_ -> true));
    }

    /**
     * The centres and the moments of all places that suit, and nothing else if what suits is some centres at some
     * moments. One place of each class is asked about.
     */
    public Wish span(Predicate<Place> suit) {
        var where = new BitSet();
        var when = new BitSet();
        for (var place = 0; place < classes.length; place += capacity[classes[place]]) {
            if (suit.test(places.get(place))) {
                where.set(centreOf(classes[place]));
                when.set(momentOf(classes[place]));
            }
        }
        return new Wish(where.stream().toArray(), Times.of(moments.size(), when::get));
    }

    boolean suits(Wish wish, int place) {
        return wish.includes(centreOf(classes[place]), momentOf(classes[place]));
    }

    /** The number of a place of this stock. */
    int place(Place place) {
        return Collections.binarySearch(places, place, Place.EARLIEST);
    }

    public boolean suits(Wish wish, Place place) {
        return wish.includes(centre(place.centre()), moment(place.moment()));
    }

    /** Negative if no place is there. */
    int centre(String code) {
        return Collections.binarySearch(centres, code);
    }

    int moment(Moment moment) {
        return Collections.binarySearch(moments, moment);
    }

    Weeks weeks() {
        return weeks;
    }

    /** How many words of 64 moments a centre has. */
    int words() {
        return words;
    }

    /** How many numbers of classes there are, with those of classes that have no places. */
    int classes() {
        return centres.size() * words * Long.SIZE;
    }

    int number(int centre, int moment) {
        return centre * words * Long.SIZE + moment;
    }

    int centreOf(int number) {
        return number / (words * Long.SIZE);
    }

    int momentOf(int number) {
        return number % (words * Long.SIZE);
    }

    int classOf(int place) {
        return classes[place];
    }

    /** The first place of a class; the others follow, by counter. */
    int first(int number) {
        return first[number];
    }

    /** How many places a class has. */
    int capacity(int number) {
        return capacity[number];
    }

    /** This place and those that follow it at its counter, so many if there are. */
    List<Integer> chain(int first, int persons) {
        var chain = new ArrayList<Integer>(persons);
        for (var place = first; place >= 0 && chain.size() < persons; place = following[place]) {
            chain.add(place);
        }
        return chain;
    }

    /** A class and nothing else. */
    Wish only(int number) {
        return new Wish(new int[] {centreOf(number)}, Times.only(moments.size(), momentOf(number)));
    }

    private static int[] following(List<Place> places) {
        var at = new HashMap<Spot, Integer>();
        for (var place = 0; place < places.size(); place++) {
            var it = places.get(place);
            if (at.put(new Spot(it.centre(), it.counter(), it.moment()), place) != null) {
                throw new IllegalArgumentException("A counter receives two dossiers at one time");
            }
        }
        return IntStream.range(0, places.size())
                .map(place -> {
                    var it = places.get(place);
                    return at.getOrDefault(new Spot(it.centre(), it.counter(), new Moment(it.day(), it.end())), -1);
                })
                .toArray();
    }

    private static void judge(Place place) {
        if (place.id() < 0
                || place.id() > Canonical.NUMBER_MAX
                || place.counter() < 0
                || !place.start().isBefore(place.end())
                || !Canonical.isWhole(place.start())
                || !Canonical.isWhole(place.end())
                || !CODE.matcher(place.centre()).matches()) {
            throw new IllegalArgumentException("A place has a number, a centre, a counter and whole seconds: " + place);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stock stock && places.equals(stock.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    @Override
    public String toString() {
        return places.size() + " places in "
                + Arrays.stream(capacity).filter(it -> it > 0).count() + " classes";
    }
}
