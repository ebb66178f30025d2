package org.guichet.core.allot;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;

/** How many places of each centre and week all classes above the ordinary one may take together in a run (rule 9). */
public final class Quotas {
    private final Stock stock;
    private final int[] places;

    private Quotas(Stock stock, int[] places) {
        this.stock = stock;
        this.places = places;
    }

    /** As {@code most} says for a centre and the Monday of a week. */
    public static Quotas of(Stock stock, ToIntBiFunction<String, LocalDate> most) {
        var mondays = stock.weeks().mondays();
        var places = stock.centres().stream()
                .flatMapToInt(centre -> mondays.stream().mapToInt(monday -> most.applyAsInt(centre, monday)))
                .toArray();
        if (Arrays.stream(places).anyMatch(it -> it < 0)) {
            throw new IllegalArgumentException("A quota is no less than nothing");
        }
        return new Quotas(stock, places);
    }

    /** Nothing is kept for any class: all stand in the ordinary line. */
    public static Quotas none(Stock stock) {
        return of(stock, (_, _) -> 0);
    }

    /** So many of a hundred of the places of the stock, rounded down. */
    public static Quotas percent(Stock stock, int percent) {
        return of(stock, (centre, monday) -> {
            var all = stock.places().stream()
                    .filter(it ->
                            it.centre().equals(centre) && Weeks.monday(it.day()).equals(monday))
                    .count();
            return Math.toIntExact(all * percent / 100);
        });
    }

    /** Where the quota of a centre and a week stands in {@link #places}. */
    static int part(Stock stock, int centre, int week) {
        return centre * stock.weeks().mondays().size() + week;
    }

    int[] places() {
        return places.clone();
    }

    /** Of one centre and the week that begins on this Monday; nothing where there are no places. */
    public int of(String centre, LocalDate monday) {
        var week = stock.weeks().mondays().indexOf(monday);
        return week < 0 || stock.centre(centre) < 0 ? 0 : places[part(stock, stock.centre(centre), week)];
    }

    boolean isNone() {
        return Arrays.stream(places).allMatch(it -> it == 0);
    }

    void tell(Consumer<String> lines) {
        var mondays = stock.weeks().mondays();
        var some = IntStream.range(0, places.length).filter(i -> places[i] > 0).toArray();
        lines.accept("quotas " + some.length);
        for (var i : some) {
            lines.accept("quota " + stock.centres().get(i / mondays.size()) + " " + mondays.get(i % mondays.size())
                    + " " + places[i]);
        }
    }
}
