package io.voltledger.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/** One store of tokens for one processor in several applications: a segment's token belongs to the application that claimed it until that releases it. */
final class ClaimedTokens {

    private static final String NOBODY = "";

    /** A token and who has claimed it. */
    private record Row(@Nullable TrackingToken token, String owner) {}

    private final Map<Integer, Row> rows = new TreeMap<>();

    TokenStore of(String owner) {
        return new View(owner);
    }

    private final class View implements TokenStore {

        private final String owner;

        View(String owner) {
            this.owner = owner;
        }

        private void claim(int segment, @Nullable TrackingToken token) {
            rows.put(segment, new Row(token, owner));
        }

        private Row mine(int segment) {
            var row = rows.get(segment);
            if (row == null || !(row.owner().equals(owner) || row.owner().equals(NOBODY))) {
                throw new UnableToClaimTokenException("Segment " + segment + " is not for " + owner);
            }
            return row;
        }

        @Override
        public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken start) {
            synchronized (rows) {
                for (var segment = 0; segment < count; segment++) {
                    rows.put(segment, new Row(start, NOBODY));
                }
            }
        }

        @Override
        public void initializeTokenSegments(String processor, int count) {
            initializeTokenSegments(processor, count, null);
        }

        @Override
        public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
            synchronized (rows) {
                rows.put(segment, new Row(token, NOBODY));
            }
        }

        @Override
        public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
            synchronized (rows) {
                mine(segment);
                claim(segment, token);
            }
        }

        @Override
        public @Nullable TrackingToken fetchToken(String processor, int segment) {
            synchronized (rows) {
                var token = mine(segment).token();
                claim(segment, token);
                return token;
            }
        }

        @Override
        public void releaseClaim(String processor, int segment) {
            synchronized (rows) {
                var row = rows.get(segment);
                if (row != null && row.owner().equals(owner)) {
                    rows.put(segment, new Row(row.token(), NOBODY));
                }
            }
        }

        @Override
        public void deleteToken(String processor, int segment) {
            synchronized (rows) {
                mine(segment);
                rows.remove(segment);
            }
        }

        @Override
        public boolean requiresExplicitSegmentInitialization() {
            return true;
        }

        @Override
        public int[] fetchSegments(String processor) {
            synchronized (rows) {
                return rows.keySet().stream().mapToInt(Integer::intValue).toArray();
            }
        }

        @Override
        public List<Segment> fetchAvailableSegments(String processor) {
            synchronized (rows) {
                var available = new ArrayList<Segment>();
                rows.forEach((segment, row) -> {
                    if (row.owner().equals(owner) || row.owner().equals(NOBODY)) {
                        available.add(Segment.computeSegment(segment, fetchSegments(processor)));
                    }
                });
                return available;
            }
        }

        @Override
        public Optional<String> retrieveStorageIdentifier() {
            return Optional.of("claimed-tokens");
        }
    }
}
