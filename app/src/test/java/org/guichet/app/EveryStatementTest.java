package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.guichet.app.platform.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

/** Every statement of the service compiles against the migrated schema, and an index can serve it. */
final class EveryStatementTest {
    private static final Pattern STATEMENT = Pattern.compile("(?s)^\\s*(with|select|insert|update|delete)\\b.*");
    private static final Pattern PARAMETER = Pattern.compile("\\?");

    // These tables have a few rows whatever happens, or are read whole on purpose.
    private static final Set<String> READ_WHOLE =
            Set.of("Seq Scan on authority ", "Seq Scan on demo_person ", "Seq Scan on leaf ");

    private record Statement(String name, String sql) {}

    @Test
    void every_statement_compiles_and_an_index_serves_it() throws SQLException {
        var database = World.fresh().get(EmbeddedDatabase.class);
        var statements = statements();
        assertThat(statements).hasSizeGreaterThan(60);
        var slow = new ArrayList<String>();
        // In simple mode, since a generic plan is explained without values.
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl() + "&preferQueryMode=simple",
                        database.getUsername(),
                        database.getPassword());
                var session = connection.createStatement()) {
            session.execute("set enable_seqscan = off");
            for (var statement : statements) {
                slow.addAll(wholeScans(session, statement));
            }
        }
        assertThat(slow).isEmpty();
    }

    private static List<String> wholeScans(java.sql.Statement session, Statement statement) throws SQLException {
        var scans = new ArrayList<String>();
        try (var plan = session.executeQuery("explain (generic_plan) " + numbered(statement.sql()))) {
            while (plan.next()) {
                var line = plan.getString(1);
                if (line.contains("Seq Scan on ") && READ_WHOLE.stream().noneMatch(line::contains)) {
                    scans.add(statement.name() + ": " + line.strip());
                }
            }
        }
        return scans;
    }

    private static List<Statement> statements() {
        var found = new ArrayList<Statement>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.guichet.app")) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(String.class)) {
                    var text = value(field.reflect());
                    if (STATEMENT.matcher(text).matches()) {
                        found.add(new Statement(type.getSimpleName() + "." + field.getName(), text));
                    }
                }
            }
        }
        return found;
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static String numbered(String sql) {
        var numbered = new StringBuilder();
        var parameters = PARAMETER.matcher(sql);
        for (int number = 1; parameters.find(); number++) {
            parameters.appendReplacement(numbered, "\\$" + number);
        }
        return parameters.appendTail(numbered).toString();
    }
}
