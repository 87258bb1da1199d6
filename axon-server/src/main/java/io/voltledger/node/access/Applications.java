package io.voltledger.node.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The applications in a data directory. A change is on the disk, and known to every listener, when its method returns. */
public final class Applications {

    /**
     * An application with its new token, which is shown this once.
     *
     * @param token what the application gives from now on
     */
    public record Issued(Application application, String token) {

        @Override
        public String toString() {
            return "Issued[" + application.name() + "]";
        }
    }

    private final AccessFile file;
    private final Clock clock;
    private final TokenHash hashes;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Credential> credentials;
    private volatile boolean stored;

    private Applications(AccessFile file, Clock clock, Optional<AccessFile.Content> content) {
        this.file = file;
        this.clock = clock;
        stored = content.isPresent();
        hashes = content.map(AccessFile.Content::hashes).orElseGet(TokenHash::create);
        credentials = content.map(AccessFile.Content::credentials).orElse(List.of());
    }

    /** Reads the file in the directory, if there is one; throws {@link AccessException} where it is damaged. */
    public static Applications in(Path directory, Clock clock) {
        var file = new AccessFile(directory);
        return new Applications(file, clock, file.read());
    }

    /** Whether there is a file of applications, be it with none in it. */
    public boolean stored() {
        return stored;
    }

    /** All of them, by name. */
    public List<Application> list() {
        return credentials.stream()
                .map(Credential::application)
                .sorted(Comparator.comparing(Application::name))
                .toList();
    }

    /**
     * Makes an application.
     *
     * @param token the token that it is to have; null for a new, random one
     * @throws IllegalArgumentException with a text for people, where the name is taken or something is malformed
     */
    public synchronized Issued add(String name, String description, List<Grant> grants, @Nullable String token) {
        AccessSettings.check("access token", token);
        if (find(name).isPresent()) {
            throw new IllegalArgumentException("There is an application " + name + " already");
        }
        var now = now();
        return issue(new Application(name, description, grants, now, now), token, List.copyOf(credentials));
    }

    /** Gives an application a new token; the old one is void at once. */
    public synchronized Optional<Issued> renew(String name) {
        return find(name).map(found -> issue(found.application().renewedAt(now()), null, without(found)));
    }

    /** Gives an application another description and other roles; its token stays. */
    public synchronized Optional<Application> change(String name, String description, List<Grant> grants) {
        return find(name).map(found -> {
            var old = found.application();
            var changed = new Application(name, description, grants, old.created(), old.renewed());
            var all = new ArrayList<>(without(found));
            all.add(new Credential(changed, found.hash()));
            store(all);
            return changed;
        });
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** Whether there was such an application; its token is void at once. */
    public synchronized boolean remove(String name) {
        var found = find(name);
        found.ifPresent(credential -> store(without(credential)));
        return found.isPresent();
    }

    /** Says what is to be done after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Compares with every hash, so that the time it takes tells nothing. */
    Optional<Identity> find(byte[] hash) {
        Credential found = null;
        for (var credential : credentials) {
            if (TokenHash.same(credential.hash(), hash)) {
                found = credential;
            }
        }
        return Optional.ofNullable(found)
                .map(credential -> credential.application().identity());
    }

    TokenHash hashes() {
        return hashes;
    }

    private Issued issue(Application application, @Nullable String wanted, List<Credential> others) {
        var token = wanted == null ? TokenHash.newToken() : wanted;
        var hash = hashes.of(token);
        if (find(hash).isPresent()) {
            throw new IllegalArgumentException("Another application has this token");
        }
        var all = new ArrayList<>(others);
        all.add(new Credential(application, hash));
        store(all);
        return new Issued(application, token);
    }

    private void store(List<Credential> changed) {
        file.write(new AccessFile.Content(hashes, changed));
        stored = true;
        credentials = List.copyOf(changed);
        listeners.forEach(Runnable::run);
    }

    private Optional<Credential> find(String name) {
        return credentials.stream()
                .filter(credential -> credential.application().name().equals(name))
                .findFirst();
    }

    private List<Credential> without(Credential gone) {
        return credentials.stream().filter(credential -> credential != gone).toList();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
