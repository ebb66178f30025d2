package org.guichet.app.demo;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;

/** Invents people from one seed: the same seed, the same people. */
final class People {
    private static final long SEED = 20_210_422;
    private static final Instant FIRST_ASKS = Instant.parse("2021-03-29T05:00:00Z");
    private static final Duration ASKING_LASTS = Duration.ofHours(14 * 24 - 8);

    private static final List<Origin> ORIGINS = List.of(
            new Origin("DZ", "Benali Haddad Meziane Bouzid Kaci Amrani", "Amina Karim Yasmine Sofiane Nadia Rachid"),
            new Origin("MA", "Alaoui Bennani Tazi Idrissi Chraibi", "Fatima Youssef Khadija Hamza Salma Omar"),
            new Origin("TN", "Trabelsi Gharbi Jaziri Mansour", "Leïla Mehdi Ines Walid Rim Anis"),
            new Origin("ML", "Traoré Coulibaly Diarra Keita Sissoko", "Mamadou Aminata Moussa Fatoumata Ibrahim Awa"),
            new Origin("SN", "Diop Ndiaye Fall Sarr Gueye", "Ousmane Mariama Cheikh Aïssatou Abdou Ndeye"),
            new Origin("CI", "Kouassi Koné Yao Bamba", "Serge Adjoua Patrick Affoué Didier Akissi"),
            new Origin("CD", "Mbala Kabongo Ilunga Tshibanda", "Grâce Joël Esther Christian Béatrice Dieudonné"),
            new Origin("LK", "Sivakumar Nadarajah Rajaratnam", "Tharshini Kumar Vasanthi Suresh"),
            new Origin("BD", "Rahman Hossain Akter Chowdhury", "Nasrin Abdul Rokeya Jamal"),
            new Origin("CN", "Wang Li Zhang Chen Liu", "Wei Mei Jun Xiaoyan Ming Lan"),
            new Origin("TR", "Yılmaz Kaya Demir Şahin", "Elif Mehmet Zeynep Ali"),
            new Origin("UA", "Kovalenko Shevchenko Bondarenko", "Olena Andriy Iryna Dmytro"),
            new Origin("BR", "Silva Souza Pereira Costa", "Ana João Beatriz Lucas"),
            new Origin("PH", "Santos Reyes Cruz", "Maria Jose Angelica Ramon"));

    private record Origin(String country, String families, String givenNames) {}

    private final Random random = new Random(SEED);
    private final List<Invented> invented = new ArrayList<>();

    private People() {}

    /** So many requests, in the order in which they are made. */
    static List<Invented> invent(int count) {
        var people = new People();
        for (int i = 0; i < count; i++) {
            people.invented.add(people.next(i));
        }
        return people.invented.stream()
                .sorted(Comparator.comparing(Invented::asksAt))
                .toList();
    }

    private Invented next(int index) {
        // Many come in the first days, as if speed were worth something.
        var when = Math.pow(random.nextDouble(), 1.7);
        var asksAt = FIRST_ASKS.plus(Duration.ofSeconds((long) (ASKING_LASTS.toSeconds() * when)));
        var answer = answer();
        // Every fiftieth asks again, as people do who are not sure that it worked the first time.
        var again = index % 50 == 49;
        var persons = again ? invented.get(index - 25).application().persons() : persons();
        var pool = again ? invented.get(index - 25).application().pool() : pool();
        var application = new Application(
                pool,
                UUID.nameUUIDFromBytes(("demo " + SEED + " " + index).getBytes(StandardCharsets.UTF_8)),
                language(),
                persons,
                together(pool, persons.size()),
                wishes(pool),
                reach(persons.getFirst(), index));
        return new Invented(application, asksAt, answer, visit());
    }

    private Invented.Answer answer() {
        var chance = random.nextInt(100);
        if (chance < 50) {
            return Invented.Answer.YES_SOON;
        }
        if (chance < 82) {
            return Invented.Answer.YES_LATE;
        }
        return chance < 91 ? Invented.Answer.NO : Invented.Answer.SILENCE;
    }

