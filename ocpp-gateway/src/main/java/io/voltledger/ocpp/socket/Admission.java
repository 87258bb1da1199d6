package io.voltledger.ocpp.socket;

import io.voltledger.api.Rejection;
import io.voltledger.api.admission.AdmissionCommand.AskTerms;
import io.voltledger.api.admission.AdmissionCommand.Knock;
import io.voltledger.api.admission.AdmissionCommand.ReportRefusal;
import io.voltledger.api.admission.AdmissionTerms;
import io.voltledger.api.admission.RefusalReason;
import io.voltledger.api.admission.StationDoor;
import io.voltledger.api.chargepoint.ChargePointCommand.ConnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.DisconnectStation;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.security.IdentityCheck;
import io.voltledger.ocpp.security.Objection;
import io.voltledger.ocpp.security.RateLimit;
import io.voltledger.ocpp.station.StationCommands;
import io.voltledger.runtime.Rejections;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lets stations in, and tells the platform which come and go, in the order in which they do. */
public final class Admission {

    private static final String EVERYBODY = "";

    private final StationCommands commands;
    private final Turnstile turnstile;
    private final Executor executor;
    private final Clock clock;
    private final String node;
    private final UnknownStations unknownStations;
    private final ZoneId zone;
    private final IdentityCheck identity;
    private final RateLimit refusals;

    /**
     * @param node this gateway's name
     * @param zone of the stations that are registered because they came
     * @param identity what a connection must show
     * @param refusals how many are recorded
     */
    public Admission(
            StationCommands commands,
            Executor executor,
            Clock clock,
            String node,
            UnknownStations unknownStations,
            ZoneId zone,
            IdentityCheck identity,
            RateLimit refusals) {
        this.commands = commands;
        this.turnstile = new Turnstile(executor);
        this.executor = executor;
        this.clock = clock;
        this.node = node;
        this.unknownStations = unknownStations;
        this.zone = zone;
        this.identity = identity;
        this.refusals = refusals;
    }

    /**
     * A station wants in. Fails where the platform is away.
     *
     * @param admitted runs in the station's turn, so that the last admitted is the last connected
     */
    CompletableFuture<Verdict> enter(Visit visit, Runnable admitted) {
        return turnstile.enter(
                visit.station(),
                () -> terms(visit).thenCompose(terms -> judge(visit, terms)).thenApply(verdict -> {
                    if (verdict == Verdict.ADMITTED) {
                        admitted.run();
                    }
                    return verdict;
                }));
    }

    /** A station's socket closed; it is reported until that is recorded. */
    CompletableFuture<@Nullable Object> leave(StationId station, String connection, String cause) {
        DisconnectStation gone = new DisconnectStation(station, connection, cause, clock.instant());
        String actor = actor(station);
        return turnstile
                .<@Nullable Object>enter(station, () -> commands.send(gone, actor))
                .exceptionallyCompose(failure -> commands.persist(gone, actor));
    }

    private CompletableFuture<AdmissionTerms> terms(Visit visit) {
        return commands.send(new AskTerms(StationDoor.of(visit.station())), actor(visit.station()));
    }

    private CompletableFuture<Verdict> judge(Visit visit, AdmissionTerms terms) {
        if (!terms.registered()) {
            return stranger(visit, terms);
        }
        return CompletableFuture.supplyAsync(
                        () -> identity.objection(visit.station(), terms, visit.presented(), visit.address()), executor)
                .thenCompose(objection ->
                        objection.map(known -> object(visit, known)).orElseGet(() -> connect(visit)));
    }

    /** What is not even looked at is not recorded: what was wrong before is. */
    private CompletableFuture<Verdict> object(Visit visit, Objection objection) {
        return objection.unheard()
                ? CompletableFuture.completedFuture(Verdict.TOO_MANY_GUESSES)
                : refused(visit, objection.reason()).thenApply(recorded -> Verdict.UNAUTHORIZED);
    }

    private CompletableFuture<Verdict> stranger(Visit visit, AdmissionTerms terms) {
        if (terms.turnedAway()) {
            return refused(visit, RefusalReason.TURNED_AWAY).thenApply(recorded -> Verdict.UNKNOWN);
        }
        return switch (unknownStations) {
            case REFUSE -> refused(visit, RefusalReason.UNKNOWN_STATION).thenApply(recorded -> Verdict.UNKNOWN);
            case INBOX ->
                refused(
                                visit,
                                new Knock(
                                        StationDoor.of(visit.station()),
                                        visit.address(),
                                        visit.protocol(),
                                        clock.instant()))
                        .thenApply(recorded -> Verdict.UNKNOWN);
            case REGISTER ->
                register(visit.station())
                        .thenCompose(registered -> judge(
                                visit,
                                new AdmissionTerms(
                                        true, false, terms.profile(), terms.password(), terms.certificateName())));
        };
    }

    private CompletableFuture<Verdict> connect(Visit visit) {
        ConnectStation connect =
                new ConnectStation(visit.station(), node, visit.connection(), visit.protocol(), clock.instant());
        return commands.<@Nullable Object>send(connect, actor(visit.station()))
                .thenApply(connected -> Verdict.ADMITTED)
                .exceptionallyCompose(failure -> isNotFound(failure)
                        ? CompletableFuture.completedFuture(Verdict.UNKNOWN)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<@Nullable Object> refused(Visit visit, RefusalReason reason) {
        return refused(
                visit, new ReportRefusal(StationDoor.of(visit.station()), reason, visit.address(), clock.instant()));
    }

    /** A flood of strangers does not fill the store: what is too much is not recorded. */
    private CompletableFuture<@Nullable Object> refused(Visit visit, Object report) {
        return refusals.admits(EVERYBODY)
                ? commands.send(report, actor(visit.station()))
                : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<@Nullable Object> register(StationId station) {
        return commands.send(
                new RegisterChargePoint(station, station.value(), zone, null, clock.instant()), actor(station));
    }

    private static boolean isNotFound(Throwable failure) {
        return Rejections.of(failure)
                .filter(rejection -> rejection.code().equals(Rejection.NOT_FOUND))
                .isPresent();
    }

    private static String actor(StationId station) {
        return "station:" + station.value();
    }
}
