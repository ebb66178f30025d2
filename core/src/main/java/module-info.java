/**
 * The rules of fairness: a sceptic reads this module in an afternoon and runs it without a database. It uses the JDK
 * and one BLS library, nothing else; in particular it cannot see {@code java.sql}.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("requires-automatic") // jblst has no module of its own
module org.guichet.core {
    requires jblst;
    requires static transitive org.jspecify;

    exports org.guichet.core.allot;
    exports org.guichet.core.allot.check;
    exports org.guichet.core.beacon;
    exports org.guichet.core.calendar;
    exports org.guichet.core.draw;
    exports org.guichet.core.ledger;
    exports org.guichet.core.ledger.leaf;
    exports org.guichet.core.ledger.note;
    exports org.guichet.core.planning;
    exports org.guichet.core.text;
}
