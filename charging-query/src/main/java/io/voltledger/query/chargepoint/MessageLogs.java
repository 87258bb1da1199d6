package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.MessageLogQuery.ListStationMessages;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessagePage;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessages;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationMessage;
import io.voltledger.api.chargepoint.StationMessageId;
import io.voltledger.query.web.Questions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks every gateway node for a station's messages, since a station may have been at any of them, and merges what they say. */
@Component
public class MessageLogs {

    private final Questions questions;
    private final IdTagRight idTags;

    MessageLogs(Questions questions, IdTagRight idTags) {
        this.questions = questions;
        this.idTags = idTags;
    }

    /**
     * One page, newest first.
     *
     * @param cursor {@code next} of the page before
     */
    public StationMessagePage page(StationId station, MessageFilter filter, int limit, @Nullable String cursor) {
        StationMessageId before = cursor == null || cursor.isEmpty() ? null : new StationMessageId(cursor);
        return merged(
                questions.askAll(
                        new ListStationMessages(
                                station,
                                filter.from(),
                                filter.to(),
                                filter.actionIfAny(),
                                filter.direction(),
                                filter.outcome(),
                                idTags.isGranted(),
                                before,
                                limit),
                        StationMessages.class),
                limit);
    }

    /** Only as far back as every node has looked: what one of them has not reached yet belongs to the next page. */
    static StationMessagePage merged(List<StationMessages> answers, int limit) {
        Optional<StationMessageId> reached = answers.stream()
                .map(StationMessages::searchedTo)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        List<StationMessage> items = answers.stream()
                .flatMap(answer -> answer.items().stream())
                .filter(item -> reached.isEmpty() || item.id().compareTo(reached.get()) >= 0)
                .sorted(Comparator.comparing(StationMessage::id).reversed())
                .toList();
        return items.size() > limit
                ? new StationMessagePage(
                        items.subList(0, limit), items.get(limit - 1).id().value())
                : new StationMessagePage(
                        items, reached.map(StationMessageId::value).orElse(null));
    }
}
