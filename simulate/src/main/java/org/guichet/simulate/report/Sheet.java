package org.guichet.simulate.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table before it has words: the keys of its columns and rows, and its figures. */
record Sheet(String name, List<String> columns, List<Row> rows) {
    /** A row; {@code about} is the number that its name speaks of, if any. */
    record Row(String key, List<Cell> about, List<Cell> cells) {
        static Row of(String key, int decimals, double... values) {
            return new Row(key, List.of(), Cell.all(decimals, values));
        }

        Row about(double number, int decimals) {
            return new Row(key, List.of(new Cell(number, decimals)), cells);
        }
    }

    record Cell(double value, int decimals) {
        static List<Cell> all(int decimals, double... values) {
            return Arrays.stream(values)
                    .mapToObj(value -> new Cell(value, decimals))
                    .toList();
        }

        String in(Words words) {
            return words.number(value, decimals);
        }
    }

    /** These rows, in this order. */
    Sheet only(String... keys) {
        return new Sheet(
                name,
                columns,
                Arrays.stream(keys)
                        .flatMap(key -> rows.stream().filter(row -> row.key().equals(key)))
                        .toList());
    }

    /** Every fourth row and the last: enough to see where it goes. */
    Sheet everyFourth() {
        return new Sheet(
                name,
                columns,
                IntStream.range(0, rows.size())
                        .filter(row -> row % 4 == 3 || row == rows.size() - 1)
                        .mapToObj(rows::get)
                        .toList());
    }

    String title(Words words) {
        return words.say("sheet." + name);
    }

    List<String> heads(Words words) {
        return columns.stream().map(column -> words.say("column." + column)).toList();
    }

    static String name(Row row, Words words) {
        return words.say(
                "row." + row.key(), row.about().stream().map(it -> it.in(words)).toArray());
    }
}
