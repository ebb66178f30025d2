package org.guichet.app.platform;

import java.time.Duration;

/** Every bound of the service has its name here, so that nobody has to look for it. */
public final class Limits {
    public static final int PERSONS_MAX = 6;
    public static final int NAME_LENGTH_MAX = 100;
    public static final int DOCUMENT_LENGTH_MAX = 30;
    public static final int EMAIL_LENGTH_MAX = 254;
    public static final int ADDRESS_LENGTH_MAX = 300;
    public static final int ASSOCIATION_LENGTH_MAX = 150;

    /** What an agent writes about a dossier that is not complete. */
    public static final int REMARK_LENGTH_MAX = 500;

    /** So much of a field goes back to the page to be corrected: it shows that the field is too long. */
    public static final int TYPED_KEPT_MAX = REMARK_LENGTH_MAX + 1;

    public static final int IMPOSSIBLE_RANGES_MAX = 5;
    public static final int AGE_YEARS_MAX = 120;

    /** Answers travel sealed in the address for a day; more than 20 hours asks for no warning (WCAG 2.2.1). */
    public static final Duration ANSWERS_LIVE = Duration.ofDays(1);

    /** How long a page opened with number and year of birth stays open before they are asked again. */
    public static final Duration LOOKING_LIVES = Duration.ofHours(2);

    /** How long the right to change things lasts after the full date of birth was given. */
    public static final Duration ACTING_LIVES = Duration.ofMinutes(30);

    public static final int BIRTH_TRIES_MAX = 5;
    public static final Duration BIRTH_TRIES_WITHIN = Duration.ofDays(1);

    /** Behind one network there may be a library, a hostel, or everybody of a mobile carrier. */
    public static final int ASKED_FROM_NETWORK_MAX = 2_000;

    public static final Duration ASKED_FROM_NETWORK_WITHIN = Duration.ofHours(1);

    /** Whoever helps more people than this is declared in the catalogue. */
    public static final int ASKED_FOR_CONTACT_MAX = 30;

    public static final Duration ASKED_FOR_CONTACT_WITHIN = Duration.ofDays(7);

    /** Plans change, and change again; each time every way to reach the person gets two messages. */
    public static final int CHOSEN_AGAIN_MAX = 6;

    public static final Duration CHOSEN_AGAIN_WITHIN = Duration.ofDays(1);

    /** One request is enough for a person; whoever lost the number, mistyped or asks with others needs a few. */
    public static final int ASKED_FOR_PERSON_MAX = 10;

    public static final Duration ASKED_FOR_PERSON_WITHIN = Duration.ofDays(7);
    public static final int TRIED_FROM_NETWORK_MAX = 300;
    public static final Duration TRIED_FROM_NETWORK_WITHIN = Duration.ofHours(1);

    /** How often a declared one may do what others may do once, at most. */
    public static final int SHARED_TIMES_MAX = 1_000;

    /** How often one node tells the others what it counted, and how many targets it remembers. */
    public static final Duration COUNTS_TOLD_EVERY = Duration.ofSeconds(1);

    public static final int COUNTED_IN_MEMORY_MAX = 50_000;

    /** The same word about a second request is written once in so long, however often somebody asks again. */
    public static final Duration SECOND_TOLD_ONCE_WITHIN = Duration.ofDays(1);

    /** So many passwords are being checked, one after the other, or wait for it: for some three seconds. */
    public static final int SIGN_INS_AT_ONCE_MAX = 10;

    /** Wrong passwords for one name from one network, for it from all of them, and from one network for all names. */
    public static final int SIGN_IN_TRIES_MAX = 10;

    public static final int SIGN_IN_TRIES_ON_NAME_MAX = 100;
    public static final int SIGN_IN_TRIES_FROM_NETWORK_MAX = 100;
    public static final Duration SIGN_IN_TRIES_WITHIN = Duration.ofMinutes(10);

