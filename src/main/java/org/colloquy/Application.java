package org.colloquy;

import java.time.Clock;
import org.colloquy.assessment.Access;
import org.colloquy.cli.ColloquyCommand;
import org.colloquy.database.Database;
import org.colloquy.people.People;
import org.colloquy.people.SetupKey;
import org.colloquy.people.SignIns;
import org.colloquy.settings.Settings;
import org.colloquy.web.PeopleRoutes;
import org.colloquy.web.Routes;
import org.colloquy.web.SetupRoutes;
import org.colloquy.web.WebServer;

/**
 * The built house: every room, made by hand and in order, for one data folder. The command line
 * opens one, and so do tests.
 */
public final class Application implements AutoCloseable {
    private final Settings settings;
    private final People people;
    private final SignIns signIns;
    private final SetupKey setupKey = new SetupKey();
    private final Access access;

    private Application(Settings settings, Clock clock) {
        this.settings = settings;
        Database database = Database.open(settings.data());
        people = new People(database, clock);
        signIns = new SignIns(database, clock);
        access = new Access(database);
    }

    /** Where every start begins: {@link Main} comes here once it has seen a Java that will do. */
    public static void main(String[] arguments) {
        if (WorkerMain.isMeant(arguments)) {
            WorkerMain.run(arguments[1]);
            return;
        }
        System.exit(ColloquyCommand.run(arguments, System.out, System.err));
    }

    /**
     * Opens the data folder.
     *
     * @throws org.colloquy.common.Problem.Unavailable where it cannot be used
     */
    public static Application open(Settings settings, Clock clock) {
        return new Application(settings, clock);
    }

    /** The version of this build, or "development" outside the jar. */
    public static String version() {
        String version = Application.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    public Settings settings() {
        return settings;
    }

    public People people() {
        return people;
    }

    public SignIns signIns() {
        return signIns;
    }

    public SetupKey setupKey() {
        return setupKey;
    }

    public Access access() {
        return access;
    }

    /** All routes of the house. */
    public Routes routes() {
        Routes routes = new Routes();
        new SetupRoutes(people, signIns, setupKey, version()).addTo(routes);
        new PeopleRoutes(people, signIns).addTo(routes);
        return routes;
    }

    /**
     * Starts the server.
     *
     * @throws org.colloquy.common.Problem.Unavailable where the port is in use
     */
    public WebServer serve() {
        return WebServer.start(settings.host(), settings.port(), routes(), signIns);
    }

    @Override
    public void close() {
        // Rooms that hold threads or files are closed here, in the reverse order of their making.
    }
}
