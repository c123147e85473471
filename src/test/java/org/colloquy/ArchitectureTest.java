package org.colloquy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The map of the house: which room may touch which, and which outside library lives where. */
class ArchitectureTest {
    /** Room to the rooms it may touch. A room that is missing here fails the test. */
    private static final Map<String, Set<String>> MAY_TOUCH =
            Map.ofEntries(
                    Map.entry("common", Set.of()),
                    Map.entry("settings", Set.of("common")),
                    Map.entry("database", Set.of("common", "settings")),
                    Map.entry("worker", Set.of("common")),
                    Map.entry("people", Set.of("common", "database")),
                    Map.entry("audit", Set.of("common", "database", "people")),
                    Map.entry("history", Set.of("common", "database", "people", "audit")),
                    Map.entry("criteria", Set.of("common", "database", "people")),
                    Map.entry("assessment", Set.of("common", "database", "people", "criteria")),
                    Map.entry(
                            "glossary",
                            Set.of("common", "database", "people", "criteria", "assessment")),
                    Map.entry("jobs", Set.of("common", "database")),
                    Map.entry("media", Set.of("common", "worker")),
                    Map.entry("speech", Set.of("common", "media", "worker")),
                    Map.entry("models", Set.of("common", "speech")),
                    Map.entry("recording", Set.of("common", "database", "people", "media")),
                    Map.entry(
                            "transcript",
                            Set.of("common", "database", "people", "speech", "history")),
                    Map.entry(
                            "redaction",
                            Set.of(
                                    "common",
                                    "database",
                                    "people",
                                    "assessment",
                                    "history",
                                    "audit",
                                    "recording",
                                    "transcript")),
                    Map.entry(
                            "evidence",
                            Set.of(
                                    "audit",
                                    "redaction",
                                    "common",
                                    "database",
                                    "people",
                                    "criteria",
                                    "assessment",
                                    "recording",
                                    "transcript",
                                    "history")),
                    Map.entry("embedding", Set.of("common", "worker")),
                    Map.entry(
                            "suggestion",
                            Set.of(
                                    "common",
                                    "database",
                                    "people",
                                    "audit",
                                    "history",
                                    "criteria",
                                    "assessment",
                                    "transcript",
                                    "redaction",
                                    "evidence",
                                    "embedding")),
                    Map.entry(
                            "search",
                            Set.of(
                                    "common",
                                    "database",
                                    "people",
                                    "criteria",
                                    "assessment",
                                    "transcript",
                                    "redaction",
                                    "evidence")));

    /** The doors and the builder touch every room. */
    private static final Set<String> DOORS = Set.of("", "web", "cli", "sample");

    /** Package of an outside library to the rooms that may import it. */
    private static final Map<String, Set<String>> LIVES_IN =
            Map.ofEntries(
                    Map.entry("io.javalin", Set.of("web")),
                    Map.entry("jakarta.servlet", Set.of("web")),
                    Map.entry("picocli", Set.of("cli")),
                    Map.entry("tools.jackson", Set.of("common", "web", "cli")),
                    Map.entry("com.fasterxml.jackson", Set.of("common", "web", "cli")),
                    Map.entry("org.flywaydb", Set.of("database")),
                    Map.entry("org.sqlite", Set.of("database")),
                    Map.entry("com.github.kagkarlsson", Set.of("jobs")),
                    Map.entry("com.password4j", Set.of("people")),
                    Map.entry("de.siegmar", Set.of("criteria")),
                    Map.entry("org.bytedeco", Set.of("media")),
                    Map.entry("ai.onnxruntime", Set.of("speech", "embedding")),
                    Map.entry("org.vosk", Set.of("speech")),
                    Map.entry("com.sun.jna", Set.of("speech")),
                    Map.entry("org.apache.lucene", Set.of("search", "suggestion")));

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.colloquy");

    @Test
    void aRoomTouchesOnlyTheRoomsOnTheMap() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            String room = roomOf(type);
            if (DOORS.contains(room)) {
                continue;
            }
            Set<String> allowed = MAY_TOUCH.get(room);
            assertTrue(allowed != null, "The map does not have the room " + room);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String other = roomOf(target);
                if (target.getPackageName().startsWith("org.colloquy")
                        && !other.equals(room)
                        && !allowed.contains(other)) {
                    wrong.add(type.getName() + " touches " + target.getName());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void anOutsideLibraryLivesInItsRoom() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getBaseComponentType().getName();
                LIVES_IN.forEach(
                        (library, rooms) -> {
                            if (target.startsWith(library + ".") && !rooms.contains(roomOf(type))) {
                                wrong.add(type.getName() + " imports " + target);
                            }
                        });
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void onlyStoresAndServicesBesideThemSpeakSql() {
        Set<String> withTables =
                Set.of(
                        "database",
                        "people",
                        "audit",
                        "history",
                        "criteria",
                        "assessment",
                        "glossary",
                        "recording",
                        "transcript",
                        "redaction",
                        "evidence",
                        "suggestion",
                        "search",
                        "jobs");
        noClasses()
                .that(
                        DescribedPredicate.describe(
                                "are outside the rooms that own tables",
                                (JavaClass type) -> !withTables.contains(roomOf(type))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(HOUSE);
    }

    @Test
    void noTwoRoomsTouchEachOtherInACircle() {
        slices().matching("org.colloquy.(*)..")
                .that(
                        DescribedPredicate.describe(
                                "are no doors",
                                slice -> !Set.of("web", "cli").contains(slice.getNamePart(1))))
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void everyRoomSaysWhatItIs() {
        Set<String> silent = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            if (!type.getPackageName().equals("org.colloquy")
                    && !HOUSE.contain(type.getPackageName() + ".package-info")) {
                silent.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), silent);
    }

    /** "org.colloquy.speech.vosk.Vosk" is in the room "speech"; the builder itself is in "". */
    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("org.colloquy.")) {
            return "";
        }
        String below = name.substring("org.colloquy.".length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