    /** No run spends somebody's turn on a place nearer than this, and an offer of such a place is never a silence. */
    public static final Duration OFFER_LEAD = Duration.ofDays(2);

    /** A freed place is offered until so long before it begins; half of it is left to answer. */
    public static final Duration FREED_LEAD = Duration.ofHours(4);

    /** An offer ends so long before its place, or half-way to it where that is later. */
    public static final Duration OFFER_ENDS_BEFORE_PLACE = Duration.ofDays(1);

    /** No place nearer than this is chosen on the calendar: somebody has to find the way. */
    public static final Duration CHOICE_LEAD = Duration.ofHours(2);

    /** How long a chosen place is kept while the rest of the form is filled. */
    public static final Duration CHOSEN_KEPT = Duration.ofMinutes(15);

    /** Whoever goes on choosing it keeps it so long in all; then it is free for a moment, for whoever comes first. */
    public static final Duration CHOSEN_KEPT_IN_ALL = Duration.ofHours(1);

    /** At most this part of the places that can be chosen is kept for people who are choosing: one in so many. */
    public static final int CHOSEN_KEPT_ONE_IN = 2;

    /** More people than this who wait are a line, whatever would suit them. */
    public static final int LINE_READ_MAX = 20;

    /** A job that is done says so again and again; after so many times that it did not, another node does it. */
    public static final Duration JOB_BEATS_EVERY = Duration.ofSeconds(1);

    public static final int JOB_BEATS_MISSED_MAX = 5;

    /** After a failure the mail server is left alone so long, then twice as long, up to the longest pause. */
    public static final Duration MAIL_PAUSE = Duration.ofSeconds(1);

    public static final Duration MAIL_PAUSE_MAX = Duration.ofMinutes(1);

    /** Batches of mail that a node sends at once, each over a connection of its own. */
    public static final int MAIL_CONNECTIONS_MAX = 4;

    /** After so long of sending without a pause it is looked for what failed meanwhile. */
    public static final Duration MAIL_SENT_FOR = Duration.ofMinutes(1);

    /** An address that a mail server still refuses after so long is none: an agent hears of it. */
    public static final Duration MAIL_REFUSED_FOR = Duration.ofDays(2);

    /** While the database is away it is asked so often; nobody else waits for it. */
    public static final Duration DATABASE_ASKED_AGAIN = Duration.ofSeconds(1);

    /**
     * A person is told after so long that the database does not answer, whatever it does with what was asked. Longer
     * than anybody holds the lock of a pool, but for a run of tens of thousands, and than a line of millions is read.
     */
    public static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    /** When whoever could not be served may come again. */
    public static final Duration COME_AGAIN = Duration.ofMinutes(1);

    /** How often the service says that it is alive, and after how long without a word it was not: deadlines move. */
    public static final Duration ALIVE_EVERY = Duration.ofSeconds(10);

    public static final Duration OUTAGE_MIN = Duration.ofMinutes(2);

    /** How often room for new rows is looked for on the disk, though nothing was refused here. */
    public static final Duration ROOM_TRIED_EVERY = Duration.ofMinutes(1);

    /**
     * An answer counts so long after the time that was told: what was sent in time waited for its turn, met an outage
     * that moves nothing, or was sent once more after a minute, as the page had said.
     */
    public static final Duration ANSWER_GRACE = OUTAGE_MIN;

    /** So long a chosen place is kept in truth, for whoever sends the form in the time that was told. */
    public static final Duration CHOSEN_HELD = CHOSEN_KEPT.plus(ANSWER_GRACE);

    /** After an outage an offer can be answered until so long before its place, however near its day has come. */
    public static final Duration OFFER_ENDS_AT_LAST = Duration.ofHours(2);

    public static final int SILENCES_BEFORE_SLEEP = 2;

    /** So long after its day agents may still note what became of an appointment; then the request goes on without. */
    public static final Duration NOTED_AFTER_MAX = Duration.ofDays(7);