    private Invented.Visit visit() {
        var chance = random.nextInt(100);
        if (chance < 80) {
            return Invented.Visit.COMPLETE;
        }
        return chance < 92 ? Invented.Visit.INCOMPLETE : Invented.Visit.ABSENT;
    }

    private String pool() {
        var chance = random.nextInt(100);
        if (chance < 66) {
            return "aes-famille";
        }
        return chance < 95 ? "aes-travail" : "remise-titre";
    }

    private List<Applicant> persons() {
        var origin = ORIGINS.get(random.nextInt(ORIGINS.size()));
        var chance = random.nextInt(100);
        var count = chance < 62 ? 1 : chance < 88 ? 2 : 3 + random.nextInt(3);
        var family = one(origin.families());
        var givenNames = origin.givenNames().split(" ", -1);
        var first = random.nextInt(givenNames.length);
        var persons = new ArrayList<Applicant>();
        for (int i = 0; i < count; i++) {
            var year = i < 2 ? 1965 + random.nextInt(35) : 2004 + random.nextInt(14);
            persons.add(person(origin.country(), family, givenNames[(first + i) % givenNames.length], year));
        }
        return persons;
    }

    private Applicant person(String country, String family, String givenName, int year) {
        var whole = random.nextInt(10) > 0;
        var birth = whole
                ? new Applicant.Birth(year, Optional.of(1 + random.nextInt(12)), Optional.of(1 + random.nextInt(28)))
                : new Applicant.Birth(year, Optional.empty(), Optional.empty());
        var number = "%02d%c%c%05d".formatted(random.nextInt(100), letter(), letter(), random.nextInt(100_000));
        return new Applicant(
                family.toUpperCase(Locale.ROOT),
                givenName,
                "",
                birth,
                Optional.of(new Applicant.Document(Applicant.Document.Kind.PASSPORT, country, number)),
                "");
    }

    private char letter() {
        return (char) ('A' + random.nextInt(26));
    }

    private Language language() {
        var chance = random.nextInt(10);
        return chance < 6 ? Language.FR : chance < 8 ? Language.AR : Language.EN;
    }

    private Together together(String pool, int persons) {
        // The page would refuse more people at once than there are counters.
        var counters = pool.equals("aes-travail") ? 1 : 2;
        return switch (random.nextInt(4)) {
            case 0 -> Together.ADJACENT;
            case 1 -> Together.SAME_DAY;
            default -> persons > counters ? Together.SAME_DAY : Together.SIMULTANEOUS;
        };
    }

    private Wishes wishes(String pool) {
        var chance = random.nextInt(100);
        if (chance < 55 || pool.equals("aes-travail")) {
            return Wishes.ANYTHING;
        }
        var centre = List.of(chance < 88 ? "charcot" : "loire");
        var half = chance < 88 ? "a" : "m";
        var days = Stream.of(DayOfWeek.values())
                .filter(_ -> random.nextInt(3) > 0)
                .map(day -> day.getValue() + half)
                .collect(Collectors.toSet());
        days.add("4" + half);
        if (pool.equals("remise-titre")) {
            // The page would refuse a half day on which nobody is received.
            return Wishes.ANYTHING;
        }
        return new Wishes(centre, Moments.of(days), List.of(), Moments.ALL, List.of());
    }

    private Reach reach(Applicant first, int index) {
        var chance = random.nextInt(100);
        var mobile = "06 %02d %02d %02d %02d"
                .formatted(random.nextInt(100), random.nextInt(100), random.nextInt(100), random.nextInt(100));
        if (chance < 80) {
            var name = Normalizer.normalize(first.givenNames() + "." + first.familyName(), Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z.]", "");
            return new Reach(name + index + "@example.org", chance < 30 ? mobile : "", "", "");
        }
        if (chance < 92) {
            return new Reach("", mobile, "", "");
        }
        return chance < 96 ? Reach.AT_THE_DESK : new Reach("", "", "12 rue du Chevaleret, 75013 Paris", "");
    }

    private String one(String words) {
        var list = words.split(" ", -1);
        return list[random.nextInt(list.length)];
    }
}
