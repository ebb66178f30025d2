package org.guichet.core.allot;

/** What may still be taken of each centre and week by requests above the ordinary class. */
final class Share {
    private final Stock stock;
    private final int[] left;

    Share(Stock stock, Quotas quotas) {
        this.stock = stock;
        left = quotas.places();
    }

    /** Whether so many more may be taken in the centre and the week of a class. */
    boolean has(int number, int persons) {
        return left[part(number)] >= persons;
    }

    void take(int number, int persons) {
        left[part(number)] -= persons;
    }

    private int part(int number) {
        return Quotas.part(stock, stock.centreOf(number), stock.weeks().weekOf(stock.momentOf(number)));
    }
}