    public static final Duration PLACES_PUBLISHED_AHEAD = Duration.ofDays(42);

    /** How far one looks ahead in what the opening rules will make. */
    public static final int WEEKS_LOOKED_AHEAD = 78;

    /** How many different wishes of a line have their forecast kept, 125 kB each; others have it made for each look. */
    public static final int FORECASTS_KEPT_MAX = 100;

    public static final int WITNESSES_MAX = 32;

    /** How long a witness may take to answer. */
    public static final Duration WITNESS_PATIENCE = Duration.ofSeconds(10);

    /** After a failure a witness is left alone so long, then twice as long, up to the longest pause. */
    public static final Duration WITNESS_PAUSE = Duration.ofSeconds(5);

    public static final Duration WITNESS_PAUSE_MAX = Duration.ofMinutes(1);

    /** How many transactions of one node write requests of one line: while one is made durable, the next is sent. */
    public static final int WRITING_AT_ONCE_MAX = 2;

    /** How many requests of one line one transaction writes; so many more wait in vain if it fails. */
    public static final int WRITTEN_TOGETHER_MAX = 256;

    /** How many requests of one line wait in the memory of one node until they are written. */
    public static final int WAITING_TO_BE_WRITTEN_MAX = 2_000;

    /** How many statements of one node read how requests stand, for how many of them each, and how many may wait. */
    public static final int LOOKING_AT_ONCE_MAX = 2;

    public static final int LOOKED_AT_TOGETHER_MAX = 256;
    public static final int WAITING_TO_LOOK_MAX = 10_000;

    /** Statements that read for a few each, one right after the other, would cost more than all the rest of a look. */
    public static final Duration LOOKING_APART = Duration.ofMillis(5);

    /** How many requests one node works on at the same time; the others wait, and take hardly any memory. */
    public static final int REQUESTS_AT_ONCE_MAX = 512;

    /** A request that has not arrived to its last byte by then never will. */
    public static final Duration ARRIVING_MAX = Duration.ofSeconds(20);

    /** So many whole orders one node sends at a time, since whoever reads slowly keeps a turn and a part of it. */
    public static final int ORDERS_SENT_AT_ONCE_MAX = 16;

    /** So many of them are at the database at a time, and leave its connections to everybody else. */
    public static final int PARTS_READ_AT_ONCE_MAX = 2;

    /** A power of two, so that the roots over the parts of an order are the leaves of a tree with the same root. */
    public static final int LOTS_IN_PART = 256;

    /** So many roots over parts are remembered: enough for 25 million lots. */
    public static final int PARTS_REMEMBERED_MAX = 100_000;

    /** How long somebody waits until the parts of an order are read for the first time. */
    public static final Duration PARTS_READ_WITHIN = Duration.ofSeconds(5);

    /** So much of what no page asked for is still read, so that its sender hears the answer. */
    public static final int UNASKED_BYTES_MAX = 1024 * 1024;

    /** So many of those who were drawn enter the line under one lock: for about a second. */
    public static final int ENTERING_AT_ONCE = 10_000;

    /** How many transactions of one node are at the lock of one line: the next is there when the one before is over. */
    static final int TURNS_AT_ONCE_MAX = 2;

    /**
     * How many requests of one node are at the lock of one line or wait for it, and at those of all lines. Whoever
     * comes beyond is told at once that many come at this moment: else those who ask and look would find no turn.
     */
    public static final int AT_ONE_LOCK_MAX = REQUESTS_AT_ONCE_MAX / 2;

    static final int AT_LOCKS_MAX = REQUESTS_AT_ONCE_MAX * 3 / 4;

    /** How long somebody waits for that before he is told the same. */
    static final Duration TURN_PATIENCE = Duration.ofSeconds(20);

    /** Of so many forms a node knows that they were counted. */
    public static final int FORMS_REMEMBERED_MAX = 20_000;

    public static final long DISK_FREE_BYTES_MIN = 300L * 1024 * 1024;

    private Limits() {}
}
