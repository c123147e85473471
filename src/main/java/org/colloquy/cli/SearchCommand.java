package org.colloquy.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.colloquy.Application;
import org.colloquy.common.Json;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.search.Hit;
import org.colloquy.search.SearchQuery;
import org.colloquy.search.SearchResult;
import org.colloquy.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code colloquy search}: finds in everything that is stored, or makes the index anew. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Finds words in transcripts, tags, notes, sessions and units.",
            "Words, \"phrases\" (quoted again for the shell) and beginnings with a star."
        })
final class SearchCommand implements Callable<Integer> {
    /** Whoever can read the data folder can read all of it. */
    private static final Viewer LOCAL =
            new Viewer("", "The command line", EnumSet.of(Role.ADMINISTRATOR));

    /** What {@code --format json} prints: one object. */
    record Output(String query, int total, @Nullable String suggestion, List<Hit> hits) {}

    @Spec CommandSpec spec;
    @Mixin DataOptions dataOptions;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "what to look for")
    List<String> words = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text)")
    Format format = Format.text;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "print at most so many hits (default: 20)")
    int limit = SearchQuery.PAGE_SIZE;

    @Option(
            names = "--rebuild",
            description = "make the index anew from the database; no server may be running")
    boolean rebuild;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "The limit must be 1 or more");
        }
        String query = String.join(" ", words);
        if (query.isBlank() && !rebuild) {
            throw new ParameterException(spec.commandLine(), "Say what to look for: search QUERY");
        }
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = dataOptions.existing();
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            if (rebuild) {
                int count = application.indexer().rebuild();
                spec.commandLine()
                        .getErr()
                        .println("The index is made anew: " + count + " sessions and units.");
            }
            if (!query.isBlank()) {
                Output found = find(application, query);
                switch (format) {
                    case json -> out.println(Json.writeInEnglish(found));
                    case text -> print(found, out);
                }
            }
        }
        return 0;
    }

    private Output find(Application application, String text) {
        List<Hit> hits = new ArrayList<>();
        SearchQuery query = SearchQuery.of(text);
        SearchResult first = application.searches().search(LOCAL, query);
        SearchResult page = first;
        hits.addAll(page.hits());
        while (hits.size() < limit && page.page() < Math.min(page.pages(), SearchQuery.LAST_PAGE)) {
            query = query.withPage(page.page() + 1);
            page = application.searches().search(LOCAL, query);
            hits.addAll(page.hits());
        }
        return new Output(
                text,
                first.total(),
                first.suggestion(),
                hits.subList(0, Math.min(limit, hits.size())));
    }

    private static void print(Output found, PrintWriter out) {
        if (found.suggestion() != null) {
            out.println("Did you mean: " + found.suggestion());
        }
        for (Hit hit : found.hits()) {
            List<String> head = new ArrayList<>();
            if (hit.start() != null) {
                head.add(time(hit.start()));
            }
            head.add(hit.title());
            if (hit.learner() != null) {
                head.add(hit.learner());
            }
            if (hit.session() != null) {
                head.add("session " + hit.session());
            }
            out.println(String.join(" · ", head));
            out.println("    " + hit.text().replace("\n", "\n    "));
        }
        out.println(found.total() == 1 ? "1 hit" : found.total() + " hits");
    }

    /** "1:02:03" or "2:03". */
    private static String time(double seconds) {
        long whole = (long) seconds;
        long hours = whole / 3600;
        String rest = String.format(Locale.ROOT, "%d:%02d", whole / 60 % 60, whole % 60);
        return hours == 0
                ? rest
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
    }
}
